//! An activity to be added to a centre's file.
//!
//! The file is somebody's: it has remarks, an order of its own and a way of writing. So a few lines are put in where the list ends, and all
//! else stays byte for byte. The result is read again, and must say what it said before and the new activity; else nothing is added.

use jiff::civil::{Date, Weekday};

use super::fill::yaml_text;
use super::swedish::{language_of, value_of};
use crate::base::{Locale, SourcePath, names};
use crate::parse::centre::Centre;
use crate::parse::files::Access;
use crate::parse::values::{Interval, weekday_key};
use crate::parse::yaml::{ItemPlace, place_in_list};
use crate::parse::{self, Content, Role};

/// An activity to be added.
#[derive(Clone, Debug)]
pub struct NewActivity {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// On which weekday.
    pub day: Weekday,
    /// When.
    pub interval: Interval,
    /// Does one need to book?
    pub access: Option<Access>,
    /// The first day.
    pub valid_from: Option<Date>,
    /// The last day.
    pub valid_to: Option<Date>,
}

/// What came of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Added {
    /// The file's new text.
    Text(String),
    /// Something is wrong in the file already.
    NotInOrder,
    /// There is an activity with this id.
    Taken,
    /// It cannot be added without changing something else: what somebody would have to write.
    ByHand(String),
}

impl NewActivity {
    /// Its fields, as they are written in a language.
    fn fields(&self, locale: Locale) -> Vec<(&'static str, String)> {
        let day = weekday_key(self.day);
        let mut fields = vec![
            ("id", self.id.clone()),
            ("title", self.title.clone()),
            ("day", day.to_string()),
            ("from", self.interval.from.padded()),
            ("to", self.interval.to.padded()),
        ];
        fields.extend(self.valid_from.map(|date| ("valid_from", date.to_string())));
        fields.extend(self.valid_to.map(|date| ("valid_to", date.to_string())));
        fields.extend(self.access.map(|access| ("access", access.key().to_string())));
        let said = |(name, value): (&'static str, String)| {
            let value = if name == "title" { yaml_text(&value) } else { value };
            match locale {
                // All but the title are words, days and times of ours.
                Locale::Swedish if name != "title" => (swedish_name(name), value_of(name, &value)),
                Locale::Swedish => (swedish_name(name), value),
                Locale::English => (name, value),
            }
        };
        fields.into_iter().map(said).collect()
    }

    /// On a line of its own each, below a dash.
    fn block(&self, indent: usize, end: &str, locale: Locale) -> String {
        let line = |(index, (name, value)): (usize, (&str, String))| {
            let mark = if index == 0 { "- " } else { "  " };
            format!("{}{mark}{name}: {value}{end}", " ".repeat(indent))
        };
        self.fields(locale).into_iter().enumerate().map(line).collect()
    }

    /// In braces. A comma there ends a value.
    fn flow(&self, locale: Locale) -> String {
        let field = |(name, value): (&str, String)| {
            let is_bare = !value.starts_with('"') && value.contains([',', '[', ']', '{', '}']);
            if is_bare { format!("{name}: \"{value}\"") } else { format!("{name}: {value}") }
        };
        format!("{{{}}}", self.fields(locale).into_iter().map(field).collect::<Vec<_>>().join(", "))
    }

    /// Is an activity the one that was to be added?
    fn is(&self, activity: &parse::centre::Activity) -> bool {
        activity.id == self.id
            && activity.title.each().eq([(None, self.title.as_str())])
            && activity.weekdays() == [self.day]
            && activity.interval == self.interval
            && activity.access == self.access
            && (activity.valid_from, activity.valid_to) == (self.valid_from, self.valid_to)
    }
}

fn swedish_name(english: &'static str) -> &'static str {
    names::swedish_field("", english).unwrap_or(english)
}

/// Adds an activity to the text of a centre's file, in the language of its names; in that of who adds it where the file has none.
pub fn add_activity(path: &SourcePath, role: &Role, text: &str, new: &NewActivity, locale: Locale) -> Added {
    let Some(before) = read(path, role, text) else { return Added::NotInOrder };
    if before.activities.iter().any(|activity| activity.id == new.id) {
        return Added::Taken;
    }
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let locale = match language_of(text) {
        Some(true) => Locale::Swedish,
        Some(false) => Locale::English,
        None => locale,
    };
    let spliced = splice(text, new, end, locale);
    let is_right =
        |text: &String| read(path, role, text).is_some_and(|after| is_one_more(&before, after, new));
    spliced.filter(is_right).map_or_else(|| Added::ByHand(new.flow(locale)), Added::Text)
}

/// The centre that a file is; none when something is wrong with it.
fn read(path: &SourcePath, role: &Role, text: &str) -> Option<Centre> {
    let parsed = parse::parse(path, role, text.as_bytes());
    let is_right = !parsed.diagnostics.iter().any(crate::base::Diagnostic::is_error);
    match parsed.document?.content {
        Content::Centre(centre) if is_right => Some(centre.as_ref().clone()),
        _ => None,
    }
}

fn is_one_more(before: &Centre, mut after: Centre, new: &NewActivity) -> bool {
    let is_new = after.activities.pop().is_some_and(|last| new.is(&last));
    is_new && *before == after
}

/// The text with the activity where its list ends, or with a list at its end.
fn splice(text: &str, new: &NewActivity, end: &str, locale: Locale) -> Option<String> {
    let put = |at: usize, lines: &str| {
        let (before, after) = (text.get(..at)?, text.get(at..)?);
        // A file may lack the end of its last line.
        let end = if after.is_empty() && !before.is_empty() && !before.ends_with('\n') { end } else { "" };
        Some(format!("{before}{end}{lines}{after}"))
    };
    match place_in_list(text, "activities")? {
        ItemPlace::NoList => {
            let name = if locale == Locale::Swedish { swedish_name("activities") } else { "activities" };
            let list = format!("{end}{name}:{end}{}", new.block(2, end, locale));
            put(text.len(), &list)
        }
        ItemPlace::Lines { at, indent } => put(at, &new.block(indent, end, locale)),
        ItemPlace::Brackets { at, is_first } => {
            let comma = if is_first { "" } else { ", " };
            put(at, &format!("{comma}{}", new.flow(locale)))
        }
    }
}
