//! Where links and images lead: checked, or left for the model to find.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, TagEnd};

use super::Draft;
use crate::base::markup::escape_href;
use crate::base::{At, Code, Email, Url, UrlError, percent_decoded, slug_of};
use crate::parse::attachment::AttachmentKind;
use crate::parse::likely::likely_address;
use crate::parse::markdown::text::{self, Escaping, typeset};
use crate::parse::markdown::{FileLink, ImageRef, Piece};
use crate::parse::values::Phone;

/// Alt texts that say that an image only decorates.
pub const DECORATIVE: [&str; 2] = ["decorative", "dekorativ"];

/// For how many broken links a heading is proposed, so that the cost stays bounded.
const PROPOSED: usize = 20;

/// The longest address in which a blank is looked for, and the longest text of such a link, in bytes.
const LONGEST: usize = 500;

/// The open links. The parser lets an address in angle brackets stand in a link's text, but HTML knows no link in a link.
#[derive(Default)]
pub struct OpenLinks(Vec<OpenLink>);

struct OpenLink {
    /// Is its text the address itself, to be left as it is?
    verbatim: bool,
    /// Has it been written, so that it must be closed?
    written: bool,
    /// The document that it leads to, by its place among the links.
    document: Option<usize>,
}

/// The open image.
pub struct OpenImage {
    target: String,
    title: String,
    range: Range<usize>,
    alt: String,
    depth: usize,
}

/// A link within the body.
pub struct FragmentLink {
    id: String,
    range: Range<usize>,
}

/// What an address in a text is.
enum AddressTarget {
    Address,
    Fragment,
    File,
    Refused(Code, &'static str),
}

impl OpenLinks {
    /// Is the text an address, to be left as it is?
    pub fn is_verbatim(&self) -> bool {
        self.0.last().is_some_and(|link| link.verbatim)
    }

    /// Is one open?
    pub fn is_open(&self) -> bool {
        !self.0.is_empty()
    }

    fn any_written(&self) -> bool {
        self.0.iter().any(|link| link.written)
    }
}

impl OpenImage {
    /// An image whose alt text is still to come.
    pub fn new(target: &str, title: &str, range: Range<usize>) -> Self {
        Self { target: target.to_string(), title: title.to_string(), range, alt: String::new(), depth: 0 }
    }
}

impl Draft<'_, '_> {
    /// Begins a link; one that must not be written leaves its text.
    pub fn start_link(&mut self, kind: LinkType, target: &str, title: &str, range: &Range<usize>) {
        self.inline("");
        let scheme = if kind == LinkType::Email { "mailto:" } else { "" };
        let before = self.body.links.len();
        let written = !self.links.any_written() && self.write_link(&format!("{scheme}{target}"), range);
        let document =
            self.body.links.get(before).filter(|link| AttachmentKind::of_path(&link.target).is_some());
        let document = document.map(|_| before);
        if written {
            if !title.is_empty() {
                self.out.push("\" title=\"");
                let kept = if self.site { 0 } else { title.len() };
                text::write(&mut self.out.html, title, kept, Escaping::Html);
            }
            self.out.push("\">");
        }
        let verbatim = matches!(kind, LinkType::Autolink | LinkType::Email);
        self.links.0.push(OpenLink { verbatim, written, document });
    }

    /// Ends a link.
    pub fn end_link(&mut self) {
        let link = self.links.0.pop();
        let written = link.as_ref().is_some_and(|link| link.written);
        if let Some(document) = link.and_then(|link| link.document).filter(|_| written) {
            self.without_kind(document);
            self.out.hole(Piece::FileNote(document));
        }
        self.end_inline(if written { "</a>" } else { "" });
    }

    /// Takes away what a link's text says itself of the kind of its document, since that is said after it: `Broschyr (pdf)`.
    fn without_kind(&mut self, document: usize) {
        let kind = self.body.links.get(document).and_then(|link| AttachmentKind::of_path(&link.target));
        let Some((before, said)) = self.out.html.rsplit_once(" (") else { return };
        let is_kind = said.strip_suffix(')').zip(kind);
        if is_kind.is_some_and(|(said, kind)| said.eq_ignore_ascii_case(kind.extension())) {
            let length = before.len();
            self.out.html.truncate(length);
        }
    }

