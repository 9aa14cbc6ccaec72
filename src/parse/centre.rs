//! `centres/<id>.yaml`, checked by itself: everything that needs no other file and no date.

use jiff::civil::Date;

pub use super::activity::Activity;
pub(crate) use super::activity::{Cost, Registration, When};
use super::check::{ImageUse, Notice, Week, languages, off, year};
pub(crate) use super::files::{CentreType, GettingThere, ServiceKind, Status};
use super::files::{Checks, ExceptionFile, SeasonFile, forms, rules};
use super::record::{As, Checked, OrNone, record};
pub use super::season::Season;
pub use super::service::Service;
use super::service::at_least_one;
pub use super::special::{Exception, SpecialHours};
use super::trail::Trail;
use super::unwritten::PLACE;
use super::values::{Lang, PartialDate, Phone, Text};
use super::{
    activity::check_activities,
    aliases::aliases,
    bounds,
    special::{check_exceptions, check_seasons},
};
use crate::base::{AbsoluteUrl, Code, Email, Gaps, Report, is_slug, proposed_name};

record! {
    /// A centre: `centres/<id>.yaml`.
    pub struct Centre [schemars(transform = rules::planned), schemars(transform = rules::services)] {
        /// Its name.
        name: Text,
        /// Where it stands in its life.
        status: Status,
        /// Its kind; none when its services make it neither.
        kind "type": Option<CentreType>,
        /// When it is planned to open: a year, a month or a day.
        planned_opening: Option<PartialDate> as Option<As<forms::PartialDate>> => only_planned(status),
        /// When it opened.
        opened: Option<Date>,
        /// Where it is.
        address: Option<Address> as Option<<Address as Checked>::Written> => address,
        /// Where it is, in WGS 84.
        geo: Option<Geo>,
        /// Phone.
        phone: Option<Phone>,
        /// Mail.
        email: Option<Email>,
        /// Its own page elsewhere.
        url: Option<AbsoluteUrl>,
        /// What one can get there.
        services: Vec<Service> as Vec<<Service as Checked>::Written> => at_least_one [schemars(length(min = 1))],
        /// When it is open.
        hours: Option<Week>,
        /// When somebody answers the phone.
        phone_hours: Option<Week>,
        /// Times of the year with a week of their own, in the order of the file.
        seasons: Vec<Season> as Vec<SeasonFile> => check_seasons(services) [serde(default)],
        /// Days when it is not as usual, in the order of the file.
        exceptions: Vec<Exception> as Vec<ExceptionFile> => check_exceptions(services) [serde(default)],
        /// What happens there.
        activities: Vec<Activity> as Vec<<Activity as Checked>::Written> => check_activities(services) [serde(default)],
        /// Notices on its page.
        notices: Vec<Notice> [serde(default)],
        /// Languages that the staff speak.
        spoken_languages: Vec<Lang> as Vec<String> => languages
            [serde(default), schemars(with = "Vec<forms::Language>", extend("uniqueItems" = true))],
        /// How accessible its premises are.
        premises: Premises as OrNone<Premises>,
        /// The way there.
        getting_there: GettingThere as Option<GettingThere> => getting_there,
        /// Pictures.
        images: Vec<ImageUse> [serde(default)],
        /// The function that answers for these facts; never a person.
        owner: Option<Text>,
        /// When somebody last saw to it that they are right.
        reviewed: Option<Date> as Option<<Date as Checked>::Written> => reviewed,
        /// Old addresses that lead here.
        aliases: Vec<String> as Vec<String> => aliases [serde(default), schemars(with = "Vec<forms::Alias>")],
        /// The names that its file has had, the first one first: data know it by that one for ever.
        formerly: Vec<String> as Vec<String> => formerly [serde(default), schemars(with = "Vec<forms::FormerName>")],
        /// Which warnings are not told.
        off "checks": Vec<Code> as Option<Checks> => off,
    }
    added {
        /// Its id: the file's name. Stable, never reused.
        id: String,
        /// What could not be read, and is in no list.
        gaps: Gaps,
    }
    after of_its_type
}

impl Centre {
    /// What data know it by, whatever its file is called now.
    pub fn lasting_id(&self) -> &str {
        self.formerly.first().unwrap_or(&self.id)
    }

    /// Is anything said of when it is open, if only of a service?
    pub fn has_hours(&self) -> bool {
        let of_service = |one: &Service| one.hours.is_some() || !one.seasons.is_empty();
        self.hours.is_some() || !self.seasons.is_empty() || self.services.iter().any(of_service)
    }
}

