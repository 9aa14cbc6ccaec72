//! What is written is well-formed, whatever came in: every character that there is goes through every writer, and is read back by a reader
//! that is not ours. What a format forbids is told at its place when it comes in, and cannot come out.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failed test says so by a panic"
)]

mod calendars;
mod entry;
mod files;
mod pages;
mod program;
mod reports;
mod xml;

#[path = "../content/project.rs"]
#[expect(dead_code, reason = "other tests use more of it")]
mod project;

/// May a text of XML hold this character? Written from the standard (XML 1.0, production 2), not from the program.
fn is_xml(c: char) -> bool {
    matches!(u32::from(c), 0x9 | 0xa | 0xd | 0x20..=0xd7ff | 0xe000..=0xfffd | 0x10000..=0x0010_ffff)
}

/// May a text of HTML hold this character? Written from the standard (13.1.4.1: no noncharacters, no controls but ASCII white space).
fn is_html(c: char) -> bool {
    let number = u32::from(c);
    let is_noncharacter = (0xfdd0..=0xfdef).contains(&number) || matches!(number & 0xffff, 0xfffe | 0xffff);
    let is_control =
        number < 0x20 && !matches!(number, 0x9 | 0xa | 0xc | 0xd) || (0x7f..=0x9f).contains(&number);
    !is_noncharacter && !is_control
}

/// May a person's terminal be given this character? Not what it obeys (ECMA-48: C0 and C1), not what turns the line round (UAX 9), not
/// what ends a line elsewhere than where we end one.
fn is_harmless(c: char) -> bool {
    let number = u32::from(c);
    let is_control = number < 0x20 || (0x7f..=0x9f).contains(&number);
    let turns = matches!(number, 0x61c | 0x200e | 0x200f | 0x202a..=0x202e | 0x2066..=0x2069);
    !is_control && !turns && !matches!(number, 0x2028 | 0x2029)
}

/// Every character that there is, in texts of so many.
fn every_character(length: usize) -> Vec<String> {
    let all: Vec<char> = ('\0'..=char::MAX).collect();
    assert_eq!(all.len(), 0x0011_0000 - 0x800);
    all.chunks(length).map(|chunk| chunk.iter().collect()).collect()
}

#[test]
fn what_is_told_is_all_that_a_page_or_a_feed_may_not_hold() {
    for c in '\0'..=char::MAX {
        let is_told = fcsite::base::characters::is_forbidden(c);
        // The form feed, which XML does not have, is the one that HTML has.
        assert_eq!(is_told, !is_html(c) || !is_xml(c), "{c:?}");
    }
}
