//! Links to other websites, with the places that they stand at, to be tried by the host.

use std::net::Ipv4Addr;
use std::ops::Range;

use super::ItemText;
use super::fields::{What, fields, way_in};
use super::links;
use super::prose;
use crate::base::{AbsoluteUrl, At, Code, Diagnostic, Seg, SourcePath};
use crate::model::Folder;
use crate::parse::municipality::Statement;

/// A link to another website.
#[derive(Clone, Debug)]
pub struct OutsideLink {
    /// Where it leads.
    pub url: String,
    /// The file that it stands in.
    pub path: SourcePath,
    /// The place in the file.
    pub at: At,
    /// The warnings that the file turns off.
    pub off: Vec<Code>,
}

impl OutsideLink {
    /// Something about the link.
    pub fn diagnostic(&self, code: Code) -> Diagnostic {
        Diagnostic::new(code, &self.path, self.at.clone()).with("target", &self.url)
    }
}

/// All links that lead to other websites: those of a folder's YAML, and those of its texts, which were read already.
pub(super) fn outside_links(folder: &Folder, texts: &[ItemText<'_>]) -> Vec<OutsideLink> {
    let mut all = Vec::new();
    let mut add = |path: &SourcePath, url: &str, at: At| {
        let (url, path, off) = (url.to_string(), path.clone(), folder.turned_off(path));
        all.push(OutsideLink { url, path, at, off });
    };
    let is_outside = |link: &&prose::LinkText| AbsoluteUrl::parse(&link.target).is_ok();
    for field in fields(folder) {
        match field.what {
            What::Title(..) => {}
            What::Address(url) => add(field.path, url.as_str(), At::Value(field.way)),
            What::Markdown(body) => {
                for (lang, text) in body.each() {
                    let prose = prose::read(text, 0);
                    for bare in links::bare(&prose) {
                        let (path, words) = (way_in(&field.way, lang), bare.text);
                        add(field.path, &bare.url, At::Part { path, in_key: false, words, from: None });
                    }
                    for link in prose.links.iter().filter(is_outside) {
                        let place = address_of(link, text);
                        // The lines of a text in YAML are not those of the file: the place is told in the field.
                        let words = text.get(place.clone()).unwrap_or_default().to_string();
                        let (path, from) = (way_in(&field.way, lang), Some(place.start));
                        add(field.path, &link.target, At::Part { path, in_key: false, words, from });
                    }
                }
            }
        }
    }
    for text in texts {
        for link in text.prose.links.iter().filter(is_outside) {
            add(text.path, &link.target, At::Span(link.span.clone()));
        }
        for bare in links::bare(&text.prose) {
            add(text.path, &bare.url, At::Span(bare.span));
        }
    }
    all
}

/// Where the address of a link stands in its text, when that is just after the words; else the words.
fn address_of(link: &prose::LinkText, text: &str) -> Range<usize> {
    // Signs of emphasis may end between.
    const BETWEEN: usize = 10;
    let after = text.as_bytes().get(link.span.end..).unwrap_or_default();
    let between = after.windows(2).take(BETWEEN).position(|pair| pair == b"](");
    let start = between.map(|at| link.span.end + at + 2);
    let start = start.filter(|start| text.get(*start..).is_some_and(|rest| rest.starts_with(&link.target)));
    start.map_or_else(|| link.span.clone(), |start| start..start + link.target.len())
}

/// The links of the whole site's file.
pub(super) fn links_of_site(statement: Option<&Statement>, path: &SourcePath) -> Vec<OutsideLink> {
    let form = statement.and_then(|statement| statement.feedback_url.as_ref());
    let way = ["accessibility_statement", "feedback_url"].map(|name| Seg::Key(name.to_string()));
    let link = |url: &AbsoluteUrl| OutsideLink {
        url: url.as_str().to_string(),
        path: path.clone(),
        at: At::Value(way.to_vec()),
        off: Vec::new(),
    };
    form.map(link).into_iter().collect()
}

/// The first word of the names that organisations give what only their own people reach.
const WITHIN: [&str; 4] = ["intranet", "intranat", "insidan", "localhost"];

/// Looks for links to this computer, as they are copied from `fcsite serve`, and to an intranet: that they lead readers nowhere
/// needs no asking.
pub(super) fn lint(links: &[OutsideLink]) -> Vec<Diagnostic> {
    let is_within =
        |link: &&OutsideLink| AbsoluteUrl::parse(&link.url).is_ok_and(|url| is_within(&url.host()));
    links.iter().filter(is_within).map(|link| link.diagnostic(Code::ExternalLinkInternal)).collect()
}

fn is_within(host: &str) -> bool {
    if let Ok(address) = host.parse::<Ipv4Addr>() {
        return address.is_loopback() || address.is_private() || address.is_link_local();
    }
    let word = host.split('.').next().unwrap_or_default();
    host == "[::1]"
        || WITHIN.contains(&word)
        || [".localhost", ".local", ".internal"].iter().any(|ending| host.ends_with(ending))
}
