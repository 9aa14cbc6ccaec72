//! A logo that is drawn (SVG), made harmless: `svg-hush` drops what is not on its lists, and what it wrote is read once more.
//!
//! The file comes from whoever writes in the repository. What is published of it runs nothing, loads nothing, does not move and is small; what
//! cannot be so is refused.

mod entities;
mod weight;

use std::io::{self, Write};
use std::sync::Arc;

use memchr::memmem;
use svg_hush::Filter;
use xml::reader::{EventReader, XmlEvent};

use crate::base::Phrase;
use weight::DrawingWeight;

/// The largest drawing that is taken, and the largest that is made of it, in bytes. A logo has a hundredth of that.
pub const MAX_BYTES: usize = 256 * 1024;

/// How many bytes may come of a drawing that has entities of its own. Illustrator leaves some ten, each named once or twice, for addresses.
const MAX_GROWTH: usize = 8 << 20;

/// How deep the parts of a drawing may lie in each other.
const MAX_DEPTH: usize = 64;

/// The same of what is read: some of it is dropped.
const MAX_DEPTH_READ: usize = 256;

/// How many namespaces a drawing may declare: the reader copies all that are in force for each element. Drawing programs leave some ten.
const MAX_NAMESPACES: usize = 64;

/// How many bytes a drawing is to who reads it: entities that stand for much are read as often as they are named, also where what they stand in is
/// dropped, and the namespaces that are in force are copied for each element.
const MAX_READ: usize = 64 * MAX_BYTES;

/// A drawing without anything that could do harm.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Drawing {
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// How wide it is beside how high, in whole units.
    pub width: u32,
    /// How high.
    pub height: u32,
}

/// Why a drawing is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DrawingError {
    /// It is larger, or deeper, than any logo.
    TooLarge,
    /// It is no SVG that can be read.
    Broken,
    /// It does not say how wide and high it is.
    NoSize,
    /// It loads something from elsewhere.
    Loads,
    /// It holds a picture of dots.
    Picture,
    /// It moves.
    Moves,
}

impl DrawingError {
    /// Why, in a message.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::TooLarge => Phrase::new("drawing-large").with("limit", MAX_BYTES / 1024),
            Self::Broken => Phrase::new("drawing-broken"),
            Self::NoSize => Phrase::new("drawing-size"),
            Self::Loads => Phrase::new("drawing-loads"),
            Self::Picture => Phrase::new("drawing-picture"),
            Self::Moves => Phrase::new("drawing-moves"),
        }
    }
}

/// Is it a drawing, by its name?
pub fn is_drawing(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("svg"))
}

/// Makes a drawing harmless.
pub fn harmless(svg: &[u8]) -> Result<Drawing, DrawingError> {
    if svg.len() > MAX_BYTES {
        return Err(DrawingError::TooLarge);
    }
    // In an encoding of two bytes a name could not be found; and no text has a NUL.
    if svg.contains(&0) {
        return Err(DrawingError::Broken);
    }
    if entities::has_parameters(svg) || entities::has_hidden_markup(svg) || entities::has_long_namespaces(svg)
    {
        return Err(DrawingError::Broken);
    }
    if entities::growth(svg) > MAX_GROWTH {
        return Err(DrawingError::TooLarge);
    }
    if memmem::find_iter(svg, b"xmlns").count() > MAX_NAMESPACES {
        return Err(DrawingError::TooLarge);
    }
    bounded(svg)?;
    let mut out = BoundedDrawing::default();
    if Filter::new().filter(svg, &mut out).is_err() {
        return Err(if out.is_full { DrawingError::TooLarge } else { DrawingError::Broken });
    }
    let (width, height) = look_at(&out.bytes)?;
    Ok(Drawing { bytes: Arc::from(out.bytes), width, height })
}

