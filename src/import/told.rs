//! What a plan says of itself, for a terminal and for the editor: rows, what is not carried over, and how much there is.

use super::activities::{ActivityPlan, FaultWords, PlannedRow, RowFate};
use super::posts::{PlannedPost, PostFate, PostsPlan};
use super::texts::TextPlan;
use crate::base::{Code, Diagnostic, Messages};
use crate::parse::activity::When;
use crate::parse::centre::Activity;
use crate::parse::values::weekday_key;

/// A row of a list as it is shown. What it does not say is empty.
#[derive(Debug)]
pub struct RowWords {
    /// On which days.
    pub days: String,
    /// At which time.
    pub time: String,
    /// The first day.
    pub first: String,
    /// The last day.
    pub last: String,
    /// What becomes of it, by a word that messages have: `new`, `there`, `left`.
    pub state: &'static str,
}

impl PlannedRow {
    /// The row in words.
    pub fn words(&self, messages: &Messages) -> RowWords {
        let (activity, state) = match &self.fate {
            RowFate::New(activity) => (Some(activity), "new"),
            RowFate::There(activity) => (Some(activity), "there"),
            RowFate::Left(_) => (None, "left"),
        };
        let date = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string()).unwrap_or_default();
        RowWords {
            days: activity.map(|activity| days(activity, messages)).unwrap_or_default(),
            time: activity.map(|activity| activity.interval.padded()).unwrap_or_default(),
            first: date(activity.and_then(|activity| activity.valid_from)),
            last: date(activity.and_then(|activity| activity.valid_to)),
            state,
        }
    }
}

/// On which days, in the person's language.
fn days(activity: &Activity, messages: &Messages) -> String {
    let name = |day: &jiff::civil::Weekday| messages.text(&format!("list-is-{}", weekday_key(*day)), &[]);
    match &activity.when {
        When::Weekly { days, .. } => days.iter().map(name).collect::<Vec<_>>().join(", "),
        When::Dates(dates) => dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    }
}

impl ActivityPlan {
    /// What is not carried over, a line each.
    pub fn left(&self, messages: &Messages) -> Vec<String> {
        let most = super::sheet::MOST_ROWS.to_string();
        // What is missing altogether comes first: a list of thousands is not read to its end.
        let cut = self.is_cut.then(|| messages.text("import-left-rows", &[("most", &most)]));
        let mut lines = Vec::from_iter(cut);
        for row in &self.rows {
            let RowFate::Left(faults) = &row.fate else { continue };
            let number = row.number.to_string();
            for fault in faults {
                let what = match &fault.what {
                    FaultWords::Said(phrase) => messages.phrase(phrase),
                    FaultWords::Found(found) => said_of_row(found, messages),
                };
                let row = [("row", number.as_str()), ("what", &what)];
                lines.push(match &fault.column {
                    Some(column) => {
                        let letters = column.letters();
                        let cell = [("column", letters.as_str()), ("heading", &column.heading)];
                        messages.text("import-left-cell", &[row, cell].concat())
                    }
                    None => messages.text("import-left-row", &row),
                });
            }
        }
        for column in &self.unknown {
            let letters = column.letters();
            let words = [("column", letters.as_str()), ("heading", column.heading.as_str())];
            lines.push(messages.text("import-left-column", &words));
        }
        lines.extend(self.unread.iter().map(|name| messages.text("import-left-sheet", &[("name", name)])));
        lines
    }

    /// How many rows there are of each kind.
    pub fn summary(&self, file: &str, messages: &Messages) -> String {
        let count =
            |is: fn(&RowFate) -> bool| self.rows.iter().filter(|row| is(&row.fate)).count().to_string();
        let new = count(|fate| matches!(fate, RowFate::New(_)));
        let there = count(|fate| matches!(fate, RowFate::There(_)));
        let left = count(|fate| matches!(fate, RowFate::Left(_)));
        messages.text("import-found", &[("new", &new), ("there", &there), ("left", &left), ("file", file)])
    }
}

