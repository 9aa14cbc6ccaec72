//! Days that are not as usual, and that have all passed: what was left over, or a year that was meant to be another.
//!
//! What passed last week may stand until somebody is at the file again. A file is told of once.

use jiff::ToSpan;
use jiff::civil::Date;

use super::LintGround;
use crate::base::{At, Code, Diagnostic, Seg, key};
use crate::model::{Folder, Sourced};
use crate::parse::centre::Centre;
use crate::parse::files::Status;
use crate::parse::weeks::Period;

/// How long what has passed may stand.
const LET_BE: i32 = 14;

/// So many are named.
const NAMED: usize = 8;

/// What is over: its list, its place in it, the field that says its end, and that.
type Past<'a> = (Vec<Seg>, usize, &'a str, Date);

/// Looks at the centres of a folder.
pub fn lint(folder: &Folder, ground: LintGround<'_>) -> Vec<Diagnostic> {
    let open = folder.centres.iter().filter(|centre| centre.value.status != Status::Closed);
    open.flat_map(|centre| of_centre(centre, ground.now)).collect()
}

fn of_centre(source: &Sourced<Centre>, now: Date) -> Vec<Diagnostic> {
    let centre = &source.value;
    let long_ago = now.checked_sub(LET_BE.days()).unwrap_or(now);
    // Of one that ends before it begins it was told, with the year that it may mean.
    let is_right = |period: &Period| period.from <= period.to;
    let exceptions = centre
        .exceptions
        .iter()
        .enumerate()
        .filter(|(_, one)| one.last() < long_ago && one.periods.iter().all(is_right));
    let exceptions = exceptions.map(|(index, one)| (vec![key("exceptions")], index, one.said, one.last()));
    let seasons = |way: Vec<Seg>, seasons: &[crate::parse::centre::Season]| {
        let past =
            seasons.iter().enumerate().filter(|(_, one)| one.period.to < long_ago && is_right(&one.period));
        past.map(|(index, one)| (way.clone(), index, "to", one.period.to)).collect::<Vec<_>>()
    };
    let of_services = centre.services.iter().enumerate().flat_map(|(place, service)| {
        seasons(vec![key("services"), Seg::Index(place), key("seasons")], &service.seasons)
    });
    let own = seasons(vec![key("seasons")], &centre.seasons);
    let lists = [
        ("exceptions", exceptions.collect::<Vec<_>>()),
        ("seasons", own.into_iter().chain(of_services).collect()),
    ];
    let told = |(kind, past): (&str, Vec<Past<'_>>)| {
        let (way, index, field, last) = past.first()?;
        let at = way.iter().cloned().chain([Seg::Index(*index), key(field)]).collect();
        let numbers =
            past.iter().take(NAMED).map(|(way, index, ..)| (centre.gaps.number(way, *index) + 1).to_string());
        let more = (past.len() > NAMED).then(|| "…".to_string());
        let numbers = numbers.chain(more).collect::<Vec<_>>().join(", ");
        let diagnostic = Diagnostic::new(Code::DaysPassed, &source.path, At::Value(at)).with("kind", kind);
        Some(diagnostic.with("count", past.len()).with("numbers", numbers).with("last", last))
    };
    lists.into_iter().filter_map(told).collect()
}
