//! The forms of values as a JSON Schema can say them, for editors that check while somebody writes.
//!
//! What is right is decided by `parse/values.rs` and `parse/check.rs`; a schema knows types, patterns and ranges alone. So a form takes
//! all that they take, and refuses what it can; `tests/content/schema/` holds one against the other. Patterns are written in what
//! engines read alike: `[0-9]` for digits, nothing escaped that need not be.
//!
//! YAML makes a number of `9.50` and of `0127`, and the number does not say how it was written. A form takes numbers where one way to
//! write them is right. Two oddities are refused, though a build takes them, since nobody means them: YAML's own `true`, `false` and
//! `null` where a text stands, and blanks around a weekday.

mod times;

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::HoursFile;
use crate::base::{Code, Severity};
use crate::parse::hours::BOOKING;
use crate::parse::language;
use crate::parse::likely::{DAYS, SWEDISH_DAYS, TWO_LETTERS, named_languages};
use crate::parse::values::{ENGLISH_MONTHS, MONTHS, Text, WEEKDAYS};

/// Something to read: not empty, and not YAML's word for nothing.
const SAYS_SOMETHING: &str = r"[^\s~]|~\s*~";

/// A day that the calendar has, of a year that a date here may have.
const DAY: &str = "(?:(?:19|20)[0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|\
                   (?:(?:19|20)(?:0[48]|[2468][048]|[13579][26])|2000)-02-29)";

/// `9`, `9.00`, `09:00`, `kl. 9`.
const TIME: &str = r"(?:kl\.?\s*)?(?:(?:[01]?[0-9]|2[0-3])(?:[.:][0-5][0-9])?|24(?:[.:]00)?)";

/// What may stand between the digits of a phone number.
const BETWEEN: &str = r"[ \u00a0()/–-]*";

/// A name as it stands in addresses.
const SLUG: &str = "[a-z0-9-]+";

/// An old address of a page: folders, and at its end a folder or a file of HTML.
const OLD_ADDRESS: &str = "(?:/[A-Za-z0-9_-]+(?:[.][A-Za-z0-9_-]+)*)*/[A-Za-z0-9_-]+(?:(?:[.][A-Za-z0-9_-]+)*[.][hH][tT][mM][lL]?)?/?";

/// What an address never holds.
const NOT_IN_ADDRESS: &str = r#"\s\u0000-\u001f\u007f-\u009f\\"<>"#;

/// Makes each form a type that stands for it in `#[schemars(with = "…")]`; with `of`, one value of that form or a list of such.
/// `errorMessage` is the id of what an editor says where a value is of another form.
macro_rules! forms {
    ($($(#[$doc:meta])* $name:ident $(of $item:ty)? = $schema:expr;)*) => {$(
        $(#[$doc])*
        pub struct $name;

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
                let mut schema = $schema;
                $(schema.insert("items".into(), _generator.subschema_for::<$item>().to_value());)?
                schema.insert("errorMessage".into(), concat!("schema-", stringify!($name)).into());
                schema
            }
        }
    )*};
}

