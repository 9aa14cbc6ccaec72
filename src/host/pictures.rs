//! Made images, kept between builds in `.fcsite/images` of the source folder.
//!
//! Keyed by the content of their source and sealed, so nothing in it is ever wrong; it may be deleted at any time. What cannot be kept is
//! made again the next time.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::hidden::Hidden;
use crate::build::Pictures;

/// No made image is larger.
const MOST: u64 = 256 << 20;

/// Made images on disk, or in memory where the disk will not have them.
#[derive(Debug)]
pub struct PictureStore {
    hidden: Hidden,
    fallback: Mutex<HashMap<String, Vec<u8>>>,
    failure: Mutex<Option<String>>,
}

impl PictureStore {
    /// The store of a source folder.
    pub fn of(hidden: &Hidden) -> Self {
        Self { hidden: hidden.clone(), fallback: Mutex::default(), failure: Mutex::default() }
    }

    /// Why images could not be kept, if they could not.
    pub fn failure(&self) -> Option<String> {
        self.failure.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The folder that they are kept in.
    pub fn folder(&self) -> String {
        self.hidden.shown()
    }
}

fn name(key: &str) -> String {
    format!("images/{key}")
}

impl Pictures for PictureStore {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        if let Some(bytes) = self.fallback.lock().unwrap_or_else(PoisonError::into_inner).get(key) {
            return Some(bytes.clone());
        }
        self.hidden.read(&name(key), MOST)
    }

    fn put(&self, key: &str, bytes: &[u8]) {
        let kept = match self.hidden.write(&name(key), bytes) {
            Ok(is_kept) => is_kept,
            Err(error) => {
                let mut failure = self.failure.lock().unwrap_or_else(PoisonError::into_inner);
                failure.get_or_insert(error.to_string());
                false
            }
        };
        if !kept {
            let mut fallback = self.fallback.lock().unwrap_or_else(PoisonError::into_inner);
            fallback.insert(key.to_string(), bytes.to_vec());
        }
    }
}
