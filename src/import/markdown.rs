//! Parts of a text as Markdown, as a person would have written it.

use std::fmt::Write as _;

/// A part of a text. Its words are Markdown already.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TextBlock {
    /// A heading, and how deep.
    Heading(usize, String),
    /// A paragraph; lines that were broken by hand have ends of lines.
    Paragraph {
        /// Its words.
        text: String,
        /// It has no link.
        is_plain: bool,
    },
    /// A paragraph of somebody else's words.
    Quote(String),
    /// An item of a list.
    Item {
        /// How deep, from 0.
        depth: usize,
        /// Has it a number?
        is_numbered: bool,
        /// Its words.
        text: String,
    },
    /// A table: its rows of cells.
    Table(Vec<Vec<String>>),
    /// A picture, by its number from 1.
    Picture {
        /// Its number.
        number: usize,
        /// What it shows; empty where nobody has said.
        alt: String,
    },
}

/// Words so that Markdown takes them for words.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' => out.extend(['\\', c]),
            // A blank that does not break is a blank to who edits; what cannot be seen is nothing.
            '\u{a0}' | '\u{202f}' | '\t' | '\r' | '\n' => out.push(' '),
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Words before a link. A sign of exclamation at their end would make a picture of it, shown from wherever it leads to. Says whether they are
/// longer now.
pub fn before_link(text: &mut String) -> bool {
    let is_sign = text.ends_with('!');
    if is_sign {
        text.insert(text.len() - 1, '\\');
    }
    is_sign
}

