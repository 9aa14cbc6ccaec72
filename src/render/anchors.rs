//! What a finished page leads to, and what can be led to in it: read from its bytes, whatever wrote them.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// The links and the places of a page.
#[derive(Default, Debug, PartialEq, Eq)]
pub struct Anchors {
    /// The ids of its elements.
    pub ids: Vec<String>,
    /// Addresses of its links, pictures, styles and scripts, as they are written.
    pub targets: Vec<String>,
}

/// Reads a page.
pub fn read(html: &[u8]) -> Anchors {
    let sink = Sink::default();
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(&String::from_utf8_lossy(html)));
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

#[derive(Default)]
struct Sink(RefCell<Anchors>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token
            && tag.kind == TagKind::StartTag
        {
            return self.tag(&tag);
        }
        TokenSinkResult::Continue
    }
}

impl Sink {
    fn tag(&self, tag: &Tag) -> TokenSinkResult<()> {
        use html5ever::tokenizer::states::RawKind;
        let mut anchors = self.0.borrow_mut();
        for attribute in &tag.attrs {
            let value = attribute.value.to_string();
            match (&*tag.name, &*attribute.name.local) {
                (_, "id") => anchors.ids.push(value),
                ("a" | "area" | "link", "href") | ("img" | "script" | "source", "src") => {
                    anchors.targets.push(value);
                }
                // Each picture of a set is an address and its width.
                ("img" | "source", "srcset") => {
                    let each = value.split(',').filter_map(|part| part.split_whitespace().next());
                    anchors.targets.extend(each.map(str::to_string));
                }
                _ => {}
            }
        }
        match &*tag.name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }
}

/// Where an address on a page leads within the output: the file, and the place in it. None where it leads elsewhere.
pub fn resolve(page: &str, target: &str) -> Option<(String, Option<String>)> {
    let (path, fragment) = target.split_once('#').map_or((target, None), |(path, id)| (path, Some(id)));
    let path = path.split('?').next().unwrap_or_default();
    let is_elsewhere =
        path.starts_with('/') || path.split('/').next().is_some_and(|first| first.contains(':'));
    if is_elsewhere {
        return None;
    }
    let fragment = fragment.filter(|id| !id.is_empty()).map(decoded);
    if path.is_empty() {
        return Some((page.to_string(), fragment));
    }
    let path = decoded(path);
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    let is_folder = path.ends_with('/') || path.ends_with("..") || path == ".";
    let mut file = parts.join("/");
    if is_folder {
        file = if file.is_empty() { "index.html".to_string() } else { format!("{file}/index.html") };
    }
    Some((file, fragment))
}

fn decoded(text: &str) -> String {
    crate::base::percent_decoded(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_places_and_pictures_are_read_and_text_is_not() {
        let html = b"<h2 id=\"a\">A</h2><a href='x/#b'>b</a><img src=i.png srcset=\"i-1.png 1x, i-2.png 2x\">\
            <script>'<a href=no>'</script><p>&lt;a href=no&gt;</p><link rel=canonical href=https://x.example/>";
        let anchors = read(html);
        assert_eq!(anchors.ids, ["a"]);
        assert_eq!(anchors.targets, ["x/#b", "i.png", "i-1.png", "i-2.png", "https://x.example/"]);
    }

    #[test]
    fn an_address_is_followed_from_its_page() {
        let page = "botkyrka/nyheter/a/index.html";
        for (target, file, fragment) in [
            ("../../", "botkyrka/index.html", None),
            ("#x", page, Some("x")),
            ("../b/#x%C3%A5", "botkyrka/nyheter/b/index.html", Some("xå")),
            ("../../assets/a.css?v", "botkyrka/assets/a.css", None),
        ] {
            assert_eq!(
                resolve(page, target),
                Some((file.to_string(), fragment.map(str::to_string))),
                "{target}"
            );
        }
        for target in ["https://a.example/", "mailto:a@b.example", "/x/", "//a.example/"] {
            assert_eq!(resolve(page, target), None, "{target}");
        }
    }
}
