//! The hours of a week as seven lines, and back into the days and ranges that a file has.
//!
//! Of a file only the entries are touched whose days have other hours now: an entry for several days that no longer agree becomes as many as
//! there must be.

use serde_yaml::Value;

use super::entry::{further, shown};
use super::{FieldChange, Given};
use crate::base::Seg;
use crate::parse::likely::{SWEDISH_DAYS, meant_days};
use crate::parse::values::WEEKDAYS;

/// The hours of each day as a file says them, Monday first; none where the days of its names are not understood.
pub fn days(week: Option<&Value>) -> Option<[String; 7]> {
    let mut hours: [String; 7] = Default::default();
    for (name, value) in week.and_then(Value::as_mapping).into_iter().flatten() {
        for day in meant_days(name.as_str()?).ok()? {
            *hours.get_mut(day % 7)? = shown(value);
        }
    }
    Some(hours)
}

/// What makes the week of a file another one.
pub fn changes(
    way: &[Seg],
    week: Option<&Value>,
    new: &[String; 7],
    swedish: bool,
) -> Option<Vec<FieldChange>> {
    let old = days(week)?;
    if old == *new {
        return Some(Vec::new());
    }
    if new.iter().all(String::is_empty) {
        return Some(vec![FieldChange::Remove(way.to_vec())]);
    }
    let mut changes = Vec::new();
    let mut later = Vec::new();
    let mut said = [false; 7];
    for name in week.and_then(Value::as_mapping).into_iter().flat_map(|week| week.keys()) {
        let name = name.as_str()?;
        let days: Vec<usize> = meant_days(name).ok()?.into_iter().map(|day| day % 7).collect();
        days.iter().for_each(|day| said[*day] = true);
        if days.iter().all(|day| old[*day] == new[*day]) {
            continue;
        }
        let here = further(way, Seg::Key(name.to_string()));
        let mut runs = runs(&days, new).into_iter();
        let Some((run, hours)) = runs.next() else {
            later.push(FieldChange::Remove(here));
            continue;
        };
        changes.push(FieldChange::Set(here.clone(), Given::Text(hours)));
        if run.len() < days.len() {
            changes.push(FieldChange::Rename(here, named(&run, swedish)));
        }
        later.extend(runs.map(|(run, hours)| set(way, &run, hours, swedish)));
    }
    let unsaid: Vec<usize> = (0..7).filter(|day| !said[*day]).collect();
    later.extend(runs(&unsaid, new).into_iter().map(|(run, hours)| set(way, &run, hours, swedish)));
    // What goes away goes last, so that the week is never empty.
    later.sort_by_key(|change| matches!(change, FieldChange::Remove(_)));
    changes.extend(later);
    Some(changes)
}

fn set(way: &[Seg], run: &[usize], hours: String, swedish: bool) -> FieldChange {
    FieldChange::Set(further(way, Seg::Key(named(run, swedish))), Given::Text(hours))
}

/// Days that follow each other with the same hours; those without any are left out.
fn runs(days: &[usize], hours: &[String; 7]) -> Vec<(Vec<usize>, String)> {
    let mut runs: Vec<(Vec<usize>, String)> = Vec::new();
    for &day in days {
        let own = hours.get(day).cloned().unwrap_or_default();
        match runs.last_mut() {
            Some((run, same)) if *same == own && run.last().is_some_and(|last| last + 1 == day) => {
                run.push(day)
            }
            _ => runs.push((vec![day], own)),
        }
    }
    runs.retain(|(_, hours)| !hours.is_empty());
    runs
}

/// A day, or the first and last of several.
fn named(run: &[usize], swedish: bool) -> String {
    let name = |day: usize| if swedish { SWEDISH_DAYS[day % 7].0 } else { WEEKDAYS[day % 7] };
    match (run.first(), run.last()) {
        (Some(first), Some(last)) if first != last => format!("{}-{}", name(*first), name(*last)),
        (Some(first), _) => name(*first).to_string(),
        _ => String::new(),
    }
}
