//! Assets: the theme's own files, published under names that change when they change.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use tera::Value;

use super::Tokens;
use super::comments::without_comments;
use crate::base::{At, Code, Diagnostic, Fingerprint, Phrase, SourcePath, forbidden, short_stem};

/// An asset that is published.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asset {
    /// Its name in the theme: `favicon.svg`.
    pub name: String,
    /// Its address within a section: `assets/favicon.1a2b3c4d.svg`.
    pub url: String,
    pub bytes: Arc<[u8]>,
    /// The fingerprint of its bytes.
    pub fingerprint: Fingerprint,
}

impl Asset {
    /// An asset of a name; its address changes when its bytes do.
    pub fn of(name: &str, bytes: Arc<[u8]>) -> Self {
        let fingerprint = Fingerprint::of(&bytes);
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let (folder, stem) = stem.split_at(stem.rfind('/').map_or(0, |slash| slash + 1));
        let url = format!("assets/{folder}{}.{}.{extension}", short_stem(stem), fingerprint.short());
        Self { name: name.to_string(), url, bytes, fingerprint }
    }
}

/// The drawing of front pages, the most bytes of one that a page holds within itself, and what stands for what no page can hold.
const DRAWING: &str = "hero.svg";
const MOST_OF_A_DRAWING: usize = 16 * 1024;
const NOTHING: &str = "data:,";

/// The endings of files that a theme may publish.
const ENDINGS: [&str; 9] = ["css", "svg", "png", "jpg", "webp", "woff2", "ico", "js", "txt"];

/// The stylesheets that `site.css` is made of, in their order.
const STYLESHEETS: [&str; 2] = ["base.css", "theme.css"];

/// A file of the chain: its bytes and, unless it is built in, its path.
#[derive(Clone, Debug)]
pub struct AssetFile {
    /// Its path in diagnostics.
    pub path: SourcePath,
    pub bytes: Arc<[u8]>,
}

/// What a chain publishes, but for the stylesheet of its pages, which a municipality's look is part of.
#[derive(Debug, Default)]
pub struct PublishedAssets {
    /// Its assets by name.
    pub assets: BTreeMap<String, Arc<Asset>>,
    /// The rules of its pages, after the tokens.
    pub rules: String,
    /// The fonts that a municipality can choose, by name: the rules that put each on, after all others.
    pub fonts: BTreeMap<String, Font>,
}

/// A font that a municipality can choose.
#[derive(Debug, Default)]
pub struct Font {
    /// The rules that put it on.
    pub rules: String,
    /// Its files, which are published where it is worn.
    pub files: Vec<Arc<Asset>>,
}

/// The name of the font that a file belongs to: `serif` of `font-serif.css` and `font-serif-600.woff2`.
fn font_of(name: &str) -> Option<&str> {
    let rest = name.strip_prefix("font-")?;
    rest.split(['-', '.']).next().filter(|font| !font.is_empty())
}

/// Publishes the assets of a chain.
pub fn publish(files: &BTreeMap<String, AssetFile>, found: &mut Vec<Diagnostic>) -> PublishedAssets {
    let mut assets = BTreeMap::new();
    for (name, file) in files.iter().filter(|(name, _)| !STYLESHEETS.contains(&name.as_str())) {
        if let Some(reason) = refusal(name) {
            found.push(
                Diagnostic::new(Code::BadAsset, &file.path, At::File)
                    .with("name", name)
                    .saying("reason", Phrase::new(reason)),
            );
        } else if !name.ends_with(".css") {
            assets.insert(name.clone(), Arc::new(Asset::of(name, file.bytes.clone())));
        }
    }
    let mut rules = String::new();
    for name in STYLESHEETS {
        if let Some(file) = files.get(name) {
            rules.push_str(&css(name, file, &assets, found));
        }
    }
    let others =
        files.iter().filter(|(name, _)| name.ends_with(".css") && !STYLESHEETS.contains(&name.as_str()));
    let mut fonts: BTreeMap<String, Font> = BTreeMap::new();
    let mut sheets = Vec::new();
    for (name, file) in others {
        let text = css(name, file, &assets, found);
        match font_of(name) {
            Some(font) => fonts.entry(font.to_string()).or_default().rules.push_str(&text),
            None => sheets.push(Asset::of(name, Arc::from(text.into_bytes()))),
        }
    }
    assets.extend(sheets.into_iter().map(|asset| (asset.name.clone(), Arc::new(asset))));
    // A font that nobody chose is no file of the site.
    assets.retain(|name, asset| {
        let font = font_of(name).and_then(|font| fonts.get_mut(font));
        font.map(|font| font.files.push(asset.clone())).is_none()
    });
    PublishedAssets { assets, rules, fonts }
}

