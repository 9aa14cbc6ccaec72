//! A centre as its pages, its poster, its calendar file and its structured data look at it.

use super::links::DIRECTORY;
use crate::base::SourcePath;
use crate::model::calendar::Calendar;
use crate::model::{Section, Sourced};
use crate::parse::centre::Centre;

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

/// Do any of these centres have activities that its municipality has pages of?
pub fn has_agenda(centres: &[Sourced<Centre>]) -> bool {
    centres.iter().any(|centre| !centre.value.status.is_closed() && !centre.value.activities.is_empty())
}

/// Is there a page of whom to ring? Where nobody can be rung, and where the municipality has written one itself, there is none.
pub fn has_directory(section: &Section) -> bool {
    section.centres.iter().any(|centre| !centre.value.status.is_closed())
        && section.pages.iter().all(|page| page.name != DIRECTORY)
}
