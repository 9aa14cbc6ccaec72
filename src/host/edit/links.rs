//! What a text can link to: the pages of its municipality, by their files, as a person who writes Markdown would name them.

use serde::Serialize;

use super::desk::Office;
use super::files;
use crate::schema::Kind;

/// The most news that are offered.
const MOST_NEWS: usize = 50;

/// A page to link to.
#[derive(Serialize)]
pub struct LinkSpot {
    /// Its file, from the folder of a text.
    href: String,
    /// What it is called.
    name: String,
    /// What kind of page it is.
    group: String,
    /// The name of the centre that it is about; empty where it is about none.
    centre: String,
}

/// The pages of a municipality that its texts can link to: centres, pages, and news from the newest on, each in the site's own language.
pub fn spots(office: &Office<'_>, owner: &str) -> Vec<LinkSpot> {
    let mut news = 0;
    let mut spots: Vec<(u8, LinkSpot)> = Vec::new();
    for file in files::of_owner(&office.editor.root, owner) {
        let (order, group, folder) = match file.kind {
            Kind::Centre => (0, "edit-centres", "centres"),
            Kind::Page => (1, "edit-pages", "pages"),
            Kind::News => (2, "edit-news", "news"),
            _ => continue,
        };
        news += usize::from(file.kind == Kind::News);
        let is_translation = file.kind != Kind::Centre && file.path.stem().contains('.');
        if is_translation || file.kind == Kind::News && news > MOST_NEWS {
            continue;
        }
        let is_centre = file.kind == Kind::Centre;
        spots.push((
            order,
            LinkSpot {
                href: format!("../{folder}/{}", file.path.name()),
                name: office.name_of(&file),
                group: office.word(group),
                centre: if is_centre { file.path.stem().to_string() } else { String::new() },
            },
        ));
    }
    spots.sort_by_key(|(order, _)| *order);
    spots.into_iter().map(|(_, spot)| spot).collect()
}
