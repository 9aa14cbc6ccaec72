//! Hours, seasons, exceptions and activities: what a centre's file says of days and times.

use std::collections::HashSet;
use std::fmt;

use schemars::JsonSchema;
use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{forms, rules};
use crate::parse::likely::{ages_in, week_in_line};
use crate::parse::values::{Text, parse_weekdays};

/// Hours: day or range of days, and what it holds, in the order of the file.
#[derive(Debug)]
pub struct HoursFile(pub Vec<(String, String)>);

impl<'de> Deserialize<'de> for HoursFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(HoursVisitor)
    }
}

struct HoursVisitor;

impl<'de> Visitor<'de> for HoursVisitor {
    type Value = HoursFile;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("hours by weekday, such as monday-thursday: 9.00–12.00")
    }

    fn visit_str<E: de::Error>(self, line: &str) -> Result<HoursFile, E> {
        // `måndag–torsdag 9–12, fredag 9–11` on one line.
        let week = week_in_line(line).ok_or_else(|| E::invalid_type(de::Unexpected::Str(line), &self))?;
        Ok(HoursFile(week))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<HoursFile, A::Error> {
        let mut days: Vec<(String, String)> = Vec::new();
        let mut known = HashSet::new();
        while let Some((day, hours)) = map.next_entry::<String, String>()? {
            if !known.insert(day.clone()) {
                return Err(de::Error::custom(format_args!("duplicate entry {day}")));
            }
            // A comma within braces makes names of the hours after it: who reads with places can tell.
            if hours.is_empty() && parse_weekdays(&day).is_err() {
                return Err(de::Error::invalid_type(de::Unexpected::Unit, &self));
            }
            days.push((day, hours));
        }
        Ok(HoursFile(days))
    }
}

/// One value or a list of them: `datum: 2026-10-12`, `datum: [2026-10-12, 2026-11-09]`.
#[derive(Debug, Default)]
pub struct OneOrMany(pub Vec<String>);

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrManyVisitor)
    }
}

struct OneOrManyVisitor;

impl<'de> Visitor<'de> for OneOrManyVisitor {
    type Value = OneOrMany;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<OneOrMany, E> {
        Ok(OneOrMany(vec![text.to_string()]))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<OneOrMany, E> {
        Ok(OneOrMany(vec![number.to_string()]))
    }

    fn visit_unit<E: de::Error>(self) -> Result<OneOrMany, E> {
        Ok(OneOrMany::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<OneOrMany, A::Error> {
        let mut all = Vec::new();
        while let Some(item) = items.next_element::<String>()? {
            all.push(item);
        }
        Ok(OneOrMany(all))
    }
}

/// The hours of an exception: the same each day, or a week of its own.
#[derive(Debug)]
pub enum ExceptionHours {
    /// Each day.
    Daily(String),
    /// By weekday.
    Week(HoursFile),
}

impl<'de> Deserialize<'de> for ExceptionHours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct HoursOfDays;
        impl<'de> Visitor<'de> for HoursOfDays {
            type Value = ExceptionHours;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<ExceptionHours, E> {
                Ok(ExceptionHours::Daily(text.to_string()))
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<ExceptionHours, E> {
                Ok(ExceptionHours::Daily(number.to_string()))
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<ExceptionHours, E> {
                Ok(ExceptionHours::Daily(number.to_string()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ExceptionHours, A::Error> {
                HoursVisitor.visit_map(map).map(ExceptionHours::Week)
            }
        }
        deserializer.deserialize_any(HoursOfDays)
    }
}

/// A time of the year with a week of its own.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct SeasonFile {
    /// What it is called.
    pub title: Option<Text>,
    /// The first day.
    #[schemars(with = "forms::Date")]
    pub from: String,
    /// The last day.
    #[schemars(with = "forms::Date")]
    pub to: String,
    /// Its week. Nothing after its colon is nothing.
    #[schemars(with = "HoursFile")]
    pub hours: Option<HoursFile>,
    /// Which services, by kind or name; all when left out.
    #[serde(default)]
    #[schemars(with = "forms::Services")]
    pub services: OneOrMany,
}

/// A time of the year with a week of its own, of a service.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct ServiceSeasonFile {
    /// What it is called.
    pub title: Option<Text>,
    /// The first day.
    #[schemars(with = "forms::Date")]
    pub from: String,
    /// The last day.
    #[schemars(with = "forms::Date")]
    pub to: String,
    /// Its week. Nothing after its colon is nothing.
    #[schemars(with = "HoursFile")]
    pub hours: Option<HoursFile>,
}

/// Days when it is not as usual.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
#[schemars(transform = rules::closed_or_hours)]
#[schemars(transform = rules::one_when)]
pub struct ExceptionFile {
    /// The first day.
    #[schemars(with = "Option<forms::Date>")]
    pub from: Option<String>,
    /// The last day; the first when left out.
    #[schemars(with = "Option<forms::Date>")]
    pub to: Option<String>,
    /// Or these weeks.
    #[serde(default)]
    #[schemars(with = "Option<forms::Weeks>")]
    pub weeks: OneOrMany,
    /// Or these days.
    #[serde(default)]
    #[schemars(with = "Option<forms::Dates>")]
    pub dates: OneOrMany,
    /// Closed?
    pub closed: Option<bool>,
    /// Or these hours.
    #[schemars(with = "Option<forms::ExceptionHoursForm>")]
    pub hours: Option<ExceptionHours>,
    /// Why.
    pub reason: Option<Text>,
    /// Which services, by kind or name; all when left out.
    #[serde(default)]
    #[schemars(with = "forms::Services")]
    pub services: OneOrMany,
}

/// A day whose activity is at another time.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
#[schemars(transform = rules::moved_somewhere)]
pub struct MovedFile {
    /// The day on which it was to be.
    #[schemars(with = "forms::Date")]
    pub date: String,
    /// The day on which it is; the same when left out.
    #[schemars(with = "Option<forms::Date>")]
    pub to: Option<String>,
    /// When it begins then; as usual when left out.
    #[schemars(with = "Option<forms::TimeOfDay>")]
    pub from: Option<String>,
}

/// Ages in months: a group, or in words that say their unit, such as `0–12 månader`.
#[derive(JsonSchema, Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[schemars(deny_unknown_fields, transform = rules::or_ages)]
pub struct Ages {
    /// From.
    pub min: Option<u16>,
    /// Up to.
    pub max: Option<u16>,
}

impl<'de> Deserialize<'de> for Ages {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("Ages", &["min", "max"], AgesVisitor)
    }
}

struct AgesVisitor;

impl<'de> Visitor<'de> for AgesVisitor {
    type Value = Ages;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("struct Ages")
    }

    fn visit_str<E: de::Error>(self, words: &str) -> Result<Ages, E> {
        let (min, max) = ages_in(words).ok_or_else(|| E::invalid_type(de::Unexpected::Str(words), &self))?;
        Ok(Ages { min, max })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Ages, A::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Group {
            min: Option<u16>,
            max: Option<u16>,
        }
        let Group { min, max } = Group::deserialize(de::value::MapAccessDeserializer::new(map))?;
        Ok(Ages { min, max })
    }
}
