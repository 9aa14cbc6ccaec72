//! `centres/<id>.yaml`, checked by itself: everything that needs no other file and no date.

use jiff::civil::Date;

pub use super::activity::{Activity, Cost, Registration, When};
use super::check::{self, ImageUse, Notice, Week};
use super::files::{
    AddressFile, CentreFile, CentreType, GeoFile, GettingThere, PremisesFile, ServiceKind, Status,
};
use super::likely::likely_postal_code;
pub use super::season::Season;
pub use super::service::Service;
pub use super::special::{Exception, SpecialHours};
use super::trail::Trail;
use super::values::{Lang, PartialDate, Phone, Text};
use super::{activity, aliases, bounds, service, special};
use crate::base::{AbsoluteUrl, Code, Email, Gaps, Report};

/// A centre.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Centre {
    /// Its id: the file's name. Stable, never reused.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Where it stands in its life.
    pub status: Status,
    /// Its kind; none when its services make it neither.
    pub kind: Option<CentreType>,
    /// When it is planned to open.
    pub planned_opening: Option<PartialDate>,
    /// When it opened.
    pub opened: Option<Date>,
    /// Where it is.
    pub address: Option<Address>,
    /// Where it is, in WGS 84.
    pub geo: Option<Geo>,
    /// Phone.
    pub phone: Option<Phone>,
    /// Mail.
    pub email: Option<Email>,
    /// Its own page elsewhere.
    pub url: Option<AbsoluteUrl>,
    /// What one can get there.
    pub services: Vec<Service>,
    /// When it is open.
    pub hours: Option<Week>,
    /// When somebody answers the phone.
    pub phone_hours: Option<Week>,
    /// Times of the year with a week of their own, in the order of the file.
    pub seasons: Vec<Season>,
    /// Days when it is not as usual, in the order of the file.
    pub exceptions: Vec<Exception>,
    /// What happens there.
    pub activities: Vec<Activity>,
    /// Notices on its page.
    pub notices: Vec<Notice>,
    /// Languages that the staff speak.
    pub spoken_languages: Vec<Lang>,
    /// How accessible its premises are: feature and whether it is there.
    pub premises: Vec<(&'static str, bool)>,
    /// Anything else about the premises.
    pub premises_note: Option<Text>,
    /// The way there.
    pub getting_there: GettingThere,
    /// Pictures.
    pub images: Vec<ImageUse>,
    /// The function that answers for these facts.
    pub owner: Option<Text>,
    /// When somebody last saw to it that they are right.
    pub reviewed: Option<Date>,
    /// Old addresses that lead here.
    pub aliases: Vec<String>,
    /// Which warnings are not told.
    pub off: Vec<Code>,
    /// What could not be read, and is in no list.
    pub gaps: Gaps,
}

impl Centre {
    /// Is anything said of when it is open, if only of a service?
    pub fn has_hours(&self) -> bool {
        let of_service = |one: &Service| one.hours.is_some() || !one.seasons.is_empty();
        self.hours.is_some() || !self.seasons.is_empty() || self.services.iter().any(of_service)
    }
}

/// An address.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Address {
    /// Street and number.
    pub street: String,
    /// `145 61`.
    pub postal_code: Option<String>,
    /// The postal town.
    pub city: Option<String>,
    /// Which door.
    pub entrance: Option<Text>,
}

/// A place in WGS 84, in millionths of a degree.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Geo {
    /// Latitude.
    pub lat: i32,
    /// Longitude.
    pub lon: i32,
}

impl Geo {
    /// Latitude and longitude in decimal degrees.
    pub fn degrees(self) -> (f64, f64) {
        (f64::from(self.lat) / 1e6, f64::from(self.lon) / 1e6)
    }
}

/// Checks a centre.
pub fn check_centre(id: &str, file: CentreFile, report: &mut Report) -> Centre {
    let top = Trail::TOP;
    let services = service::check_services(file.services, report);
    // Which services a centre lacks is not known while one of them cannot be read.
    let kind = if report.has_settled("services") { None } else { check_type(file.kind, &services, report) };
    let planned_opening = check_planned(file.planned_opening.as_deref(), file.status, report);
    let at = top.key("getting_there");
    let there = file.getting_there.unwrap_or_default();
    let getting_there = there.checked(|name, text| check::optional(Some(text), &at.key(name), report));
    let (premises, premises_note) = check_premises(file.premises, report);
    Centre {
        id: id.to_string(),
        name: check::localized(file.name, &top.key("name"), report),
        status: file.status,
        kind,
        planned_opening,
        opened: check::date(file.opened.as_deref(), &top.key("opened"), report),
        address: match file.address {
            Some(file) => Some(check_address(file, report)),
            // One that cannot be read is not missing.
            None => report.has_told_of("address").then(|| Address {
                street: String::new(),
                postal_code: None,
                city: None,
                entrance: None,
            }),
        },
        geo: file.geo.and_then(|file| check_geo(&file, report)),
        phone: check::phone(file.phone.as_deref(), &top.key("phone"), report),
        email: check::email(file.email.as_deref(), &top.key("email"), report),
        url: check::web(file.url.as_deref(), &top.key("url"), report),
        hours: file.hours.map(|hours| check::week(hours, &top.key("hours"), report)),
        phone_hours: file.phone_hours.map(|hours| check::week(hours, &top.key("phone_hours"), report)),
        seasons: special::check_seasons(file.seasons, &services, report),
        exceptions: special::check_exceptions(file.exceptions, &services, report),
        activities: activity::check_activities(file.activities, &services, report),
        notices: check::notices(file.notices, &top, report),
        spoken_languages: check::languages(&file.spoken_languages, &top.key("spoken_languages"), report),
        premises,
        premises_note,
        getting_there,
        images: check_images(file.images, report),
        owner: check::optional(file.owner, &top.key("owner"), report),
        reviewed: check::date(file.reviewed.as_deref(), &top.key("reviewed"), report)
            .or_else(|| report.has_told_of("reviewed").then_some(Date::MAX)),
        aliases: aliases::aliases(file.aliases, &top, report),
        off: check::off(file.checks, report),
        services,
        // The last, when all lists were read.
        gaps: report.gaps(),
    }
}

