//! The texts of notices, which are the first thing that a visitor reads: read as other texts are.

use jiff::ToSpan;
use jiff::civil::Date;

use super::fields::way_in;
use super::prose::{self, Prose, Run, RunKind};
use super::{LintGround, TextFindings, abbreviations, dates, days, joined, leftovers, people, spoken};
use crate::base::{At, Code, Diagnostic, Seg, SourcePath};
use crate::model::Folder;
use crate::model::rules::review_due_since;
use crate::parse::check::Notice;
use crate::parse::values::Text;

/// Looks at the notices of a municipality and its centres.
pub fn lint(folder: &Folder, ground: LintGround<'_>) -> Vec<Diagnostic> {
    let config = folder.config.iter().map(|config| (&config.path, &config.value.notices));
    let centres = folder.centres.iter().map(|centre| (&centre.path, &centre.value.notices));
    let mut found = Vec::new();
    for (path, notices) in config.chain(centres) {
        for (index, notice) in notices.iter().enumerate() {
            found.extend(lint_notice(notice, index, path, ground));
        }
    }
    found
}

fn lint_notice(notice: &Notice, index: usize, path: &SourcePath, ground: LintGround<'_>) -> Vec<Diagnostic> {
    let mut findings = TextFindings { path, found: Vec::new() };
    let way = |name: &str, lang: Option<&str>| -> Vec<Seg> {
        let field = [Seg::Key("notices".to_string()), Seg::Index(index), Seg::Key(name.to_string())];
        way_in(&field, lang)
    };
    let written = notice.from.unwrap_or(ground.now);
    let titles: Vec<(Option<&str>, Run)> = notice
        .title
        .each()
        .map(|(lang, title)| (lang, Run::of_field(RunKind::Heading(1), title, way("title", lang))))
        .collect();
    for (lang, title) in &titles {
        let lang = lang.unwrap_or(ground.own);
        dates::lint(std::iter::once(title), lang, written, path, &mut findings.found);
        days::lint(std::iter::once(title), days::Looked { path, lang, written }, &mut findings.found);
    }
    let bodies: Vec<(Option<&str>, Prose)> = notice
        .body
        .iter()
        .flat_map(Text::each)
        .map(|(lang, body)| (lang, prose::read_field(body, &way("body", lang))))
        .collect();
    for (lang, prose) in &bodies {
        let code = lang.unwrap_or(ground.own);
        dates::lint(prose.runs.iter(), code, written, path, &mut findings.found);
        days::lint(prose.runs.iter(), days::Looked { path, lang: code, written }, &mut findings.found);
        spoken::lint(prose, &mut findings);
        leftovers::lint(prose, &mut findings);
        joined::lint(prose, &mut findings);
        people::lint_runs(prose.runs.iter(), &[], &mut findings);
    }
    for (_, title) in titles.iter().filter(|(lang, _)| lang.unwrap_or(ground.own) == "sv") {
        let body = bodies.iter().find(|(other, _)| other.unwrap_or(ground.own) == "sv");
        let runs = body.map(|(_, prose)| prose.runs.as_slice()).unwrap_or_default();
        abbreviations::lint(std::slice::from_ref(title), runs, &mut findings);
    }
    if notice.until.is_none() {
        let runs = titles.iter().map(|(lang, run)| (*lang, run));
        let runs =
            runs.chain(bodies.iter().flat_map(|(lang, prose)| prose.runs.iter().map(|run| (*lang, run))));
        let days = runs.flat_map(|(lang, run)| days::named(&run.text, lang.unwrap_or(ground.own), written));
        let found = endless(notice, days.max(), ground.now);
        findings.found.extend(found.map(|(kind, day)| {
            let diagnostic = Diagnostic::new(Code::NoticeEndless, path, At::Value(way("title", None)));
            let title = notice.title.in_language(ground.own, ground.own).0;
            diagnostic.with("kind", kind).with("title", title).with("date", day)
        }));
    }
    findings.found
}

/// Why a notice without a last day has most likely had its day: it speaks of days that have all passed, or has stood for half a year.
fn endless(notice: &Notice, last: Option<Date>, now: Date) -> Option<(&'static str, Date)> {
    let week = now.checked_sub(7.days()).unwrap_or(now);
    match last {
        Some(last) => (last < week).then_some(("passed", last)),
        None => notice.from.filter(|from| *from < review_due_since(now)).map(|from| ("old", from)),
    }
}
