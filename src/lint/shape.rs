//! Headings that skip a level or were not meant as they are, and tables whose columns have no names (WCAG 1.3.1).

use std::collections::HashSet;
use std::ops::Range;

use super::TextFindings;
use super::prose::{Prose, Run, RunKind};
use crate::base::characters::one_line;
use crate::base::{At, Code};

/// Looks at headings and tables. Does the page show something of its own below the text?
pub fn lint(prose: &Prose, shows_more: bool, findings: &mut TextFindings<'_>) {
    // The page's title is the first level, and no text begins there.
    let mut before = 1;
    for run in &prose.runs {
        let RunKind::Heading(level) = run.kind else { continue };
        let level = level.max(2);
        if level > before + 1 {
            let diagnostic = findings.at(Code::HeadingSkipsLevel, run.span.clone());
            let diagnostic = diagnostic.with("heading", run.text.trim()).with("level", level);
            let right = "#".repeat(before + 1);
            let diagnostic = diagnostic.with("before", before).with("right", &right);
            let marks = run.span.start..run.span.start + level;
            let has_marks = prose.written(&marks).bytes().all(|byte| byte == b'#');
            findings.found.push(match has_marks {
                true => diagnostic.instead_at(At::Span(marks), right),
                false => diagnostic,
            });
        }
        before = level;
    }
    lint_forms(prose, findings);
    lint_alone(prose, shows_more, findings);
    lint_twice(prose, findings);
    for lost in &prose.lost_cells {
        let cell = super::shortened(prose.written(lost), 40);
        let diagnostic = findings.at(Code::CellsLost, lost.clone()).with("cell", cell);
        findings.found.push(diagnostic);
    }
    for table in &prose.nameless_tables {
        let diagnostic = findings.at(Code::TableWithoutHeaders, table.clone());
        findings.found.push(diagnostic);
    }
}

/// Headings without words, with attributes that do nothing here, and paragraphs that a line below them made headings.
fn lint_forms(prose: &Prose, findings: &mut TextFindings<'_>) {
    for heading in &prose.headings {
        let written = prose.written(&heading.span);
        if heading.is_empty {
            tell(findings, "empty", heading.span.start..heading.span.start + written.trim_end().len(), "");
            continue;
        }
        if heading.has_attributes
            && let Some(open) = written.rfind('{')
            && let Some(close) = written[open..].find('}')
        {
            let braces = heading.span.start + open..heading.span.start + open + close + 1;
            tell(findings, "attributes", braces, "");
        }
        let line = written.trim_end().rsplit('\n').next().unwrap_or_default();
        let text = written.trim_end().strip_suffix(line).unwrap_or_default().trim();
        let is_underlined = !written.trim_start().starts_with('#') && line.trim().starts_with('-');
        // A long row of dashes below a few words is a heading as others write it.
        let is_sentence = text.ends_with(['.', '!', '?']) || text.contains('\n');
        let is_front_matter = ["title:", "lead:"].iter().any(|field| text.starts_with(field));
        if is_underlined && (line.trim().len() <= 3 || is_sentence) && !is_front_matter {
            let end = heading.span.start + written.trim_end().len();
            let start = end - line.len();
            tell(findings, "underline", start..end, "\n---");
        }
    }
}

/// Headings with nothing below them before the next one of their level, or before the end.
fn lint_alone(prose: &Prose, shows_more: bool, findings: &mut TextFindings<'_>) {
    let headings: Vec<(usize, &Run)> = headings(prose).collect();
    for (index, (level, run)) in headings.iter().enumerate() {
        let next = headings.get(index + 1);
        let is_alone = match next {
            // One that is a level deeper is a part of this one.
            Some((below, next)) => below <= level && prose.is_blank(run.span.end..next.span.start),
            None => !shows_more && prose.ends_at(run.span.end),
        };
        if is_alone && !run.text.trim().is_empty() {
            let end = run.span.start + prose.written(&run.span).trim_end().len();
            tell_heading(findings, "alone", run, run.span.start..end);
        }
    }
}

/// Headings that stand twice in the same part of the text.
fn lint_twice(prose: &Prose, findings: &mut TextFindings<'_>) {
    let mut seen: HashSet<(Option<usize>, String)> = HashSet::new();
    let mut above: Vec<(usize, usize)> = Vec::new();
    for (index, (level, run)) in headings(prose).enumerate() {
        above.retain(|(of, _)| *of < level);
        let words = one_line(&run.text).to_lowercase();
        let is_new = words.is_empty() || seen.insert((above.last().map(|(_, at)| *at), words));
        if !is_new {
            let end = run.span.start + prose.written(&run.span).trim_end().len();
            tell_heading(findings, "twice", run, run.span.start..end);
        }
        above.push((level, index));
    }
}

/// The headings of a text with their levels.
fn headings(prose: &Prose) -> impl Iterator<Item = (usize, &Run)> {
    prose.runs.iter().filter_map(|run| match run.kind {
        RunKind::Heading(level) => Some((level, run)),
        _ => None,
    })
}

fn tell_heading(findings: &mut TextFindings<'_>, kind: &'static str, run: &Run, span: Range<usize>) {
    let diagnostic = findings.at(Code::HeadingUnclear, span).with("kind", kind);
    findings.found.push(diagnostic.with("heading", super::shortened(run.text.trim(), 80)));
}

fn tell(findings: &mut TextFindings<'_>, kind: &'static str, span: Range<usize>, instead: &str) {
    let marks = findings.at(Code::HeadingUnclear, span).with("kind", kind).with("heading", "none");
    findings.found.push(marks.instead(instead));
}
