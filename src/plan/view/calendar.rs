//! Hours and activities: what a centre's calendar says, in words.

use serde::Serialize;

use super::{DateView, LanguageView, LinkView, TextView};

/// Hours.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct HoursView {
    /// The usual week, from Monday; empty when it is not known.
    pub week: Vec<WeekdayView>,
    /// The same with equal days joined.
    pub runs: Vec<DaysView>,
    /// The day that the page is made for.
    pub today: Option<TodayView>,
    /// The next days on which it is open.
    pub openings: Vec<OpeningView>,
    /// The coming sixty days, for a script: see `state.js`.
    pub days: String,
    /// Times of the year with a week of their own that are not over.
    pub seasons: Vec<SeasonView>,
    /// Days that are not as usual, of the coming eight weeks.
    pub exceptions: Vec<SpecialView>,
    /// Those after them.
    pub later: Vec<SpecialView>,
}

/// A weekday.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct WeekdayView {
    /// `monday`.
    pub day: &'static str,
    /// `måndag`.
    pub name: String,
    /// `09.00–12.00`; none when closed.
    pub times: Vec<String>,
    /// Is it by appointment alone?
    pub booking: bool,
    /// Is it today's weekday? Then the times are those of today.
    pub today: bool,
}

/// Today's hours.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct TodayView {
    /// The day.
    pub date: DateView,
    /// `open`, `booking` or `closed`.
    pub state: &'static str,
    /// When it is open.
    pub times: Vec<String>,
    /// Is it closed?
    pub closed: bool,
    /// Is it by appointment alone?
    pub booking: bool,
    /// Why it is not as usual.
    pub reason: Option<TextView>,
    /// Nobody has said whether these hours hold.
    pub uncertain: bool,
}

/// A day on which it is open.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct OpeningView {
    /// The day.
    pub date: DateView,
    /// `måndag 30 november`, with its year where that is not the page's.
    pub day: String,
    /// When it opens; none where that is not said.
    pub opens: Option<String>,
    /// When it is open.
    pub times: Vec<String>,
    /// Is it by appointment alone?
    pub booking: bool,
}

/// What holds on the day of the page, for the centre or a service.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct StateView {
    /// The coming sixty days, for a script: see `state.js`.
    pub days: String,
    /// The service; none for the centre as a whole.
    pub service: Option<TextView>,
    /// The day.
    pub today: TodayView,
    /// The next days on which it is open.
    pub openings: Vec<OpeningView>,
}

/// Weekdays with the same hours.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct DaysView {
    /// `måndag–torsdag`.
    pub days: String,
    /// `09.00–12.00`; none when closed.
    pub times: Vec<String>,
    /// Is it by appointment alone?
    pub booking: bool,
}

/// A time of the year with a week of its own.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct SeasonView {
    /// What it is called.
    pub title: Option<TextView>,
    /// The period in words.
    pub date: String,
    /// The first day.
    pub from: DateView,
    /// The last day.
    pub to: DateView,
    /// Has it begun, or does it soon?
    pub near: bool,
    /// Its week.
    pub days: Vec<DaysView>,
}

/// When somebody answers the phone.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct PhoneHoursView {
    /// The days of the usual week on which somebody answers.
    pub days: Vec<DaysView>,
    /// The day that the page is made for, where it is not as usual.
    pub today: Option<TodayView>,
}

/// Days that are not as usual.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct SpecialView {
    /// The day or period in words.
    pub date: String,
    /// The first day.
    pub from: DateView,
    /// The last day.
    pub to: DateView,
    /// When it is open.
    pub times: Vec<String>,
    /// Is it closed?
    pub closed: bool,
    /// Is it by appointment alone?
    pub booking: bool,
    /// The hours by weekday, where they are not the same on each day.
    pub days: Vec<DaysView>,
    /// Why.
    pub reason: Option<TextView>,
    /// Which services; all when empty.
    pub services: Vec<TextView>,
    /// Is it a holiday by rule?
    pub holiday: bool,
    /// Nobody has said whether these hours hold.
    pub uncertain: bool,
}

/// A day on which something happens.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct DayView {
    /// The day.
    pub date: DateView,
    /// `måndag 30 november`, with its year where that is not the page's.
    pub day: String,
    /// Is it the day that the page is made for?
    pub today: bool,
    /// What happens, in the order of time.
    pub items: Vec<HappeningView>,
}

