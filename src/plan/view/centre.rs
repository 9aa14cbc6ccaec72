//! Centres: their boxes and their pages.

use serde::{Serialize, Serializer};

use super::{
    ActivityView, DateView, DayView, HoursView, ImageView, LinkView, NoticeView, PhoneHoursView, SpecialView,
    StateView, TextView,
};

/// A centre in a list.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct BoxView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: TextView,
    /// The name without what every centre is called: `Fittja` of `Familjecentralen i Fittja`.
    pub short_name: TextView,
    /// What holds on the day of the page; in lists of a municipality's own centres alone.
    pub state: Option<StateView>,
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

/// A centre's own page.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct CentreView {
    /// What holds on the day of the page, of the centre or else of each service that has hours of its own.
    pub states: Vec<StateView>,
    /// The coming days that are not as usual, to be told of at once.
    pub announced: Vec<SpecialView>,
    /// What happens on the coming seven days, by day.
    pub week: Vec<DayView>,
    /// Does more happen on those days than is shown?
    pub week_more: bool,
    /// Those seven days in words.
    pub week_period: String,
    /// When it is open.
    pub hours: Option<HoursView>,
    /// When somebody answers the phone.
    pub phone_hours: Option<PhoneHoursView>,
    /// What nobody has said of an open centre, so that a parent asks before coming: `all`, `address`, `contact` or `hours`.
    pub missing: Option<&'static str>,
    /// What one can get there.
    pub services: Vec<ServiceView>,
    /// Notices valid today.
    pub notices: Vec<NoticeView>,
    /// Whom to ring where the centre has no phone of its own: the first of its services that has one.
    pub first_phone: Option<NamedPhoneView>,
    /// Where else to go in the municipality, while this one is not open.
    pub elsewhere: Vec<ElsewhereView>,
    /// The calendar that a phone can subscribe to, seen from the site's folder.
    pub calendar_url: Option<String>,
    /// Its feed of notices and closed days; none of one that has closed.
    pub feed_url: Option<String>,
    /// Its poster, seen from the site's folder.
    pub poster_url: Option<String>,
    /// What happens there, the next first.
    pub activities: Vec<ActivityView>,
    /// Languages that the staff speak.
    pub spoken_languages: Vec<LanguageView>,
    /// How accessible its premises are.
    pub premises: Vec<FeatureView>,
    /// Do coffee and a snack cost nothing there?
    pub cafe_free: bool,
    /// What they cost.
    pub cafe_cost: Option<TextView>,
    /// Anything else about the premises.
    pub premises_note: Option<TextView>,
    /// The way there.
    pub getting_there: Option<TextsView>,
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

/// A service's phone.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct NamedPhoneView {
    /// The service.
    pub name: TextView,
    /// The number as it is read.
    pub text: TextView,
    /// Where it leads.
    pub href: String,
}

/// A centre on the page of whom to ring.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct DirectoryView {
    /// The centre.
    pub centre: BoxView,
    /// When somebody answers its phone.
    pub phone_hours: Option<PhoneHoursView>,
    /// Its services that can be reached by themselves.
    pub services: Vec<DirectoryServiceView>,
}

/// A service there.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct DirectoryServiceView {
    /// Its kind.
    pub kind: &'static str,
    /// Its own name.
    pub name: Option<TextView>,
    /// Phone.
    pub phone: Option<LinkView>,
    /// When somebody answers it.
    pub phone_hours: Option<PhoneHoursView>,
    /// Its page elsewhere.
    pub link: Option<LinkView>,
}

/// An open centre, named on the page of one that is not.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct ElsewhereView {
    /// Its name.
    pub name: TextView,
    /// Its page, seen from the site's folder.
    pub url: String,
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
    /// When somebody answers its phone.
    pub phone_hours: Option<PhoneHoursView>,
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

/// A language.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct LanguageView {
    /// Its code.
    pub lang: String,
    /// Which way it is written.
    pub dir: &'static str,
    /// Its name in itself.
    pub name: String,
    /// Its name in the page's language, where that is another.
    pub here: Option<String>,
}

/// A feature of the premises.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct FeatureView {
    /// Which.
    pub key: &'static str,
    /// Is it there?
    pub available: bool,
}

/// A group of texts by their fields' names, in the order of the content model.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct TextsView(pub Vec<(&'static str, TextView)>);

impl Serialize for TextsView {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, text)| (name, text)))
    }
}
