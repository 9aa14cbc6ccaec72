//! What was meant for a mail address and is none: a comma for a dot, a blank beside the sign, `(at)` for it, a name without its ending.
//! Nobody can tap it, and who copies it gets no answer.

use std::ops::Range;

use super::prose::Run;
use super::{ItemText, TextFindings, fields, links};
use crate::base::{At, Code, Diagnostic, SourcePath};
use crate::model::Folder;
use crate::parse::contacts::{self, ContactKind};

/// What people write for the sign, so that no machine finds the address.
const SIGNS: [&str; 10] =
    ["@", "(at)", "[at]", "{at}", "(a)", "[a]", "(snabel-a)", "[snabel-a]", "(snabela)", "[snabela]"];

/// How names of servers end here.
const ENDINGS: [&str; 12] =
    ["se", "nu", "com", "org", "net", "eu", "info", "example", "dk", "fi", "no", "ax"];

/// Words before a blank and a sign that name no mailbox: `följ oss @familjecentralen`.
const WORDS: [&str; 10] =
    ["oss", "på", "heter", "instagram", "facebook", "konto", "kontot", "us", "follow", "and"];

/// The longest part of an address that is looked at, in bytes.
const LONGEST: usize = 80;

/// How many of a run are told.
const TOLD: usize = 3;

/// An address with a slip, and the one that was meant where that is plain.
#[derive(Debug, PartialEq, Eq)]
struct MailSlip {
    range: Range<usize>,
    meant: Option<String>,
}

/// Looks at a text.
pub(super) fn lint(text: &ItemText<'_>, findings: &mut TextFindings<'_>) {
    let covered = links::covered(&text.prose);
    // What is a link works, whatever it is called.
    let is_free = |found: &Diagnostic| !matches!(&found.at, At::Span(span) if links::link_at(&covered, span.start).is_some());
    for run in text.runs() {
        findings.found.extend(in_run(run, text.path).filter(is_free));
    }
}

/// Looks at the texts of a folder's YAML files.
pub(super) fn lint_fields(folder: &Folder) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let may_hold = |text: &str| SIGNS.iter().any(|sign| text.contains(sign));
    fields::each_run_with(folder, may_hold, |run, path| found.extend(in_run(run, path)));
    found
}

fn in_run<'r>(run: &'r Run, path: &'r SourcePath) -> impl Iterator<Item = Diagnostic> + 'r {
    let told = move |slip: MailSlip| {
        let written = run.text.get(slip.range.clone()).unwrap_or_default();
        let at = run.at(&slip.range);
        let diagnostic = Diagnostic::new(Code::OddAddress, path, at).with("kind", "typed");
        diagnostic.with("target", written).proposing(slip.meant.as_deref())
    };
    slips(&run.text).into_iter().take(TOLD).map(told)
}

/// The addresses with a slip in a text.
fn slips(text: &str) -> Vec<MailSlip> {
    if !text.contains(['@', '(', '[', '{']) {
        return Vec::new();
    }
    let known = contacts::find(text);
    let mut found: Vec<MailSlip> = known
        .iter()
        .filter(|contact| matches!(contact.what, ContactKind::Mail))
        .filter_map(|contact| taken(text, &contact.range))
        .collect();
    let of_known = found.len();
    for (at, _) in text.match_indices(['@', '(', '[', '{']) {
        let Some(rest) = text.get(at..) else { continue };
        let begins =
            |sign: &&&str| rest.get(..sign.len()).is_some_and(|start| start.eq_ignore_ascii_case(sign));
        let Some(sign) = SIGNS.iter().find(begins) else { continue };
        let after = known.partition_point(|contact| contact.range.end <= at);
        let is_known = known.get(after).is_some_and(|contact| contact.range.start <= at);
        let is_told = found.len() > of_known && found.last().is_some_and(|slip| at < slip.range.end);
        if !is_known && !is_told {
            found.extend(slip(text, at, sign));
        }
    }
    found
}

/// What is wrong with an address that is taken for one and becomes a link.
fn taken(text: &str, range: &Range<usize>) -> Option<MailSlip> {
    let (name, host) = text.get(range.clone())?.split_once('@')?;
    // Names of servers may have such letters, names of mailboxes hardly ever do.
    let is_odd = name.ends_with('.') || name.contains("..") || host.contains("..") || !name.is_ascii();
    let plain = |text: &str| text.split('.').filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".");
    let meant = format!("{}@{}", folded(&plain(name)), plain(host));
    let meant = Some(meant).filter(|meant| meant.is_ascii());
    is_odd.then(|| MailSlip { range: range.clone(), meant })
}

