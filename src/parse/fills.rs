//! Fills: words in braces that stand for what a centre's file says, so that a number is written in one place.
//!
//! `{telefon fittja}` is the centre's phone number, `{telefon fittja/bvc}` that of one of its services, and `{telefon botkyrka/fittja}`
//! names the municipality too, for texts that all share. Only what has this form is looked at: any other word in braces is a text, and so
//! is one whose brace is escaped. What a centre says is the model's to know.

use std::ops::Range;

use super::files::ServiceKind;
use crate::base::{named, nearest, slug_of};

named! {
    /// What is asked for, as messages name it.
    pub enum Asked: key {
        /// A phone number.
        Phone = "phone",
        /// Street, postal code and town.
        Address = "address",
        /// The hours of a usual week.
        Hours = "hours",
        /// A mail address.
        Email = "email",
    }
}

/// Words in braces.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Fill {
    /// As they were written, with the braces.
    pub written: String,
    /// The first word, as it was written.
    pub word: String,
    /// What it asks for; none when that is not known.
    pub asked: Option<Asked>,
    /// The names after it, one for each part between slashes, as slugs: a centre, a service, a municipality.
    pub names: Vec<String>,
}

/// The words, as slugs. The first of each kind is proposed.
const WORDS: [(&str, Asked); 19] = [
    ("telefon", Asked::Phone),
    ("adress", Asked::Address),
    ("oppettider", Asked::Hours),
    ("e-post", Asked::Email),
    ("phone", Asked::Phone),
    ("address", Asked::Address),
    ("hours", Asked::Hours),
    ("email", Asked::Email),
    ("telefonnummer", Asked::Phone),
    ("telephone", Asked::Phone),
    ("nummer", Asked::Phone),
    ("tfn", Asked::Phone),
    ("tel", Asked::Phone),
    ("besoksadress", Asked::Address),
    ("oppettid", Asked::Hours),
    ("epost", Asked::Email),
    ("mejl", Asked::Email),
    ("mail", Asked::Email),
    ("e-mail", Asked::Email),
];

impl Asked {
    /// The word that is proposed, as people write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Phone => "telefon",
            Self::Address => "adress",
            Self::Hours => "öppettider",
            Self::Email => "e-post",
        }
    }
}

impl Fill {
    /// The word that was probably meant, where it is none.
    pub fn meant(&self) -> Option<&'static str> {
        let slug = slug_of(&self.word);
        let near = nearest(&slug, WORDS.iter().map(|(word, _)| *word)).filter(|_| slug.len() > 3)?;
        WORDS.iter().find(|(word, _)| *word == near).map(|(_, asked)| asked.word())
    }

    /// The centre's name with its municipality's, as shared texts name it.
    pub fn shared_name(&self) -> Option<String> {
        match self.names.as_slice() {
            [municipality, centre, ..] => Some(format!("{municipality}/{centre}")),
            _ => None,
        }
    }
}

/// Is this a word that asks for something of a centre's?
pub fn asks(word: &str) -> bool {
    let slug = slug_of(word.trim_end_matches(':'));
    WORDS.iter().any(|(known, _)| *known == slug)
}

/// The longest that is looked at, in bytes, so that the cost stays linear.
const LONGEST: usize = 160;

/// How many words in braces are filled in in a text without Markdown: a title, a lead.
pub const MOST_PLAIN: usize = 20;

/// The fills of a text, with their places.
pub fn find(text: &str) -> Vec<(Range<usize>, Fill)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('{') {
        let rest = text.get(at + 1..).unwrap_or_default();
        let end = rest.bytes().take(LONGEST).position(|byte| matches!(byte, b'{' | b'}' | b'\n'));
        let inside = end.filter(|end| rest.as_bytes()[*end] == b'}').and_then(|end| rest.get(..end));
        if let Some(fill) = inside.and_then(read) {
            found.push((at..at + fill.written.len(), fill));
        }
    }
    found
}

/// The names of the centres of other municipalities that a text asks.
pub fn shared_names(text: &str) -> impl Iterator<Item = String> {
    find(text).into_iter().filter_map(|(_, fill)| fill.shared_name())
}

