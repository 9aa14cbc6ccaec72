//! Where the editor is: below a path that nobody can know before, chosen when the first editor of the process is made.
//!
//! A browser sends a cookie to each port of a host, and a program of another account may listen at one. But a cookie goes with the path that it
//! was given for and those below it; so of a path that nobody else knows no other server is sent it. For that the path itself must reach nobody:
//! it is in no address that a program is started with or that the terminal shows. Those lead to the [`DOOR`], which leads on who has a key.

use std::fmt;
use std::io;
use std::sync::OnceLock;

use super::request::is_same;
use super::secret;

/// Where whoever has a key is let in. Everything else below it is locked.
pub const DOOR: &str = "/redigera/";

/// The beginning of the path of this process's editor, and of each before.
const BEGINNING: &str = "/redigera-";

/// How many digits follow.
const DIGITS: usize = 32;

static CHOSEN: OnceLock<String> = OnceLock::new();

/// The path of the editor, with a slash at both ends.
pub const PREFIX: Prefix = Prefix;

/// See [`PREFIX`]. It is asked of the process when it is written.
#[derive(Clone, Copy, Debug)]
pub struct Prefix;

impl fmt::Display for Prefix {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without an editor there is nobody who would write it.
        out.write_str(CHOSEN.get().map_or(DOOR, String::as_str))
    }
}

/// Chooses the path, once for the process.
pub fn choose() -> io::Result<()> {
    let path = format!("{BEGINNING}{}/", secret()?);
    CHOSEN.get_or_init(|| path);
    Ok(())
}

/// Parts a path into the place of an editor and what is asked of it. The place is this one's, the door, or that of an editor that was here
/// before: a page of it may still be open, and what was typed there is given back. None where it is none of them.
pub fn parted(path: &str) -> Option<(&str, &str)> {
    let length = match path.strip_prefix(BEGINNING) {
        Some(rest) => {
            let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
            rest.bytes().take(DIGITS).all(is_digit).then_some(BEGINNING.len() + DIGITS + 1)?
        }
        None => DOOR.len(),
    };
    let (place, rest) = path.split_at_checked(length)?;
    (place.ends_with('/') && (place == DOOR || place.starts_with(BEGINNING))).then_some((place, rest))
}

/// Is a place that was asked this process's own?
pub fn is_own(place: &str) -> bool {
    CHOSEN.get().is_some_and(|own| is_same(own, place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_is_chosen_once_and_by_chance() {
        choose().unwrap();
        let chosen = PREFIX.to_string();
        choose().unwrap();
        assert_eq!(PREFIX.to_string(), chosen);
        assert!(is_own(&chosen) && !is_own(DOOR) && !is_own(&chosen[1..]));
        assert_eq!(parted(&format!("{PREFIX}k/alfa")), Some((chosen.as_str(), "k/alfa")));
    }

    #[test]
    fn only_what_an_editor_may_have_had_is_an_editors_place() {
        let before = format!("/redigera-{}/", "0f".repeat(16));
        assert_eq!(parted(&format!("{before}f/x")), Some((before.as_str(), "f/x")));
        assert_eq!(parted("/redigera/"), Some(("/redigera/", "")));
        let others = [
            "",
            "/",
            "/redigera",
            "/redigerat/x",
            "/redigera-",
            "/redigera-x/",
            "/alfa/redigera/",
            &before.replace('f', "F"),
            &before.replace("0f/", "0f0/"),
            &before.replace("0f/", "0/"),
            &before[..before.len() - 1],
            "/redigera-åååååååååååååååååååååååååååååååå/",
        ];
        assert_eq!(others.into_iter().find(|path| parted(path).is_some()), None);
    }
}
