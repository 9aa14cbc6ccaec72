//! What there is to be found in a section, gathered with its words.

use std::collections::BTreeMap;

use jiff::ToSpan;

use super::{SearchEntry, SearchKind, SearchText};
use crate::base::{SourcePath, marks};
use crate::model::calendar::{Calendar, Occurrence};
use crate::model::is_shared;
use crate::parse::article::Refs;
use crate::parse::centre::{Centre, Cost, Service};
use crate::parse::check::Week;
use crate::parse::files::Status;
use crate::parse::values::weekday_index;
use crate::plan::TextView;
use crate::plan::scope::Scope;
use crate::theme::DAYS;

/// How many texts one file holds that results show a sentence of, where there are more files than one: as many are read again when one of
/// them is edited.
const TEXTS: usize = 16;

/// How many texts are one file.
const FEW: usize = 2 * TEXTS;

/// How many days ahead activities are found.
const AHEAD: i32 = 8 * 7;

/// How many coming times of an activity a search knows: the script shows the next.
const TIMES: usize = 8;

/// An entry that says nothing yet but what it is called.
pub fn entry(kind: SearchKind, title: TextView) -> SearchEntry {
    SearchEntry {
        kind,
        title,
        url: String::new(),
        place: String::new(),
        state: String::new(),
        phone: None,
        times: Vec::new(),
        named: String::new(),
        lead: String::new(),
        also: String::new(),
        digest: None,
        is_shared: false,
        text: None,
        is_old: false,
    }
}

/// What is gathered for a search.
pub struct Gather<'s, 'a> {
    /// Whose.
    pub scope: &'s Scope<'a>,
    /// What can be found.
    pub entries: Vec<SearchEntry>,
    /// The texts by file.
    pub texts: Vec<Vec<SearchText>>,
    /// What each kind of service is asked for by.
    services: BTreeMap<&'static str, String>,
    /// How many texts a file holds.
    most: usize,
}

impl<'s, 'a> Gather<'s, 'a> {
    /// Nothing yet.
    pub fn new(scope: &'s Scope<'a>) -> Self {
        let section = scope.section;
        let number = section.pages.len() + section.news.len();
        Self {
            scope,
            entries: Vec::new(),
            texts: Vec::new(),
            services: BTreeMap::new(),
            most: if number > FEW { TEXTS } else { FEW },
        }
    }

    /// A centre and each of its services, at the centre's page.
    pub fn centre(&mut self, centre: &Centre, url: &str, municipality: &str) {
        let scope = self.scope;
        let title = scope.text(&centre.name);
        let name = title.text.clone();
        let city = centre.address.as_ref().and_then(|address| address.city.clone()).unwrap_or_default();
        let street = centre.address.as_ref().map(|address| address.street.clone()).unwrap_or_default();
        let state = match centre.status {
            Status::Open => String::new(),
            status => self.word(&format!("status_{}", status.key())),
        };
        let phone = centre.phone.as_ref().map(|phone| scope.phone(phone));
        let days =
            if centre.status.is_closed() { String::new() } else { self.open_days(centre.hours.as_ref()) };
        let services: Vec<String> =
            centre.services.iter().map(|service| self.service_words(service)).collect();
        let names: Vec<String> =
            centre.services.iter().map(|service| self.service_title(service).text).collect();
        let titles = centre.activities.iter().map(|activity| scope.text(&activity.title).text);
        let titles =
            if centre.status.is_closed() { String::new() } else { titles.collect::<Vec<_>>().join(" ") };
        let where_it_is = [street.as_str(), city.as_str()];
        let where_it_is: Vec<&str> = where_it_is.into_iter().filter(|part| !part.is_empty()).collect();
        let place = if municipality.is_empty() { where_it_is.join(", ") } else { municipality.to_string() };
        self.entries.push(SearchEntry {
            url: url.to_string(),
            lead: format!("{} {municipality}", where_it_is.join(" ")),
            also: format!("{} {titles} {days} {}", names.join(" "), self.around(centre, municipality)),
            place,
            state: state.clone(),
            phone: phone.clone(),
            ..entry(SearchKind::Centre, title)
        });
        for (service, also) in centre.services.iter().zip(services) {
            let days = if centre.status.is_closed() {
                String::new()
            } else {
                self.open_days(service.hours.as_ref().or(centre.hours.as_ref()))
            };
            let place =
                if municipality.is_empty() { name.clone() } else { format!("{name}, {municipality}") };
            self.entries.push(SearchEntry {
                url: url.to_string(),
                named: name.clone(),
                lead: format!("{city} {municipality}"),
                also: format!("{also} {days}"),
                place,
                state: state.clone(),
                phone: service.phone.as_ref().map(|phone| scope.phone(phone)).or_else(|| phone.clone()),
                ..entry(SearchKind::Service, self.service_title(service))
            });
        }
    }

