//! Naughty strings as titles: made by `new`, written in quotes, and written as they are.

use fcsite::base::{Code, Locale, Messages};
use fcsite::scaffold::{self, NewNews, Setting};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use super::project::{Built, NEWS, Project};
use super::{built, each, strings};

/// The text of a page's heading, as a browser reads it.
#[derive(Default)]
struct Heading(std::cell::RefCell<(bool, String)>);

impl TokenSink for Heading {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut seen = self.0.borrow_mut();
        match token {
            Token::TagToken(Tag { kind, name, .. }) if name.as_ref() == "h1" => {
                seen.0 = kind == TagKind::StartTag
            }
            Token::TagToken(Tag { kind: TagKind::StartTag, name, .. }) if name.as_ref() == "script" => {
                return TokenSinkResult::RawData(RawKind::ScriptData);
            }
            Token::TagToken(Tag { kind: TagKind::StartTag, name, .. }) if name.as_ref() == "title" => {
                return TokenSinkResult::RawData(RawKind::Rcdata);
            }
            Token::CharacterTokens(text) if seen.0 => seen.1.push_str(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn heading(built: &Built) -> String {
    let tokenizer = Tokenizer::new(Heading::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(built.page("botkyrka/nyheter/2026-01-10-hej/index.html")));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    same(&tokenizer.sink.0.borrow().1)
}

/// A text as far as its spaces are no matter.
fn same(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Either the heading says this, or an error says why not.
fn shown_or_told(project: &Project, title: &str) -> Vec<String> {
    let (built, mut wrong) = built(project);
    let is_told = built.report.has_errors();
    if !is_told && heading(&built) != same(title) {
        wrong.push(format!("the heading is {:?}", heading(&built)));
    }
    wrong
}

#[test]
fn a_title_that_new_was_given_is_the_heading_of_a_page_without_fault() {
    each(&strings(), |string| {
        let messages = Messages::of(Locale::Swedish);
        let setting =
            Setting { messages: &messages, today: "2026-01-10".parse().unwrap(), has_schemas: false };
        let new = NewNews {
            municipality: "botkyrka".to_string(),
            id: "hej".to_string(),
            title: string.clone(),
            is_published: true,
            lead: Some("En hälsning.".to_string()),
            body: Some("Välkommen till oss.".to_string()),
            ..NewNews::default()
        };
        let file = scaffold::news(&new, setting);
        assert_eq!(file.path, NEWS);
        let project = Project::new().with(NEWS, file.text);
        // What is no text is left out: it could not stand in a page.
        let title: String = same(string).chars().filter(|c| !c.is_control()).collect();
        let (built, mut wrong) = built(&project);
        if built.report.has_errors() {
            let codes = built.codes();
            let is_empty = same(&title).is_empty() && codes == [Code::EmptyText];
            if !is_empty {
                wrong.extend(built.told());
            }
        } else if heading(&built) != same(&title) {
            wrong.push(format!("the heading is {:?}", heading(&built)));
        }
        wrong
    });
}

#[test]
fn a_title_in_quotes_is_the_heading_or_it_is_told_why_not() {
    each(&strings(), |string| {
        let quoted = format!("\"{}\"", string.replace('\\', "\\\\").replace('"', "\\\""));
        shown_or_told(&Project::new().but(NEWS, "title: Hej", &format!("title: {quoted}")), string)
    });
}

#[test]
fn a_title_as_it_is_is_the_heading_or_it_is_told_why_not() {
    each(&strings(), |string| {
        let project = Project::new().but(NEWS, "title: Hej", &format!("title: {string}"));
        // In quotes it means something else; a remark is told as a warning.
        let is_quoted = string.trim_start().starts_with(['"', '\'']);
        let (built, wrong) = built(&project);
        if is_quoted || built.codes().contains(&Code::LostComment) {
            return wrong;
        }
        shown_or_told(&project, string)
    });
}

#[test]
fn the_heading_is_read_as_browsers_read_it() {
    let project = Project::new().but(NEWS, "title: Hej", "title: a &amp; <b> \"c\"");
    assert_eq!(heading(&built(&project).0), "a &amp; <b> \"c\"");
}
