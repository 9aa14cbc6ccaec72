//! A text of Word as a new news item or page: a draft, in the words of the files that `fcsite new` makes.

use super::markdown::{TextBlock, plain, written};
use super::word::{self, kind_of};
use crate::base::{Diagnostic, Phrase, SourcePath};
use crate::parse::unwritten::Unwritten;
use crate::parse::{self, Role};
use crate::scaffold::{self, NewFile, NewNews, NewPage, Setting, title_id};

/// A folder that a text is for.
#[derive(Clone, Copy, Debug)]
pub struct TextPlace<'a> {
    /// The municipality's folder, or `_shared`.
    pub owner: &'a str,
    /// Is it to be a page, and no news item?
    pub is_page: bool,
}

/// What would be made.
#[derive(Debug)]
pub struct TextPlan {
    /// The file.
    pub file: NewFile,
    /// Pictures, by their paths below the source folder.
    pub pictures: Vec<(String, Vec<u8>)>,
    /// How many of them nobody has described.
    pub undescribed: usize,
    /// What is not carried over.
    pub left: Vec<&'static str>,
    /// What would be wrong with the file.
    pub faults: Vec<Diagnostic>,
}

/// What would be made of a text. `name` is what the file is called, for one without a title of its own.
pub fn plan(
    bytes: &[u8],
    place: TextPlace<'_>,
    name: &str,
    setting: Setting<'_>,
) -> Result<TextPlan, Phrase> {
    let mut text = word::read(bytes)?;
    let first = match text.blocks.first() {
        Some(TextBlock::Heading(1, words)) if text.title.is_none() => Some(words.clone()),
        _ => None,
    };
    if first.is_some() {
        text.blocks.remove(0);
    }
    let title = text.title.or(first).map_or_else(|| name.replace(['_', '-'], " "), |words| plain(&words));
    let title = title.trim().to_string();
    let id = title_id(&title);
    if id.is_empty() {
        return Err(Phrase::new("import-no-title"));
    }
    let lead = match text.blocks.first() {
        Some(TextBlock::Paragraph { text, is_plain: true }) if text.chars().count() <= 500 => {
            Some(plain(text))
        }
        _ => None,
    };
    if lead.is_some() {
        text.blocks.remove(0);
    }
    let unwritten = Unwritten::of(setting.messages.locale()).alt;
    let ending =
        |number: usize| text.pictures.get(number - 1).and_then(|bytes| kind_of(bytes)).unwrap_or("png");
    let named = |number: usize| format!("{id}-{number}.{}", ending(number));
    let picture = |number: usize, alt: &str| {
        let alt = if alt.is_empty() { unwritten } else { alt };
        format!("![{alt}](../images/{})", named(number))
    };
    let body = written(&text.blocks, &picture);
    let pictures =
        (1..=text.pictures.len()).map(|number| format!("content/{}/images/{}", place.owner, named(number)));
    let pictures: Vec<(String, Vec<u8>)> = pictures.zip(text.pictures.iter().cloned()).collect();
    let undescribed =
        text.blocks.iter().filter(|block| matches!(block, TextBlock::Picture { alt, .. } if alt.is_empty()));
    let undescribed = undescribed.count();
    let file = made(place, (&id, &title), (lead, body), setting);
    let faults = faults_of(&file, place);
    let left = text.left.into_iter().collect();
    Ok(TextPlan { file, pictures, undescribed, left, faults })
}

fn made(
    place: TextPlace<'_>,
    (id, title): (&str, &str),
    (lead, body): (Option<String>, String),
    setting: Setting<'_>,
) -> NewFile {
    let (municipality, id, title) = (place.owner.to_string(), id.to_string(), title.to_string());
    let body = Some(body.trim_end().to_string()).filter(|body| !body.is_empty());
    if place.is_page {
        return scaffold::page(
            &NewPage { municipality, id, title, lead, body, ..NewPage::default() },
            setting,
        );
    }
    scaffold::news(&NewNews { municipality, id, title, lead, body, ..NewNews::default() }, setting)
}

/// What a build would refuse in a file: it would stop for all of the site.
pub fn faults_of(file: &NewFile, place: TextPlace<'_>) -> Vec<Diagnostic> {
    let path = SourcePath::new(&file.path);
    let owner = place.owner.to_string();
    let role = if place.is_page { Role::Page { owner } } else { Role::News { owner } };
    let parsed = parse::parse(&path, &role, file.text.as_bytes());
    parsed.diagnostics.into_iter().filter(Diagnostic::is_error).collect()
}
