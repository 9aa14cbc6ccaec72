//! A translation to be made: the front matter of the original with its texts to translate, and its body below a line that says so.
//!
//! It begins with what the original says, since a translator works from it. What is still the original's carries a mark that no published
//! text may have, so that nobody reads Swedish on an English page.

use crate::base::SourcePath;
use crate::parse::article::{ArticleHead, Headed as _, News, Page};
use crate::parse::check::ImageUse;
use crate::parse::files::NewsKind;
use crate::parse::unwritten::Unwritten;

use super::fill::{Values, fill, yaml_text};
use super::{NewFile, Setting};

/// What is translated.
#[derive(Clone, Copy, Debug)]
pub enum Original<'a> {
    /// A news item.
    News(&'a News),
    Page(&'a Page),
}

impl<'a> Original<'a> {
    /// What it has alike with texts of the other kind.
    pub fn head(self) -> ArticleHead<'a> {
        match self {
            Self::News(news) => news.head(),
            Self::Page(page) => page.head(),
        }
    }
}

/// A translation to be made.
#[derive(Clone, Debug)]
pub struct NewTranslation<'a> {
    /// The original's file.
    pub path: &'a SourcePath,
    /// What it says.
    pub original: Original<'a>,
    /// Its Markdown.
    pub body: &'a str,
    /// The language to translate to.
    pub language: &'a str,
    /// The site's own language.
    pub own: &'a str,
}

/// `….en.md` beside the original.
pub fn translation(new: &NewTranslation<'_>, setting: Setting<'_>) -> NewFile {
    let texts = Unwritten::of(setting.messages.locale());
    let mark = |text: &str| yaml_text(&format!("{}{text}", texts.translate));
    let ArticleHead { name, title, lead, .. } = new.original.head();
    let rest = match new.original {
        Original::News(news) => rest_of_news(news, new.own, &mark, setting),
        Original::Page(page) => rest_of_page(page, &mark, setting),
    };
    let lead = lead.map(|lead| format!("#: translation-lead\nlead: {}", mark(lead)));
    let values = Values::new(setting)
        .raw("title", &mark(title))
        .raw("lead", &lead.unwrap_or_default())
        .raw("rest", &rest.join("\n"));
    let front = fill(include_str!("templates/translation.md"), &values);
    // What the original says is not looked through for values and remarks.
    let body = new.body.trim_matches(['\r', '\n']).replace("\r\n", "\n");
    let text = format!("{front}\n{}\n\n{}\n", texts.translate_body, body.trim_end());
    NewFile { path: format!("{}/{name}.{}.md", new.path.folder(), new.language), text }
}

/// The fields of a news item beside title and lead. Old addresses lead to the original.
fn rest_of_news(news: &News, own: &str, mark: &dyn Fn(&str) -> String, setting: Setting<'_>) -> Vec<String> {
    let list = |names: &[String]| names.iter().map(|name| yaml_text(name)).collect::<Vec<_>>().join(", ");
    let mut lines = Vec::new();
    lines.extend(news.category.as_ref().map(|text| format!("category: {}", mark(text))));
    if news.kind == NewsKind::Notice {
        lines.push(format!("kind: {}", news.kind.key()));
    }
    if !news.centres.is_empty() {
        lines.push(format!("centres: [{}]", list(&news.centres)));
    }
    lines.extend(news.image.iter().flat_map(|image| image_lines(image, own, mark)));
    lines.extend(news.published_by.as_ref().map(|text| format!("published_by: {}", mark(text))));
    lines.extend(news.author.as_ref().map(|text| format!("author: {}", yaml_text(text))));
    // As new as the original that it is made of.
    lines.extend(news.updated.map(|updated| format!("updated: {}", updated.max(setting.today))));
    lines.extend(news.until.map(|until| format!("until: {until}")));
    lines.extend(news.related.as_ref().map(|related| format!("related: [{}]", list(related))));
    lines
}

fn image_lines(image: &ImageUse, own: &str, mark: &dyn Fn(&str) -> String) -> Vec<String> {
    let mut lines = vec!["image:".to_string(), format!("  src: {}", yaml_text(&image.src))];
    lines.push(match &image.alt {
        Some(alt) => format!("  alt: {}", mark(alt.in_language(own, own).0)),
        None => "  decorative: true".to_string(),
    });
    for (name, text) in [("credit", &image.credit), ("consent", &image.consent)] {
        lines.extend(
            text.as_ref().map(|text| format!("  {name}: {}", yaml_text(text.in_language(own, own).0))),
        );
    }
    lines
}

/// The fields of a page beside title and lead.
fn rest_of_page(page: &Page, mark: &dyn Fn(&str) -> String, setting: Setting<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    if page.navigation {
        lines.push("navigation: true".to_string());
    }
    if page.weight != 0 {
        lines.push(format!("weight: {}", page.weight));
    }
    lines.extend(page.published_by.as_ref().map(|text| format!("published_by: {}", mark(text))));
    lines.extend(page.updated.map(|updated| format!("updated: {}", updated.max(setting.today))));
    lines.extend(page.until.map(|until| format!("until: {until}")));
    lines
}
