//! Parts of messages: a reason, a kind of thing. They are said in the language of the message that they stand in.

use std::borrow::Cow;
use std::fmt;
use std::io;

use serde::{Deserialize, Serialize};

use super::characters::within_bytes;

/// How many bytes of what somebody wrote a message shows. A whole file may be one value, and each of its faults would have a copy.
pub(super) const SHOWN: usize = 1000;

/// The name of a word that fills a message in.
pub type Word = Cow<'static, str>;

/// What fills a message in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Value {
    /// What somebody wrote, a name, a number: the same in every language.
    Text(String),
    /// Words of ours.
    Phrase(Phrase),
}

impl Value {
    /// What somebody wrote, or the beginning of it.
    pub fn of(written: impl fmt::Display) -> Self {
        let text = written.to_string();
        Self::Text(if text.len() > SHOWN { within_bytes(&text, SHOWN) } else { text })
    }

    /// The text; of a phrase its key.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Phrase(phrase) => &phrase.key,
        }
    }
}

/// Words of ours within a message, by the key of their text in the Fluent files.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Phrase {
    /// The key.
    pub key: Word,
    /// What fills its text in.
    pub args: Vec<(Word, String)>,
}

/// What Windows says of a file that OneDrive or the like has taken away to free space, and that cannot be fetched: the program that does so is
/// not running, has ended, is not let in, or has no network. No other system has numbers as large.
const IN_CLOUD: [i32; 8] = [362, 388, 389, 393, 395, 398, 404, 426];

impl Phrase {
    /// The words of a key.
    pub fn new(key: impl Into<Word>) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// Adds a word.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name.into(), value.to_string()));
        self
    }

    /// What the system says of a file or folder, in words that we know where it is one of the usual troubles.
    pub fn of_system(error: &io::Error) -> Self {
        use io::ErrorKind::{
            AlreadyExists, DirectoryNotEmpty, IsADirectory, NotADirectory, NotFound, PermissionDenied,
            QuotaExceeded, ReadOnlyFilesystem, StorageFull,
        };
        match error.kind() {
            NotFound => Self::new("system-missing"),
            PermissionDenied => Self::new("system-denied"),
            ReadOnlyFilesystem => Self::new("system-read-only"),
            StorageFull | QuotaExceeded => Self::new("system-full"),
            AlreadyExists => Self::new("system-exists"),
            NotADirectory | IsADirectory | DirectoryNotEmpty => Self::new("system-folder"),
            _ if error.raw_os_error().is_some_and(|code| IN_CLOUD.contains(&code)) => {
                Self::new("system-cloud")
            }
            _ => Self::said(error),
        }
    }

    /// Words of somebody else: the system's, a library's.
    pub fn said(words: impl fmt::Display) -> Self {
        Self::new("said").with("words", words)
    }
}

impl From<&str> for Phrase {
    fn from(words: &str) -> Self {
        Self::said(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Locale, Messages};

    #[test]
    fn a_file_that_is_in_the_cloud_alone_is_said_to_be_with_what_to_do() {
        for code in IN_CLOUD {
            let said = Phrase::of_system(&io::Error::from_raw_os_error(code));
            let said = Messages::of(Locale::Swedish).phrase(&said);
            assert!(said.contains("i molnet") && said.contains("Behåll alltid"), "{code}: {said}");
        }
        assert_eq!(Phrase::of_system(&io::Error::from_raw_os_error(2)).key, "system-missing");
    }
}
