//! A centre's poster: its hours and its week on a sheet of paper.

use serde::Serialize;

use super::{
    ActivityView, DateView, DaysView, HappeningView, LinkView, PhoneHoursView, SpecialView, TextView,
};

/// What a poster says beside the centre's box.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct PosterView {
    /// `grand`, `roomy`, `usual`, `dense` or `tiny`: how much there is to say, and so how big it can be said.
    pub size: &'static str,
    /// When the centre is open.
    pub hours: Vec<PosterHoursView>,
    /// When somebody answers its phone.
    pub phone_hours: Option<PhoneHoursView>,
    /// What one can get there.
    pub services: Vec<PosterServiceView>,
    /// What happens there, by weekday.
    pub days: Vec<PosterDayView>,
    /// What is not as usual on the coming days.
    pub changes: Vec<PosterChangeView>,
    /// The last of those days.
    pub until: DateView,
    /// The day that it was made for.
    pub made: DateView,
    /// The centre's page, seen from the site's folder.
    pub page_url: String,
    /// The same as one types it: without `https://`.
    pub address: String,
}

/// A week of hours: the usual one, or that of a time of the year.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct PosterHoursView {
    /// What the time of the year is called.
    pub title: Option<TextView>,
    /// The time of the year in words; none of the usual week.
    pub period: Option<String>,
    /// Its days.
    pub days: Vec<DaysView>,
}

/// A service on a poster.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct PosterServiceView {
    /// Its kind.
    pub kind: &'static str,
    /// Its own name.
    pub name: Option<TextView>,
    /// Does one need to book?
    pub access: Option<&'static str>,
    /// Phone.
    pub phone: Option<LinkView>,
    /// When somebody answers its phone.
    pub phone_hours: Option<PhoneHoursView>,
    /// Its own hours.
    pub hours: Vec<PosterHoursView>,
}

/// What is on a weekday.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct PosterDayView {
    /// `måndag`; empty of what is on single days.
    pub day: String,
    /// What there is, by time.
    pub items: Vec<ActivityView>,
}

/// What is not as usual: days of the centre or its services, or an activity on a day.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct PosterChangeView {
    /// The day or period in words.
    pub date: String,
    /// The first day.
    pub from: DateView,
    /// Days with other hours.
    pub special: Option<SpecialView>,
    /// An activity that is cancelled or moved.
    pub item: Option<HappeningView>,
}