forms! {
    /// A text that must say something. A bare number is read as it is written.
    Words = json_schema!({"type": ["string", "number"], "pattern": SAYS_SOMETHING});
    /// A word or name. A bare number is read as it is written; one that says nothing is told of with its group.
    Synonym = json_schema!({"type": ["string", "number"]});
    /// A day.
    Date = json_schema!({
        "type": ["string", "integer"],
        "pattern": format!("{}|{}", around(DAY), around(&other_dates())),
        "minimum": 19_000_101,
        "maximum": 31_122_099,
    });
    /// A year, a month or a day.
    PartialDate = json_schema!({
        "type": ["string", "integer"],
        "pattern": around(&format!("(?:19|20)[0-9]{{2}}(?:-(?:0[1-9]|1[0-2]))?|{DAY}")),
        "minimum": 1900,
        "maximum": 2099,
    });
    /// A time of the day.
    TimeOfDay = json_schema!({
        "type": ["string", "number"],
        "pattern": around(TIME),
        "anyOf": [
            {"type": "string"},
            {"minimum": 0, "maximum": 24, "not": {"anyOf": (0..24).map(after_the_hour).collect::<Vec<_>>()}},
            // 930 is half past nine.
            {"type": "integer", "minimum": 100, "maximum": 2400, "multipleOf": 5},
        ],
    });
    /// The hours of a day, or closed.
    DayHours = text(&day_hours());
    /// A weekday, or several in a text.
    Weekday = json_schema!({
        "type": "string",
        "enum": WEEKDAYS,
        "also": weekdays(),
    });
    /// A weekday, or several in a text or a list.
    WeekdayOrMore of Weekday = json_schema!({
        "type": ["string", "array"],
        "enum": WEEKDAYS,
        "also": weekdays(),
        "minItems": 1,
    });
    /// In which weeks something is.
    Repeat = text(&times::repeat());
    /// A Swedish phone number.
    PhoneNumber = json_schema!({
        "type": ["string", "integer"],
        "pattern": around(&phone()),
        "minimum": 1_000_000,
        "maximum": 999_999_999,
    });
    /// A postal code.
    PostalCode = json_schema!({
        "type": ["string", "integer"],
        "pattern": r"^[ \u00a0]*(?:S(?:E|-))?[ \u00a0-]*[1-9][ \u00a0-]*[0-9](?:[ \u00a0-]*[0-9]){3}[ \u00a0-]*$",
        "minimum": 10000,
        "maximum": 99999,
    });
    /// An organisation number.
    OrganisationNumber = json_schema!({
        "type": ["string", "integer"],
        "pattern": r"^\s*(?:16)?[0-9]{2}[2-9][0-9]{3}-?[0-9]{4}\s*$",
        "minimum": 1_020_000_000_i64,
        "maximum": 169_999_999_999_i64,
    });
    /// An e-mail address.
    EmailAddress = text(&email());
    /// A web address.
    WebAddress = text(&web());
    /// A colour, as CSS writes it.
    Colour = json_schema!({
        "type": ["string", "integer"],
        "pattern": r"^\s*(?:#?[0-9a-fA-F]{6}(?:[fF]{2})?|#[0-9a-fA-F]{3}[fF]?|(?:[rR][gG][bB]|[hH][sS][lL])[aA]?\(.+\)|(?:[oO][kK])?[lL](?:[aA][bB]|[cC][hH])\(.+\)|[hH][wW][bB]\(.+\)|[a-zA-Z]+)\s*$",
        "minimum": 0,
        "maximum": 999_999,
    });
    /// A host without scheme and path.
    Host = json_schema!({"type": ["string", "number"], "pattern": "^[a-z0-9.-]+$"});
    /// A language that fcsite knows.
    Language = json_schema!({
        "type": "string",
        "enum": language::codes().collect::<Vec<_>>(),
        "also": around(&any_case(named_languages())),
    });
    /// SCB's code of a municipality.
    MunicipalityCode = json_schema!({
        "type": ["string", "integer"],
        "pattern": "^[0-9]{4}$",
        "minimum": 0,
        "maximum": 9999,
    });
    /// A name as it stands in addresses: of a page, news item or activity.
    Name = json_schema!({"type": ["string", "integer"], "pattern": format!("^{SLUG}$")});
    /// A name that a file has had.
    FormerName = json_schema!({"type": ["string", "integer"], "pattern": around(SLUG)});
    /// The name of a centre, perhaps with its municipality's.
    CentreName = json_schema!({"type": ["string", "integer"], "pattern": format!("^(?:{SLUG}/)?{SLUG}$")});
    /// An old address within the site.
    Alias = text(&around(OLD_ADDRESS));
    /// A success criterion of WCAG.
    Criterion = text(r"^[1-4]\.[0-9]{1,2}\.[0-9]{1,2}$");
    /// A warning that can be turned off.
    Warning = json_schema!({"type": "string", "enum": warnings()});
    /// A degree of latitude within Sweden.
    Latitude = json_schema!({"type": "number", "minimum": 55, "maximum": 69.5});
    /// A degree of longitude within Sweden.
    Longitude = json_schema!({"type": "number", "minimum": 10.5, "maximum": 24.5});
    /// Weekdays.
    Weekdays of Weekday = json_schema!({"type": ["string", "array"], "pattern": weekdays(), "minItems": 1});
    /// Days.
    Dates of Date = json_schema!({
        "type": ["string", "integer", "array"],
        "pattern": format!("{}|{}", around(DAY), around(&other_dates())),
        "minimum": 19_000_101,
        "maximum": 31_122_099,
    });
    /// Weeks.
    Weeks of OneOfWeeks = json_schema!({"type": ["string", "array"], "pattern": times::weeks("?")});
    /// Days and weeks.
    DatesAndWeeks of DateOrWeeks = json_schema!({
        "type": ["string", "integer", "array"],
        "pattern": date_or_weeks(),
        "minimum": 19_000_101,
        "maximum": 31_122_099,
    });
    /// Services of a centre.
    Services of ServiceName = json_schema!({"type": ["string", "array", "null"], "pattern": SAYS_SOMETHING});
    /// Weeks in a list.
    OneOfWeeks = text(&times::weeks("?"));
    /// A day or weeks in a list.
    DateOrWeeks = json_schema!({
        "type": ["string", "integer"],
        "pattern": date_or_weeks(),
        "minimum": 19_000_101,
        "maximum": 31_122_099,
    });
    /// A service, by its kind or its own name. The kinds are there for an editor to propose.
    ServiceName = json_schema!({
        "anyOf": [
            {"type": "string", "enum": super::ServiceKind::KEYS},
            {"type": ["string", "number"], "pattern": SAYS_SOMETHING},
        ],
    });
}

