//! What lies in another program: a list of activities, a text of Word, an export of WordPress. It is shown first with all that is not carried
//! over, and a second press writes it.
//!
//! What is shown and what is written is the plan of `fcsite import`, made of the same bytes. Between the two presses the file stays in memory;
//! where the site has changed meanwhile, so that the plan is another one, it is shown once more. Pictures are decoded and written anew, as all
//! that comes to the editor.

use std::collections::BTreeSet;

use super::desk::Office;
use super::files::{self, ContentFile};
use super::parcel::{self, ParcelPart};
use super::request::see;
use super::save::SavedFile;
use super::view::{PageOf, TrailStep};
use super::{Editor, PREFIX, secret};
use crate::base::{Fingerprint, Phrase, SourcePath};
use crate::edit::{Answers, Paper, label};
use crate::host::import::{is_published, is_there};
use crate::host::serve::{Question, Reply};
use crate::import::{
    ActivityPlan, CentreFile, PostSurroundings, PostsPlan, TextPlace, TextPlan, is_export, plan_activities,
    plan_posts, plan_text, sheets,
};
use crate::model::{NameOf, is_reserved};
use crate::parse::picture;
use crate::render::images;
use crate::scaffold::{NewFile, Setting};
use crate::schema::Kind;

/// How many files are held between the two presses. Who brings in one more begins anew with the oldest.
const MOST_HELD: usize = 2;

/// The most lines of what is not carried over that a page shows.
const MOST_LINES: usize = 300;

/// A file that was shown and not yet written.
#[derive(Clone, Debug)]
pub(super) struct HeldFile {
    word: String,
    /// The address that it was brought to.
    here: String,
    name: String,
    bytes: Vec<u8>,
    pictures: Vec<(String, Vec<u8>)>,
    /// Of all that would be written.
    shown: Fingerprint,
}

/// What is brought in, and where to.
pub(super) enum BringPlace {
    /// Activities, to a centre.
    Centre(ContentFile),
    /// News or pages, to a municipality.
    Texts(String, bool),
}

/// What would be done with a file.
enum BroughtPlan {
    Rows(ActivityPlan, Vec<SavedFile>),
    Text(TextPlan, Vec<SavedFile>),
    Posts(PostsPlan, Vec<SavedFile>),
}

/// What a page shows of a plan.
#[derive(Default, serde::Serialize)]
struct ShownPlan {
    word: String,
    summary: String,
    /// Which column says what.
    columns: Vec<(String, String)>,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    files: Vec<String>,
    /// Which pictures would be copied, and where to.
    pictures: Vec<String>,
    text: String,
    left: Vec<String>,
    more: String,
    may_write: bool,
}

/// Does a request to this path bring a file to be shown?
pub(super) fn is_for(path: &str) -> bool {
    path.ends_with("/hamta")
}

impl BringPlace {
    /// That of a centre's file; none for any other.
    pub(super) fn of_file(file: ContentFile) -> Option<Self> {
        (file.kind == Kind::Centre).then_some(Self::Centre(file))
    }

    /// That of a municipality's news or pages; none where there is no such municipality or kind.
    pub(super) fn of_texts(office: &Office<'_>, owner: &str, kind: &str) -> Option<Self> {
        let owner = files::owners(&office.editor.root).into_iter().find(|known| known == owner)?;
        match kind {
            "news" => Some(Self::Texts(owner, false)),
            "page" => Some(Self::Texts(owner, true)),
            _ => None,
        }
    }

    fn owner(&self) -> &str {
        match self {
            Self::Centre(file) => file.owner(),
            Self::Texts(owner, _) => owner,
        }
    }

    fn here(&self) -> String {
        match self {
            Self::Centre(file) => format!("{PREFIX}f/{}/hamta", file.id),
            Self::Texts(owner, is_page) => {
                format!("{PREFIX}ny/{owner}/{}/hamta", if *is_page { "page" } else { "news" })
            }
        }
    }
}

/// Shows the form.
pub(super) fn show(office: &Office<'_>, place: &BringPlace) -> Reply {
    page(office, place, &[], None)
}

fn page(office: &Office<'_>, place: &BringPlace, summary: &[String], shown: Option<&ShownPlan>) -> Reply {
    let (heading, trail) = match place {
        BringPlace::Centre(file) => ("edit-bring-rows", office.trail(file, true)),
        BringPlace::Texts(owner, is_page) => {
            let step = TrailStep { href: format!("{PREFIX}k/{owner}"), text: office.name_of_owner(owner) };
            (if *is_page { "edit-bring-pages" } else { "edit-bring-news" }, vec![step])
        }
    };
    let back = trail.last().map(|step| step.href.clone()).unwrap_or_default();
    PageOf::new(office.editor, office.messages, &office.word(heading))
        .with("trail", &trail)
        .with("here", &place.here())
        .with("is_rows", &matches!(place, BringPlace::Centre(_)))
        .with("summary", summary)
        .with("shown", &shown)
        .with("back", &back)
        .reply("bring.html", if summary.is_empty() { 200 } else { 422 })
}