/// Words without what [`escaped`] put into them.
pub fn plain(text: &str) -> String {
    let (mut out, mut is_escaped) = (String::with_capacity(text.len()), false);
    for c in text.chars() {
        if c == '\\' && !is_escaped {
            is_escaped = true;
            continue;
        }
        out.push(if c == '\n' { ' ' } else { c });
        is_escaped = false;
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line whose beginning Markdown would take for a list, a heading or a box.
fn safe_line(line: &str) -> String {
    let line = line.trim();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..).unwrap_or_default();
    if digits > 0 && rest.starts_with(['.', ')']) {
        return format!("{}\\{rest}", line.get(..digits).unwrap_or_default());
    }
    let is_mark = line.starts_with(['#', '+', '-', '=', '~', ':']);
    if is_mark { format!("\\{line}") } else { line.to_string() }
}

/// The lines of a paragraph that was broken by hand.
fn lines(text: &str) -> Vec<String> {
    text.split('\n').map(safe_line).filter(|line| !line.is_empty()).collect()
}

/// The words of a line of Markdown, without what makes some of them stressed, or a link.
pub fn unmarked(text: &str) -> String {
    let (mut out, mut signs) = (String::with_capacity(text.len()), text.chars());
    while let Some(c) = signs.next() {
        match c {
            '\\' => out.extend(signs.next().filter(|c| *c != '\n').or(Some(' '))),
            '*' | '[' => {}
            ']' => {
                // The address that follows has no bracket in it.
                if signs.as_str().starts_with('(') {
                    signs.by_ref().find(|c| *c == ')');
                }
            }
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The whole text. `picture` says how a picture is written.
pub fn written(blocks: &[TextBlock], picture: &dyn Fn(usize, &str) -> String) -> String {
    let levels = blocks.iter().filter_map(|block| match block {
        TextBlock::Heading(level, _) => Some(*level),
        _ => None,
    });
    // The page's title is the first level.
    let least = levels.min().unwrap_or(2);
    let mut out = String::new();
    let mut numbers: Vec<(usize, usize)> = Vec::new();
    let mut is_quote = false;
    for block in blocks {
        let is_item = matches!(block, TextBlock::Item { .. });
        if !is_item {
            numbers.clear();
        }
        let was_quote = std::mem::replace(&mut is_quote, matches!(block, TextBlock::Quote(_)));
        if !out.is_empty() && (!is_item || numbers.is_empty()) {
            out.push_str(if was_quote && is_quote { ">\n" } else { "\n" });
        }
        match block {
            TextBlock::Heading(level, text) => {
                let level = (level + 2).saturating_sub(least).clamp(2, 6);
                let _ = writeln!(out, "{} {}", "#".repeat(level), text.trim_end_matches('#'));
            }
            TextBlock::Paragraph { text, .. } => {
                let _ = writeln!(out, "{}", lines(text).join("\\\n"));
            }
            TextBlock::Quote(text) => {
                let _ = writeln!(out, "> {}", lines(text).join("\\\n> "));
            }
            TextBlock::Item { depth, is_numbered, text } => {
                item(&mut out, &mut numbers, (*depth, *is_numbered), text)
            }
            TextBlock::Table(rows) => table(&mut out, rows),
            TextBlock::Picture { number, alt } => {
                let _ = writeln!(out, "{}", picture(*number, alt));
            }
        }
    }
    out
}

/// An item behind its mark. `numbers` are, for each list that is open, how far in what it holds stands, and its last number.
fn item(
    out: &mut String,
    numbers: &mut Vec<(usize, usize)>,
    (depth, is_numbered): (usize, bool),
    text: &str,
) {
    // A list cannot begin two steps in.
    let depth = depth.min(numbers.len());
    numbers.truncate(depth + 1);
    let before = numbers.get(depth.wrapping_sub(1)).map_or(0, |(inner, _)| *inner);
    let number = numbers.get(depth).map_or(1, |(_, number)| number + 1);
    let mark = if is_numbered { format!("{number}. ") } else { "- ".to_string() };
    numbers.truncate(depth);
    numbers.push((before + mark.len(), number));
    let _ = writeln!(out, "{}{mark}{}", " ".repeat(before), safe_line(text));
}

/// A table whose first row is its head. One column is no table: it was there for the looks, and its cells are paragraphs.
fn table(out: &mut String, rows: &[Vec<String>]) {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    if width < 2 {
        let cells: Vec<String> = rows.iter().flatten().map(|cell| safe_line(cell)).collect();
        let _ = writeln!(out, "{}", cells.join("\n\n"));
        return;
    }
    let cell = |row: &Vec<String>, at: usize| row.get(at).cloned().unwrap_or_default();
    for (number, row) in rows.iter().enumerate() {
        let cells: Vec<String> = (0..width).map(|at| cell(row, at)).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
        if number == 0 {
            let _ = writeln!(out, "|{}", "---|".repeat(width));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words_and_lists_stand_in_each_other() {
        assert_eq!(escaped("a*b_c [d] <e> & f|g\u{ad}h"), "a\\*b\\_c \\[d\\] \\<e\\> \\& f\\|gh");
        assert_eq!(plain(&escaped("a*b_c\\ [d]  &")), "a*b_c\\ [d] &");
        let item =
            |depth, is_numbered, text: &str| TextBlock::Item { depth, is_numbered, text: text.to_string() };
        let blocks = [
            TextBlock::Heading(3, "Rubrik".to_string()),
            TextBlock::Paragraph { text: "1. maj\n# x".to_string(), is_plain: true },
            item(0, true, "ett"),
            item(1, false, "inre"),
            item(0, true, "två"),
            TextBlock::Table(vec![vec!["a".to_string(), "b".to_string()], vec!["c".to_string()]]),
            TextBlock::Picture { number: 1, alt: "En dörr".to_string() },
        ];
        let text = written(&blocks, &|number, alt| format!("![{alt}](../images/x-{number}.png)"));
        let expected = "## Rubrik\n\n1\\. maj\\\n\\# x\n\n1. ett\n   - inre\n2. två\n\n| a | b |\n|---|---|\n| c |  |\n\n![En dörr](../images/x-1.png)\n";
        assert_eq!(text, expected);
    }
}