/// Is it no more to who reads it than [`MAX_READ`], and nowhere deeper than the reader goes without looking through all that is open?
fn bounded(svg: &[u8]) -> Result<(), DrawingError> {
    let (mut read, mut depth) = (0_usize, 0_usize);
    for event in EventReader::new(svg) {
        read += match event.map_err(|_| DrawingError::Broken)? {
            XmlEvent::EndElement { .. } => {
                depth = depth.saturating_sub(1);
                0
            }
            XmlEvent::StartElement { attributes, namespace, .. } => {
                depth += 1;
                if depth > MAX_DEPTH_READ {
                    return Err(DrawingError::TooLarge);
                }
                let of_attributes = attributes.iter().map(|one| one.value.len());
                of_attributes.chain(namespace.0.values().map(String::len)).sum()
            }
            XmlEvent::Characters(text) | XmlEvent::CData(text) | XmlEvent::Whitespace(text) => text.len(),
            _ => 0,
        };
        if read > MAX_READ {
            return Err(DrawingError::TooLarge);
        }
    }
    Ok(())
}

/// What is written, as long as it is no more than a logo. What lies deep is indented far, and would grow with the square of its depth.
#[derive(Default)]
struct BoundedDrawing {
    bytes: Vec<u8>,
    is_full: bool,
}

impl Write for BoundedDrawing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > MAX_BYTES {
            self.is_full = true;
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Looks through a drawing as it will be published; how wide and high it is.
fn look_at(svg: &[u8]) -> Result<(u32, u32), DrawingError> {
    let (mut size, mut depth) = (None, 0);
    let mut weight = DrawingWeight::default();
    // Who writes an element into a style hides what stands behind it from who looks for the style's end.
    let mut in_style = false;
    for event in EventReader::new(svg) {
        match event.map_err(|_| DrawingError::Broken)? {
            XmlEvent::StartElement { .. } if in_style => return Err(DrawingError::Loads),
            XmlEvent::StartElement { name, attributes, .. } => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(DrawingError::TooLarge);
                }
                match name.local_name.as_str() {
                    "image" | "feImage" => return Err(DrawingError::Picture),
                    "set" => return Err(DrawingError::Moves),
                    other if other.starts_with("animate") => return Err(DrawingError::Moves),
                    _ => {}
                }
                for attribute in &attributes {
                    let is_link = attribute.name.local_name == "href";
                    if is_link && !attribute.value.trim_start().starts_with('#') {
                        return Err(DrawingError::Loads);
                    }
                    quiet(&attribute.value)?;
                }
                weight.begin(
                    &name.local_name,
                    attributes.iter().map(|one| (one.name.local_name.as_str(), one.value.as_str())),
                );
                in_style = name.local_name == "style";
                if size.is_none() {
                    let value = |wanted: &str| {
                        let found = attributes.iter().find(|attribute| attribute.name.local_name == wanted);
                        found.map(|attribute| attribute.value.as_str())
                    };
                    size = Some(measured(&value).ok_or(DrawingError::NoSize)?);
                }
            }
            XmlEvent::EndElement { .. } => {
                depth = depth.saturating_sub(1);
                weight.end();
                in_style = false;
            }
            XmlEvent::Characters(text) | XmlEvent::CData(text) if in_style => {
                quiet(&text)?;
                weight.styled(&text);
            }
            _ => {}
        }
    }
    if weight.overweight() {
        return Err(DrawingError::TooLarge);
    }
    size.ok_or(DrawingError::Broken)
}

/// What loads something, or may: schemes (a browser completes `https:host`), the functions of CSS that take an address in quotes, and the
/// sign that hides letters.
const LOADING: [&str; 12] = [
    "javascript:",
    "data:",
    "http:",
    "https:",
    "//",
    "@import",
    "@font-face",
    "image-set(",
    "image(",
    "src(",
    "cross-fade(",
    "\\",
];

/// Does a value, or a style, load nothing and move nothing?
fn quiet(text: &str) -> Result<(), DrawingError> {
    let lower = text.to_ascii_lowercase();
    if LOADING.iter().any(|part| lower.contains(part)) {
        return Err(DrawingError::Loads);
    }
    let is_within = |(at, word): (usize, &str)| {
        let target = lower[at + word.len()..].trim_start_matches([' ', '"', '\'']);
        target.starts_with('#')
    };
    if !lower.match_indices("url(").all(is_within) {
        return Err(DrawingError::Loads);
    }
    match ["animation", "@keyframes", "transition"].iter().any(|part| lower.contains(part)) {
        true => Err(DrawingError::Moves),
        false => Ok(()),
    }
}