/// Shows what would be made of a file that was sent.
pub(super) fn look(office: &Office<'_>, place: &BringPlace, question: &Question) -> Option<Reply> {
    let parts = parcel::parts(&question.content_type, &question.body)?;
    let is_file = |part: &&ParcelPart<'_>, name: &str| {
        part.name == name && part.file.as_ref().is_some_and(|file| !file.is_empty())
    };
    let Some(part) = parts.iter().find(|part| is_file(part, "fil")) else {
        return Some(page(office, place, &[office.word("edit-upload-none")], None));
    };
    let pictures = parts.iter().filter(|part| is_file(part, "bilder"));
    let held = HeldFile {
        word: secret().ok()?,
        here: place.here(),
        name: last_of(part),
        bytes: part.bytes.to_vec(),
        pictures: pictures.map(|part| (last_of(part), part.bytes.to_vec())).collect(),
        shown: Fingerprint::of(b""),
    };
    Some(shown(office, place, held, ""))
}

/// The name of a file; of a way to it only the end counts.
fn last_of(part: &ParcelPart<'_>) -> String {
    let whole = part.file.as_deref().unwrap_or_default();
    whole.rsplit(['/', '\\']).next().unwrap_or_default().chars().take(200).collect()
}

/// The plan of a file, which is held until it is written.
fn shown(office: &Office<'_>, place: &BringPlace, held: HeldFile, notice: &str) -> Reply {
    match planned(office, place, &held) {
        Ok(plan) => {
            let mut shown = plan.words(office, place);
            shown.word.clone_from(&held.word);
            shown.may_write = !plan.saving().is_empty();
            office.editor.hold(HeldFile { shown: print_of(plan.saving()), ..held });
            let summary: Vec<String> =
                Some(notice.to_string()).filter(|notice| !notice.is_empty()).into_iter().collect();
            page(office, place, &summary, Some(&shown))
        }
        Err(why) => page(office, place, &why, None),
    }
}

/// Writes what was shown.
pub(super) fn write(office: &Office<'_>, place: &BringPlace, sent: &Answers) -> Reply {
    let word = sent.get("hamtat").map(String::as_str).unwrap_or_default();
    let Some(held) = office.editor.held(word, &place.here()) else {
        return page(office, place, &[office.word("edit-bring-gone")], None);
    };
    let plan = match planned(office, place, &held) {
        Ok(plan) => plan,
        Err(why) => return page(office, place, &why, None),
    };
    if print_of(plan.saving()) != held.shown {
        return shown(office, place, held, &office.word("edit-bring-other"));
    }
    let to = match (&plan, place) {
        (BroughtPlan::Rows(..), BringPlace::Centre(file)) => {
            format!("{PREFIX}f/{}?del=activities&hamtat=1", file.id)
        }
        (BroughtPlan::Text(text, _), _) => {
            let path = SourcePath::new(&text.file.path);
            ContentFile::id_of(&path).map_or_else(
                || format!("{PREFIX}k/{}?sparat=1", place.owner()),
                |id| format!("{PREFIX}f/{id}?sparat=1"),
            )
        }
        _ => format!("{PREFIX}k/{}?hamtat=1", place.owner()),
    };
    let (BroughtPlan::Rows(_, saving) | BroughtPlan::Text(_, saving) | BroughtPlan::Posts(_, saving)) = plan;
    match office.editor.write_all(saving) {
        Ok(()) => {
            office.editor.let_go(&held.word);
            see(to)
        }
        Err(why) => page(office, place, &[office.said_of_form(&why)], None),
    }
}

/// Of all that would be written, and where.
fn print_of(saving: &[SavedFile]) -> Fingerprint {
    let mut all = String::new();
    for file in saving {
        let after = Fingerprint::of(file.after.as_deref().unwrap_or_default());
        all.push_str(&format!("{}\n{after}\n", file.path));
    }
    Fingerprint::of(all.as_bytes())
}

fn planned(office: &Office<'_>, place: &BringPlace, held: &HeldFile) -> Result<BroughtPlan, Vec<String>> {
    let beside: usize = held.pictures.iter().map(|(_, bytes)| bytes.len()).sum();
    images::begin_packed(held.bytes.len() + beside);
    match place {
        BringPlace::Centre(file) => rows(office, file, held),
        BringPlace::Texts(owner, is_page) => {
            let place = TextPlace { owner, is_page: *is_page };
            if is_export(&held.bytes) { posts(office, place, held) } else { text(office, place, held) }
        }
    }
}

