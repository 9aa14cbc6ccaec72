//! What words in braces become on a page: `{telefon fittja}` in the page's language, as a link or as plain text.

use std::borrow::Cow;
use std::sync::Arc;

use super::scope::Scope;
use crate::base::{SourcePath, marks};
use crate::model::{Filled, is_shared};
use crate::parse::centre::Address;
use crate::parse::check::Week;
use crate::parse::contacts;
use crate::parse::fills::{self, Fill};
use crate::parse::language;
use crate::parse::markdown::{FillRef, escape};

impl Scope<'_> {
    /// A plain text of a file with what its words in braces stand for. Of those that stand for nothing the model has told.
    pub fn filled<'t>(&self, text: &'t str, path: &SourcePath) -> Cow<'t, str> {
        if text.contains('{') { self.filled_in(text, is_shared(path)) } else { Cow::Borrowed(text) }
    }

    /// The same for a text of YAML, which no other municipality shares.
    pub fn filled_own<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if text.contains('{') { self.filled_in(text, false) } else { Cow::Borrowed(text) }
    }

    fn filled_in<'t>(&self, text: &'t str, is_shared: bool) -> Cow<'t, str> {
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for (range, fill) in fills::find(text).into_iter().take(fills::MOST_PLAIN) {
            let Some(filled) = self.plain_fill(fill, is_shared) else { continue };
            out.push_str(text.get(from..range.start).unwrap_or_default());
            out.push_str(&filled);
            from = range.end;
        }
        if from == 0 {
            return Cow::Borrowed(text);
        }
        out.push_str(text.get(from..).unwrap_or_default());
        Cow::Owned(out)
    }

    /// What words in braces become in a plain text, if anything.
    fn plain_fill(&self, fill: Fill, is_shared: bool) -> Option<Arc<str>> {
        // However it is spelled, it is one.
        let fill = Fill { written: String::new(), word: String::new(), ..fill };
        let key = (Fill { asked: Some(fill.asked?), ..fill }, is_shared);
        if let Some(known) = self.fills.borrow().get(&key) {
            return known.clone();
        }
        let filled = self.section.fill(&key.0, is_shared).ok().map(|filled| match filled {
            Filled::Phone(phone) => Arc::from(&*self.isolated(&phone.shown())),
            Filled::Email(email) => Arc::from(&*self.isolated(email.as_str())),
            Filled::Address(address) => Arc::from(&*self.isolated(&line(address))),
            Filled::Hours(week) => Arc::from(self.week(week, |times| self.isolated(times).into_owned())),
            Filled::NotOpen(status) => Arc::from(self.status(status.key())),
        });
        self.fills.borrow_mut().insert(key, filled.clone());
        filled
    }

    /// The HTML of words in braces in a body.
    pub fn fill_html(&self, FillRef { fill, linked, .. }: &FillRef, is_shared: bool) -> String {
        let mut html = String::new();
        match self.section.fill(fill, is_shared) {
            Ok(Filled::Phone(phone)) => {
                let href = linked.then(|| phone.href());
                contacts::write_number(&mut html, &phone.shown(), href.as_deref());
            }
            Ok(Filled::Email(email)) => {
                let href = linked.then(|| format!("mailto:{}", email.as_str()));
                contacts::write_address(&mut html, email.as_str(), href.as_deref());
            }
            Ok(Filled::Address(address)) => contacts::write_address(&mut html, &line(address), None),
            Ok(Filled::Hours(week)) => {
                html = self.week(week, |times| {
                    let mut run = String::new();
                    contacts::write_number(&mut run, &marks::without(times), None);
                    run
                });
            }
            Ok(Filled::NotOpen(status)) => {
                let word = self.status(status.key());
                escape(&mut html, word);
                if marks::are_in(word) {
                    html = marks::around(&html);
                }
            }
            Err(_) => escape(&mut html, &fill.written),
        }
        html
    }

    /// What is read from left to right, within a plain text: in Arabic the signs around it say so (Unicode's isolates), since a title
    /// has no elements.
    fn isolated<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match language::direction(self.lang) {
            "rtl" => Cow::Owned(format!("\u{2066}{text}\u{2069}")),
            _ => Cow::Borrowed(text),
        }
    }

    fn status(&self, key: &str) -> &str {
        match key {
            "planned" => self.words.get("status_planned"),
            "temporarily_closed" => self.words.get("status_temporarily_closed"),
            _ => self.words.get("status_closed"),
        }
    }

    /// A week in words: `måndag–torsdag 9.00–16.00, fredag 9.00–12.00`. Days that follow each other with the same hours are one period.
    fn week(&self, week: &Week, times: impl Fn(&str) -> String) -> String {
        let mut periods: Vec<(usize, usize)> = Vec::new();
        for (day, hours) in week.iter().enumerate().filter(|(_, hours)| !hours.is_closed()) {
            match periods.last_mut() {
                Some((_, last)) if *last + 1 == day && week[*last] == *hours => *last = day,
                _ => periods.push((day, day)),
            }
        }
        if periods.is_empty() {
            return self.words.get("hours_closed").to_string();
        }
        let period = |(first, last): (usize, usize)| {
            let days = self.words.days(first, last);
            let day = &week[first];
            let hours: Vec<String> =
                day.intervals().iter().map(|one| times(&self.words.interval(*one))).collect();
            let hours: Vec<&str> = hours.iter().map(String::as_str).collect();
            let hours = self.words.list(&hours);
            match (day.is_booking(), hours.is_empty()) {
                (false, _) => format!("{days} {hours}"),
                (true, true) => format!("{days} {}", self.words.get("hours_booking")),
                (true, false) => format!("{days} {} {hours}", self.words.get("hours_booking")),
            }
        };
        periods.into_iter().map(period).collect::<Vec<_>>().join(", ")
    }
}

/// An address in a line.
fn line(address: &Address) -> String {
    let town = [address.postal_code.as_deref(), address.city.as_deref()];
    let town = town.into_iter().flatten().collect::<Vec<_>>().join(" ");
    if town.is_empty() { address.street.clone() } else { format!("{}, {town}", address.street) }
}
