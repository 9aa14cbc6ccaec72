//! `centres/<id>.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    ActivityFile, ChecksFile, ExceptionFile, HoursFile, ImageFile, NoticeFile, SeasonFile, ServiceSeasonFile,
    forms, rules,
};
use crate::base::names;
use crate::parse::values::Text;

/// `content/<municipality>/centres/<id>.yaml`.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
#[schemars(transform = rules::planned)]
#[schemars(transform = rules::services)]
pub struct CentreFile {
    /// The centre's name.
    pub name: Text,
    /// Where it stands in its life.
    pub status: Status,
    /// Its kind; derived from the services when left out.
    #[serde(rename = "type")]
    pub kind: Option<CentreType>,
    /// A year, month or date; only with `planned`.
    #[schemars(with = "Option<forms::PartialDate>")]
    pub planned_opening: Option<String>,
    /// When it opened.
    #[schemars(with = "Option<forms::Date>")]
    pub opened: Option<String>,
    /// Where it is.
    pub address: Option<AddressFile>,
    /// Where it is, in WGS 84.
    pub geo: Option<GeoFile>,
    /// Phone.
    #[schemars(with = "Option<forms::PhoneNumber>")]
    pub phone: Option<String>,
    /// Mail.
    #[schemars(with = "Option<forms::EmailAddress>")]
    pub email: Option<String>,
    /// Its own page elsewhere.
    #[schemars(with = "Option<forms::WebAddress>")]
    pub url: Option<String>,
    /// What one can get there.
    #[schemars(length(min = 1))]
    pub services: Vec<ServiceFile>,
    /// When it is open.
    pub hours: Option<HoursFile>,
    /// When somebody answers the phone.
    pub phone_hours: Option<HoursFile>,
    /// Times of the year with a week of their own.
    #[serde(default)]
    pub seasons: Vec<SeasonFile>,
    /// Days when it is not as usual.
    #[serde(default)]
    pub exceptions: Vec<ExceptionFile>,
    /// What happens there.
    #[serde(default)]
    pub activities: Vec<ActivityFile>,
    /// Notices on its page.
    #[serde(default)]
    pub notices: Vec<NoticeFile>,
    /// Languages that the staff speak.
    #[serde(default)]
    #[schemars(with = "Vec<forms::Language>", extend("uniqueItems" = true))]
    pub spoken_languages: Vec<String>,
    /// How accessible its premises are.
    pub premises: Option<PremisesFile>,
    /// The way there.
    pub getting_there: Option<GettingThere>,
    /// Pictures.
    #[serde(default)]
    pub images: Vec<ImageFile>,
    /// The function that answers for these facts; never a person.
    pub owner: Option<Text>,
    /// When somebody last saw to it that they are right.
    #[schemars(with = "Option<forms::Date>")]
    pub reviewed: Option<String>,
    /// Old addresses that lead here.
    #[serde(default)]
    #[schemars(with = "Vec<forms::Alias>")]
    pub aliases: Vec<String>,
    /// Which checks are turned off for this file.
    pub checks: Option<ChecksFile>,
}

/// Where a centre stands in its life.
#[derive(Deserialize, JsonSchema, Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Not open yet.
    Planned,
    /// Open.
    Open,
    /// Closed for a while.
    TemporarilyClosed,
    /// Closed for good.
    Closed,
}

impl Status {
    /// As files and themes' words write it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Open => "open",
            Self::TemporarilyClosed => "temporarily_closed",
            Self::Closed => "closed",
        }
    }

    /// Is there nothing to come to? What the file says of hours and activities stays there until it opens again.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Closed | Self::TemporarilyClosed)
    }
}

/// The kind of a centre.
#[derive(Deserialize, JsonSchema, Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[serde(rename_all = "snake_case")]
pub enum CentreType {
    /// Familjecentral: all four services.
    FamilyCentre,
    /// Familjecentralsliknande verksamhet: child health and a municipal service.
    FamilyCentreLike,
}

impl CentreType {
    /// As files and themes' words write it.
    pub fn key(self) -> &'static str {
        match self {
            Self::FamilyCentre => "family_centre",
            Self::FamilyCentreLike => "family_centre_like",
        }
    }
}

/// An address.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct AddressFile {
    /// Street and number.
    #[schemars(with = "forms::Words")]
    pub street: String,
    /// `145 61`.
    #[schemars(with = "Option<forms::PostalCode>")]
    pub postal_code: Option<String>,
    /// The postal town.
    #[schemars(with = "Option<forms::Words>")]
    pub city: Option<String>,
    /// Which door.
    pub entrance: Option<Text>,
}

/// A place in WGS 84 decimal degrees.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct GeoFile {
    /// Latitude.
    #[schemars(with = "forms::Latitude")]
    pub lat: f64,
    /// Longitude.
    #[schemars(with = "forms::Longitude")]
    pub lon: f64,
}

