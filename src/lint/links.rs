//! Link texts that do not say where the link leads (WCAG 2.4.4): who listens to a page often hears its links alone.

use std::ops::Range;

use super::fields::{self, fields, way_in};
use super::prose::{self, GAP, Prose};
use super::{TextFindings, shortened};
use crate::base::characters::one_line;
use crate::base::{At, Code, Diagnostic, Email, percent_decoded};
use crate::model::Folder;
use crate::parse::contacts::{self, ContactKind, FoundContact};

/// Link texts that say nothing by themselves.
const VAGUE: [&str; 52] = [
    "läs mer",
    "läs mer här",
    "läs vidare",
    "läs",
    "mer",
    "mer här",
    "se mer",
    "se här",
    "klicka här",
    "klicka",
    "tryck här",
    "här",
    "hit",
    "länk",
    "länken",
    "den här länken",
    "sidan",
    "den här sidan",
    "denna sida",
    "denna länk",
    "webbplatsen",
    "webbsidan",
    "hemsida",
    "hemsidan",
    "information",
    "mer information",
    "mer info",
    "info",
    "ladda ner",
    "ladda ned",
    "ladda ner här",
    "visa mer",
    "fler",
    "dokument",
    "pdf",
    "read more",
    "read",
    "more",
    "click here",
    "click",
    "here",
    "link",
    "the link",
    "this link",
    "this page",
    "the page",
    "the website",
    "this website",
    "learn more",
    "see more",
    "more information",
    "download",
];

/// What may stand before such a text without saying more: "via länken", "klicka på denna länk".
const BEFORE: [&str; 26] = [
    "klicka på",
    "tryck på",
    "gå till",
    "gå in på",
    "läs mer på",
    "läs mer via",
    "läs på",
    "mer på",
    "besök",
    "följ",
    "öppna",
    "se",
    "på",
    "via",
    "genom",
    "till",
    "click on",
    "go to",
    "read more on",
    "read more at",
    "visit",
    "follow",
    "open",
    "see",
    "on",
    "via",
];

/// What may stand after it: "läs mer om detta", "klicka här för mer information".
const AFTER: [&str; 12] = [
    "om detta",
    "om det",
    "om det här",
    "om saken",
    "för att läsa mer",
    "för att komma vidare",
    "för mer information",
    "för mer info",
    "about this",
    "about it",
    "to read more",
    "for more information",
];

/// Services whose name is their address, as they write it themselves and people say it. A link to the front page of one says where it
/// leads. Any other name of a server is an address: who does not know it already learns nothing from it.
const NAMES: [&str; 6] =
    ["1177.se", "informationsverige.se", "krisinformation.se", "umo.se", "verksamt.se", "youmo.se"];

/// The most of a text that is shown, in characters: a longer one hides the rest of the message.
const SHOWN: usize = 80;

/// What is wrong with a link's text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum LinkFault {
    /// There is none.
    Empty,
    /// It says nothing.
    Vague,
    Address,
    /// It is no link at all, but an address in running text.
    Bare,
}

impl LinkFault {
    fn of(text: &str, target: &str) -> Option<Self> {
        match () {
            () if text.trim().is_empty() => Some(Self::Empty),
            () if is_address(text) || is_name_of_server(text, target) => Some(Self::Address),
            () if is_vague(text) => Some(Self::Vague),
            () => None,
        }
    }

    fn code(self) -> Code {
        match self {
            Self::Empty | Self::Vague => Code::VagueLinkText,
            Self::Address | Self::Bare => Code::AddressAsLinkText,
        }
    }

    /// A diagnostic with its words.
    fn told(self, diagnostic: Diagnostic, text: &str, target: &str) -> Diagnostic {
        let kind = match self {
            Self::Empty => "empty",
            Self::Bare => "bare",
            Self::Vague | Self::Address => "text",
        };
        let text = one_line(&text.replace(GAP, " "));
        diagnostic
            .with("kind", kind)
            .with("text", shortened(&text, SHOWN))
            .with("target", shortened(target, SHOWN))
    }
}

