//! What a build changed for readers: the pages that are new, other or gone, and the addresses that nobody answers at any more.
//!
//! Somebody may have an address: in a mail, on a poster, in a search engine. So each that goes is said, with what keeps it: an alias
//! in the file that now has the text. Addresses in this sense are the pages that people read and the documents that they fetch (`filer/`).
//! Not meant are: what belongs to pages (style, pictures), feeds, sitemaps and `404.html`, which no reader goes to; the further pages
//! of a list (`sida/9/`), which come and go with its length; the pages of weeks (`kalender/2026-v49/`), of which one goes each Monday; and texts that are still there as a draft or for a later day, which are told
//! by themselves, since no alias would help them. Where another file's alias takes an address over it does not go. On a first build nothing can go.
//! Pictures that are gone are told by themselves: who uploads by hand has to remove them there as well.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::moved::{self, OldFolders};
use crate::base::{Messages, OutputPath, SourcePath};
use crate::plan::SHARE_FILE;

/// How many addresses are told, but for `-v`.
const MOST: usize = 5;

/// What changed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Changes {
    /// Pages that were not there before, as paths of the output.
    pub new: BTreeSet<String>,
    /// Pages with other bytes than before; none where nobody has looked at them.
    pub changed: Option<BTreeSet<String>>,
    /// Pages that are gone.
    pub removed: BTreeSet<String>,
    /// Files that are gone and no pages: pictures, feeds.
    pub removed_files: BTreeSet<String>,
    /// The files of content that new pages are made from, by the pages' paths.
    pub sources: BTreeMap<String, String>,
    /// Pages of texts that are not published now: drafts, and those of a later day.
    pub withheld: BTreeSet<String>,
    /// The folders of the municipalities.
    pub municipalities: BTreeSet<String>,
}

/// The address of a file that readers go to, from the top of the site: `/botkyrka/om/`.
pub(crate) fn address(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    let name = parts.last()?;
    let is_document = parts.iter().rev().skip(1).any(|folder| *folder == "filer");
    if *name != "index.html" && (is_document || (name.ends_with(".html") && *name != "404.html")) {
        return Some(format!("/{path}"));
    }
    let folder = path.strip_suffix("index.html")?;
    let in_folder = |folder: &str| parts.len() > 2 && parts.get(parts.len() - 3) == Some(&folder);
    let is_week = in_folder("kalender") && parts.get(parts.len() - 2).is_some_and(|week| is_week(week));
    (*name == "index.html" && !in_folder("sida") && !is_week).then(|| format!("/{folder}"))
}

/// Is this the name of a week's page: `2026-v49`?
fn is_week(name: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    name.split_once("-v").is_some_and(|(year, week)| is_number(year) && is_number(week))
}

/// Is this a picture? Pages show them, and they stay on a server until somebody removes them. The one that is drawn for those who share a page
/// lies in the page's folder, and goes with it.
fn is_picture(path: &str) -> bool {
    const ENDINGS: [&str; 8] = ["avif", "webp", "jpg", "jpeg", "png", "gif", "svg", "apng"];
    let name = path.rsplit('/').next().unwrap_or(path);
    name != SHARE_FILE && name.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}

/// A heading and what it is of, a few of it or all.
fn list(key: &str, told: &[&str], messages: &Messages, all: bool) -> String {
    if told.is_empty() {
        return String::new();
    }
    let shown = if all { told.len() } else { told.len().min(MOST) };
    let mut text = messages.text(key, &[("count", &told.len().to_string())]);
    for line in &told[..shown] {
        text.push_str(&format!("\n  {line}"));
    }
    if told.len() > shown {
        let more = (told.len() - shown).to_string();
        text.push_str(&format!("\n  {}", messages.text("report-gone-more", &[("count", &more)])));
    }
    text.push('\n');
    text
}

impl Changes {
    /// Is this a file that is told of?
    pub fn is_page(path: &str) -> bool {
        path.ends_with(".html") || address(path).is_some()
    }

    /// What a build would change in an output, of which the files are known by their paths alone. `only` are the folders that it makes.
    pub fn between(old: &[String], new: &BTreeSet<String>, only: Option<&[String]>) -> Self {
        let top = |path: &str| path.split('/').next().unwrap_or_default().to_string();
        let is_made = |path: &&String| only.is_none_or(|only| only.contains(&top(path)));
        let pages = |path: &&String| Self::is_page(path);
        let known: BTreeSet<&String> = old.iter().collect();
        Self {
            new: new.iter().filter(pages).filter(|path| !known.contains(path)).cloned().collect(),
            removed: old
                .iter()
                .filter(is_made)
                .filter(pages)
                .filter(|path| !new.contains(*path))
                .cloned()
                .collect(),
            removed_files: old
                .iter()
                .filter(is_made)
                .filter(|path| is_picture(path) && !new.contains(*path))
                .cloned()
                .collect(),
            ..Self::default()
        }
    }

    /// Takes the files that new pages are made from out of those of all pages, where an address went.
    pub fn find_sources(&mut self, shown: &[(SourcePath, OutputPath)]) {
        if !self.removed.is_empty() {
            let new = shown.iter().filter(|(_, page)| self.new.contains(page.as_str()));
            self.sources = new.map(|(source, page)| (page.to_string(), source.to_string())).collect();
        }
    }

