//! Seasons: times of the year with a week of their own.

use super::bounds;
use super::check;
use super::files::ServiceSeasonFile;
use super::hours::Week;
use super::record::Checked;
use super::trail::Trail;
use super::values::Text;
use super::weeks::Period;
use crate::base::{Code, Report};

/// A time of the year with a week of its own.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Season {
    /// What it is called.
    pub title: Option<Text>,
    /// When it is.
    pub period: Period,
    /// Its week.
    pub week: Week,
    /// Which services, by their places; the centre and all of them when empty.
    pub services: Vec<usize>,
}

/// The seasons that stand in a service.
pub fn check_own_seasons(
    files: Vec<ServiceSeasonFile>,
    list: &Trail,
    report: &mut Report,
) -> Option<Vec<Season>> {
    let mut seasons = Vec::new();
    for (index, file) in bounds::within(files, list, report).into_iter().enumerate() {
        let at = list.index(index);
        let season = check_season(file, &at, report);
        seasons.extend(check::item(season, &at, report));
    }
    Some(seasons)
}

/// A season, if it can be read.
pub fn check_season(file: ServiceSeasonFile, at: &Trail, report: &mut Report) -> Option<Season> {
    let title = check::optional(file.title, &at.key("title"), report);
    let from = check::date(Some(&file.from), &at.key("from"), report);
    let to = check::date(Some(&file.to), &at.key("to"), report);
    check::period(from, to, &at.key("to"), report);
    let week = file.hours.and_then(|hours| Week::check(hours, &at.key("hours"), report));
    if week.is_none() && !report.has_told_within(&at.value()) {
        report.add(Code::MissingField, at.value()).with("field", "hours");
    }
    Some(Season { title, period: Period { from: from?, to: to? }, week: week?, services: Vec::new() })
}