/// Names of files, without their endings; none of them is the name that the file has.
fn formerly(values: Vec<String>, at: &Trail, report: &mut Report) -> Option<Vec<String>> {
    let own = report.file().stem().to_string();
    let mut names: Vec<String> = Vec::new();
    for (index, value) in bounds::within(values, at, report).into_iter().enumerate() {
        let kind = match value.trim() {
            name if name == own => "own",
            name if !is_slug(name) => "form",
            name if names.iter().any(|known| known == name) => continue,
            name => {
                names.push(name.to_string());
                continue;
            }
        };
        let proposal = proposed_name(value.trim().trim_end_matches(".yaml"));
        let words = report.add(Code::BadFormerName, at.index(index).value()).with("value", value);
        words.with("kind", kind).with("proposal", proposal).with("other", "none");
    }
    Some(names)
}

record! {
    /// An address.
    pub struct Address {
        /// Street and number.
        street: String as forms::Words,
        /// `145 61`.
        postal_code: Option<String> as Option<forms::PostalCode>,
        /// The postal town.
        city: Option<String> as Option<forms::Words>,
        /// Which door.
        entrance: Option<Text>,
    }
}

record! {
    /// A place in WGS 84, in millionths of a degree.
    #[derive(Copy)]
    pub struct Geo {
        /// Latitude.
        lat: i32 as As<forms::Latitude, f64> => millionths,
        /// Longitude.
        lon: i32 as As<forms::Longitude, f64> => millionths,
    }
    before lies_in_sweden
    after is_a_place
}

/// The length of a degree of latitude in metres, on a sphere of the mean radius of the earth.
const METRES_A_DEGREE: f64 = 111_195.0;

impl Geo {
    /// Latitude and longitude in decimal degrees.
    pub fn degrees(self) -> (f64, f64) {
        (f64::from(self.lat) / 1e6, f64::from(self.lon) / 1e6)
    }

    /// How far another place is, in metres: as on a plane, which is good enough within a country.
    pub fn metres_to(self, other: Self) -> f64 {
        let ((lat, lon), (to_lat, to_lon)) = (self.degrees(), other.degrees());
        let (north, east) = (to_lat - lat, (to_lon - lon) * lat.to_radians().cos());
        north.hypot(east) * METRES_A_DEGREE
    }

    /// How far another place is to the north or south, in metres.
    pub fn metres_north_to(self, other: Self) -> f64 {
        (other.degrees().0 - self.degrees().0).abs() * METRES_A_DEGREE
    }
}

record! {
    /// How accessible the premises are, and what a visitor with a small child finds there.
    #[derive(Default)]
    pub struct Premises {
        /// No steps.
        step_free: Option<bool>,
        /// A lift.
        lift: Option<bool>,
        /// An accessible toilet.
        accessible_toilet: Option<bool>,
        /// A changing table.
        changing_table: Option<bool>,
        /// A hearing loop.
        hearing_loop: Option<bool>,
        /// A place to breastfeed.
        breastfeeding_place: Option<bool>,
        /// Somewhere to warm food.
        warm_food: Option<bool>,
        /// A fridge for the visitors.
        fridge: Option<bool>,
        /// A room for prams.
        pram_room: Option<bool>,
        /// What coffee and a snack cost, where that is said.
        cafe_cost: Option<Cost>,
        /// Anything else.
        note: Option<Text>,
    }
}

impl Premises {
    /// The features that something is said of, and whether each is there.
    pub fn features(&self) -> impl Iterator<Item = (&'static str, bool)> {
        let all = [
            ("step_free", self.step_free),
            ("lift", self.lift),
            ("accessible_toilet", self.accessible_toilet),
            ("changing_table", self.changing_table),
            ("hearing_loop", self.hearing_loop),
            ("breastfeeding_place", self.breastfeeding_place),
            ("warm_food", self.warm_food),
            ("fridge", self.fridge),
            ("pram_room", self.pram_room),
        ];
        all.into_iter().filter_map(|(name, there)| Some((name, there?)))
    }
}

