//! Tables whose rows are not what was meant. In the file a row is one line: what goes on below it becomes a row of its own, whatever it says, and what
//! comes after an empty line is no row any more, but a text with lines in it.

use std::ops::Range;

use super::prose::{Prose, ProseTable, Run, RunKind};
use super::{TextFindings, shortened};
use crate::base::{At, Code};

/// How many letters of a row are repeated in what is told of it.
const SHOWN: usize = 80;

/// How many lines that were meant as one row are put together.
const JOINED: usize = 4;

/// So many rows of a table that have too few cells are told of.
const TOLD: usize = 3;

/// Looks at the rows of a text's tables.
pub fn lint(prose: &Prose, findings: &mut TextFindings<'_>) {
    for table in prose.tables.iter().filter(|table| table.columns > 1) {
        lint_table(prose, table, findings);
    }
}

fn lint_table(prose: &Prose, table: &ProseTable, findings: &mut TextFindings<'_>) {
    let line = |row: &Range<usize>| prose.written(row).lines().next().unwrap_or_default().trim_end();
    let begins = line(&table.span).trim_start().starts_with('|');
    let is_stray = |row: &Range<usize>| match begins {
        true => !line(row).trim_start().starts_with('|'),
        false => cells(line(row)) == 1,
    };
    let last = table.rows.iter().rposition(|row| !is_stray(row));
    let mut few: Vec<&Range<usize>> = Vec::new();
    let mut index = 0;
    while let Some(row) = table.rows.get(index) {
        let group = table.rows[index..].iter().take_while(|row| is_stray(row)).count();
        let above = index.checked_sub(1).and_then(|above| table.rows.get(above));
        if group > 0 {
            // A row that was left open goes on below it.
            let is_open = above.is_some_and(|above| begins && !line(above).ends_with('|'));
            let is_within = last.is_some_and(|last| last > index) || is_open;
            let parts = above.into_iter().chain(&table.rows[index..index + group.min(JOINED)]);
            let joined = joined(parts.map(line), begins);
            let (kind, from) = if is_within { ("within", above.unwrap_or(row)) } else { ("below", row) };
            let place = row.start..row.start + line(row).len();
            let diagnostic = findings.at(Code::TableRowBroken, place.clone()).with("kind", kind);
            let diagnostic = diagnostic.with("row", shortened(line(row).trim(), SHOWN));
            let diagnostic = diagnostic.with("joined", shortened(&joined, SHOWN));
            let end = table.rows[index + group - 1].start + line(&table.rows[index + group - 1]).len();
            findings.found.push(match kind {
                "below" => diagnostic.instead(format!("\n{}", line(row))),
                _ if group > JOINED || above.is_none() => diagnostic,
                _ => diagnostic.instead_at(At::Span(from.start..end), joined),
            });
            index += group;
        } else {
            let is_halved = halves(prose, table, index, findings);
            if !is_halved {
                few.extend((begins && is_short(line(row), table.columns)).then_some(row));
            }
            index += if is_halved { 2 } else { 1 };
        }
    }
    for row in few.into_iter().take(TOLD) {
        tell_few(line(row), row, table.columns, findings);
    }
}

/// Has a row some cells, and not all? One that has a single one is a heading among the rows, and in most tables cells of the end are left away as a
/// habit: so the cells that are there must be able to stand in another column.
fn is_short(row: &str, columns: usize) -> bool {
    (2..columns).contains(&cells(row))
}

/// A row with too few cells: those after the one that is missing stand below the heading of another column.
fn tell_few(line: &str, row: &Range<usize>, columns: usize, findings: &mut TextFindings<'_>) {
    let bare = line.trim().trim_end_matches('|').trim_end();
    let (before, last) = bare.rsplit_once('|').unwrap_or(("", bare));
    let gaps = "| ".repeat(columns.saturating_sub(cells(line)));
    let joined = format!("{}{gaps}| {} |", before.trim_end().to_string() + " ", last.trim());
    let diagnostic = findings.at(Code::TableRowBroken, row.start..row.start + line.len()).with("kind", "few");
    let diagnostic = diagnostic.with("row", shortened(last.trim(), SHOWN));
    findings.found.push(diagnostic.with("joined", shortened(&joined, SHOWN)));
}

