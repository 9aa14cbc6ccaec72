//! Of the addresses that go, those whose text has probably another name now: the file that took its place, and what is written in it.
//!
//! An alias helps in the file that has the text, and nowhere else. So it is proposed with that file, and only where one is plain: in the
//! same list of the same folder and language, the only new one, or the one that shares a date or a name. Lists and front pages, a language that was
//! taken away and a municipality's folder with another name have no file that could have their addresses.

use std::collections::{BTreeMap, BTreeSet, HashMap};

/// For how many pages that are gone the file is looked for: each among all of its list.
const MOST_SOUGHT: usize = 200;

/// A text's address, taken apart.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct TextAddress<'a> {
    folder: &'a str,
    language: &'a str,
    list: &'a str,
    name: &'a str,
}

impl TextAddress<'_> {
    fn list_of(&self) -> (&str, &str, &str) {
        (self.folder, self.language, self.list)
    }
}

/// The folders that are gone as a whole, at their tops: each had a page for addresses that are not there.
pub(crate) struct OldFolders<'a>(BTreeSet<&'a str>);

impl<'a> OldFolders<'a> {
    /// Those among the files that go.
    pub(crate) fn of(removed: &'a BTreeSet<String>) -> Self {
        let mut folders = Self(BTreeSet::new());
        // One stands before those in it.
        for folder in removed.iter().filter_map(|path| path.strip_suffix("/404.html")) {
            if !folders.has(folder) {
                folders.0.insert(folder);
            }
        }
        folders
    }

    /// In their order.
    pub(crate) fn each(&self) -> impl Iterator<Item = &'a str> {
        self.0.iter().copied()
    }

    /// Is a folder one of them, or in one?
    fn has(&self, folder: &str) -> bool {
        let above = folder.match_indices('/').map(|(at, _)| &folder[..at]);
        above.chain([folder]).any(|folder| self.0.contains(folder))
    }
}

/// The place of a page's path; none for a list, a front page, or what lies in a folder that is gone.
fn place<'a>(
    path: &'a str,
    municipalities: &BTreeSet<String>,
    old: &OldFolders<'_>,
) -> Option<TextAddress<'a>> {
    let inner = path.strip_suffix("/index.html")?;
    if old.has(inner) {
        return None;
    }
    let (top, rest) = inner.split_once('/').unwrap_or((inner, ""));
    let (folder, inner) = if municipalities.contains(top) { (top, rest) } else { ("", inner) };
    const LISTS: [&str; 2] = ["nyheter", "familjecentraler"];
    let (language, inner) = match inner.split_once('/') {
        Some((first, rest)) if !LISTS.contains(&first) => (first, rest),
        _ => ("", inner),
    };
    let (list, name) = inner.split_once('/').unwrap_or(("", inner));
    let is_text = !name.is_empty() && !name.contains('/') && (list.is_empty() || LISTS.contains(&list));
    let is_own = list.is_empty() && (LISTS.contains(&name) || name == "tillganglighet");
    (is_text && !is_own).then_some(TextAddress { folder, language, list, name })
}

/// Is this the address of a text, which a file may have as an alias?
pub(crate) fn is_text(path: &str, municipalities: &BTreeSet<String>, old: &OldFolders<'_>) -> bool {
    place(path, municipalities, old).is_some()
}

