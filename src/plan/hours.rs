//! Hours in words: what holds on the day of the page, the usual week, and the days that are not as usual.
//!
//! Every line that is true on the day of the page alone names that day, so that no page says anything false on a later one.

use jiff::ToSpan;

use super::scope::Scope;
use super::subject::Subject;
use super::{
    DaysView, HoursView, OpeningView, PhoneHoursView, SeasonView, SpecialView, StateView, TextView,
    TodayView, WeekdayView,
};
use crate::model::calendar::{self, DayState, SpecialDays, SpecialTimes, State, Timeline, Whose, Why};
use crate::parse::centre::Season;
use crate::parse::check::{Day, Week};
use crate::parse::files::Status;
use crate::parse::values::{WEEKDAYS, weekday_index};
use crate::parse::weeks::Period;
use crate::theme::DAYS;

/// How many coming openings are named.
const OPENINGS: usize = 3;

/// How many days ahead days that are not as usual are told of at once.
pub const ANNOUNCED: i32 = 21;

/// So near an exception of a service has the service's state said beside the house's, today included.
const SOON: usize = 7;

/// How many days ahead they stand in the table.
const IN_TABLE: i32 = 8 * 7;

/// How many days a script knows, today included.
const KNOWN: usize = 60;

/// The coming days for a script, in as few characters as they take: a day ends with `;`, and is `c` where it is closed, `u` where nobody has
/// said, `b` where it is by appointment, or its intervals in minutes: `540-720,780-960`.
fn coming_days(subject: Subject<'_>, line: &Timeline) -> String {
    let window = subject.calendar.window();
    let mut out = String::new();
    for index in window.today()..(window.today() + KNOWN).min(window.length()) {
        let day = line.at(index);
        match &day.state {
            _ if day.uncertain => out.push('u'),
            State::Unknown => out.push('u'),
            State::Closed => out.push('c'),
            State::Booking(_) => out.push('b'),
            State::Open(intervals) => {
                let written = intervals.iter().map(|one| format!("{}-{}", one.from.0, one.to.0));
                out.push_str(&written.collect::<Vec<_>>().join(","));
            }
        }
        out.push(';');
    }
    out
}

/// What holds today: of the centre, or where nothing is said of it, of each service that has hours of its own.
pub fn states(scope: &Scope<'_>, subject: Subject<'_>) -> Vec<StateView> {
    if subject.centre.status != Status::Open {
        return Vec::new();
    }
    let state = |whose: Whose, service: Option<TextView>| {
        let line = subject.calendar.hours(whose);
        let today = today(scope, subject, line)?;
        let days = coming_days(subject, line);
        Some(StateView { service, today, openings: openings(scope, subject, line), days })
    };
    let whole = state(Whose::Centre, None);
    let is_known = whole.is_some();
    let own = (0..subject.centre.services.len())
        .filter(|place| subject.calendar.has_own(*place) && (!is_known || differs_soon(subject, *place)));
    let own = own.filter_map(|place| state(Whose::Service(place), Some(service_name(scope, subject, place))));
    whole.into_iter().chain(own).collect()
}

/// Is a service open or closed by an exception of its own today or on the coming days? Then the state of the house does not say it all.
fn differs_soon(subject: Subject<'_>, service: usize) -> bool {
    let line = subject.calendar.hours(Whose::Service(service));
    let window = subject.calendar.window();
    let is_own = |index: usize| match line.at(index).why {
        Why::Exception(place) => !subject.centre.exceptions[place].services.is_empty(),
        _ => false,
    };
    (window.today()..window.length()).take(SOON).any(is_own)
}

/// The coming days that are not as usual and near, and not today's: those a state line tells.
pub fn announced(scope: &Scope<'_>, subject: Subject<'_>) -> Vec<SpecialView> {
    if subject.centre.status != Status::Open {
        return Vec::new();
    }
    let now = scope.regional.now;
    let soon = now.saturating_add(ANNOUNCED.days());
    let all = subject.calendar.specials(Whose::Centre);
    let near = all.iter().filter(|days| days.from <= soon);
    near.map(|days| special_view(scope, subject, days)).collect()
}