    /// The addresses that go, and those of texts that are only not published now.
    fn gone(&self) -> (BTreeSet<String>, BTreeSet<String>) {
        let (withheld, gone): (Vec<&String>, Vec<&String>) =
            self.removed.iter().partition(|path| self.withheld.contains(*path));
        let addresses = |paths: Vec<&String>| paths.into_iter().filter_map(|path| address(path)).collect();
        (addresses(gone), addresses(withheld))
    }

    /// What is said of it in the last lines; nothing where no address goes.
    pub fn tell(&self, messages: &Messages, all: bool) -> String {
        let (gone, withheld) = self.gone();
        let told = self.told(&gone, all);
        let mut text = list("report-gone", &told, messages, all);
        text.push_str(&self.tell_help(&self.told(&gone, false), messages, all));
        text.push_str(&list("report-withheld", &self.told(&withheld, all), messages, all));
        let is_told = |path: &&String| all || is_picture(path);
        let files: Vec<&str> = self.removed_files.iter().filter(is_told).map(String::as_str).collect();
        text.push_str(&list("report-gone-files", &files, messages, all));
        text
    }

    /// What keeps the addresses that go: an alias in the file that took a text's place, or, of a whole folder, the server.
    fn tell_help(&self, told: &[&str], messages: &Messages, all: bool) -> String {
        let old = OldFolders::of(&self.removed);
        let paths: Vec<String> = told.iter().map(|address| format!("{}index.html", &address[1..])).collect();
        let gone: Vec<&str> = paths.iter().map(String::as_str).collect();
        let mut lines: Vec<String> = Vec::new();
        let moved = moved::moved(&gone, &self.sources, &self.municipalities, &old);
        for (page, file) in moved.iter().take(if all { usize::MAX } else { MOST }) {
            let Some((address, alias)) =
                address(page).and_then(|gone| Some((gone.clone(), self.alias(&gone)?)))
            else {
                continue;
            };
            let args = [("address", address.as_str()), ("file", file), ("alias", alias.as_str())];
            lines.push(messages.text("report-gone-moved", &args));
        }
        let is_text = |path: &&&str| moved::is_text(path, &self.municipalities, &old);
        if lines.is_empty()
            && let Some(alias) = gone.iter().filter(is_text).find_map(|page| self.alias(&address(page)?))
        {
            lines.push(messages.text("report-gone-help", &[("alias", alias.as_str())]));
        }
        for folder in old.each().take(if all { usize::MAX } else { MOST }) {
            lines.push(messages.text("report-gone-folder", &[("folder", &format!("/{folder}/"))]));
        }
        lines.into_iter().map(|line| line + "\n").collect()
    }

