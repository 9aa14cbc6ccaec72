//! Hours and activities as structured data.

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::model::calendar::{self, Happening, Occurrence, SpecialTimes, Whose, falls_on};
use crate::parse::activity::When;
use crate::parse::centre::{Activity, Cost};
use crate::parse::check::Week;
use crate::parse::repeat::Repeat;
use crate::parse::values::weekday_index;
use crate::plan::activities::coming_activities;
use crate::plan::scope::Scope;
use crate::plan::subject::Subject;

/// The names of the weekdays at schema.org, from Monday.
const SCHEMA_DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// How many of an activity's coming times are given one by one, where a week does not say them.
const TIMES: usize = 10;

/// The hours of the centre or of one of its services, with the coming days that are not as usual.
pub fn add_hours(scope: &Scope<'_>, subject: Subject<'_>, whose: Whose, office: &mut Map<String, Value>) {
    let centre = subject.centre;
    let week = match whose {
        Whose::Centre => centre.hours.as_ref(),
        Whose::Service(place) => centre.services[place].hours.as_ref(),
    };
    let Some(week) = week else { return };
    office.insert("openingHoursSpecification".into(), json!(week_hours(week, None)));
    let mut special = Vec::new();
    for (days, season) in calendar::seasons(centre, whose) {
        if days.to >= scope.regional.now {
            special.extend(week_hours(&season.week, Some((days.from, days.to))));
        }
    }
    for days in subject.calendar.specials(whose) {
        if !days.services.is_empty() || days.uncertain {
            continue;
        }
        let period = (days.from, days.to);
        match &days.times {
            SpecialTimes::Week(week) => special.extend(week_hours(week, Some(period))),
            SpecialTimes::Daily(state) => {
                if state.intervals().is_empty() {
                    special.push(Value::Object(specification(Some(period))));
                }
                for interval in state.intervals() {
                    let mut one = specification(Some(period));
                    one.insert("opens".into(), json!(interval.from.iso()));
                    one.insert("closes".into(), json!(interval.to.iso()));
                    special.push(Value::Object(one));
                }
            }
        }
    }
    if !special.is_empty() {
        office.insert("specialOpeningHoursSpecification".into(), json!(special));
    }
}

fn specification(period: Option<(Date, Date)>) -> Map<String, Value> {
    let mut one = Map::new();
    one.insert("@type".into(), json!("OpeningHoursSpecification"));
    if let Some((from, to)) = period {
        one.insert("validFrom".into(), json!(from.to_string()));
        one.insert("validThrough".into(), json!(to.to_string()));
    }
    one
}

/// A week, of a period where it is not the usual one: then the days that are closed are said too.
fn week_hours(week: &Week, period: Option<(Date, Date)>) -> Vec<Value> {
    let mut specifications = Vec::new();
    for (day, hours) in week.iter().enumerate() {
        if period.is_some() && hours.intervals().is_empty() {
            let mut one = specification(period);
            one.insert("dayOfWeek".into(), json!(SCHEMA_DAYS[day]));
            specifications.push(Value::Object(one));
        }
        for interval in hours.intervals() {
            let mut one = specification(period);
            one.insert("dayOfWeek".into(), json!(SCHEMA_DAYS[day]));
            one.insert("opens".into(), json!(interval.from.iso()));
            one.insert("closes".into(), json!(interval.to.iso()));
            specifications.push(Value::Object(one));
        }
    }
    specifications
}

/// The activities that are to come, as events. One of every week is a schedule; the others are given time by time, since no schedule says
/// even weeks or first Tuesdays. A coming time that is cancelled is an event that says so: one that is left out alone is one that never was.
pub fn events(scope: &Scope<'_>, subject: Subject<'_>, place: &str) -> Vec<Value> {
    let now = scope.regional.now;
    let mut all = Vec::new();
    for (index, activity) in coming_activities(subject.centre, now) {
        let own: Vec<&Occurrence> = subject.calendar.days_of(index).filter(|one| one.date >= now).collect();
        let given = |is_given: fn(&Happening) -> bool| {
            let given = own.iter().filter(move |one| is_given(&one.happening)).take(TIMES);
            given.map(|one| once(scope, activity, place, one))
        };
        if matches!(activity.when, When::Weekly { repeat: Repeat::EveryWeek, .. }) {
            all.push(Value::Object(scheduled(scope, subject, activity, (place, &own))));
            // The schedule leaves out the day that it was moved from.
            all.extend(given(|happening| matches!(happening, Happening::MovedFrom(..))));
        } else {
            all.extend(given(Happening::is_on));
        }
        all.extend(given(|happening| matches!(happening, Happening::Cancelled(_))));
    }
    all
}

