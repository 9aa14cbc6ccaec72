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
use crate::parse::weeks::{Period, merged, without};

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
        for (index, met) in of_exceptions(&centre.exceptions, &with_own, now).into_iter().enumerate() {
            let named = names(section, centre, met.into_iter());
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

/// Of each exception the services of which the same is true on one of its coming days, where none that follows is for the service.
///
/// A file may have many services and many exceptions of many days each. So the days of the later ones are put together once for each service,
/// from the last exception to the first, and no day is looked at for each of them.
fn of_exceptions<'a>(
    exceptions: &[Exception],
    with_own: &'a [OwnHours<'a>],
    now: Date,
) -> Vec<Vec<&'a OwnHours<'a>>> {
    let coming: Vec<Vec<Period>> = exceptions.iter().map(|one| coming_days(one, now)).collect();
    let mut met = vec![Vec::new(); exceptions.len()];
    for own in with_own {
        let mut later: Vec<Period> = Vec::new();
        for (place, exception) in exceptions.iter().enumerate().rev() {
            if exception.services.contains(&own.place) {
                later.extend_from_slice(&coming[place]);
                later = merged(&later);
            } else if exception.services.is_empty() && opens(exception, own, &coming[place], &later) {
                met[place].push(own);
            }
        }
    }
    met
}

fn coming_days(exception: &Exception, now: Date) -> Vec<Period> {
    let days = exception.days.iter().filter(|period| period.to >= now);
    days.map(|period| Period { from: period.from.max(now), ..*period }).collect()
}

/// Does an exception open a service when it never is, on one of these days without the later ones?
fn opens(exception: &Exception, own: &OwnHours<'_>, days: &[Period], later: &[Period]) -> bool {
    let met: [bool; 7] =
        std::array::from_fn(|weekday| !is_within(exception.hours.on(weekday), &own.week[weekday]));
    let is_met = |period: &Period| {
        // Each weekday comes in a week.
        let count = (period.to - period.from).get_days().min(6) + 1;
        days_from(period.from, count).any(|day| met[weekday_index(day.weekday()) % 7])
    };
    met.contains(&true) && without(days, later).iter().any(is_met)
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
