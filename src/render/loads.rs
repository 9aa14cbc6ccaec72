//! What a finished page would load from other hosts.
//!
//! Content cannot make a page load anything; a theme could. A page that asks another host for a font tells it who reads the page
//! (GDPR; and lag 2022:482 forbids what such a host then stores). So the finished bytes are looked at, whatever wrote them.

use std::borrow::Cow;

use memchr::{memmem, memrchr};

/// The other hosts that a page would load from, each once.
pub fn foreign_hosts(html: &[u8]) -> Vec<String> {
    let mut hosts: Vec<String> = Vec::new();
    for at in memmem::find_iter(html, b"//") {
        let before = &html[..at];
        let scheme = before.strip_suffix(b"https:").or_else(|| before.strip_suffix(b"http:"));
        let start = scheme.unwrap_or(before);
        // Cheap looks first: a page has dozens of addresses, most of them in links, text and structured data.
        let plausible = match start {
            [.., before, b'"' | b'\''] => matches!(before, b'=' | b'('),
            [.., b'(' | b',' | b' ' | b'=' | b'\n'] => true,
            _ => false,
        };
        if plausible && loads(start) {
            let is_end = |byte: &u8| b"/?#\"' ),>&".contains(byte);
            let host = html[at + 2..].split(is_end).next().map(String::from_utf8_lossy).unwrap_or_default();
            let host = host.rsplit_once(':').map_or(&*host, |(name, _)| name).to_ascii_lowercase();
            if !host.is_empty() && !hosts.contains(&host) {
                hosts.push(host);
            }
        }
    }
    hosts
}

/// Would an address at the end of this text be loaded? It would in `src`, in `srcset`, in a link to a stylesheet, in `url()`.
fn loads(before: &[u8]) -> bool {
    let unquoted = before.iter().rposition(|byte| !matches!(byte, b'"' | b'\'')).map_or(0, |at| at + 1);
    if before[..unquoted].ends_with(b"url(") {
        return true;
    }
    let Some(open) = memrchr(b'<', before) else { return false };
    let tag: Cow<'_, str> = String::from_utf8_lossy(&before[open + 1..]);
    // A `>` outside quotes ends the tag: what follows is text.
    let mut quote = None;
    for c in tag.chars() {
        match (quote, c) {
            (None, '>') => return false,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    let name =
        tag.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default().to_ascii_lowercase();
    let Some(equals) = tag.rfind("=\"").or_else(|| tag.rfind("='")).or_else(|| tag.rfind('=')) else {
        return false;
    };
    let attribute =
        tag[..equals].rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default().to_ascii_lowercase();
    match (name.as_str(), attribute.as_str()) {
        (_, "src" | "srcset" | "poster" | "background" | "imagesrcset") | ("object", "data") => true,
        ("image" | "use" | "feimage", "href" | "xlink:href") => true,
        ("link", "href") => !["canonical", "alternate", "license", "me", "author"]
            .iter()
            .any(|rel| tag.contains(&format!("rel=\"{rel}\""))),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_load_from_another_host_is_found_and_a_link_is_not() {
        for (html, hosts) in [
            ("<img src=\"https://a.example/x.png\">", vec!["a.example"]),
            ("<img srcset=\"x.png 1x, https://a.example/y.png 2x\">", vec!["a.example"]),
            ("<script src='//cdn.example/x.js'></script>", vec!["cdn.example"]),
            ("<link rel=\"stylesheet\" href=\"https://fonts.example:8443/css?x\">", vec!["fonts.example"]),
            ("<style>a{background:url(https://b.example/x)}</style>", vec!["b.example"]),
            ("<svg><use href=\"https://c.example/x#y\"/></svg>", vec!["c.example"]),
            ("<a href=\"https://a.example/\">https://b.example/</a>", vec![]),
            ("<link rel=\"canonical\" href=\"https://a.example/\">", vec![]),
            ("<p title=\"a > b\">se http://x.example</p>", vec![]),
            ("<img alt=\"https://a.example\" src=\"x.png\">", vec![]),
            ("<script type=\"application/ld+json\">{\"url\":\"https://a.example\"}</script>", vec![]),
        ] {
            assert_eq!(foreign_hosts(html.as_bytes()), hosts, "{html}");
        }
    }
}
