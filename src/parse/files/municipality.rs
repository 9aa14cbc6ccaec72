//! `site.yaml` and `municipality.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::forms;
use crate::parse::record::words;

/// Which checks are turned off for a file.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct Checks {
    /// The codes of warnings that are not told, such as `FC0202`.
    #[schemars(with = "Vec<forms::Warning>")]
    pub off: Vec<String>,
}

words! {
    /// What a holiday does to the hours of its weekday.
    HolidayRule {
        /// Closed.
        Closed = "closed",
        /// Open as usual.
        Open = "open",
        /// As usual, but the page says that they may differ and the build warns.
        Warn = "warn",
    }
}

words! {
    /// Under which terms the open data may be used.
    DataLicence {
        /// Without any: CC0 1.0.
        Free = "cc0",
        /// By whoever names the publisher: CC BY 4.0.
        Named = "cc-by",
    }
}

words! {
    /// What becomes of archived records of a kind, as the municipality has decided.
    Retention {
        /// They are kept for good.
        Keep = "keep",
        /// They are to be discarded.
        Discard = "discard",
    }
}

words! {
    /// The face of a municipality's headings.
    HeadingFont {
        /// Without serifs: the reader's own.
        Sans = "sans",
        /// With serifs.
        Serif = "serif",
        /// With round ends.
        Rounded = "rounded",
    }
}

words! {
    /// How far the site meets the law.
    Compliance {
        /// Wholly.
        Fully = "fully",
        /// Save for the shortcomings named.
        Partially = "partially",
        /// Not.
        NotCompliant = "not_compliant",
    }
}

words! {
    /// Who assessed the site.
    Method {
        /// The organisation itself.
        Own = "self",
        /// Somebody from outside.
        External = "external",
    }
}