/// The hours of the centre or of one of its services. A centre that is not open has no hours today, and one that is closed none at all: a
/// parent who reads them would come.
pub fn hours_view(scope: &Scope<'_>, subject: Subject<'_>, whose: Whose) -> Option<HoursView> {
    let centre = subject.centre;
    let week = match whose {
        Whose::Centre => centre.hours.as_ref(),
        Whose::Service(place) => centre.services[place].hours.as_ref().or(centre.hours.as_ref()),
    };
    if centre.status.is_closed() {
        return None;
    }
    let line = subject.calendar.hours(whose);
    let special = subject.calendar.specials(whose);
    let seasons = seasons(scope, subject, whose);
    if week.is_none() && special.is_empty() && seasons.is_empty() {
        return None;
    }
    let today = if centre.status == Status::Open { today(scope, subject, line) } else { None };
    let openings = if today.is_some() { openings(scope, subject, line) } else { Vec::new() };
    let far = scope.regional.now.saturating_add(IN_TABLE.days());
    let (near, later): (Vec<&SpecialDays>, Vec<&SpecialDays>) =
        special.iter().filter(|days| !is_of_house(subject, whose, days)).partition(|days| days.from <= far);
    let views = |all: Vec<&SpecialDays>| -> Vec<SpecialView> {
        all.into_iter().map(|days| special_view(scope, subject, days)).collect()
    };
    let runs = week.map(|week| self::days(scope, week)).unwrap_or_default();
    let week = week.map(|week| weekdays(scope, week, today.as_ref())).unwrap_or_default();
    let days = if today.is_some() { coming_days(subject, line) } else { String::new() };
    Some(HoursView {
        week,
        runs,
        today,
        openings,
        days,
        seasons,
        exceptions: views(near),
        later: views(later),
    })
}

/// Do the same days stand among those of the whole house? Then a service need not say them again.
fn is_of_house(subject: Subject<'_>, whose: Whose, days: &SpecialDays) -> bool {
    let SpecialDays { from, to, times, uncertain, exception, holiday, services: _ } = days;
    let is_same = |of_house: &SpecialDays| {
        of_house.services.is_empty()
            && (of_house.from, of_house.to, of_house.uncertain) == (*from, *to, *uncertain)
            && (&of_house.times, &of_house.exception, &of_house.holiday) == (times, exception, holiday)
    };
    !matches!(whose, Whose::Centre) && subject.calendar.specials(Whose::Centre).iter().any(is_same)
}

/// The usual week. The row of today says what holds today.
fn weekdays(scope: &Scope<'_>, week: &Week, today: Option<&TodayView>) -> Vec<WeekdayView> {
    let now = weekday_index(scope.regional.now.weekday());
    let day = |(index, day): (usize, &Day)| {
        let of_today = today.filter(|_| index == now);
        WeekdayView {
            day: WEEKDAYS[index],
            name: scope.words.get(DAYS[index]).to_string(),
            times: of_today.map_or_else(|| scope.times(day.intervals()), |today| today.times.clone()),
            booking: of_today.map_or(day.is_booking(), |today| today.booking),
            today: index == now,
        }
    };
    week.iter().enumerate().map(day).collect()
}

/// When somebody answers the phone.
pub fn phone_view(scope: &Scope<'_>, subject: Subject<'_>, whose: Whose) -> Option<PhoneHoursView> {
    let centre = subject.centre;
    let week = match whose {
        Whose::Centre => centre.phone_hours.as_ref(),
        Whose::Service(place) => centre.services[place].phone_hours.as_ref(),
    }?;
    let line = subject.calendar.phone(whose)?;
    let is_usual = line.at(subject.calendar.window().today()).why == Why::Usual;
    let today = if is_usual { None } else { today(scope, subject, line) };
    let mut days = days(scope, week);
    // When nobody answers goes without saying.
    days.retain(|day| day.booking || !day.times.is_empty());
    (!centre.status.is_closed()).then_some(PhoneHoursView { days, today })
}

/// What holds today, where anything is said of it.
fn today(scope: &Scope<'_>, subject: Subject<'_>, line: &Timeline) -> Option<TodayView> {
    let day = line.at(subject.calendar.window().today());
    (day.state != State::Unknown).then(|| TodayView {
        date: scope.date(scope.regional.now),
        state: day.state.key(),
        times: scope.times(day.state.intervals()),
        closed: day.is_closed(),
        booking: matches!(day.state, State::Booking(_)),
        reason: reason(scope, subject, day),
        uncertain: day.uncertain,
    })
}

