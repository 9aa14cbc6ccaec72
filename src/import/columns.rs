//! Which column of a sheet says what: by the names that fields have in both languages, and by what people put above a column.

use crate::base::names;
use crate::edit::FieldTypes;

use super::sheet::{Sheet, letters};

/// What people call the columns of such lists, beside the fields' own names: the column, and what stands above it.
const HEADINGS: [(&str, &[&str]); 17] = [
    (
        "title",
        &["aktivitet", "aktiviteter", "vad", "vad händer", "namn", "activity", "what", "name", "event"],
    ),
    ("description", &["information", "info", "innehåll", "om aktiviteten", "kommentar", "about", "details"]),
    ("day", &["veckodag", "veckodagar", "weekday", "weekdays"]),
    ("repeat", &["återkommer", "hur ofta", "frekvens", "intervall", "repeats", "how often", "frequency"]),
    ("time", &["tid", "tider", "klockan", "klockslag", "kl", "kl.", "när", "time", "times", "when"]),
    ("from", &["starttid", "börjar", "börjar kl", "från kl", "start time", "begins"]),
    ("to", &["sluttid", "slutar kl", "till kl", "end time", "ends"]),
    (
        "valid_from",
        &[
            "startdatum",
            "från datum",
            "första gången",
            "första dagen",
            "första tillfället",
            "start date",
            "first day",
        ],
    ),
    (
        "valid_to",
        &[
            "slutdatum",
            "till datum",
            "sista gången",
            "sista dagen",
            "sista tillfället",
            "end date",
            "last day",
        ],
    ),
    ("except", &["inte", "ej", "uppehåll", "inställda dagar", "lov", "not on", "breaks"]),
    ("age_months", &["ålder", "åldrar", "åldersgrupp", "barnets ålder", "age", "ages"]),
    ("access", &["drop-in", "dropin", "öppet eller bokning", "drop in"]),
    (
        "registration",
        &["anmälan till", "anmäl er till", "anmälningslänk", "bokas hos", "boka", "sign up", "booking"],
    ),
    ("cost", &["pris", "avgift", "price", "fee"]),
    ("place", &["lokal", "rum", "var", "sal", "room", "where", "location"]),
    ("for", &["målgrupp", "för vem", "vem", "vilka", "for whom", "who", "audience"]),
    ("service", &["enhet", "arrangör"]),
];

/// The fields of an activity that no column can say: each is several things.
const NOT_IN_CELLS: [&str; 2] = ["cancelled", "moved"];

/// What is said in a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetColumn {
    /// Its place, from 0.
    pub at: usize,
    /// What stands above it.
    pub heading: String,
    /// What it says, by the program's name; none for a column that is not known, or that says what an earlier one did.
    pub says: Option<&'static str>,
}

impl SheetColumn {
    /// What the column's numbers of ages are: months for `Ålder (mån)`, years for `Ålder (år)`.
    pub fn unit(&self) -> Option<u16> {
        let words: Vec<String> =
            self.heading.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
        let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
        match () {
            () if has(&["mån", "månad", "månader", "months"]) => Some(1),
            () if has(&["år", "years"]) => Some(12),
            () => None,
        }
    }

    /// Its letters, as a program shows them.
    pub fn letters(&self) -> String {
        letters(self.at)
    }
}

/// The columns of a sheet, and the place of the row with their headings among its rows. None where no row has headings.
pub fn columns(sheet: &Sheet, types: &FieldTypes) -> Option<(usize, Vec<SheetColumn>)> {
    let known = |columns: &[SheetColumn]| columns.iter().filter(|column| column.says.is_some()).count();
    let of_rows = sheet.rows.iter().take(20).enumerate();
    let found = of_rows.map(|(at, row)| (at, of_row(&row.cells, types)));
    // The first of those with most: what stands above a table is its title.
    let best = found.reduce(|best, other| if known(&other.1) > known(&best.1) { other } else { best })?;
    let has = |name: &str| best.1.iter().any(|column| column.says == Some(name));
    (has("title") && known(&best.1) >= 2).then_some(best)
}

fn of_row(cells: &[String], types: &FieldTypes) -> Vec<SheetColumn> {
    let mut columns: Vec<SheetColumn> = Vec::new();
    for (at, heading) in cells.iter().enumerate() {
        let says = meaning(heading, types);
        let is_first = says.is_none_or(|says| columns.iter().all(|column| column.says != Some(says)));
        // Phone, mail and address are each a way to sign up.
        let says = says.filter(|says| is_first || *says == "registration");
        columns.push(SheetColumn { at, heading: heading.clone(), says });
    }
    columns
}

/// What a heading means.
fn meaning(heading: &str, types: &FieldTypes) -> Option<&'static str> {
    // What stands in brackets explains the rest: `Tid (från–till)`.
    let bare = heading.split(['(', '\n']).next().unwrap_or_default();
    let bare = bare.trim().trim_end_matches([':', '*', '?', '.']).trim();
    if bare.is_empty() {
        return None;
    }
    let folded = names::fold(bare);
    let is_one = |(_, words): &&(&'static str, &[&str])| words.iter().any(|word| names::fold(word) == folded);
    if let Some((says, _)) = HEADINGS.iter().find(is_one) {
        return Some(says);
    }
    let fields = types.names("Activity");
    let is_field = |name: &str| fields.contains(&name) && !NOT_IN_CELLS.contains(&name);
    let found = names::field_among("Activity", is_field, bare);
    let of_registration = || names::field_among("Registration", |name| WAYS.contains(&name), bare);
    let found = found.or_else(|| of_registration().map(|_| "registration"));
    // One day or several, the cell says.
    found.map(|name| match name {
        "days" => "day",
        "dates" => "date",
        other => other,
    })
}

/// The ways to sign up.
const WAYS: [&str; 3] = ["url", "phone", "email"];