/// Looks at a text's links.
pub fn lint(prose: &Prose, findings: &mut TextFindings<'_>) {
    for link in &prose.links {
        let fault =
            if link.is_address { Some(LinkFault::Address) } else { LinkFault::of(&link.text, &link.target) };
        if let Some(kind) = odd(&link.target) {
            let diagnostic = findings.at(Code::OddAddress, link.span.clone());
            findings.found.push(diagnostic.with("kind", kind).with("target", shortened(&link.target, SHOWN)));
        }
        // Of a link that leads nowhere the build tells.
        if let Some(fault) = fault.filter(|fault| *fault != LinkFault::Empty || !link.target.is_empty()) {
            let diagnostic = findings.at(fault.code(), link.span.clone());
            findings.found.push(fault.told(diagnostic, &link.text, &link.target));
        }
    }
    for bare in bare(prose).filter(|bare| bare.is_told) {
        let diagnostic = findings.at(Code::AddressAsLinkText, bare.span);
        findings.found.push(LinkFault::Bare.told(diagnostic, &bare.text, &bare.url));
    }
}

/// What is wrong with an address that nobody can reach, whoever writes it.
fn odd(target: &str) -> Option<&'static str> {
    if let Some(mail) = target.strip_prefix("mailto:") {
        let mail = mail.split('?').next().unwrap_or_default();
        let is_mail = mail.split(',').all(|mail| Email::parse(&percent_decoded(mail)).is_some());
        return (!is_mail).then_some("mail");
    }
    let (_, rest) = target.split_once("://").filter(|_| begins_address(target))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    let name = host.split(':').next().unwrap_or_default();
    let is_numbered = host.starts_with('[') || name.eq_ignore_ascii_case("localhost");
    match () {
        () if rest.contains("://") && ["http", "https", "htps", "ttps"].contains(&name) => Some("twice"),
        () if name.contains([',', ';', '_', '|', '\\', '"', '\'']) => Some("sign"),
        () if !name.contains('.') && !is_numbered => Some("dot"),
        () => None,
    }
}

/// A web address that stands in a text and is no link that somebody wrote; the page makes it one.
pub(super) struct Bare {
    /// Where it stands in the file.
    pub span: Range<usize>,
    /// As it stands there.
    pub text: String,
    /// Where it leads.
    pub url: String,
    /// Is it told? The name of a server alone, such as 1177.se, is how people say it.
    is_told: bool,
}

/// The web addresses of a text that are no links that somebody wrote.
pub(super) fn bare(prose: &Prose) -> impl Iterator<Item = Bare> + '_ {
    let covered = covered(prose);
    let in_run = |run: &'_ super::prose::Run| -> Vec<Bare> {
        let found = contacts::find(&run.text).into_iter();
        found.filter_map(|contact| one_bare(run, contact)).collect()
    };
    prose.runs.iter().flat_map(in_run).filter(move |bare| {
        // A link's own text is told of with the link.
        link_at(&covered, bare.span.start).is_none()
    })
}

fn one_bare(run: &super::prose::Run, contact: FoundContact) -> Option<Bare> {
    let ContactKind::Web(url) = contact.what else { return None };
    let text = run.text.get(contact.range.clone())?.to_string();
    // Of a link that went wrong, and of a tag of another program, it is told already.
    let before = run.text.get(..contact.range.start).unwrap_or_default().trim_end();
    let is_broken =
        ["](", "] (", "]", ")[", ") [", ")(", "}(", "}["].iter().any(|sign| before.ends_with(sign))
            || is_in_tag(before);
    let is_told = !is_broken && (is_address(&text) || text.contains('/'));
    Some(Bare { span: run.place(&contact.range), text, url, is_told })
}

