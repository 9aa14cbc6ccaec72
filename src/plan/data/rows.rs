//! The rows of the open data: centres, their hours on the coming days, and each time of what happens.
//!
//! Days and times come from the centre's calendar, as those of the pages do. What is not known is not written.

use jiff::ToSpan;
use jiff::civil::Date;

use super::DAYS;
use super::columns;
use super::table::{DataCell, DataTable, Rows};
use crate::base::characters::within_bytes;
use crate::base::marks;
use crate::model::calendar::{DayState, Happening, Occurrence, State, Whose, Why};
use crate::parse::centre::{Activity, Centre, Cost};
use crate::parse::files::Status;
use crate::parse::values::{Phone, Text};
use crate::plan::activities::{access, coming_activities};
use crate::plan::scope::Scope;
use crate::plan::subject::Subject;

/// What the table of the centres is called.
pub const CENTRES: &str = "familjecentraler";

/// That of their hours.
pub const HOURS: &str = "oppettider";

/// That of what happens.
pub const ACTIVITIES: &str = "aktiviteter";

/// How many bytes of a text each time of an activity has: as in a calendar, since each has it anew.
const LONG: usize = 300;

/// What the rows of a centre begin with.
struct RowStart {
    source: String,
    id: String,
    name: String,
    url: String,
}

impl RowStart {
    fn of(scope: &Scope<'_>, centre: &Centre) -> Self {
        let source = scope.section.config.as_ref().map(|config| config.code.clone()).unwrap_or_default();
        Self {
            id: data_id(scope, centre),
            source,
            name: said(scope, &centre.name),
            url: format!("{}/{}", scope.section.base_url, scope.urls.centre(&centre.id)),
        }
    }
}

/// What data know a centre by.
pub fn data_id(scope: &Scope<'_>, centre: &Centre) -> String {
    let code = scope.section.config.as_ref().map_or("", |config| config.code.as_str());
    format!("{code}-{}", centre.lasting_id())
}

/// A text as data have it: in the site's own language, without marks.
pub fn said(scope: &Scope<'_>, text: &Text) -> String {
    marks::without(&scope.plain(text))
}

