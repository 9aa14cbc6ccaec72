//! A new news item or page: a few fields become a file, in the names of the person's language.

use super::desk::Office;
use super::request::see;
use super::view::{PageOf, TrailStep};
use super::{PREFIX, files};
use crate::base::{SourcePath, slug_of};
use crate::edit::{Answers, FieldTypes, Given, Habit};
use crate::host::clock::{Clock as _, Stockholm};
use crate::host::serve::Reply;
use crate::parse::{self, Role};
use crate::schema::Kind;

/// What can be made, by its word in the address.
fn kind_of(word: &str) -> Option<Kind> {
    Kind::of_name(word).filter(|kind| matches!(kind, Kind::News | Kind::Page))
}

fn owner_of(office: &Office<'_>, owner: &str) -> Option<String> {
    files::owners(&office.editor.root).into_iter().find(|known| known == owner)
}

/// Shows the empty form; none where there is no such municipality or kind.
pub fn show(office: &Office<'_>, owner: &str, kind: &str) -> Option<Reply> {
    let (owner, kind) = (owner_of(office, owner)?, kind_of(kind)?);
    Some(page(office, (&owner, kind), &Answers::new(), &[]))
}

fn page(office: &Office<'_>, (owner, kind): (&str, Kind), sent: &Answers, summary: &[String]) -> Reply {
    let heading = if kind == Kind::News { "edit-write-news" } else { "edit-write-page" };
    let trail = vec![TrailStep { href: format!("{PREFIX}k/{owner}"), text: office.name_of_owner(owner) }];
    let said = |name: &str| sent.get(name).cloned().unwrap_or_default();
    let page = PageOf::new(office.editor, &office.messages, &office.word(heading))
        .with("trail", &trail)
        .with("summary", summary)
        .with("is_news", &(kind == Kind::News))
        .with("title", &said("title"))
        .with("lead", &said("lead"))
        .with("body", &said("_body"))
        .with("draft", &(sent.is_empty() || sent.contains_key("draft")));
    page.reply("new.html", if summary.is_empty() { 200 } else { 422 })
}

/// Makes the file, and goes to its form.
pub fn make(office: &Office<'_>, (owner, kind): (&str, &str), sent: &Answers) -> Option<Reply> {
    let (owner, kind) = (owner_of(office, owner)?, kind_of(kind)?);
    let said = |name: &str| sent.get(name).map(|text| text.trim().replace("\r\n", "\n")).unwrap_or_default();
    let slug = slug_of(&said("title"));
    let path = match kind {
        Kind::News => SourcePath::new(&format!("content/{owner}/news/{}-{slug}.md", Stockholm.today())),
        _ => SourcePath::new(&format!("content/{owner}/pages/{slug}.md")),
    };
    let text = text_of(office, kind, sent);
    let role = Role::of(&path)?;
    let found = parse::parse(&path, &role, text.as_bytes()).diagnostics;
    let mut errors: Vec<String> =
        found.iter().filter(|found| found.is_error()).map(|found| office.said(found)).collect();
    if slug.is_empty() {
        errors.insert(0, office.word("edit-no-title"));
    }
    if errors.is_empty()
        && let Err(why) = office.editor.make(&path, text.into_bytes())
    {
        errors.push(office.said(&why));
    }
    if !errors.is_empty() {
        return Some(page(office, (&owner, kind), sent, &errors));
    }
    let made = files::of_owner(&office.editor.root, &owner).into_iter().find(|file| file.path == path)?;
    Some(see(format!("{PREFIX}f/{}?sparat=1", made.id)))
}

fn text_of(office: &Office<'_>, kind: Kind, sent: &Answers) -> String {
    let types = FieldTypes::of(kind);
    let habit = Habit::of("", &types, office.messages.locale());
    let said = |name: &str| sent.get(name).map(|text| text.trim().replace("\r\n", "\n")).unwrap_or_default();
    let mut yaml = String::new();
    for name in ["title", "lead"] {
        let line = said(name).split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() {
            yaml.push_str(&crate::edit::line(&habit.name(types.root(), name), &Given::Text(line), 0, "\n"));
        }
    }
    if sent.contains_key("draft") {
        let yes = if habit.swedish { "ja" } else { "true" };
        yaml.push_str(&crate::edit::line(
            &habit.name(types.root(), "draft"),
            &Given::Bare(yes.to_string()),
            0,
            "\n",
        ));
    }
    let body = said("_body");
    let body = if body.is_empty() { body } else { format!("\n{body}\n") };
    format!("---\n{yaml}---\n{body}")
}
