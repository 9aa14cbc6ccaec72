//! The pages that lead to forms: what there is, and what needs care.

use serde::Serialize;

use super::files::{self, ContentFile, FolderNames};
use super::view::{Door, PageOf, TrailStep};
use super::{Editor, PREFIX};
use crate::base::characters::capitalised;
use crate::base::{Code, Diagnostic, Messages, Phrase, Seg, percent_encoded};
use crate::edit::{Answers, FieldShape, FieldTypes, label, word_of};
use crate::host::serve::Reply;
use crate::parse::SHARED;
use crate::schema::Kind;

/// The most findings that one page shows.
const MOST_FOUND: usize = 40;

/// The most findings of a kind that the first page shows.
const MOST_IN_GROUP: usize = 10;

/// The most files of a kind that one page shows.
const MOST_LISTED: usize = 200;

/// So many files are found without a search.
const FEW: usize = 20;

/// An answer in the making: the editor and its words.
pub struct Office<'a> {
    /// The editor.
    pub editor: &'a Editor,
    /// The words.
    pub messages: &'a Messages,
    /// The origin of the site that is shown.
    pub site: &'a str,
}

/// A file in a list.
#[derive(Serialize)]
struct Row {
    id: String,
    name: String,
    note: String,
    /// The file's name.
    file: String,
    doors: Vec<Door>,
}

/// Files of a kind: so many as one page shows, and the way to the others.
#[derive(Default, Serialize)]
struct ListedFiles {
    rows: Vec<Row>,
    /// Which of how many; empty where all are shown.
    shown: String,
    /// The query of those before; empty where there are none.
    before: String,
    /// The query of those behind.
    behind: String,
}

/// Something that a build found.
#[derive(Serialize)]
pub struct FoundRow {
    kind: &'static str,
    level: String,
    file: String,
    href: String,
    text: String,
}

/// What was found of one kind, on the first page.
#[derive(Serialize)]
struct FoundGroup {
    heading: String,
    id: &'static str,
    rows: Vec<FoundRow>,
    more: String,
}

/// Which kind of care a finding asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Care {
    /// Until it is mended the site is not built.
    Mend,
    /// Its day has passed.
    Ended,
    /// Somebody should look through it.
    Review,
    /// All else.
    Look,
}

impl Care {
    const ALL: [Self; 4] = [Self::Mend, Self::Ended, Self::Review, Self::Look];

    fn of(found: &Diagnostic) -> Self {
        match found.code {
            _ if found.is_error() => Self::Mend,
            Code::NoticeEnded | Code::PlannedOpeningPassed => Self::Ended,
            Code::ReviewDue => Self::Review,
            _ => Self::Look,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Mend => "edit-care-mend",
            Self::Ended => "edit-care-ended",
            Self::Review => "edit-care-review",
            Self::Look => "edit-care-look",
        }
    }
}

/// A municipality on the first page.
#[derive(Serialize)]
struct OwnerCard {
    id: String,
    name: String,
    care: usize,
    care_text: String,
}

impl FoundRow {
    /// A reason of the editor's own why something is not done.
    pub fn said(office: &Office<'_>, text: String) -> Self {
        let level = office.word("severity-error");
        Self { kind: "error", level, file: String::new(), href: String::new(), text }
    }
}

impl<'a> Office<'a> {
    /// For one answer.
    pub fn new(editor: &'a Editor, site: &'a str) -> Self {
        Self { editor, messages: &editor.messages, site }
    }

    /// A word of the editor.
    pub fn word(&self, id: &str) -> String {
        self.messages.text(id, &[])
    }

    /// What is wrong, and what to do about it.
    pub fn said(&self, found: &Diagnostic) -> String {
        let said = self.messages.render(found);
        if said.help.is_empty() { said.message } else { format!("{}\n{}", said.message, said.help) }
    }

