//! What lies around the repository and the victim's folder: the folder that holds both, the other places of a trial, and what belongs to
//! the persons who run the program. A link to the folder above leads there.

use std::fs;
use std::path::Path;

use crate::tree::{Tree, look, tree};

/// These are written by a trial itself, or are seen elsewhere.
const OWN: [&str; 5] = ["repo", "victim", "said", "traces", "part"];

/// Looks at it. What was kept for trials is large: of that only the folder.
pub fn around(root: &Path) -> Tree {
    let mut seen = Tree::new();
    for entry in fs::read_dir(root).unwrap().map(Result::unwrap) {
        let name = entry.file_name();
        if OWN.iter().any(|own| name == *own) {
            continue;
        }
        if name == "kept" {
            seen.extend(look(&entry.path()).map(|it| (name.into(), it)));
        } else {
            let inner = tree(&entry.path());
            seen.extend(inner.into_iter().map(|(path, it)| (Path::new(&name).join(path), it)));
        }
    }
    seen
}