/// What is wrong around a sign that stands between a name and a server's.
fn slip(text: &str, at: usize, sign: &str) -> Option<MailSlip> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let before = text.get(..at)?;
    let name_end = before.trim_end_matches([' ', '\u{a0}']).len();
    let name_start = before
        .get(..name_end)?
        .char_indices()
        .rev()
        .take(LONGEST)
        .take_while(|(_, c)| is_part(*c))
        .last()
        .map(|(start, _)| start)?;
    let name = before.get(name_start..name_end)?;
    let rest = text.get(at + sign.len()..)?.trim_start_matches('@');
    let host_start = text.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
    let host = text.get(host_start..)?;
    let length = host.char_indices().take(LONGEST).find(|(_, c)| !is_part(*c) && *c != ',');
    let host = host.get(..length.map_or(host.len(), |(end, _)| end))?;
    let has_gap = name_end < at || host_start > at + sign.len();
    let typed = host.trim_end_matches(['.', ',', '-', '_']);
    let whole = name_start..host_start + typed.len();
    let plain = typed.replace(',', ".").replace("..", ".").to_lowercase();
    let ending = plain.rsplit_once('.').filter(|(server, _)| !server.is_empty()).map(|(_, ending)| ending);
    let is_whole = ending.is_some_and(|ending| ENDINGS.contains(&ending));
    // A comma ends a part of the sentence where no ending follows: `asa@sundsvall,och`.
    if !is_whole && typed.contains(',') {
        let first = typed.split(',').next().unwrap_or_default();
        let is_bare = sign == "@" && !has_gap && !first.is_empty();
        let range = name_start..host_start + first.len();
        return (is_bare && !first.contains('.')).then_some(MailSlip { range, meant: None });
    }
    let is_word = WORDS.contains(&name.to_lowercase().as_str());
    if has_gap && is_word || typed.is_empty() || !name.chars().any(char::is_alphanumeric) {
        return None;
    }
    if is_whole {
        let name = folded(name.trim_matches('.'));
        let meant = format!("{name}@{}", folded(&plain));
        let is_address = contacts::find(&meant).first().is_some_and(|found| found.range == (0..meant.len()));
        return Some(MailSlip { range: whole, meant: is_address.then_some(meant) });
    }
    // Without an ending only the sign itself, with nothing beside it, says that an address was meant.
    let is_bare = sign == "@" && !has_gap && typed.starts_with(char::is_alphabetic);
    is_bare.then_some(MailSlip { range: whole, meant: None })
}

/// No mailbox here has such letters in its name.
fn folded(text: &str) -> String {
    text.replace(['å', 'ä', 'Å', 'Ä'], "a").replace(['ö', 'Ö'], "o").replace(['é', 'É'], "e")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_with_a_slip_are_found_and_what_has_the_sign_for_something_else_is_not() {
        for (text, seen, meant) in [
            ("Mejla asa@sundsvall,se i dag", Some("asa@sundsvall,se"), "asa@sundsvall.se"),
            ("Mejla asa @sundsvall.se i dag", Some("asa @sundsvall.se"), "asa@sundsvall.se"),
            ("Mejla asa@ sundsvall.se.", Some("asa@ sundsvall.se"), "asa@sundsvall.se"),
            ("Mejla asa @ sundsvall.se", Some("asa @ sundsvall.se"), "asa@sundsvall.se"),
            ("(asa(at)sundsvall.se)", Some("asa(at)sundsvall.se"), "asa@sundsvall.se"),
            ("asa[at]sundsvall.se", Some("asa[at]sundsvall.se"), "asa@sundsvall.se"),
            ("asa (AT) sundsvall.se", Some("asa (AT) sundsvall.se"), "asa@sundsvall.se"),
            ("asa[snabel-a]sundsvall.se", Some("asa[snabel-a]sundsvall.se"), "asa@sundsvall.se"),
            ("asa@@sundsvall.se", Some("asa@@sundsvall.se"), "asa@sundsvall.se"),
            ("asa@sundsvall..se", Some("asa@sundsvall..se"), "asa@sundsvall.se"),
            ("åsa.ek@sundsvall.se", Some("åsa.ek@sundsvall.se"), "asa.ek@sundsvall.se"),
            ("asa.@sundsvall.se", Some("asa.@sundsvall.se"), "asa@sundsvall.se"),
            ("info@malmö.se", None, "none"),
            ("Mejla asa@sundsvall i dag", Some("asa@sundsvall"), "none"),
            ("asa@sundsvall, eller ring", Some("asa@sundsvall"), "none"),
            ("Mejla asa@sundsvall.se i dag.", None, "none"),
            ("Följ oss @sundsvall.se", None, "none"),
            ("Vi heter @familjecentralen_fittja", None, "none"),
            ("Öppet (a) måndag", None, "none"),
            ("5 @ 10 kr", None, "none"),
            ("@", None, "none"),
        ] {
            let found = slips(text).into_iter().next();
            assert_eq!(found.as_ref().and_then(|slip| text.get(slip.range.clone())), seen, "{text}");
            let told = found.and_then(|slip| slip.meant).unwrap_or_else(|| "none".to_string());
            assert_eq!(told, meant, "{text}");
        }
    }
}