/// Two rows below each other that together have as many cells as the table has columns.
fn halves(prose: &Prose, table: &ProseTable, index: usize, findings: &mut TextFindings<'_>) -> bool {
    let line = |row: &Range<usize>| prose.written(row).lines().next().unwrap_or_default().trim_end();
    let [first, second, ..] = &table.rows[index..] else { return false };
    let (one, other) = (cells(line(first)), cells(line(second)));
    let is_begun = |row| line(row).trim_start().starts_with('|');
    if one + other != table.columns || !is_begun(first) || !is_begun(second) {
        return false;
    }
    let end = second.start + line(second).len();
    let joined = joined_cells(line(first), line(second));
    let place = first.start..first.start + line(first).len();
    let diagnostic = findings.at(Code::TableRowBroken, place).with("kind", "halves");
    let diagnostic = diagnostic.with("row", shortened(line(first).trim(), SHOWN));
    let diagnostic = diagnostic.with("joined", shortened(&joined, SHOWN));
    findings.found.push(diagnostic.instead_at(At::Span(first.start..end), joined));
    true
}

/// Lines as one row: the words of each after those of the one before, in its last cell.
fn joined<'l>(lines: impl Iterator<Item = &'l str>, begins: bool) -> String {
    let bare = |line: &'l str| line.trim().trim_end_matches('|').trim_end();
    let joined = lines.map(bare).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    if begins { format!("{joined} |") } else { joined }
}

fn joined_cells(one: &str, other: &str) -> String {
    format!(
        "{} | {}",
        one.trim().trim_end_matches('|').trim_end(),
        other.trim().trim_start_matches('|').trim()
    )
}

/// How many cells a row has.
fn cells(row: &str) -> usize {
    let row = row.trim();
    let inner = row.strip_prefix('|').unwrap_or(row);
    let inner = inner.strip_suffix('|').filter(|inner| !inner.ends_with('\\')).unwrap_or(inner);
    let lines = inner.match_indices('|').filter(|(at, _)| !inner[..*at].ends_with('\\'));
    lines.count() + 1
}

/// What parts a paragraph from the table, or the row of one, that it goes on with: empty lines alone.
pub fn parted(prose: &Prose, index: usize) -> Option<Range<usize>> {
    let run = prose.runs.get(index).filter(|run| run.kind == RunKind::Paragraph)?;
    let words = first_line(prose, run);
    if !words.contains('|') {
        return None;
    }
    let before = prose.tables.partition_point(|table| table.span.end <= run.span.start);
    let table = before.checked_sub(1).and_then(|before| prose.tables.get(before));
    let above = index.checked_sub(1).and_then(|above| prose.runs.get(above));
    let above = above.filter(|above| above.kind == RunKind::Paragraph && is_row(first_line(prose, above)));
    let goes_on = |table: &&ProseTable| is_row(words) || cells(words) == table.columns;
    let ends = [
        table.filter(goes_on).map(|table| table.span.end),
        above.filter(|_| is_row(words)).map(|above| above.span.end),
    ];
    let end = ends.into_iter().flatten().max()?;
    // The line's end before the empty lines belongs to the row above.
    let end = end - (prose.written(&(run.span.start.min(end).saturating_sub(1)..end)) == "\n") as usize;
    prose.is_blank(end..run.span.start).then_some(end..run.span.start)
}

/// Is the next paragraph the line of hyphens that belongs below this one?
pub fn has_head_apart(prose: &Prose, index: usize) -> bool {
    let next = prose.runs.get(index + 1).map(|next| first_line(prose, next)).unwrap_or_default();
    is_row(next) && next.contains('-') && next.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

fn first_line<'p>(prose: &'p Prose, run: &Run) -> &'p str {
    prose.written(&run.span).lines().next().unwrap_or_default().trim()
}

fn is_row(line: &str) -> bool {
    line.starts_with('|') && line.matches('|').count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_with_and_without_lines_at_the_ends() {
        for (row, count) in [
            ("| Dag | Tid |", 2),
            ("Dag | Tid", 2),
            ("| Dag", 1),
            ("| a \\| b | c |", 2),
            ("text", 1),
            ("| | |", 2),
        ] {
            assert_eq!(cells(row), count, "{row}");
        }
        assert_eq!(joined(["| Måndag | 9–12", "13–16 |"].into_iter(), true), "| Måndag | 9–12 13–16 |");
        assert_eq!(joined_cells("| Måndag |", "| 9–12 |"), "| Måndag | 9–12 |");
    }
}
