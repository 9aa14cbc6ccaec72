//! Questions to the person, on a terminal; elsewhere nothing is asked.

use std::io::{BufRead as _, IsTerminal as _};

use super::{Stop, needs};
use crate::base::Messages;
use crate::cli::{Context, screen};

/// How often an answer that does not work is asked for again.
const TRIES: usize = 5;

/// Asks, where there is somebody to ask.
pub struct Asker<'a> {
    messages: &'a Messages,
    is_there: bool,
}

impl<'a> Asker<'a> {
    /// Somebody is there when questions can be read and answers typed.
    pub fn of(context: &'a Context) -> Self {
        let is_there = std::io::stdin().is_terminal()
            && screen::is_terminal()
            && !context.global.quiet
            && !context.global.json;
        Self { messages: &context.messages, is_there }
    }

    /// What was given, or the answer to a question that passes a check. Without either the command stops.
    pub fn need(
        &self,
        given: Option<&str>,
        key: &str,
        (what, example): (&str, &str),
        check: &dyn Fn(&str) -> Result<(), String>,
    ) -> Result<String, Stop> {
        let given = given.map(str::trim).filter(|text| !text.is_empty());
        let answer = given.map(str::to_string).or_else(|| {
            self.ask(&self.messages.text(key, &[]), &|text| match text {
                "" => Err(self.messages.text("ask-need", &[])),
                text => check(text).map(|()| text.to_string()),
            })
        });
        answer.ok_or_else(|| needs(what, example, ""))
    }

    /// What was given, or the answer to a question that may be left out. It is only asked where other questions are. Who ends the
    /// questions does not leave them out: the command stops.
    pub fn may(
        &self,
        given: Option<&str>,
        asks: bool,
        key: &str,
        check: fn(&str) -> Result<String, &'static str>,
    ) -> Result<Option<String>, Stop> {
        let given = given.map(str::trim).filter(|text| !text.is_empty());
        if given.is_some() || !asks || !self.is_there {
            return Ok(given.map(str::to_string));
        }
        let question = format!("{} {}", self.messages.text(key, &[]), self.messages.text("ask-empty", &[]));
        let answer = self.ask(&question, &|text| match text {
            "" => Ok(String::new()),
            text => check(text).map_err(|key| self.messages.text(key, &[])),
        });
        match answer {
            Some(answer) => Ok(Some(answer).filter(|answer| !answer.is_empty())),
            None => Err(needs("answer", "", "")),
        }
    }

    /// One of some answers.
    pub fn choose(&self, key: &str, choices: &str, find: &dyn Fn(&str) -> Option<String>) -> Option<String> {
        let question = self.messages.text(key, &[("choices", choices)]);
        let again = || self.messages.text("ask-choice", &[("choices", choices)]);
        self.ask(&question, &|answer| find(answer).ok_or_else(again))
    }

    fn ask(&self, question: &str, check: &dyn Fn(&str) -> Result<String, String>) -> Option<String> {
        let mut left = TRIES;
        while self.is_there && left > 0 {
            left -= 1;
            match check(&self.line(question)?) {
                Ok(answer) => return Some(answer),
                Err(reason) => self.again(&reason),
            }
        }
        None
    }

    fn again(&self, reason: &str) {
        let text = self.messages.text("ask-again", &[("reason", reason)]);
        screen::say_line(&text);
    }

    /// A line that was typed; none at the end of all input.
    fn line(&self, question: &str) -> Option<String> {
        // In one piece: what is typed meanwhile is shown after it.
        screen::say(&format!("{question} "));
        let mut line = String::new();
        match std::io::stdin().lock().read_line(&mut line) {
            Ok(0) | Err(_) => {
                // What comes next does not stand behind the question.
                screen::say_line("");
                None
            }
            Ok(_) => Some(line.trim().to_string()),
        }
    }
}
