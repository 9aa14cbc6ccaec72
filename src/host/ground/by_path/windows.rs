//! The flags of Windows: <https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-createfilew>.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::windows::fs::{FileTypeExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Component, Path, PathBuf, Prefix};

use crate::base::forbidden;
use crate::host::ground::LinkOnTheWay;
use crate::host::ground::look::FileLook;
use crate::host::ground::not_plain;

/// Without it no folder can be opened.
const FILE_FLAG_BACKUP_SEMANTICS: u32 = 0x0200_0000;
/// A link is opened itself.
const FILE_FLAG_OPEN_REPARSE_POINT: u32 = 0x0020_0000;
const AS_IT_IS: u32 = FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OPEN_REPARSE_POINT;

const FILE_TRAVERSE: u32 = 0x20;
const FILE_READ_ATTRIBUTES: u32 = 0x80;
const FILE_SHARE_READ: u32 = 1;
const FILE_SHARE_WRITE: u32 = 2;
/// Others may read and write in it and not rename or remove it.
const KEPT: u32 = FILE_SHARE_READ | FILE_SHARE_WRITE;

/// A link, or what a driver fills in when it is read: a file that OneDrive has not fetched yet.
const FILE_ATTRIBUTE_REPARSE_POINT: u32 = 0x400;

/// The path with no link on the way. Some drives (of memory, of a virtual machine) cannot say it; then what was typed is taken.
pub fn canonical(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path).or_else(|error| {
        if fs::symlink_metadata(path)?.is_symlink() { Err(error) } else { std::path::absolute(path) }
    })
}

pub fn look(path: &Path) -> io::Result<FileLook> {
    let opened = OpenOptions::new().access_mode(FILE_READ_ATTRIBUTES).custom_flags(AS_IT_IS).open(path)?;
    FileLook::of_file(&opened)
}

pub fn hold(folder: &Path) -> io::Result<File> {
    let access = FILE_TRAVERSE | FILE_READ_ATTRIBUTES;
    OpenOptions::new().access_mode(access).share_mode(KEPT).custom_flags(AS_IT_IS).open(folder)
}

pub fn open_file(path: &Path) -> io::Result<File> {
    let open = |share: u32| {
        let mut options = OpenOptions::new();
        options.read(true).custom_flags(FILE_FLAG_OPEN_REPARSE_POINT);
        if share != 0 {
            options.share_mode(share);
        }
        let file = options.open(path)?;
        let metadata = file.metadata()?;
        if metadata.is_symlink() { Err(io::Error::other(LinkOnTheWay)) } else { Ok((file, metadata)) }
    };
    let (file, metadata) = open(0)?;
    if metadata.file_attributes() & FILE_ATTRIBUTE_REPARSE_POINT == 0 {
        return Ok(file);
    }
    // What a driver fills in is opened by way of the driver, while the name is held.
    let (kept, _) = open(KEPT)?;
    let filled = File::open(path)?;
    if FileLook::of_file(&kept)?.is_one_with(&FileLook::of_file(&filled)?) {
        Ok(filled)
    } else {
        Err(not_plain())
    }
}

pub fn open_lock(path: &Path, make: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(make).truncate(false).custom_flags(FILE_FLAG_OPEN_REPARSE_POINT);
    let file = options.open(path)?;
    if file.metadata()?.is_symlink() { Err(io::Error::other(LinkOnTheWay)) } else { Ok(file) }
}

pub fn remove_file(path: &Path) -> io::Result<()> {
    // A link to a folder is removed as a folder is: the link goes, and what it leads to stays.
    if fs::symlink_metadata(path)?.file_type().is_symlink_dir() {
        fs::remove_dir(path)
    } else {
        fs::remove_file(path)
    }
}

/// `C:\familj` for `\\?\C:\familj`, and the same of a share: the two mean one folder, where no part of it has a name that only the long form
/// can say.
pub fn shown(real: &Path) -> PathBuf {
    let mut parts = real.components();
    let prefix = match parts.next() {
        Some(Component::Prefix(prefix)) => match prefix.kind() {
            Prefix::VerbatimDisk(letter) => format!("{}:", char::from(letter)),
            Prefix::VerbatimUNC(server, share) => match (server.to_str(), share.to_str()) {
                (Some(server), Some(share)) => format!(r"\\{server}\{share}"),
                _ => return real.to_owned(),
            },
            _ => return real.to_owned(),
        },
        _ => return real.to_owned(),
    };
    let is_plain = |part: Component<'_>| match part {
        Component::Normal(name) => name.to_str().is_some_and(|name| forbidden(name).is_none()),
        _ => true,
    };
    if parts.clone().all(is_plain) { PathBuf::from(prefix).join(parts.as_path()) } else { real.to_owned() }
}
