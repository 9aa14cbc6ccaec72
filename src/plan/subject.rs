//! A centre as its pages, its poster, its calendar file and its structured data look at it.

use super::links::DIRECTORY;
use crate::base::SourcePath;
use crate::model::calendar::Calendar;
use crate::model::{Section, Sourced};
use crate::parse::centre::Centre;
use crate::parse::files::Status;

/// A centre with its calendar.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The centre with its file.
    pub source: &'a Sourced<Centre>,
    /// Its file.
    pub path: &'a SourcePath,
    /// The centre.
    pub centre: &'a Centre,
    /// Its calendar.
    pub calendar: &'a Calendar,
}

impl<'a> Subject<'a> {
    /// All centres of a section, in the order of their names.
    pub fn all(section: &'a Section) -> impl Iterator<Item = Self> {
        section.centres.iter().zip(&section.calendars).map(|(source, calendar)| Self {
            source,
            path: &source.path,
            centre: &source.value,
            calendar,
        })
    }
}

/// The names that a centre's file had before, but for those that are another centre's too: of these the model has told.
///
/// A page sends readers on from there. What programs fetch by themselves lies there once more: a reader of feeds and a calendar in a phone take no
/// page for an answer, and a plain file server has no other way to send them on. What it says of itself (its ids, its own address) is the new one's,
/// so nobody is told anything twice, and who adds it anew has the new address.
pub fn former_names<'a>(section: &'a Section, centre: &'a Sourced<Centre>) -> Vec<&'a str> {
    let is_own = |name: &&String| section.other_of_name(name, centre).is_none();
    centre.value.formerly.iter().filter(is_own).map(String::as_str).collect()
}

/// Do any of these centres have activities that its municipality has pages of?
pub fn has_agenda(centres: &[Sourced<Centre>]) -> bool {
    centres.iter().any(|centre| !centre.value.status.is_closed() && !centre.value.activities.is_empty())
}

/// Is a centre among those that can be rung: all but those that have closed for good? Who had booked a visit rings one that is closed for a time.
pub fn can_be_rung(centre: &Centre) -> bool {
    centre.status != Status::Closed
}

/// Is there a page of whom to ring? Where nobody can be rung, and where the municipality has written one itself, there is none.
pub fn has_directory(section: &Section) -> bool {
    section.centres.iter().any(|centre| can_be_rung(&centre.value))
        && section.pages.iter().all(|page| page.name != DIRECTORY)
}
