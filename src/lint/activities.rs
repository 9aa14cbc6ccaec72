//! Activities that stand in a centre's file twice: with the same title, on the same day, at the same time. Visitors would take them for two.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::LintGround;
use crate::base::{At, Code, Diagnostic, Seg, SourcePath, key};
use crate::model::Folder;
use crate::parse::centre::{Activity, Centre, When};

/// Looks at the centres of a folder.
pub fn lint(folder: &Folder, ground: LintGround<'_>) -> Vec<Diagnostic> {
    folder.centres.iter().flat_map(|centre| of_centre(&centre.value, &centre.path, ground.own)).collect()
}

fn of_centre(centre: &Centre, path: &SourcePath, own: &str) -> Vec<Diagnostic> {
    // Two groups may meet at once: for other ages, in another language.
    let key = |activity: &Activity| {
        let title = activity.title.in_language(own, own).0.to_lowercase();
        let ages = (activity.ages.min, activity.ages.max);
        // On other days, in other weeks: that is another one, with the same name.
        let when = match &activity.when {
            When::Weekly { days, repeat } => {
                let days = days.iter().map(|day| i32::from(day.to_monday_zero_offset())).collect::<Vec<_>>();
                format!("{days:?} {repeat:?}")
            }
            When::Dates(dates) => format!("{dates:?}"),
        };
        (title, when, activity.interval, ages, activity.language.clone())
    };
    let mut alike: BTreeMap<_, Vec<(usize, &Activity)>> = BTreeMap::new();
    for (index, activity) in centre.activities.iter().enumerate() {
        alike.entry(key(activity)).or_default().push((index, activity));
    }
    let mut found = Vec::new();
    for group in alike.values_mut().filter(|group| group.len() > 1) {
        group.sort_by_key(|(index, activity)| (activity.valid_from, *index));
        // The one of those before that lasts longest.
        let mut lasting: Option<(usize, &Activity)> = None;
        for (index, activity) in group.iter().copied() {
            let end = |activity: &Activity| activity.valid_to.unwrap_or(Date::MAX);
            if let Some((other, before)) = lasting
                && activity.valid_from.unwrap_or(Date::MIN) <= end(before)
            {
                let (later, first) = if index > other { (index, before) } else { (other, activity) };
                found.push(twice(later, first, own, path));
            }
            if lasting.is_none_or(|(_, before)| end(activity) >= end(before)) {
                lasting = Some((index, activity));
            }
        }
    }
    found
}

fn twice(index: usize, first: &Activity, own: &str, path: &SourcePath) -> Diagnostic {
    let at = At::Value(vec![key("activities"), Seg::Index(index), key("title")]);
    let diagnostic = Diagnostic::new(Code::ActivityTwice, path, at).with("kind", "file");
    diagnostic.with("title", first.title.in_language(own, own).0).with("id", &first.id)
}
