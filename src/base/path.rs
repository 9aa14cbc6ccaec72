//! Paths as text: what lies in the source folder, and what shall lie in the output.
//!
//! Both are relative, written with `/`, and checked when they are made, so that no later room has to ask again whether a
//! path leads out of its folder.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{allowed, shortened, without_copy_mark};

/// A file of the source folder, such as `content/botkyrka/centres/fittja.yaml`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// A path below the source folder. The caller has it from a walk of that folder, or from [`SourcePath::join`].
    pub fn new(path: &str) -> Self {
        Self(Arc::from(path))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that the file lies in, without a slash at the end; empty at the top.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The file's name.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// The file's name up to its last dot.
    pub fn stem(&self) -> &str {
        let name = self.name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The ending of the file's name, without the dot; empty when there is none.
    pub fn extension(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// Follows `relative` from `folder`; none when it leads out of the source folder or is not a relative path.
    pub fn join(folder: &str, relative: &str) -> Option<Self> {
        if relative.starts_with('/') || relative.contains(['\\', '\0', ':']) {
            return None;
        }
        let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
        for part in relative.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                name => parts.push(name),
            }
        }
        Some(Self::new(&parts.join("/")))
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

/// A file of the output, such as `botkyrka/nyheter/2021-01-27-slug/index.html`.
///
/// Made from slugs and fixed words alone, so it cannot lead out of the output folder.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "Arc<str>")]
pub struct OutputPath(Arc<str>);

impl OutputPath {
    /// The path, when each of its parts is a plain name: not empty, not `.` or `..`, without separators or control characters.
    pub fn new(path: &str) -> Option<Self> {
        let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
        // Most are ASCII, and whole lists of them are read.
        let is_bad = |byte: u8| byte.is_ascii_control() || matches!(byte, b'\\' | b':');
        let has_bad = path.bytes().any(is_bad) || (!path.is_ascii() && path.contains(char::is_control));
        (!has_bad && path.split('/').all(plain)).then(|| Self(Arc::from(path)))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<Arc<str>> for OutputPath {
    type Error = &'static str;

    fn try_from(path: Arc<str>) -> Result<Self, Self::Error> {
        Self::new(&path).ok_or("not a path of the output")
    }
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Is this a name that may stand in a URL: `[a-z0-9-]`, not empty?
pub fn is_slug(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// The slug of a text, as Swedish addresses are written: å and ä become a, ö becomes o, é becomes e; what is left that is
/// not a letter or digit becomes one hyphen. Empty when nothing is left.
pub fn slug_of(text: &str) -> String {
    // Most words are their own slug, and all words of many texts are asked about.
    if text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return text.to_string();
    }
    let mut slug = String::with_capacity(text.len());
    for part in slug_parts(text) {
        match part {
            "-" if slug.is_empty() || slug.ends_with('-') => {}
            part => slug.push_str(part),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Is this the slug of a text? It is compared as it is made, so that most texts cost a few characters.
pub fn is_slug_of(slug: &str, text: &str) -> bool {
    let mut rest = slug;
    let mut is_parted = false;
    for part in slug_parts(text) {
        if part == "-" {
            is_parted = rest.len() < slug.len();
            continue;
        }
        let after = if is_parted { rest.strip_prefix('-') } else { Some(rest) };
        let Some(after) = after.and_then(|rest| rest.strip_prefix(part)) else { return false };
        (rest, is_parted) = (after, false);
    }
    rest.is_empty()
}

/// What the characters of a text become in a slug: letters, digits, and `-` for all else.
fn slug_parts(text: &str) -> impl Iterator<Item = &'static str> {
    use unicode_normalization::UnicodeNormalization;
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
    let part = |c: char| match c {
        'a'..='z' => PLAIN.get(c as usize - 'a' as usize..).and_then(|rest| rest.get(..1)),
        '0'..='9' => PLAIN.get(26 + c as usize - '0' as usize..).and_then(|rest| rest.get(..1)),
        'æ' => Some("ae"),
        'ø' => Some("o"),
        'ß' => Some("ss"),
        'đ' => Some("d"),
        'ł' => Some("l"),
        'ı' => Some("i"),
        '\u{300}'..='\u{36f}' => None,
        _ => Some("-"),
    };
    text.chars().flat_map(char::to_lowercase).nfd().filter_map(part)
}

/// As much of a file's stem as leaves room for what is put after it: a hash tells the files apart.
pub fn short_stem(stem: &str) -> &str {
    const MOST: usize = 120;
    if stem.len() <= MOST {
        return stem;
    }
    stem[..stem.floor_char_boundary(MOST)].trim_end_matches('-')
}

/// The name that is proposed for a page, a centre or a municipality: a slug that every system can have, without the marks of a copy.
pub fn proposed_name(text: &str) -> String {
    let bare = without_copy_mark(text);
    allowed(shortened(&slug_of(bare.as_deref().unwrap_or(text))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_written_as_swedish_addresses_are() {
        assert_eq!(slug_of("Öppna förskolan på Ångström, René 2"), "oppna-forskolan-pa-angstrom-rene-2");
        assert_eq!(slug_of("  –  "), "");
        for text in ["Öppna förskolan på Ångström, René 2", "  –  ", "-a- -b-", "Æ ß İ", "a"] {
            let slug = slug_of(text);
            assert!(is_slug_of(&slug, text), "{text}");
            for other in [
                "",
                "a",
                "b",
                "oppna",
                "-",
                "a-b-",
                "a-b-c",
                "aess",
                &format!("{slug}-"),
                &format!("{slug}a"),
            ] {
                assert_eq!(is_slug_of(other, text), other == slug, "{other} of {text}");
            }
        }
        assert!(is_slug(&slug_of("Kvällsvägen 1")));
    }

    #[test]
    fn a_path_that_leads_out_is_no_path() {
        assert_eq!(
            SourcePath::join("content/botkyrka/news", "../images/x.jpg").unwrap().as_str(),
            "content/botkyrka/images/x.jpg"
        );
        assert!(SourcePath::join("content", "../../etc/passwd").is_none());
        assert!(SourcePath::join("content", "/etc/passwd").is_none());
        assert!(OutputPath::new("a/../b").is_none());
        assert!(OutputPath::new("a//b").is_none());
        assert!(OutputPath::new("a/b").is_some());
    }
}
