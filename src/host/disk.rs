//! The source folder on disk, as the core's inputs.
//!
//! Only `content/` and `themes/` are looked at. Symbolic links are not followed: one could lead out of the folder. A file that
//! has become a link since it was found is not followed either.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags};
use walkdir::WalkDir;

use crate::base::{Fingerprint, SourcePath};
use crate::input::{InputError, InputFault, Inputs};
use crate::parse::MAX_TEXT_BYTES;
use crate::parse::picture::MAX_BYTES;

/// The folders that a build reads.
pub const FOLDERS: [&str; 2] = ["content", "themes"];

/// A source folder.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
    paths: Vec<SourcePath>,
    faults: Vec<InputFault>,
}

impl Disk {
    /// Looks at a source folder.
    pub fn scan(root: &Path) -> Self {
        let mut disk = Self { root: root.to_path_buf(), paths: Vec::new(), faults: Vec::new() };
        for folder in FOLDERS {
            let top = root.join(folder);
            match top.symlink_metadata() {
                Err(_) => {}
                Ok(metadata) if metadata.is_symlink() => disk.fault(folder, InputError::Symlink),
                Ok(_) => disk.walk(&top),
            }
        }
        disk.paths.sort();
        disk.find_empty_folders();
        disk
    }

    fn walk(&mut self, top: &Path) {
        let hidden = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b".");
        let walk = WalkDir::new(top).follow_links(false).into_iter();
        for entry in walk.filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name())) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().and_then(|path| self.relative(path)).unwrap_or_default();
                    self.fault(
                        &path,
                        InputError::Io(
                            error.io_error().map_or_else(|| error.to_string(), ToString::to_string),
                        ),
                    );
                    continue;
                }
            };
            let Some(path) = self.relative(entry.path()) else {
                let name = entry
                    .path()
                    .strip_prefix(&self.root)
                    .unwrap_or(entry.path())
                    .to_string_lossy()
                    .into_owned();
                self.fault(&name, InputError::Io("its name is not UTF-8".to_string()));
                continue;
            };
            let kind = entry.file_type();
            if kind.is_symlink() {
                self.fault(&path, InputError::Symlink);
            } else if kind.is_file() {
                self.paths.push(SourcePath::new(&path));
            } else if !kind.is_dir() {
                self.fault(&path, InputError::Io("it is neither a file nor a folder".to_string()));
            }
        }
    }

    /// A folder of `content/` without any file has no `municipality.yaml` either.
    fn find_empty_folders(&mut self) {
        let top = WalkDir::new(self.root.join("content"))
            .min_depth(1)
            .max_depth(1)
            .into_iter()
            .filter_map(Result::ok);
        let folders = top.filter(|entry| {
            entry.file_type().is_dir() && !entry.file_name().as_encoded_bytes().starts_with(b".")
        });
        let names: Vec<String> = folders.filter_map(|entry| self.relative(entry.path())).collect();
        for name in names.into_iter().filter(|name| name != "content/_shared") {
            let inside = format!("{name}/");
            let first = self.paths.partition_point(|path| path.as_str() < inside.as_str());
            if !self.paths.get(first).is_some_and(|path| path.as_str().starts_with(&inside)) {
                self.fault(&name, InputError::EmptyFolder);
            }
        }
    }

    fn relative(&self, path: &Path) -> Option<String> {
        let inner = path.strip_prefix(&self.root).ok()?.to_str()?;
        Some(if std::path::MAIN_SEPARATOR == '/' {
            inner.to_string()
        } else {
            inner.replace(std::path::MAIN_SEPARATOR, "/")
        })
    }

    fn fault(&mut self, path: &str, error: InputError) {
        self.faults.push(InputFault { path: SourcePath::new(path), error });
    }
}

impl Inputs for Disk {
    fn paths(&self) -> &[SourcePath] {
        &self.paths
    }

    fn faults(&self) -> &[InputFault] {
        &self.faults
    }

    fn read(&self, path: &SourcePath) -> Result<Cow<'_, [u8]>, InputError> {
        let io = |error: std::io::Error| InputError::Io(error.to_string());
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::CLOEXEC | OFlags::NONBLOCK;
        let opened = rustix::fs::open(self.root.join(path.as_str()), flags, Mode::empty());
        let mut file = match opened {
            Ok(descriptor) => File::from(descriptor),
            Err(rustix::io::Errno::LOOP) => return Err(InputError::Symlink),
            Err(error) => return Err(io(error.into())),
        };
        let metadata = file.metadata().map_err(io)?;
        let limit = match path.extension().to_ascii_lowercase().as_str() {
            "md" | "yaml" | "yml" | "html" => MAX_TEXT_BYTES,
            _ => MAX_BYTES as u64,
        };
        if !metadata.is_file() {
            return Err(InputError::Io("it is not a file".to_string()));
        }
        if metadata.len() > limit {
            return Err(InputError::TooLarge(metadata.len(), limit));
        }
        // One byte more than said: a file that grows while it is read is too large, too.
        let size = usize::try_from(metadata.len()).unwrap_or_default();
        let mut bytes = Vec::with_capacity(size + 1);
        file.by_ref().take(limit + 1).read_to_end(&mut bytes).map_err(io)?;
        if bytes.len() as u64 > limit {
            return Err(InputError::TooLarge(bytes.len() as u64, limit));
        }
        Ok(Cow::Owned(bytes))
    }

    fn known_fingerprint(&self, _path: &SourcePath) -> Option<Fingerprint> {
        None
    }
}
