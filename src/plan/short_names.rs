//! Names as they are said among others of their kind: the place that tells a centre apart.

/// What centres' names begin and end with, beside the place that tells them apart.
const BEGINNINGS: [&str; 6] = [
    "Familjecentralen i ",
    "Familjecentralen på ",
    "Familjecentralen vid ",
    "Familjecentralen ",
    "Familjecentral ",
    "Family centre in ",
];
const ENDINGS: [&str; 3] = [" familjecentral", " Family Centre", " family centre"];

/// `Fittja` of `Familjecentralen i Fittja`: in a list of centres, and on a page that says that it is one, the rest is the same everywhere.
pub fn place_of(name: &str) -> &str {
    let begun = BEGINNINGS.iter().find_map(|beginning| name.strip_prefix(beginning));
    let ended = || ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
    let place = begun.or_else(ended).unwrap_or(name).trim();
    // What is left of another kind of name is none: `Familjecentralen som flyttade`.
    if place.starts_with(|first: char| first.is_uppercase() || first.is_numeric()) { place } else { name }
}
