//! What a page must not hold, as a browser's tokenizer sees it.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// What a browser would run, load or follow that no theme wrote.
#[derive(Default)]
struct Seen(RefCell<Vec<String>>);

impl TokenSink for Seen {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
        self.look_at(&tag);
        match (tag.kind, tag.name.as_ref()) {
            (TagKind::StartTag, "script") => TokenSinkResult::RawData(RawKind::ScriptData),
            (TagKind::StartTag, "style") => TokenSinkResult::RawData(RawKind::Rawtext),
            (TagKind::StartTag, "title") => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }
}

impl Seen {
    fn look_at(&self, tag: &Tag) {
        let name = tag.name.as_ref();
        let attribute = |wanted: &str| {
            tag.attrs.iter().find(|a| a.name.local.as_ref() == wanted).map(|a| a.value.to_string())
        };
        let is_data = attribute("type").is_some_and(|kind| kind == "application/ld+json");
        let foreign = matches!(
            name,
            "iframe" | "object" | "embed" | "form" | "base" | "frame" | "math" | "audio" | "video"
        );
        // The theme's own scripts are files of the site, and its forms go nowhere or to its search.
        let is_own_script = |src: String| {
            let path = src.trim_start_matches("../");
            let name = path.strip_prefix("assets/").unwrap_or_default();
            let is_known = |key: &str| matches!(key, "src" | "defer" | "blocking");
            tag.attrs.iter().all(|found| is_known(found.name.local.as_ref()))
                && name.ends_with(".js")
                && !name.contains(['/', ':'])
        };
        let is_own = match name {
            "script" => is_data || attribute("src").is_some_and(is_own_script),
            "form" => {
                let to = attribute("action");
                let to_search = to.as_deref().map(|to| to.trim_start_matches("../"));
                let is_search = attribute("role").is_some_and(|role| role == "search");
                // The page that is shown at every depth leads there by the site's address.
                let is_whole =
                    to_search.is_some_and(|to| to.starts_with("https://") && to.ends_with("/sok/"));
                attribute("data-filter").is_some() && to.is_none()
                    || is_search && (is_whole || matches!(to_search, Some("./" | "sok/" | "en/sok/")))
            }
            _ => false,
        };
        let foreign = foreign || name == "script";
        if tag.kind == TagKind::StartTag && (foreign && !is_own || name == "b") {
            self.0.borrow_mut().push(format!("<{name}>"));
        }
        for found in &tag.attrs {
            let (key, value) = (found.name.local.to_string(), found.value.to_string());
            let scheme: String = value
                .chars()
                .filter(|c| !c.is_control() && !c.is_whitespace())
                .collect::<String>()
                .to_lowercase();
            let unsafe_scheme =
                ["javascript:", "data:", "vbscript:"].iter().any(|start| scheme.starts_with(start));
            // A page that is not there has an empty icon, so that no browser asks for one at the top of the server.
            let is_empty_icon = name == "link" && key == "href" && value == "data:image/svg+xml,";
            // Nor can it reach the theme's drawing, which stands in it; a picture runs nothing.
            let is_drawing = name == "img"
                && key == "src"
                && attribute("class").as_deref() == Some("not-found-art")
                && value.starts_with("data:image/svg+xml,%3Csvg ");
            if is_empty_icon || is_drawing {
                continue;
            }
            if key.starts_with("on")
                || key == "srcdoc"
                || key == "pwned"
                || matches!(key.as_str(), "href" | "src") && unsafe_scheme
            {
                self.0.borrow_mut().push(format!("{name} {key}={value}"));
            }
        }
    }
}

/// All that is in a page.
pub fn harmful(html: &str) -> Vec<String> {
    let sink = Tokenizer::new(Seen::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let _ = sink.feed(&input);
    sink.end();
    sink.sink.0.take()
}