/// The stylesheet of the pages: the tokens, the theme's rules, and those of a font.
pub fn site(tokens: &str, rules: &str, font: &str) -> Asset {
    Asset::of("site.css", Arc::from(format!("{tokens}{rules}{font}").into_bytes()))
}

/// A drawing in another colour: where it has the theme's own, it has that of the palette.
pub fn recoloured(drawing: &Asset, tokens: &Tokens, palette: &BTreeMap<String, String>) -> Option<Asset> {
    let text = std::str::from_utf8(&drawing.bytes).ok()?;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('#') {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let colour = after.get(..7).filter(|colour| colour[1..].bytes().all(|b| b.is_ascii_hexdigit()));
        let instead = colour.and_then(|colour| {
            let is_meant = tokens.values.get(DRAWN).is_some_and(|own| own == colour);
            palette.get(DRAWN).filter(|_| is_meant)
        });
        match (colour, instead) {
            (Some(colour), Some(instead)) => {
                out.push_str(instead);
                rest = &after[colour.len()..];
            }
            _ => {
                out.push('#');
                rest = &after[1..];
            }
        }
    }
    out.push_str(rest);
    (out != text).then(|| Asset::of(&drawing.name, Arc::from(out.into_bytes())))
}

/// The token that a theme's drawings are recoloured by: of one colour alone a drawing would be a shadow of itself.
const DRAWN: &str = "color-primary";

fn refusal(name: &str) -> Option<&'static str> {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.' | b'_');
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if name == "site.css" {
        Some("asset-own-name")
    } else if !name.bytes().all(plain)
        || name.starts_with('.')
        || name.contains("..")
        || forbidden(name).is_some()
    {
        Some("asset-name")
    } else if !ENDINGS.contains(&ending) {
        Some("asset-kind")
    } else {
        None
    }
}

/// The tokens as custom properties; on a dark screen those of them that are otherwise there.
pub fn tokens_css(tokens: &Tokens, dark: Option<&Tokens>) -> String {
    let scheme = if dark.is_some() { "light dark" } else { "light" };
    let mut css = format!(":root {{\n  color-scheme: {scheme};\n");
    for (name, value) in &tokens.values {
        css.push_str(&format!("  --{name}: {value};\n"));
    }
    css.push_str("}\n");
    if let Some(dark) = dark {
        css.push_str("@media screen and (prefers-color-scheme: dark) {\n:root {\n");
        for (name, value) in
            dark.values.iter().filter(|(name, value)| tokens.values.get(*name) != Some(value))
        {
            css.push_str(&format!("  --{name}: {value};\n"));
        }
        css.push_str("}\n}\n");
    }
    css
}