/// Takes the type as given or, left out, the strongest that the services allow. `family_centre` needs the four services,
/// `family_centre_like` child health and a municipal one.
fn of_its_type(centre: Centre, at: &Trail, report: &mut Report) -> Option<Centre> {
    // Which services a centre lacks is not known while one of them cannot be read.
    if report.has_settled("services") {
        return Some(Centre { kind: None, ..centre });
    }
    let has = |kind: ServiceKind| centre.services.iter().any(|service| service.kind == kind);
    let four = [
        ServiceKind::MaternalHealth,
        ServiceKind::ChildHealth,
        ServiceKind::OpenPreschool,
        ServiceKind::SocialServices,
    ];
    let missing: Vec<&str> = four.into_iter().filter(|kind| !has(*kind)).map(ServiceKind::key).collect();
    let like = has(ServiceKind::ChildHealth)
        && (has(ServiceKind::OpenPreschool) || has(ServiceKind::SocialServices));
    let kind = match centre.kind {
        Some(CentreType::FamilyCentre) if !missing.is_empty() => {
            let words = report.add(Code::TypeNeedsServices, at.key("type").value());
            words.with("type", "family_centre").with("missing", missing.join(", "));
            centre.kind
        }
        Some(CentreType::FamilyCentreLike) if !like => {
            let lacking = if has(ServiceKind::ChildHealth) { "municipal" } else { "child_health" };
            let words = report.add(Code::TypeNeedsServices, at.key("type").value());
            words.with("type", "family_centre_like").with("missing", lacking);
            centre.kind
        }
        None if missing.is_empty() => Some(CentreType::FamilyCentre),
        None if like => Some(CentreType::FamilyCentreLike),
        given => given,
    };
    Some(Centre { kind, ..centre })
}

#[expect(clippy::option_option, reason = "a field that may be left out")]
fn only_planned(
    value: Option<As<forms::PartialDate>>,
    status: Option<&Status>,
    at: &Trail,
    report: &mut Report,
) -> Option<Option<PartialDate>> {
    let Some(As { 0: value, .. }) = value else { return Some(None) };
    if let Some(status) = status.filter(|status| **status != Status::Planned) {
        report.add(Code::PlannedOpeningNotPlanned, at.name()).with("status", status.key());
    }
    let planned = PartialDate::parse(&value);
    if planned.is_none() {
        report.add(Code::BadPartialDate, at.value()).with("value", &value);
    }
    Some(planned.filter(|planned| year(planned.last_day().year(), value.trim(), at, report)))
}

/// An address that cannot be read is not missing.
#[expect(clippy::option_option, reason = "a field that may be left out")]
fn address(
    written: Option<<Address as Checked>::Written>,
    at: &Trail,
    report: &mut Report,
) -> Option<Option<Address>> {
    let unread = || Address { street: String::new(), postal_code: None, city: None, entrance: None };
    Some(match written {
        Some(written) => Address::check(written, at, report),
        None => report.has_told_of(at.field()).then(unread),
    })
}

/// So is a day that cannot be read.
#[expect(clippy::option_option, reason = "a field that may be left out")]
fn reviewed(
    written: Option<<Date as Checked>::Written>,
    at: &Trail,
    report: &mut Report,
) -> Option<Option<Date>> {
    let read = written.and_then(|written| Date::check(written, at, report));
    Some(read.or_else(|| report.has_told_of(at.field()).then_some(Date::MAX)))
}

fn getting_there(written: Option<GettingThere>, at: &Trail, report: &mut Report) -> Option<GettingThere> {
    let there = written.unwrap_or_default();
    Some(there.checked(|name, text| Text::check(text, &at.key(name), report)))
}

/// Sweden lies between 55.3 and 69.1 degrees north and between 10.9 and 24.2 degrees east (Lantmäteriet).
fn is_inside(lat: f64, lon: f64) -> bool {
    (55.0..=69.5).contains(&lat) && (10.5..=24.5).contains(&lon)
}

fn lies_in_sweden(file: &<Geo as Checked>::Written, at: &Trail, report: &mut Report) {
    let (lat, lon) = (file.lat.0, file.lon.0);
    if !is_inside(lat, lon) {
        let code = if is_inside(lon, lat) { Code::SwappedCoordinates } else { Code::OutsideSweden };
        report.add(code, at.value()).with("lat", lat).with("lon", lon);
    }
}

fn is_a_place(geo: Geo, at: &Trail, report: &mut Report) -> Option<Geo> {
    if (geo.lat, geo.lon) == PLACE {
        report.add(Code::TemplateText, at.value()).with("kind", "place");
    }
    let (lat, lon) = geo.degrees();
    is_inside(lat, lon).then_some(geo)
}

#[expect(clippy::cast_possible_truncation, reason = "degrees of the earth, times a million, fit in 32 bits")]
fn millionths<F>(degrees: As<F, f64>, _: &Trail, _: &mut Report) -> Option<i32> {
    Some((degrees.0 * 1e6).round() as i32)
}
