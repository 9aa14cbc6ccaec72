//! Activities of a sheet for a centre's file: which rows can be carried over, which are there already, and what stands in the way of the
//! rest, by row and column.
//!
//! A row is carried over whole or not at all: half an activity would be shown to parents as a whole one. Whoever mends the cells that were
//! named brings the file in once more, and the rows that are there by then are left out.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::columns::{self, SheetColumn};
use super::row::{RowField, RowReader};
use super::sheet::{Sheet, SheetRow};
use crate::base::{Diagnostic, Locale, Phrase, Seg, SourcePath, key};
use crate::edit::{self, FieldChange, FieldTypes, Given, Habit, Paper};
use crate::parse::centre::{Activity, Centre};
use crate::parse::likely::say_days;
use crate::parse::{self, Content, Role};
use crate::scaffold::title_id;
use crate::schema::Kind;

/// A centre's file that activities are for.
pub struct CentreFile<'a> {
    /// Its path.
    pub path: &'a SourcePath,
    /// The municipality's folder.
    pub owner: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// What would be done.
#[derive(Debug)]
pub struct ActivityPlan {
    /// The sheet that was read.
    pub sheet: String,
    /// Each of its rows.
    pub rows: Vec<PlannedRow>,
    /// The columns that were recognised.
    pub known: Vec<SheetColumn>,
    /// The columns that no field of an activity is for, and which hold something.
    pub unknown: Vec<SheetColumn>,
    /// Other sheets that hold something.
    pub unread: Vec<String>,
    /// It has more rows than are read.
    pub is_cut: bool,
    /// The file's new text; none where nothing is new.
    pub text: Option<String>,
}

/// A row, and what becomes of it.
#[derive(Debug)]
pub struct PlannedRow {
    /// Its number in the sheet.
    pub number: usize,
    /// The title that stands in it.
    pub title: String,
    /// What becomes of it.
    pub fate: RowFate,
}

/// What becomes of a row.
#[derive(Debug)]
pub enum RowFate {
    /// It is written.
    New(Box<Activity>),
    /// The centre has it already, or an earlier row says the same.
    There(Box<Activity>),
    /// It is left out.
    Left(Vec<CellFault>),
}

/// What stands in the way of a row.
#[derive(Debug)]
pub struct CellFault {
    /// The column, where it is known.
    pub column: Option<SheetColumn>,
    /// What is wrong, and what to write instead.
    pub what: FaultWords,
}

/// How a fault is said.
#[derive(Debug)]
pub enum FaultWords {
    /// In the words of a check.
    Found(Box<Diagnostic>),
    /// In words of an import.
    Said(Phrase),
}

/// What would be done with the sheets of a file.
pub fn plan(
    sheets: &[Sheet],
    file: &CentreFile<'_>,
    (locale, today): (Locale, Date),
) -> Result<ActivityPlan, Phrase> {
    let types = FieldTypes::of(Kind::Centre);
    let habit = Habit::of(file.text, &types, locale);
    let before =
        file.read(file.text).ok_or_else(|| Phrase::new("import-not-in-order").with("file", file.path))?;
    let found = sheets.iter().filter_map(|sheet| Some((sheet, columns::columns(sheet, &types)?)));
    let (sheet, (head, columns)) = found
        .max_by_key(|(_, (_, columns))| columns.iter().filter(|column| column.says.is_some()).count())
        .ok_or_else(|| Phrase::new("import-no-heading"))?;
    let rows = sheet.rows.get(head + 1..).unwrap_or_default();
    let known = KnownActivities::of(&before.activities);
    let added = Vec::new();
    let mut importer = Importer { file, habit, today, before: &before, columns: &columns, added, known };
    let planned: Vec<PlannedRow> = rows.iter().map(|row| importer.row(row)).collect();
    let (given, new): (Vec<Given>, Vec<Activity>) = importer.added.into_iter().unzip();
    let holds = |column: &SheetColumn| rows.iter().any(|row| !row.cell(column.at).is_empty());
    let others = sheets.iter().filter(|other| !std::ptr::eq(*other, sheet) && !other.rows.is_empty());
    Ok(ActivityPlan {
        sheet: sheet.name.clone(),
        rows: planned,
        known: columns.iter().filter(|column| column.says.is_some()).cloned().collect(),
        unknown: columns.iter().filter(|column| column.says.is_none() && holds(column)).cloned().collect(),
        unread: others.map(|other| other.name.clone()).collect(),
        is_cut: sheet.is_cut,
        text: if new.is_empty() { None } else { Some(written(file, habit, &before, (&given, &new))?) },
    })
}

