//! A row of a sheet as an activity in a centre's file, as a person would have written it.
//!
//! What cells mean is known to `parse`, and nothing here knows it better: what is understood there without doubt is written in its usual
//! form, and what is not is left as it stands, so that the check says what is wrong with it and what to write instead.

use jiff::civil::{Date, Weekday};

use super::columns::SheetColumn;
use super::sheet::SheetRow;
use crate::base::{AbsoluteUrl, Email, Phrase, Report, SourcePath, names};
use crate::edit::{Given, Habit};
use crate::parse::check;
use crate::parse::likely::{
    SWEDISH_DAYS, ages_in, likely_language, likely_phone, meant_days, numbers_of_ages,
};
use crate::parse::repeat::parse_repeat;
use crate::parse::trail::Trail;
use crate::parse::values::{DASHES, Interval, Phone, Time, WEEKDAYS};

/// A field of an activity that a cell said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowField {
    /// The program's name of it.
    pub name: &'static str,
    /// What it says.
    pub value: Given,
    /// The column, by its place.
    pub column: usize,
}

/// What a cell says that cannot be carried over, and why.
pub type Puzzle = (usize, Phrase);

/// A row that is being read.
pub struct RowReader<'a> {
    row: &'a SheetRow,
    columns: &'a [SheetColumn],
    habit: Habit<'a>,
    fields: Vec<RowField>,
    /// What no field can say.
    pub puzzles: Vec<Puzzle>,
}

impl<'a> RowReader<'a> {
    /// Reads a row.
    pub fn read(row: &'a SheetRow, columns: &'a [SheetColumn], habit: Habit<'a>) -> Self {
        let mut reader = Self { row, columns, habit, fields: Vec::new(), puzzles: Vec::new() };
        for column in columns {
            let text = row.cell(column.at).split_whitespace().collect::<Vec<_>>().join(" ");
            // A dash is what people put into a cell that has nothing to say.
            if let Some(says) = column.says.filter(|_| !text.is_empty() && text != "-" && text != "–") {
                reader.cell(says, column, &text);
            }
        }
        reader
    }

    /// The fields in the order of the content model.
    pub fn fields(mut self) -> (Vec<RowField>, Vec<Puzzle>) {
        let order = self.habit.types.names("Activity");
        let place = |name: &str| order.iter().position(|known| *known == name);
        self.fields.sort_by_key(|field| place(field.name));
        (self.fields, self.puzzles)
    }

    /// The title, as it stands.
    pub fn title(&self) -> &str {
        let column = self.columns.iter().find(|column| column.says == Some("title"));
        column.map_or("", |column| self.row.cell(column.at))
    }

    /// What an earlier column said already is not said otherwise.
    fn add(&mut self, name: &'static str, value: Given, column: &SheetColumn) {
        match self.fields.iter().find(|field| field.name == name) {
            None => self.fields.push(RowField { name, value, column: column.at }),
            Some(field) if field.value == value => {}
            Some(_) => {
                let text = self.row.cell(column.at).to_string();
                self.puzzle("import-twice", column, &text);
            }
        }
    }

    fn puzzle(&mut self, key: &'static str, column: &SheetColumn, text: &str) {
        self.puzzles.push((column.at, Phrase::new(key).with("value", text)));
    }

    fn cell(&mut self, says: &'static str, column: &SheetColumn, text: &str) {
        match says {
            "day" => self.day(column, text),
            "date" => self.dates(column, text),
            "time" => self.time(column, text),
            "from" | "to" => self.end(says, column, text),
            "valid_from" | "valid_to" => self.term(says, column, text),
            "except" => self.except(column, text),
            "age_months" => self.ages(column, text),
            "access" => self.access(column, text),
            "registration" => self.registration(column, text),
            "language" => {
                let code = likely_language(text).unwrap_or(text);
                self.add(says, Given::Text(code.to_string()), column);
            }
            _ => self.add(says, Given::Text(text.to_string()), column),
        }
    }

    /// `tisdag`, `måndag och onsdag`, `första tisdagen i månaden`; or a date, which stands in such columns too.
    fn day(&mut self, column: &SheetColumn, text: &str) {
        if let Ok(days) = meant_days(text) {
            self.weekdays(column, &days);
        } else if let Ok(Some(day)) = parse_repeat(text, None).map(|said| said.day) {
            self.weekdays(column, &[index_of(day)]);
            self.add("repeat", Given::Text(text.to_string()), column);
        } else if days_in(text).is_some() {
            self.dates(column, text);
        } else {
            self.add("day", Given::Text(text.to_string()), column);
        }
    }

