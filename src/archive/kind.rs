//! What kind of record a file of the site is. An archive keeps or discards by kind, so the kinds are those that a plan for documents names, and
//! each file is of one.
//!
//! They are read off the paths, which `plan/links.rs` makes: a page of a list and one of a news item differ in nothing else.

use crate::parse::files::Retention;
use crate::parse::markdown;
use crate::parse::municipality::RetentionRules;

/// The title is looked for no further.
const MOST_HEAD: usize = 64 << 10;

/// No title of an inventory is longer.
const MOST_TITLE: usize = 300;

/// A kind of record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ArchiveKind {
    /// News.
    News,
    /// A centre's page.
    Centres,
    /// A standing page.
    Pages,
    /// Front pages, lists, feeds, the search: made of the others.
    Lists,
    /// What says when something is open or happens: calendars, posters, their tables.
    Hours,
    /// Documents that texts link to.
    Documents,
    /// Pictures.
    Pictures,
    /// Open data.
    Data,
    /// Style, scripts, fonts.
    Design,
}

impl ArchiveKind {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::News,
        Self::Centres,
        Self::Pages,
        Self::Lists,
        Self::Hours,
        Self::Documents,
        Self::Pictures,
        Self::Data,
        Self::Design,
    ];

    /// As `site.yaml` and the inventory write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Centres => "centres",
            Self::Pages => "pages",
            Self::Lists => "lists",
            Self::Hours => "hours",
            Self::Documents => "documents",
            Self::Pictures => "pictures",
            Self::Data => "data",
            Self::Design => "design",
        }
    }

    /// The kind that is written so.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What `site.yaml` says of it.
    pub fn rule(self, rules: &RetentionRules) -> Retention {
        let rule = match self {
            Self::News => rules.news,
            Self::Centres => rules.centres,
            Self::Pages => rules.pages,
            Self::Lists => rules.lists,
            Self::Hours => rules.hours,
            Self::Documents => rules.documents,
            Self::Pictures => rules.pictures,
            Self::Data => rules.data,
            Self::Design => rules.design,
        };
        rule.unwrap_or(Retention::Keep)
    }

    /// The kind of a file. `has` says whether the site has a file.
    pub fn of(path: &str, has: impl Fn(&str) -> bool) -> Self {
        let mut folders: Vec<&str> = path.split('/').collect();
        let name = folders.pop().unwrap_or_default();
        let lies_in = |folder: &str| folders.contains(&folder);
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        match ending {
            _ if lies_in("filer") && name != "index.html" => Self::Documents,
            "css" | "js" | "mjs" | "woff2" | "ico" => Self::Design,
            "avif" | "webp" | "jpg" | "jpeg" | "png" | "gif" | "svg" => Self::Pictures,
            "ics" => Self::Hours,
            _ if lies_in("data") || lies_in("datasets") => {
                let is_of_days = ["oppettider", "aktiviteter"].iter().any(|table| name.starts_with(table));
                if is_of_days { Self::Hours } else { Self::Data }
            }
            "html" => Self::of_page(&folders, name, has),
            _ => Self::Lists,
        }
    }

    fn of_page(folders: &[&str], name: &str, has: impl Fn(&str) -> bool) -> Self {
        if folders.iter().any(|folder| matches!(*folder, "kalender" | "affisch")) {
            return Self::Hours;
        }
        // A folder with a page for what is not there is a site, and this is its front.
        let front = folders.iter().fold(String::new(), |path, folder| format!("{path}{folder}/"));
        let is_front = name != "index.html" || has(&format!("{front}404.html"));
        match folders {
            _ if is_front => Self::Lists,
            [.., "nyheter" | "familjecentraler" | "sok" | "kontakt"] | [.., "sida", _] => Self::Lists,
            [.., "nyheter", _] => Self::News,
            [.., "familjecentraler", _] => Self::Centres,
            _ => Self::Pages,
        }
    }
}

/// What a page calls itself; the file's name where it is no page.
pub fn title(path: &str, bytes: &[u8]) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let head = String::from_utf8_lossy(bytes.get(..MOST_HEAD.min(bytes.len())).unwrap_or_default());
    let found = if name.ends_with(".html") { titled(&head) } else { None };
    let plain = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let title = found.map(plain).filter(|title| !title.is_empty());
    title.map_or_else(|| name.to_string(), |title| title.chars().take(MOST_TITLE).collect())
}

fn titled(head: &str) -> Option<String> {
    let (_, rest) = head.split_once("<title>")?;
    let (written, _) = rest.split_once("</title>")?;
    let mut title = String::new();
    let mut rest = written;
    while let Some((before, after)) = rest.split_once('&') {
        title.push_str(before);
        let end = after.find(';').map_or(0, |end| end + 1);
        let (reference, next) = after.split_at(end);
        match markdown::decoded(&format!("&{reference}")) {
            Some(meant) => title.push_str(&meant),
            None => title.push_str(&format!("&{reference}")),
        }
        rest = next;
    }
    title.push_str(rest);
    Some(title.chars().map(|c| if c.is_control() { ' ' } else { c }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_of_a_site_is_of_one_kind() {
        use ArchiveKind::{Centres, Data, Design, Documents, Hours, Lists, News, Pages, Pictures};
        let fronts = ["404.html", "botkyrka/404.html", "botkyrka/en/404.html"];
        let kinds = [
            ("index.html", Lists),
            ("botkyrka/index.html", Lists),
            ("botkyrka/en/index.html", Lists),
            ("botkyrka/om/index.html", Pages),
            ("botkyrka/en/om/index.html", Pages),
            ("om/index.html", Pages),
            ("botkyrka/nyheter/index.html", Lists),
            ("botkyrka/nyheter/sida/2/index.html", Lists),
            ("botkyrka/nyheter/2026-01-01-x/index.html", News),
            ("botkyrka/familjecentraler/fittja/index.html", Centres),
            ("botkyrka/familjecentraler/fittja/kalender.ics", Hours),
            ("botkyrka/kalender/2026-v49/index.html", Hours),
            ("botkyrka/affisch/fittja.html", Hours),
            ("botkyrka/data/oppettider.csv", Hours),
            ("botkyrka/data/nyheter.csv", Data),
            ("datasets/dcat", Data),
            ("botkyrka/filer/blankett.pdf", Documents),
            ("botkyrka/filer/karta.png", Documents),
            ("botkyrka/assets/lek-640.0123.webp", Pictures),
            ("botkyrka/assets/base.0123.css", Design),
            ("botkyrka/feed.xml", Lists),
            ("404.html", Lists),
            ("botkyrka/sok/ord.json", Lists),
        ];
        for (path, kind) in kinds {
            assert_eq!(ArchiveKind::of(path, |file| fronts.contains(&file)), kind, "{path}");
            assert_eq!(ArchiveKind::parse(kind.name()), Some(kind));
        }
    }

    #[test]
    fn a_title_is_read_as_a_reader_sees_it() {
        let html = b"<!doctype html><title>Lek &amp; \n bus &#39;i&#x27; &lt;Fittja&gt; &x</title>";
        assert_eq!(title("a/index.html", html), "Lek & bus 'i' <Fittja> &x");
        assert_eq!(title("a/x.css", b"<title>no</title>"), "x.css");
        assert_eq!(title("a/index.html", b"<title></title>"), "index.html");
    }
}
