//! Headings that skip a level, and tables whose columns have no names (WCAG 1.3.1).

use super::Findings;
use super::prose::{Kind, Prose};
use crate::base::Code;

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
            findings.found.push(diagnostic.with("before", before).with("right", "#".repeat(before + 1)));
        }
        before = level;
    }
    for table in &prose.nameless_tables {
        let diagnostic = findings.at(Code::TableWithoutHeaders, table.clone());
        findings.found.push(diagnostic);
    }
}