/// One time of an activity.
fn once(scope: &Scope<'_>, activity: &Activity, place: &str, one: &Occurrence) -> Value {
    let mut event = event(scope, activity, place);
    event.insert("startDate".into(), json!(format!("{}T{}", one.date, one.interval.from.iso())));
    event.insert("endDate".into(), json!(format!("{}T{}", one.date, one.interval.to.iso())));
    if let Happening::MovedFrom(date, interval) = one.happening {
        event.insert("eventStatus".into(), json!("https://schema.org/EventRescheduled"));
        event.insert("previousStartDate".into(), json!(format!("{date}T{}", interval.from.iso())));
    }
    if matches!(one.happening, Happening::Cancelled(_)) {
        event.insert("eventStatus".into(), json!("https://schema.org/EventCancelled"));
    }
    Value::Object(event)
}

fn scheduled(
    scope: &Scope<'_>,
    subject: Subject<'_>,
    activity: &Activity,
    (place, own): (&str, &[&Occurrence]),
) -> Map<String, Value> {
    let days: Vec<String> = activity
        .weekdays()
        .iter()
        .map(|day| format!("https://schema.org/{}", SCHEMA_DAYS[weekday_index(*day)]))
        .collect();
    let mut schedule = Map::new();
    schedule.insert("@type".into(), json!("Schedule"));
    schedule.insert("byDay".into(), if let [one] = days.as_slice() { json!(one) } else { json!(days) });
    schedule.insert("repeatFrequency".into(), json!("P1W"));
    schedule.insert("startTime".into(), json!(activity.interval.from.iso()));
    schedule.insert("endTime".into(), json!(activity.interval.to.iso()));
    schedule.insert("scheduleTimezone".into(), json!("Europe/Stockholm"));
    if let Some(from) = activity.valid_from {
        schedule.insert("startDate".into(), json!(from.to_string()));
    }
    if let Some(to) = activity.valid_to {
        schedule.insert("endDate".into(), json!(to.to_string()));
    }
    // A planned centre has no days yet.
    let window = subject.calendar.window();
    let bare = Activity { except: Vec::new(), ..activity.clone() };
    let is_left_out = |day: &Date| {
        falls_on(&bare, *day) && !own.iter().any(|one| one.date == *day && one.happening == Happening::Takes)
    };
    if subject.calendar.window().length() > 0 && !own.is_empty() {
        // To its end, or as far as anything is known: a day that is not named is one on which it takes place.
        let last = activity.valid_to.unwrap_or(Date::MAX);
        let coming = (window.today()..window.length()).map(|index| window.day(index));
        let except: Vec<String> =
            coming.take_while(|day| *day <= last).filter(is_left_out).map(|day| day.to_string()).collect();
        if !except.is_empty() {
            schedule.insert("exceptDate".into(), json!(except));
        }
    }
    let mut event = event(scope, activity, place);
    event.insert("eventSchedule".into(), Value::Object(schedule));
    event
}

fn event(scope: &Scope<'_>, activity: &Activity, place: &str) -> Map<String, Value> {
    let mut event = Map::new();
    event.insert("@type".into(), json!("Event"));
    event.insert("name".into(), json!(scope.plain(&activity.title)));
    if let Some(description) = &activity.description {
        event.insert("description".into(), json!(scope.plain(description)));
    }
    event.insert("location".into(), json!({"@id": place}));
    if let Some(cost) = &activity.cost {
        event.insert("isAccessibleForFree".into(), json!(*cost == Cost::Free));
    }
    if let Some(language) = &activity.language {
        event.insert("inLanguage".into(), json!(language));
    }
    event
}