fn maybe_said(scope: &Scope<'_>, text: Option<&Text>) -> DataCell<'static> {
    DataCell::maybe(text.map(|text| said(scope, text)))
}

fn brief(scope: &Scope<'_>, text: Option<&Text>) -> DataCell<'static> {
    DataCell::maybe(text.map(|text| within_bytes(&said(scope, text), LONG)))
}

/// All tables of a municipality: those of hours and activities only where centres have some. Once a centre does they stay, however few rows
/// they have on a day, since a portal goes on asking for them. Nothing where they are more than there is room for.
pub fn tables(scope: &Scope<'_>) -> Option<Vec<DataTable<'static>>> {
    let of_any = |has: fn(&Centre) -> bool| scope.section.centres.iter().any(|centre| has(&centre.value));
    let mut rows = Rows::default();
    let mut tables = vec![centres(scope, &mut rows)];
    if of_any(|centre| centre.has_hours() || !centre.exceptions.is_empty()) {
        tables.push(hours(scope, &mut rows));
    }
    if of_any(|centre| !centre.activities.is_empty()) {
        tables.push(activities(scope, &mut rows));
    }
    (!rows.is_over()).then_some(tables)
}

/// The table of the centres without one: what its columns are.
pub fn no_centres() -> DataTable<'static> {
    DataTable { name: CENTRES, columns: columns::CENTRES, key: &["id"], rows: Vec::new() }
}

/// The tables of hours and of activities without a row.
pub fn none_of_days() -> [DataTable<'static>; 2] {
    let empty = |name, columns| DataTable { name, columns, key: &[], rows: Vec::new() };
    [empty(HOURS, columns::HOURS), empty(ACTIVITIES, columns::ACTIVITIES)]
}

/// The centres, one a row.
fn centres(scope: &Scope<'_>, rows: &mut Rows<'static>) -> DataTable<'static> {
    scope.section.centres.iter().for_each(|source| rows.push(centre(scope, &source.value)));
    DataTable { rows: rows.take(), ..no_centres() }
}

fn centre(scope: &Scope<'_>, centre: &Centre) -> Vec<DataCell<'static>> {
    let RowStart { source, id, name, url } = RowStart::of(scope, centre);
    let (latitude, longitude) = match centre.geo.map(|geo| geo.degrees()) {
        Some((latitude, longitude)) => (DataCell::Number(latitude), DataCell::Number(longitude)),
        None => (DataCell::None, DataCell::None),
    };
    let address = centre.address.as_ref();
    let services: Vec<&str> = centre.services.iter().map(|service| service.kind.key()).collect();
    let places = 0..centre.services.len();
    let names: Vec<String> = places.map(|place| service_name(scope, centre, place)).collect();
    vec![
        DataCell::text(source),
        DataCell::text(id),
        DataCell::text(name),
        latitude,
        longitude,
        DataCell::maybe(centre.email.as_ref().map(|email| email.as_str())),
        DataCell::text(url),
        // The last of all days stands for one that cannot be read, which was told.
        DataCell::maybe(centre.reviewed.filter(|day| *day < Date::MAX)),
        DataCell::text(names.join(", ")),
        DataCell::text(said(scope, &scope.section.name)),
        DataCell::text(centre.status.key()),
        DataCell::maybe(centre.kind.map(|kind| kind.key())),
        DataCell::maybe(address.map(|address| &address.street)),
        DataCell::maybe(address.and_then(|address| address.postal_code.as_ref())),
        DataCell::maybe(address.and_then(|address| address.city.as_ref())),
        maybe_said(scope, address.and_then(|address| address.entrance.as_ref())),
        DataCell::maybe(centre.phone.as_ref().map(Phone::shown)),
        DataCell::maybe(centre.url.as_ref()),
        DataCell::text(services.join("|")),
        DataCell::text(centre.spoken_languages.join("|")),
        DataCell::maybe(centre.opened),
        DataCell::maybe(centre.planned_opening),
    ]
}

/// The name of a service: its own, or that of its kind.
pub fn service_name(scope: &Scope<'_>, centre: &Centre, place: usize) -> String {
    let service = &centre.services[place];
    match &service.name {
        Some(name) => said(scope, name),
        None => marks::without(scope.words.get(&format!("service_{}", service.kind.key()))),
    }
}

/// The hours of the coming days: a row for each time of a day, and one for a day without any. A service has rows of its own where it has
/// hours or days of its own. A centre that is not open yet, or no longer, has none.
fn hours(scope: &Scope<'_>, rows: &mut Rows<'static>) -> DataTable<'static> {
    let is_there = |status: Status| matches!(status, Status::Open | Status::TemporarilyClosed);
    for subject in Subject::all(scope.section).filter(|subject| is_there(subject.centre.status)) {
        let known = RowStart::of(scope, subject.centre);
        if rows.is_over() {
            break;
        }
        add_hours(scope, (subject, &known), Whose::Centre, rows);
        for place in (0..subject.centre.services.len()).filter(|place| subject.calendar.has_own(*place)) {
            add_hours(scope, (subject, &known), Whose::Service(place), rows);
        }
    }
    let [hours, _] = none_of_days();
    DataTable { rows: rows.take(), ..hours }
}

fn add_hours(
    scope: &Scope<'_>,
    (subject, known): (Subject<'_>, &RowStart),
    whose: Whose,
    rows: &mut Rows<'static>,
) {
    let line = subject.calendar.hours(whose);
    if !line.is_known() {
        return;
    }
    let window = subject.calendar.window();
    let (kind, name) = match whose {
        Whose::Centre => (DataCell::None, DataCell::None),
        Whose::Service(place) => {
            let kind = subject.centre.services[place].kind.key();
            (DataCell::text(kind), DataCell::text(service_name(scope, subject.centre, place)))
        }
    };
    for index in (window.today()..window.length()).take(DAYS) {
        let day = line.at(index);
        if day.state == State::Unknown {
            continue;
        }
        let reason = reason(scope, subject.centre, day);
        let date = window.day(index).to_string();
        let mut add = |opens: DataCell<'static>, closes: DataCell<'static>| {
            rows.push(vec![
                DataCell::text(known.source.clone()),
                DataCell::text(known.id.clone()),
                DataCell::text(known.name.clone()),
                kind.clone(),
                name.clone(),
                DataCell::text(date.clone()),
                opens,
                closes,
                DataCell::text(day.state.key()),
                DataCell::Flag(!day.uncertain),
                reason.clone(),
            ]);
        };
        if day.state.intervals().is_empty() {
            add(DataCell::None, DataCell::None);
        }
        for interval in day.state.intervals() {
            add(DataCell::text(interval.from.iso()), DataCell::text(interval.to.iso()));
        }
    }
}

/// Why a day is as it is, where it is not as usual.
fn reason(scope: &Scope<'_>, centre: &Centre, day: &DayState) -> DataCell<'static> {
    match &day.why {
        Why::Usual => DataCell::None,
        Why::Season(title) => brief(scope, title.as_ref()),
        Why::Holiday(holiday, _) => DataCell::text(marks::without(scope.words.get(holiday.key))),
        Why::Exception(place) => brief(scope, centre.exceptions[*place].reason.as_ref()),
        Why::Status(status) => {
            DataCell::text(marks::without(scope.words.get(&format!("status_{}", status.key()))))
        }
    }
}

/// What happens on the coming days, one time a row.
fn activities(scope: &Scope<'_>, rows: &mut Rows<'static>) -> DataTable<'static> {
    let now = scope.regional.now;
    let last = now.saturating_add((i32::try_from(DAYS).unwrap_or(i32::MAX) - 1).days());
    for subject in Subject::all(scope.section) {
        if rows.is_over() {
            break;
        }
        let known = RowStart::of(scope, subject.centre);
        let mut usual: Vec<Option<Vec<DataCell<'static>>>> = vec![None; subject.centre.activities.len()];
        for (place, activity) in coming_activities(subject.centre, now) {
            usual[place] = Some(of_all_times(scope, activity, &known.url));
        }
        for one in subject.calendar.happening(now, last) {
            let activity = &subject.centre.activities[one.activity];
            if let Some(usual) = &usual[one.activity] {
                let mut row = time(scope, (&known, activity), one);
                // What belongs to the day stands between the title with its description and all else.
                let (head, tail) = usual.split_at(2);
                row.splice(5..5, head.iter().cloned());
                row.extend_from_slice(tail);
                rows.push(row);
            }
        }
    }
    let [_, activities] = none_of_days();
    DataTable { rows: rows.take(), ..activities }
}

/// What all times of an activity have alike: title and description first.
fn of_all_times(scope: &Scope<'_>, activity: &Activity, url: &str) -> Vec<DataCell<'static>> {
    let registration = activity.registration.as_ref();
    let (free, cost) = match &activity.cost {
        None => (DataCell::None, DataCell::None),
        Some(Cost::Free) => (DataCell::Flag(true), DataCell::None),
        Some(Cost::Said(cost)) => (DataCell::Flag(false), brief(scope, Some(cost))),
    };
    let months = |age: Option<u16>| age.map_or(DataCell::None, |age| DataCell::Count(i64::from(age)));
    vec![
        brief(scope, Some(&activity.title)),
        brief(scope, activity.description.as_ref()),
        months(activity.ages.min),
        months(activity.ages.max),
        brief(scope, activity.audience.as_ref()),
        DataCell::maybe(access(activity)),
        DataCell::maybe(registration.and_then(|registration| registration.url.as_ref())),
        DataCell::maybe(registration.and_then(|registration| registration.phone.as_ref()).map(Phone::shown)),
        DataCell::maybe(
            registration.and_then(|registration| registration.email.as_ref()).map(|email| email.as_str()),
        ),
        registration.map_or(DataCell::None, |registration| DataCell::Flag(registration.full)),
        free,
        cost,
        brief(scope, activity.place.as_ref()),
        DataCell::maybe(activity.language.as_ref()),
        DataCell::text(url.to_string()),
    ]
}

/// What a time of an activity has of its own, before and after its title.
fn time(
    scope: &Scope<'_>,
    (known, activity): (&RowStart, &Activity),
    one: &Occurrence,
) -> Vec<DataCell<'static>> {
    let (state, other) = match one.happening {
        Happening::Takes => ("on", None),
        Happening::Cancelled(_) => ("cancelled", None),
        Happening::MovedTo(date, _) => ("moved", Some(date)),
        Happening::MovedFrom(date, _) => ("instead", Some(date)),
    };
    let begins = one.interval.from.iso();
    vec![
        DataCell::text(known.source.clone()),
        DataCell::text(format!("{}-{}-{}-{}", known.id, activity.id, one.date, begins.replace(':', ""))),
        DataCell::text(known.id.clone()),
        DataCell::text(known.name.clone()),
        DataCell::text(activity.id.clone()),
        DataCell::text(one.date.to_string()),
        DataCell::text(begins),
        DataCell::text(one.interval.to.iso()),
        DataCell::text(state),
        brief(scope, one.reason(activity)),
        DataCell::maybe(other),
    ]
}