impl CentreFile<'_> {
    /// The centre that a text is; none when something is wrong with it.
    fn read(&self, text: &str) -> Option<Centre> {
        let (centre, found) = read_centre(self.path, self.owner, text);
        centre.filter(|_| !found.iter().any(Diagnostic::is_error))
    }
}

fn read_centre(path: &SourcePath, owner: &str, text: &str) -> (Option<Centre>, Vec<Diagnostic>) {
    let role = Role::Centre { owner: owner.to_string(), id: path.stem().to_string() };
    let parsed = parse::parse(path, &role, text.as_bytes());
    let centre = match parsed.document.map(|document| document.content) {
        Some(Content::Centre(centre)) => Some(centre.as_ref().clone()),
        _ => None,
    };
    (centre, parsed.diagnostics)
}

/// The file with the new activities at the end of its list. It must say what it said before, and these.
fn written(
    file: &CentreFile<'_>,
    habit: Habit<'_>,
    before: &Centre,
    (given, new): (&[Given], &[Activity]),
) -> Result<String, Phrase> {
    let count = before.activities.len();
    let changes = [FieldChange::Append(vec![key("activities")], given.to_vec())];
    let unsure = || Phrase::new("import-unsure").with("file", file.path);
    let paper = Paper::of(file.path, file.text.as_bytes()).map_err(|_| unsure())?;
    let text = edit::apply(paper.yaml(), &changes, habit).map_err(|_| unsure())?;
    let text = paper.with(&text, None);
    let is_right = file.read(&text).is_some_and(|mut after| {
        let more = after.activities.split_off(count.min(after.activities.len()));
        more == new && after == *before
    });
    if is_right { Ok(text) } else { Err(unsure()) }
}

struct Importer<'a> {
    file: &'a CentreFile<'a>,
    habit: Habit<'a>,
    today: Date,
    before: &'a Centre,
    columns: &'a [SheetColumn],
    added: Vec<(Given, Activity)>,
    known: KnownActivities,
}

/// What is asked about the activities that there are, for each row anew.
#[derive(Default)]
struct KnownActivities {
    ids: HashSet<String>,
    /// The first number behind an id that may be free.
    free: HashMap<String, usize>,
    /// Their places among all, those that were there before first, by their names.
    by_name: HashMap<String, Vec<usize>>,
    count: usize,
}

impl KnownActivities {
    fn of(before: &[Activity]) -> Self {
        let mut known = Self::default();
        before.iter().for_each(|activity| known.add(activity));
        known
    }

    fn add(&mut self, activity: &Activity) {
        self.ids.insert(activity.id.clone());
        self.by_name.entry(name_in_small(activity)).or_default().push(self.count);
        self.count += 1;
    }

    /// An id that no other activity has: two of the same name on different days are two.
    fn free_id(&mut self, title: &str) -> String {
        let id = title_id(title);
        let id = if id.is_empty() { "aktivitet".to_string() } else { id };
        if !self.ids.contains(&id) {
            return id;
        }
        // Ids are never given up, so a number that was taken stays so.
        let free = self.free.entry(id.clone()).or_insert(2);
        while self.ids.contains(&format!("{id}-{free}")) {
            *free += 1;
        }
        format!("{id}-{free}")
    }
}

fn name_in_small(activity: &Activity) -> String {
    activity.title.each().next().map(|(_, title)| title.to_lowercase()).unwrap_or_default()
}

