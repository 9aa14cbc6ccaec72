//! A centre on the map that lies far from all others of its municipality: a digit is wrong, or the file was copied from elsewhere.

use crate::base::{At, Code, Diagnostic};
use crate::model::{Folder, Sourced};
use crate::parse::centre::{Centre, Geo};

/// So far from the nearest other centre of its municipality hardly any lies, in metres.
const FAR: f64 = 50_000.0;

/// How many are told.
const TOLD: usize = 10;

/// Looks at the places of a folder's centres.
pub fn lint(folder: &Folder) -> Vec<Diagnostic> {
    let mut placed: Vec<(&Sourced<Centre>, Geo)> =
        folder.centres.iter().filter_map(|centre| Some((centre, centre.value.geo?))).collect();
    // From north to south, so that those that may be near stand side by side.
    placed.sort_by(|(_, one), (_, other)| one.degrees().0.total_cmp(&other.degrees().0));
    let nearest = |index: usize| {
        let (_, here) = placed[index];
        let near = |(_, there): &&(&Sourced<Centre>, Geo)| here.metres_north_to(*there) <= FAR;
        let sides =
            (placed[..index].iter().rev().take_while(near), placed[index + 1..].iter().take_while(near));
        sides.0.chain(sides.1).any(|(_, there)| here.metres_to(*there) <= FAR)
    };
    let is_alone: Vec<bool> = (0..placed.len()).map(nearest).map(|is_near| !is_near).collect();
    let alone = || placed.iter().zip(&is_alone).filter(|(_, alone)| **alone).map(|(centre, _)| *centre);
    // Of two nobody knows which is wrong: the later of the files is told, with the other's name.
    let first = if placed.len() == 2 { alone().map(|(centre, _)| &centre.path).min() } else { None };
    let told = |(centre, here): (&Sourced<Centre>, Geo)| {
        let others = placed.iter().filter(|(other, _)| other.path != centre.path);
        let near = others.map(|(other, there)| (here.metres_to(*there), &other.path));
        let (far, other) = near.min_by(|one, other| one.0.total_cmp(&other.0))?;
        let diagnostic = Diagnostic::new(Code::PlaceFar, &centre.path, At::field("geo"));
        Some(diagnostic.with("distance", (far / 1_000.0).round() as u32).with("other", other))
    };
    // Where many lie apart the municipality is one without roads, or all were made up.
    let few = alone().count() <= placed.len().div_ceil(2).max(2);
    alone()
        .filter(|(centre, _)| few && placed.len() > 1 && Some(&centre.path) != first)
        .take(TOLD)
        .filter_map(told)
        .collect()
}
