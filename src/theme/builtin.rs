//! The base theme inside the program.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use super::read::read_yaml;
use crate::base::SourcePath;

/// Its files: path below the source folder, and bytes.
pub const BASE: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/base_theme.rs"));

/// Words by key, of one file.
pub type FileWords = BTreeMap<String, String>;

/// A file inside the program, and what it says.
type BuiltInWords = (&'static [u8], OnceLock<FileWords>);

/// The words inside the program, by their files. Each is read when it is first asked for, once for all themes.
static WORDS: LazyLock<BTreeMap<&'static str, BuiltInWords>> = LazyLock::new(|| {
    let words = BASE.iter().filter(|(path, _)| path.contains("/words/"));
    words.map(|(path, bytes)| (*path, (*bytes, OnceLock::new()))).collect()
});

/// Is a file of words the one inside the program? That one has no fault to tell of.
pub fn has_words(path: &str, bytes: &[u8]) -> bool {
    WORDS.get(path).is_some_and(|(known, _)| *known == bytes)
}

/// The words of a file inside the program.
pub fn words(path: &str) -> Option<&'static FileWords> {
    let (bytes, words) = WORDS.get(path)?;
    let read = || read_yaml(&SourcePath::new(path), bytes, &mut Vec::new()).unwrap_or_default();
    Some(words.get_or_init(read))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_inside_the_program_have_no_fault_to_tell_of() {
        assert!(WORDS.len() >= 8);
        for (path, (bytes, _)) in &*WORDS {
            let mut found = Vec::new();
            let read: Option<FileWords> = read_yaml(&SourcePath::new(path), bytes, &mut found);
            assert!(read.is_some_and(|words| words.len() > 100) && found.is_empty(), "{path}: {found:?}");
        }
    }
}
