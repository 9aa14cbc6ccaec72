//! The calendar of a centre: for each day of a window what holds, for the centre and each of its services, and what happens.
//!
//! Made once for a centre and build. All that says when something is open or happens reads it, and nothing else computes a day, so no two
//! places can say different things. Which rule wins, the weakest first: week, season, holiday policy, exception (the later in the file), status.
//! A day is a number into a short list of states, so that 400 days cost 400 numbers, and a centre of which nothing is said costs none.

mod almanac;
mod happening;
mod special;
mod timeline;

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

pub use almanac::Almanac;
pub use happening::Happening;
pub(crate) use happening::{Occurrence, falls_on};
pub use special::SpecialTimes;
use special::Specials;
pub(crate) use special::{HOLIDAY_HORIZON, SpecialDays};
pub(crate) use timeline::Timeline;
pub use timeline::{DayState, State, Why};

use crate::parse::centre::{Centre, Exception, Season};
use crate::parse::files::HolidayRule;
use crate::parse::municipality::Municipality;
use crate::parse::weeks::{Period, monday_of, without};
use timeline::{OpeningRules, compile, compile_phone};

/// How many days ahead of the day that the pages are made for a calendar reaches.
pub const HORIZON: i32 = 400;

/// How many days before that day's week it begins, in whole weeks: calendars on phones show what was there last month too.
const BACK: i32 = 35;

/// How many times of activities a calendar has: those of sixty a week. Each is an event in three files.
const MOST_TIMES: usize = 4000;

/// What holidays mean for hours.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct HolidayRules {
    /// Public holidays.
    pub public: HolidayRule,
    /// Eves.
    pub eves: HolidayRule,
}

impl HolidayRules {
    /// Those of a municipality; the usual ones where it says nothing.
    pub fn of(config: Option<&Municipality>) -> Self {
        Self {
            public: config.map_or(HolidayRule::Closed, |config| config.holidays.public),
            eves: config.map_or(HolidayRule::Warn, |config| config.holidays.eves),
        }
    }
}

/// The days of which a calendar knows: from a Monday five weeks before today's week on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Window {
    first: Date,
    today: usize,
    length: usize,
}

impl Window {
    /// The window of a day.
    pub fn of(now: Date) -> Self {
        let first = monday_of(now).checked_sub(BACK.days()).unwrap_or(now);
        let today = usize::try_from((now - first).get_days()).unwrap_or_default();
        let last = now.saturating_add(HORIZON.days());
        let length = usize::try_from((last - first).get_days()).unwrap_or_default() + 1;
        Self { first, today, length }
    }

    /// Its first day, a Monday.
    pub fn first(self) -> Date {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.day(self.length.saturating_sub(1))
    }

    /// The place of today.
    pub fn today(self) -> usize {
        self.today
    }

    /// How many days it has.
    pub fn length(self) -> usize {
        self.length
    }

    /// The place of a day.
    pub fn index(self, day: Date) -> Option<usize> {
        usize::try_from((day - self.first).get_days()).ok().filter(|index| *index < self.length)
    }

    /// The day at a place.
    pub fn day(self, index: usize) -> Date {
        self.first.saturating_add(i32::try_from(index).unwrap_or(i32::MAX).days())
    }

    /// The places of a period's days.
    pub fn range(self, period: Period) -> Range<usize> {
        let last = self.last();
        if period.to < self.first || period.from > last || period.to < period.from {
            return 0..0;
        }
        let from = self.index(period.from.max(self.first)).unwrap_or_default();
        let to = self.index(period.to.min(last)).unwrap_or_default();
        from..to + 1
    }
}

/// Whose hours.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Whose {
    /// The centre as a whole.
    Centre,
    /// The service at a place.
    Service(usize),
}

/// A centre's calendar.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Calendar {
    window: Window,
    centre: Timeline,
    /// Of each service; none where it has the centre's.
    services: Vec<Option<Timeline>>,
    phone: Option<Timeline>,
    service_phones: Vec<Option<Timeline>>,
    specials: Specials,
    occurrences: Vec<Occurrence>,
    /// How many there are, where they are more than a calendar has.
    overfull: Option<usize>,
    /// The places of each activity's own among them, in their order.
    by_activity: Vec<Vec<usize>>,
}

impl Calendar {
    /// Makes the calendar of a centre.
    pub fn of(centre: &Centre, almanac: &Almanac) -> Self {
        let services = 0..centre.services.len();
        let own = services.clone().map(|place| {
            let has_own = has_own_rules(centre, place);
            has_own.then(|| compile(&ground(centre, Whose::Service(place)), almanac))
        });
        let phones = services.map(|place| {
            let week = centre.services[place].phone_hours.as_ref()?;
            Some(compile_phone(week, &ground(centre, Whose::Service(place)), almanac))
        });
        let whole = ground(centre, Whose::Centre);
        let mut calendar = Self {
            window: almanac.window(),
            centre: compile(&whole, almanac),
            services: own.collect(),
            phone: centre.phone_hours.as_ref().map(|week| compile_phone(week, &whole, almanac)),
            service_phones: phones.collect(),
            specials: Specials::default(),
            occurrences: Vec::new(),
            overfull: None,
            by_activity: vec![Vec::new(); centre.activities.len()],
        };
        calendar.specials = Specials::of(&calendar, centre);
        calendar.occurrences = happening::occurrences(centre, &calendar);
        if calendar.occurrences.len() > MOST_TIMES {
            calendar.overfull = Some(calendar.occurrences.len());
            calendar.occurrences.truncate(MOST_TIMES);
        }
        for (place, one) in calendar.occurrences.iter().enumerate() {
            calendar.by_activity[one.activity].push(place);
        }
        calendar
    }

