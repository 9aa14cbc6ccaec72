//! Paths on a target. What stands in the list or the journal of a target may have been written by anybody who can write there, so a path
//! is checked before anything is done with it: it leads to a file below the target's folder, on every system, or it is no path.

use std::fmt;

use crate::base::{OutputPath, forbidden};

/// What begins the names that are fcsite's own on a target.
const OWN: &str = ".fcsite-";

/// No path of a site is longer: an address of this length no browser takes.
const LONGEST: usize = 2000;

/// Nor deeper, as that of an output.
const DEEPEST: usize = 32;

/// Names at the top that belong to the server or to the people who run it.
const KEPT: [&str; 1] = ["cname"];

/// A file of the site on a target, or one of the few of fcsite's own there.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FarPath(OutputPath);

impl FarPath {
    /// The path of a file of a site; none for what leads elsewhere, for what some system cannot have, and for what is hidden.
    pub fn parse(path: &str) -> Option<Self> {
        let is_plain = |part: &str| !part.starts_with('.') && forbidden(part).is_none();
        let top = path.split('/').next().unwrap_or_default();
        let is_kept = KEPT.iter().any(|kept| top.eq_ignore_ascii_case(kept));
        let is_good = path.len() <= LONGEST
            && path.split('/').count() <= DEEPEST
            && path.split('/').all(is_plain)
            && !is_kept;
        Some(Self(OutputPath::new(path).filter(|_| is_good)?))
    }

    /// A file of fcsite's own at the top of a target.
    pub fn own(name: &str) -> Option<Self> {
        let is_name =
            name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        OutputPath::new(&format!("{OWN}{name}")).filter(|_| is_name).map(Self)
    }

    /// Is it the name of a file of fcsite's own at the top of a target: a list, a journal, a lock?
    pub fn is_own(name: &str) -> bool {
        name.starts_with(OWN)
    }

    /// The path as text, with `/` between its parts.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The folders above it, the nearest first.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        std::iter::successors(above(self.as_str()), |path| above(path))
    }
}

fn above(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(folder, _)| folder)
}

/// The folder of a path on a target, which may be its top, and the name in it.
pub fn parted(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

impl fmt::Display for FarPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leads_elsewhere_or_that_a_system_cannot_have_is_none() {
        let bad = [
            "",
            "/",
            "/etc/passwd",
            "..",
            "../x",
            "a/../x",
            "a/..",
            ".",
            "a/./b",
            "a//b",
            "a/",
            "a\\b",
            "..\\x",
            "C:\\x",
            "c:x",
            "a:b",
            "\\\\server\\x",
            "a\0b",
            "a\nb",
            "con",
            "a/NUL.html",
            "a/com1",
            "a/b.",
            "a/b ",
            "a/x?",
            "CNAME",
            "cname",
            ".fcsite-published",
            "a/.fcsite-parts/x",
            ".well-known/x",
            ".htaccess",
            "a/.git/config",
        ];
        let deep = |folders: usize| format!("{}index.html", "a/".repeat(folders));
        assert!(FarPath::parse(&deep(DEEPEST - 1)).is_some() && FarPath::parse(&deep(DEEPEST)).is_none());
        for bad in bad {
            assert!(FarPath::parse(bad).is_none(), "{bad:?}");
        }
        assert!(FarPath::parse(&"x".repeat(3000)).is_none());
        for good in [
            "index.html",
            "a/b/c.css",
            "å/ä ö.html",
            "a..b/c",
            "assets/base.0123abcd.css",
            "connys/index.html",
        ] {
            assert!(FarPath::parse(good).is_some(), "{good}");
        }
    }

    #[test]
    fn the_folders_above_a_path_are_said_from_the_nearest() {
        let path = FarPath::parse("a/b/c.html").unwrap();
        assert_eq!(path.folders().collect::<Vec<_>>(), ["a/b", "a"]);
        assert_eq!(FarPath::parse("c.html").unwrap().folders().count(), 0);
    }
}
