//! Names: which centre or news item a text means by one.

use std::collections::HashMap;

use super::{Article, Guest, Section, Sourced};
use crate::parse::article::News;
use crate::parse::centre::Centre;

/// A news item's name without its date.
pub fn short_name(name: &str) -> &str {
    name.get(11..).unwrap_or(name)
}

/// A centre that a text names: one of the section's own, or a guest.
#[derive(Clone, Copy, Debug)]
pub enum NamedCentre<'a> {
    /// One of the section's own.
    Own(&'a Sourced<Centre>),
    /// One of another municipality.
    Guest(&'a Guest),
}

impl Section {
    /// The centre of a name such as `fittja` or `botkyrka/fittja`.
    pub fn find_centre(&self, name: &str) -> Option<NamedCentre<'_>> {
        let (municipality, id) =
            name.split_once('/').map_or((None, name), |(municipality, id)| (Some(municipality), id));
        match municipality {
            None => self.centre(id).map(NamedCentre::Own),
            Some(municipality) if self.id.as_deref() == Some(municipality) => {
                self.centre(id).map(NamedCentre::Own)
            }
            Some(_) => self.guests.get(name).map(NamedCentre::Guest),
        }
    }

    /// The first other centre that has a former name of a centre, or had it too.
    pub fn other_of_name(&self, name: &str, centre: &Sourced<Centre>) -> Option<&Sourced<Centre>> {
        let places = self.centre_names.0.get(name)?.iter();
        places.filter_map(|place| self.centres.get(*place)).find(|other| other.path != centre.path)
    }

    /// Its news by their names.
    pub fn news_names(&self) -> NewsNames<'_> {
        let mut names: HashMap<&str, &Article<News>> = HashMap::with_capacity(2 * self.news.len());
        for article in &self.news {
            let known = names.entry(short_name(&article.name)).or_insert(article);
            if known.name < article.name {
                *known = article;
            }
        }
        // A whole name is meant first.
        names.extend(self.news.iter().map(|article| (article.name.as_str(), article)));
        NewsNames(names)
    }
}

/// Which centres have a name, or had it: their places among the section's. Each may have had many, so nobody looks through all centres for each.
#[derive(Clone, Default, Debug)]
pub struct CentreNames(HashMap<String, Vec<usize>>);

impl CentreNames {
    /// Those of a section's centres.
    pub fn of(centres: &[Sourced<Centre>]) -> Self {
        let mut names: HashMap<String, Vec<usize>> = HashMap::with_capacity(centres.len());
        for (place, centre) in centres.iter().enumerate() {
            for name in centre.value.formerly.iter().chain([&centre.value.id]) {
                names.entry(name.clone()).or_default().push(place);
            }
        }
        Self(names)
    }
}

/// The news of a section, by their names with and without the date: each text may name many.
pub struct NewsNames<'a>(HashMap<&'a str, &'a Article<News>>);

impl<'a> NewsNames<'a> {
    /// The news item of a name, with or without its date; the newest when several share it.
    pub fn find(&self, name: &str) -> Option<&'a Article<News>> {
        self.0.get(name).copied()
    }
}
