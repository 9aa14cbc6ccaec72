//! The centres' services as HSDS 3.0 has them (Open Referral's Human Services Data Specification): a package of services, each with who runs
//! it, where it is and when it is open.
//!
//! A schedule there repeats each week at a fixed distance from UTC, and knows no exceptions. So the days of the calendar are gathered again: a
//! schedule holds for as long as a weekday has the same time each week, ends where a holiday or another exception comes between and where the
//! clocks change, and none reaches beyond the days that the tables have. What HSDS demands and nobody has said makes the whole part be left out.

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::DAYS;
use super::joined::DataRows;
use super::rows::{data_id, said, service_name};
use crate::base::marks;
use crate::model::calendar::Whose;
use crate::parse::centre::{Address, Centre, Service};
use crate::parse::files::{OperatorType, Status};
use crate::parse::values::{Interval, Phone, Text};
use crate::plan::scope::Scope;
use crate::plan::subject::Subject;

/// The counties, by the first figures of their municipalities' codes.
const COUNTIES: [(&str, &str); 21] = [
    ("01", "Stockholms län"),
    ("03", "Uppsala län"),
    ("04", "Södermanlands län"),
    ("05", "Östergötlands län"),
    ("06", "Jönköpings län"),
    ("07", "Kronobergs län"),
    ("08", "Kalmar län"),
    ("09", "Gotlands län"),
    ("10", "Blekinge län"),
    ("12", "Skåne län"),
    ("13", "Hallands län"),
    ("14", "Västra Götalands län"),
    ("17", "Värmlands län"),
    ("18", "Örebro län"),
    ("19", "Västmanlands län"),
    ("20", "Dalarnas län"),
    ("21", "Gävleborgs län"),
    ("22", "Västernorrlands län"),
    ("23", "Jämtlands län"),
    ("24", "Västerbottens län"),
    ("25", "Norrbottens län"),
];

/// The days of the week, as iCalendar has them.
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// A time that a weekday has each week.
struct WeeklyRun {
    first: Date,
    last: Date,
    interval: Interval,
    is_booked: bool,
    /// How many hours the clocks are ahead of UTC.
    offset: i8,
}

/// The services of all centres, one a row.
pub fn services(scope: &Scope<'_>) -> DataRows {
    let of = |subject: Subject<'_>| {
        let id = data_id(scope, subject.centre);
        let place = location(scope, subject, &id);
        let places = 0..subject.centre.services.len();
        places.map(|service| self::service(scope, subject, (&id, service), &place)).collect::<Vec<_>>()
    };
    DataRows::of_values(Subject::all(scope.section).flat_map(of))
}

fn service(
    scope: &Scope<'_>,
    subject: Subject<'_>,
    (centre_id, place): (&str, usize),
    location: &Value,
) -> Value {
    let centre = subject.centre;
    let Service { kind, operator, phone, url, .. } = &centre.services[place];
    let name = service_name(scope, centre, place);
    // A service keeps its id when others come before it in the file.
    let alike = centre.services[..place].iter().filter(|other| other.kind == *kind).count();
    let about = format!("{centre_id}:{}:{alike}", kind.key());
    let id = uuid(&about);
    let page = || format!("{}/{}", scope.section.base_url, scope.urls.centre(&centre.id));
    let mut one = Map::new();
    one.insert("id".into(), json!(id));
    one.insert("name".into(), json!(name));
    one.insert("status".into(), json!(status(centre.status)));
    one.insert("url".into(), json!(url.as_ref().map_or_else(page, ToString::to_string)));
    if let Some(day) = centre.reviewed.filter(|day| *day < Date::MAX) {
        one.insert("assured_date".into(), json!(day.to_string()));
    }
    let run_by = operator.as_ref().and_then(|operator| {
        let named = operator.name.as_ref().or_else(|| by_type(scope, operator.kind));
        let key = format!("operator_{}", word(operator.kind)?);
        Some((said(scope, named?), marks::without(scope.words.get(&key))))
    });
    if let Some((name, description)) = run_by {
        let organization =
            json!({"id": uuid(&format!("organisation:{name}")), "name": name, "description": description});
        one.insert("organization_id".into(), organization["id"].clone());
        one.insert("organization".into(), organization);
    }
    one.extend(phones(&about, phone.as_ref()));
    if subject.calendar.has_own(place) {
        one.extend(schedules(scope, (subject, Whose::Service(place)), &about));
    }
    let there = json!({"id": uuid(&format!("{about}:here")), "service_id": id, "location_id": location["id"], "location": location});
    one.insert("service_at_locations".into(), json!([there]));
    Value::Object(one)
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Planned => "inactive",
        Status::Open => "active",
        Status::TemporarilyClosed => "temporarily closed",
        Status::Closed => "defunct",
    }
}

