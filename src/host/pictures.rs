//! Made images, kept between builds in `.fcsite/images` of the source folder.
//!
//! Keyed by the content of their source, so nothing in it is ever wrong; it may be deleted at any time. What cannot be kept is
//! made again the next time.

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::memory::make_below;
use crate::base::Fingerprint;
use crate::build::Pictures;

/// Made images on disk, or in memory where the disk will not have them.
#[derive(Debug)]
pub struct PictureStore {
    folder: Option<PathBuf>,
    fallback: Mutex<HashMap<String, Vec<u8>>>,
    failure: Mutex<Option<String>>,
}

impl PictureStore {
    /// The store of a source folder.
    pub fn of(root: &Path) -> Self {
        let folder = root.join(".fcsite").join("images");
        // A link could make us write elsewhere.
        let linked = [root.join(".fcsite"), folder.clone()]
            .iter()
            .any(|path| path.symlink_metadata().is_ok_and(|m| m.is_symlink()));
        Self { folder: (!linked).then_some(folder), fallback: Mutex::default(), failure: Mutex::default() }
    }

    /// Why images could not be kept, if they could not.
    pub fn failure(&self) -> Option<String> {
        self.failure.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The folder that they are kept in.
    pub fn folder(&self) -> String {
        self.folder.as_ref().map_or_else(String::new, |folder| folder.display().to_string())
    }

    fn keep(&self, folder: &Path, key: &str, bytes: &[u8]) -> std::io::Result<()> {
        make_below(&folder.join(key), 2)?;
        // Other threads and programs see the whole image or none. The sum at the end tells a torn one.
        let name = format!("{key}.{}.{:?}.part", std::process::id(), std::thread::current().id());
        let part = folder.join(name.replace(['(', ')'], ""));
        let mut file = fs::File::create(&part)?;
        let written = file
            .write_all(bytes)
            .and_then(|()| file.write_all(Fingerprint::of(bytes).to_string().as_bytes()));
        drop(file);
        written.and_then(|()| fs::rename(&part, folder.join(key))).inspect_err(|_| {
            // What could not be written whole is of no use.
            let _ = fs::remove_file(&part);
        })
    }
}

/// The length of the sum at the end of a kept file.
const SUM: usize = 32;

impl Pictures for PictureStore {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        if let Some(bytes) = self.fallback.lock().unwrap_or_else(PoisonError::into_inner).get(key) {
            return Some(bytes.clone());
        }
        let path = self.folder.as_ref()?.join(key);
        if path.symlink_metadata().ok()?.is_symlink() {
            return None;
        }
        let mut bytes = fs::read(path).ok()?;
        let sum = bytes.split_off(bytes.len().checked_sub(SUM)?);
        (Fingerprint::of(&bytes).to_string().as_bytes() == sum).then_some(bytes)
    }

    fn put(&self, key: &str, bytes: &[u8]) {
        let kept = match &self.folder {
            Some(folder) => self.keep(folder, key, bytes).map_err(|error| error.to_string()),
            None => Err("its folder is a symbolic link".to_string()),
        };
        if let Err(reason) = kept {
            self.failure.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(reason);
            self.fallback
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .insert(key.to_string(), bytes.to_vec());
        }
    }
}
