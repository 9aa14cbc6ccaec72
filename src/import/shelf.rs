//! Pictures that lie beside an export, found by the addresses that the old site had for them.
//!
//! An address is never a way: its parts are compared with the names of what lies there. WordPress makes smaller copies of a picture,
//! `foto-300x200.jpg`, and texts show those; what is wanted is the picture itself.

use std::collections::HashMap;

/// What lies beside an export, by the names of files in small letters.
pub struct PictureShelf<'a> {
    named: HashMap<String, Vec<&'a str>>,
}

impl<'a> PictureShelf<'a> {
    /// Of files' names, with the folders that they are in.
    pub fn of(names: &'a [String]) -> Self {
        let mut named: HashMap<String, Vec<&'a str>> = HashMap::new();
        for name in names {
            let last = name.rsplit('/').next().unwrap_or_default().to_lowercase();
            named.entry(last).or_default().push(name);
        }
        Self { named }
    }

    /// The file of an address: the one of its name, and where several have it, the one whose folders are the address's too.
    pub fn find(&self, address: &str) -> Option<&'a str> {
        let path = address.split(['?', '#']).next().unwrap_or_default().to_lowercase();
        let path = percent_decoded(&path);
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", &path));
        let whole = of_whole(name);
        let all =
            [whole.clone(), whole.map(|name| scaled(&name)), Some(scaled(name)), Some(name.to_string())];
        all.into_iter().flatten().find_map(|name| {
            let found = self.named.get(&name)?;
            match found.as_slice() {
                [only] => Some(*only),
                several => {
                    let is_in = |file: &&&str| {
                        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder).to_lowercase();
                        !folder.is_empty() && format!("{folders}/").ends_with(&format!("/{folder}/"))
                            || two_last(&folder).is_some_and(|last| folders.ends_with(last))
                    };
                    let mut fit = several.iter().filter(is_in);
                    fit.next().copied().filter(|_| fit.next().is_none())
                }
            }
        })
    }
}

/// `uploads/2021/01` → `2021/01`.
fn two_last(folder: &str) -> Option<&str> {
    let (before, _) = folder.rsplit_once('/')?;
    let start = before.rfind('/').map_or(0, |at| at + 1);
    folder.get(start..)
}

/// `foto-300x200.jpg` → `foto.jpg`.
fn of_whole(name: &str) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    let (before, size) = stem.rsplit_once('-')?;
    let (width, height) = size.split_once('x')?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_number(width) && is_number(height)).then(|| format!("{before}.{ending}"))
}

/// `foto.jpg` → `foto-scaled.jpg`, as WordPress calls what it has made of a large picture.
fn scaled(name: &str) -> String {
    name.rsplit_once('.').map_or_else(|| name.to_string(), |(stem, ending)| format!("{stem}-scaled.{ending}"))
}

fn percent_decoded(path: &str) -> String {
    let mut out = Vec::with_capacity(path.len());
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        let mut rest = bytes.clone();
        let mut digit = || char::from(rest.next()?).to_digit(16);
        let coded = (byte == b'%').then(|| u8::try_from(digit()? * 16 + digit()?).ok()).flatten();
        out.push(coded.unwrap_or(byte));
        if coded.is_some() {
            bytes = rest;
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| path.to_string()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_found_by_its_name_and_where_several_have_it_by_its_folders() {
        let names = [
            "foto.jpg",
            "uploads/2021/01/Hus.JPG",
            "uploads/2022/02/hus.jpg",
            "uploads/2021/01/stor-scaled.png",
            "å b.png",
        ];
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        let shelf = PictureShelf::of(&names);
        for (address, found) in [
            ("https://x.example/wp-content/uploads/2020/01/foto-300x200.jpg?w=3", Some("foto.jpg")),
            (
                "https://x.example/wp-content/uploads/2021/01/hus-1024x768.jpg",
                Some("uploads/2021/01/Hus.JPG"),
            ),
            ("https://x.example/wp-content/uploads/2022/02/hus.jpg", Some("uploads/2022/02/hus.jpg")),
            ("https://x.example/hus.jpg", None),
            ("/stor-300x300.png", Some("uploads/2021/01/stor-scaled.png")),
            ("/%C3%A5%20b.png", Some("å b.png")),
            ("/../../etc/passwd", None),
            ("/%", None),
        ] {
            assert_eq!(shelf.find(address), found, "{address}");
        }
    }
}