    /// Those of some addresses that are told: a shared text is gone from each municipality at once, and its own address says it.
    fn told<'a>(&self, addresses: &'a BTreeSet<String>, all: bool) -> Vec<&'a str> {
        let is_copy = |address: &str| {
            let Some((_, rest)) = address[1..].split_once('/') else { return false };
            !rest.is_empty() && addresses.contains(&format!("/{rest}"))
        };
        let told = addresses.iter().map(String::as_str);
        told.filter(|address| all || self.municipality(address).is_none() || !is_copy(address)).collect()
    }

    /// The municipality that an address lies in.
    fn municipality(&self, address: &str) -> Option<&str> {
        let top = address[1..].split('/').next()?;
        self.municipalities.get(top).map(String::as_str)
    }

    /// What is written in a file's aliases so that it answers at this address: it is seen from the municipality's folder. None for a
    /// front page, or where no file could have it.
    fn alias(&self, address: &str) -> Option<String> {
        let own = match self.municipality(address) {
            Some(municipality) => &address[municipality.len() + 1..],
            None => address,
        };
        (own.len() > 1 && (own.ends_with('/') || own.ends_with(".html"))).then(|| own.to_string())
    }

    /// All of it as a line of JSON.
    pub fn to_json(&self) -> String {
        let (gone, withheld) = self.gone();
        json!({
            "type": "changes",
            "new": self.new,
            "changed": self.changed,
            "removed": self.removed,
            "removed_files": self.removed_files,
            "gone": gone,
            "withheld": withheld,
        })
        .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_what_a_reader_goes_to() {
        let addresses = [
            ("index.html", "/"),
            ("botkyrka/index.html", "/botkyrka/"),
            ("botkyrka/nyheter/2026-01-10-hej/index.html", "/botkyrka/nyheter/2026-01-10-hej/"),
            ("botkyrka/affisch/fittja.html", "/botkyrka/affisch/fittja.html"),
            ("botkyrka/filer/blankett.pdf", "/botkyrka/filer/blankett.pdf"),
            ("botkyrka/sida/index.html", "/botkyrka/sida/"),
            ("botkyrka/filer/index.html", "/botkyrka/filer/"),
            ("botkyrka/kalender/index.html", "/botkyrka/kalender/"),
            ("botkyrka/nyheter/2026-v49/index.html", "/botkyrka/nyheter/2026-v49/"),
        ];
        for (path, wanted) in addresses {
            assert_eq!(address(path).as_deref(), Some(wanted), "{path}");
        }
        let others = [
            "404.html",
            "botkyrka/en/404.html",
            "botkyrka/feed.xml",
            "sitemap.xml",
            "botkyrka/assets/site.0123.css",
            "botkyrka/assets/lek-640.0123.webp",
            "botkyrka/nyheter/sida/9/index.html",
            "botkyrka/kalender/2026-v49/index.html",
            "botkyrka/en/kalender/2027-v01/index.html",
            "botkyrka/familjecentraler/fittja/kalender.ics",
        ];
        for path in others {
            assert_eq!(address(path), None, "{path}");
        }
    }

    fn changes(removed: &[&str]) -> Changes {
        Changes {
            removed: removed.iter().map(|path| (*path).to_string()).collect(),
            municipalities: ["botkyrka", "tyreso"].map(String::from).into(),
            ..Changes::default()
        }
    }

    #[test]
    fn a_few_are_told_and_the_rest_counted_but_for_all() {
        let paths: Vec<String> = (0..17).map(|number| format!("botkyrka/p{number:02}/index.html")).collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        let messages = Messages::of(crate::base::Locale::Swedish);
        let text = changes(&paths).tell(&messages, false);
        assert!(
            text.contains("17 adresser") && text.contains("/botkyrka/p04/") && !text.contains("p05"),
            "{text}"
        );
        assert!(text.contains("12 till") && text.contains("gamla adresser: [/p00/]"), "{text}");
        let all = changes(&paths).tell(&messages, true);
        assert!(all.contains("/botkyrka/p16/") && !all.contains(" till ("), "{all}");
    }

    #[test]
    fn a_shared_text_is_told_once_and_has_an_alias_from_the_top() {
        let gone = ["botkyrka/nyheter/x/index.html", "nyheter/x/index.html", "tyreso/nyheter/x/index.html"];
        let messages = Messages::of(crate::base::Locale::English);
        let text = changes(&gone).tell(&messages, false);
        assert_eq!(text.matches("/nyheter/x/\n").count(), 1, "{text}");
        assert!(text.contains("aliases: [/nyheter/x/]"), "{text}");
        assert!(changes(&gone).tell(&messages, true).contains("/tyreso/nyheter/x/"));
    }

    #[test]
    fn a_draft_is_told_without_an_alias_and_nothing_is_told_of_nothing() {
        let messages = Messages::of(crate::base::Locale::Swedish);
        let draft = "botkyrka/nyheter/x/index.html";
        let changes = Changes { withheld: [draft.to_string()].into(), ..changes(&[draft]) };
        let text = changes.tell(&messages, false);
        assert!(text.contains("/botkyrka/nyheter/x/") && !text.contains("gamla adresser"), "{text}");
        assert_eq!(self::changes(&["botkyrka/feed.xml"]).tell(&messages, true), "");
    }

    #[test]
    fn pictures_that_are_gone_are_named_and_other_files_for_those_who_want_all() {
        let messages = Messages::of(crate::base::Locale::Swedish);
        let files = ["botkyrka/assets/barn-640.0123.webp", "botkyrka/feed.xml"];
        let changes = Changes { removed_files: files.map(String::from).into(), ..changes(&[]) };
        let text = changes.tell(&messages, false);
        assert!(
            text.contains("\n  botkyrka/assets/barn-640.0123.webp\n") && !text.contains("feed"),
            "{text}"
        );
        assert!(changes.tell(&messages, true).contains("\n  botkyrka/feed.xml\n"));
        assert!(changes.to_json().contains("\"removed_files\":[\"botkyrka/assets/barn-640.0123.webp\""));
    }

    #[test]
    fn an_alias_is_said_with_its_address_and_the_file_that_took_its_place() {
        let messages = Messages::of(crate::base::Locale::Swedish);
        let gone = ["botkyrka/nyheter/index.html", "botkyrka/om/index.html"];
        let sources = [("botkyrka/om-oss/index.html", "content/botkyrka/pages/om-oss.md")];
        let sources = sources.map(|(page, file)| (page.to_string(), file.to_string())).into();
        let text = Changes { sources, ..changes(&gone) }.tell(&messages, false);
        assert!(
            text.contains("/botkyrka/om/") && text.contains("content/botkyrka/pages/om-oss.md"),
            "{text}"
        );
        assert!(text.contains("gamla adresser: [/om/]") && !text.contains("[/nyheter/]"), "{text}");
    }

    #[test]
    fn of_a_folder_that_is_gone_as_a_whole_no_alias_is_proposed() {
        let messages = Messages::of(crate::base::Locale::Swedish);
        let gone = ["exempel/404.html", "exempel/index.html", "exempel/nyheter/2026-11-25-a/index.html"];
        let text = changes(&gone).tell(&messages, false);
        assert!(
            text.contains("/exempel/nyheter/2026-11-25-a/") && !text.contains("gamla adresser"),
            "{text}"
        );
        assert!(text.contains("webbservern"), "{text}");
    }
}
