//! What a target can do, whatever it is: a folder, a server.

use std::io;

use super::path::FarPath;
use crate::base::Phrase;

/// Why something could not be done on a target.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FarError {
    /// Why.
    pub reason: Phrase,
    /// May it work a moment later?
    pub may_pass: bool,
    /// Was something of the target changed before?
    pub has_begun: bool,
}

impl FarError {
    /// What will not pass by itself.
    pub fn lasting(reason: Phrase) -> Self {
        Self { reason, may_pass: false, has_begun: false }
    }

    /// What may pass.
    pub fn passing(reason: Phrase) -> Self {
        Self { reason, may_pass: true, has_begun: false }
    }

    /// What the system says of a file or folder.
    pub fn of_system(error: &io::Error, named: &str) -> Self {
        use io::ErrorKind::{
            ConnectionAborted, ConnectionReset, Interrupted, NetworkDown, ResourceBusy,
            StaleNetworkFileHandle, TimedOut, UnexpectedEof, WouldBlock,
        };
        // A virus scanner or an explorer that holds a file: Windows says that access is denied, or that it is in use (32, 33).
        let is_held = cfg!(windows)
            && (error.kind() == io::ErrorKind::PermissionDenied
                || matches!(error.raw_os_error(), Some(32 | 33)));
        let may_pass = is_held
            || matches!(
                error.kind(),
                ConnectionAborted
                    | ConnectionReset
                    | Interrupted
                    | NetworkDown
                    | ResourceBusy
                    | StaleNetworkFileHandle
                    | TimedOut
                    | UnexpectedEof
                    | WouldBlock
            );
        let system = Phrase::of_system(error);
        let words = match &*system.key {
            "said" => system.args.first().map(|(_, words)| words.clone()).unwrap_or_default(),
            _ => error.to_string(),
        };
        let reason = Phrase::new("target-system").with("path", named).with("said", words);
        Self { reason, may_pass, has_begun: false }
    }
}

/// A link lies where a folder or file is looked for.
pub fn link_in_the_way(path: &str) -> FarError {
    FarError::lasting(Phrase::new("target-link").with("path", path))
}

/// A file is larger than it can be, or comes to no end.
pub fn too_large(path: &str) -> FarError {
    FarError::lasting(Phrase::new("target-damaged").with("path", path))
}

/// A target that is open. Several threads use it.
pub trait Far: Sync {
    /// Reads a file of at most so many bytes; none where there is none.
    fn read(&self, path: &FarPath, most: u64) -> Result<Option<Vec<u8>>, FarError>;

    /// The names in a folder, which is empty for the top; none where there is no folder.
    fn names(&self, folder: &str) -> Result<Vec<String>, FarError>;

    /// Puts a file: to a name of its own first, its size checked, then to its place in one step. Folders that it needs are made.
    fn put(&self, path: &FarPath, bytes: &[u8]) -> Result<(), FarError>;

    /// Makes a file that is not there yet. False: there is one.
    fn create(&self, path: &FarPath, bytes: &[u8]) -> Result<bool, FarError>;

    /// Removes a file. What is gone already is as good.
    fn remove(&self, path: &FarPath) -> Result<(), FarError>;

    /// Removes a folder if it is empty.
    fn remove_folder(&self, folder: &str);

    /// Begins the journal anew, in one step.
    fn begin_journal(&self, text: &[u8]) -> Result<(), FarError>;

    /// Adds lines to the journal.
    fn note(&self, lines: &[u8]) -> Result<(), FarError>;

    /// Removes what a publication that broke off left half written.
    fn tidy(&self) -> Result<(), FarError>;
}

/// The folder on a target that files lie in while they are written.
pub const PARTS: &str = ".fcsite-parts";
