//! Fields of plain text, in YAML files and at the top of texts: what was left in them that means nothing there, and lines that run together.
//!
//! Every value is looked at, so that no field is forgotten. One that is written on several lines is one line on the page, however YAML took
//! it: whoever writes “Buss: 12” and “Tåg: 43” below each other means lines. In Markdown a backslash makes them; in a plain field nothing does.

use super::prose::{Run, RunKind};
use super::{TextFindings, joined, leftovers, shortened};
use crate::base::{At, Code, Diagnostic, Seg, SourcePath};
use crate::parse::yaml::{self, Scalar};

/// How many letters are repeated in what is told.
const SHOWN: usize = 60;

/// Looks at the values of a YAML text.
pub fn find(path: &SourcePath, yaml: &str) -> Vec<Diagnostic> {
    let mut findings = TextFindings { path, found: Vec::new() };
    yaml::each_scalar(yaml, |scalar| {
        if scalar.is_name || scalar.text.len() < 4 {
            return;
        }
        let is_markdown = is_markdown(&scalar.way);
        lint_lines(scalar, yaml, is_markdown, &mut findings);
        if !is_markdown && scalar.text.contains([':', '{', '[', '\\', '*', '=', '+', '~', '^']) {
            leftovers::lint_plain(
                &Run::of_field(RunKind::Paragraph, scalar.text, scalar.way.clone()),
                &mut findings,
            );
        }
    });
    findings.found
}

/// The one field of YAML that is Markdown.
pub fn is_markdown(way: &[Seg]) -> bool {
    let key = |nth: usize| way.get(nth).and_then(Seg::key);
    key(0) == Some("notices") && key(2) == Some("body")
}

fn lint_lines(scalar: &Scalar<'_>, yaml: &str, is_markdown: bool, findings: &mut TextFindings<'_>) {
    let written = yaml.get(scalar.span.clone()).unwrap_or_default();
    if !written.contains('\n') && !scalar.text.contains('\n') {
        return;
    }
    // A block's sign stands at the end of the line before it, or at its beginning.
    let before = yaml.get(..scalar.span.start).unwrap_or_default().trim_end().trim_end_matches(['-', '+']);
    let is_folded = written.starts_with('>') || before.ends_with('>') && !written.starts_with('|');
    // A Markdown text whose lines YAML keeps is looked at as Markdown.
    if is_markdown && !is_folded {
        return;
    }
    let lines: Vec<&str> = match written.starts_with(['"', '\'']) {
        true if scalar.text.contains('\n') => scalar.text.lines().map(str::trim).collect(),
        _ => written.lines().map(|line| line.trim().trim_matches(['"', '\''])).collect(),
    };
    let is_pair = |pair: &[&str]| joined::are_lines(pair[0], pair[1]);
    let Some(at) = lines.windows(2).position(is_pair) else { return };
    let rest: Vec<&str> = lines[at..].iter().copied().take_while(|line| !line.is_empty()).collect();
    let field = scalar.way.iter().rev().find_map(Seg::key).unwrap_or_default();
    let (kind, line) = match is_markdown {
        true => ("folded", rest[0].to_string()),
        false => ("plain", rest.join(", ")),
    };
    let diagnostic = Diagnostic::new(Code::LinesRunTogether, findings.path, At::Value(scalar.way.clone()));
    findings
        .found
        .push(diagnostic.with("kind", kind).with("line", shortened(&line, SHOWN)).with("field", field));
}
