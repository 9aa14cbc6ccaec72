//! Activities of a sheet: the rows as a table, what is not carried over as a list, and then the file.

use super::place::CentrePlace;
use super::{Halt, Import};
use crate::base::{Phrase, json};
use crate::cli::{ERRORS, FOUND, WELL, day};
use crate::host::{change, create, table};
use crate::import::{ActivityPlan, CentreFile, FaultWords, PlannedRow, RowFate, plan_activities, sheets};
use crate::list::{Cell, Table};
use crate::parse::activity::When;
use crate::parse::centre::Activity;
use crate::parse::values::weekday_key;

const COLUMNS: &[&str] = &["row", "title", "day", "time", "first", "last", "state"];

impl Import<'_> {
    /// Shows what would be done with a sheet, and does it where that is wanted.
    pub(super) fn activities(&self, place: &CentrePlace<'_>, bytes: &[u8]) -> Result<u8, Halt> {
        let path = &place.centre.path;
        let before = change::read(self.root(), path.as_str()).map_err(|told| (told, ERRORS))?;
        let unread = |_| self.refused(Phrase::new("import-not-in-order").with("file", path));
        let text = std::str::from_utf8(&before).map_err(unread)?;
        let file = CentreFile { path, owner: place.owner, text };
        let sheets = sheets(bytes).map_err(|why| self.refused(why))?;
        let words = (self.context.locale(), day(self.arguments.now));
        let plan = plan_activities(&sheets, &file, words).map_err(|why| self.refused(why))?;
        self.show(&plan);
        let shown = create::shown(self.root(), path.as_str());
        let is_whole = self.leftovers(&plan);
        self.sum_up(&plan, &shown);
        if let Some(after) = &plan.text
            && self.is_wanted(&shown)
        {
            change::change(self.root(), path.as_str(), (&before, after.as_bytes()))
                .map_err(|told| (told, ERRORS))?;
            if self.context.global.json {
                let line = json::line(&serde_json::json!({"type": "changed", "file": shown}));
                self.context.data(&(line + "\n"));
            }
            self.say("import-done", &[]);
            if !is_whole {
                self.say("import-mend", &[]);
            }
        }
        Ok(if is_whole { WELL } else { FOUND })
    }

    fn show(&self, plan: &ActivityPlan) {
        if plan.rows.is_empty() {
            return;
        }
        let rows = plan.rows.iter().map(|row| self.line(row)).collect();
        let table = Table { columns: COLUMNS, rows };
        self.context.data(&match self.context.global.json {
            true => table::to_json(&table),
            false => table::to_text(&table, &self.context.messages),
        });
    }

    fn line(&self, row: &PlannedRow) -> Vec<Cell> {
        let number = Cell::Number(i64::try_from(row.number).unwrap_or_default());
        let title = if row.title.is_empty() { Cell::None } else { Cell::Text(row.title.clone()) };
        let mut cells = vec![number, title];
        let (activity, state) = match &row.fate {
            RowFate::New(activity) => (Some(activity), "new"),
            RowFate::There(activity) => (Some(activity), "there"),
            RowFate::Left(_) => (None, "left"),
        };
        let date =
            |date: Option<jiff::civil::Date>| date.map_or(Cell::None, |date| Cell::Text(date.to_string()));
        match activity {
            Some(activity) => cells.extend([
                Cell::Text(self.days(activity)),
                Cell::Text(activity.interval.padded()),
                date(activity.valid_from),
                date(activity.valid_to),
            ]),
            None => cells.extend([Cell::None, Cell::None, Cell::None, Cell::None]),
        }
        cells.push(Cell::Word(state));
        cells
    }

    /// On which days, in the person's language.
    fn days(&self, activity: &Activity) -> String {
        let name = |day: &jiff::civil::Weekday| {
            self.context.messages.text(&format!("list-is-{}", weekday_key(*day)), &[])
        };
        match &activity.when {
            When::Weekly { days, .. } => days.iter().map(name).collect::<Vec<_>>().join(", "),
            When::Dates(dates) => dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        }
    }

    /// Says what is not carried over; is that nothing?
    fn leftovers(&self, plan: &ActivityPlan) -> bool {
        let mut lines = Vec::new();
        let text = |key: &str, words: &[(&str, &str)]| self.context.messages.text(key, words);
        for row in &plan.rows {
            let RowFate::Left(faults) = &row.fate else { continue };
            let number = row.number.to_string();
            for fault in faults {
                let what = self.what(&fault.what);
                lines.push(match &fault.column {
                    Some(column) => {
                        let letters = column.letters();
                        let cell = [("column", letters.as_str()), ("heading", &column.heading)];
                        text(
                            "import-left-cell",
                            &[&[("row", number.as_str()), ("what", &what)], &cell[..]].concat(),
                        )
                    }
                    None => text("import-left-row", &[("row", &number), ("what", &what)]),
                });
            }
        }
        for column in &plan.unknown {
            let words = [("column", column.letters()), ("heading", column.heading.clone())];
            let words: Vec<(&str, &str)> = words.iter().map(|(name, word)| (*name, word.as_str())).collect();
            lines.push(text("import-left-column", &words));
        }
        lines.extend(plan.unread.iter().map(|name| text("import-left-sheet", &[("name", name)])));
        if plan.is_cut {
            let most = crate::import::MOST_ROWS.to_string();
            lines.push(text("import-left-rows", &[("most", &most)]));
        }
        self.say_left(&lines)
    }

    /// What is wrong with a cell, and what to write instead.
    fn what(&self, fault: &FaultWords) -> String {
        match fault {
            FaultWords::Said(phrase) => self.context.messages.phrase(phrase),
            FaultWords::Found(found) => {
                let said = self.context.messages.render(found);
                if said.help.is_empty() { said.message } else { format!("{} {}", said.message, said.help) }
            }
        }
    }

    fn sum_up(&self, plan: &ActivityPlan, file: &str) {
        let count =
            |is: fn(&RowFate) -> bool| plan.rows.iter().filter(|row| is(&row.fate)).count().to_string();
        let new = count(|fate| matches!(fate, RowFate::New(_)));
        let there = count(|fate| matches!(fate, RowFate::There(_)));
        let left = count(|fate| matches!(fate, RowFate::Left(_)));
        self.say("import-found", &[("new", &new), ("there", &there), ("left", &left), ("file", file)]);
    }
}
