//! What other programs leave in a text that means nothing here, and that readers see: tags of WordPress and of templates, what pandoc makes
//! of Word's looks, signs by the names that chats have for them, commands of LaTeX, and marks that only other dialects of Markdown know.
//!
//! They are the same in a text and in a field of plain text. In the latter no mark at all means anything.

use super::Left;
use crate::base::characters::beginning;

/// Tags of other programs that make websites: how they begin and end.
const TAGS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{:", "}")];

/// Tags in brackets that stand alone or with an address.
const SHORTCODES: [&str; 17] = [
    "caption",
    "gallery",
    "embed",
    "video",
    "audio",
    "playlist",
    "youtube",
    "vimeo",
    "contact-form-7",
    "contact-form",
    "button",
    "accordion",
    "tabs",
    "columns",
    "toc",
    "TOC",
    "_TOC_",
];

/// How many letters attributes, or the words that they belong to, may have.
const SPAN: usize = 300;

/// How many of them are looked for in a line: a few are told, and each is held against all others.
const MOST_SPANS: usize = 50;

/// How many letters stand between two marks that raise or lower them.
const RAISED: usize = 12;

/// What was left in a line.
pub(super) fn find(line: &str) -> Vec<Left> {
    let mut found: Vec<Left> = tag(line).into_iter().collect();
    found.extend(shortcode(line));
    found.extend(spans(line));
    found.extend(emoji(line));
    found.extend(command(line));
    found.extend(signs(line));
    // Each place once: a command's braces are no attributes.
    let mut kept: Vec<Left> = Vec::new();
    for left in found {
        let is_free =
            |other: &Left| other.marks.end <= left.marks.start || left.marks.end <= other.marks.start;
        if kept.iter().all(is_free) {
            kept.push(left);
        }
    }
    kept
}

/// Marks for bold and for links, in a field where they are shown as they stand.
pub(super) fn look(line: &str) -> Option<Left> {
    let bold = || {
        let start = line.find("**")?;
        let inner = beginning(line.get(start + 2..)?, SPAN);
        let words = &inner[..inner.find("**")?];
        let is_meant = !words.trim().is_empty() && !words.starts_with('*');
        let whole = start..start + words.len() + 4;
        is_meant.then(|| Left::new("look", whole.clone()).instead(whole, words))
    };
    let link = || {
        let middle = line.find("](")?;
        let start = line[..middle].char_indices().rev().take(SPAN).find(|(_, sign)| *sign == '[')?.0;
        let end = middle + 2 + beginning(&line[middle + 2..], SPAN).find(')')?;
        let whole = start..end + 1;
        Some(Left::new("look", whole.clone()).instead(whole, &line[start + 1..middle]))
    };
    bold().or_else(link)
}

/// A tag of another program: `{{< figure >}}`, `{% include %}`, `{: .info}`.
fn tag(line: &str) -> Option<Left> {
    let (at, open, close) =
        TAGS.iter().filter_map(|(open, close)| Some((line.find(open)?, *open, *close))).min()?;
    let end = line[at + open.len()..].find(close).map(|end| at + open.len() + end + close.len())?;
    Some(Left::new("tag", at..end).instead(at..end, ""))
}

/// One in brackets: `[gallery]`, `[contact-form-7 id="3"]`, `[/caption]`, `[TOC]`.
fn shortcode(line: &str) -> Option<Left> {
    line.match_indices('[').find_map(|(open, _)| {
        let rest = beginning(&line[open + 1..], SPAN);
        let inside = &rest[..rest.find(']')?];
        let closing = inside.strip_prefix('/');
        let name = closing.unwrap_or(inside);
        let length = name.len()
            - name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).len();
        let (name, after) = name.split_at(length);
        let is_name = name.starts_with(|c: char| c.is_ascii_lowercase());
        let has_value = ["=\"", "='", "=”", "=&"].iter().any(|sign| after.contains(sign));
        let is_known = SHORTCODES.contains(&name) && (after.is_empty() || after.starts_with(' '));
        let is_tag = is_known
            || is_name && (closing.is_some() && after.is_empty() || after.starts_with(' ') && has_value);
        // `[[_TOC_]]` has its brackets twice.
        let is_double = line[..open].ends_with('[') && line[open + inside.len() + 2..].starts_with(']');
        let range = open - usize::from(is_double)..open + inside.len() + 2 + usize::from(is_double);
        is_tag.then(|| Left::new("tag", range.clone()).instead(range, ""))
    })
}

/// What pandoc makes of Word's looks: `[text]{.underline}`, `[]{#_Toc1 .anchor}`, `{width="2in"}`.
fn spans(line: &str) -> Vec<Left> {
    let is_attribute = |inside: &str| {
        let name =
            inside.len() - inside.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-').len();
        inside.starts_with(['.', '#']) && inside[1..].starts_with(|c: char| c.is_alphabetic() || c == '_')
            || name > 0 && inside[name..].starts_with("=\"")
    };
    let span = |(open, _): (usize, &str)| {
        // The bounds keep the cost linear: nobody writes longer ones.
        let mut inside = line[open + 1..].char_indices().take(SPAN);
        let close = open + 1 + inside.find(|(_, sign)| *sign == '}')?.0;
        is_attribute(&line[open + 1..close]).then_some(())?;
        let marks = open..close + 1;
        // The words in brackets before it stay, without their brackets.
        let before = line[..open].strip_suffix(']');
        let bracket =
            before.and_then(|before| before.char_indices().rev().take(SPAN).find(|(_, sign)| *sign == '['));
        match bracket.map(|(at, _)| at) {
            Some(bracket) => {
                let words = line[bracket + 1..open - 1].to_string();
                Some(Left::new("span", bracket..close + 1).instead(bracket..close + 1, words))
            }
            None => Some(Left::new("span", marks.clone()).instead(marks, "")),
        }
    };
    line.match_indices('{').filter_map(span).take(MOST_SPANS).collect()
}

