//! Translations: the original beside the fields of one, and a new one made as `fcsite new translation` makes it.

use std::collections::BTreeMap;

use super::super::desk::Office;
use super::super::files::{self, ContentFile};
use super::super::request::see;
use super::super::{Editor, PREFIX};
use super::Open;
use crate::base::SourcePath;
use crate::edit::{Answers, Paper};
use crate::host::serve::Reply;
use crate::parse::{self, Content, language};
use crate::scaffold::{self, NewTranslation, Original, Setting};
use crate::schema::Kind;

/// The fields of an original that are shown beside those of its translation.
const SHOWN: [(&str, &str); 5] = [
    ("title", "title"),
    ("lead", "lead"),
    ("category", "category"),
    ("published_by", "published_by"),
    ("image", "image.alt"),
];

/// The original of a translation, beside its fields.
#[derive(Clone, Debug, serde::Serialize)]
pub(super) struct OriginalBeside {
    /// Where its form is.
    href: String,
    /// What it is called.
    name: String,
    /// Its language, and the direction that it is written in.
    lang: &'static str,
    dir: &'static str,
    own: String,
    /// Those of the translation.
    to_lang: String,
    to_dir: &'static str,
    /// What it says, by the fields' names.
    texts: BTreeMap<&'static str, String>,
}

/// A language that a text is in, or can be translated to.
#[derive(Clone, Debug, serde::Serialize)]
pub(super) struct LanguageVersion {
    tag: String,
    name: String,
    dir: &'static str,
    /// The form of the text in it; empty where there is none yet.
    href: String,
}

/// The path of a text in a language; in the site's own where none is said.
fn path_in(path: &SourcePath, tag: Option<&str>) -> SourcePath {
    let stem = path.stem();
    let base = stem.split_once('.').map_or(stem, |(base, _)| base);
    let name = tag.map_or_else(|| format!("{base}.md"), |tag| format!("{base}.{tag}.md"));
    SourcePath::new(&format!("{}/{name}", path.folder()))
}

/// The language that a file's name gives.
fn tag_of(file: &ContentFile) -> Option<&str> {
    file.path.stem().split_once('.').map(|(_, tag)| tag)
}

/// The languages that the texts of a file are written in, its own first: of a translation that one alone.
pub(super) fn languages_of(office: &Office<'_>, file: &ContentFile) -> Vec<String> {
    let all = files::languages(&office.editor.root, file.owner());
    match tag_of(file).filter(|tag| is_text(file) && all.iter().any(|known| known == tag)) {
        Some(tag) => vec![tag.to_string()],
        None => all,
    }
}

fn is_text(file: &ContentFile) -> bool {
    matches!(file.kind, Kind::News | Kind::Page)
}

impl Open<'_> {
    /// The original of this file, where it is a translation of one.
    pub(super) fn original(&self) -> Option<OriginalBeside> {
        let editor = self.office.editor;
        let tag = tag_of(self.file).filter(|tag| is_text(self.file) && language::is_known(tag))?;
        let path = path_in(&self.file.path, None);
        let bytes = editor.bytes(&path).ok()?;
        let file = ContentFile { path, ..self.file.clone() };
        let all = files::languages(&editor.root, self.file.owner());
        let own = all.first().cloned().unwrap_or_else(|| "sv".to_string());
        let text = |(field, word): &(&'static str, &str)| {
            Some((*field, files::text_of(&bytes, &file, word, &own).filter(|text| !text.is_empty())?))
        };
        let mut texts: BTreeMap<&'static str, String> = SHOWN.iter().filter_map(text).collect();
        let body = Paper::of(&file.path, &bytes).ok().and_then(|paper| paper.body());
        texts.extend(body.map(|body| ("body", body)));
        Some(OriginalBeside {
            href: ContentFile::id_of(&file.path).map(|id| format!("{PREFIX}f/{id}"))?,
            name: texts.get("title").cloned().unwrap_or_else(|| file.path.name().to_string()),
            lang: language::codes().find(|code| *code == own)?,
            dir: language::direction(&own),
            own: language::name(&own).to_string(),
            to_lang: tag.to_string(),
            to_dir: language::direction(tag),
            texts,
        })
    }

    /// The languages of the municipality beside the site's own, and where the text is in each; none for a translation, which has its original.
    pub(super) fn versions(&self) -> Vec<LanguageVersion> {
        if !is_text(self.file) || tag_of(self.file).is_some() {
            return Vec::new();
        }
        let version = |tag: &String| {
            let path = path_in(&self.file.path, Some(tag));
            let is_there = self.office.editor.bytes(&path).is_ok();
            let id = ContentFile::id_of(&path).filter(|_| is_there);
            LanguageVersion {
                tag: tag.clone(),
                name: language::name(tag).to_string(),
                dir: language::direction(tag),
                href: id.map(|id| format!("{PREFIX}f/{id}")).unwrap_or_default(),
            }
        };
        self.languages.iter().skip(1).map(version).collect()
    }
}

/// Makes a translation of a text, and goes to its form. None where the text cannot have one in that language.
pub fn make(office: &Office<'_>, file: &ContentFile, sent: &Answers) -> Option<Reply> {
    let languages = files::languages(&office.editor.root, file.owner());
    let tag = sent.get("sprak")?;
    let is_wanted = languages.iter().skip(1).any(|known| known == tag);
    if !is_wanted || !is_text(file) || tag_of(file).is_some() {
        return None;
    }
    let back = format!("{PREFIX}f/{}", file.id);
    let made = made(office.editor, (office, file), (tag, languages.first()?));
    Some(match made {
        Ok(path) => see(format!("{PREFIX}f/{}?oversatt=1", ContentFile::id_of(&path)?)),
        Err(why) => office.message("edit-translation-not", &[why], Some(&back)),
    })
}

fn made(
    editor: &Editor,
    (office, file): (&Office<'_>, &ContentFile),
    (tag, own): (&str, &str),
) -> Result<SourcePath, String> {
    let bytes = editor.bytes(&file.path).map_err(|why| office.said_of_form(&why))?;
    let parsed = parse::parse(&file.path, &file.role, &bytes);
    if let Some(error) = parsed.diagnostics.iter().find(|found| found.is_error()) {
        return Err(office.said_of_form(error));
    }
    let unreadable = || office.word("edit-unreadable");
    let content = parsed.document.map(|document| document.content).ok_or_else(unreadable)?;
    let original = match &content {
        Content::News(news) => Original::News(news),
        Content::Page(page) => Original::Page(page),
        _ => return Err(unreadable()),
    };
    let text = String::from_utf8_lossy(&bytes);
    let body = parse::body_start(&text).and_then(|start| text.get(start..)).unwrap_or_default();
    let new = NewTranslation { path: &file.path, original, body, language: tag, own };
    let setting = Setting { messages: office.messages, today: office.editor.today(), has_schemas: false };
    let made = scaffold::translation(&new, setting);
    let path = SourcePath::new(&made.path);
    editor.make(&path, made.text.into_bytes()).map_err(|why| office.said_of_form(&why))?;
    Ok(path)
}
