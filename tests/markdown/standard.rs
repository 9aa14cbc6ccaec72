//! The CommonMark standard's own examples, through the same filter that content goes through.

use fcsite::base::{Report, SourcePath};
use fcsite::parse::markdown::{Dialect, parse};

/// The 72 examples whose expected output holds raw HTML of the source, which this filter shows as text. Counted from 1.
const RAW_HTML: [usize; 72] = [
    21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166,
    167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187,
    188, 189, 190, 191, 201, 308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 623,
    625, 626, 627, 628, 629, 630, 631, 642, 643,
];

/// All tags that these 72 may become: no link or image is among them.
const OWN_TAGS: [&str; 10] = ["p", "em", "strong", "pre", "code", "ul", "li", "blockquote", "h1", "hr"];

#[derive(serde::Deserialize)]
struct Example {
    markdown: String,
    html: String,
    section: String,
}

fn html(text: &str) -> String {
    let mut report = Report::on(&SourcePath::new("x.md"));
    super::joined(&parse(text, 0, Dialect::CommonMark, &mut report))
}

#[test]
fn the_standards_examples_hold_to_the_letter_but_for_raw_html() {
    let examples: Vec<Example> = super::cases("commonmark.json");
    assert_eq!(examples.len(), 652);
    let mut failed = Vec::new();
    for (number, example) in (1..).zip(&examples).filter(|(number, _)| !RAW_HTML.contains(number)) {
        let made = html(&example.markdown);
        if made != example.html {
            failed.push(number);
            eprintln!(
                "{number} ({}): {:?}\n made     {made:?}\n expected {:?}",
                example.section, example.markdown, example.html
            );
        }
    }
    assert!(failed.is_empty(), "{} examples differ: {failed:?}", failed.len());
}

#[test]
fn in_the_standards_examples_of_raw_html_no_tag_passes() {
    let examples: Vec<Example> = super::cases("commonmark.json");
    for number in RAW_HTML {
        let example = &examples[number - 1];
        let made = html(&example.markdown);
        assert_ne!(made, example.html, "{number} is no longer special");
        for tag in made.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
            let name = tag.trim_start_matches('/').split(' ').next().unwrap();
            assert!(OWN_TAGS.contains(&name), "{number}: <{name}> in {made:?}");
            assert!(
                !tag.contains('=') || tag.starts_with("code class="),
                "{number}: an attribute in {made:?}"
            );
        }
    }
}
