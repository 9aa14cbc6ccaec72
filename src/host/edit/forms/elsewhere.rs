//! A number or an address that was changed in a form and still stands as it was in other texts: they are named, since nobody remembers them all.

use super::super::PREFIX;
use super::super::files::{self, ContentFile};
use super::super::view::TrailStep;
use super::Open;
use crate::edit::{Answers, FormInput, Paper, read};
use crate::parse::SHARED;

/// So many texts are named at once.
const MOST_NAMED: usize = 8;

/// So many are looked through.
const MOST_READ: usize = 20_000;

/// A number of fewer digits may be anything.
const FEWEST_DIGITS: usize = 6;

/// What was changed, as it stood.
enum Former {
    /// The digits of a number.
    Number(String),
    /// An address of mail, in small letters.
    Mail(String),
}

impl Former {
    fn of(form: &str, value: &str) -> Option<Self> {
        match form {
            "tel" => Some(digits(value)).filter(|digits| digits.len() >= FEWEST_DIGITS).map(Self::Number),
            "email" => Some(value.trim().to_lowercase()).filter(|mail| mail.contains('@')).map(Self::Mail),
            _ => None,
        }
    }

    fn is_in(&self, text: &str) -> bool {
        match self {
            Self::Number(number) => numbers(text).iter().any(|run| run.contains(number.as_str())),
            Self::Mail(mail) => text.to_lowercase().contains(mail.as_str()),
        }
    }
}

/// The digits of a number as it is dialled within the country.
fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let home = digits.strip_prefix("46").filter(|_| text.trim_start().starts_with('+'));
    home.map_or(digits.clone(), |home| format!("0{}", home.trim_start_matches('0')))
}

/// The numbers of a text, each as its digits: between two digits may be what people write there.
fn numbers(text: &str) -> Vec<String> {
    let is_between = |c: char| matches!(c, ' ' | '\u{a0}' | '-' | '\u{2011}' | '–' | '/' | '(' | ')' | '.');
    let is_of_number = |c: char| c.is_ascii_digit() || c == '+' || is_between(c);
    // A plus begins another number.
    let text = text.replace('+', "\n+");
    let runs = text.split(|c: char| !is_of_number(c)).filter(|run| run.len() >= FEWEST_DIGITS);
    runs.map(|run| digits(run.trim_start_matches(is_between))).collect()
}

impl Open<'_> {
    /// What of the form's numbers and addresses a new text of the file has no more.
    fn former(&self, text: &str) -> Vec<Former> {
        let paper = Paper::of(&self.file.path, text.as_bytes()).ok();
        let Some(whole) = paper.and_then(|paper| read(paper.yaml())) else { return Vec::new() };
        let lines = |mut form: crate::edit::FileForm| {
            let mut lines = Vec::new();
            form.each_mut(&mut |field| {
                if let FormInput::Line { value, form } = &field.input {
                    lines.push((field.id.clone(), *form, value.clone()));
                }
            });
            lines
        };
        let now = lines(self.form_of(&whole));
        let is_changed = |(id, _, value): &(String, &'static str, String)| {
            now.iter().any(|(known, _, other)| known == id && other != value)
        };
        let before = lines(self.form()).into_iter().filter(is_changed);
        let former = before.filter_map(|(_, form, value)| Former::of(form, &value));
        former.filter(|former| !former.is_in(text)).collect()
    }

    /// The texts in which it stands still what a form has changed, as the end of a query.
    pub(super) fn left_elsewhere(&self, text: &str) -> Option<String> {
        let former = self.former(text);
        if former.is_empty() {
            return None;
        }
        let (root, own) = (&self.office.editor.root, self.file.owner());
        let owners =
            [own, SHARED].into_iter().filter(|owner| !owner.is_empty()).skip(usize::from(own == SHARED));
        let files = owners.flat_map(|owner| files::of_owner(root, owner)).take(MOST_READ);
        let has_it = |file: &ContentFile| {
            let bytes = self.office.editor.bytes(&file.path).unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes);
            file.id != self.file.id && former.iter().any(|former| former.is_in(&text))
        };
        let ids: Vec<String> = files.filter(has_it).take(MOST_NAMED).map(|file| file.id).collect();
        (!ids.is_empty()).then(|| format!("kvar={}", ids.join(".")))
    }

    /// The texts that a query names, as links to their forms.
    pub(super) fn named_elsewhere(&self, query: &Answers) -> Vec<TrailStep> {
        let ids = query.get("kvar").into_iter().flat_map(|ids| ids.split('.')).take(MOST_NAMED);
        let file = |id: &str| files::of_id(self.office.editor, id);
        let link = |file: ContentFile| TrailStep {
            href: format!("{PREFIX}f/{}", file.id),
            text: self.office.name_of(&file),
        };
        ids.filter_map(file).map(link).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_however_it_is_written_and_no_other_is_taken_for_it() {
        let former = Former::of("tel", "08-530 610 00").unwrap();
        for text in [
            "Ring 08-530 610 00.",
            "Ring (08) 530\u{a0}610\u{a0}00!",
            "<tel:+4685306100 0>",
            "[+46 8-530 610 00](tel:+46853061000)",
            "+46 (0)8 530 610 00",
        ] {
            assert!(former.is_in(text), "{text}");
        }
        for text in ["08-530 610 01", "08-530", "", "085306\n1000", "2026-08-530 61"] {
            assert!(!former.is_in(text), "{text}");
        }
        assert!(Former::of("tel", "112").is_none() && Former::of("text", "08-530 610 00").is_none());
        assert!(Former::of("email", "Info@a.example").unwrap().is_in("skriv till INFO@A.example"));
    }
}