    /// The same for whom fills in forms: what would be told of a file's lines is left out, since a link leads to the field. Where the usual
    /// words speak of a command, the editor has its own.
    pub fn said_of_form(&self, found: &Diagnostic) -> String {
        let said = |name: &'static str| (name, found.arg(name).unwrap_or_default());
        let words = [said("kind"), said("right"), said("value")];
        let own = |what: &str| self.messages.find(&format!("edit-{what}-{}", found.code), &words);
        let said = self.messages.render(found);
        let message = own("said").unwrap_or(said.message);
        let help =
            own("help").unwrap_or_else(|| if is_about_files(&said.help) { String::new() } else { said.help });
        if help.is_empty() { message } else { format!("{message}\n{help}") }
    }

    /// A reason in the editor's own words, where it has some: who presses buttons has no options to write.
    pub fn reason(&self, reason: Phrase) -> Phrase {
        let own = format!("edit-why-{}", reason.key);
        let has_own = self.messages.phrase(&Phrase { key: own.clone().into(), ..reason.clone() }) != own;
        if has_own { Phrase { key: own.into(), ..reason } } else { reason }
    }

    /// A page that says something.
    pub fn message(&self, heading: &str, lines: &[String], back: Option<&str>) -> Reply {
        let page = PageOf::new(self.editor, self.messages, &self.word(heading));
        page.with("lines", lines).with("back", back.unwrap_or_default()).reply("message.html", 200)
    }

    /// Said where there is nothing.
    pub fn missing(&self) -> Reply {
        let page = PageOf::new(self.editor, self.messages, &self.word("edit-missing"));
        let page = page.with("lines", &[self.word("edit-missing-text")]).with("back", &PREFIX.to_string());
        page.reply("message.html", 404)
    }

    /// The first page.
    pub fn start<T: Serialize>(&self, query: &Answers, tasks: &[T]) -> Reply {
        let found = self.editor.state().found.clone();
        let ids = files::owners(&self.editor.root).into_iter();
        let mut cards: Vec<OwnerCard> = ids.map(|id| self.card(id, &found)).collect();
        cards.sort_by(|one, other| one.name.cmp(&other.name));
        let page = PageOf::new(self.editor, self.messages, &self.word("edit-heading"));
        let notice = match query {
            query if query.contains_key("angrat") => self.word("edit-undone"),
            query if query.contains_key("exempel") => self.word("edit-example-gone"),
            _ => String::new(),
        };
        let site = files::ContentFile::site().map(|site| site.id).unwrap_or_default();
        page.with("notice", &notice)
            .with("owners", &cards)
            .with("tasks", tasks)
            .with("site", &site)
            .with("groups", &self.groups(&found))
            .reply("start.html", 200)
    }

    /// What needs care, by what kind of care it is.
    fn groups(&self, found: &[Diagnostic]) -> Vec<FoundGroup> {
        let group = |care: Care| {
            let all: Vec<&Diagnostic> = found.iter().filter(|found| Care::of(found) == care).collect();
            let more = all.len().saturating_sub(MOST_IN_GROUP);
            FoundGroup {
                heading: self.word(care.word()),
                id: care.word(),
                rows: self.rows(all.get(..MOST_IN_GROUP).unwrap_or(&all)),
                more: if more == 0 {
                    String::new()
                } else {
                    self.messages.text("edit-care-more", &[("count", &more.to_string())])
                },
            }
        };
        Care::ALL.into_iter().map(group).filter(|group| !group.rows.is_empty()).collect()
    }

    fn card(&self, id: String, found: &[Diagnostic]) -> OwnerCard {
        let name = self.name_of_owner(&id);
        let care = found.iter().filter(|found| owner_of(found) == Some(&id)).count();
        let care_text = self.messages.text("edit-care", &[("count", &care.to_string())]);
        OwnerCard { id, name, care, care_text }
    }

    /// What a municipality is called.
    pub fn name_of_owner(&self, owner: &str) -> String {
        if owner == SHARED {
            return self.word("edit-shared");
        }
        let own = files::ContentFile::of(&format!("content/{owner}/municipality.yaml"));
        own.map_or_else(|| owner.to_string(), |file| self.name_of(&file))
    }

