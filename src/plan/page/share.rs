//! What a page is when somebody shares it: Open Graph's words, and the picture that is drawn for it.
//!
//! A picture lies beside its page, so that a copy of a shared text can name that of the region's page. Fronts, centres, standing pages and
//! the newest news have one of their own; the other pages show that of the front page, so what pictures cost does not grow with the news.

use super::PageSpec;
use crate::base::marks;
use crate::parse::colour::Colour;
use crate::plan::scope::Scope;
use crate::plan::{JobKind, Plan, ShareView, Urls};

/// What a picture is called in its page's folder.
pub const SHARE_FILE: &str = "delning.png";

/// How many of the newest news have a picture of their own: those of the first page of the list.
pub const PICTURED_NEWS: usize = 20;

/// How many letters of a title a picture is given.
const LONGEST_TITLE: usize = 300;

/// The letters that the font of the pictures has. A text that is shown has spaces of one kind.
const LETTERS: [(char, char); 11] = [
    (' ', '~'),
    ('\u{a0}', 'ı'),
    ('Ĵ', 'ž'),
    ('Ѐ', 'џ'),
    ('Ґ', 'ґ'),
    ('–', '—'),
    ('‘', '‚'),
    ('“', '„'),
    ('•', '•'),
    ('…', '…'),
    ('−', '−'),
];

/// The language and country of a language's pages, as Open Graph has them. Most are read in Sweden, but a network knows these alone.
const LOCALES: [(&str, &str); 8] = [
    ("sv", "sv_SE"),
    ("en", "en_GB"),
    ("fi", "fi_FI"),
    ("ar", "ar_AR"),
    ("so", "so_SO"),
    ("uk", "uk_UA"),
    ("ti", "ti_ET"),
    ("fa", "fa_IR"),
];

/// A picture of a page: what stands on it, and its colours.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ShareCard {
    /// The page's title; empty where the font lacks a letter of it.
    pub title: String,
    /// Whose page it is; empty likewise.
    pub name: String,
    /// The ground.
    pub ground: Colour,
    /// What is written on it.
    pub ink: Colour,
    /// What is drawn on it.
    pub accent: Colour,
}

/// Does the font of the pictures have all letters of a text?
pub fn has_letters(text: &str) -> bool {
    text.chars().all(|c| LETTERS.iter().any(|(first, last)| (*first..=*last).contains(&c)))
}

/// All letters that the pictures' font is said to have.
#[cfg(test)]
pub fn letters() -> impl Iterator<Item = char> {
    LETTERS.iter().flat_map(|(first, last)| *first..=*last)
}

impl Scope<'_> {
    /// Is the page a copy of the region's?
    pub fn is_copied(&self, spec: &PageSpec) -> bool {
        spec.shared && self.section.id.is_some() && self.regional.has_original(self.lang)
    }

    /// What the page is when it is shared; nothing of one that search engines leave out. `base` is the address of the site that it is of.
    pub fn share(&self, spec: &PageSpec, base: &str) -> Option<ShareView> {
        let locale = |lang: &str| LOCALES.iter().find(|(code, _)| *code == lang).map(|(_, locale)| *locale);
        let others = spec.versions.iter().map(|(lang, _)| lang.as_str()).filter(|lang| *lang != self.lang);
        if spec.noindex {
            return None;
        }
        let (image, title) = match self.has_own_picture(spec) {
            true => (format!("{base}/{}{SHARE_FILE}", spec.url), spec.title.clone()),
            false => (format!("{}/{SHARE_FILE}", self.section.base_url), self.front_title()),
        };
        Some(ShareView {
            kind: if spec.kind == "news" { "article" } else { "website" },
            image,
            alt: shown(&title),
            locale: locale(self.lang),
            other_locales: others.filter_map(locale).collect(),
        })
    }

    /// The title of the front page whose picture stands for all pages without one.
    fn front_title(&self) -> String {
        let (section, own) = (self.section, self.section.own());
        if section.id.is_none() {
            return section.site.title.in_language(own, own).0.to_string();
        }
        let name = section.name.in_language(own, own).0;
        self.theme.words(own, own).filled("municipality_title", &[("name", name)])
    }

    /// A picture that stands for all pages without one is drawn in any case, without a word if need be.
    fn has_own_picture(&self, spec: &PageSpec) -> bool {
        let own = self.section.own();
        let is_front = self.lang == own && spec.url == Urls::new(own, own).home();
        spec.pictured && !spec.noindex && (is_front || has_letters(&shown(&spec.title)))
    }
}

/// Plans the picture of a page that has one of its own; a copy has the original's.
pub fn plan_card(scope: &Scope<'_>, spec: &PageSpec, plan: &mut Plan) {
    if !scope.has_own_picture(spec) || scope.is_copied(spec) {
        return;
    }
    let colour = |name: &str, otherwise: [u8; 3]| {
        let given = scope.theme.tokens.values.get(name).and_then(|value| Colour::parse(value));
        given.unwrap_or(Colour::of(otherwise))
    };
    let written = |text: &str| Some(shown(text)).filter(|text| has_letters(text)).unwrap_or_default();
    let card = ShareCard {
        title: written(&spec.title),
        name: written(&scope.plain(&scope.section.name)),
        ground: colour("color-primary", [0x2d, 0x2a, 0x6e]),
        ink: colour("color-on-primary", [0xff, 0xff, 0xff]),
        accent: colour("color-accent", [0xff, 0xc9, 0x5c]),
    };
    plan.add(scope.section.folder(), &format!("{}{SHARE_FILE}", spec.url), JobKind::Card(Box::new(card)));
}

/// A text as a picture shows it: on one line, without marks and soft hyphens.
fn shown(text: &str) -> String {
    let plain = marks::without(text);
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").chars().filter(|c| *c != '\u{ad}').take(LONGEST_TITLE).collect()
}
