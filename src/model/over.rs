//! Hours of the whole centre that hold for a service with hours of its own too: a summer's week that nobody meant for the midwife.
//!
//! That they do is the rule, and most often right: so it is told only where the service would be open when it never is.

use jiff::civil::Date;

use super::{Section, Sourced, name_of};
use crate::base::{At, Code, Diagnostic, Seg};
use crate::model::holidays::days_from;
use crate::parse::centre::{Centre, Exception, Season, Service};
use crate::parse::hours::{Day, Week};
use crate::parse::values::{Interval, weekday_index};

/// So many days of a period are looked at: by then each weekday has come many times.
const LOOKED: i32 = 56;

/// Looks at the centres of a municipality.
pub fn check(section: &Section, now: Date, found: &mut Vec<Diagnostic>) {
    for source in &section.centres {
        let with_own: Vec<OwnHours<'_>> = own_hours(&source.value).collect();
        if with_own.is_empty() {
            continue;
        }
        let centre = &source.value;
        for (index, season) in centre.seasons.iter().enumerate().filter(|(_, season)| season.period.to >= now)
        {
            let met = with_own.iter().filter(|own| of_season(centre, season, own));
            let named = names(section, centre, met);
            found.extend(tell(source, ("seasons", index), "season", named));
        }
        for (index, exception) in centre.exceptions.iter().enumerate().filter(|(_, one)| one.last() >= now) {
            let later = centre.exceptions.get(index + 1..).unwrap_or_default();
            let met = with_own.iter().filter(|own| of_exception(exception, later, own, now));
            let named = names(section, centre, met);
            found.extend(tell(source, ("exceptions", index), "exception", named));
        }
    }
}

/// A service that has hours of its own.
struct OwnHours<'a> {
    place: usize,
    service: &'a Service,
    week: &'a Week,
}

fn own_hours(centre: &Centre) -> impl Iterator<Item = OwnHours<'_>> {
    let services = centre.services.iter().enumerate();
    services.filter_map(|(place, service)| Some(OwnHours { place, service, week: service.hours.as_ref()? }))
}

/// Is a service open in a season of the whole centre when it never is, with no season of its own then?
fn of_season(centre: &Centre, season: &Season, own: &OwnHours<'_>) -> bool {
    let meets = |other: &Season| other.period.meets(season.period);
    let of_its_own = own.service.seasons.iter().any(meets)
        || centre.seasons.iter().any(|other| other.services.contains(&own.place) && meets(other));
    season.services.is_empty()
        && !of_its_own
        && season.week.iter().zip(own.week).any(|(day, own)| !is_within(day, own))
}

/// The same on the days of an exception, where none that follows is for the service.
fn of_exception(exception: &Exception, later: &[Exception], own: &OwnHours<'_>, now: Date) -> bool {
    if !exception.services.is_empty() {
        return false;
    }
    let later: Vec<&Exception> = later.iter().filter(|other| other.services.contains(&own.place)).collect();
    let coming = exception.periods.iter().filter(|period| period.to >= now);
    coming.take(LOOKED.unsigned_abs() as usize).any(|period| {
        let days = (period.to - period.from).get_days().min(LOOKED);
        days_from(period.from, days + 1).any(|day| {
            let weekday = weekday_index(day.weekday());
            let is_met = !is_within(exception.hours.on(weekday), &own.week[weekday % 7]);
            is_met && day >= now && !later.iter().any(|other| other.has(day))
        })
    })
}

/// Are these hours no others than those that a service has anyway, or fewer?
fn is_within(day: &Day, own: &Day) -> bool {
    match (day, own) {
        (Day::Open(times), Day::Open(own)) => is_covered(times, own),
        // One that is always closed, or that one comes to by appointment alone.
        (Day::Open(_), _) => false,
        _ => true,
    }
}

fn is_covered(times: &[Interval], own: &[Interval]) -> bool {
    times.iter().all(|time| own.iter().any(|own| own.from <= time.from && time.to <= own.to))
}

fn names<'a>(section: &Section, centre: &Centre, met: impl Iterator<Item = &'a OwnHours<'a>>) -> Vec<String> {
    let mut names: Vec<String> = met.map(|own| name_of(own.service, centre, section.own())).collect();
    names.dedup();
    names
}

fn tell(
    source: &Sourced<Centre>,
    (list, index): (&str, usize),
    kind: &str,
    named: Vec<String>,
) -> Option<Diagnostic> {
    let at = At::Value(vec![Seg::Key(list.to_string()), Seg::Index(index), Seg::Key("hours".to_string())]);
    let diagnostic = Diagnostic::new(Code::HoursOverOwn, &source.path, at).with("kind", kind);
    (!named.is_empty()).then(|| diagnostic.with("services", named.join(", ")))
}