/// An activity on a day.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct HappeningView {
    /// The activity's id.
    pub id: String,
    /// What it is called.
    pub title: TextView,
    /// `10.00–10.30`.
    pub times: String,
    /// `on`, `cancelled`, `moved` (it was to be here) or `instead` (it is here in place of another time).
    pub state: &'static str,
    /// Why it is cancelled.
    pub reason: Option<TextView>,
    /// Where it was moved to, or from: the day and the times.
    pub other: Option<OtherTimeView>,
    /// For whom, in words.
    pub ages: Option<String>,
    /// Does one need to book?
    pub access: Option<&'static str>,
    /// Are all places taken?
    pub full: bool,
    /// Is it too late to sign up?
    pub closed: bool,
    /// Where in the house.
    pub place: Option<TextView>,
    /// Nobody has said whether its service is open then.
    pub uncertain: bool,
}

/// A day on which something happens in a municipality.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct AgendaDayView {
    /// The day.
    pub date: DateView,
    /// `måndag 30 november`, with its year where that is not the page's.
    pub day: String,
    /// What happens, in the order of time.
    pub items: Vec<AgendaItemView>,
}

/// An activity of one of a municipality's centres on a day.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct AgendaItemView {
    /// The activity on that day.
    pub item: HappeningView,
    /// The centre.
    pub centre: TextView,
    /// The centre's id.
    pub centre_id: String,
    /// The centre's page, seen from the site's folder.
    pub centre_url: String,
    /// Can one come without booking?
    pub drop_in: bool,
    /// Does it cost nothing?
    pub free: bool,
    /// What it costs.
    pub cost: Option<TextView>,
    /// Whom it is for, beside the age.
    pub audience: Option<TextView>,
    /// In which language.
    pub language: Option<LanguageView>,
    /// From which age, in months.
    pub min: Option<u16>,
    /// Up to which age, in months.
    pub max: Option<u16>,
}

/// Days on which a centre is closed, on a page of days.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct AgendaClosedView {
    /// The centre.
    pub centre: TextView,
    /// Its page, seen from the site's folder.
    pub centre_url: String,
    /// The days, and why.
    pub special: SpecialView,
}

/// A week that has a page of its own.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct AgendaWeekView {
    /// Its number.
    pub number: String,
    /// Its page, seen from the site's folder.
    pub url: String,
    /// Is it this page's?
    pub is_this: bool,
}

/// Another time.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct OtherTimeView {
    /// The day.
    pub date: DateView,
    /// `13.00–13.30`.
    pub times: String,
}

/// What happens at a centre.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct ActivityView {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: TextView,
    /// The calendar that a phone can subscribe to, seen from the site's folder.
    pub calendar_url: String,
    /// More about it.
    pub description: Option<TextView>,
    /// `tuesday`; the first of several, empty where it is on single days.
    pub day: &'static str,
    /// `tisdag`, `måndag och onsdag`; empty where it is on single days.
    pub day_name: String,
    /// In which weeks, in words; none when it is every week.
    pub repeat: Option<String>,
    /// The coming days, where it is on single days.
    pub dates: Vec<DateView>,
    /// `10.00–10.30`.
    pub times: String,
    /// When it is: `från 1 september 2026`, `till 15 december 2026`, both.
    pub term: Option<String>,
    /// For whom, in words.
    pub ages: Option<String>,
    /// Whom it is for, beside the age.
    pub audience: Option<TextView>,
    /// Does one need to book?
    pub access: Option<&'static str>,
    /// How to sign up.
    pub registration: Option<RegistrationView>,
    /// Does it cost nothing?
    pub free: bool,
    /// What it costs.
    pub cost: Option<TextView>,
    /// Where in the house.
    pub place: Option<TextView>,
    /// In which language.
    pub language: Option<LanguageView>,
    /// When it is not, of the coming eight weeks.
    pub changes: Vec<ChangeView>,
    /// The first day.
    pub valid_from: Option<DateView>,
    /// The last day.
    pub valid_to: Option<DateView>,
}

/// How to sign up.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct RegistrationView {
    /// A form.
    pub link: Option<LinkView>,
    /// Phone.
    pub phone: Option<LinkView>,
    /// Mail.
    pub email: Option<LinkView>,
    /// The first day, where it is still to come.
    pub opens: Option<DateView>,
    /// The last day.
    pub closes: Option<DateView>,
    /// Has it closed?
    pub closed: bool,
    /// Are all places taken?
    pub full: bool,
}

/// A day on which an activity is not as usual.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct ChangeView {
    /// The day on which it was to be.
    pub date: DateView,
    /// `cancelled` or `moved`.
    pub state: &'static str,
    /// Why it is cancelled.
    pub reason: Option<TextView>,
    /// When it is instead.
    pub other: Option<OtherTimeView>,
}
