//! What a target can do, whatever it is: a folder, a server.

use std::fmt;
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

/// So much of what a server says is told, in characters.
const MOST_SAID: usize = 200;

/// The longest path of a folder that a server may name, in bytes.
#[cfg(any(feature = "sftp", feature = "ftps"))]
pub const LONGEST_TOP: usize = 4096;

/// As much of what a server said as is told.
pub fn told(said: impl fmt::Display) -> String {
    said.to_string().chars().take(MOST_SAID).collect()
}

/// A path on a target as it is told: the folder that it begins with may be as long as the server likes, and its end says which file it is.
pub fn shown(path: &str) -> String {
    let begin = path.char_indices().rev().nth(MOST_SAID).map(|(at, _)| at);
    begin.and_then(|at| path.get(at..)).map_or_else(|| path.to_string(), |end| format!("…{end}"))
}

/// What a server said of a file.
pub fn said_of(path: &str, said: impl fmt::Display) -> Phrase {
    Phrase::new("target-system").with("path", shown(path)).with("said", told(said))
}

/// A file is not as long as what was sent, or as it was said to be.
pub fn too_short(path: &str) -> FarError {
    FarError::passing(Phrase::new("target-short").with("path", shown(path)))
}

/// A link lies where a folder or file is looked for.
pub fn link_in_the_way(path: &str) -> FarError {
    FarError::lasting(Phrase::new("target-link").with("path", shown(path)))
}

/// A file is larger than it can be, or comes to no end.
pub fn too_large(path: &str) -> FarError {
    FarError::lasting(Phrase::new("target-damaged").with("path", shown(path)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_what_a_server_says_a_few_lines_are_told_and_of_a_long_path_its_end() {
        assert_eq!((shown("/top/a.html"), told("nej")), ("/top/a.html".to_string(), "nej".to_string()));
        let long = format!("/{}/å.html", "t".repeat(100_000));
        let told_path = shown(&long);
        assert!(told_path.starts_with('…') && told_path.ends_with("t/å.html"), "{told_path}");
        assert!(told_path.chars().count() <= MOST_SAID + 2 && told(&long).chars().count() == MOST_SAID);
    }
}