    /// Closes the link that is written, if one is, because another must follow.
    pub fn close_link(&mut self) {
        for link in &mut self.links.0 {
            if std::mem::take(&mut link.written) {
                self.out.push("</a>");
            }
        }
    }

    /// Gathers an image's alt text.
    pub fn event_in_image(&mut self, event: Event<'_>, range: &Range<usize>) {
        let kept = if let Event::Text(shown) = &event { self.kept(shown, range) } else { 0 };
        if let Event::Html(html) | Event::InlineHtml(html) = &event
            && self.site
            && !html.starts_with("<!--")
        {
            self.warn(html, range);
        }
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Start(_) => image.depth += 1,
            Event::End(TagEnd::Image) if image.depth == 0 => self.end_image(),
            Event::End(_) => image.depth = image.depth.saturating_sub(1),
            Event::Text(shown) => text::write(&mut image.alt, &shown, kept, Escaping::Plain),
            Event::Code(code) => image.alt.push_str(&code),
            Event::Html(html) | Event::InlineHtml(html) if self.site && !html.starts_with("<!--") => {
                image.alt.push_str(&html);
            }
            Event::SoftBreak | Event::HardBreak => image.alt.push(' '),
            _ => {}
        }
    }

    /// Checks links within the body against its headings.
    pub fn check_fragments(&mut self) {
        let mut broken = 0;
        for FragmentLink { id, range } in std::mem::take(&mut self.fragments) {
            if self.ids.has(&id) {
                continue;
            }
            broken += 1;
            let slug = slug_of(&id);
            let proposal = match () {
                () if self.ids.has(&slug) => format!("#{slug}"),
                () if broken > PROPOSED => "none".to_string(),
                () => self.ids.nearest(&id).map_or_else(|| "none".to_string(), |near| format!("#{near}")),
            };
            let span = self.source.span(&range);
            let words = self.report.add(Code::BrokenLink, At::Span(span)).with("target", format!("#{id}"));
            let words = words.with("places", self.ids.some());
            words.with("why", "heading").proposing(Some(proposal).filter(|proposal| proposal != "none"));
        }
    }

    /// What looks like a link's address and is none, since there is a blank in it: `](../pages/min sida.md)` after this text.
    pub fn warn_of_blank(&mut self, range: &Range<usize>) {
        let rest = self.source.after(range.end);
        let Some(address) = rest.strip_prefix('(').and_then(address_with_blank) else { return };
        let span = range.end + 1..range.end + 1 + address.len();
        let (folder, name) = address.rsplit_once('/').unwrap_or(("", address));
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        // From a text in news/ or pages/ the folder of pictures lies one level up.
        let folder = match folder {
            "images" => "../images",
            "files" => "../files",
            folder => folder,
        };
        let slash = if folder.is_empty() { "" } else { "/" };
        let is_web = begins_as_web(address);
        let proposal = match is_web {
            true => address.replace(' ', "%20"),
            false => format!("{folder}{slash}{}.{}", slug_of(stem), ending.to_lowercase()),
        };
        let before = self.source.text.as_bytes().get(range.start.saturating_sub(LONGEST)..range.start);
        let before = before.unwrap_or_default();
        let bracket = before.iter().rposition(|byte| *byte == b'[');
        let is_image = bracket.is_some_and(|bracket| before[..bracket].ends_with(b"!"));
        let kind = match (is_web, is_image) {
            (true, _) => "web",
            (false, true) => "image",
            (false, false) => "link",
        };
        let words = self.report.add(Code::LinkWithBlank, At::Span(self.source.span(&span)));
        let words = words.with("target", address).with("proposal", &proposal).with("kind", kind);
        words.instead(Some(proposal).filter(|_| is_web));
    }

