//! `fcsite new news`, `fcsite new page` and `fcsite new translation`.

use std::collections::HashSet;

use super::{New, Stop, any, needs, reserved};
use crate::base::{Code, Diagnostic, SourcePath, nearest};
use crate::cli::args::{NewNewsArgs, NewPageArgs, NewTranslationArgs};
use crate::cli::{ERRORS, USAGE, day};
use crate::host::{change, create};
use crate::model::{Folder, NameOf, is_reserved};
use crate::parse::article::ArticleHead;
use crate::parse::likely::likely_language;
use crate::parse::{self, SHARED};
use crate::scaffold::{self, NewFile, Original};

impl New<'_> {
    /// A news item.
    pub(super) fn news(&self, arguments: &NewNewsArgs) -> Result<(NewFile, String), Stop> {
        let example = &self
            .typed
            .with(Some("Sommarstängt i Fittja"), &self.missing_owner(arguments.municipality.as_deref()));
        let asks = arguments.title.is_none();
        let has_id = |title: &str| self.has_id(arguments.id.as_deref(), &scaffold::title_id(title));
        let title =
            self.asker.need(arguments.title.as_deref(), "ask-news-title", ("title", example), &has_id)?;
        let municipality = self.owner(arguments.municipality.as_deref(), "ask-news-municipality", true)?;
        let id = self.id(arguments.id.as_deref(), scaffold::title_id(&title), &title)?;
        let date = day(arguments.now);
        self.is_free(&municipality, &format!("{date}-{id}"), false)?;
        let lead = self.asker.may(arguments.lead.as_deref(), asks, "ask-news-lead", any)?;
        let folder = self.survey.municipalities.iter().find(|folder| folder.id == municipality);
        let centre = folder.and_then(|folder| folder.centres.first()).map(|centre| centre.value.id.clone());
        let new = scaffold::NewNews {
            municipality,
            id,
            title: title.trim().to_string(),
            lead,
            is_published: arguments.publish,
            body: None,
            centre,
        };
        let key = match arguments.publish {
            false => "new-news-draft",
            true if date > day(None) => "new-news-later",
            true => "new-news-done",
        };
        let next = self.context.messages.text(key, &[("date", &date.to_string())]);
        Ok((scaffold::news(&new, self.setting(arguments.now)), next))
    }

    /// A standing page.
    pub(super) fn page(&self, arguments: &NewPageArgs) -> Result<(NewFile, String), Stop> {
        let example =
            &self.typed.with(Some("Frågor och svar"), &self.missing_owner(arguments.municipality.as_deref()));
        let asks = arguments.title.is_none();
        let has_id = |title: &str| self.has_id(arguments.id.as_deref(), &scaffold::title_id(title));
        let title =
            self.asker.need(arguments.title.as_deref(), "ask-page-title", ("title", example), &has_id)?;
        let municipality = self.owner(arguments.municipality.as_deref(), "ask-page-municipality", true)?;
        let id = self.id(arguments.id.as_deref(), scaffold::title_id(&title), &title)?;
        self.is_allowed(&municipality, &id)?;
        self.is_free(&municipality, &id, true)?;
        let lead = self.asker.may(arguments.lead.as_deref(), asks, "ask-page-lead", any)?;
        let new = scaffold::NewPage {
            municipality,
            id,
            title: title.trim().to_string(),
            lead,
            body: None,
            navigation: arguments.navigation,
            is_published: arguments.publish,
        };
        let key = if arguments.publish { "new-page-done" } else { "new-page-draft" };
        let next = self.context.messages.text(key, &[]);
        Ok((scaffold::page(&new, self.setting(arguments.now)), next))
    }

    /// Has a page a name that fcsite gives none of its own pages, and no language?
    fn is_allowed(&self, municipality: &str, name: &str) -> Result<(), Stop> {
        match is_reserved(name, NameOf::page_of(municipality), self.survey.languages(municipality)) {
            true => Err((reserved(name, ("new-page", "sida")), ERRORS)),
            false => Ok(()),
        }
    }

    /// Has no text of this name its pages among the same ones? Those of the shared folder are in every municipality.
    fn is_free(&self, municipality: &str, name: &str, is_page: bool) -> Result<(), Stop> {
        let is_shared = municipality == SHARED;
        let beside = self.survey.folders().filter(|folder| (folder.id == SHARED) != is_shared);
        let mut texts = beside.flat_map(|folder| originals(folder, self.survey.own()));
        let is_it = |head: ArticleHead<'_>| head.name == name && head.date.is_none() == is_page;
        match texts.find(|(_, text)| is_it(text.head())) {
            Some((path, _)) => {
                let path = create::shown(self.source, path.as_str());
                Err((Diagnostic::anywhere(Code::FileExists).with("path", path), ERRORS))
            }
            None => Ok(()),
        }
    }

    /// A translation beside its original.
    pub(super) fn translation(&self, arguments: &NewTranslationArgs) -> Result<(NewFile, String), Stop> {
        let example = &self.typed.with(Some("content/botkyrka/pages/om-oss.md"), &[]);
        let is_text = |name: &str| self.find(name, arguments.municipality.as_deref()).map(|_| ());
        let told = |name: &str| {
            is_text(name).map_err(|(diagnostic, _)| self.context.messages.render(&diagnostic).help)
        };
        let key = "ask-translation-original";
        let name = self.asker.need(arguments.original.as_deref(), key, ("original", example), &told)?;
        let (folder, (path, original)) = self.find(&name, arguments.municipality.as_deref())?;
        let language = self.language(arguments.language.as_deref(), folder, (path, original))?;
        if let Some(there) = version(folder, original, &language) {
            let told = Diagnostic::anywhere(Code::NotALanguageToTranslateTo).with("kind", "there");
            let told = told.with("language", &language).with("languages", "").with("example", "");
            return Err((told.with("file", create::shown(self.source, there.as_str())), ERRORS));
        }
        let bytes = change::read(self.source, path.as_str()).map_err(|diagnostic| (diagnostic, ERRORS))?;
        let text = String::from_utf8_lossy(&bytes);
        let body = parse::body_start(&text).and_then(|start| text.get(start..)).unwrap_or_default();
        let new =
            scaffold::NewTranslation { path, original, body, language: &language, own: self.survey.own() };
        let next = self.context.messages.text("new-translation-done", &[]);
        Ok((scaffold::translation(&new, self.setting(arguments.now)), next))
    }

    /// The text that somebody means by a file's path or name, by the name with or without its date, or by a translation of it.
    fn find(&self, given: &str, municipality: Option<&str>) -> Result<(&Folder, CreatedText<'_>), Stop> {
        let folders = self.survey.folders();
        let folders: Vec<&Folder> =
            folders.filter(|folder| municipality.is_none_or(|id| folder.id == id)).collect();
        let of = |folder| originals(folder, self.survey.own()).map(move |text| (folder, text));
        let texts: Vec<(&Folder, CreatedText<'_>)> = folders.into_iter().flat_map(of).collect();
        let wanted = wanted(given);
        let is_it = |(_, (path, text)): &&(&Folder, CreatedText<'_>)| {
            let path = stem(path);
            path == wanted || path.ends_with(&format!("/{wanted}")) || short_name(text.head().name) == wanted
        };
        let found: Vec<&(&Folder, CreatedText<'_>)> = texts.iter().filter(is_it).collect();
        let told = Diagnostic::anywhere(Code::NoSuchText).with("name", given);
        match found.as_slice() {
            [(folder, text)] if !self.survey.broken.contains(text.0) => Ok((folder, *text)),
            [(_, (path, _))] => Err((Diagnostic::anywhere(Code::NotInOrder).with("file", path), ERRORS)),
            [] => {
                let names = texts.iter().map(|(_, (_, text))| text.head().name);
                let names = names.flat_map(|name| [name, short_name(name)]);
                let told = told.with("many", "no").with("choices", "").proposing(nearest(&wanted, names));
                Err((told, ERRORS))
            }
            many => {
                let choices: Vec<&str> = many.iter().map(|(_, (path, _))| path.as_str()).collect();
                let told = told.with("many", "yes").with("choices", choices.join(", "));
                Err((told.with("proposal", "none"), USAGE))
            }
        }
    }

    /// The language to translate to: the one that was given, the only other one, or the one that is asked for.
    fn language(
        &self,
        given: Option<&str>,
        folder: &Folder,
        (path, original): CreatedText<'_>,
    ) -> Result<String, Stop> {
        let own = self.survey.own();
        let site = self.survey.site.iter().flat_map(|site| site.languages.iter().cloned());
        let municipal = folder.config.as_ref().and_then(|config| config.value.languages.clone());
        let languages: Vec<String> = municipal.unwrap_or_else(|| site.collect());
        let written = original.head().lang.unwrap_or(own);
        let others: Vec<&str> =
            languages.iter().map(String::as_str).filter(|lang| *lang != written).collect();
        let choices = others.join(", ");
        let told = |kind: &'static str, language: &str| {
            let all: Vec<&str> = languages.iter().map(String::as_str).chain([language]).collect();
            let diagnostic = Diagnostic::anywhere(Code::NotALanguageToTranslateTo).with("kind", kind);
            let diagnostic = diagnostic.with("language", language).with("languages", all.join(", "));
            let example = others.first().copied().unwrap_or("en");
            (diagnostic.with("file", path).with("example", example), ERRORS)
        };
        let find = |name: &str| others.iter().find(|lang| **lang == name).map(|found| (*found).to_string());
        match (given.map(str::trim), others.as_slice()) {
            (Some(language), _) if language == written => Err(told("same", language)),
            (Some(language), _) => find(language).ok_or_else(|| match parse::language::is_known(language) {
                true => told("unknown", language),
                false => {
                    let told =
                        Diagnostic::anywhere(Code::BadLanguage).with("kind", "value").with("value", language);
                    (told.proposing(likely_language(language)), ERRORS)
                }
            }),
            (None, [only]) => Ok((*only).to_string()),
            (None, []) => Err(told("unknown", if written == "en" { "sv" } else { "en" })),
            (None, _) => self.asker.choose("ask-translation-language", &choices, &find).ok_or_else(|| {
                let example = format!("--language {}", others.first().copied().unwrap_or("en"));
                needs("language", &example, &choices)
            }),
        }
    }
}