    /// What a file is called: its name or title, else the file's own.
    pub fn name_of(&self, file: &ContentFile) -> String {
        let word = if matches!(file.kind, Kind::News | Kind::Page | Kind::Site) { "title" } else { "name" };
        let bytes = self.editor.bytes(&file.path).unwrap_or_default();
        files::text_of(&bytes, file, word, "sv").unwrap_or_else(|| file.path.name().to_string())
    }

    /// The page of a municipality; none where there is none of this name.
    pub fn municipality(&self, owner: &str, is_example: bool, query: &Answers) -> Option<Reply> {
        let owner = files::owners(&self.editor.root).into_iter().find(|known| known == owner)?;
        let all = files::of_owner(&self.editor.root, &owner).into_iter();
        let names = FolderNames::default();
        let (copies, all): (Vec<ContentFile>, Vec<ContentFile>) =
            all.partition(|file| self.editor.original_of(file, &names).is_some());
        let copies: Vec<Row> = copies.iter().map(|file| self.row(file)).collect();
        let listed = |kind: Kind, name: &str| self.listed((&all, kind), (name, query));
        let found = self.editor.state().found.clone();
        let found = found.iter().filter(|found| owner_of(found) == Some(owner.as_str()));
        let (broken, found): (Vec<&Diagnostic>, Vec<&Diagnostic>) = found.partition(|found| found.is_error());
        let page = PageOf::new(self.editor, self.messages, &self.name_of_owner(&owner));
        let notice = match query {
            query if query.contains_key("sparat") => self.word("edit-saved"),
            query if query.contains_key("hamtat") => self.word("edit-bring-done"),
            query if query.contains_key("kopia") => self.word("edit-twin-done"),
            query if query.contains_key("nertagen") => self.word("edit-away-done"),
            query if query.contains_key("ny-kommun") => self.word("edit-begin-municipality-done"),
            _ => String::new(),
        };
        let sought = sought(query);
        let page = page
            .with("notice", &notice)
            .with("owner", &owner)
            .with("copies", &copies)
            .with("is_shared", &(owner == SHARED))
            .with("is_example", &is_example)
            .with("broken", &self.rows(&broken))
            .with("found", &self.rows(&found))
            .with("may_search", &(all.len() > FEW || !sought.is_empty()))
            .with("sought", &sought)
            .with("centres", &listed(Kind::Centre, "centraler"))
            .with("news", &listed(Kind::News, "nyheter"))
            .with("pages", &listed(Kind::Page, "sidor"));
        let own = all.iter().find(|file| file.kind == Kind::Municipality).map(|file| self.row(file));
        Some(page.with("own", &own).reply("municipality.html", 200))
    }

    /// The files of a kind that a page shows: of those that are sought, which are all where nothing is.
    fn listed(&self, (all, kind): (&[ContentFile], Kind), (name, query): (&str, &Answers)) -> ListedFiles {
        let sought = sought(query);
        let words: Vec<String> = sought.to_lowercase().split_whitespace().map(str::to_string).collect();
        let is_sought = |file: &&ContentFile| {
            let name = || format!("{} {}", self.name_of(file).to_lowercase(), file.path.name());
            words.is_empty() || {
                let name = name();
                words.iter().all(|word| name.contains(word))
            }
        };
        let files: Vec<&ContentFile> =
            all.iter().filter(|file| file.kind == kind).filter(is_sought).collect();
        let count = files.len();
        let last = count.div_ceil(MOST_LISTED).max(1);
        let page = query.get(name).and_then(|page| page.parse().ok()).unwrap_or(1_usize).clamp(1, last);
        let first = (page - 1) * MOST_LISTED;
        let rows: Vec<Row> = files.iter().skip(first).take(MOST_LISTED).map(|file| self.row(file)).collect();
        if last == 1 {
            return ListedFiles { rows, ..ListedFiles::default() };
        }
        let link = |page: usize| {
            let sought =
                if sought.is_empty() { String::new() } else { format!("&sok={}", percent_encoded(&sought)) };
            format!("?{name}={page}{sought}")
        };
        let numbers = [("first", first + 1), ("last", first + rows.len()), ("count", count)];
        let numbers = numbers.map(|(name, number)| (name, number.to_string()));
        let numbers: Vec<(&str, &str)> =
            numbers.iter().map(|(name, number)| (*name, number.as_str())).collect();
        ListedFiles {
            rows,
            shown: self.messages.text("edit-list-shown", &numbers),
            before: if page > 1 { link(page - 1) } else { String::new() },
            behind: if page < last { link(page + 1) } else { String::new() },
        }
    }