impl Importer<'_> {
    fn row(&mut self, row: &SheetRow) -> PlannedRow {
        let reader = RowReader::read(row, self.columns, self.habit);
        let title = reader.title().to_string();
        let (fields, puzzles) = reader.fields();
        let fate = self.fate(&title, fields, puzzles);
        PlannedRow { number: row.number, title, fate }
    }

    fn fate(&mut self, title: &str, fields: Vec<RowField>, puzzles: Vec<super::row::Puzzle>) -> RowFate {
        let id = fields.iter().find(|field| field.name == "id").map(|field| field.value.clone());
        let id = id.unwrap_or_else(|| Given::Text(self.known.free_id(title)));
        let mut named = vec![(self.habit.name("Activity", "id"), id)];
        let others = fields.iter().filter(|field| field.name != "id");
        named.extend(others.map(|field| (self.habit.name("Activity", field.name), field.value.clone())));
        let given = Given::Group(named);
        let (activity, found) = self.checked(&given);
        let mut faults: Vec<CellFault> = puzzles
            .into_iter()
            .map(|(column, why)| CellFault { column: self.column(column), what: FaultWords::Said(why) })
            .collect();
        for fault in found.into_iter().filter(Diagnostic::is_error) {
            let column = self.column_of(&fault, &fields);
            // A cell that says two fields is wrong once, and what a cell could not say is not missing.
            let is_told = faults.iter().any(|told| told.column.is_some() && told.column == column);
            let is_echo = column.is_none() && !faults.is_empty();
            if !is_told && !is_echo {
                faults.push(CellFault { column, what: FaultWords::Found(Box::new(fault)) });
            }
        }
        match activity.filter(|_| faults.is_empty()) {
            None => RowFate::Left(faults),
            Some(activity) => {
                let before = &self.before.activities;
                let of_name = self.known.by_name.get(&name_in_small(&activity)).into_iter().flatten();
                let mut of_name = of_name.filter_map(|at| match before.get(*at) {
                    None => self.added.get(at - before.len()).map(|(_, other)| other),
                    known => known,
                });
                if let Some(other) = of_name.find(|other| is_same(&activity, other)) {
                    return RowFate::There(Box::new(other.clone()));
                }
                self.known.add(&activity);
                self.added.push((given, activity.clone()));
                RowFate::New(Box::new(activity))
            }
        }
    }

    /// The activity that fields make, in a centre with these services and nothing else; and what is wrong with it.
    fn checked(&self, given: &Given) -> (Option<Activity>, Vec<Diagnostic>) {
        let service = |service: &parse::centre::Service| {
            let name = service.name.iter().flat_map(parse::values::Text::each).next();
            let named = name.map(|(_, name)| ("name".to_string(), Given::Text(name.to_string())));
            let kind = ("kind".to_string(), Given::Bare(service.kind.key().to_string()));
            Given::Group([kind].into_iter().chain(named).collect())
        };
        let services = Given::List(self.before.services.iter().map(service).collect());
        let text = format!(
            "name: x\nstatus: closed\nservices:{}\nactivities:\n{}",
            services.after_name(0, "\n"),
            given.as_item(2, "\n")
        );
        let (centre, mut found) = read_centre(self.file.path, self.file.owner, &text);
        say_days(&mut found, self.today);
        let activity = centre.and_then(|centre| centre.activities.into_iter().next());
        if let Some(taken) = activity.as_ref().filter(|activity| self.known.ids.contains(&activity.id)) {
            let way = vec![key("activities"), Seg::Index(0), key("id")];
            let fault =
                Diagnostic::new(crate::base::Code::ListedTwice, self.file.path, crate::base::At::Value(way));
            found.push(fault.with("value", &taken.id).with("kind", "id"));
        }
        (activity, found)
    }

    fn column(&self, at: usize) -> Option<SheetColumn> {
        self.columns.iter().find(|column| column.at == at).cloned()
    }

    /// The column whose cell a fault is about.
    fn column_of(&self, fault: &Diagnostic, fields: &[RowField]) -> Option<SheetColumn> {
        let [_, _, Seg::Key(name), ..] = fault.at.path()? else { return None };
        let field = fields.iter().find(|field| field.name == name)?;
        self.column(field.column)
    }
}

/// Are two activities of one name the same: at the same time, in terms that meet?
fn is_same(one: &Activity, other: &Activity) -> bool {
    let period = |activity: &Activity| {
        (activity.valid_from.unwrap_or(Date::MIN), activity.valid_to.unwrap_or(Date::MAX))
    };
    let ((first, last), (from, to)) = (period(one), period(other));
    one.when == other.when && one.interval == other.interval && first <= to && from <= last
}