/// Looks at the links of notices and of the navigation.
pub fn lint_fields(folder: &Folder) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for field in fields(folder) {
        match field.what {
            fields::What::Address(_) => {}
            fields::What::Title(title, url) => {
                let target = url.map_or("https://…", |url| url.as_str());
                for (lang, text) in title.each() {
                    // Of a title that is empty the build tells.
                    if let Some(fault) =
                        LinkFault::of(text, target).filter(|fault| *fault != LinkFault::Empty)
                    {
                        let at = At::Value(way_in(&field.way, lang));
                        found.push(fault.told(Diagnostic::new(fault.code(), field.path, at), text, target));
                    }
                }
            }
            fields::What::Markdown(body) => {
                for (lang, text) in body.each() {
                    // The lines of a text in YAML are not those of the file: the words are looked for in the field.
                    let mut inner = TextFindings { path: field.path, found: Vec::new() };
                    lint(&prose::read(text, 0), &mut inner);
                    let placed = |found: Diagnostic| {
                        let span = if let At::Span(span) = &found.at { span.clone() } else { 0..0 };
                        let words = text.get(span.clone()).unwrap_or_default().to_string();
                        let (path, from) = (way_in(&field.way, lang), Some(span.start));
                        Diagnostic { at: At::Part { path, in_key: false, words, from }, ..found }
                    };
                    found.extend(inner.found.into_iter().map(placed));
                }
            }
        }
    }
    found
}

/// The places of all links, none within another, in their order.
pub(super) fn covered(prose: &Prose) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = prose.links.iter().map(|link| link.span.clone()).collect();
    spans.sort_by_key(|span| span.start);
    spans.dedup_by(|next, span| {
        let is_within = next.start < span.end;
        if is_within {
            span.end = span.end.max(next.end);
        }
        is_within
    });
    spans
}

/// The link that a place lies in, among those that [`covered`] found.
pub(super) fn link_at(covered: &[Range<usize>], place: usize) -> Option<&Range<usize>> {
    let before = covered.partition_point(|link| link.start <= place).checked_sub(1)?;
    covered.get(before).filter(|link| place < link.end)
}

/// Does a place stand within a tag of another program, `{{< … >}}`, which is told of as such?
fn is_in_tag(before: &str) -> bool {
    let line = before.get(before.len().saturating_sub(200)..).unwrap_or_default();
    [("{{", "}}"), ("{%", "%}")].iter().any(|(open, close)| line.rfind(open) > line.rfind(close))
}

fn begins_address(text: &str) -> bool {
    let begins =
        |scheme: &str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    begins("http://") || begins("https://")
}

fn is_address(text: &str) -> bool {
    let text = text.trim();
    begins_address(text) || text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
}

/// Is a link's text the name of the server that the link leads to, with a path or without one, and no name that people know?
fn is_name_of_server(text: &str, target: &str) -> bool {
    let (text, target) = (text.trim().to_lowercase(), target.to_lowercase());
    let Some((_, target)) = target.split_once("://") else { return false };
    let parts = |address: &str| {
        let address = address.strip_prefix("www.").unwrap_or(address);
        let (host, rest) = address.split_at(address.find(['/', '?', '#', ':']).unwrap_or(address.len()));
        (host.to_string(), !rest.is_empty() && rest != "/")
    };
    let ((name, has_more), (host, leads_deeper)) = (parts(&text), parts(target));
    let is_known = NAMES.contains(&name.as_str()) && !has_more && !leads_deeper;
    name == host && name.contains('.') && !text.contains(char::is_whitespace) && !is_known
}

fn is_vague(text: &str) -> bool {
    let plain: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let plain = plain.join(" ").to_lowercase();
    let says_nothing = |text: &str| VAGUE.contains(&text);
    let after = AFTER.iter().filter_map(|more| plain.strip_suffix(more)?.strip_suffix(' '));
    let before = BEFORE.iter().filter_map(|more| plain.strip_prefix(more)?.strip_prefix(' '));
    says_nothing(&plain) || after.chain(before).any(says_nothing)
}
