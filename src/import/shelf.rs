//! Pictures that were handed over with an export, found by the addresses that the old site had for them.
//!
//! An address is never a way: it is compared with the names of what was handed over. Of files beside the export these are the ones in a
//! folder `uploads`, as WordPress has it, and the whole way within it must be that of the address: a picture of the person's own that has the
//! same name somewhere else is nobody's to take. Files that a person has chosen one by one have no folders; they are known by their names,
//! where the export has one picture of that name and no other.
//!
//! WordPress makes smaller copies of a picture, `foto-300x200.jpg`, and texts show those; what is wanted is the picture itself.

use std::collections::{BTreeSet, HashMap};

use crate::base::percent_decoded;

/// The folder of WordPress that pictures lie in.
const UPLOADS: &str = "uploads/";

/// What was handed over with an export, by the ways within `uploads` in small letters.
pub struct PictureShelf<'a> {
    known: HashMap<String, &'a str>,
    /// Which pictures of a name were asked for that somebody chose.
    asked: HashMap<String, BTreeSet<String>>,
}

impl<'a> PictureShelf<'a> {
    /// Of files' names, with the folders that they are in.
    pub fn of(names: &'a [String]) -> Self {
        let mut known = HashMap::new();
        let mut twice = BTreeSet::new();
        for name in names {
            let way = name.to_lowercase();
            let inner =
                within_uploads(&way).map(str::to_string).or_else(|| (!way.contains('/')).then_some(way));
            let Some(inner) = inner else { continue };
            if known.insert(inner.clone(), name.as_str()).is_some() {
                twice.insert(inner);
            }
        }
        known.retain(|way, _| !twice.contains(way));
        Self { known, asked: HashMap::new() }
    }

    /// The file of an address. Which pictures have one name is known when all were asked for once.
    pub fn find(&mut self, address: &str) -> Option<&'a str> {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let path = path
            .split_once("://")
            .map_or(path, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
        let path = percent_decoded(path).to_lowercase();
        let path = path.trim_start_matches('/');
        let path = within_uploads(path).unwrap_or(path);
        let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
        let whole = of_whole(name);
        let origin = whole.clone().unwrap_or_else(|| name.to_string());
        let all =
            [whole.clone(), whole.map(|name| scaled(&name)), Some(scaled(name)), Some(name.to_string())];
        let mut all = all.into_iter().flatten();
        all.find_map(|name| {
            let slash = if folder.is_empty() { "" } else { "/" };
            if let Some(found) = self.known.get(&format!("{folder}{slash}{name}")) {
                return Some(*found);
            }
            let chosen = self.known.get(&name).filter(|chosen| !chosen.contains('/')).copied()?;
            let asked = self.asked.entry(name).or_default();
            asked.insert(format!("{folder}/{origin}"));
            (asked.len() == 1).then_some(chosen)
        })
    }
}

/// `…/wp-content/uploads/2021/01/hus.jpg` → `2021/01/hus.jpg`.
fn within_uploads(way: &str) -> Option<&str> {
    let at = if way.starts_with(UPLOADS) { Some(0) } else { way.find("/uploads/").map(|at| at + 1) };
    way.get(at? + UPLOADS.len()..)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_beside_an_export_is_found_by_its_whole_way_within_uploads() {
        let names = [
            "uploads/2021/01/Hus.JPG",
            "wp-content/uploads/2022/02/hus.jpg",
            "uploads/2021/01/stor-scaled.png",
            "uploads/å b.png",
            "privat/familjen.jpg",
            "2021/01/semester.jpg",
        ];
        let names: Vec<String> = names.iter().map(ToString::to_string).collect();
        let mut shelf = PictureShelf::of(&names);
        for (address, found) in [
            (
                "https://x.example/wp-content/uploads/2021/01/hus-1024x768.jpg?w=3",
                Some("uploads/2021/01/Hus.JPG"),
            ),
            (
                "https://x.example/wp-content/uploads/2022/02/hus.jpg",
                Some("wp-content/uploads/2022/02/hus.jpg"),
            ),
            ("https://x.example/blogg/wp-content/uploads/2021/01/hus.jpg", Some("uploads/2021/01/Hus.JPG")),
            // That of WordPress.com has no such folder in its addresses.
            ("https://x.files.example/2021/01/hus.jpg", Some("uploads/2021/01/Hus.JPG")),
            ("/wp-content/uploads/2021/01/stor-300x300.png", Some("uploads/2021/01/stor-scaled.png")),
            ("/wp-content/uploads/%C3%A5%20b.png", Some("uploads/å b.png")),
            // The name alone is not enough, nor is a way that is not whole.
            ("https://x.example/wp-content/uploads/2023/03/hus.jpg", None),
            ("https://x.example/hus.jpg", None),
            ("https://x.example/01/hus.jpg", None),
            // What is no part of the export is nobody's to name.
            ("https://x.example/privat/familjen.jpg", None),
            ("https://x.example/2021/01/semester.jpg", None),
            ("https://x.example/wp-content/uploads/../privat/familjen.jpg", None),
            ("https://x.example/wp-content/uploads/%2e%2e/%2e%2e/privat/familjen.jpg", None),
            ("/../../etc/passwd", None),
            ("/%", None),
        ] {
            assert_eq!(shelf.find(address), found, "{address}");
        }
    }

    #[test]
    fn a_picture_that_was_chosen_is_found_by_its_name_where_one_alone_is_called_so() {
        let names: Vec<String> = ["hus.jpg", "torg.jpg"].map(str::to_string).to_vec();
        let mut shelf = PictureShelf::of(&names);
        for _ in 0..2 {
            assert_eq!(
                shelf.find("https://x.example/wp-content/uploads/2021/01/hus-300x200.jpg"),
                Some("hus.jpg")
            );
            assert_eq!(shelf.find("https://x.example/wp-content/uploads/2021/01/hus.jpg"), Some("hus.jpg"));
            shelf.find("https://x.example/wp-content/uploads/2021/01/torg.jpg");
            shelf.find("https://x.example/wp-content/uploads/2022/02/torg.jpg");
        }
        assert_eq!(shelf.find("https://x.example/wp-content/uploads/2021/01/torg.jpg"), None);
        assert_eq!(shelf.find("https://x.example/wp-content/uploads/2022/02/torg.jpg"), None);
    }
}
