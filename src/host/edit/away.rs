//! Taking down a news item, a page or a centre: asked where its readers shall go, the file goes, and its addresses lead there.
//!
//! The addresses are those that the build gives the file's pages, in every language, and those that led to it before. They become old
//! addresses (`aliases:`) of the page that readers are led to. Nothing is written while another text still links to what would be gone.

use serde::Serialize;

use super::desk::Office;
use super::files::{self, ContentFile};
use super::request::see;
use super::save::SavedFile;
use super::view::PageOf;
use super::{PREFIX, desk, unseen};
use crate::edit::{Answers, FieldTypes, Habit, Paper, apply, changes, read, value_at, way_of};
use crate::host::preview::SourceChange;
use crate::host::serve::Reply;
use crate::schema::Kind;

/// The answer that readers are led nowhere.
const NOWHERE: &str = "ingen";

/// The most news that readers can be led to.
const MOST_NEWS: usize = 50;

/// A page that readers can be led to.
#[derive(Serialize)]
struct TargetChoice {
    id: String,
    name: String,
    group: String,
}

/// Can a file be taken down here?
pub fn is_for(file: &ContentFile) -> bool {
    matches!(file.kind, Kind::News | Kind::Page | Kind::Centre)
}

/// Asks.
pub fn show(office: &Office<'_>, file: &ContentFile) -> Option<Reply> {
    is_for(file).then(|| page(office, file, "", &[]))
}

fn page(office: &Office<'_>, file: &ContentFile, chosen: &str, summary: &[desk::FoundRow]) -> Reply {
    let advice = match file.kind {
        Kind::News => "edit-away-news",
        Kind::Centre => "edit-away-centre",
        _ => "edit-away-page",
    };
    let together: Vec<String> =
        together(office, file).iter().map(|file| file.path.name().to_string()).collect();
    let heading = office.messages.text("edit-away-heading", &[("name", &office.name_of(file))]);
    let page = PageOf::new(office.editor, office.messages, &heading)
        .with("trail", &office.trail(file, true))
        .with("here", &format!("{PREFIX}f/{}", file.id))
        .with("advice", &office.word(advice))
        .with("files", &together)
        .with("addresses", &addresses(office, file))
        .with("targets", &targets(office, file))
        .with("chosen", chosen)
        .with("nowhere", NOWHERE)
        .with("found", summary);
    page.reply("away.html", if summary.is_empty() { 200 } else { 422 })
}

/// Takes it down.
pub fn take(office: &Office<'_>, file: &ContentFile, sent: &Answers) -> Option<Reply> {
    if !is_for(file) {
        return None;
    }
    let chosen = sent.get("target").map_or("", String::as_str);
    let said = |text: String| desk::FoundRow::said(office, text);
    let target = targets(office, file).into_iter().find(|target| target.id == chosen);
    if target.is_none() && chosen != NOWHERE {
        return Some(page(office, file, chosen, &[said(office.word("edit-away-unanswered"))]));
    }
    let target = target.and_then(|target| files::of_id(office.editor, &target.id));
    // Where something is wrong no page is made, and so none of its addresses is known.
    let faults = target.as_ref().map(|_| office.editor.faults_of(&file.path).unwrap_or_default());
    if let Some(faults) = faults.filter(|faults| !faults.is_empty()) {
        let rows = office.rows(&faults.iter().collect::<Vec<_>>());
        return Some(page(office, file, chosen, &rows));
    }
    let saving = match saving(office, file, target.as_ref()) {
        Ok(saving) => saving,
        Err(why) => return Some(page(office, file, chosen, &[said(why)])),
    };
    let changes: Vec<SourceChange> =
        saving.iter().map(|file| (file.path.clone(), file.after.clone())).collect();
    let Some(errors) = office.editor.errors_of(&file.path, &changes) else {
        return Some(page(office, file, chosen, &[said(office.word("edit-preview-waiting"))]));
    };
    if !errors.is_empty() {
        let rows = office.rows(&errors.iter().collect::<Vec<_>>());
        return Some(page(office, file, chosen, &rows));
    }
    match office.editor.write_all(saving) {
        Ok(()) => Some(see(format!("{PREFIX}k/{}?nertagen=1", file.owner()))),
        Err(why) => Some(page(office, file, chosen, &[said(office.said_of_form(&why))])),
    }
}

/// The files that go together: a text with its translations, or one translation.
fn together(office: &Office<'_>, file: &ContentFile) -> Vec<ContentFile> {
    let stem = file.path.stem();
    let all = files::of_owner(&office.editor.root, file.owner()).into_iter();
    let is_its = |other: &ContentFile| {
        let is_translation = || {
            file.kind != Kind::Centre
                && other.kind == file.kind
                && other.path.stem().strip_prefix(stem).is_some_and(|rest| rest.starts_with('.'))
        };
        other.path == file.path || is_translation()
    };
    all.filter(is_its).collect()
}