/// A news item or page with its file.
type CreatedText<'a> = (&'a SourcePath, Original<'a>);

/// The texts of a folder.
fn texts(folder: &Folder) -> impl Iterator<Item = CreatedText<'_>> {
    let news = folder.news.iter().map(|news| (&news.path, Original::News(&news.value)));
    news.chain(folder.pages.iter().map(|page| (&page.path, Original::Page(&page.value))))
}

/// The texts of a folder that are nobody's translation: those in the site's own language, and those that there is in no such.
fn originals<'a>(folder: &'a Folder, own: &'a str) -> impl Iterator<Item = CreatedText<'a>> {
    let is_own = move |(_, text): &CreatedText<'_>| text.head().lang.is_none_or(|lang| lang == own);
    let whole: HashSet<&str> = texts(folder).filter(is_own).map(|(_, text)| text.head().name).collect();
    texts(folder).filter(move |text| is_own(text) || !whole.contains(text.1.head().name))
}

/// The file that has a text in a language already.
fn version<'a>(folder: &'a Folder, original: Original<'_>, language: &str) -> Option<&'a SourcePath> {
    let original = original.head();
    let is_same = |(_, text): &CreatedText<'_>| {
        let head = text.head();
        let are_alike = head.date.is_some() == original.date.is_some();
        head.lang == Some(language) && head.name == original.name && are_alike
    };
    texts(folder).find(is_same).map(|(path, _)| path)
}

/// A file's path without its language and its ending.
fn stem(path: &SourcePath) -> String {
    let whole = path.as_str();
    without_language(whole.strip_suffix(".md").unwrap_or(whole)).to_string()
}

/// What somebody typed for a text, as [`stem`] has it: with the slashes of Windows, from this folder, as a translation or as an original.
fn wanted(given: &str) -> String {
    let given = given.trim().replace('\\', "/");
    let given = given.trim_start_matches("./");
    without_language(given.strip_suffix(".md").unwrap_or(given)).to_string()
}

fn without_language(stem: &str) -> &str {
    match stem.rsplit_once('.') {
        Some((name, lang)) if parse::language::is_known(lang) => name,
        _ => stem,
    }
}

/// A news item's name without its date; a page's as it is.
fn short_name(name: &str) -> &str {
    let has_date = name.get(..10).is_some_and(|date| parse::values::parse_date(date).is_some());
    if has_date { name.get(11..).unwrap_or(name) } else { name }
}