fn date_or_weeks() -> String {
    format!("{}|{}|{}", around(DAY), around(&other_dates()), times::weeks(""))
}

/// The hours of an exception: of each day, or of a week.
pub struct ExceptionHoursForm;

impl JsonSchema for ExceptionHoursForm {
    fn schema_name() -> Cow<'static, str> {
        "ExceptionHours".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = HoursFile::json_schema(generator);
        // The single days are described where they are the usual ones.
        schema.remove("properties");
        schema.insert("type".into(), json!(["string", "object"]));
        schema.insert("pattern".into(), day_hours().into());
        schema.insert("errorMessage".into(), "schema-ExceptionHours".into());
        schema
    }
}

/// A plain text, or one for each language. Here YAML's numbers are taken when they are whole and not below zero.
impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "integer", "object"],
            "pattern": SAYS_SOMETHING,
            "minimum": 0,
            "minProperties": 1,
            "propertyNames": generator.subschema_for::<Language>(),
            "additionalProperties": generator.subschema_for::<Words>(),
            "errorMessage": "schema-Text",
        })
    }
}

/// The single days are named, so that an editor proposes them.
impl JsonSchema for HoursFile {
    fn schema_name() -> Cow<'static, str> {
        "HoursFile".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let hours = generator.subschema_for::<DayHours>();
        let days: Map<String, Value> =
            WEEKDAYS.into_iter().map(|day| (day.to_string(), hours.clone().to_value())).collect();
        json_schema!({
            "type": "object",
            "properties": days,
            "patternProperties": {weekdays(): hours},
            "additionalProperties": false,
            "errorMessage": "schema-HoursFile",
        })
    }
}

/// The whole text, with or without blanks around it.
fn around(pattern: &str) -> String {
    format!(r"^\s*(?:{pattern})\s*$")
}

/// A form of a text that its pattern says alone.
fn text(pattern: &str) -> Schema {
    json_schema!({"type": "string", "pattern": pattern})
}

/// The numbers between one hour's last minute and the next hour, which no time is written as: 9.75.
fn after_the_hour(hour: i32) -> Value {
    json!({"exclusiveMinimum": f64::from(hour * 100 + 59) / 100.0, "exclusiveMaximum": hour + 1})
}

/// Days as people write them beside year-month-day: with other signs between, the day first, the month by its name, or without any sign.
fn other_dates() -> String {
    let names = MONTHS.iter().chain(&ENGLISH_MONTHS).map(|month| {
        let letters: Vec<char> = month.chars().collect();
        // Any beginning of at least three letters.
        let (begin, rest) = letters.split_at(3.min(letters.len()));
        let rest = rest.iter().rev().fold(String::new(), |rest, c| format!("(?:{}{rest})?", cased(*c)));
        begin.iter().map(|c| cased(*c)).collect::<String>() + &rest
    });
    let names = names.collect::<Vec<_>>().join("|");
    let (year, day, sign) = ("(?:19|20)[0-9]{2}", "(?:0?[1-9]|[12][0-9]|3[01])", "[ ./,–-]+");
    let month = format!("(?:0?[1-9]|1[0-2]|{names})");
    // As year-month-day is written, its day must be one.
    let shaped = r"(?![0-9]{4}-[0-9]{2}-[0-9]{2}\s*$)";
    format!(
        "(?:[Dd][Ee][Nn] )?(?:{shaped}{year}{sign}{month}{sign}{day}|{day}{sign}{month}{sign}{year}|(?:{names}){sign}{day}{sign}{year}|\
         (?:19|20)[0-9]{{6}}|[0-9]{{4}}(?:19|20)[0-9]{{2}}|[0-9]{{6}}|{day}{sign}{month}{sign}[0-9]{{2}}|[0-9]{{2}}{sign}{month}{sign}{day})"
    )
}

/// A letter in both cases.
fn cased(c: char) -> String {
    format!("[{}{}]", c.to_lowercase(), c.to_uppercase())
}

/// Some words, in any case.
fn any_case<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.map(|word| word.chars().map(cased).collect::<String>()).collect::<Vec<_>>().join("|")
}