/// Why a file cannot be brought in, in words that fit a form and no command.
fn refused(office: &Office<'_>, why: &Phrase) -> Vec<String> {
    let own = match &*why.key {
        "import-is-text" => "edit-bring-is-text",
        "import-is-export" => "edit-bring-is-export",
        "import-is-sheet" => "edit-bring-is-sheet",
        "import-no-text" | "import-no-export" => "edit-bring-no-text",
        "import-no-posts" => "edit-bring-no-posts",
        "import-no-pages" => "edit-bring-no-pages",
        "import-not-in-order" => "edit-bring-not-in-order",
        _ => return vec![crate::base::characters::capitalised(&office.messages.phrase(why))],
    };
    vec![office.word(own)]
}

fn rows(office: &Office<'_>, file: &ContentFile, held: &HeldFile) -> Result<BroughtPlan, Vec<String>> {
    let refused = |why: Phrase| refused(office, &why);
    let before = office.editor.bytes(&file.path).map_err(|why| vec![office.said_of_form(&why)])?;
    let text = std::str::from_utf8(&before).map_err(|_| refused(Phrase::new("import-not-in-order")))?;
    let centre = CentreFile { path: &file.path, owner: file.owner(), text };
    let words = (office.messages.locale(), office.editor.today());
    let sheets = sheets(&held.bytes).map_err(refused)?;
    let plan = plan_activities(&sheets, &centre, words).map_err(refused)?;
    let after = plan.text.clone().map(String::into_bytes);
    let saving = after.map(|after| SavedFile {
        path: file.path.clone(),
        before: Some(before.clone()),
        after: Some(after),
    });
    Ok(BroughtPlan::Rows(plan, saving.into_iter().collect()))
}

fn text(office: &Office<'_>, place: TextPlace<'_>, held: &HeldFile) -> Result<BroughtPlan, Vec<String>> {
    let setting = Setting { messages: office.messages, today: office.editor.today(), has_schemas: false };
    let name = held.name.rsplit_once('.').map_or(held.name.as_str(), |(stem, _)| stem);
    let plan = plan_text(&held.bytes, place, name, setting).map_err(|why| refused(office, &why))?;
    if !plan.faults.is_empty() {
        let faults = plan.faults.iter().map(|found| office.said_of_form(found));
        return Err(std::iter::once(office.word("edit-bring-faults")).chain(faults).collect());
    }
    let files = std::iter::once(&plan.file.path).chain(plan.pictures.iter().map(|(path, _)| path));
    if let Some(there) = files.into_iter().find(|path| is_there(&office.editor.root, path)) {
        return Err(vec![office.messages.text("edit-bring-there", &[("path", there)])]);
    }
    let mut saving = Vec::new();
    for (path, bytes) in &plan.pictures {
        saving.push(anew(office, path, bytes)?);
    }
    saving.push(new(&plan.file.path, plan.file.text.clone().into_bytes()));
    Ok(BroughtPlan::Text(plan, saving))
}

fn posts(office: &Office<'_>, place: TextPlace<'_>, held: &HeldFile) -> Result<BroughtPlan, Vec<String>> {
    let root = &office.editor.root;
    let names: Vec<String> = held.pictures.iter().map(|(name, _)| name.clone()).collect();
    let bytes_of = |name: &str| {
        let found = held.pictures.iter().find(|(known, _)| known == name);
        found.map(|(_, bytes)| bytes.clone())
    };
    let categories = categories(office);
    let languages = files::languages_among(root, place.owner);
    let around = PostSurroundings {
        is_there: &|path| is_there(root, path),
        is_published: &|path| is_published(root, path),
        is_reserved: &|name| is_reserved(name, NameOf::page_of(place.owner), &languages),
        beside: &names,
        bytes: &bytes_of,
        categories: &categories,
    };
    let locale = office.messages.locale();
    let plan = plan_posts(&held.bytes, place, &around, locale).map_err(|why| refused(office, &why))?;
    let mut saving = Vec::new();
    for (from, to) in &plan.pictures {
        saving.push(anew(office, to, &bytes_of(from).unwrap_or_default())?);
    }
    saving.extend(plan.files().map(|file| new(&file.path, file.text.clone().into_bytes())));
    Ok(BroughtPlan::Posts(plan, saving))
}

fn new(path: &str, bytes: Vec<u8>) -> SavedFile {
    SavedFile { path: SourcePath::new(path), before: None, after: Some(bytes) }
}

/// A picture without what it tells of its maker, turned as it was held; one that is none is refused.
fn anew(office: &Office<'_>, path: &str, bytes: &[u8]) -> Result<SavedFile, Vec<String>> {
    let name = path.rsplit('/').next().unwrap_or_default();
    let told = |why: Phrase| vec![format!("{name}: {}", office.messages.phrase(&why))];
    let picture = picture::read(bytes).map_err(|error| told(error.phrase()))?;
    images::look_at(bytes, &picture).map_err(|error| told(error.phrase()))?;
    let bytes = images::published(bytes, &picture).map_err(|error| told(error.phrase()))?;
    Ok(new(path, bytes.into_owned()))
}

