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
