//! Headings that skip a level or were not meant as they are, and tables whose columns have no names (WCAG 1.3.1).

use std::ops::Range;

use super::Findings;
use super::prose::{Kind, Prose};
use crate::base::{At, Code};

/// Looks at headings and tables.
pub fn lint(prose: &Prose, findings: &mut Findings<'_>) {
    // The page's title is the first level, and no text begins there.
    let mut before = 1;
    for run in &prose.runs {
        let Kind::Heading(level) = run.kind else { continue };
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
fn lint_forms(prose: &Prose, findings: &mut Findings<'_>) {
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

fn tell(findings: &mut Findings<'_>, kind: &'static str, span: Range<usize>, instead: &str) {
    let marks = findings.at(Code::HeadingUnclear, span).with("kind", kind);
    findings.found.push(marks.instead(instead));
}
