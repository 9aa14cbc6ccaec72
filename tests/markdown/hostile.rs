//! Hostile texts: whatever is written, no markup comes out that fcsite did not make itself.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use proptest::prelude::*;

use super::{joined, read};

/// All elements that a body may hold.
const ELEMENTS: [&str; 30] = [
    "bdi",
    "span",
    "p",
    "em",
    "strong",
    "code",
    "pre",
    "a",
    "sup",
    "br",
    "hr",
    "ul",
    "ol",
    "li",
    "blockquote",
    "aside",
    "section",
    "div",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
];

/// All attributes that they may have.
const ATTRIBUTES: [&str; 11] = [
    "href",
    "dir",
    "title",
    "id",
    "class",
    "role",
    "aria-label",
    "aria-labelledby",
    "tabindex",
    "start",
    "scope",
];

const VOID: [&str; 2] = ["br", "hr"];

/// What a browser's tokenizer sees.
#[derive(Default)]
struct Seen {
    open: RefCell<Vec<String>>,
    faults: RefCell<Vec<String>>,
}

impl TokenSink for Seen {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => self.tag(&tag),
            Token::CommentToken(_) | Token::DoctypeToken(_) => self.fault("a comment or doctype"),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Seen {
    fn fault(&self, what: impl Into<String>) {
        self.faults.borrow_mut().push(what.into());
    }

    fn tag(&self, tag: &Tag) {
        let name = tag.name.to_string();
        if !ELEMENTS.contains(&name.as_str()) {
            self.fault(format!("<{name}>"));
        }
        for attribute in &tag.attrs {
            let (key, value) = (attribute.name.local.to_string(), attribute.value.to_string());
            if !ATTRIBUTES.contains(&key.as_str()) {
                self.fault(format!("{name} {key}={value:?}"));
            }
            if key == "href" && !is_safe(&value) {
                self.fault(format!("href={value:?}"));
            }
        }
        let mut open = self.open.borrow_mut();
        match tag.kind {
            TagKind::StartTag if VOID.contains(&name.as_str()) => {}
            TagKind::StartTag => open.push(name),
            TagKind::EndTag if open.last() == Some(&name) => drop(open.pop()),
            TagKind::EndTag => self.fault(format!("</{name}> closes {:?}", open.last())),
        }
    }
}

/// Would a browser stay on the page or go to a place of a safe scheme? Browsers drop tabs, line breaks and what is before.
fn is_safe(href: &str) -> bool {
    let seen: String =
        href.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect::<String>().to_lowercase();
    ["http://", "https://", "mailto:", "tel:", "#"].iter().any(|start| seen.starts_with(start))
        || seen == "[hole]"
}

/// What is unsafe in the body of a text.
fn unsafe_parts(text: &str) -> Vec<String> {
    let (mut body, _) = read(text);
    for link in &mut body.links {
        link.target = "hole".to_string();
    }
    let holes = body
        .images
        .iter_mut()
        .map(|image| &mut image.path)
        .chain(body.centres.iter_mut().map(|centre| &mut centre.name));
    for hole in holes {
        hole.clear();
    }
    let html = joined(&body);
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html.as_str()));
    let tokenizer = Tokenizer::new(Seen::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let open = tokenizer.sink.open.take();
    let mut faults = tokenizer.sink.faults.take();
    if !open.is_empty() {
        faults.push(format!("never closed: {open:?}"));
    }
    if html.to_lowercase().contains("<script") {
        faults.push("a script".to_string());
    }
    faults
}

fn assert_safe(text: &str) {
    let faults = unsafe_parts(text);
    assert!(faults.is_empty(), "{text:?} gave {faults:?}");
}

/// Places where a hostile text may stand.
fn everywhere(text: &str) -> Vec<String> {
    vec![
        text.to_string(),
        format!("## {text}\n"),
        format!("## Rubrik {{#{text} .{text} {text}}}\n"),
        format!("[x]({text})\n\n[x](<{text}>)\n\n[x](y.md \"{text}\")\n"),
        format!("[{text}](https://a.se/{text})\n"),
        format!("![{text}]({text} \"{text}\")\n"),
        format!("<{text}>\n\n`{text}`\n\n```{text}\n{text}\n```\n"),
        format!("::: fact {text}\n{text}\n:::\n\n::: centre {text}\n:::\n\n::: {text}\n:::\n"),
        format!("| {text} |\n|---|\n| {text} |\n"),
        format!("a[^{text}] b[^1]\n\n[^{text}]: {text}\n\n[^1]: {text}\n"),
        format!("– {text}\n\n> {text}\n\n1. {text}\n"),
        format!("[a]: {text}\n[b]: <{text}> '{text}'\n\n[a] [b] [{text}]\n"),
    ]
}

#[test]
fn the_list_of_naughty_strings_does_no_harm_wherever_it_stands() {
    let strings: Vec<String> = super::cases("blns.json");
    assert_eq!(strings.len(), 485);
    for text in strings.iter().flat_map(|string| everywhere(string)) {
        assert_safe(&text);
    }
}

#[test]
fn bleachs_hostile_texts_do_no_harm_wherever_they_stand() {
    #[derive(serde::Deserialize)]
    struct Pair {
        input: String,
    }
    let pairs: Vec<Pair> = super::cases("bleach.json");
    assert!(pairs.len() >= 20);
    for text in pairs.iter().flat_map(|pair| everywhere(&pair.input)) {
        assert_safe(&text);
    }
}

#[test]
fn the_check_itself_finds_what_it_should() {
    let sink = Tokenizer::new(Seen::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from("<p onclick=x><a href=' javascript:x'></p><script>"));
    let _ = sink.feed(&input);
    sink.end();
    assert_eq!(sink.sink.faults.take().len(), 4);
}

/// What Markdown, HTML and this dialect give a meaning to.
const MARKUP: &[&str] = &[
    "*",
    "**",
    "_",
    "`",
    "```",
    "~~~",
    "\n",
    "\n\n",
    " ",
    "    ",
    "\t",
    "- ",
    "1. ",
    "14. mars",
    "> ",
    "# ",
    "## ",
    "===",
    "---",
    "|",
    "|-|\n",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "](javascript:x)",
    "](x.md)",
    "](#a)",
    "[^1]",
    "[^1]: ",
    "[a]: ",
    "<",
    ">",
    "<b>",
    "</b>",
    "<script>",
    "<!--",
    "-->",
    "<div>\n",
    "<a href=\"x\" onclick=\"y\">",
    "&lt;",
    "&#58;",
    "&quot;",
    "\"",
    "'",
    "--",
    "...",
    "\\",
    ":::",
    "\n::: fact ",
    "\n::: centre x\n",
    "\n:::\n",
    "– ",
    "{#a .b c=d}",
    "a",
    "å",
    "https://a.se",
    "<https://a.se>",
    "<a@b.se>",
    "\r\n",
    "\u{a0}",
    "javascript:alert(1)",
    "data:x",
    "//x",
    "😀",
    "\u{202e}",
    "$",
    "~~",
];

/// Texts made of markup.
fn markup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(MARKUP), 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_markup_does_harm_or_leaves_a_tag_open(text in markup()) {
        prop_assert_eq!(unsafe_parts(&text), Vec::<String>::new());
    }

    #[test]
    fn no_text_does_harm(text in "\\PC{0,200}|(.|\n){0,200}") {
        prop_assert_eq!(unsafe_parts(&text), Vec::<String>::new());
    }
}