    /// What one asks before going there: bus, parking, pram, lift, languages. A region's search has the centres of a whole county, and leaves
    /// it to the municipality's.
    fn around(&self, centre: &Centre, municipality: &str) -> String {
        if !municipality.is_empty() {
            return String::new();
        }
        let scope = self.scope;
        let there = centre.getting_there.each().map(|(name, text)| {
            format!("{} {}", self.word(&format!("getting_there_{name}")), scope.plain(text))
        });
        let premises = centre.premises.features().filter(|(_, is_there)| *is_there);
        let premises = premises.map(|(key, _)| self.word(&format!("premises_{key}")));
        let cafe = centre.premises.cafe_cost.iter().map(|cost| match cost {
            Cost::Free => format!("{} {}", self.word("premises_cafe_cost"), self.word("activity_free")),
            Cost::Said(cost) => format!("{} {}", self.word("premises_cafe_cost"), scope.plain(cost)),
        });
        let note = centre.premises.note.iter().map(|note| scope.plain(note).to_string());
        let spoken = centre.spoken_languages.iter().map(|code| self.language(code));
        there.chain(premises).chain(cafe).chain(note).chain(spoken).collect::<Vec<_>>().join(" ")
    }

    fn service_title(&self, service: &Service) -> TextView {
        let kind = || self.titled(&format!("service_{}", service.kind.key()));
        self.scope.optional(service.name.as_ref()).unwrap_or_else(kind)
    }

    /// A word of the theme. One that it lacks in the page's language is as good to find by in the site's own.
    fn word(&self, key: &str) -> String {
        marks::without(self.scope.words.get(key))
    }

    /// A word of the theme as what an entry is called.
    fn titled(&self, key: &str) -> TextView {
        let word = self.scope.words.get(key);
        let lang = marks::are_in(word).then(|| self.scope.section.own().to_string());
        TextView { text: marks::without(word), lang, dir: None }
    }

    /// What a language is called here, and by those who speak it.
    fn language(&self, code: &str) -> String {
        let view = self.scope.language(code);
        format!("{} {}", marks::without(view.here.as_deref().unwrap_or_default()), view.name)
    }

    /// What a service is called, and what it is asked for.
    fn service_words(&mut self, service: &Service) -> String {
        let words = &self.scope.words;
        let kind = service.kind.key();
        let known = self.services.entry(kind).or_insert_with(|| {
            let said = ["service", "search_also"].map(|what| format!("{what}_{kind}"));
            said.map(|key| marks::without(words.find(&key).unwrap_or_default())).join(" ")
        });
        let own = service.name.as_ref().map(|name| self.scope.text(name).text);
        [own.as_deref().unwrap_or_default(), known].join(" ")
    }

    /// The weekdays on which it usually is open, and the word for it.
    fn open_days(&self, week: Option<&Week>) -> String {
        let Some(week) = week else { return String::new() };
        let open =
            DAYS.iter().enumerate().filter(|(day, _)| week.get(*day).is_some_and(|day| !day.is_closed()));
        let open: Vec<String> = open.map(|(_, key)| self.word(key)).collect();
        format!("{} {} {}", self.word("hours_open"), self.word("hours_title"), open.join(" "))
    }

