//! YAML that cannot be read, explained to a person who has never heard of a mapping.

/// The parser's words, in those of a person who writes; and the line that the fault is most likely in.
pub fn explain(at: usize, words: &str, text: &str) -> (usize, &'static str, &'static str) {
    let at = at.min(text.len().saturating_sub(1));
    let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let value = line.split_once(": ").map_or("", |(_, value)| value.trim_start());
    if let Some(start) = line_with_tab(text, start) {
        return (start, "a line begins with a tab.", "tab");
    }
    if value.starts_with(['@', '`', '%', '&', '*', '!', '|', '>']) && !value.starts_with("| ") {
        return (at, "a value begins with a character that YAML uses itself.", "at");
    }
    if words.contains("simple key") || words.contains("expect") && words.contains(':') {
        return (line_without_colon(text, start), "a line has no colon after the field's name.", "none");
    }
    if words.contains("mapping values are not allowed") {
        return (start, "there is a second colon in the line.", "colon");
    }
    if words.contains("quoted") || value.starts_with(['"', '\'']) {
        return (at, "a quotation mark is missing.", "quote");
    }
    if words.contains("flow") || words.contains("',' or") || value.starts_with(['[', '{']) {
        return (at, "a bracket or comma is missing in a list.", "bracket");
    }
    if words.contains("indent") || words.contains("block") {
        return (start, "a line begins at the wrong column.", "indent");
    }
    if words.contains("more than one document") {
        return (at, "a line --- begins a second part.", "none");
    }
    (at, "the line is not understood.", "none")
}

/// The line that begins with a tab, where one of those does that the parser was looking at: this one, or the next.
fn line_with_tab(text: &str, start: usize) -> Option<usize> {
    let next = text[start..].find('\n').map(|newline| start + newline + 1);
    let begins = |start: &usize| text[*start..].trim_start_matches(' ').starts_with('\t');
    [Some(start), next].into_iter().flatten().find(begins)
}

/// The parser misses the colon when it sees the next line; so the one before is meant when that is the one without.
fn line_without_colon(text: &str, start: usize) -> usize {
    let line = |start: usize| text[start..].lines().next().unwrap_or_default();
    let before = text[..start.saturating_sub(1)].rfind('\n').map_or(0, |newline| newline + 1);
    if line(start).contains(':') && !line(before).contains(':') { before } else { start }
}

/// serde's name of a type, in plain words.
pub fn plain_expectation(expected: &str) -> String {
    let plain = match expected {
        "a string" | "string" => "a text",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "a map" => "a group of fields",
        "field identifier" => "the name of a field",
        "u8" | "u16" | "u32" | "u64" => "a whole number, not below zero",
        "i8" | "i16" | "i32" | "i64" => "a whole number",
        "f32" | "f64" => "a number",
        words if words.starts_with("struct ") => "a group of fields",
        words if words.starts_with("enum ") || words == "variant identifier" => "one word",
        words => words,
    };
    plain.to_string()
}

pub fn begins_with_zeros(text: &str) -> bool {
    matches!(text.trim_start_matches(['-', '+']).as_bytes(), [b'0', b'0'..=b'9', ..])
}
