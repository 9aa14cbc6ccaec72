//! A centre's programme as a year goes by: a term that ends with nothing after it, a planning day on a day when it is closed anyway, and
//! activities that do not say for which age they are.
//!
//! Each is told once for what one can mend in one go: twelve activities that end on the same day are one term.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;

use super::LintGround;
use crate::base::{At, Code, Diagnostic, Phrase, Seg, SourcePath, key};
use crate::model::calendar::{Almanac, Calendar, DayState, HolidayRules, Whose, Why};
use crate::model::{Folder, Sourced};
use crate::parse::centre::{Activity, Centre, Exception, Season, SpecialHours, When};
use crate::parse::check::Day;
use crate::parse::files::{Ages, Status};

/// How many days before a term ends one is reminded of the next.
const REMINDED: i32 = 14;

/// From so many activities on one chooses among them, and the age is what one chooses by.
const SEVERAL: usize = 2;

/// How many activities without an age are named.
const NAMED: usize = 3;

/// What a day is planned for without visitors, as people say it in Swedish and English.
const PLANNED: [&str; 10] = [
    "planering",
    "planing",
    "planning",
    "studiedag",
    "study day",
    "utbildning",
    "training",
    "kompetens",
    "personaldag",
    "arbetsplatsträff",
];

/// Looks at the centres of a folder that are open.
pub fn lint(folder: &Folder, ground: LintGround<'_>) -> Vec<Diagnostic> {
    let rules = HolidayRules::of(folder.config.as_ref().map(|config| &*config.value));
    let mut found = Vec::new();
    for source in folder.centres.iter().filter(|source| source.value.status == Status::Open) {
        let looked = LookedActivity { source, ground, rules };
        looked.terms(&mut found);
        looked.seasons(&mut found);
        looked.planning_days(&mut found);
        found.extend(looked.ages());
    }
    found
}

struct LookedActivity<'a> {
    source: &'a Sourced<Centre>,
    ground: LintGround<'a>,
    rules: HolidayRules,
}