/// What may stand before a day.
const WHICH: &str = "(?:(?:[Vv][Aa][Rr][Jj][Ee]|[Aa][Ll][Ll][Aa]|[Pp][Åå]|[Ee][Vv][Ee][Rr][Yy]) )*";

/// A weekday in both languages, whole or shortened, of one day or of many.
fn day_word(day: usize) -> String {
    let plain = |c: char| match c {
        'å' | 'ä' => "[AaÅåÄä]".to_string(),
        'ö' => "[OoÖö]".to_string(),
        c => cased(c),
    };
    let (whole, short) = SWEDISH_DAYS[day];
    let spelled = |word: &str| word.chars().map(plain).collect::<String>();
    let english: Vec<char> = WEEKDAYS[day].chars().collect();
    let (begin, rest) = english.split_at(3);
    let rest = rest.iter().rev().fold(String::new(), |rest, c| format!("(?:{}{rest})?", cased(*c)));
    let english = begin.iter().map(|c| cased(*c)).collect::<String>() + &rest;
    let tor = if day == 3 { "|[Tt][Oo][Rr]" } else { "" };
    format!(
        "(?:(?:{}|{english})(?:[Aa][Rr]|[Ee][Nn]|[Aa][Rr][Nn][Aa]|[Ss]|[Ee][Nn][Ss])?|{}|{}{tor})\\.?",
        spelled(whole),
        spelled(short),
        spelled(TWO_LETTERS[day])
    )
}

/// `closed`, `stängt`, or intervals.
fn day_hours() -> String {
    let interval = format!(r"\s*{TIME}\s*[–—-]\s*{TIME}\s*");
    // `0900-1200`, `9,30-12,00`, `9 till 12`, and several with `och` between.
    let time = r"(?:kl\.?\s*)?[0-9]{1,4}(?:[.:,][0-9]{2})?";
    let loose = format!(r"\s*{time}\s*(?:[–—-]|till|to)\s*{time}\s*");
    let sign = r"(?:[,;/&+\s]|och|samt|and)";
    let hours = format!(
        r"{interval}(?:[,;/&+\s]{interval})*|(?=.*(?:och|samt|and|;|till|to|,[0-9]{{2}}|[0-9]{{3}})){loose}(?:{sign}{loose})*"
    );
    let booking = format!(r"\s*\(?(?:{})[):,]?\s*", any_case(BOOKING.into_iter()));
    format!(
        "^(?:{hours}|{}|{booking}(?:{hours})?|(?:{hours}){booking})$",
        r"\s*(?:[Cc][Ll][Oo][Ss][Ee][Dd]|[Ss][Tt][ÄäAa][Nn][Gg][TtDd])\s*"
    )
}

/// A weekday, or a range of days that goes forward.
fn weekdays() -> String {
    let all: Vec<String> = (0..7).map(day_word).collect();
    let range = |at: usize| {
        let last = all[at..].join("|");
        format!(r"{}(?:\s*(?:[–—-]|till|to|t\.o\.m\.)\s*(?:{last}))?", all[at])
    };
    let one = format!(
        "(?:{}|{})",
        (0..7).map(range).collect::<Vec<_>>().join("|"),
        any_case(DAYS.iter().map(|(name, _)| *name))
    );
    around(&format!("{WHICH}{one}(?:\\s*(?:[,/&+]|och|samt|and)\\s*{one})*"))
}

/// Eight to ten digits with their 0, or seven to nine after +46.
fn phone() -> String {
    let digits = format!("[1-9](?:{BETWEEN}[0-9]){{6,8}}{BETWEEN}");
    format!(r"{BETWEEN}0{BETWEEN}{digits}|(?:\+|00)46[ \u00a0-]*(?:\(0\))*{BETWEEN}{digits}")
}

/// Letters of any language, digits and `.-_+` before and after the `@`, and a dot within the host.
fn email() -> String {
    let (letters, all) = (r"\p{L}\p{M}\p{N}_+-", r"\p{L}\p{M}\p{N}_+.-");
    around(&format!(r"[{all}]+@[{letters}][{all}]*\.[{all}]*[{letters}]"))
}

/// `http` or `https`, a host without user and password, and nothing that ends an address.
fn web() -> String {
    let (host, any) = (format!("/?#@{NOT_IN_ADDRESS}"), NOT_IN_ADDRESS);
    around(&format!("[Hh][Tt][Tt][Pp][Ss]?://[^:{host}][^{host}]*(?:[/?#][^{any}]*)?"))
}

/// The codes of all warnings.
fn warnings() -> Vec<String> {
    let all = Code::ALL.iter().filter(|code| code.severity() == Severity::Warning);
    all.map(Code::to_string).collect()
}