/// A stylesheet with the names of the assets that it uses put right; it may load nothing from another host.
fn css(
    name: &str,
    file: &AssetFile,
    assets: &BTreeMap<String, Arc<Asset>>,
    found: &mut Vec<Diagnostic>,
) -> String {
    let text = String::from_utf8_lossy(&file.bytes);
    let lower = text.to_ascii_lowercase();
    let mut out = String::with_capacity(text.len());
    let mut rest: &str = &text;
    let mut offset = 0;
    while let Some(open) = lower.get(offset..).and_then(|rest| rest.find("url(")) {
        let (before, after) = rest.split_at(open + 4);
        out.push_str(before);
        offset += before.len();
        let Some(close) = after.find(')') else {
            rest = after;
            break;
        };
        let target = after[..close].trim().trim_matches(['"', '\'']);
        match assets.get(target) {
            // The stylesheet lies in the same folder as they do.
            Some(asset) => out.push_str(asset.url.trim_start_matches("assets/")),
            None => {
                let at = At::Span(offset..offset + close);
                let is_told = is_foreign(target) || target.contains('\\');
                if !is_told && !target.starts_with("data:image/") && !target.starts_with('#') {
                    let reason = Phrase::new("asset-missing");
                    found.push(
                        Diagnostic::new(Code::BadAsset, &file.path, at)
                            .with("name", target)
                            .saying("reason", reason),
                    );
                }
                out.push_str(&after[..close]);
            }
        }
        offset += close;
        rest = &after[close..];
    }
    out.push_str(rest);
    let elsewhere = |at: At, host: &str| {
        Diagnostic::new(Code::LoadsFromElsewhere, &file.path, at).with("what", name).with("host", host)
    };
    let loaded = foreign(&text);
    found.extend(loaded.iter().map(|at| elsewhere(At::Span(at.clone()), &text[at.clone()])));
    // What is spelt with escapes is spelt so to be hidden; where it stands nobody needs to be told.
    let plain = unescaped(&text);
    if let Some(hidden) = foreign(&plain).get(loaded.len()) {
        found.push(elsewhere(At::File, &plain[hidden.clone()]));
    }
    without_comments(&out)
}

/// What a stylesheet would load from another host, by its places in the text.
fn foreign(css: &str) -> Vec<Range<usize>> {
    let lower = css.to_ascii_lowercase();
    let mut found: Vec<Range<usize>> =
        lower.match_indices("@import").map(|(at, word)| at..at + word.len()).collect();
    for function in ["url(", "src(", "image(", "image-set("] {
        // What stands in another of its kind was looked at with it: else one that is never closed would be looked at again for each.
        let mut seen = 0;
        for (at, _) in lower.match_indices(function) {
            let start = at + function.len();
            if start < seen {
                continue;
            }
            let inside = lower[start..].split(')').next().unwrap_or_default();
            let whole = inside.trim().trim_matches(['"', '\'']);
            let mut from = start;
            let strings = inside.split(['"', '\'']).map(|part| {
                let place = from..from + part.len();
                from = place.end + 1;
                place
            });
            let is_data = whole.starts_with("data:image/");
            if !is_data {
                seen = start + inside.len();
            }
            found.extend(strings.filter(|place| !is_data && is_foreign(&lower[place.clone()])));
        }
    }
    found.sort_by_key(|place| place.start);
    found
}

/// Does an address lead to another host, as browsers read it? They take a backslash for a slash, and one slash for two.
fn is_foreign(target: &str) -> bool {
    // Browsers drop line ends and tabs within an address, and what stands before it and is no letter.
    let plain: String = target.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let target = plain.trim_matches(|c: char| c <= ' ');
    let is_slash = |c: char| matches!(c, '/' | '\\');
    let scheme = target.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    is_scheme && !target.starts_with("data:image/") || target.chars().take_while(|c| is_slash(*c)).count() > 1
}

/// A stylesheet with its escapes read: `\75rl(` is `url(`.
fn unescaped(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let digits = rest.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
        // A line end that is escaped within a string is none.
        if let Some(next) = ["\r\n", "\n", "\r", "\x0c"].iter().find_map(|end| rest.strip_prefix(end)) {
            rest = next;
            continue;
        }
        let code = u32::from_str_radix(&rest[..digits], 16).ok().and_then(char::from_u32);
        match code {
            Some(c) => {
                out.push(c);
                rest = &rest[digits..];
                rest = rest.strip_prefix([' ', '\n', '\t']).unwrap_or(rest);
            }
            None => {
                let mut letters = rest.chars();
                out.extend(letters.next());
                rest = letters.as_str();
            }
        }
    }
    out.push_str(rest);
    out
}