/// A service.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
#[schemars(transform = rules::named)]
pub struct ServiceFile {
    /// Its kind.
    pub kind: ServiceKind,
    /// Its own name.
    pub name: Option<Text>,
    /// Who runs it.
    pub operator: Option<OperatorFile>,
    /// Phone.
    #[schemars(with = "Option<forms::PhoneNumber>")]
    pub phone: Option<String>,
    /// Its page.
    #[schemars(with = "Option<forms::WebAddress>")]
    pub url: Option<String>,
    /// Does one need to book?
    pub access: Option<Access>,
    /// Its own hours.
    pub hours: Option<HoursFile>,
    /// When somebody answers its phone.
    pub phone_hours: Option<HoursFile>,
    /// Times of the year with a week of its own.
    #[serde(default)]
    pub seasons: Vec<ServiceSeasonFile>,
}

/// The kind of a service.
#[derive(Deserialize, JsonSchema, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[serde(rename_all = "snake_case")]
pub enum ServiceKind {
    /// Mödrahälsovård, barnmorskemottagning.
    MaternalHealth,
    /// Barnhälsovård, barnavårdscentral.
    ChildHealth,
    /// Öppen förskola.
    OpenPreschool,
    /// Socialtjänst with preventive work.
    SocialServices,
    /// A breastfeeding clinic.
    Breastfeeding,
    /// Vårdcentral.
    HealthCentre,
    /// Something else; it then needs a name.
    Other,
}

impl ServiceKind {
    /// Every kind, in the order of the content model.
    pub const ALL: [Self; 7] = [
        Self::MaternalHealth,
        Self::ChildHealth,
        Self::OpenPreschool,
        Self::SocialServices,
        Self::Breastfeeding,
        Self::HealthCentre,
        Self::Other,
    ];

    /// The words for them in files, in the same order.
    pub const KEYS: [&str; 7] = [
        "maternal_health",
        "child_health",
        "open_preschool",
        "social_services",
        "breastfeeding",
        "health_centre",
        "other",
    ];

    /// The kind that a word means, in either language.
    pub fn meant(word: &str) -> Option<Self> {
        let key = names::value("ServiceKind", &Self::KEYS, word)?;
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// As files and themes' words write it.
    pub fn key(self) -> &'static str {
        match self {
            Self::MaternalHealth => "maternal_health",
            Self::ChildHealth => "child_health",
            Self::OpenPreschool => "open_preschool",
            Self::SocialServices => "social_services",
            Self::Breastfeeding => "breastfeeding",
            Self::HealthCentre => "health_centre",
            Self::Other => "other",
        }
    }
}

/// Who runs a service.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct OperatorFile {
    /// What kind of body.
    #[serde(rename = "type")]
    pub kind: OperatorType,
    /// Its name.
    pub name: Option<Text>,
}

/// What kind of body runs a service.
#[derive(Deserialize, JsonSchema, Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[serde(rename_all = "snake_case")]
pub enum OperatorType {
    /// The region.
    Region,
    /// The municipality.
    Municipality,
    /// A company or association, for the region.
    PrivateForRegion,
    /// Another.
    Other,
}

impl OperatorType {
    /// As files and themes' words write it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Municipality => "municipality",
            Self::PrivateForRegion => "private_for_region",
            Self::Other => "other",
        }
    }
}

/// Does one need to book?
#[derive(Deserialize, JsonSchema, Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Come as you are.
    DropIn,
    /// By appointment.
    Booking,
    /// Either.
    Both,
}

impl Access {
    /// As files and themes' words write it.
    pub fn key(self) -> &'static str {
        match self {
            Self::DropIn => "drop_in",
            Self::Booking => "booking",
            Self::Both => "both",
        }
    }
}

/// How accessible the premises are.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct PremisesFile {
    /// No steps.
    pub step_free: Option<bool>,
    /// A lift.
    pub lift: Option<bool>,
    /// An accessible toilet.
    pub accessible_toilet: Option<bool>,
    /// A changing table.
    pub changing_table: Option<bool>,
    /// A hearing loop.
    pub hearing_loop: Option<bool>,
    /// Anything else.
    pub note: Option<Text>,
}

/// A group of texts. What is read is what pages are made of, and each text is known by its field's name: a field more is a line here.
macro_rules! texts {
    ($(#[$about:meta])* $group:ident { $($(#[$doc:meta])* $field:ident),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Deserialize, JsonSchema, Clone, Default, PartialEq, Eq, Hash, Debug)]
        #[serde(deny_unknown_fields)]
        pub struct $group {
            $($(#[$doc])* pub $field: Option<Text>,)+
        }

        impl $group {
            /// The texts that are given, each with its field's name.
            pub fn each(&self) -> impl Iterator<Item = (&'static str, &Text)> {
                let all = [$((stringify!($field), self.$field.as_ref())),+];
                all.into_iter().filter_map(|(name, text)| Some((name, text?)))
            }

            /// The same group with what becomes of each text that is given.
            pub fn checked(self, mut check: impl FnMut(&'static str, Text) -> Option<Text>) -> Self {
                Self { $($field: self.$field.and_then(|text| check(stringify!($field), text)),)+ }
            }
        }
    };
}

texts! {
    /// The way there.
    GettingThere {
        /// By bus, train or underground.
        transit,
        /// By car.
        car,
        /// Where to leave the pram.
        pram_parking,
    }
}