/// The addresses of what goes, as old addresses are written.
fn addresses(office: &Office<'_>, file: &ContentFile) -> Vec<String> {
    let mut addresses: Vec<String> = Vec::new();
    for file in together(office, file) {
        let pages = office.editor.pages_of(&file.path).unwrap_or_default();
        // They are counted from the municipality's folder.
        let inner = pages.iter().filter_map(|page| page.as_str().split_once('/')).map(|(_, inner)| inner);
        let inner = inner.filter_map(|inner| inner.strip_suffix("index.html"));
        addresses.extend(inner.map(|inner| format!("/{inner}")));
        // One that cannot be read may have addresses that readers would be led from no more.
        let bytes = office.editor.bytes(&file.path).map_err(unseen::note).unwrap_or_default();
        addresses.extend(aliases(&file, &bytes));
    }
    let mut seen = std::collections::BTreeSet::new();
    addresses.retain(|address| seen.insert(address.clone()));
    addresses
}

/// The old addresses that a file has.
fn aliases(file: &ContentFile, bytes: &[u8]) -> Vec<String> {
    let listed = || {
        let whole = read(Paper::of(&file.path, bytes).ok()?.yaml())?;
        let found = value_at(&whole, &FieldTypes::of(file.kind), &way_of("aliases"))?;
        match found {
            serde_yaml::Value::Sequence(items) => {
                Some(items.iter().filter_map(serde_yaml::Value::as_str).map(str::to_string).collect())
            }
            other => Some(other.as_str().map(str::to_string).into_iter().collect()),
        }
    };
    listed().unwrap_or_default()
}

/// The pages that readers can be led to: those of the same folder that stay, each in the site's own language.
fn targets(office: &Office<'_>, file: &ContentFile) -> Vec<TargetChoice> {
    let going = together(office, file);
    let is_going = |other: &ContentFile| going.iter().any(|file| file.path == other.path);
    let mut news = 0;
    let all = files::of_owner(&office.editor.root, file.owner()).into_iter();
    let choice = |other: ContentFile| {
        let group = match other.kind {
            Kind::Page => "edit-pages",
            Kind::Centre => "edit-centres",
            Kind::News => "edit-news",
            _ => return None,
        };
        news += usize::from(other.kind == Kind::News);
        let is_primary = other.kind == Kind::Centre || !other.path.stem().contains('.');
        let is_offered = is_primary && !is_going(&other) && (other.kind != Kind::News || news <= MOST_NEWS);
        is_offered.then(|| TargetChoice {
            name: office.name_of(&other),
            group: office.word(group),
            id: other.id,
        })
    };
    let mut choices: Vec<TargetChoice> = all.filter_map(choice).collect();
    choices.sort_by(|one, other| one.group.cmp(&other.group));
    choices
}

/// What is written: the page that readers are led to gets the addresses, then the files go. Where it breaks off between, no address leads
/// nowhere.
fn saving(
    office: &Office<'_>,
    file: &ContentFile,
    target: Option<&ContentFile>,
) -> Result<Vec<SavedFile>, String> {
    let said = |why| office.said_of_form(&why);
    let mut saving = Vec::new();
    if let Some(target) = target {
        let before = office.editor.bytes(&target.path).map_err(said)?;
        let more = addresses(office, file);
        let after = with_aliases(office, target, (&before, &more))?;
        saving.push(SavedFile { path: target.path.clone(), before: Some(before), after: Some(after) });
    }
    for going in together(office, file) {
        let before = office.editor.bytes(&going.path).map_err(said)?;
        saving.push(SavedFile { path: going.path.clone(), before: Some(before), after: None });
    }
    Ok(saving)
}

fn with_aliases(
    office: &Office<'_>,
    target: &ContentFile,
    (bytes, more): (&[u8], &[String]),
) -> Result<Vec<u8>, String> {
    let by_hand = || format!("{}: {}", target.path, office.word("edit-unreadable"));
    let paper = Paper::of(&target.path, bytes).map_err(|_| by_hand())?;
    let whole = read(paper.yaml()).ok_or_else(by_hand)?;
    let types = FieldTypes::of(target.kind);
    let habit = Habit::of(paper.yaml(), &types, office.messages.locale());
    let own = aliases(target, bytes);
    let new = more.iter().filter(|address| !own.contains(address)).cloned();
    let all: Vec<String> = own.iter().cloned().chain(new).collect();
    let answers: Answers = [("aliases".to_string(), all.join("\n"))].into();
    let asked = changes(habit, (&[], Some(&whole)), &answers, "sv");
    let yaml = apply(paper.yaml(), &asked, habit)
        .map_err(|why| format!("{}: {}", target.path, office.messages.phrase(&why)))?;
    Ok(paper.with(&yaml, None).into_bytes())
}
