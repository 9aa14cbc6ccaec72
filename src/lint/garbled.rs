//! Letters that were lost between two encodings: “Ã¶ppet” was “öppet” once. Nothing is wrong with such a file but that nobody can
//! read it.

use crate::base::{At, Code, Diagnostic, SourcePath};

/// What letters and signs become when UTF-8 is taken for Windows' or the old Mac's own encoding, and what they were.
const GARBLED: [(&str, &str); 21] = [
    ("Ã¥", "å"),
    ("Ã¤", "ä"),
    ("Ã¶", "ö"),
    ("Ã…", "Å"),
    ("Ã„", "Ä"),
    ("Ã–", "Ö"),
    ("Ã©", "é"),
    ("Ã¨", "è"),
    ("Ã¼", "ü"),
    ("â€“", "–"),
    ("â€”", "—"),
    ("â€œ", "“"),
    ("â€\u{9d}", "”"),
    ("â€™", "’"),
    ("√•", "å"),
    ("√§", "ä"),
    ("√∂", "ö"),
    ("√©", "é"),
    ("Â\u{a0}", " "),
    ("ï¿½", "none"),
    ("\u{fffd}", "none"),
];

/// The first place in each line of a file.
pub fn find(path: &SourcePath, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let hits = GARBLED.iter().filter_map(|(signs, meant)| Some((line.find(signs)?, signs, meant)));
        if let Some((at, signs, meant)) = hits.min() {
            let span = start + at..start + at + signs.len();
            let diagnostic = Diagnostic::new(Code::GarbledText, path, At::Span(span));
            let diagnostic = diagnostic.with("signs", signs).with("meant", meant);
            found.push(if *meant == "none" { diagnostic } else { diagnostic.instead(*meant) });
        }
        start += line.len();
    }
    found
}
