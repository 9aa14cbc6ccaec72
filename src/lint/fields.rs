//! The links of YAML files and the Markdown that stands in them, each with the way to it: every rule that looks at links walks this list.

use super::prose::{self, Run, RunKind};
use crate::base::{AbsoluteUrl, At, Seg, SourcePath, key};
use crate::model::Folder;
use crate::model::texts::{self, Form};
use crate::parse::check::Notice;
use crate::parse::contacts;
use crate::parse::municipality::NavigationTarget;
use crate::parse::trail::Trail;
use crate::parse::values::Text;

/// Something that a field says.
#[derive(Clone, Debug)]
pub struct Field<'a> {
    pub path: &'a SourcePath,
    /// The way to the field.
    pub way: Vec<Seg>,
    /// What it says.
    pub what: What<'a>,
}

/// What a field says.
#[derive(Clone, Copy, Debug)]
pub enum What<'a> {
    /// The text of a link, and the address of another website that it leads to, if it does.
    Title(&'a Text, Option<&'a AbsoluteUrl>),
    /// The address of another website.
    Address(&'a AbsoluteUrl),
    /// A text in Markdown.
    Markdown(&'a Text),
}

/// The way to a text in one of its languages.
pub fn way_in(way: &[Seg], lang: Option<&str>) -> Vec<Seg> {
    way.iter().cloned().chain(lang.map(key)).collect()
}

/// All links and texts in the YAML of a folder.
pub fn fields(folder: &Folder) -> Vec<Field<'_>> {
    let mut all = Vec::new();
    if let Some(config) = &folder.config {
        let (path, value) = (&config.path, &config.value);
        let mut add = |way: Vec<Seg>, what| all.push(Field { path, way, what });
        if let Some(url) = &value.contact.url {
            add(vec![key("contact"), key("url")], What::Address(url));
        }
        for (index, entry) in value.navigation.iter().enumerate() {
            let way = |name| vec![key("navigation"), Seg::Index(index), key(name)];
            let url = match &entry.target {
                NavigationTarget::Url(url) => Some(url),
                NavigationTarget::Page(_) | NavigationTarget::Centre(_) => None,
            };
            add(way("title"), What::Title(&entry.title, url));
            if let Some(url) = url {
                add(way("url"), What::Address(url));
            }
        }
        if let Some(url) = value.statement.as_ref().and_then(|statement| statement.feedback_url.as_ref()) {
            add(vec![key("accessibility_statement"), key("feedback_url")], What::Address(url));
        }
        in_notices(&value.notices, &mut add);
    }
    for centre in &folder.centres {
        let (path, value) = (&centre.path, &centre.value);
        let mut add = |way: Vec<Seg>, what| all.push(Field { path, way, what });
        if let Some(url) = &value.url {
            add(vec![key("url")], What::Address(url));
        }
        for (index, service) in value.services.iter().enumerate() {
            if let Some(url) = &service.url {
                add(vec![key("services"), Seg::Index(index), key("url")], What::Address(url));
            }
        }
        in_notices(&value.notices, &mut add);
    }
    all
}

/// What a reader meets of the texts in the YAML of a folder that may hold something to be tapped.
pub fn each_run(folder: &Folder, see: impl FnMut(&Run, &SourcePath)) {
    each_run_with(folder, contacts::may_stand_in, see);
}

/// What a reader meets of the texts in the YAML of a folder that may hold something.
pub fn each_run_with(
    folder: &Folder,
    may_hold: impl Fn(&str) -> bool,
    mut see: impl FnMut(&Run, &SourcePath),
) {
    let mut look = |path: &SourcePath, text: &Text, at: &Trail<'_>, form: Form| {
        for (lang, text) in text.each().filter(|(_, text)| may_hold(text)) {
            let At::Value(way) = at.value() else { continue };
            let way = way_in(&way, lang);
            match form {
                Form::Plain => see(&Run::of_field(RunKind::Paragraph, text, way), path),
                Form::Markdown => prose::read_field(text, &way).runs.iter().for_each(|run| see(run, path)),
            }
        }
    };
    if let Some(config) = &folder.config {
        texts::of_config(&config.value, &mut |text, at, form| look(&config.path, text, at, form));
    }
    for centre in &folder.centres {
        texts::of_centre(&centre.value, &mut |text, at, form| look(&centre.path, text, at, form));
    }
}

fn in_notices<'a>(notices: &'a [Notice], add: &mut impl FnMut(Vec<Seg>, What<'a>)) {
    for (index, notice) in notices.iter().enumerate() {
        let here = [key("notices"), Seg::Index(index)];
        for (place, link) in notice.links.iter().enumerate() {
            let way =
                |name| here.iter().cloned().chain([key("links"), Seg::Index(place), key(name)]).collect();
            add(way("title"), What::Title(&link.title, Some(&link.url)));
            add(way("url"), What::Address(&link.url));
        }
        if let Some(body) = &notice.body {
            add(here.iter().cloned().chain([key("body")]).collect(), What::Markdown(body));
        }
    }
}