    fn weekdays(&mut self, column: &SheetColumn, days: &[usize]) {
        let word = |day: &usize| {
            let names = if self.habit.swedish { SWEDISH_DAYS.map(|(name, _)| name) } else { WEEKDAYS };
            Given::Bare(names[*day % 7].to_string())
        };
        match days {
            [one] => self.add("day", word(one), column),
            many => self.add("days", Given::List(many.iter().map(word).collect()), column),
        }
    }

    fn dates(&mut self, column: &SheetColumn, text: &str) {
        match days_in(text).as_deref() {
            Some([one]) => self.add("date", bare(*one), column),
            Some(many) => self.add("dates", Given::List(many.iter().map(|day| bare(*day)).collect()), column),
            None => self.add("date", Given::Text(text.to_string()), column),
        }
    }

    /// `10–10.30`, in one cell.
    fn time(&mut self, column: &SheetColumn, text: &str) {
        let clean = without_clock(text);
        match times_in(clean).as_deref() {
            Some([Interval { from, to }]) => {
                self.add("from", Given::Bare(from.padded()), column);
                self.add("to", Given::Bare(to.padded()), column);
            }
            Some(_) => self.puzzle("import-two-times", column, text),
            None => match clock(clean) {
                Some(time) => self.add("from", Given::Bare(time.padded()), column),
                // Its halves, so that what is wrong with one of them is said.
                None => {
                    let (from, to) = clean.split_once(DASHES).unwrap_or((clean, clean));
                    self.end("from", column, from.trim());
                    self.end("to", column, to.trim());
                }
            },
        }
    }

    /// When it begins or ends; a date in such a column is the first or last day.
    fn end(&mut self, says: &'static str, column: &SheetColumn, text: &str) {
        match (clock(text), day_in(text)) {
            (Some(time), _) => self.add(says, Given::Bare(time.padded()), column),
            (None, Some(day)) => {
                let term = if says == "from" { "valid_from" } else { "valid_to" };
                self.add(term, bare(day), column);
            }
            (None, None) => self.add(says, Given::Text(text.to_string()), column),
        }
    }

    /// The first or last day; a time of the day in such a column is when it begins or ends.
    fn term(&mut self, says: &'static str, column: &SheetColumn, text: &str) {
        match (day_in(text), clock(text)) {
            (Some(day), _) => self.add(says, bare(day), column),
            (None, Some(time)) => {
                let end = if says == "valid_from" { "from" } else { "to" };
                self.add(end, Given::Bare(time.padded()), column);
            }
            (None, None) => self.add(says, Given::Text(text.to_string()), column),
        }
    }

    /// Days and weeks.
    fn except(&mut self, column: &SheetColumn, text: &str) {
        let one = |part: &str| day_in(part).map_or_else(|| Given::Text(part.to_string()), bare);
        let mut parts: Vec<Given> = parts_of(text).iter().map(|part| one(part)).collect();
        let value = if parts.len() == 1 { parts.remove(0) } else { Given::List(parts) };
        self.add("except", value, column);
    }

    /// `0–12 månader`; words without a number say whom it is for.
    fn ages(&mut self, column: &SheetColumn, text: &str) {
        if matches!(names::fold(text).as_str(), "alla" | "allaaldrar" | "all" | "allages") {
            return;
        }
        let of_unit = |unit: u16| {
            let times = |age: Option<u16>| age.and_then(|age| age.checked_mul(unit));
            numbers_of_ages(text).map(|(min, max)| (times(min), times(max)))
        };
        let ages = ages_in(text).or_else(|| column.unit().and_then(of_unit));
        let Some((min, max)) = ages else {
            let says = if text.contains(|c: char| c.is_ascii_digit()) { "age_months" } else { "for" };
            return self.add(says, Given::Text(text.to_string()), column);
        };
        let end = |name: &str, age: Option<u16>| {
            age.map(|age| (self.habit.name("Ages", name), Given::Bare(age.to_string())))
        };
        let ends = [end("min", min), end("max", max)].into_iter().flatten().collect();
        self.add("age_months", Given::Group(ends), column);
    }

