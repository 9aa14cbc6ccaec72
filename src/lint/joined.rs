//! Lines that run together: a line break in Markdown is a blank on the page. Who writes “Plats: …” and “Tid: …” on lines of their own
//! means lines.

use std::ops::Range;

use super::prose::{Prose, Run, RunKind};
use super::{TextFindings, leftovers, shortened};
use crate::base::{At, Code, Diagnostic, Seg};

/// The longest line that is taken for one of its own, where nothing else says so: running text is broken later.
const SHORT: usize = 45;

/// How many letters of a line are repeated in what is told of it.
const SHOWN: usize = 40;

/// How weekdays begin, in Swedish and English.
const DAYS: [&str; 14] =
    ["mån", "tis", "ons", "tor", "fre", "lör", "sön", "mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// How their names go on, one day's or many's.
const ENDS: [&str; 21] = [
    "", "dag", "dagar", "dagen", "dagarna", "s", "sdag", "sdagar", "sdagen", "sdagarna", "day", "days",
    "sday", "sdays", "nesday", "nesdays", "rsday", "rsdays", "urday", "urdays", "d",
];

/// What days are called together.
const SEVERAL: [&str; 4] = ["vardag", "helg", "weekday", "weekend"];

/// How many questions of a paragraph are told of.
const ASKED: usize = 5;

/// The longest question that is taken for one with an answer.
const QUESTION: usize = 120;

/// How answers begin that are hardly anything else.
const ANSWERS: [&str; 6] = ["ja", "nej", "jo", "javisst", "yes", "no"];

/// Looks at a text's paragraphs.
pub fn lint(prose: &Prose, findings: &mut TextFindings<'_>) {
    lint_questions(prose, findings);
    let mut level = 1;
    for run in &prose.runs {
        match run.kind {
            RunKind::Heading(of) => level = of,
            RunKind::Paragraph | RunKind::Other => lint_run(prose, run, level, findings),
        }
    }
}

/// Questions with their answers on the next line. One alone may be a sentence of the text, as “Vill du veta mer?” is; a short yes or no, more than
/// one question, or one among headings that are questions, is not.
fn lint_questions(prose: &Prose, findings: &mut TextFindings<'_>) {
    let mut level = 1;
    let mut asked: Vec<(&Run, Range<usize>, usize)> = Vec::new();
    // Where headings are questions, a question that is none is one that was forgotten.
    let is_heading =
        |run: &&Run| matches!(run.kind, RunKind::Heading(_)) && run.text.trim_end().ends_with('?');
    let fellows: Vec<&Run> = prose.runs.iter().filter(is_heading).take(2).collect();
    let mut is_sure = fellows.len() > 1;
    // It belongs among them, at their level.
    let beside = fellows.first().filter(|_| is_sure).and_then(|run| match run.kind {
        RunKind::Heading(level) => Some(level.saturating_sub(1)),
        _ => None,
    });
    for run in &prose.runs {
        match run.kind {
            RunKind::Heading(of) => level = of,
            RunKind::Other => {}
            RunKind::Paragraph => {
                for pair in groups(run).iter().flat_map(|lines| lines.windows(2)) {
                    let (question, answer) =
                        (run.text[pair[0].clone()].trim(), run.text[pair[1].clone()].trim());
                    if is_question(question) && !is_question(answer) && !is_bold(run, &pair[0]) {
                        is_sure |= is_answer(answer);
                        asked.push((run, pair[0].clone(), beside.unwrap_or(level)));
                    }
                }
            }
        }
    }
    if asked.len() < 2 && !is_sure {
        return;
    }
    for of_run in asked.chunk_by(|(one, ..), (other, ..)| one.span == other.span) {
        for (run, line, level) in of_run.iter().take(ASKED) {
            tell_question(run, line, *level, findings);
        }
    }
}

/// A line that is one question, as a whole.
fn is_question(text: &str) -> bool {
    let Some(words) = text.strip_suffix('?') else { return false };
    let is_one = !words.contains(['.', '!', '?', '|']) && words.split_whitespace().count() > 1;
    words.starts_with(char::is_uppercase) && is_one && text.chars().count() <= QUESTION
}

fn is_answer(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    ANSWERS.contains(&word.as_str())
}

fn tell_question(run: &Run, line: &Range<usize>, level: usize, findings: &mut TextFindings<'_>) {
    let words = run.text[line.clone()].trim_end();
    let heading = format!("{} {}", "#".repeat((level + 1).clamp(2, 6)), words.trim());
    let at = run.at(&(line.start..line.start + words.len()));
    let is_text = matches!(at, At::Span(_));
    let diagnostic = Diagnostic::new(Code::LinesRunTogether, findings.path, at).with("kind", "question");
    let diagnostic = diagnostic.with("line", shortened(&heading, QUESTION)).with("field", "none");
    findings.found.push(if is_text { diagnostic.instead(heading) } else { diagnostic });
}

fn lint_run(prose: &Prose, run: &Run, level: usize, findings: &mut TextFindings<'_>) {
    for lines in groups(run) {
        let texts: Vec<&str> = lines.iter().map(|line| run.text[line.clone()].trim()).collect();
        let is_other = |text: &&str| text.starts_with(['–', '—', '-']) || leftovers::has_marks(text);
        if texts.iter().any(is_other) {
            continue;
        }
        let bold = lines.iter().take(lines.len() - 1).position(|line| is_bold(run, line));
        let pair = |is: &dyn Fn(&str) -> bool| texts.windows(2).position(|pair| is(pair[0]) && is(pair[1]));
        if let Some(at) = bold.filter(|_| run.kind == RunKind::Paragraph) {
            tell_bold(prose, run, (&lines[at], level), findings);
        } else if let Some(at) =
            pair(&is_labelled).or_else(|| pair(&is_day)).or_else(|| are_short(&texts).then_some(0))
        {
            tell_lines(prose, run, &lines[at..], findings);
        }
    }
}

/// Are these two lines that were meant as lines of their own?
pub fn are_lines(one: &str, other: &str) -> bool {
    is_labelled(one) && is_labelled(other) || is_day(one) && is_day(other)
}

/// Lines of which each runs on from the one before, two or more.
fn groups(run: &Run) -> Vec<Vec<Range<usize>>> {
    let mut groups: Vec<Vec<Range<usize>>> = Vec::new();
    for line in run.each_line() {
        match groups.last_mut().filter(|_| run.joined.binary_search(&line.start).is_ok()) {
            Some(group) => group.push(line),
            None => groups.push(vec![line]),
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// A line that is bold as a whole stands for a heading.
fn is_bold(run: &Run, line: &Range<usize>) -> bool {
    let text = &run.text[line.clone()];
    let (start, end) =
        (line.start + text.len() - text.trim_start().len(), line.start + text.trim_end().len());
    // The last that begins here or before.
    let last =
        run.bold.partition_point(|bold| bold.start <= start).checked_sub(1).and_then(|at| run.bold.get(at));
    last.is_some_and(|bold| bold.end.saturating_add(1) >= end && bold.end <= line.end) && end > start
}

/// `Plats: Fittja torg`: one to three words, a colon, and what it is.
fn is_labelled(text: &str) -> bool {
    let Some((label, value)) = text.split_once(':') else { return false };
    let is_label = label.chars().count() <= 25
        && label.starts_with(char::is_uppercase)
        && label.split_whitespace().count() <= 3
        && !label.contains(['.', '!', '?', ',', '(']);
    is_label && value.starts_with([' ', '\u{a0}']) && !value.trim().is_empty()
}

/// `Måndag 9–12`, `Tisdagar: stängt`.
fn is_day(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let is_day = DAYS.iter().any(|day| word.strip_prefix(day).is_some_and(|rest| ENDS.contains(&rest)));
    let is_several = SEVERAL.iter().any(|days| word.starts_with(days));
    let lower = text.to_lowercase();
    let says_when = text.contains(|c: char| c.is_ascii_digit())
        || ["stängt", "closed"].iter().any(|word| lower.contains(word));
    (is_day || is_several) && says_when && text.chars().count() <= 2 * SHORT
}

/// Short lines that each begin as a line does and end without a stop: an address, a greeting, a list without its hyphens.
fn are_short(texts: &[&str]) -> bool {
    let begins = |text: &&str| text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let ends = |text: &&str| {
        text.ends_with(['.', '!', '?', '…', ',', ';', ':', '–', '-', '”', ')', super::prose::GAP])
    };
    let are_short = texts.iter().all(|text| text.chars().count() <= SHORT && begins(text));
    are_short && !texts.iter().take(texts.len() - 1).any(ends)
}

fn tell_bold(
    prose: &Prose,
    run: &Run,
    (line, level): (&Range<usize>, usize),
    findings: &mut TextFindings<'_>,
) {
    let words = run.text[line.clone()].trim().trim_end_matches(':').to_string();
    let heading = format!("{} {words}", "#".repeat((level + 1).clamp(2, 6)));
    let length = run.text[line.clone()].trim_end().len();
    let at = run.at(&(line.start..line.start + length));
    // The signs around the words lie outside of them.
    let whole = match &at {
        At::Span(span) => Some(span.start.saturating_sub(2)..span.end + 2),
        _ => None,
    };
    let is_whole = |whole: &Range<usize>| {
        let written = prose.written(whole);
        ["**", "__"].iter().any(|sign| written.starts_with(sign) && written.ends_with(sign))
    };
    let diagnostic = Diagnostic::new(Code::LinesRunTogether, findings.path, at);
    let diagnostic = diagnostic.with("kind", "bold").with("line", &heading).with("field", "none");
    findings.found.push(match whole.filter(is_whole) {
        Some(whole) => diagnostic.instead_at(At::Span(whole), heading),
        None => diagnostic,
    });
}

fn tell_lines(prose: &Prose, run: &Run, lines: &[Range<usize>], findings: &mut TextFindings<'_>) {
    let [first, .., last] = lines else { return };
    let words = run.text[first.clone()].trim_end();
    let at = run.at(&(first.start..first.start + words.len()));
    // In a field of YAML a line's end may be none that a backslash can stand at.
    let field = match &at {
        At::Part { path, .. } => {
            path.iter().rev().filter_map(Seg::key).find(|key| key.len() > 3).map(String::from)
        }
        _ => None,
    };
    let kind = if field.is_some() { "field" } else { "lines" };
    let diagnostic = Diagnostic::new(Code::LinesRunTogether, findings.path, at);
    let diagnostic = diagnostic.with("kind", kind).with("line", shortened(words, SHOWN));
    let diagnostic = diagnostic.with("field", field.as_deref().unwrap_or("none"));
    let (start, end) = (run.at(&first.clone()), run.at(&last.clone()));
    findings.found.push(match (start, end) {
        (At::Span(start), At::Span(end)) => {
            let whole = start.start..end.start;
            let written = prose.written(&whole).to_string();
            let broken: String = written.split_inclusive('\n').map(broken).collect();
            diagnostic.instead_at(At::Span(whole), broken)
        }
        _ => diagnostic,
    });
}

/// A line with the sign that makes its end one on the page.
fn broken(line: &str) -> String {
    let words = line.trim_end();
    match line.ends_with('\n') {
        true => format!("{words}\\{}", if line.ends_with("\r\n") { "\r\n" } else { "\n" }),
        false => line.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_days_and_short_lines_are_known_and_running_text_is_not() {
        for text in ["Plats: Fittja torg", "Pris: 20 kr", "Anmälan senast: fredag"] {
            assert!(is_labelled(text), "{text}");
        }
        for text in ["Vi har öppet, och priset är: 20 kr", "Kl 9:30", "https://a.example", "Så här:"] {
            assert!(!is_labelled(text), "{text}");
        }
        for text in ["Måndag 9–12", "Tisdagar: stängt", "Mån-tors 9-12", "Vardagar 9–12", "Monday 9–12"]
        {
            assert!(is_day(text), "{text}");
        }
        for text in
            ["Tisdagsklubben har 12 platser", "Måndag är en bra dag", "Sonen är 12 år", "Friluft 9–12"]
        {
            assert!(!is_day(text), "{text}");
        }
        assert!(are_short(&["Fittja torg 19", "145 61 Norsborg"]));
        assert!(!are_short(&["Vi öppnar igen.", "Välkommen!"]));
        assert!(!are_short(&["En rad som är så lång att en redigerare har brutit den", "Fortsätter här"]));
    }
}