    fn row(&self, file: &ContentFile) -> Row {
        let stem = file.path.stem();
        let note = match file.kind {
            Kind::News => stem.get(..10).unwrap_or(stem).to_string(),
            Kind::Page => file.path.name().to_string(),
            _ => String::new(),
        };
        let language =
            stem.split_once('.').map(|(_, tag)| format!(" · {tag}")).filter(|_| file.kind == Kind::News);
        let doors =
            if matches!(file.kind, Kind::News | Kind::Page) { Vec::new() } else { self.doors(file, "") };
        Row {
            id: file.id.clone(),
            name: self.name_of(file),
            note: note + &language.unwrap_or_default(),
            file: file.path.name().to_string(),
            doors,
        }
    }

    /// The parts of a file that have pages of their own.
    pub fn doors(&self, file: &ContentFile, here: &str) -> Vec<Door> {
        let types = FieldTypes::of(file.kind);
        let fields = types.fields(types.root());
        let door = |query: String, text: String| Door { here: query == here, query, text };
        let mut doors = vec![door(String::new(), self.word("edit-facts"))];
        if fields.iter().any(|field| field.shape == FieldShape::Week) {
            doors.push(door("?bara=tider".to_string(), self.word("edit-hours")));
        }
        let lists = fields.iter().filter(|field| types.has_own_page(&field.shape));
        doors.extend(lists.map(|field| {
            door(format!("?del={}", field.name), label(self.messages.locale(), &field.of, &field.name))
        }));
        doors
    }

    /// What was found, what must be mended first.
    pub fn rows(&self, found: &[&Diagnostic]) -> Vec<FoundRow> {
        let mut sorted: Vec<&&Diagnostic> = found.iter().collect();
        sorted.sort_by_key(|found| !found.is_error());
        sorted.into_iter().take(MOST_FOUND).map(|found| self.found_row(found)).collect()
    }

    fn found_row(&self, found: &Diagnostic) -> FoundRow {
        let path = found.file.as_ref().map(ToString::to_string).unwrap_or_default();
        let file = files::at(&self.editor.root, &path);
        let way = found.at.path().unwrap_or_default();
        let href = match &file {
            Some(file) if found.code == Code::ConflictCopy => format!("{PREFIX}kopia/{}", file.id),
            Some(file) if found.code == Code::HolidayUnconfirmed => {
                format!("{PREFIX}f/{}?del=exceptions&ny=1", file.id)
            }
            // What is not there has no place in the file, but its questions have a page.
            Some(file) if found.code == Code::NoAccessibilityStatement => {
                format!("{PREFIX}f/{}?del=accessibility_statement", file.id)
            }
            Some(file) => href_of(file, way),
            None => String::new(),
        };
        let (kind, level) =
            if found.is_error() { ("error", "severity-error") } else { ("warning", "severity-warning") };
        let file = file.map_or(path, |file| self.name_of(&file));
        FoundRow { kind, level: capitalised(&self.word(level)), file, href, text: self.said_of_form(found) }
    }