/// `family_centre` needs the four services, `family_centre_like` child health and a municipal one. Left out, it is the
/// strongest of them that the services allow.
fn check_type(given: Option<CentreType>, services: &[Service], report: &mut Report) -> Option<CentreType> {
    let has = |kind: ServiceKind| services.iter().any(|service| service.kind == kind);
    let four = [
        ServiceKind::MaternalHealth,
        ServiceKind::ChildHealth,
        ServiceKind::OpenPreschool,
        ServiceKind::SocialServices,
    ];
    let missing: Vec<&str> = four.into_iter().filter(|kind| !has(*kind)).map(ServiceKind::key).collect();
    let like = has(ServiceKind::ChildHealth)
        && (has(ServiceKind::OpenPreschool) || has(ServiceKind::SocialServices));
    let top = Trail::TOP;
    match given {
        Some(CentreType::FamilyCentre) if !missing.is_empty() => {
            let words = report.add(Code::TypeNeedsServices, top.key("type").value());
            words.with("type", "family_centre").with("missing", missing.join(", "));
        }
        Some(CentreType::FamilyCentreLike) if !like => {
            let lacking = if has(ServiceKind::ChildHealth) { "municipal" } else { "child_health" };
            let words = report.add(Code::TypeNeedsServices, top.key("type").value());
            words.with("type", "family_centre_like").with("missing", lacking);
        }
        Some(_) => {}
        None if missing.is_empty() => return Some(CentreType::FamilyCentre),
        None if like => return Some(CentreType::FamilyCentreLike),
        None => {}
    }
    given
}

fn check_planned(value: Option<&str>, status: Status, report: &mut Report) -> Option<PartialDate> {
    let value = value?;
    let top = Trail::TOP;
    let at = top.key("planned_opening");
    if status != Status::Planned {
        report.add(Code::PlannedOpeningNotPlanned, at.name()).with("status", status.key());
    }
    let planned = PartialDate::parse(value);
    if planned.is_none() {
        report.add(Code::BadPartialDate, at.value()).with("value", value);
    }
    planned.filter(|planned| check::year(planned.last_day().year(), value.trim(), &at, report))
}

fn check_address(file: AddressFile, report: &mut Report) -> Address {
    let top = Trail::TOP;
    let at = top.key("address");
    let postal_code = file.postal_code.and_then(|value| {
        let code = super::values::parse_postal_code(&value).or_else(|| likely_postal_code(&value));
        if code.is_none() {
            let words = report.add(Code::BadPostalCode, at.key("postal_code").value()).with("value", &value);
            words.with("proposal", "none");
        }
        code
    });
    Address {
        street: check::text(&file.street, &at.key("street"), report),
        postal_code,
        city: file.city.map(|city| check::text(&city, &at.key("city"), report)),
        entrance: check::optional(file.entrance, &at.key("entrance"), report),
    }
}

/// Sweden lies between 55.3 and 69.1 degrees north and between 10.9 and 24.2 degrees east (Lantmäteriet).
fn check_geo(file: &GeoFile, report: &mut Report) -> Option<Geo> {
    let inside = |lat: f64, lon: f64| (55.0..=69.5).contains(&lat) && (10.5..=24.5).contains(&lon);
    let top = Trail::TOP;
    let at = top.key("geo");
    if inside(file.lat, file.lon) {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "degrees within Sweden, times a million, fit in 32 bits"
        )]
        let millionths = |degrees: f64| (degrees * 1e6).round() as i32;
        let geo = Geo { lat: millionths(file.lat), lon: millionths(file.lon) };
        if (geo.lat, geo.lon) == super::unwritten::PLACE {
            report.add(Code::TemplateText, at.value()).with("kind", "place");
        }
        return Some(geo);
    }
    let code = if inside(file.lon, file.lat) { Code::SwappedCoordinates } else { Code::OutsideSweden };
    report.add(code, at.value()).with("lat", file.lat).with("lon", file.lon);
    None
}

fn check_premises(
    file: Option<PremisesFile>,
    report: &mut Report,
) -> (Vec<(&'static str, bool)>, Option<Text>) {
    let Some(file) = file else { return (Vec::new(), None) };
    let features = [
        ("step_free", file.step_free),
        ("lift", file.lift),
        ("accessible_toilet", file.accessible_toilet),
        ("changing_table", file.changing_table),
        ("hearing_loop", file.hearing_loop),
    ];
    let top = Trail::TOP;
    let note = check::optional(file.note, &top.key("premises").key("note"), report);
    (features.into_iter().filter_map(|(name, there)| there.map(|there| (name, there))).collect(), note)
}

fn check_images(files: Vec<super::files::ImageFile>, report: &mut Report) -> Vec<ImageUse> {
    let top = Trail::TOP;
    let list = top.key("images");
    bounds::within(files, &list, report)
        .into_iter()
        .enumerate()
        .map(|(index, file)| check::image(file, &list.index(index), report))
        .collect()
}