/// The categories that news have, each once.
fn categories(office: &Office<'_>) -> Vec<String> {
    let root = &office.editor.root;
    let files = files::owners(root).into_iter().flat_map(|owner| files::of_owner(root, &owner));
    let news = files.filter(|file| file.kind == Kind::News);
    let category =
        |file: ContentFile| files::text_of(&office.editor.bytes(&file.path).ok()?, &file, "category", "sv");
    news.filter_map(category).collect::<BTreeSet<String>>().into_iter().collect()
}

impl BroughtPlan {
    fn saving(&self) -> &[SavedFile] {
        let (Self::Rows(_, saving) | Self::Text(_, saving) | Self::Posts(_, saving)) = self;
        saving
    }

    fn words(&self, office: &Office<'_>, place: &BringPlace) -> ShownPlan {
        let messages = office.messages;
        let state = |word: &str| messages.text(&format!("list-is-{word}"), &[]);
        let head =
            |words: &[&str]| words.iter().map(|word| messages.text(&format!("list-{word}"), &[])).collect();
        let mut shown = ShownPlan::default();
        let left = match self {
            Self::Rows(plan, _) => {
                let name = match place {
                    BringPlace::Centre(file) => office.name_of(file),
                    BringPlace::Texts(owner, _) => owner.clone(),
                };
                shown.summary = plan.summary(&name, messages);
                shown.columns = columns(office, plan);
                shown.head = head(&["row", "title", "day", "time", "first", "last", "state"]);
                let row = |row: &crate::import::PlannedRow| {
                    let words = row.words(messages);
                    let title = row.title.clone();
                    let number = row.number.to_string();
                    vec![number, title, words.days, words.time, words.first, words.last, state(words.state)]
                };
                shown.rows = plan.rows.iter().map(row).collect();
                plan.left(messages)
            }
            Self::Text(plan, saving) => {
                shown.summary = office.word("edit-bring-text");
                shown.files = saving.iter().map(|file| file.path.to_string()).collect();
                shown.text = text_of(&plan.file);
                plan.left_lines(messages)
            }
            Self::Posts(plan, _) => {
                shown.summary = plan.summary(messages);
                shown.pictures = plan.copied();
                shown.head = head(&["row", "title", "file", "state"]);
                let row = |post: &crate::import::PlannedPost| {
                    let file = post.file_name().to_string();
                    vec![post.line.to_string(), post.title.clone(), file, state(post.state())]
                };
                shown.rows = plan.posts.iter().map(row).collect();
                plan.left(messages)
            }
        };
        let more = left.len().saturating_sub(MOST_LINES);
        if more > 0 {
            shown.more = messages.text("edit-care-more", &[("count", &more.to_string())]);
        }
        let plain = |line: String| line.trim_start_matches("– ").to_string();
        shown.left = left.into_iter().take(MOST_LINES).map(plain).collect();
        shown
    }
}

/// A new text as a person reads it: its title, its lead and what follows, without the lines that a file has for the program.
fn text_of(file: &NewFile) -> String {
    let path = SourcePath::new(&file.path);
    let bytes = file.text.as_bytes();
    let said = |word: &str| files::text_of(bytes, &ContentFile::of(&file.path)?, word, "sv");
    let body = Paper::of(&path, bytes).ok().and_then(|paper| paper.body());
    let parts = [said("title"), said("lead"), body];
    parts
        .into_iter()
        .flatten()
        .map(|part| part.trim().to_string())
        .collect::<Vec<_>>()
        .join("\n\n")
        .trim()
        .to_string()
}

/// Which columns were recognised, and what each says.
fn columns(office: &Office<'_>, plan: &ActivityPlan) -> Vec<(String, String)> {
    let column = |column: &crate::import::SheetColumn| {
        let name = match column.says? {
            "time" => office.messages.text("list-time", &[]),
            name => label(office.messages.locale(), "Activity", name),
        };
        Some((format!("{} ({})", column.letters(), column.heading), name))
    };
    plan.known.iter().filter_map(column).collect()
}

impl Editor {
    fn hold(&self, file: HeldFile) {
        let mut held = self.brought();
        held.retain(|other| other.word != file.word);
        held.push_back(file);
        let more = held.len().saturating_sub(MOST_HELD);
        held.drain(..more);
    }

    fn held(&self, word: &str, here: &str) -> Option<HeldFile> {
        self.brought().iter().find(|file| file.word == word && file.here == here).cloned()
    }

    fn let_go(&self, word: &str) {
        self.brought().retain(|file| file.word != word);
    }
}