impl TextPlan {
    /// What is not carried over, a line each.
    pub fn left_lines(&self, messages: &Messages) -> Vec<String> {
        let mut lines: Vec<String> = self.left.iter().map(|key| messages.text(key, &[])).collect();
        if self.undescribed > 0 {
            lines.push(messages.text("import-word-alt", &[("count", &self.undescribed.to_string())]));
        }
        lines
    }
}

impl PlannedPost {
    /// What becomes of it, by a word that messages have: `new`, `draft`, `there`, `left`.
    pub fn state(&self) -> &'static str {
        match &self.fate {
            PostFate::New { is_draft: false, .. } => "new",
            PostFate::New { is_draft: true, .. } => "draft",
            PostFate::There(_) => "there",
            PostFate::Left(_) => "left",
        }
    }

    /// The name of its file; empty where it has none.
    pub fn file_name(&self) -> &str {
        let path = match &self.fate {
            PostFate::New { file, .. } => &file.path,
            PostFate::There(path) => path,
            PostFate::Left(_) => "",
        };
        path.rsplit('/').next().unwrap_or_default()
    }
}

impl PostsPlan {
    /// What is not carried over, a line each. What is there already is not looked through.
    pub fn left(&self, messages: &Messages) -> Vec<String> {
        let most = super::blog::MOST_POSTS.to_string();
        let cut = self.is_cut.then(|| messages.text("import-left-posts", &[("most", &most)]));
        let mut lines = Vec::from_iter(cut);
        let mut tell = |line: usize, title: &str, what: &str| {
            let line = line.to_string();
            let words = [("line", line.as_str()), ("title", title), ("what", what)];
            lines.push(messages.text("import-left-post", &words));
        };
        for post in &self.posts {
            for (line, what) in &post.left {
                tell(*line, &post.title, &messages.phrase(what));
            }
            if let PostFate::Left(faults) = &post.fate {
                faults.iter().for_each(|found| tell(post.line, &post.title, &said(found, messages)));
            }
        }
        lines
    }

    /// Which pictures would be copied, and where to, a line each.
    pub fn copied(&self) -> Vec<String> {
        self.pictures.iter().map(|(from, to)| format!("{from} → {to}")).collect()
    }

    /// How many posts there are of each kind.
    pub fn summary(&self, messages: &Messages) -> String {
        let count = |state: &str| self.posts.iter().filter(|post| post.state() == state).count().to_string();
        let (new, drafts, there, left) = (count("new"), count("draft"), count("there"), count("left"));
        let pictures = self.pictures.len().to_string();
        let words = [
            ("new", new.as_str()),
            ("drafts", &drafts),
            ("there", &there),
            ("left", &left),
            ("pictures", &pictures),
        ];
        messages.text("import-found-posts", &words)
    }

    /// The files that would be made.
    pub fn files(&self) -> impl Iterator<Item = &crate::scaffold::NewFile> {
        self.posts.iter().filter_map(|post| match &post.fate {
            PostFate::New { file, .. } => Some(file),
            _ => None,
        })
    }
}

/// The same for a row: nobody adds a line of a file to a list.
fn said_of_row(found: &Diagnostic, messages: &Messages) -> String {
    if found.code != Code::MissingField {
        return said(found, messages);
    }
    let field = found.arg("field").unwrap_or_default();
    let what = match field {
        "to" | "till" => "to",
        "from" | "från" => "from",
        "title" | "rubrik" => "title",
        _ => "other",
    };
    messages.text("import-row-missing", &[("what", what), ("field", field)])
}

/// What is wrong, and what to write instead.
fn said(found: &Diagnostic, messages: &Messages) -> String {
    let said = messages.render(found);
    if said.help.is_empty() { said.message } else { format!("{} {}", said.message, said.help) }
}