/// For each page that is gone the file that took its place, where one is plain.
pub(crate) fn moved<'a>(
    gone: &[&'a str],
    sources: &'a BTreeMap<String, String>,
    municipalities: &BTreeSet<String>,
    old: &OldFolders<'_>,
) -> Vec<(&'a str, &'a str)> {
    let read = |path: &'a str| Some((path, place(path, municipalities, old)?));
    let new: Vec<(&str, TextAddress<'_>)> = sources.keys().filter_map(|path| read(path)).collect();
    let lost: Vec<(&str, TextAddress<'_>)> = gone.iter().filter_map(|path| read(path)).collect();
    let mut moved = Vec::new();
    let (lost_of, new_of) = (by_list(&lost), by_list(&new));
    for (path, place) in lost.iter().take(MOST_SOUGHT) {
        let rivals = lost_of.get(&place.list_of()).map_or(0, Vec::len);
        let candidates = new_of.get(&place.list_of()).map(Vec::as_slice).unwrap_or_default();
        let found = match (candidates, rivals) {
            ([only], 1) => Some(*only),
            _ => {
                let mut near = candidates.iter().filter(|(_, other)| is_near(place.name, other.name));
                near.next().filter(|_| near.next().is_none()).copied()
            }
        };
        moved.extend(found.and_then(|(new, _)| Some((*path, sources.get(*new)?.as_str()))));
    }
    moved
}

type TextsOfList<'l, 'a> = HashMap<(&'l str, &'l str, &'l str), Vec<&'l (&'a str, TextAddress<'a>)>>;

fn by_list<'l, 'a>(texts: &'l [(&'a str, TextAddress<'a>)]) -> TextsOfList<'l, 'a> {
    let mut lists = TextsOfList::new();
    for text in texts {
        lists.entry(text.1.list_of()).or_default().push(text);
    }
    lists
}

/// Do two names share their date, all but the date, or one the other's beginning?
fn is_near(one: &str, other: &str) -> bool {
    let parts = |name: &'_ str| -> (String, String) {
        let is_dated = name.len() > 11 && name.as_bytes().iter().take(4).all(u8::is_ascii_digit);
        match name.split_at_checked(11).filter(|_| is_dated) {
            Some((date, rest)) => (date.to_string(), rest.to_string()),
            None => (String::new(), name.to_string()),
        }
    };
    let ((date, rest), (other_date, other_rest)) = (parts(one), parts(other));
    rest == other_rest
        || !date.is_empty() && date == other_date
        || rest.starts_with(&other_rest)
        || other_rest.starts_with(&rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(gone: &[&str], new: &[(&str, &str)]) -> Vec<(String, String)> {
        let municipalities = ["botkyrka".to_string()].into();
        let sources =
            new.iter().map(|(page, file)| (format!("{page}index.html"), (*file).to_string())).collect();
        let paths: Vec<String> = gone.iter().map(|page| format!("{page}index.html")).collect();
        let mut removed: BTreeSet<String> = paths.iter().cloned().collect();
        removed.extend(gone.iter().filter(|page| page.len() < 12).map(|page| format!("{page}404.html")));
        let old = OldFolders::of(&removed);
        let gone: Vec<&str> = paths.iter().map(String::as_str).collect();
        let found = moved(&gone, &sources, &municipalities, &old);
        found.into_iter().map(|(page, file)| (page.to_string(), file.to_string())).collect()
    }

    #[test]
    fn a_text_is_found_again_in_its_list_by_its_date_its_name_or_as_the_only_one() {
        let page = "botkyrka/nyheter/2026-11-25-lek/";
        let pair = |file: &str| vec![(format!("{page}index.html"), file.to_string())];
        let dated = ("botkyrka/nyheter/2026-11-25-stang/", "a.md");
        let named = ("botkyrka/nyheter/2026-11-26-lek/", "b.md");
        let other = ("botkyrka/nyheter/2026-12-01-jul/", "c.md");
        assert_eq!(pairs(&[page], &[dated, other]), pair("a.md"));
        assert_eq!(pairs(&[page], &[named, other]), pair("b.md"));
        assert_eq!(pairs(&[page], &[other]), pair("c.md"));
        assert_eq!(pairs(&[page], &[dated, named]), [], "it may be either");
        assert_eq!(pairs(&[page, "botkyrka/nyheter/2026-11-01-x/"], &[other]), [], "it may be of either");
        for elsewhere in ["botkyrka/en/nyheter/2026-11-25-lek/", "botkyrka/lek/", "nyheter/2026-11-25-lek/"] {
            assert_eq!(pairs(&[page], &[(elsewhere, "d.md")]), [], "{elsewhere}");
        }
    }

    #[test]
    fn lists_languages_and_folders_with_another_name_have_no_file() {
        let new = [("botkyrka/nyheter/2026-11-25-lek/", "a.md"), ("botkyrka/om/", "b.md")];
        for gone in [
            &["botkyrka/nyheter/"][..],
            &["botkyrka/familjecentraler/"],
            &["botkyrka/tillganglighet/"],
            &["exempel/", "exempel/om/", "exempel/nyheter/2026-11-25-lek/"],
            &["en/", "en/om/"],
        ] {
            assert_eq!(pairs(gone, &new), [], "{gone:?}");
        }
        let removed =
            ["a/404.html", "a/en/404.html", "ab/404.html", "b/en/404.html"].map(String::from).into();
        let old = OldFolders::of(&removed);
        assert_eq!(old.each().collect::<Vec<_>>(), ["a", "ab", "b/en"]);
        assert!(old.has("a/b/c") && old.has("b/en") && !old.has("b") && !old.has("abc"));
    }
}