/// The assets' addresses for templates.
pub fn urls(assets: &BTreeMap<String, Arc<Asset>>) -> Value {
    let urls: BTreeMap<&str, &str> =
        assets.iter().map(|(name, asset)| (name.as_str(), asset.url.as_str())).collect();
    Value::from_serializable(&urls)
}

/// The stylesheet for a page that is shown at any depth and so cannot reach a file beside it: without its pictures.
pub fn inline(assets: &BTreeMap<String, Arc<Asset>>) -> String {
    let Some(site) = assets.get("site.css") else { return String::new() };
    let mut css = String::from_utf8_lossy(&site.bytes).into_owned();
    for asset in assets.values() {
        let name = asset.url.trim_start_matches("assets/");
        for quote in ["", "\"", "'"] {
            css = css.replace(&format!("url({quote}{name}{quote})"), "none");
        }
    }
    // As a browser sees it, which reads all ends of lines as one.
    css.replace("\r\n", "\n").replace('\r', "\n")
}

/// What stands for each asset on a page that cannot reach a file beside it: a small drawing as an address that holds it, nothing for all else.
pub fn all_held(assets: &BTreeMap<String, Arc<Asset>>) -> BTreeMap<&str, String> {
    let address = |(name, asset): (&str, &Arc<Asset>)| name.ends_with(".svg").then(|| held(&asset.bytes))?;
    let of = |one| address(one).unwrap_or_else(|| NOTHING.to_string());
    assets.iter().map(|(name, asset)| (name.as_str(), of((name, asset)))).collect()
}

/// The drawing of the front page among them; none where the theme has none, or a large one.
pub fn drawing<'h>(held: &'h BTreeMap<&str, String>) -> Option<&'h str> {
    held.get(DRAWING).map(String::as_str).filter(|address| *address != NOTHING)
}

/// A drawing as an address that holds it; none for a large one.
fn held(svg: &[u8]) -> Option<String> {
    if svg.len() > MOST_OF_A_DRAWING {
        return None;
    }
    let mut url = String::with_capacity(svg.len() * 5 / 4);
    url.push_str("data:image/svg+xml,");
    let mut last = 0;
    for byte in svg.iter().copied() {
        // What ends an attribute or an address, what is not seen, and what would look like an address of another host.
        let is_plain = byte.is_ascii_graphic() && !b"%#\"'<>&`".contains(&byte) || byte == b' ';
        match byte {
            b'\n' | b'\r' | b'\t' => url.push(' '),
            _ if is_plain && !(byte == b'/' && last == b'/') => url.push(char::from(byte)),
            _ => url.push_str(&format!("%{byte:02X}")),
        }
        last = byte;
    }
    Some(url)
}

/// What a browser knows a stylesheet by that stands in a page, as a policy writes it: `sha256-…` (Content Security Policy, 8.4).
pub fn integrity(css: &str) -> String {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use sha2::{Digest, Sha256};
    format!("sha256-{}", STANDARD.encode(Sha256::digest(css.as_bytes())))
}

/// What a token would load from another host, where a stylesheet uses it. It has no escapes, so nothing is hidden in it.
pub fn loaded_by_token(value: &str) -> Option<&str> {
    foreign(value).into_iter().next().and_then(|place| value.get(place))
}

