//! The names of fcsite's own files in an output and beside it, of what is let be there, and which names a page may have.

use std::path::Path;

use super::error::PublishError;
use crate::host::ground::TEMPORARY;

/// The list of the files of a site, at the top of the output.
pub const MANIFEST: &str = ".fcsite-manifest";
/// What continues it.
pub(super) const JOURNAL: &str = ".fcsite-journal";
/// The lock's name, beside the output or in it.
pub(super) const LOCK: &str = ".fcsite-lock";
/// The stage's name, beside the output or in it.
pub(super) const STAGE: &str = ".fcsite-stage";

/// What is let be at the top of the output, and stays through every build.
pub(super) const LET_BE: [&str; 4] = [".gitignore", ".gitkeep", ".well-known", "CNAME"];

/// What file managers leave everywhere. It is never removed, and is no reason to refuse a folder.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// A name that no page may have at the top of the output, whatever the case.
pub(super) fn is_reserved(top: &str) -> bool {
    if !matches!(top.as_bytes().first(), Some(b'.' | b'c' | b'C')) {
        return false;
    }
    let top = top.to_lowercase();
    top.starts_with(".fcsite-") || LET_BE.iter().any(|name| name.eq_ignore_ascii_case(&top))
}

/// Is this what a file manager leaves behind?
pub(super) fn is_litter(path: &str) -> bool {
    LITTER.contains(&path.rsplit_once('/').map_or(path, |(_, name)| name))
}

/// Is this name at the top of the output let be, or our own beside the pages?
pub(super) fn is_let_be(name: &str) -> bool {
    let ours = [MANIFEST, JOURNAL, STAGE, LOCK];
    LET_BE.contains(&name) || ours.contains(&name) || is_part(name)
}

/// Is this a temporary file of ours, which a killed build left?
pub(super) fn is_part(path: &str) -> bool {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    // As it was made: anything longer could be a page.
    name.strip_prefix(TEMPORARY)
        .is_some_and(|number| number.len() == 16 && number.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// A path inside a folder, as the manifest writes it. None for names that are no text.
pub(super) fn text_of(path: &Path) -> Option<String> {
    let path = path.to_str()?;
    Some(if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() })
}

/// No path of a site is longer, in bytes, nor deeper. A list that somebody made up costs no more than its length so.
const LONGEST: usize = 1024;
const DEEPEST: usize = 32;

/// Lets only plain relative paths through.
pub(super) fn vet(path: &str) -> Result<(), PublishError> {
    // By bytes: lists of many thousands of paths are read at every build.
    let bytes = path.as_bytes();
    let parts = || bytes.split(|byte| *byte == b'/');
    let why = if path.is_empty() {
        "it is empty"
    } else if path.len() > LONGEST || parts().count() > DEEPEST {
        "it is longer or deeper than the path of any page"
    } else if path.starts_with('/') {
        "it begins at the top of the disk"
    } else if bytes.contains(&b'\\') {
        "it holds a backslash"
    } else if bytes.iter().any(u8::is_ascii_control) || !path.is_ascii() && path.contains(char::is_control) {
        "it holds a control character"
    } else if parts().any(<[u8]>::is_empty) {
        "a folder or file in it has no name"
    } else if parts().any(|part| matches!(part, b"." | b"..")) {
        "it leads through . or .."
    } else if is_reserved(top(path)) {
        "that name is kept for others at the top of the output"
    } else {
        return Ok(());
    };
    Err(PublishError::BadPath { path: path.to_owned(), why })
}

/// The folder, or file, at the top of the output that a path begins with.
pub(super) fn top(path: &str) -> &str {
    path.split_once('/').map_or(path, |(top, _)| top)
}

/// The folders above a path, the nearest first.
pub(super) fn parents(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(path.rsplit_once('/').map(|(folder, _)| folder), |folder| {
        folder.rsplit_once('/').map(|(above, _)| above)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_relative_paths_pass() {
        for good in ["index.html", "a/b/c.css", "å/ä ö.html", "a/.well-known/x", "a..b/c", "...", "a:b"] {
            assert!(vet(good).is_ok(), "{good}");
        }
        let bad = [
            "",
            "/",
            "/etc/passwd",
            "..",
            "../x",
            "a/../x",
            "a/..",
            ".",
            "./a",
            "a/./b",
            "a//b",
            "a/",
            "a\\b",
            "a\0b",
            "a\nb",
            "a\u{85}b",
            ".fcsite-manifest",
            ".fcsite-stage/x",
            ".fcsite-anything",
            ".FCSITE-manifest",
            "CNAME",
            "cname",
            ".gitignore",
            ".gitkeep",
            ".well-known/security.txt",
        ];
        for bad in bad {
            assert!(matches!(vet(bad), Err(PublishError::BadPath { .. })), "{bad:?}");
        }
    }
}
