//! YAML that cannot be read, explained to a person who has never heard of a mapping.

/// The parser's words, in those of a person who writes; and the line that the fault is most likely in.
pub fn explain(at: usize, words: &str, text: &str) -> (usize, &'static str, &'static str) {
    let at = at.min(text.len().saturating_sub(1));
    let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let value = line.split_once(": ").map_or("", |(_, value)| value.trim_start());
    if line.trim_start_matches(' ').starts_with('\t') || words.contains("tab") {
        return (start, "a line begins with a tab.", "tab");
    }
    if value.starts_with(['@', '`', '%', '&', '*', '!', '|', '>']) && !value.starts_with("| ") {
        return (at, "a value begins with a character that YAML uses itself.", "at");
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
    if words.contains("simple key") || words.contains("expect") && words.contains(':') {
        return (start, "a line has no colon after the field's name.", "none");
    }
    if words.contains("indent") || words.contains("block") {
        return (start, "a line begins at the wrong column.", "indent");
    }
    if words.contains("more than one document") {
        return (at, "a line --- begins a second part.", "none");
    }
    (at, "the line is not understood.", "none")
}
