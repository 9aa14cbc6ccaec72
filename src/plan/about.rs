//! Which news are about which centre of a section.

use std::collections::{HashMap, HashSet};

use crate::base::SourcePath;
use crate::model::Section;

/// The files of the news that name a centre of the section, by its id.
pub type NewsOfCentres<'a> = HashMap<&'a str, HashSet<&'a SourcePath>>;

/// Those of a section, gathered once: each of many centres asks of each of many news.
pub fn of_centres(section: &Section) -> NewsOfCentres<'_> {
    let mut all = NewsOfCentres::new();
    for version in section.news.iter().flat_map(|article| article.versions.values()) {
        for name in &version.value.centres {
            let municipality = name.split_once('/').map(|(municipality, _)| municipality);
            if municipality.is_none_or(|municipality| Some(municipality) == section.id.as_deref()) {
                let id = name.rsplit('/').next().unwrap_or_default();
                all.entry(id).or_default().insert(&version.path);
            }
        }
    }
    all
}