    /// Writes a link up to the end of its address, or tells why not.
    fn write_link(&mut self, target: &str, range: &Range<usize>) -> bool {
        let place = self.place_of(target, range);
        match if self.site { target_of(target) } else { AddressTarget::Address } {
            AddressTarget::Address => self.write_address(target),
            AddressTarget::Fragment => {
                self.write_address(target);
                let id = percent_decoded(target.trim_start_matches('#'));
                self.fragments.push(FragmentLink { id, range: place });
            }
            AddressTarget::File => {
                let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
                let fragment = Some(percent_decoded(fragment)).filter(|fragment| !fragment.is_empty());
                let link =
                    FileLink { target: percent_decoded(path), fragment, span: self.source.span(&place) };
                self.out.push("<a href=\"");
                self.out.hole(Piece::Href(self.body.links.len()));
                self.body.links.push(link);
            }
            AddressTarget::Refused(code, why) => {
                let span = self.source.span(&place);
                let shown = if target.is_empty() { "()" } else { target };
                let instead = match (code, why) {
                    (Code::BadWebAddress, _) => likely_address(target),
                    (_, "mail") => Some(format!("mailto:{target}")),
                    (_, "phone") => phone_in(target).map(|phone| format!("tel:{}", phone.international())),
                    _ => None,
                };
                let words = self.report.add(code, At::Span(span)).with("target", shown);
                let words = words.with("value", shown).with("why", why);
                words.with("proposal", instead.as_deref().unwrap_or("none")).instead(instead);
                return false;
            }
        }
        true
    }

    fn write_address(&mut self, target: &str) {
        self.out.push("<a href=\"");
        escape_href(&mut self.out.html, target);
    }

    fn end_image(&mut self) {
        let Some(image) = self.image.take() else { return };
        if !self.site {
            return self.write_image(&image);
        }
        let place = self.place_of(&image.target, &image.range);
        let span = self.source.span(&place);
        if let Some((code, proposal)) = refused_image(&image.target) {
            let shown = if image.target.is_empty() { "()" } else { &image.target };
            let words = self.report.add(code, At::Span(span)).with("image", shown).with("target", shown);
            words.with("proposal", proposal).with("place", "markdown");
            text::escape(&mut self.out.html, &image.alt);
            return self.blocks.words();
        }
        let alt = image.alt.trim();
        let decorative = DECORATIVE.contains(&alt);
        let path = percent_decoded(&image.target);
        if alt.is_empty() {
            self.report.add(Code::ImageWithoutAlt, At::Span(span.clone())).with("image", &path);
        }
        let caption = Some(typeset(image.title.trim())).filter(|caption| !caption.is_empty());
        let alt = if decorative { String::new() } else { alt.to_string() };
        self.out.hole(Piece::Image(self.body.images.len()));
        self.body.images.push(ImageRef { path, alt, decorative, caption, span, block: false });
    }

    /// Writes an image as CommonMark has it.
    fn write_image(&mut self, image: &OpenImage) {
        let html = &mut self.out.html;
        html.push_str("<img src=\"");
        escape_href(html, &image.target);
        html.push_str("\" alt=\"");
        text::escape(html, &image.alt);
        if !image.title.is_empty() {
            html.push_str("\" title=\"");
            text::escape(html, &image.title);
        }
        html.push_str("\" />");
    }

    /// Where an address stands in a link or image; all of it when the address is defined elsewhere.
    fn place_of(&self, target: &str, range: &Range<usize>) -> Range<usize> {
        let written = self.source.slice(range);
        match written.rfind(target).filter(|_| !target.is_empty()) {
            Some(at) => range.start + at..range.start + at + target.len(),
            None => range.clone(),
        }
    }
}

