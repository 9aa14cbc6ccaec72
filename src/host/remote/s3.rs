//! A bucket of an S3 as a target. An object is put whole or not at all, so none lies elsewhere first, and there are no folders. Nothing can be
//! added to an object: what the journal is told lies in objects of its own beside it, and is read together with it.

mod answer;
mod ask;

use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};

use rusty_s3::Credentials;

use self::ask::{S3Door, S3Put};
use super::asks::{AskingServer, KeyPin, of_environment};
use super::far::{Far, FarError, too_large};
use super::folders::NamesRoom;
use super::path::FarPath;
use crate::base::Phrase;
use crate::host::ground;
use crate::parse::targets::{S3Target, ServerAddress};

/// No folder is told in more parts, of a thousand names each.
const MOST_PAGES: usize = 1 << 10;

/// No journal has more parts, nor one that is longer, in bytes.
const MOST_NOTES: usize = 1 << 14;
const MOST_OF_A_NOTE: u64 = 64 * 1024;

/// A bucket, or what lies below a prefix in one.
pub struct FarS3 {
    door: S3Door,
    prefix: String,
    journal_path: FarPath,
    /// Has a publication begun from here?
    is_begun: Mutex<bool>,
    token: u64,
    next: AtomicUsize,
}

impl FarS3 {
    /// Opens a bucket with the keys of the environment. They are used for a server that the person has met or named.
    pub fn open(target: &S3Target, pin: &KeyPin<'_>, journal_path: FarPath) -> Result<Self, FarError> {
        let host = target.host();
        let host = host.as_str();
        let [key, secret] = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"].map(of_environment);
        let needed = || FarError::lasting(Phrase::new("target-needs-keys").with("host", host));
        let (key, secret) = key.zip(secret).ok_or_else(needed)?;
        let folder = target.bucket.clone();
        // A port of its own is a part of what it is called.
        let (user, host_name) = (key.clone(), host.to_string());
        let address = ServerAddress { user, host: host_name, port: 443, usual_port: 443, folder };
        if !(AskingServer { address: &address, is_met: pin.known.is_some(), print: None }).may_have_password()
        {
            return Err(FarError::lasting(Phrase::new("target-keys-kept").with("host", host)));
        }
        let keys = match of_environment("AWS_SESSION_TOKEN") {
            Some(token) => Credentials::new_with_token(key, secret, token),
            None => Credentials::new(key, secret),
        };
        let bad = || FarError::lasting(Phrase::new("target-no-s3").with("host", host));
        let door = S3Door::new(target, keys).ok_or_else(bad)?;
        let token = ground::unguessable().map_err(|error| FarError::of_system(&error, host))?;
        let prefix = target.prefix.as_deref().unwrap_or_default().trim_matches('/');
        let prefix = if prefix.is_empty() { String::new() } else { format!("{prefix}/") };
        let far =
            Self { door, prefix, journal_path, is_begun: Mutex::default(), token, next: AtomicUsize::new(0) };
        // That the keys open the bucket is known before anything else is said.
        super::send::patiently(|| far.door.list(&far.prefix, true, None))?;
        (pin.keep)("s3");
        Ok(far)
    }

    fn key(&self, path: &FarPath) -> String {
        format!("{}{path}", self.prefix)
    }

    /// What the keys of the parts of the journal begin with.
    fn notes(&self) -> String {
        format!("{}-", self.key(&self.journal_path))
    }

    /// All keys that begin with something.
    fn keys(&self, prefix: &str, is_folder: bool) -> Result<Vec<String>, FarError> {
        let (mut keys, mut from, room) = (Vec::new(), None, NamesRoom::default());
        for _ in 0..MOST_PAGES {
            let page = self.door.list(prefix, is_folder, from.as_deref())?;
            if !room.take(page.keys.iter().map(String::as_str)) {
                return Err(too_large(prefix));
            }
            // One that names others would have them read or removed.
            keys.extend(page.keys.into_iter().filter(|key| key.starts_with(prefix)));
            from = page.next;
            if from.is_none() {
                break;
            }
        }
        Ok(keys)
    }

    /// Removes the parts of journals, but for those of this publication.
    fn remove_notes(&self, but: Option<&str>) -> Result<(), FarError> {
        for key in self.keys(&self.notes(), false)?.into_iter().take(MOST_NOTES) {
            if !but.is_some_and(|but| key.starts_with(but)) {
                self.door.delete(&key)?;
            }
        }
        Ok(())
    }

    fn own_notes(&self) -> String {
        format!("{}{:016x}-", self.notes(), self.token)
    }
}

impl Far for FarS3 {
    fn read(&self, path: &FarPath, most: u64) -> Result<Option<Vec<u8>>, FarError> {
        let Some(mut bytes) = self.door.get(&self.key(path), most)? else { return Ok(None) };
        if *path == self.journal_path {
            for key in self.keys(&self.notes(), false)?.into_iter().take(MOST_NOTES) {
                // All of it is one file to who reads it, and no larger than one.
                let room = most.saturating_sub(bytes.len() as u64).min(MOST_OF_A_NOTE);
                bytes.extend(self.door.get(&key, room)?.unwrap_or_default());
            }
        }
        Ok(Some(bytes))
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, FarError> {
        let prefix =
            if folder.is_empty() { self.prefix.clone() } else { format!("{}{folder}/", self.prefix) };
        let keys = self.keys(&prefix, true)?;
        let names = keys.iter().filter_map(|key| key.strip_prefix(&prefix));
        let names = names.map(|name| name.trim_end_matches('/')).filter(|name| !name.is_empty());
        Ok(names.map(str::to_string).collect())
    }

    fn put(&self, path: &FarPath, bytes: &[u8]) -> Result<(), FarError> {
        self.door.put(&self.key(path), bytes, S3Put::Over).map(drop)
    }

    fn create(&self, path: &FarPath, bytes: &[u8]) -> Result<bool, FarError> {
        let key = self.key(path);
        // Servers that do not know the condition would write over what is there.
        if self.door.get(&key, MOST_OF_A_NOTE)?.is_some() || !self.door.put(&key, bytes, S3Put::New)? {
            return Ok(false);
        }
        Ok(self.door.get(&key, MOST_OF_A_NOTE)?.as_deref() == Some(bytes))
    }

    fn remove(&self, path: &FarPath) -> Result<(), FarError> {
        self.door.delete(&self.key(path))
    }

    fn remove_folder(&self, _: &str) {}

    fn begin_journal(&self, text: &[u8]) -> Result<(), FarError> {
        self.door.put(&self.key(&self.journal_path), text, S3Put::Over)?;
        // Those of another journal say nothing in this one; they go when it is there.
        self.remove_notes(Some(&self.own_notes()))?;
        *self.is_begun.lock().unwrap_or_else(PoisonError::into_inner) = true;
        Ok(())
    }

    fn note(&self, lines: &[u8]) -> Result<(), FarError> {
        if !*self.is_begun.lock().unwrap_or_else(PoisonError::into_inner) {
            return Ok(());
        }
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        self.door.put(&format!("{}{number}", self.own_notes()), lines, S3Put::Over).map(drop)
    }

    fn tidy(&self) -> Result<(), FarError> {
        match self.door.get(&self.key(&self.journal_path), super::list::MOST)? {
            Some(_) => Ok(()),
            None => self.remove_notes(None),
        }
    }
}