fn read(inside: &str) -> Option<Fill> {
    let trimmed = inside.trim();
    let (word, target) = trimmed.split_once(char::is_whitespace).unwrap_or((trimmed, ""));
    let (word, target) = (word.trim_end_matches(':'), target.trim());
    if word.is_empty() || !word.chars().all(|c| c.is_alphabetic() || is_mark(c) || c == '-') {
        return None;
    }
    let slug = slug_of(word);
    let asked = WORDS.iter().find(|(known, _)| *known == slug).map(|(_, asked)| *asked);
    let names: Vec<String> = target.split('/').map(slug_of).collect();
    let names = if target.is_empty() { Vec::new() } else { names };
    // A name of several words is that of a service: `fittja/öppen förskola`.
    let is_name =
        |part: &str| part.chars().all(|c| c.is_alphanumeric() || is_mark(c) || matches!(c, '-' | '_' | '.'));
    let is_shaped = match asked {
        Some(_) => target.chars().all(|c| c.is_alphanumeric() || is_mark(c) || "-_./ &,()'".contains(c)),
        None => !target.is_empty() && is_name(target.split('/').next().unwrap_or_default()),
    };
    let is_whole = names.len() <= 3 && names.iter().all(|name| !name.is_empty());
    let written = format!("{{{inside}}}");
    (is_shaped && (is_whole || asked.is_some())).then(|| Fill {
        written,
        word: word.to_string(),
        asked,
        names,
    })
}

/// The dots of an `ö` that stand apart, as a Mac writes them in names of files.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The kind of service that a slug names, in Swedish or English.
pub fn service_kind(name: &str) -> Option<ServiceKind> {
    Some(match name {
        "barnmorska"
        | "barnmorskan"
        | "barnmorskor"
        | "barnmorskemottagning"
        | "barnmorskemottagningen"
        | "modrahalsovard"
        | "modrahalsovarden"
        | "mvc"
        | "bmm"
        | "maternal-health"
        | "midwife" => ServiceKind::MaternalHealth,
        "bvc"
        | "barnhalsovard"
        | "barnhalsovarden"
        | "barnavardscentral"
        | "barnavardscentralen"
        | "child-health" => ServiceKind::ChildHealth,
        "oppen-forskola" | "oppna-forskolan" | "open-preschool" => ServiceKind::OpenPreschool,
        "socialtjanst" | "socialtjansten" | "social-services" => ServiceKind::SocialServices,
        "amning" | "amningsmottagning" | "amningsmottagningen" | "breastfeeding" => {
            ServiceKind::Breastfeeding
        }
        "vardcentral" | "vardcentralen" | "health-centre" => ServiceKind::HealthCentre,
        "annat" | "other" => ServiceKind::Other,
        _ => return None,
    })
}

/// The names that services are proposed by.
pub fn service_word(kind: ServiceKind) -> &'static str {
    match kind {
        ServiceKind::MaternalHealth => "barnmorska",
        ServiceKind::ChildHealth => "bvc",
        ServiceKind::OpenPreschool => "öppen förskola",
        ServiceKind::SocialServices => "socialtjänst",
        ServiceKind::Breastfeeding => "amning",
        ServiceKind::HealthCentre => "vårdcentral",
        ServiceKind::Other => "annat",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(text: &str) -> Vec<(Option<Asked>, String)> {
        find(text).into_iter().map(|(_, fill)| (fill.asked, fill.names.join("/"))).collect()
    }

    #[test]
    fn words_are_read_in_both_languages_however_they_are_written() {
        for text in [
            "{telefon fittja}",
            "{Telefon Fittja}",
            "{ phone  fittja }",
            "{TELEFON FITTJA}",
            "{telefon: fittja}",
        ] {
            assert_eq!(read_all(text), [(Some(Asked::Phone), "fittja".to_string())], "{text}");
        }
        for text in
            ["{öppettider fittja}", "{oppettider fittja}", "{hours fittja}", "{O\u{308}ppettider fittja}"]
        {
            assert_eq!(read_all(text), [(Some(Asked::Hours), "fittja".to_string())], "{text}");
        }
        assert_eq!(
            read_all("{adress botkyrka/fittja} och {telefon fittja/öppen förskola}"),
            [
                (Some(Asked::Address), "botkyrka/fittja".to_string()),
                (Some(Asked::Phone), "fittja/oppen-forskola".to_string()),
            ]
        );
        assert_eq!(read_all("{telfon fittja}"), [(None, "fittja".to_string())]);
        assert_eq!(read_all("{telefon}"), [(Some(Asked::Phone), String::new())]);
    }

    #[test]
    fn other_words_in_braces_are_text() {
        for text in [
            "{9–12}",
            "{namn}",
            "{hur mår du}",
            "{% if x %}",
            "{{telefon",
            "{telefon fittja",
            "{}",
            "{#tider}",
            "{telefon\nfittja}",
        ] {
            assert_eq!(read_all(text), [], "{text}");
        }
    }
}