/// The name of the municipality or the region, where it runs a service.
fn by_type<'a>(scope: &Scope<'a>, kind: OperatorType) -> Option<&'a Text> {
    match kind {
        OperatorType::Region => scope.section.config.as_deref()?.region.as_ref(),
        OperatorType::Municipality => Some(&scope.section.name),
        OperatorType::PrivateForRegion | OperatorType::Other => None,
    }
}

/// The end of the key of a word that says what a body does; none of one of which that is not known.
fn word(kind: OperatorType) -> Option<&'static str> {
    (kind != OperatorType::Other).then(|| kind.key())
}

fn location(scope: &Scope<'_>, subject: Subject<'_>, id: &str) -> Value {
    let centre: &Centre = subject.centre;
    let about = format!("{id}:place");
    let mut one = Map::new();
    one.insert("id".into(), json!(uuid(&about)));
    one.insert("location_type".into(), json!("physical"));
    one.insert("name".into(), json!(said(scope, &centre.name)));
    if let Some((latitude, longitude)) = centre.geo.map(|geo| geo.degrees()) {
        one.insert("latitude".into(), json!(latitude));
        one.insert("longitude".into(), json!(longitude));
    }
    if let Some(transit) = &centre.getting_there.transit {
        one.insert("transportation".into(), json!(said(scope, transit)));
    }
    if let Some(address) = centre.address.as_ref().and_then(|address| address_of(scope, address, &about)) {
        one.insert("addresses".into(), json!([address]));
    }
    one.extend(phones(&about, centre.phone.as_ref()));
    let language = |code: &String| json!({"id": uuid(&format!("{about}:{code}")), "code": code});
    if !centre.spoken_languages.is_empty() {
        let languages: Vec<Value> = centre.spoken_languages.iter().map(language).collect();
        one.insert("languages".into(), json!(languages));
    }
    one.extend(schedules(scope, (subject, Whose::Centre), &about));
    Value::Object(one)
}

/// An address; none where a part is not known that HSDS demands.
fn address_of(scope: &Scope<'_>, address: &Address, about: &str) -> Option<Value> {
    let code = &scope.section.config.as_deref()?.code;
    let (_, county) = COUNTIES.iter().find(|(start, _)| code.starts_with(start))?;
    let mut one = Map::new();
    one.insert("id".into(), json!(uuid(&format!("{about}:address"))));
    one.insert("address_1".into(), json!(address.street));
    if let Some(entrance) = &address.entrance {
        one.insert("address_2".into(), json!(said(scope, entrance)));
    }
    one.insert("city".into(), json!(address.city.as_ref()?));
    one.insert("state_province".into(), json!(county));
    one.insert("postal_code".into(), json!(address.postal_code.as_ref()?));
    one.insert("country".into(), json!("SE"));
    one.insert("address_type".into(), json!("physical"));
    Some(Value::Object(one))
}

fn phones(about: &str, phone: Option<&Phone>) -> Option<(String, Value)> {
    let number = phone?.international();
    Some(("phones".into(), json!([{"id": uuid(&format!("{about}:phone")), "number": number}])))
}

