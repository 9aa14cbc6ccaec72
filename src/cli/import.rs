//! `fcsite import`: what would be written is shown first, with all that is not carried over.

mod activities;
mod place;
mod posts;
mod texts;

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use super::args::ImportArguments;
use super::{Context, ERRORS, screen};
use crate::base::characters::visible_line;
use crate::base::{Code, Diagnostic, Phrase, json};
use crate::import::is_export;
use crate::survey::Survey;

/// How many lines of what is not carried over are shown, but for `-v`: a small file may have any number.
const MOST_LEFT: usize = 300;

/// What stops the command: what is told, and the exit code.
type Halt = (Diagnostic, u8);

/// Brings in a file of another program.
pub fn command_import(context: &Context, arguments: &ImportArguments) -> u8 {
    let (source, survey) = match context.survey() {
        Ok(found) => found,
        Err(code) => return code,
    };
    let import = Import { context, arguments, source, survey };
    match import.run() {
        Ok(code) => code,
        Err((diagnostic, code)) => context.stop(&[diagnostic], code),
    }
}

/// What the command works with.
struct Import<'a> {
    context: &'a Context,
    arguments: &'a ImportArguments,
    source: PathBuf,
    survey: Survey,
}

impl Import<'_> {
    fn run(&self) -> Result<u8, Halt> {
        let bytes =
            crate::host::import::read(self.root(), &self.arguments.file).map_err(|told| (told, ERRORS))?;
        match self.text_place()? {
            Some(place) if is_export(&bytes) => self.posts(place, &bytes),
            Some(place) => self.text(place, &bytes),
            None => self.activities(&self.place()?, &bytes),
        }
    }

    /// Why a file cannot be brought in.
    fn refused(&self, why: Phrase) -> Halt {
        let file = self.arguments.file.display();
        (Diagnostic::anywhere(Code::CannotImport).with("file", file).saying("reason", why), ERRORS)
    }

    fn say(&self, key: &str, words: &[(&str, &str)]) {
        self.context.say(&self.context.messages.text(key, words));
    }

    /// Says what is not carried over; is that nothing?
    fn say_left(&self, lines: &[String]) -> bool {
        if self.context.global.json {
            for line in lines {
                let text = line.trim_start_matches("– ");
                let line = json::line(&serde_json::json!({"type": "left", "message": text}));
                self.context.data(&(line + "\n"));
            }
        } else if !lines.is_empty() {
            self.say("import-left-heading", &[]);
            let most = if self.context.global.verbose { lines.len() } else { MOST_LEFT };
            lines.iter().take(most).for_each(|line| self.context.say(line));
            if lines.len() > most {
                self.say("report-gone-more", &[("count", &(lines.len() - most).to_string())]);
            }
        }
        lines.is_empty()
    }

    /// Says which files were made.
    fn say_created(&self, files: &[String]) {
        for path in files {
            let line = match self.context.global.json {
                true => json::line(&serde_json::json!({"type": "created", "file": path})),
                false => visible_line(path).into_owned(),
            };
            self.context.data(&(line + "\n"));
        }
    }

    /// Is it to be written: as the command says, or as somebody at a terminal answers?
    fn is_wanted(&self, file: &str) -> bool {
        if self.arguments.write {
            return true;
        }
        let global = &self.context.global;
        let is_there = std::io::stdin().is_terminal() && screen::is_terminal();
        if !is_there || global.quiet || global.json {
            self.say("import-dry", &[]);
            return false;
        }
        screen::say(&format!("{} ", self.context.messages.text("import-ask", &[("file", file)])));
        let mut line = String::new();
        let is_read = std::io::stdin().read_line(&mut line).is_ok();
        let is_yes = is_read && matches!(line.trim().to_lowercase().as_str(), "j" | "ja" | "y" | "yes");
        if !is_yes {
            self.say("import-dry", &[]);
        }
        is_yes
    }

    fn root(&self) -> &Path {
        &self.source
    }
}