/// The next days on which it is open; where it never is, those on which somebody is there by appointment.
fn openings(scope: &Scope<'_>, subject: Subject<'_>, line: &Timeline) -> Vec<OpeningView> {
    let window = subject.calendar.window();
    let coming = || (window.today() + 1..window.length()).filter(|index| !line.at(*index).uncertain);
    let is_open = |index: &usize| matches!(line.at(*index).state, State::Open(_));
    let is_booking = |index: &usize| matches!(line.at(*index).state, State::Booking(_));
    let view = |index: usize| {
        let state = &line.at(index).state;
        let date = scope.date(window.day(index));
        OpeningView {
            day: date.day_near.clone(),
            date,
            opens: state.intervals().first().map(|first| scope.words.clock(first.from)),
            times: scope.times(state.intervals()),
            booking: matches!(state, State::Booking(_)),
        }
    };
    let open: Vec<OpeningView> = coming().filter(is_open).take(OPENINGS).map(view).collect();
    if open.is_empty() { coming().filter(is_booking).take(OPENINGS).map(view).collect() } else { open }
}

/// Why a day is not as usual.
fn reason(scope: &Scope<'_>, subject: Subject<'_>, day: &DayState) -> Option<TextView> {
    match &day.why {
        Why::Usual | Why::Status(_) => None,
        Why::Season(title) => scope.optional(title.as_ref()),
        Why::Exception(place) => scope.optional(subject.centre.exceptions[*place].reason.as_ref()),
        Why::Holiday(holiday, _) => {
            Some(TextView { text: scope.words.get(holiday.key).to_string(), ..TextView::default() })
        }
    }
}

/// The seasons that are not over, of the centre or of a service.
fn seasons(scope: &Scope<'_>, subject: Subject<'_>, whose: Whose) -> Vec<SeasonView> {
    let view = |(days, season): (Period, &Season)| {
        let (from, to) = (scope.date(days.from), scope.date(days.to));
        SeasonView {
            title: scope.optional(season.title.as_ref()),
            date: scope.period(days.from, days.to),
            from,
            to,
            near: days.from <= scope.regional.now.saturating_add(ANNOUNCED.days()),
            days: self::days(scope, &season.week),
        }
    };
    let all = calendar::seasons(subject.centre, whose).into_iter();
    all.filter(|(days, _)| days.to >= scope.regional.now).map(view).collect()
}

/// A week with the days of the same hours that follow each other in one.
pub fn days(scope: &Scope<'_>, week: &Week) -> Vec<DaysView> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (index, day) in week.iter().enumerate() {
        match runs.last_mut() {
            Some((first, last)) if week[*first] == *day => *last = index,
            _ => runs.push((index, index)),
        }
    }
    let view = |(first, last): (usize, usize)| DaysView {
        days: scope.words.days(first, last),
        times: scope.times(week[first].intervals()),
        booking: week[first].is_booking(),
    };
    runs.into_iter().map(view).collect()
}

/// The name of a service: its own, or that of its kind.
pub fn service_name(scope: &Scope<'_>, subject: Subject<'_>, place: usize) -> TextView {
    let service = &subject.centre.services[place];
    let word = || TextView {
        text: scope.words.get(&format!("service_{}", service.kind.key())).to_string(),
        ..TextView::default()
    };
    service.name.as_ref().map_or_else(word, |name| scope.text(name))
}

/// Days that are not as usual in words.
pub fn special_view(scope: &Scope<'_>, subject: Subject<'_>, special: &SpecialDays) -> SpecialView {
    let (from, to) = (scope.date(special.from), scope.date(special.to));
    let (state, by_day) = match &special.times {
        SpecialTimes::Daily(state) => (state.clone(), Vec::new()),
        SpecialTimes::Week(week) => (State::Unknown, days(scope, week)),
    };
    let of_exception = || {
        let place = special.exception?;
        scope.optional(subject.centre.exceptions[place].reason.as_ref())
    };
    let of_holiday = || {
        let holiday = special.holiday?;
        Some(TextView { text: scope.words.get(holiday.key).to_string(), ..TextView::default() })
    };
    SpecialView {
        date: scope.period(special.from, special.to),
        times: scope.times(state.intervals()),
        closed: state == State::Closed,
        booking: matches!(state, State::Booking(_)),
        days: by_day,
        reason: of_exception().or_else(of_holiday),
        services: special.services.iter().map(|place| service_name(scope, subject, *place)).collect(),
        holiday: special.holiday.is_some(),
        uncertain: special.uncertain,
        from,
        to,
    }
}