fn schedules(
    scope: &Scope<'_>,
    (subject, whose): (Subject<'_>, Whose),
    about: &str,
) -> Option<(String, Value)> {
    let written = |run: &WeeklyRun| {
        let day = WEEKDAYS[usize::from(run.first.weekday().to_monday_zero_offset().unsigned_abs())];
        let (from, to) = (run.interval.from.iso(), run.interval.to.iso());
        let (first, last) = (run.first.to_string(), run.last.to_string());
        let at = |time: &str| format!("{time}+{:02}:00", run.offset);
        let mut one = json!({
            "id": uuid(&format!("{about}:{first}:{from}")),
            "valid_from": first, "valid_to": last, "dtstart": first, "until": last,
            "freq": "WEEKLY", "interval": 1, "byday": day,
            "opens_at": at(&from), "closes_at": at(&to), "timezone": run.offset,
        });
        if run.is_booked {
            one["attending_type"] = json!(marks::without(scope.words.get("hours_booking")));
        }
        one
    };
    let all: Vec<Value> = runs(subject, whose).iter().map(written).collect();
    (!all.is_empty()).then(|| ("schedules".into(), json!(all)))
}

/// The times of the coming days, those of a weekday together for as many weeks as they are the same. What is not certain is left out.
fn runs(subject: Subject<'_>, whose: Whose) -> Vec<WeeklyRun> {
    let line = subject.calendar.hours(whose);
    let window = subject.calendar.window();
    let mut runs: Vec<WeeklyRun> = Vec::new();
    // Of each weekday those that were there the week before.
    let mut before: [Vec<usize>; 7] = Default::default();
    if !line.is_known() || subject.centre.status != Status::Open {
        return runs;
    }
    for index in (window.today()..window.length()).take(DAYS) {
        let (day, date) = (line.at(index), window.day(index));
        let weekday = &mut before[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())];
        let (is_booked, offset) = (day.state.key() == "booking", if is_summer(date) { 2 } else { 1 });
        let mut today = Vec::new();
        for interval in day.state.intervals().iter().filter(|_| !day.uncertain) {
            let is_same = |run: &WeeklyRun| {
                run.interval == *interval && run.is_booked == is_booked && run.offset == offset
            };
            let known = weekday.iter().copied().find(|known| is_same(&runs[*known]));
            let place = known.unwrap_or_else(|| {
                runs.push(WeeklyRun { first: date, last: date, interval: *interval, is_booked, offset });
                runs.len() - 1
            });
            runs[place].last = date;
            today.push(place);
        }
        *weekday = today;
    }
    runs
}

/// Is this a day of summer time? It is from the last Sunday of March until that of October, where days are open after the clocks change.
fn is_summer(date: Date) -> bool {
    let last_sunday = |month: i8| {
        let last = Date::new(date.year(), month, 31).ok()?;
        last.checked_sub(i64::from(last.weekday().to_sunday_zero_offset()).days()).ok()
    };
    let (begins, ends) = (last_sunday(3), last_sunday(10));
    begins.is_some_and(|begins| date >= begins) && ends.is_some_and(|ends| date < ends)
}

/// The id of a thing, which stays when the site moves to another address.
fn uuid(about: &str) -> String {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("urn:x-familjecentral:{about}").as_bytes()).to_string()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn summer_time_is_from_the_last_sunday_of_march_until_that_of_october() {
        for (day, is) in [
            (date(2026, 3, 28), false),
            (date(2026, 3, 29), true),
            (date(2026, 10, 24), true),
            (date(2026, 10, 25), false),
            (date(2027, 3, 27), false),
            (date(2027, 3, 28), true),
            (date(2027, 10, 30), true),
            (date(2027, 10, 31), false),
        ] {
            assert_eq!(is_summer(day), is, "{day}");
        }
    }
}