    /// The way to a file's page.
    pub fn trail(&self, file: &ContentFile, is_deeper: bool) -> Vec<TrailStep> {
        let owner = file.owner();
        let mut trail = Vec::new();
        if !owner.is_empty() {
            trail.push(TrailStep { href: format!("{PREFIX}k/{owner}"), text: self.name_of_owner(owner) });
        }
        if is_deeper {
            trail.push(TrailStep { href: format!("{PREFIX}f/{}", file.id), text: self.name_of(file) });
        }
        trail
    }
}

/// What a query asks for in a list.
fn sought(query: &Answers) -> String {
    query.get("sok").map(|text| text.trim().to_string()).unwrap_or_default()
}

/// The address of the form that has the field at a way.
fn href_of(file: &ContentFile, way: &[Seg]) -> String {
    let form = format!("{PREFIX}f/{}", file.id);
    let types = FieldTypes::of(file.kind);
    // A group in a list has a form of its own.
    let item = way.iter().position(|step| matches!(step, Seg::Index(_))).and_then(|at| way.get(..=at));
    if let Some(item) = item.filter(|item| types.group_at(item).is_some()) {
        return format!("{form}?del={}", word_of(item));
    }
    match way.first().and_then(Seg::key) {
        Some("hours" | "phone_hours") => format!("{form}?bara=tider"),
        Some(name) => match types.field(types.root(), name) {
            Some(field) if types.has_own_page(&field.shape) => format!("{form}?del={name}"),
            Some(_) => format!("{form}#{name}"),
            None => form,
        },
        None => form,
    }
}

/// Does an advice speak of the lines of a file, its field names or a command?
fn is_about_files(help: &str) -> bool {
    const SIGNS: [&str; 12] = [
        " --",
        ".yaml",
        ".md",
        "fcsite ",
        " # ",
        "themes/",
        ":,",
        ":.",
        "rad som börjar",
        "line that begins",
        "bland fälten",
        "among the fields",
    ];
    SIGNS.iter().any(|sign| help.contains(sign))
}

/// The municipality's folder that a finding is about.
fn owner_of(found: &Diagnostic) -> Option<&str> {
    let rest = found.file.as_ref()?.as_str().strip_prefix("content/")?;
    rest.split_once('/').map(|(owner, _)| owner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Locale;

    /// What only somebody at a terminal can do.
    const COMMANDS: [&str; 4] = [" --", "fcsite publish", "FCSITE_", "terminal"];

    #[test]
    fn no_reason_of_a_publication_speaks_of_options_or_variables_in_the_editor() {
        let texts = [
            (Locale::Swedish, include_str!("../../base/messages/sv/publish.ftl")),
            (Locale::English, include_str!("../../base/messages/en/publish.ftl")),
        ];
        let is_command = |text: &str| COMMANDS.iter().any(|sign| text.contains(sign));
        for (locale, text) in texts {
            let messages = Messages::whole(locale);
            let reasons = text.lines().filter_map(|line| line.split_once(" = "));
            let reasons = reasons.filter(|(id, _)| id.starts_with("target-") || id.starts_with("seen-"));
            let mut told = 0;
            for (id, _) in reasons.filter(|(_, text)| is_command(text)) {
                let args = [("host", "h"), ("print", "p"), ("path", "p"), ("said", "s")];
                let own = messages.find(&format!("edit-why-{id}"), &args);
                assert!(own.is_some_and(|own| !is_command(&own)), "{}: {id}", locale.tag());
                told += 1;
            }
            assert!(told >= 3, "{}: only {told} were looked at", locale.tag());
        }
        assert!(is_about_files("Titta själv, eller skriv --look") && !is_about_files("Titta själv."));
    }

    #[test]
    fn the_editors_own_words_name_no_option_and_no_command_but_the_one_that_opens_it() {
        let texts = [
            include_str!("../../base/messages/sv/edit.ftl"),
            include_str!("../../base/messages/en/edit.ftl"),
        ];
        for line in texts.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with('#')) {
            let other = line.replace("fcsite edit", "").replace(".fcsite/", "");
            assert!(!other.contains(" --") && !other.contains("fcsite "), "{line}");
        }
    }
}
