//! Texts that fcsite writes into new files for somebody to replace.
//!
//! They stand here, and not with the other words, since a file is only understood when it is known which of its texts nobody has written
//! yet: such a text must not be published, in whichever language it is and whoever builds. `scaffold` takes them from here.

use std::ops::Range;
use std::sync::LazyLock;

use super::trail::Trail;
use crate::base::{At, Code, Locale, Report};

/// The texts of one language.
#[derive(Debug)]
pub struct Unwritten {
    /// The lead of a news item.
    pub news_lead: &'static str,
    /// The text of a news item.
    pub news_body: &'static str,
    /// The lead of a page.
    pub page_lead: &'static str,
    /// The text of a page.
    pub page_body: &'static str,
    /// What a picture shows.
    pub alt: &'static str,
    /// What a notice says.
    pub notice: &'static str,
    /// The way there.
    pub transit: &'static str,
    /// Where prams stand.
    pub prams: &'static str,
    /// The postal town.
    pub city: &'static str,
    /// What is not accessible.
    pub issue: &'static str,
    /// Why it is not.
    pub issue_reason: &'static str,
    /// What stands before a field that is to be translated.
    pub translate: &'static str,
    /// What stands above a text that is to be translated.
    pub translate_body: &'static str,
}

const SWEDISH: Unwritten = Unwritten {
    news_lead: "Skriv här vad som är nytt, i en eller två meningar.",
    news_body: "Skriv texten här. Börja med det som är viktigast för läsaren.\n\n## Skriv en rubrik här\n\nEtt stycke. En lista skriver du så \
                här:\n\n- skriv det första här\n- skriv det andra här",
    page_lead: "Skriv här vad sidan handlar om, i en eller två meningar.",
    page_body: "Skriv sidans text här. Börja med det som de flesta undrar.\n\n## Skriv en rubrik här\n\nEtt stycke. En lista skriver du så \
                här:\n\n- skriv det första här\n- skriv det andra här",
    alt: "Skriv här vad bilden visar",
    notice: "Skriv här vad besökarna behöver veta.",
    transit: "Skriv här hur man kommer hit med buss eller tåg.",
    prams: "Skriv här var barnvagnar får stå.",
    city: "Postorten",
    issue: "Skriv här vad som inte är tillgängligt.",
    issue_reason: "Skriv här varför.",
    translate: "Översätt: ",
    translate_body: "Översätt texten här nedanför, och ta bort den här raden när det är gjort.",
};

const ENGLISH: Unwritten = Unwritten {
    news_lead: "Write here what is new, in one or two sentences.",
    news_body: "Write the text here. Begin with what matters most to the reader.\n\n## Write a heading here\n\nA paragraph. A list is written \
                so:\n\n- write the first here\n- write the second here",
    page_lead: "Write here what the page is about, in one or two sentences.",
    page_body: "Write the page's text here. Begin with what most people ask.\n\n## Write a heading here\n\nA paragraph. A list is written \
                so:\n\n- write the first here\n- write the second here",
    alt: "Write here what the picture shows",
    notice: "Write here what visitors need to know.",
    transit: "Write here how to get here by bus or train.",
    prams: "Write here where prams may stand.",
    city: "Postorten",
    issue: "Write here what is not accessible.",
    issue_reason: "Write here why.",
    translate: "Translate: ",
    translate_body: "Translate the text below, and remove this line when it is done.",
};

/// What earlier versions wrote.
const EARLIER: [&str; 6] = [
    "Skriv texten här. Börja med det som är viktigast för läsaren.",
    "Write the text here. Begin with what matters most to the reader.",
    "Ett stycke. En lista skriver du så här:",
    "A paragraph. A list is written so:",
    "Det som bilden visar",
    "Filmen om öppna förskolan saknar undertexter.",
];

/// A place in the forest that nobody has a centre at, for `geo:` in a new file.
/// Latitude and longitude in millionths of a degree.
pub const PLACE: (i32, i32) = (62_000_000, 15_000_000);

impl Unwritten {
    /// The texts in a language.
    pub fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Swedish => &SWEDISH,
            Locale::English => &ENGLISH,
        }
    }

    /// Those that stand in fields.
    fn fields(&self) -> [&'static str; 9] {
        let Self { news_lead, page_lead, alt, notice, transit, prams, city, issue, issue_reason, .. } = self;
        [news_lead, page_lead, alt, notice, transit, prams, city, issue, issue_reason]
    }

    /// The lines that stand in a text.
    fn lines(&self) -> impl Iterator<Item = &'static str> {
        let bodies = self.news_body.lines().chain(self.page_body.lines());
        bodies.filter(|line| !line.is_empty()).chain([self.translate_body])
    }
}

/// Did nobody write this value of a field?
pub fn is_field(value: &str) -> bool {
    let value = value.trim();
    let known = SWEDISH.fields().into_iter().chain(ENGLISH.fields()).chain(EARLIER);
    // Nearly every text has another length than these.
    known.into_iter().any(|text| text.len() == value.len() && text == value)
}

/// Tells of a field that holds what is to be translated.
pub fn check_translation(value: &str, at: &Trail, report: &mut Report) {
    if [SWEDISH.translate, ENGLISH.translate]
        .iter()
        .any(|mark| value.trim_start().starts_with(mark.trim_end()))
    {
        report.add(Code::TemplateText, at.value()).with("kind", "translate");
    }
}

/// Tells of the first line of a text that nobody wrote; the text begins at `offset` in its file. One is enough: who sees it sees the rest.
pub fn check_body(text: &str, offset: usize, report: &mut Report) {
    let mut start = offset;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if is_line(words) {
            let from = start + (line.len() - line.trim_start().len());
            let is_translation = [SWEDISH.translate_body, ENGLISH.translate_body].contains(&words);
            let kind = if is_translation { "translate" } else { "text" };
            report.add(Code::TemplateText, At::Span(from..from + words.len())).with("kind", kind);
            return;
        }
        if let Some(alt) = undescribed(line) {
            let span = start + alt.start..start + alt.end;
            report.add(Code::TemplateText, At::Span(span)).with("kind", "text");
            return;
        }
        start += line.len();
    }
}

/// Where in a line a picture has a description that nobody wrote.
fn undescribed(line: &str) -> Option<Range<usize>> {
    let starts = line.match_indices("![").map(|(at, mark)| at + mark.len());
    let mut alts = starts.filter_map(|start| Some(start..start + line.get(start..)?.find(']')?));
    alts.find(|alt| line.get(alt.clone()).is_some_and(is_field))
}

/// Is a line one that a new text comes with?
pub fn is_line(words: &str) -> bool {
    /// Asked of every line of every text, so put together once.
    static LINES: LazyLock<Vec<&str>> =
        LazyLock::new(|| SWEDISH.lines().chain(ENGLISH.lines()).chain(EARLIER).collect());
    // All of them are longer.
    words.len() >= 16 && LINES.iter().any(|text| text.len() == words.len() && *text == words)
}