impl<'a> LookedActivity<'a> {
    fn centre(&self) -> &'a Centre {
        &self.source.value
    }

    fn path(&self) -> &SourcePath {
        &self.source.path
    }

    fn fault(&self, code: Code, way: &[Seg]) -> Diagnostic {
        Diagnostic::new(code, self.path(), At::Value(way.to_vec()))
    }

    /// Is this a day that is soon, and not over?
    fn is_soon(&self, day: Date) -> bool {
        (self.ground.now..=self.ground.now.saturating_add(REMINDED.days())).contains(&day)
    }

    fn title(&self, activity: &'a Activity) -> &'a str {
        activity.title.in_language(self.ground.own, self.ground.own).0
    }

    /// The activities of a service that all end soon: when the last of them does, nothing is on.
    fn terms(&self, found: &mut Vec<Diagnostic>) {
        let mut by_service: BTreeMap<Option<usize>, Vec<(usize, &Activity)>> = BTreeMap::new();
        for (place, activity) in self.centre().activities.iter().enumerate() {
            by_service.entry(activity.service).or_default().push((place, activity));
        }
        for group in by_service.into_values() {
            // Days that are named one by one are no term: a puppet show is over when it is over.
            let weekly = |activity: &Activity| matches!(activity.when, When::Weekly { .. });
            let later = group.iter().any(|(_, one)| {
                one.last_day().is_none_or(|last| !self.is_soon(last) && last >= self.ground.now)
            });
            let ending = group
                .iter()
                .filter(|(_, one)| weekly(one) && one.valid_to.is_some_and(|last| self.is_soon(last)));
            let ending: Vec<&(usize, &Activity)> = ending.collect();
            // The one that ends last is the end of the term.
            let last = ending.iter().max_by_key(|(place, one)| (one.valid_to, std::cmp::Reverse(*place)));
            if let Some((place, activity)) = last.filter(|_| !later) {
                let way = [key("activities"), Seg::Index(*place), key("valid_to")];
                let diagnostic = self.fault(Code::TermEnds, &way).with("kind", "activities");
                let day = activity.valid_to.unwrap_or(self.ground.now);
                let diagnostic = diagnostic.with("title", self.title(activity));
                found.push(diagnostic.with("date", day).with("count", ending.len()));
            }
        }
    }

    /// Weeks of their own that end soon, after which no hours are known.
    fn seasons(&self, found: &mut Vec<Diagnostic>) {
        let centre = self.centre();
        self.season_ends(&centre.seasons, &[key("seasons")], centre.hours.is_some(), found);
        for (place, service) in centre.services.iter().enumerate() {
            let way = [key("services"), Seg::Index(place), key("seasons")];
            let is_known = service.hours.is_some() || centre.hours.is_some();
            self.season_ends(&service.seasons, &way, is_known, found);
        }
    }

    fn season_ends(&self, seasons: &[Season], way: &[Seg], is_known: bool, found: &mut Vec<Diagnostic>) {
        let last = seasons.iter().enumerate().max_by_key(|(_, season)| season.period.to);
        let Some((place, season)) = last.filter(|(_, season)| !is_known && self.is_soon(season.period.to))
        else {
            return;
        };
        let way: Vec<Seg> = way.iter().cloned().chain([Seg::Index(place), key("to")]).collect();
        let title =
            season.title.as_ref().map_or("", |title| title.in_language(self.ground.own, self.ground.own).0);
        let diagnostic = self.fault(Code::TermEnds, &way).with("kind", "season").with("title", title);
        found.push(diagnostic.with("date", season.period.to).with("count", 1));
    }

    /// Planning days on which it is closed anyway: one of the two dates is another.
    fn planning_days(&self, found: &mut Vec<Diagnostic>) {
        let centre = self.centre();
        let planned: Vec<(usize, &Exception)> =
            centre.exceptions.iter().enumerate().filter(|(_, one)| is_planned(one)).collect();
        if planned.is_empty() {
            return;
        }
        // What would hold if nobody had said anything.
        let without = Centre { exceptions: Vec::new(), ..centre.clone() };
        let calendar = Calendar::of(&without, &Almanac::of(self.ground.now, self.rules));
        for (place, one) in planned {
            let single =
                one.periods.iter().filter(|days| days.from == days.to && days.from >= self.ground.now);
            for day in single.map(|days| days.from) {
                let Some(state) = closed_anyway(&calendar, &without, one, day) else { continue };
                let way = [key("exceptions"), Seg::Index(place), key(one.said)];
                let holiday = match state.why {
                    Why::Holiday(holiday, _) => Some(holiday.key),
                    _ => None,
                };
                let diagnostic = self.fault(Code::PlanningDayOff, &way).with("date", day);
                let diagnostic = diagnostic.with("kind", if holiday.is_some() { "holiday" } else { "usual" });
                let reason = one.reason.as_ref();
                let reason = reason.map_or("", |text| text.in_language(self.ground.own, self.ground.own).0);
                let name = match holiday {
                    Some(key) => Phrase::new(key.replace('_', "-")),
                    None => {
                        Phrase::new(format!("field-{}", crate::parse::values::weekday_key(day.weekday())))
                    }
                };
                found.push(diagnostic.with("reason", reason).saying("name", name));
            }
        }
    }

    /// Coming activities that say neither an age nor whom they are for, where there are several to choose among.
    fn ages(&self) -> Option<Diagnostic> {
        let is_coming = |one: &Activity| one.last_day().is_none_or(|last| last >= self.ground.now);
        let is_for_all = |one: &Activity| one.ages == Ages::default() && one.audience.is_none();
        let coming = self.centre().activities.iter().enumerate().filter(|(_, one)| is_coming(one));
        let coming: Vec<(usize, &Activity)> = coming.collect();
        if coming.len() < SEVERAL {
            return None;
        }
        let all: Vec<(usize, &Activity)> = coming.into_iter().filter(|(_, one)| is_for_all(one)).collect();
        let (place, _) = all.first()?;
        let mut known = BTreeSet::new();
        let mut titles: Vec<&str> = all.iter().map(|(_, one)| self.title(one)).collect();
        titles.retain(|title| known.insert(*title));
        let more = titles.len().saturating_sub(NAMED);
        titles.truncate(NAMED);
        let way = [key("activities"), Seg::Index(*place), key("title")];
        let diagnostic = self.fault(Code::NoAges, &way).with("count", all.len());
        Some(diagnostic.with("titles", titles.join(", ")).with("more", more))
    }
}

/// Is it closed for a reason that belongs to a day of work?
fn is_planned(exception: &Exception) -> bool {
    let is_closed = matches!(&exception.hours, SpecialHours::Daily(Day::Closed));
    let says = |text: &str| {
        let text = text.to_lowercase();
        PLANNED.iter().any(|word| text.contains(word))
    };
    is_closed && exception.reason.as_ref().is_some_and(|reason| reason.each().any(|(_, text)| says(text)))
}

/// What closes all that an exception is for on a day, without it.
fn closed_anyway<'c>(
    calendar: &'c Calendar,
    centre: &Centre,
    exception: &Exception,
    day: Date,
) -> Option<&'c DayState> {
    let on = |whose: Whose| calendar.on(whose, day);
    if exception.services.is_empty()
        && let Some(state) = on(Whose::Centre).filter(|state| state.is_closed())
    {
        return Some(state);
    }
    // Of a house whose hours stand with its services nothing is known but through these.
    let has_hours = centre.hours.is_some() || !centre.seasons.is_empty();
    let services: Vec<usize> = match exception.services.as_slice() {
        [] if has_hours => return None,
        [] => (0..centre.services.len()).filter(|place| centre.services[*place].hours.is_some()).collect(),
        services => services.to_vec(),
    };
    let states: Option<Vec<&DayState>> =
        services.into_iter().map(|place| on(Whose::Service(place))).collect();
    let states = states?;
    states.iter().all(|state| state.is_closed()).then(|| states.first().copied()).flatten()
}
