//! Texts that make careless parsers slow: each is read to its end, and gives no more than a bounded multiple of itself.
//!
//! The idea is CommonMark's `pathological_tests.py`; time itself is not asserted, since a test that hangs is ended by nextest.

use fcsite::parse::markdown::Body;

use super::{joined, read};

/// Big enough that a quadratic parser would take minutes.
const SIZE: usize = 50_000;

fn output(text: &str) -> (Body, usize) {
    let (body, _) = read(text);
    let length = joined(&body).len();
    (body, length)
}

#[test]
fn no_repetition_takes_more_than_its_share() {
    let cases: Vec<(&str, String)> = vec![
        ("nested strong emphasis", format!("{}b{}", "*a **a ".repeat(SIZE), " a** a*".repeat(SIZE))),
        ("emphasis closers", "a_ ".repeat(SIZE)),
        ("emphasis openers", "_a ".repeat(SIZE)),
        ("link closers", "a]".repeat(SIZE)),
        ("link openers", "[a".repeat(SIZE)),
        ("mismatched openers and closers", "*a_ ".repeat(SIZE)),
        ("openers and closers, multiple of 3", format!("a**b{}", "c* ".repeat(SIZE))),
        ("link openers and emphasis closers", "[ a_".repeat(SIZE)),
        ("hard link and emphasis", "**x [a*b**c*](d)".repeat(SIZE)),
        ("nested brackets", format!("{}a{}", "[".repeat(SIZE), "]".repeat(SIZE))),
        ("nested block quotes", format!("{}a", "> ".repeat(5_000))),
        ("deeply nested lists", (0..500).map(|depth| format!("{}* a\n", "  ".repeat(depth))).collect()),
        ("backticks", (1..1_000).map(|run| format!("e{}", "`".repeat(run))).collect()),
        ("unclosed links", "[a](<b".repeat(SIZE)),
        ("unclosed links without angle brackets", "[a](b".repeat(SIZE)),
        ("unclosed comments", format!("</{}", "<!--".repeat(SIZE))),
        ("empty lines in deep lists", format!("{}x{}", "- ".repeat(1_000), "\n".repeat(SIZE))),
        ("code spans in brackets", format!("{}{}", "[`".repeat(SIZE), "`]".repeat(SIZE))),
        ("processing instructions", "<?".repeat(SIZE)),
        ("declarations", "<!A ".repeat(SIZE)),
        ("character data", "<![CDATA[".repeat(SIZE)),
        ("images in images", format!("{}{}", "![a".repeat(SIZE), "](b)".repeat(SIZE))),
        ("references", format!("[a]: /{}\n\n{}", "u".repeat(SIZE), "[a] ".repeat(SIZE))),
        ("reference definitions", (0..SIZE).map(|at| format!("[{at}]: x\n")).collect()),
    ];
    for (name, text) in cases {
        let (_, length) = output(&text);
        assert!(length < 20 * text.len() + 1_000_000, "{name}: {} bytes became {length}", text.len());
    }
}

#[test]
fn what_the_sites_dialect_adds_is_linear_too() {
    let cases: Vec<(&str, String)> = vec![
        ("same headings", "## a\n\n".repeat(SIZE)),
        (
            "links to missing headings",
            format!("{}{}", "## abcdefgh\n\n".repeat(5_000), "[a](#abcdefhg)\n\n".repeat(5_000)),
        ),
        ("references to one note", format!("{}\n\n[^1]: x\n", "[^1] ".repeat(SIZE))),
        ("notes", (0..10_000).map(|at| format!("[^{at}]\n\n[^{at}]: x\n\n")).collect()),
        ("notes in notes", (0..10_000).map(|at| format!("[^{at}]: [^{}]\n", at + 1)).collect()),
        ("open boxes", "::: fact a\n".repeat(SIZE)),
        ("ends of boxes", ":::\n".repeat(SIZE)),
        ("centres", "::: centre a\n:::\n".repeat(SIZE)),
        ("unknown directives", "::: abcdefghijklmnopqrstuvwxyz\n".repeat(SIZE)),
        ("colons after spaces", format!("{}:::\n", " ".repeat(SIZE)).repeat(20)),
        ("spoken lines", "– a\n".repeat(SIZE)),
        ("dates", "14. mars\n\nx\n\n".repeat(SIZE)),
        ("dashes in an address", format!("://{}", "a--".repeat(SIZE))),
        ("quotes", "\"".repeat(SIZE)),
        ("hyphens", "-".repeat(SIZE)),
        ("braces", "## a {b}\n\n".repeat(SIZE)),
        ("tables", "|a|\n|-|\n|b|\n\n".repeat(10_000)),
        ("html", "<b>".repeat(SIZE)),
        ("comments", "a <!-- b -->".repeat(SIZE)),
        (
            "a table with more columns than rows fill",
            format!("{}\n{}\n{}", "|a".repeat(1_000), "|-".repeat(1_000), "|b\n".repeat(1_000)),
        ),
    ];
    for (name, text) in cases {
        let (_, length) = output(&text);
        assert!(length < 200 * text.len() + 5_000_000, "{name}: {} bytes became {length}", text.len());
    }
}
