//! A text of Word: the new file as it would be, what is not carried over, and then the file with its pictures.

use super::{Halt, Import};
use crate::base::Phrase;
use crate::cli::{ERRORS, FOUND, WELL, day};
use crate::host::{create, import};
use crate::import::{TextPlace, TextPlan, plan_text};
use crate::scaffold::Setting;

impl Import<'_> {
    /// Shows what would be made of a text, and makes it where that is wanted.
    pub(super) fn text(&self, place: TextPlace<'_>, bytes: &[u8]) -> Result<u8, Halt> {
        let setting =
            Setting { messages: &self.context.messages, today: day(self.arguments.now), has_schemas: false };
        let name = self.arguments.file.file_stem().unwrap_or_default().to_string_lossy();
        let plan = plan_text(bytes, place, &name, setting).map_err(|why| self.refused(why))?;
        if !plan.faults.is_empty() {
            self.context.stop(&plan.faults, ERRORS);
            return Err(self.refused(Phrase::new("import-faults")));
        }
        let files = std::iter::once(&plan.file.path).chain(plan.pictures.iter().map(|(path, _)| path));
        if let Some(there) = files.clone().find(|path| import::is_there(self.root(), path)) {
            let path = create::shown(self.root(), there);
            return Err(self.refused(Phrase::new("import-there").with("path", path)));
        }
        let shown: Vec<String> = files.map(|path| create::shown(self.root(), path)).collect();
        self.preview(&plan, &shown);
        let is_whole = self.say_left(&plan.left_lines(&self.context.messages));
        if self.is_wanted(&shown[0]) {
            import::create(self.root(), std::slice::from_ref(&plan.file), &plan.pictures)
                .map_err(|told| (told, ERRORS))?;
            self.say_created(&shown);
            self.say("import-text-done", &[]);
        }
        Ok(if is_whole { WELL } else { FOUND })
    }

    /// The text as it would stand in its file.
    fn preview(&self, plan: &TextPlan, files: &[String]) {
        if self.context.global.json || self.arguments.write {
            return;
        }
        self.say("import-text-would", &[("files", &files.join(", "))]);
        self.context.data(&format!("{}\n", plan.file.text.trim_end()));
    }
}
