//! Pages and their structured data, read by html5ever and serde_json.

use std::cell::RefCell;

use fcsite::base::markup::escape_into;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use proptest::prelude::*;

use super::project::{NEWS, Project, theme_memory};
use super::{every_character, is_html, is_xml};

/// A page as a browser reads it: the texts of some elements, and what it calls wrong.
#[derive(Default)]
pub struct Read {
    open: String,
    heading: String,
    data: String,
    attribute: String,
    /// All words, those of scripts too.
    pub text: String,
    pub wrong: Vec<String>,
}

#[derive(Default)]
struct Sink(RefCell<Read>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut read = self.0.borrow_mut();
        match token {
            // A number in a text is kept in its direction.
            Token::TagToken(Tag { name, .. }) if &*name == "bdi" => {}
            Token::TagToken(Tag { kind: TagKind::EndTag, .. }) => read.open.clear(),
            Token::TagToken(Tag { name, attrs, .. }) => {
                read.open = name.to_string();
                if let Some(content) = attrs.iter().find(|a| &*a.name.local == "content") {
                    read.attribute.push_str(&content.value);
                }
                return match &*name {
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" => TokenSinkResult::RawData(RawKind::Rawtext),
                    "title" => TokenSinkResult::RawData(RawKind::Rcdata),
                    _ => TokenSinkResult::Continue,
                };
            }
            Token::CharacterTokens(text) => {
                read.text.push_str(&text);
                match read.open.as_str() {
                    "h1" => read.heading.push_str(&text),
                    "script" => read.data.push_str(&text),
                    _ => {}
                }
            }
            Token::NullCharacterToken => read.wrong.push(format!("line {line}: a null")),
            Token::ParseError(error) => read.wrong.push(format!("line {line}: {error}")),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

pub fn read(html: &str) -> Read {
    let options = TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() };
    let tokenizer = Tokenizer::new(Sink::default(), options);
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut read = tokenizer.sink.0.into_inner();
    read.wrong.extend(html.chars().filter(|c| !is_html(*c)).map(|c| format!("{c:?} stands in it")));
    read
}

/// A text as a browser has it: line ends are of one kind.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn escaped(text: &str) -> Result<(), String> {
    let mut value = String::new();
    escape_into(text, &mut value);
    let seen = read(&format!("<!doctype html><meta content=\"{value}\"><h1>{value}</h1>"));
    let kept: String = text.chars().filter(|c| is_html(*c) && is_xml(*c)).collect();
    match () {
        () if !seen.wrong.is_empty() => Err(seen.wrong.join(", ")),
        () if seen.heading != lines(&kept) => Err(format!("{:?} of {text:?}", seen.heading)),
        () if seen.attribute != lines(&kept) => {
            Err(format!("{:?} in an attribute of {text:?}", seen.attribute))
        }
        () => Ok(()),
    }
}

#[test]
fn every_character_in_an_element_and_an_attribute_is_read_as_it_was_or_dropped() {
    for text in every_character(4096) {
        escaped(&text).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_in_an_element_and_an_attribute_is_read_as_it_was_or_dropped(text in any::<String>()) {
        prop_assert_eq!(escaped(&text), Ok(()));
    }
}

/// Of a text what a title may have and shows.
pub fn shown(text: &str) -> String {
    text.chars().filter(|c| is_html(*c) && is_xml(*c) && !c.is_whitespace()).collect()
}

/// A title in YAML, each of whose characters is written as an escape.
fn quoted(text: &str) -> String {
    text.chars().map(|c| format!("\\U{:08X}", u32::from(c))).collect()
}

fn with_title(title: &str) -> Project {
    Project::new().but(NEWS, "title: Hej", &format!("title: \"{}\"", quoted(title)))
}

#[test]
fn a_page_of_every_character_that_a_text_may_have_shows_it_and_its_data_say_it() {
    // As long as a title may be, and many in a site.
    let titles: Vec<String> =
        every_character(298).iter().map(|text| shown(text)).filter(|title| !title.is_empty()).collect();
    for some in titles.chunks(100) {
        let titles: Vec<String> = some.iter().map(|title| format!("a{title}z")).collect();
        let mut project = Project::new();
        for (at, title) in titles.iter().enumerate() {
            let text = format!("---\ntitle: \"{}\"\nlead: Hej.\n---\n", quoted(title));
            project = project.with(&format!("content/botkyrka/news/2026-01-09-hej-{at}.md"), text);
        }
        let built = project.build_with(Some(&mut theme_memory()));
        assert!(!built.report.has_errors(), "{:?}", built.told());
        for (at, title) in titles.iter().enumerate() {
            let seen = read(built.page(&format!("botkyrka/nyheter/2026-01-09-hej-{at}/index.html")));
            assert!(seen.wrong.is_empty(), "{:?}", seen.wrong);
            assert_eq!(seen.heading.trim(), title);
            let data: serde_json::Value = serde_json::from_str(&seen.data).unwrap();
            assert_eq!(data["@graph"][0]["headline"], title.as_str());
        }
        assert!(built.page("botkyrka/feed.xml").chars().all(is_xml));
    }
}

/// What is refused is no page, whatever else the site has: the writers above are the second wall.
#[test]
fn what_was_refused_is_not_written_either() {
    let forbidden: String = ('\0'..=char::MAX).filter(|c| !is_html(*c) || !is_xml(*c)).collect();
    assert_eq!(forbidden.chars().count(), 29 + 33 + 32 + 34);
    for c in forbidden.chars() {
        let body = format!("&#{};", u32::from(c));
        let told = [
            with_title(&format!("a{c}z")),
            Project::new().and(NEWS, &format!("\n[a{body}](https://a.example/ \"{body}\")\n")),
        ];
        for project in told {
            let built = project.build();
            assert!(built.report.has_errors(), "{c:?}");
            assert_eq!(built.files().count(), 0, "{c:?}");
        }
    }
}