    /// `drop-in`, `bokning`; yes or no below the heading `Drop-in`.
    fn access(&mut self, column: &SheetColumn, text: &str) {
        let is_drop_in = |yes: bool| if yes { "drop_in" } else { "booking" };
        let word = names::value("Access", &["drop_in", "booking"], text);
        match word.or_else(|| names::truth(text).map(is_drop_in)) {
            Some(word) => self.add("access", Given::Bare(self.habit.word("Access", word)), column),
            None => self.add("access", Given::Text(text.to_string()), column),
        }
    }

    /// An address, a number, a mail; or whether one has to sign up at all.
    fn registration(&mut self, column: &SheetColumn, text: &str) {
        if let Some(must) = names::truth(text) {
            let word = self.habit.word("Access", if must { "booking" } else { "drop_in" });
            return self.add("access", Given::Bare(word), column);
        }
        if let Some(word) = names::value("Access", &["drop_in", "booking"], text) {
            return self.add("access", Given::Bare(self.habit.word("Access", word)), column);
        }
        let whole = text.replace(" eller ", ",").replace(" or ", ",");
        let known = self.fields.iter().position(|field| field.name == "registration");
        let mut ways = match known.and_then(|at| self.fields.get(at)).map(|field| &field.value) {
            Some(Given::Group(ways)) => ways.clone(),
            _ => Vec::new(),
        };
        for part in whole.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
            let Some((name, value)) = way(part) else {
                return self.puzzle("import-registration", column, text);
            };
            let (name, value) = (self.habit.name("Registration", name), Given::Text(value));
            match ways.iter().find(|(known, _)| *known == name) {
                None => ways.push((name, value)),
                Some((_, same)) if *same == value => {}
                Some(_) => return self.puzzle("import-twice", column, text),
            }
        }
        match known.and_then(|at| self.fields.get_mut(at)) {
            Some(field) => field.value = Given::Group(ways),
            None => self.add("registration", Given::Group(ways), column),
        }
    }
}

/// A way to sign up.
fn way(part: &str) -> Option<(&'static str, String)> {
    // What is copied as a link says what it is.
    let bare = part.strip_prefix("mailto:").or_else(|| part.strip_prefix("tel:")).unwrap_or(part);
    if Email::parse(bare).is_some() {
        return Some(("email", bare.to_string()));
    }
    if AbsoluteUrl::parse(bare).is_ok() {
        return Some(("url", bare.to_string()));
    }
    let phone = Phone::parse(bare).map(|phone| phone.shown());
    // One with words around it stands as it is, and the check says what to write.
    let phone = phone.or_else(|| likely_phone(bare).map(|_| bare.to_string()));
    phone.map(|phone| ("phone", phone))
}

fn bare(day: Date) -> Given {
    Given::Bare(day.to_string())
}

fn index_of(day: Weekday) -> usize {
    usize::try_from(day.to_monday_zero_offset()).unwrap_or_default()
}

fn without_clock(text: &str) -> &str {
    let text = text.strip_prefix("klockan ").or_else(|| text.strip_prefix("Klockan ")).unwrap_or(text);
    let is_said = text.get(..2).is_some_and(|word| word.eq_ignore_ascii_case("kl"));
    if is_said { text[2..].trim_start_matches('.').trim() } else { text }
}

/// Faults that nobody is told of here: what is not understood stays as it stands, and the file's own check tells them.
fn aside() -> Report {
    Report::on(&SourcePath::new(""))
}

/// A time of the day, as the files' check reads it.
fn clock(text: &str) -> Option<Time> {
    check::time(without_clock(text), &Trail::TOP, &mut aside())
}

/// A day, as the files' check reads it.
fn day_in(text: &str) -> Option<Date> {
    check::date(Some(text), &Trail::TOP, &mut aside())
}

/// The times of a day, as the files' check reads them.
fn times_in(text: &str) -> Option<Vec<Interval>> {
    let day = check::day(text, &Trail::TOP, &mut aside())?;
    (!day.is_booking() && !day.intervals().is_empty()).then(|| day.intervals().to_vec())
}

/// The parts of a list in one cell.
fn parts_of(text: &str) -> Vec<String> {
    let listed = text.replace(" och ", ",").replace(" and ", ",").replace(" samt ", ",");
    listed.split([',', ';']).map(|part| part.trim().to_string()).filter(|part| !part.is_empty()).collect()
}

/// One day or several, each without doubt.
fn days_in(text: &str) -> Option<Vec<Date>> {
    if let Some(day) = day_in(text) {
        return Some(vec![day]);
    }
    let days: Option<Vec<Date>> = parts_of(text).iter().map(|part| day_in(part)).collect();
    days.filter(|days| !days.is_empty())
}
