//! Words that ask for what a centre's file says, in the wrong kind of brackets: `(telefon fittja)` is shown to the reader as it is.
//!
//! In round brackets people write much that begins so: `(telefon dygnet runt)`. So only what names a centre of the folder is told.

use std::collections::HashSet;

use super::prose::Run;
use super::{ItemText, fields};
use crate::base::{Code, Diagnostic, SourcePath, slug_of};
use crate::model::Folder;
use crate::parse::fills;

/// Brackets that are none of those that are filled in.
const BRACKETS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('<', '>'), ('«', '»')];

/// The longest that is looked at, in bytes.
const LONGEST: usize = 160;

/// Looks at the texts of a folder, in its YAML too.
pub(super) fn lint(folder: &Folder, texts: &[ItemText<'_>]) -> Vec<Diagnostic> {
    let centres: HashSet<&str> = folder.centres.iter().map(|centre| centre.value.id.as_str()).collect();
    let mut found = Vec::new();
    for text in texts {
        text.runs().for_each(|run| in_run(run, text.path, &centres, &mut found));
    }
    let may_hold = |text: &str| BRACKETS.iter().any(|(open, _)| text.contains(*open));
    fields::each_run_with(folder, may_hold, |run, path| in_run(run, path, &centres, &mut found));
    found
}

fn in_run(run: &Run, path: &SourcePath, centres: &HashSet<&str>, found: &mut Vec<Diagnostic>) {
    for (at, open) in run.text.match_indices(|c| BRACKETS.iter().any(|(open, _)| *open == c)) {
        let Some((_, close)) = BRACKETS.iter().find(|(bracket, _)| open.starts_with(*bracket)) else {
            continue;
        };
        let rest = run.text.get(at + open.len()..).unwrap_or_default();
        let mut signs = rest.char_indices().take_while(|(end, c)| *end < LONGEST && *c != '\n');
        let Some((end, _)) = signs.find(|(_, c)| c == close) else { continue };
        let inside = rest.get(..end).unwrap_or_default().trim();
        let Some((word, names)) = inside.split_once(char::is_whitespace) else { continue };
        let asks = fills::asks(word) && names.split('/').any(|name| centres.contains(slug_of(name).as_str()));
        if asks {
            let range = at..at + open.len() + end + close.len_utf8();
            let written = run.text.get(range.clone()).unwrap_or_default();
            let instead = format!("{{{} {}}}", word.trim_end_matches(':'), names.trim());
            let diagnostic = Diagnostic::new(Code::MarksShown, path, run.at(&range)).with("kind", "brackets");
            found.push(diagnostic.with("marks", written).with("instead", &instead).instead(instead));
        }
    }
}