/// A sign by its name, as chats have it: `:warning:`.
fn emoji(line: &str) -> Option<Left> {
    line.match_indices(':').find_map(|(at, _)| {
        let is_begin =
            line[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ':'));
        let rest = &line[at + 1..];
        let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '+' | '-');
        let name = rest.len() - rest.trim_start_matches(is_name).len();
        let is_end =
            rest[name..].strip_prefix(':').is_some_and(|after| !after.starts_with(char::is_alphanumeric));
        let is_word =
            rest[..name].bytes().filter(u8::is_ascii_lowercase).count() > 1 || &rest[..name] == "+1";
        let range = at..at + name + 2;
        (is_begin && is_end && is_word).then(|| Left::new("emoji", range.clone()).instead(range, ""))
    })
}

/// A command of LaTeX: `\textbf{…}`, of which the words stay, and `\newpage`.
fn command(line: &str) -> Option<Left> {
    line.match_indices('\\').find_map(|(at, _)| {
        let is_begin =
            line[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, ':' | '\\'));
        let rest = &line[at + 1..];
        let name = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
        let after = beginning(&rest[name..], SPAN);
        let words = after.strip_prefix('{').and_then(|inside| Some(&inside[..inside.find('}')?]));
        let end = at + 1 + name + words.map_or(0, |words| words.len() + 2);
        let is_alone =
            ["newpage", "pagebreak", "clearpage", "linebreak", "newline", "noindent", "hfill", "vspace"]
                .contains(&&rest[..name]);
        let is_command = is_begin && name > 1 && (words.is_some() || is_alone);
        is_command.then(|| Left::new("signs", at..end).instead(at..end, words.unwrap_or_default()))
    })
}

/// Marks of other dialects: `==x==`, `++x++`, `H~2~O`, `x^2^`.
fn signs(line: &str) -> Option<Left> {
    let pair = |mark: &str, most: usize| {
        line.match_indices(mark).find_map(|(at, _)| {
            let start = at + mark.len();
            let rest = beginning(&line[start..], most);
            let words = &rest[..rest.find(mark)?];
            let sign = mark.chars().next()?;
            let is_free =
                !line[..at].ends_with(sign) && !line[start + words.len() + mark.len()..].starts_with(sign);
            let is_word = !words.is_empty() && words.trim() == words && !words.starts_with(sign);
            let whole = at..start + words.len() + mark.len();
            (is_free && is_word).then_some((whole, words))
        })
    };
    let marked = ["==", "++"].into_iter().find_map(|mark| {
        let (whole, words) = pair(mark, SPAN)?;
        words
            .chars()
            .any(char::is_alphabetic)
            .then(|| Left::new("signs", whole.clone()).instead(whole, words))
    });
    let raised = || {
        ["~", "^"].into_iter().find_map(|mark| {
            let (whole, words) = pair(mark, RAISED)?;
            let is_one = words.chars().all(|c| c.is_alphanumeric() || matches!(c, '+' | '-' | '−'));
            let follows = line[..whole.start].ends_with(char::is_alphanumeric);
            let instead: String = words.chars().map(|c| small(c, mark == "^")).collect();
            (is_one && follows).then(|| Left::new("signs", whole.clone()).instead(whole, instead))
        })
    };
    marked.or_else(raised)
}

/// A digit as it stands raised or lowered.
fn small(c: char, is_raised: bool) -> char {
    let digits = if is_raised { "⁰¹²³⁴⁵⁶⁷⁸⁹" } else { "₀₁₂₃₄₅₆₇₈₉" };
    c.to_digit(10).and_then(|digit| digits.chars().nth(digit as usize)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_programs_leave_is_found_with_what_stays_of_it() {
        let mended = |line: &str| {
            find(line)
                .into_iter()
                .next()
                .map(|left| (left.kind, left.mend.map(|(_, words)| words).unwrap_or_default()))
        };
        for (line, kind, stays) in [
            ("==viktigt== i dag", "signs", "viktigt"),
            ("++nytt++", "signs", "nytt"),
            ("H~2~O", "signs", "₂"),
            ("40 m^2^ stor", "signs", "²"),
            ("\\textbf{Obs}", "signs", "Obs"),
            ("Sist \\newpage", "signs", ""),
            ("[TOC]", "tag", ""),
            ("[[_TOC_]]", "tag", ""),
            ("[contact-form-7 id=\"3\"]", "tag", ""),
            ("[youtube https://youtu.be/x]", "tag", ""),
            ("[vc_row css=\"x\"]", "tag", ""),
            ("[/vc_row]", "tag", ""),
        ] {
            assert_eq!(mended(line), Some((kind, stays.to_string())), "{line}");
        }
        for line in [
            "1 + 1 == 2 och 2 == 2",
            "Vi ++ ni ++ de",
            "~20 minuter och ~30 minuter",
            "kl. 9 ~ 12 ~ 15",
            "G:\\Gemensam\\mapp",
            "och\\eller",
            "[sic] och [text] och [och/eller]",
            "a^b",
        ] {
            assert_eq!(mended(line), None, "{line}");
        }
        assert_eq!(look("Vi har **stängt** nu").map(|left| left.marks), Some(7..18));
        assert_eq!(
            look("Se [här](https://a.example)").and_then(|left| left.mend).map(|(_, words)| words).as_deref(),
            Some("här")
        );
        assert_eq!(look("**** av fem").map(|left| left.marks), None);
    }
}