/// May this text stand as the value of a custom property?
pub fn is_token_value(value: &str) -> bool {
    let open = value.matches('(').count() == value.matches(')').count();
    let plain =
        |c: char| c.is_ascii_graphic() && !matches!(c, ';' | '{' | '}' | '<' | '>' | '\\' | '@') || c == ' ';
    !value.trim().is_empty()
        && value.len() <= 300
        && value.chars().all(plain)
        && open
        && !value.contains("url(")
        && !value.contains("/*")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stylesheet_names_the_published_files_and_loads_nothing_from_elsewhere() {
        let file =
            |bytes: &[u8]| AssetFile { path: SourcePath::new("themes/t/assets/x"), bytes: Arc::from(bytes) };
        let files = BTreeMap::from([
            (
                "base.css".to_string(),
                file(b"a{background:url(\"bg.svg\")} b{background:url(https://evil.example/x.png)}"),
            ),
            ("bg.svg".to_string(), file(b"<svg/>")),
        ]);
        let mut found = Vec::new();
        let colour = |value: &str| {
            let values = BTreeMap::from([("color-text".to_string(), value.to_string())]);
            Tokens { values, ..Tokens::default() }
        };
        let PublishedAssets { assets, rules, .. } = publish(&files, &mut found);
        let css = site(&tokens_css(&colour("#111"), Some(&colour("#eee"))), &rules, "");
        let css = String::from_utf8(css.bytes.to_vec()).unwrap();
        assert!(css.starts_with(":root {\n  color-scheme: light dark;\n  --color-text: #111;\n}\n"), "{css}");
        assert!(css.contains("(prefers-color-scheme: dark) {\n:root {\n  --color-text: #eee;\n}"), "{css}");
        let published = assets["bg.svg"].url.strip_prefix("assets/").unwrap();
        assert!(css.contains(&format!("url({published})")), "{css}");
        assert_eq!(found.iter().map(|d| d.code).collect::<Vec<_>>(), [Code::LoadsFromElsewhere]);
    }

    #[test]
    fn a_token_cannot_leave_its_property() {
        for good in ["#0b5d4e", "clamp(1rem, 2vw, 2rem)", "system-ui, \"Segoe UI\", sans-serif"] {
            assert!(is_token_value(good), "{good}");
        }
        for bad in
            ["red; } body { display: none", "</style><script>", "", "url(https://x)", "a/*", "calc(1px"]
        {
            assert!(!is_token_value(bad), "{bad}");
        }
    }

    #[test]
    fn a_token_loads_nothing_from_elsewhere() {
        for bad in [
            "URL(//a.example/x)",
            "Url(\"//a.example/x\")",
            "image-set(\"//a.example/x\" 1x)",
            "src(\"//a.example/x\")",
        ] {
            assert!(is_token_value(bad), "{bad}");
            assert_eq!(loaded_by_token(bad), Some("//a.example/x"), "{bad}");
        }
        for good in ["#0b5d4e", "clamp(1rem, 2vw, 2rem)", "linear-gradient(#fff, #000)"] {
            assert_eq!(loaded_by_token(good), None, "{good}");
        }
    }

    #[test]
    fn what_a_stylesheet_loads_from_elsewhere_is_told_however_it_is_spelt() {
        let told = |text: &str| {
            let path = SourcePath::new("themes/t/assets/x");
            let file = AssetFile { path, bytes: Arc::from(text.as_bytes()) };
            let mut found = Vec::new();
            css("theme.css", &file, &BTreeMap::new(), &mut found);
            found.iter().filter(|found| found.code == Code::LoadsFromElsewhere).count()
        };
        for text in [
            "a{background:URL(https://evil.example/x.png)}",
            "a{background:image-set(\"https://evil.example/x.png\" 1x)}",
            "a{background:-webkit-image-set('//evil.example/x.png' 1x)}",
            "@IMPORT \"https://evil.example/x.css\";",
            "@\\69mport \"https://evil.example/x.css\";",
            "a{background:\\75rl(https://evil.example/x)}",
            "a{background:url(\\68ttps://evil.example/x)}",
            "a{background:url( \"//evil.example/x\" )}",
            "a{background:url(https:/evil.example/x)}",
            "a{background:url(\\\\\\\\evil.example/x)}",
            "a{background:url(/\\\\evil.example/x)}",
            "a{background:url(\"ht\\\ntp://evil.example/x\")}",
            "a{background:url(\"http\\\n://evil.example/x\")}",
            "a{background:url(\"ht\\9 tp://evil.example/x\")}",
            "a{background:url(\"ht\\a tp://evil.example/x\")}",
            "a{background:url(\"\\1 http://evil.example/x\")}",
        ] {
            assert!(told(text) > 0, "{text}");
        }
        for text in [
            "a{content:\"\\201C\"} b::after{content:'\\2014 \\a0'}",
            "a{background:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>\")}",
            "a{fill:url(#mask)} .a\\:b{color:red}",
        ] {
            assert_eq!(told(text), 0, "{text}");
        }
    }
}
