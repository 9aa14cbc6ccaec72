//! The next two weeks as the calendar has them, with what is filled in and not saved yet: so that hours, seasons and exceptions are seen to
//! mean what they were meant to.

use jiff::civil::Date;

use super::page::{BesideFields, Fortnight, FortnightRow};
use super::{Open, SentForm};
use crate::base::characters::capitalised;
use crate::base::{Locale, SourcePath};
use crate::host::serve::Reply;
use crate::model::calendar::{Almanac, Calendar, DayState, HolidayRules, State, Whose, Why};
use crate::parse::centre::Centre;
use crate::parse::likely::SWEDISH_DAYS;
use crate::parse::values::{Text, WEEKDAYS, weekday_index};
use crate::parse::{self, Content, Role};
use crate::schema::Kind;

/// So many days are shown.
const DAYS: usize = 14;

impl Open<'_> {
    /// The next days, where the form is about hours; none where the file cannot be understood.
    pub(super) fn fortnight(&self, bytes: &[u8]) -> Option<Fortnight> {
        let is_about_hours = ["?bara=tider", "?del=exceptions", "?del=seasons"]
            .iter()
            .any(|query| self.query().starts_with(query));
        if self.file.kind != Kind::Centre || !is_about_hours {
            return None;
        }
        let centre = match parse::parse(&self.file.path, &self.file.role, bytes).document?.content {
            Content::Centre(centre) => centre,
            _ => return None,
        };
        let now = self.office.editor.today();
        let calendar = Calendar::of(&centre, &Almanac::of(now, self.holidays()));
        let own = |at: &usize| calendar.has_own(*at);
        let services: Vec<usize> = (0..centre.services.len()).filter(own).collect();
        let window = calendar.window();
        let days = (0..DAYS).map(|day| window.day(window.today() + day));
        let row = |day: Date| {
            let state = |whose| calendar.on(whose, day);
            let whose = std::iter::once(Whose::Centre).chain(services.iter().copied().map(Whose::Service));
            FortnightRow {
                day: self.day(day),
                hours: whose.map(|whose| self.hours(state(whose))).collect(),
                why: state(Whose::Centre).map(|state| self.why(state, &centre)).unwrap_or_default(),
            }
        };
        let name = |at: &usize| {
            let service = centre.services.get(*at);
            service.and_then(|service| service.name.as_ref()).map(|name| self.said(name)).unwrap_or_else(
                || {
                    let kind = service.map(|service| service.kind.key()).unwrap_or_default();
                    crate::edit::value_label(self.office.messages.locale(), "ServiceKind", kind)
                },
            )
        };
        Some(Fortnight { heads: services.iter().map(name).collect(), rows: days.map(row).collect() })
    }

    /// The form as it was filled in, with the days that come of it, and nothing saved.
    pub(super) fn days(&self, sent: &SentForm) -> Reply {
        let days = self.filled(&sent.answers, None).ok().and_then(|text| self.fortnight(text.as_bytes()));
        let base = Some(sent.base.clone());
        let around = BesideFields { days, base, over: sent.over.clone(), ..BesideFields::default() };
        self.page(self.answered(&sent.answers), around)
    }

    /// What holidays mean in the municipality.
    fn holidays(&self) -> HolidayRules {
        let path = SourcePath::new(&format!("content/{}/municipality.yaml", self.file.owner()));
        let read = || {
            let bytes = self.office.editor.bytes(&path).ok()?;
            match parse::parse(&path, &Role::of(&path)?, &bytes).document?.content {
                Content::Municipality(config) => Some(config),
                _ => None,
            }
        };
        HolidayRules::of(read().as_deref())
    }

    fn said(&self, text: &Text) -> String {
        text.in_language(self.own(), self.own()).0.to_string()
    }

    fn day(&self, day: Date) -> String {
        let at = weekday_index(day.weekday());
        let name = match self.office.messages.locale() {
            Locale::Swedish => SWEDISH_DAYS[at].0,
            Locale::English => WEEKDAYS[at],
        };
        format!("{} {}/{}", capitalised(name), day.day(), day.month())
    }

    fn hours(&self, state: Option<&DayState>) -> String {
        let Some(state) = state else { return "–".to_string() };
        let times = || {
            let times = state.state.intervals().iter().map(|interval| interval.short());
            times.collect::<Vec<_>>().join(", ")
        };
        let said = match &state.state {
            State::Open(_) => times(),
            State::Booking(hours) if hours.is_empty() => self.office.word("edit-days-booking"),
            State::Booking(_) => format!("{} ({})", times(), self.office.word("edit-days-booking")),
            State::Closed => self.office.word("edit-days-closed"),
            State::Unknown => "–".to_string(),
        };
        if state.uncertain { format!("{said} ({})", self.office.word("edit-days-uncertain")) } else { said }
    }

    fn why(&self, state: &DayState, centre: &Centre) -> String {
        match &state.why {
            Why::Usual => String::new(),
            Why::Season(name) => name.as_ref().map(|name| self.said(name)).unwrap_or_default(),
            Why::Holiday(holiday, _) => capitalised(&self.office.word(&holiday.key.replace('_', "-"))),
            Why::Exception(at) => {
                let reason = centre.exceptions.get(*at).and_then(|exception| exception.reason.as_ref());
                reason.map_or_else(|| self.office.word("edit-days-exception"), |reason| self.said(reason))
            }
            Why::Status(_) => self.office.word("edit-days-status"),
        }
    }
}