/// The address with a blank in it that a link's or picture's parenthesis was meant to hold.
pub fn address_with_blank(inside: &str) -> Option<&str> {
    // What goes on for longer is no address, and a look to the line's end for each would take the square of a long line.
    let ends = |byte: &u8| matches!(byte, b')' | b'\n' | b'\r');
    let first = inside.bytes().take(LONGEST).position(|byte| ends(&byte));
    // A copy's name has a pair of its own: `IMG 1234 (1).jpg`.
    let mut depth = 0_usize;
    let whole = inside.bytes().take(LONGEST).position(|byte| {
        match byte {
            b'(' => depth += 1,
            b')' if depth > 0 => {
                depth -= 1;
                return false;
            }
            _ => {}
        }
        ends(&byte)
    });
    let end = whole.filter(|end| inside.as_bytes().get(*end) == Some(&b')')).or(first);
    let address =
        end.or(Some(inside.len()).filter(|length| *length < LONGEST)).and_then(|end| inside.get(..end))?;
    let is_address = address.contains(' ') && !address.contains('"') && address.contains(['/', '.']);
    let names_file = address.rsplit_once('.').is_some_and(|(_, ending)| {
        (2..=4).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    (is_address && (names_file || begins_as_web(address))).then_some(address)
}

/// The endings of files that are no page.
pub const DOCUMENTS: [&str; 17] = [
    "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp", "mp3", "mp4",
    "mov", "zip", "ics",
];

/// Is a path the name of a server, as people say it: `1177.se`, `krisinformation.se/bris`? The ending is one that files do not have.
fn names_server(target: &str) -> bool {
    const ENDINGS: [&str; 10] = ["se", "nu", "com", "org", "net", "eu", "info", "example", "dk", "fi"];
    let host = target.split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let Some((name, ending)) = host.rsplit_once('.') else { return false };
    let is_host = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    !name.is_empty() && !name.starts_with('.') && name.chars().all(is_host) && ENDINGS.contains(&ending)
}

/// Is a link's address a phone number, as it is or nearly?
fn is_number(target: &str) -> bool {
    let target = percent_decoded(target);
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '–' | '+' | '/');
    target.starts_with(['0', '+'])
        && target.chars().filter(char::is_ascii_digit).count() >= 5
        && target.chars().all(is_part)
}

fn phone_in(target: &str) -> Option<Phone> {
    Phone::parse(&percent_decoded(target))
}

fn target_of(target: &str) -> AddressTarget {
    if target.is_empty() {
        return AddressTarget::Refused(Code::BrokenLink, "empty");
    }
    if Email::parse(target).is_some() {
        return AddressTarget::Refused(Code::BrokenLink, "mail");
    }
    match Url::parse(target) {
        Ok(url) if url.is_absolute() => AddressTarget::Address,
        Ok(_) if target.starts_with('#') => AddressTarget::Fragment,
        Ok(_) if target.starts_with('/') => AddressTarget::Refused(Code::BrokenLink, "page"),
        Ok(_) if is_number(target) => AddressTarget::Refused(Code::BrokenLink, "phone"),
        // A web address as people say it, without what makes it one.
        Ok(_) if target.starts_with("www.") || names_server(target) => {
            AddressTarget::Refused(Code::BadWebAddress, "")
        }
        Ok(_) => AddressTarget::File,
        Err(UrlError::Form) if begins_as_web(target) => AddressTarget::Refused(Code::BadWebAddress, ""),
        Err(_) => AddressTarget::Refused(Code::UnsafeLink, ""),
    }
}

/// Why an image cannot be used, and what was probably meant.
fn refused_image(target: &str) -> Option<(Code, String)> {
    let none = "none".to_string();
    match Url::parse(target) {
        _ if begins_as_web(target) || target.starts_with("//") => Some((Code::RemoteImage, none)),
        Ok(url) if url.is_absolute() => Some((Code::UnsafeLink, none)),
        Ok(_) if target.is_empty() || target.starts_with(['/', '#']) => Some((Code::NoSuchImage, none)),
        Ok(_) => None,
        Err(UrlError::Scheme) => Some((Code::UnsafeLink, none)),
        // A place on somebody's own computer is nowhere else.
        Err(UrlError::Form) if target.as_bytes().get(1) == Some(&b':') => Some((Code::NoSuchImage, none)),
        Err(UrlError::Form) => Some((Code::NoSuchImage, target.replace('\\', "/"))),
    }
}

fn begins_as_web(target: &str) -> bool {
    let begins =
        |scheme: &str| target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    begins("http:") || begins("https:")
}
