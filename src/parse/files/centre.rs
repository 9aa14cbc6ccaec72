//! `centres/<id>.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::parse::record::words;
use crate::parse::values::Text;

words! {
    /// Where a centre stands in its life.
    Status {
        /// Not open yet.
        Planned = "planned",
        /// Open.
        Open = "open",
        /// Closed for a while.
        TemporarilyClosed = "temporarily_closed",
        /// Closed for good.
        Closed = "closed",
    }
}

impl Status {
    /// Is there nothing to come to? What the file says of hours and activities stays there until it opens again.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Closed | Self::TemporarilyClosed)
    }
}

words! {
    /// The kind of a centre.
    CentreType {
        /// Familjecentral: all four services.
        FamilyCentre = "family_centre",
        /// Familjecentralsliknande verksamhet: child health and a municipal service.
        FamilyCentreLike = "family_centre_like",
    }
}

words! {
    /// The kind of a service.
    ServiceKind in ALL {
        /// Mödrahälsovård, barnmorskemottagning.
        MaternalHealth = "maternal_health",
        /// Barnhälsovård, barnavårdscentral.
        ChildHealth = "child_health",
        /// Öppen förskola.
        OpenPreschool = "open_preschool",
        /// Socialtjänst with preventive work.
        SocialServices = "social_services",
        /// A breastfeeding clinic.
        Breastfeeding = "breastfeeding",
        /// Vårdcentral.
        HealthCentre = "health_centre",
        /// Something else; it then needs a name.
        Other = "other",
    }
}

words! {
    /// What kind of body runs a service.
    OperatorType {
        /// The region.
        Region = "region",
        /// The municipality.
        Municipality = "municipality",
        /// A company or association, for the region.
        PrivateForRegion = "private_for_region",
        /// Another.
        Other = "other",
    }
}

words! {
    /// Does one need to book?
    Access in ALL {
        /// Come as you are.
        DropIn = "drop_in",
        /// By appointment.
        Booking = "booking",
        /// Either.
        Both = "both",
    }
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
