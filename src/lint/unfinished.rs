//! What somebody wrote to go on with later, in what readers see now: `TODO`, `XXX`, `Lorem ipsum`, `asdf`.

use super::prose::{Run, RunKind};
use super::{ItemText, LintGround, SiteStage, fields};
use crate::base::{Code, Diagnostic, Seg, SourcePath};
use crate::model::Folder;

/// Words that nobody writes for readers, as they are written: in capitals, for in small letters some are words of Spanish and names.
const CAPITALS: [&str; 4] = ["TODO", "FIXME", "TBD", "TBA"];

/// The same however they are written, and what people type to see something.
const WORDS: [&str; 8] =
    ["lorem", "asdf", "asdfasdf", "asdasd", "qwerty", "blabla", "platshållare", "placeholder"];

/// How many of a file are told.
const TOLD: usize = 3;

/// Looks at the texts of a folder, in its YAML too.
pub(super) fn lint(folder: &Folder, texts: &[ItemText<'_>], ground: LintGround<'_>) -> Vec<Diagnostic> {
    if ground.stage == SiteStage::Example {
        return Vec::new();
    }
    let mut found = Vec::new();
    for text in texts {
        let mut own = Vec::new();
        text.runs().for_each(|run| in_run(run, text.path, &mut own));
        own.truncate(TOLD);
        found.extend(own);
    }
    let mut own = Vec::new();
    fields::each_run_with(folder, |text| !text.is_empty(), |run, path| in_run(run, path, &mut own));
    for centre in &folder.centres {
        let value = &centre.value;
        let street = value.address.as_ref().map(|address| (None, "address", address.street.as_str()));
        let names = value.name.each().map(|(lang, name)| (lang, "name", name));
        for (lang, field, text) in names.chain(street) {
            let mut way = super::way_in(&[Seg::Key(field.to_string())], lang);
            way.extend((field == "address").then(|| Seg::Key("street".to_string())));
            in_run(&Run::of_field(RunKind::Paragraph, text, way), &centre.path, &mut own);
        }
    }
    found.extend(own);
    found
}

fn in_run(run: &Run, path: &SourcePath, found: &mut Vec<Diagnostic>) {
    let mut start = 0;
    for word in run.text.split(|c: char| !c.is_alphanumeric()) {
        let at = start..start + word.len();
        start =
            at.end + run.text.get(at.end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        if is_unfinished(word) {
            let diagnostic = Diagnostic::new(Code::PlaceholderText, path, run.at(&at));
            found.push(diagnostic.with("kind", "unfinished").with("value", word));
        }
    }
}

fn is_unfinished(word: &str) -> bool {
    // XXX in capitals, or any row of them: a size of clothes has at most two before its L.
    let are_crosses = word.len() >= 3 && word.bytes().all(|byte| byte == b'X')
        || word.len() >= 4 && word.bytes().all(|byte| byte == b'x');
    are_crosses
        || CAPITALS.contains(&word)
        || word.len() >= 4 && WORDS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_be_written_later_is_known_from_words() {
        for word in ["TODO", "XXX", "XXXX", "xxxx", "Lorem", "asdf", "ASDF", "TBD", "qwerty", "Platshållare"]
        {
            assert!(is_unfinished(word), "{word}");
        }
        for word in ["todo", "XXL", "xx", "XX", "XXXL", "tba", "Lore", "", "ipsum"] {
            assert!(!is_unfinished(word), "{word}");
        }
    }
}
