//! Activities of a sheet: the rows as a table, what is not carried over as a list, and then the file.

use super::place::CentrePlace;
use super::{Halt, Import};
use crate::base::{Phrase, json};
use crate::cli::{ERRORS, FOUND, WELL, day};
use crate::host::{change, create, table};
use crate::import::{ActivityPlan, CentreFile, PlannedRow, plan_activities, sheets};
use crate::list::{Cell, Table};

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
        let is_whole = self.say_left(&plan.left(&self.context.messages));
        self.context.say(&plan.summary(&shown, &self.context.messages));
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
        let words = row.words(&self.context.messages);
        let text = |text: &str| if text.is_empty() { Cell::None } else { Cell::Text(text.to_string()) };
        let texts = [&row.title, &words.days, &words.time, &words.first, &words.last];
        let mut cells = vec![number];
        cells.extend(texts.into_iter().map(|words| text(words)));
        cells.push(Cell::Word(words.state));
        cells
    }
}