/// The size that a drawing says it has, in whole units of a thousand.
fn measured<'a>(value: &dyn Fn(&str) -> Option<&'a str>) -> Option<(u32, u32)> {
    let of_box = value("viewBox").and_then(|text| {
        let parts = text.split([' ', ',', '\t', '\n', '\r']).filter(|part| !part.is_empty());
        let numbers: Vec<f64> = parts.map(str::parse).collect::<Result<_, _>>().ok()?;
        match numbers.as_slice() {
            [_, _, width, height] => Some((*width, *height)),
            _ => None,
        }
    });
    let length = |name| {
        let text: &str = value(name)?.trim();
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
        // Part of what is around it is no length of its own.
        (!text.ends_with('%')).then(|| text[..end].parse().ok()).flatten()
    };
    let (width, height): (f64, f64) = of_box.or_else(|| Some((length("width")?, length("height")?)))?;
    let is_size = |length: f64| length.is_finite() && length > 0.0;
    if !is_size(width) || !is_size(height) {
        return None;
    }
    // A browser needs how wide it is beside how high; a logo's own units may be as small as a millionth.
    let scale = 1000.0 / width.max(height);
    let whole = |length: f64| (length * scale).round().clamp(1.0, 1000.0) as u32;
    Some((whole(width), whole(height)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 120 40\"";

    fn made(inner: &str) -> Result<String, DrawingError> {
        let drawing = harmless(format!("{SVG}>{inner}</svg>").as_bytes())?;
        Ok(String::from_utf8(drawing.bytes.to_vec()).unwrap())
    }

    #[test]
    fn a_logo_stays_as_it_was_drawn() {
        let logo = "<defs><linearGradient id=\"a\"><stop offset=\"0\" stop-color=\"#9d0f3f\"/></linearGradient></defs>\
                    <style>.b{fill:url(#a)}</style><path class=\"b\" d=\"M0 0h120v40z\"/><use href=\"#a\"/><title>Kommunen</title>";
        let out = made(logo).unwrap();
        for kept in
            ["viewBox=\"0 0 120 40\"", "url(#a)", "M0 0h120v40z", "#9d0f3f", "href=\"#a\"", "<title>Kommunen"]
        {
            assert!(out.contains(kept), "{kept} in {out}");
        }
        let drawing = harmless(format!("{SVG}/>").as_bytes()).unwrap();
        assert_eq!((drawing.width, drawing.height), (1000, 333));
        let sized = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30mm\" height=\"15mm\"/>";
        assert_eq!(harmless(sized).map(|drawing| (drawing.width, drawing.height)), Ok((1000, 500)));
    }

    #[test]
    fn many_namespaces_are_refused_before_they_are_read() {
        let spaces: String = (0..8_000).map(|number| format!(" xmlns:a{number}=\"u\"")).collect();
        let drawing = format!("{SVG}{spaces}>{}</svg>", "<g/>".repeat(20_000));
        assert_eq!(harmless(drawing.as_bytes()), Err(DrawingError::TooLarge));
        let wide: Vec<u8> = format!("\u{feff}{SVG}/>").encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(harmless(&wide), Err(DrawingError::Broken));
    }

    #[test]
    fn a_few_parts_that_show_each_other_do_not_become_millions() {
        let step = |kind: &str, of: &dyn Fn(u32) -> String| -> String {
            let one = |number: u32| format!("<{kind} id=\"a{number}\">{}</{kind}>", of(number + 1));
            (0..12).map(one).collect::<String>() + "<g id=\"a12\"><path d=\"M0 0\"/></g>"
        };
        let twice = step("g", &|next| format!("<use href=\"#a{next}\"/>").repeat(4));
        assert_eq!(made(&twice), Err(DrawingError::TooLarge));
        let filled =
            step("pattern", &|next| format!("<path d=\"M0 0\" fill=\"url( '#a{next}')\"/>").repeat(4));
        assert_eq!(made(&filled), Err(DrawingError::TooLarge));
        let styled =
            step("mask", &|next| format!("<path d=\"M0 0\" style=\"mask:url(#a{next})\"/>").repeat(4));
        assert_eq!(made(&styled), Err(DrawingError::TooLarge));
        let ruled = step("pattern", &|next| format!("<path class=\"x f{next} y\" d=\"M0 0\"/>").repeat(4));
        let rules: String = (0..13).map(|n| format!("g>.f{n}, b {{ fill: url(#a{n}) }}")).collect();
        assert_eq!(made(&format!("{ruled}<style>{rules}</style>")), Err(DrawingError::TooLarge));
        assert_eq!(
            made("<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>"),
            Err(DrawingError::TooLarge)
        );
        let wide = format!(
            "<g id=\"a\">{}</g>{}",
            "<path d=\"M0 0\"/>".repeat(900),
            "<use href=\"#a\"/>".repeat(900)
        );
        assert_eq!(made(&wide), Err(DrawingError::TooLarge));
        let many = format!(
            "<style>{}{{fill:{}}}</style>{}",
            "g,".repeat(20_000),
            "url(#b)".repeat(8_000),
            "<g/>".repeat(10_000)
        );
        assert_eq!(made(&many), Err(DrawingError::TooLarge));
        // As Illustrator writes it: classes, of which one clips and others are within what it clips with.
        let clipped = "<style>.a{fill:none}.b{clip-path:url(#c)}.d{fill:url(#e)}</style><clipPath id=\"c\"><path class=\"a\" d=\"M0 0\"/></clipPath>\
                       <linearGradient id=\"e\"><stop offset=\"0\"/></linearGradient><g class=\"b\"><path class=\"d\" d=\"M0 0\"/></g>";
        assert!(made(clipped).is_ok());
        // A clone of a clone, and a colour for all.
        assert!(
            made("<g id=\"a\"><path d=\"M0 0\"/></g><g id=\"b\"><use href=\"#a\"/></g><use href=\"#b\"/>")
                .is_ok()
        );
        let coloured = "<linearGradient id=\"g\"><stop offset=\"0\"/></linearGradient>".to_string();
        assert!(made(&(coloured + &"<path d=\"M0 0\" fill=\"url(#g)\"/>".repeat(2_000))).is_ok());
        let chain: String =
            (0..2_000).map(|n| format!("<g id=\"c{n}\"><use href=\"#c{}\"/></g>", n + 1)).collect();
        assert_eq!(made(&chain), Err(DrawingError::TooLarge));
    }

    #[test]
    fn what_could_do_harm_is_dropped_or_refused() {
        for hostile in [
            "<script>alert(1)</script>",
            "<path onload=\"alert(1)\" d=\"M0 0\"/>",
            "<a href=\"javascript:alert(1)\"><path d=\"M0 0\"/></a>",
            "<a xlink:href=\"https://evil.example/\"><path d=\"M0 0\"/></a>",
            "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\" onload=\"alert(1)\"/></foreignObject>",
            "<use href=\"https://evil.example/x.svg#a\"/>",
            "<use xlink:href=\"data:image/svg+xml;base64,PHN2Zy8+#a\"/>",
            "<image href=\"https://evil.example/x.png\" width=\"1\" height=\"1\"/>",
            "<image href=\"data:image/png;base64,iVBORw0KGgo=\" width=\"1\" height=\"1\"/>",
            "<style>@import \"https://evil.example/x.css\";</style>",
            "<style>@import url(//evil.example/x.css);</style>",
            "<style>path{fill:url(https://evil.example/x)}</style>",
            "<style>path{background:\\75rl(https://evil.example/x)}</style>",
            "<path style=\"fill:url('https://evil.example/x')\" d=\"M0 0\"/>",
            "<path fill=\"url(/elsewhere.svg#a)\" d=\"M0 0\"/>",
            "<set attributeName=\"href\" to=\"javascript:alert(1)\"/>",
            "<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>",
            "<style>path{animation:a 1s infinite}@keyframes a{to{opacity:0}}</style>",
            "<?xml-stylesheet href=\"https://evil.example/x.css\"?>",
            "<handler type=\"text/javascript\">alert(1)</handler>",
            "<iframe src=\"https://evil.example/\"/>",
            "<style>a{}<g/>@import url(http://evil.example/x.css);</style>",
            "<style>a{}<g/>path{mask-image:url(http://evil.example/x.svg)}</style>",
            "<style><title/>svg{background:url(http://evil.example/y)}</style>",
            "<style><![CDATA[path{mask-image:url(http://evil.example/x.svg)}]]></style>",
            "<style>svg{background-image:image-set(\"https:/evil.example/bg\" 1x)}</style>",
            "<path style=\"mask-image:-webkit-image-set('https:evil.example/a' 1x)\" d=\"M0 0\"/>",
            "<style>svg{background:src(\"evil.example/s\")}</style>",
        ] {
            if let Ok(out) = made(hostile) {
                for harm in [
                    "script",
                    "alert",
                    "evil",
                    "onload",
                    "data:",
                    "elsewhere",
                    "@import",
                    "animat",
                    "foreignObject",
                ] {
                    assert!(!out.contains(harm), "{harm} of {hostile} in {out}");
                }
            }
        }
    }

    #[test]
    fn entities_of_its_own_make_no_drawing_larger_than_one_may_be() {
        let drawn = |declared: &str, inner: &str| {
            let text =
                format!("<!DOCTYPE svg [{declared}]>{SVG}><g class=\"{inner}\"><path d=\"M0 0\"/></g></svg>");
            harmless(text.as_bytes()).map(drop)
        };
        let usual = "<!ENTITY ns_svg \"http://www.w3.org/2000/svg\"><!ENTITY ns_xlink \"http://www.w3.org/1999/xlink\">";
        let named =
            format!("<!DOCTYPE svg [{usual}]>{SVG}><g xmlns:a=\"&ns_svg;\" xmlns:b=\"&ns_xlink;\"/></svg>");
        assert!(harmless(named.as_bytes()).is_ok());
        // Doubled by each of some thirty more it would be a gigabyte.
        let doubled = "<!ENTITY % a \"x\"><!ENTITY % b \"%a;%a;\">";
        assert_eq!(drawn(doubled, "a"), Err(DrawingError::Broken));
        let long = format!("<!ENTITY a \"{}\">", "x".repeat(60_000));
        assert_eq!(drawn(&long, &"&a;".repeat(30_000)), Err(DrawingError::TooLarge));
        // A namespace is copied into each attribute of its prefix.
        let of_prefix: String = (0..5_000).map(|at| format!(" x:a{at}=\"\"")).collect();
        let wide = format!("{SVG} xmlns:x=\"{}\"{of_prefix}/>", "u".repeat(120_000));
        assert_eq!(harmless(wide.as_bytes()), Err(DrawingError::Broken));
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test that something is at once looks at a clock")]
    fn what_would_be_huge_is_refused_at_once() {
        let began = std::time::Instant::now();
        let entities = "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\
                        <!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">\
                        <!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">]>";
        assert!(harmless(format!("{entities}{SVG}><title>&f;</title></svg>").as_bytes()).is_err());
        // What an entity stands for is read again for each name of it, also where an element is dropped.
        let long = format!("<!DOCTYPE svg [<!ENTITY x \"{}\">]>", "y".repeat(100_000));
        let named = format!("{long}{SVG}><unknown>{}</unknown></svg>", "<a>&x;</a>".repeat(500));
        assert_eq!(harmless(named.as_bytes()), Err(DrawingError::TooLarge));
        let few = format!("{long}{SVG}><unknown>{}</unknown></svg>", "<a>&x;</a>".repeat(50));
        assert!(harmless(few.as_bytes()).is_ok());
        let outside = "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        let out = harmless(format!("{outside}{SVG}><title>&x;</title></svg>").as_bytes());
        let out = out.map(|drawing| String::from_utf8_lossy(&drawing.bytes).into_owned());
        assert!(out.is_err() || out.is_ok_and(|out| !out.contains("root") && !out.contains("passwd")));
        for name in ["g", "unknown"] {
            let deep = 20_000;
            let nested = format!("{}{}", format!("<{name}>").repeat(deep), format!("</{name}>").repeat(deep));
            let made = made(&nested);
            assert_eq!(made, Err(DrawingError::TooLarge), "{name}");
        }
        let deep = format!("{}{}", "<g>".repeat(80), "</g>".repeat(80));
        assert_eq!(made(&deep), Err(DrawingError::TooLarge));
        assert_eq!(made(&" ".repeat(MAX_BYTES)), Err(DrawingError::TooLarge));
        assert_eq!(harmless(b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), Err(DrawingError::NoSize));
        for broken in [&b""[..], b"<svg", b"<html/>", b"\xff\xfe\x00", b"\x89PNG\r\n\x1a\n"] {
            assert_eq!(harmless(broken), Err(DrawingError::Broken), "{broken:?}");
        }
        assert!(began.elapsed() < std::time::Duration::from_secs(10), "{:?}", began.elapsed());
    }
}
