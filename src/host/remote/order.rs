//! In which order files go out: a file never before those that it names.

use super::path::FarPath;
use crate::host::report::changes;
use crate::plan::SHARE_FILE;

/// What a file is to those that name it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Rank {
    /// Style, scripts, fonts, pictures: they name none but each other, and pages name them.
    Asset,
    /// Documents and data: they name none.
    Data,
    /// A page about one thing.
    Page,
    /// A page, feed or index that leads to pages: fronts, lists, the search, sitemaps.
    Index,
}

const PICTURES: [&str; 9] = ["avif", "webp", "jpg", "jpeg", "png", "gif", "svg", "apng", "ico"];

const ASSETS: [&str; 4] = ["css", "js", "woff2", "woff"];

/// Names of folders whose page leads to others.
const LISTS: [&str; 6] = ["nyheter", "sida", "kalender", "sok", "aktiviteter", "amne"];

/// What a file is, by its path. Where that cannot be told it goes out late: what goes out late names nothing that is not there.
pub fn rank(path: &FarPath) -> Rank {
    let parts: Vec<&str> = path.as_str().split('/').collect();
    let (folders, name) = parts.split_at(parts.len().saturating_sub(1));
    let name = name.first().copied().unwrap_or_default();
    let bare = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).unwrap_or(name);
    let ending = bare.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_below = |folder: &str| folders.contains(&folder);
    if is_below("filer") {
        return Rank::Data;
    }
    if is_below("assets") || PICTURES.contains(&ending) || ASSETS.contains(&ending) {
        return Rank::Asset;
    }
    match ending {
        "html" => {
            let is_list = folders.last().is_none_or(|last| LISTS.contains(last));
            // The front of a municipality lies in a folder at the top; further pages of a list, and those of weeks, in one of their own.
            let above = folders.iter().rev().nth(1).copied().unwrap_or_default();
            let is_numbered = matches!(above, "sida" | "kalender");
            let is_front = bare == "index.html" && folders.len() <= 1;
            if is_list || is_front || is_numbered { Rank::Index } else { Rank::Page }
        }
        "xml" | "txt" | "webmanifest" => Rank::Index,
        _ if is_below("sok") || bare == "feed.json" => Rank::Index,
        _ => Rank::Data,
    }
}

/// Would somebody miss it by itself, if it went? Not what is made for a page or of the pages: pictures, calendars, feeds, the search.
pub fn is_told(path: &FarPath) -> bool {
    let name = path.as_str().rsplit('/').next().unwrap_or_default();
    let is_made = is_page(path) || name == SHARE_FILE || name.ends_with(".ics") || rank(path) == Rank::Index;
    !is_made && !path.as_str().split('/').any(|folder| folder == "assets")
}

/// May it stay for one publication more than the pages that name it? A page that a reader opened before asks for the old style after it. What
/// shows people does not stay: a picture that was withdrawn is gone at once.
pub fn is_retained(path: &FarPath) -> bool {
    let path = path.as_str();
    let path = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz")).unwrap_or(path);
    path.contains("assets/") && [".css", ".svg", ".woff2", ".js"].iter().any(|ending| path.ends_with(ending))
}

/// Is it a page that people are told of? Those of weeks and of long lists come and go by themselves.
pub fn is_page(path: &FarPath) -> bool {
    path.as_str().ends_with(".html") && changes::address(path.as_str()).is_some()
}