    /// What happens at a centre in the coming weeks, each activity once.
    pub fn activities(&mut self, centre: &Centre, calendar: &Calendar) {
        let scope = self.scope;
        if centre.status.is_closed() {
            return;
        }
        let (first, last) = (scope.regional.now, scope.regional.now.saturating_add(AHEAD.days()));
        let place = scope.text(&centre.name).text;
        let mut coming: Vec<Vec<&Occurrence>> = vec![Vec::new(); centre.activities.len()];
        for one in calendar.happening(first, last).iter().filter(|one| one.happening.is_on()) {
            coming[one.activity].push(one);
        }
        for (activity, times) in centre.activities.iter().zip(coming).filter(|(_, times)| !times.is_empty()) {
            let mut days: Vec<usize> = times.iter().map(|one| weekday_index(one.date.weekday())).collect();
            days.sort_unstable();
            days.dedup();
            let days: Vec<String> = days.into_iter().map(|day| self.word(DAYS[day])).collect();
            let said = [activity.description.as_ref(), activity.audience.as_ref(), activity.place.as_ref()];
            let lead: Vec<_> = said.into_iter().flatten().map(|text| scope.plain(text)).collect();
            let lang = activity.language.as_deref().map(|code| self.language(code)).unwrap_or_default();
            self.entries.push(SearchEntry {
                url: scope.urls.centre(&centre.id),
                place: place.clone(),
                named: place.clone(),
                lead: lead.join(" "),
                also: format!("{} {lang} {}", days.join(" "), self.word("activities_title")),
                phone: activity
                    .registration
                    .as_ref()
                    .and_then(|one| one.phone.as_ref())
                    .map(|phone| scope.phone(phone)),
                times: times
                    .iter()
                    .take(TIMES)
                    .map(|one| format!("{} {}", one.date, scope.words.interval(one.interval)))
                    .collect(),
                ..entry(SearchKind::Activity, scope.text(&activity.title))
            });
        }
    }

    /// A page that fcsite makes itself.
    pub fn fixed(&mut self, url: &str, title: &str, also: &str) {
        let title = self.titled(title);
        let also = marks::without(self.scope.words.find(also).unwrap_or_default());
        self.entries.push(SearchEntry { url: url.to_string(), also, ..entry(SearchKind::Page, title) });
    }

    /// The pages and news of the section. Their order in the files is that of their names, so that a new item changes one file.
    pub fn articles(&mut self) {
        let scope = self.scope;
        let now = scope.regional.now;
        for page in &scope.section.pages {
            let Some(version) = page.version(scope.lang) else { continue };
            let value = &version.value;
            if value.draft || !value.is_current(now) {
                continue;
            }
            let lead = value.lead.as_deref().map(|lead| scope.filled(lead, &version.path).into_owned());
            let lead = lead.unwrap_or_default();
            let text = self.text(&version.path, &lead, &value.refs);
            let title = scope.filled(&value.title, &version.path).into_owned();
            self.entries.push(SearchEntry {
                url: scope.urls.page(&page.name),
                lead,
                digest: Some(value.refs.digest.clone()),
                is_shared: is_shared(&version.path),
                text: Some(text),
                ..entry(SearchKind::Page, TextView { text: title, ..TextView::default() })
            });
        }
        // Where there are many, pages and news have files apart: a new page moves no news.
        if self.most == TEXTS && self.texts.last().is_some_and(|file| !file.is_empty()) {
            self.texts.push(Vec::new());
        }
        let from = self.entries.len();
        for item in scope.section.news.iter().rev() {
            let Some(version) = item.version(scope.lang) else { continue };
            let value = &version.value;
            if value.draft || value.date > now {
                continue;
            }
            let lead = scope.filled(&value.lead, &version.path).into_owned();
            let text = self.text(&version.path, &lead, &value.refs);
            let title = scope.filled(&value.title, &version.path).into_owned();
            self.entries.push(SearchEntry {
                url: scope.urls.news(&item.name),
                place: marks::without(&scope.words.date(value.date)),
                lead,
                also: value.category.clone().unwrap_or_default(),
                digest: Some(value.refs.digest.clone()),
                is_shared: is_shared(&version.path),
                text: Some(text),
                is_old: !value.is_current(now),
                ..entry(SearchKind::News, TextView { text: title, ..TextView::default() })
            });
        }
        self.entries.get_mut(from..).unwrap_or_default().reverse();
        if self.texts.last().is_some_and(Vec::is_empty) {
            self.texts.pop();
        }
    }

    /// Keeps where a text is found, and says where its sentences will lie.
    fn text(&mut self, source: &SourcePath, lead: &str, refs: &Refs) -> (usize, usize) {
        if self.texts.last().is_none_or(|file| file.len() == self.most) {
            self.texts.push(Vec::new());
        }
        let fills = refs.fills.iter().map(|fill| self.scope.fill_html(fill, is_shared(source))).collect();
        let file = self.texts.len() - 1;
        let place = self.texts.get(file).map_or(0, Vec::len);
        if let Some(texts) = self.texts.last_mut() {
            let fingerprint = refs.digest.text;
            texts.push(SearchText { lead: lead.to_string(), source: source.clone(), fingerprint, fills });
        }
        (file, place)
    }
}
