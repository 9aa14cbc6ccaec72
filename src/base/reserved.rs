//! Names that some system cannot have, so that no file of the source or of the output may have them: what is written here is cloned, copied and
//! served elsewhere.
//!
//! The rules are those of Windows, which are the narrowest: <https://learn.microsoft.com/windows/win32/fileio/naming-a-file>.

use super::named;

/// More letters than this no name of a page, news item, centre or municipality may have: 255 is what systems allow for a name and
/// 260 what Windows allows for all of the way to a file.
pub const LONGEST_NAME: usize = 100;

named! {
    /// Why Windows cannot have a name, by the word for it in messages.
    pub enum Forbidden: word {
        /// It is the name of a device, with an ending or without: `con`, `aux.jpg`, `COM1`.
        Device = "device",
        /// It ends with a dot or a blank, which Windows drops.
        End = "end",
        /// It holds one of `<>:"|?*\`.
        Sign = "sign",
    }
}

/// Why Windows cannot have a file or folder of this name; none where it can.
pub fn forbidden(name: &str) -> Option<Forbidden> {
    if is_device(name) {
        Some(Forbidden::Device)
    } else if name.ends_with(['.', ' ']) {
        Some(Forbidden::End)
    } else if name.bytes().any(|byte| matches!(byte, b'<' | b'>' | b':' | b'"' | b'|' | b'?' | b'*' | b'\\'))
    {
        Some(Forbidden::Sign)
    } else {
        None
    }
}

/// A name like this one that every system can have.
pub fn allowed(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|c| if matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\') { '-' } else { c })
        .collect();
    let name = name.trim_end_matches(['.', ' ']);
    if !is_device(name) {
        return name.to_string();
    }
    let (stem, ending) = name.split_at(name.find('.').unwrap_or(name.len()));
    format!("{}-1{ending}", stem.trim_end())
}

/// A slug that is not longer than names may be, cut at a hyphen where there is one.
pub fn shortened(slug: &str) -> &str {
    shortened_to(slug, LONGEST_NAME)
}

/// A slug that is not longer than this, cut at a hyphen where there is one.
pub fn shortened_to(slug: &str, most: usize) -> &str {
    if slug.len() <= most {
        return slug;
    }
    let cut = slug.get(..most).unwrap_or(slug);
    let end = cut.rfind('-').filter(|at| *at > most / 2).unwrap_or(cut.len());
    cut.get(..end).unwrap_or(cut)
}

fn is_device(name: &str) -> bool {
    // What comes after a dot does not make it another name to Windows.
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    // None has more than seven letters or begins with another, and this is asked of every file.
    let begins = stem.starts_with(['c', 'C', 'p', 'P', 'a', 'A', 'n', 'N', 'l', 'L']);
    if !begins || !(3..=7).contains(&stem.chars().take(8).count()) {
        return false;
    }
    let lower = stem.to_lowercase();
    let numbered = lower.strip_prefix("com").or_else(|| lower.strip_prefix("lpt"));
    matches!(lower.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$" | "clock$")
        || numbered.is_some_and(|rest| {
            matches!(rest.chars().next(), Some('0'..='9' | '¹' | '²' | '³')) && rest.chars().count() == 1
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_forbidden_in_any_case_and_with_any_ending() {
        for (name, right) in [
            ("con", "con-1"),
            ("CON", "CON-1"),
            ("aux.md", "aux-1.md"),
            ("nul.en.md", "nul-1.en.md"),
            ("prn.tar.gz", "prn-1.tar.gz"),
            ("com1", "com1-1"),
            ("COM9.jpg", "COM9-1.jpg"),
            ("lpt0.pdf", "lpt0-1.pdf"),
            ("com².png", "com²-1.png"),
            ("con .jpg", "con-1.jpg"),
            ("conin$", "conin$-1"),
        ] {
            assert_eq!(forbidden(name), Some(Forbidden::Device), "{name}");
            assert_eq!(allowed(name), right);
            assert_eq!(forbidden(right), None, "{right}");
        }
        for name in [
            "conny",
            "auxiliar.md",
            "com",
            "com10",
            "lpt",
            "console",
            "nul-1",
            "x.con",
            "a.aux.md",
            "2026-01-10-con.md",
            "",
            "com1a",
        ] {
            assert_eq!(forbidden(name), None, "{name}");
        }
    }

    #[test]
    fn what_windows_drops_or_keeps_for_itself_is_forbidden_and_replaced() {
        for (name, why, right) in [
            ("bild.", Forbidden::End, "bild"),
            ("bild. .", Forbidden::End, "bild"),
            ("bild.jpg ", Forbidden::End, "bild.jpg"),
            ("kl 10:30.jpg", Forbidden::Sign, "kl 10-30.jpg"),
            ("vad?.pdf", Forbidden::Sign, "vad-.pdf"),
            ("a<b>|*\"c\\.jpg", Forbidden::Sign, "a-b----c-.jpg"),
            ("con:", Forbidden::Sign, "con-"),
        ] {
            assert_eq!(forbidden(name), Some(why), "{name}");
            assert_eq!(allowed(name), right);
            assert_eq!(forbidden(right), None, "{right}");
        }
    }

    #[test]
    fn a_long_slug_is_cut_between_words() {
        let words = "ord-".repeat(60);
        assert_eq!(shortened(&words).len(), 99);
        assert!(shortened(&words).ends_with("ord"));
        assert_eq!(shortened(&"x".repeat(244)).len(), LONGEST_NAME);
        assert_eq!(shortened("om"), "om");
    }
}
