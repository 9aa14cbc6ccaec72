//! What happens from one day to another: the list for the notice board and the local paper.

use super::{Cell, ListedDays, Table};
use crate::model::calendar::{Almanac, Calendar, Happening, HolidayRules};
use crate::model::{Folder, swedish_sort_key};
use crate::parse::files::Status;
use crate::parse::values::weekday_key;
use crate::survey::Survey;

const COLUMNS: &[&str] =
    &["date", "weekday", "from", "to", "title", "place", "centre", "municipality", "state", "reason", "file"];

/// The activities of some days, in the order of time.
pub fn activities(survey: &Survey, folders: &[&Folder], days: ListedDays) -> Table {
    let own = survey.own();
    let mut rows = Vec::new();
    for (folder, source) in super::all_centres(survey, folders) {
        let centre = &source.value;
        if centre.activities.is_empty() || centre.status != Status::Open {
            continue;
        }
        let name = centre.name.in_language(own, own).0;
        let rules = HolidayRules::of(folder.config.as_ref().map(|config| &*config.value));
        let calendar = Calendar::of(centre, &Almanac::of(days.now, rules));
        for one in calendar.happening(days.from, days.to) {
            let activity = &centre.activities[one.activity];
            let state = match one.happening {
                Happening::Takes => "on",
                Happening::Cancelled(_) => "cancelled",
                Happening::MovedTo(..) => "moved",
                Happening::MovedFrom(..) => "instead",
            };
            let in_words = |text: &crate::parse::values::Text| Cell::of(text.in_language(own, own).0);
            let row = vec![
                Cell::day(Some(one.date)),
                Cell::Word(weekday_key(one.date.weekday())),
                Cell::of(&one.interval.from.padded()),
                Cell::of(&one.interval.to.padded()),
                in_words(&activity.title),
                activity.place.as_ref().map_or(Cell::None, in_words),
                Cell::of(name),
                Cell::of(&folder.id),
                Cell::Word(if one.uncertain { "uncertain" } else { state }),
                one.reason(activity).map_or(Cell::None, in_words),
                Cell::of(source.path.as_str()),
            ];
            rows.push(((one.date, one.interval, swedish_sort_key(name), one.activity), row));
        }
    }
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    Table { columns: COLUMNS, rows: rows.into_iter().map(|(_, row)| row).collect() }
}