    /// The days of which it knows.
    pub fn window(&self) -> Window {
        self.window
    }

    /// How many times the activities have, and how many of them a calendar knows, where these are too many.
    pub fn overfull(&self) -> Option<(usize, usize)> {
        self.overfull.map(|number| (number, MOST_TIMES))
    }

    /// How many rows the days that are not as usual have, and how many a page has room for, where these are too many.
    pub fn overfull_specials(&self) -> Option<(usize, usize)> {
        self.specials.overfull()
    }

    /// The hours of the centre or of a service.
    pub fn hours(&self, whose: Whose) -> &Timeline {
        match whose {
            Whose::Centre => &self.centre,
            Whose::Service(place) => {
                self.services.get(place).and_then(Option::as_ref).unwrap_or(&self.centre)
            }
        }
    }

    /// Has a service hours or days that are not the centre's?
    pub fn has_own(&self, service: usize) -> bool {
        self.services.get(service).is_some_and(Option::is_some)
    }

    /// When somebody answers the phone of the centre or of a service; none where nothing is said.
    pub fn phone(&self, whose: Whose) -> Option<&Timeline> {
        match whose {
            Whose::Centre => self.phone.as_ref(),
            Whose::Service(place) => self.service_phones.get(place)?.as_ref(),
        }
    }

    /// What holds on a day of the window.
    pub fn on(&self, whose: Whose, day: Date) -> Option<&DayState> {
        self.window.index(day).map(|index| self.hours(whose).at(index))
    }

    /// The days of an activity, by its place in the file, in the order of time.
    pub fn days_of(&self, activity: usize) -> impl Iterator<Item = &Occurrence> {
        let places = self.by_activity.get(activity).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|place| self.occurrences.get(*place))
    }

    /// What happens from one day of the window to another, both included.
    pub fn happening(&self, from: Date, to: Date) -> &[Occurrence] {
        let start = self.occurrences.partition_point(|one| one.date < from);
        let end = self.occurrences.partition_point(|one| one.date <= to);
        self.occurrences.get(start..end).unwrap_or_default()
    }

    /// The coming days that are not as usual, for the centre or a service. The centre has those of single services too.
    pub fn specials(&self, whose: Whose) -> &[SpecialDays] {
        self.specials.whose(whose)
    }
}

/// Has a service a week, a season or an exception of its own?
fn has_own_rules(centre: &Centre, place: usize) -> bool {
    let service = &centre.services[place];
    service.hours.is_some()
        || !service.seasons.is_empty()
        || centre.seasons.iter().any(|season| season.services.contains(&place))
        || centre.exceptions.iter().any(|exception| exception.services.contains(&place))
}

/// Does what names these services hold for the centre, or for one of them?
pub(crate) fn concerns(services: &[usize], whose: Whose) -> bool {
    services.is_empty() || matches!(whose, Whose::Service(place) if services.contains(&place))
}

/// The times of the year with a week of their own, of the centre or a service, in the order of time: each with the days on which it holds,
/// since one that is stronger covers the others.
pub(crate) fn seasons(centre: &Centre, whose: Whose) -> Vec<(Period, &Season)> {
    let all = ground(centre, whose).seasons;
    let mut found = Vec::new();
    for (place, season) in all.iter().enumerate() {
        let mut left = vec![season.period];
        for later in all[place + 1..].iter().filter(|later| later.period.meets(season.period)) {
            left = without(&left, &[later.period]);
        }
        found.extend(left.into_iter().map(|period| (period, *season)));
    }
    found.sort_by_key(|(period, _)| *period);
    found
}

/// What is said of the centre or of a service.
fn ground(centre: &Centre, whose: Whose) -> OpeningRules<'_> {
    let (week, own): (_, &[Season]) = match whose {
        Whose::Centre => (centre.hours.as_ref(), &[]),
        Whose::Service(place) => {
            let service = &centre.services[place];
            (service.hours.as_ref().or(centre.hours.as_ref()), &service.seasons)
        }
    };
    let exceptions: Vec<(usize, &Exception)> =
        centre.exceptions.iter().enumerate().filter(|(_, one)| concerns(&one.services, whose)).collect();
    let shared = centre.seasons.iter().filter(|season| concerns(&season.services, whose));
    OpeningRules { week, seasons: shared.chain(own).collect(), exceptions, status: centre.status }
}
