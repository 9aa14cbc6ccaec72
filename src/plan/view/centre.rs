//! Centres: their boxes and their pages.

use serde::Serialize;

use super::{DateView, ImageView, LinkView, NoticeView, TextView};

/// A centre in a list.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct BoxView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: TextView,
    /// Its page, where it can be linked.
    pub url: Option<String>,
    /// Where it stands in its life.
    pub status: &'static str,
    /// Its kind.
    #[serde(rename = "type")]
    pub kind: Option<&'static str>,
    /// Where it is.
    pub address: Option<AddressView>,
    /// Phone.
    pub phone: Option<LinkView>,
    /// Mail.
    pub email: Option<LinkView>,
    /// Its own page elsewhere.
    pub link: Option<LinkView>,
    /// What one can get there.
    pub services: Vec<BoxServiceView>,
    /// When it is planned to open, in words.
    pub planned_opening: Option<String>,
    /// Its municipality.
    pub municipality: TextView,
    /// A map of the place.
    pub map_url: Option<String>,
    /// Its first picture.
    pub image: Option<ImageView>,
}

/// A service in a box.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct BoxServiceView {
    /// Its kind.
    pub kind: &'static str,
    /// Its own name.
    pub name: Option<TextView>,
}

/// An address.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct AddressView {
    /// Street and number.
    pub street: String,
    /// `145 61`.
    pub postal_code: Option<String>,
    /// The postal town.
    pub city: Option<String>,
    /// Which door.
    pub entrance: Option<TextView>,
}

/// Hours.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct HoursView {
    /// The usual week, from Monday; empty when it is not known.
    pub week: Vec<WeekdayView>,
    /// The day that the page is made for.
    pub today: Option<TodayView>,
    /// Coming days that are not as usual.
    pub exceptions: Vec<SpecialView>,
}

/// A weekday.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct WeekdayView {
    /// `monday`.
    pub day: &'static str,
    /// `måndag`.
    pub name: String,
    /// `09.00–12.00`; none when closed.
    pub times: Vec<String>,
    /// Is it today's weekday?
    pub today: bool,
}

/// Today's hours.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct TodayView {
    /// The day.
    pub date: DateView,
    /// When it is open.
    pub times: Vec<String>,
    /// Is it closed?
    pub closed: bool,
    /// Why it is not as usual.
    pub reason: Option<TextView>,
    /// Nobody has said whether these hours hold.
    pub uncertain: bool,
}

/// Days that are not as usual.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct SpecialView {
    /// The day or period in words.
    pub date: String,
    /// The first day.
    pub from: DateView,
    /// The last day.
    pub to: DateView,
    /// When it is open.
    pub times: Vec<String>,
    /// Is it closed?
    pub closed: bool,
    /// Why.
    pub reason: Option<TextView>,
    /// Which services; all when empty.
    pub services: Vec<TextView>,
    /// Is it a holiday by rule?
    pub holiday: bool,
    /// Nobody has said whether these hours hold.
    pub uncertain: bool,
}

/// A centre's own page.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct CentreView {
    /// When it is open.
    pub hours: Option<HoursView>,
    /// What one can get there.
    pub services: Vec<ServiceView>,
    /// Notices valid today.
    pub notices: Vec<NoticeView>,
    /// What happens each week.
    pub activities: Vec<ActivityView>,
    /// Languages that the staff speak.
    pub spoken_languages: Vec<LanguageView>,
    /// How accessible its premises are.
    pub premises: Vec<FeatureView>,
    /// Anything else about the premises.
    pub premises_note: Option<TextView>,
    /// The way there.
    pub getting_there: Option<GettingThereView>,
    /// Pictures.
    pub images: Vec<ImageView>,
    /// When it opened.
    pub opened: Option<DateView>,
    /// When its facts were last checked.
    pub reviewed: Option<DateView>,
    /// The function that answers for them.
    pub owner: Option<TextView>,
    /// Where it is.
    pub geo: Option<GeoView>,
}

/// A place.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct GeoView {
    /// Latitude in degrees.
    pub lat: String,
    /// Longitude in degrees.
    pub lon: String,
}

/// A service on the centre's page.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct ServiceView {
    /// Its kind.
    pub kind: &'static str,
    /// Its own name.
    pub name: Option<TextView>,
    /// Who runs it.
    pub operator: Option<OperatorView>,
    /// Phone.
    pub phone: Option<LinkView>,
    /// Its page.
    pub link: Option<LinkView>,
    /// Does one need to book?
    pub access: Option<&'static str>,
    /// Its own hours.
    pub hours: Option<HoursView>,
}

/// Who runs a service.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct OperatorView {
    /// What kind of body.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Its name.
    pub name: Option<TextView>,
}

/// What happens each week.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct ActivityView {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: TextView,
    /// `tuesday`.
    pub day: &'static str,
    /// `tisdag`.
    pub day_name: String,
    /// `10.00–10.30`.
    pub times: String,
    /// For whom, in words.
    pub ages: Option<String>,
    /// Does one need to book?
    pub access: Option<&'static str>,
    /// In which language.
    pub language: Option<LanguageView>,
    /// The first day.
    pub valid_from: Option<DateView>,
    /// The last day.
    pub valid_to: Option<DateView>,
}

/// A language.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct LanguageView {
    /// Its code.
    pub lang: String,
    /// Which way it is written.
    pub dir: &'static str,
    /// Its name in itself.
    pub name: String,
}

/// A feature of the premises.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct FeatureView {
    /// Which.
    pub key: &'static str,
    /// Is it there?
    pub available: bool,
}

/// The way there.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct GettingThereView {
    /// By bus, train or underground.
    pub transit: Option<TextView>,
    /// By car.
    pub car: Option<TextView>,
    /// Where to leave the pram.
    pub pram_parking: Option<TextView>,
}
