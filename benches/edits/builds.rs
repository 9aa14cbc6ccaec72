//! One-shot builds, each a new process: the first, one with nothing changed, and four with the same news edited. The first of these finds no
//! replaced site to work on, so it copies; later ones exchange two folders that are almost the same.

use std::error::Error;
use std::fs;
use std::path::Path;

use super::edits::{Subjects, What};
use super::server::Kind;
use crate::common::measure::{self, Cost};
use crate::common::model::NOW;
use crate::common::workshop::forget;

/// What each build is called, in their order.
pub const NAMES: [&str; 6] =
    ["first build", "nothing changed", "one news edited", "the second such edit", "the third", "the fourth"];

/// All six, once. `round` names the folders: nothing is removed while somebody measures.
pub fn six(
    root: &Path,
    fcsite: &Path,
    subjects: &Subjects,
    round: usize,
) -> Result<Vec<Cost>, Box<dyn Error>> {
    let site = root.join("site");
    let out = root.join(format!("out/fcsite-{round}"));
    forget(&site, &root.join(format!("out/before-build-{round}")))?;
    let edit = subjects.prepare(What::Body, Kind::Fcsite, &site)?;
    let page = out.join(subjects.first_page().0.trim_start_matches('/')).join("index.html");
    let mut costs = vec![build(root, fcsite, &out)?, build(root, fcsite, &out)?];
    for number in costs.len()..NAMES.len() {
        let word = format!("Bygge{round}x{number}");
        edit.save(&word)?;
        costs.push(build(root, fcsite, &out)?);
        if !fs::read_to_string(&page)?.contains(&word) {
            return Err(format!("the edit isn't in {}", page.display()).into());
        }
    }
    edit.undo()?;
    Ok(costs)
}

fn build(root: &Path, fcsite: &Path, out: &Path) -> Result<Cost, Box<dyn Error>> {
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let (fcsite, site, out) = (text(fcsite), text(&root.join("site")), text(out));
    let command = [&fcsite, "build", "-s", &site, "-o", &out, "--now", NOW].map(str::to_owned);
    let cost = measure::cost_of(&command, &root.join("log"))?;
    eprintln!("edits: a build in a new process {:>8.3} s", cost.wall.as_secs_f64());
    Ok(cost)
}
