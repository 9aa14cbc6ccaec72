//! What is told only since something else is wrong: it hides the message that matters, and its advice is to write what stands there already.
//!
//! A file whose YAML cannot be read has nothing in it for the rules that look for what is missing; a field with a slip in its name is missing
//! too, and so is a number that is none. Each of these was told where it stands, and what is left is told again when that has been mended.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::{At, Code, Diagnostic, Seg, SourcePath};
use crate::parse::fills;

/// What makes a whole file look empty.
const UNREAD: [Code; 3] = [Code::YamlSyntax, Code::YamlTooDeep, Code::NotUtf8];

/// What makes a field of a file look as if it were missing.
const MISREAD: [Code; 2] = [Code::UnknownField, Code::WrongType];

/// A name with a language that is none, so that a translation is taken for a text with the address of its original.
const MISNAMED: [Code; 1] = [Code::BadLanguage];

/// Leaves out what is told only since something else is wrong.
pub fn leave_out(found: &mut Vec<Diagnostic>) {
    let of = |codes: &[Code]| -> BTreeSet<SourcePath> {
        let all = found.iter().filter(|one| codes.contains(&one.code));
        all.filter_map(|one| one.file.clone()).collect()
    };
    let unread = of(&UNREAD);
    let misread: BTreeSet<SourcePath> = of(&MISREAD).union(&unread).cloned().collect();
    let misnamed: BTreeSet<SourcePath> = found
        .iter()
        .filter(|one| MISNAMED.contains(&one.code) && one.at == At::File)
        .filter_map(|one| one.file.clone())
        .collect();
    let numbers = bad_numbers(found);
    // A page that lies where fcsite's own does is told by its file.
    if found.iter().any(|one| one.code == Code::ReservedName) {
        found.retain(|one| one.code != Code::Clash || one.file.is_some());
    }
    if misread.is_empty() && misnamed.is_empty() && numbers.is_empty() {
        return;
    }
    let config = |path: &SourcePath| {
        let folder = path.as_str().split('/').nth(1).unwrap_or_default();
        SourcePath::new(&format!("content/{folder}/municipality.yaml"))
    };
    found.retain(|one| {
        let Some(file) = &one.file else { return true };
        match one.code {
            Code::HolidayUnconfirmed => !misread.contains(&config(file)),
            Code::NoAccessibilityStatement | Code::MissingAddress | Code::NoAges => !misread.contains(file),
            Code::ReviewDue => one.at != At::File || !misread.contains(file),
            Code::Clash => {
                let other = one.arg("other").map(SourcePath::new);
                !misnamed.contains(file) && other.is_none_or(|other| !misnamed.contains(&other))
            }
            Code::NothingToFill => !is_bad_number(one, &numbers),
            _ => true,
        }
    });
}

/// The centres with numbers that are none, and whether it is a service's.
fn bad_numbers(found: &[Diagnostic]) -> BTreeMap<String, BTreeSet<bool>> {
    let mut numbers: BTreeMap<String, BTreeSet<bool>> = BTreeMap::new();
    for one in found.iter().filter(|one| one.code == Code::BadPhone) {
        let of_service = one.at.path().is_some_and(|way| way.first().and_then(Seg::key) == Some("services"));
        if let Some(name) = one.file.as_ref().and_then(|file| file.name().strip_suffix(".yaml")) {
            numbers.entry(name.to_string()).or_default().insert(of_service);
        }
    }
    numbers
}

/// Do words in braces ask for a number that stands in its file, but cannot be read?
fn is_bad_number(found: &Diagnostic, numbers: &BTreeMap<String, BTreeSet<bool>>) -> bool {
    let of_service = match found.arg("why") {
        Some("centre" | "services") => false,
        Some("of-service") => true,
        _ => return false,
    };
    let written = found.arg("written").unwrap_or_default();
    let names = fills::find(written).into_iter().flat_map(|(_, fill)| fill.names);
    let is_bad = |name: String| numbers.get(&name).is_some_and(|kinds| kinds.contains(&of_service));
    found.arg("asked").is_some_and(|asked| asked == "phone") && names.into_iter().any(is_bad)
}
