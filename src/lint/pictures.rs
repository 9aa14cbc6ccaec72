//! Alt texts that are no texts (WCAG 1.1.1): names of files, and what the caption says anyhow.

use super::TextFindings;
use super::prose::Prose;
use crate::base::{At, Code, Diagnostic, Seg, SourcePath, key};
use crate::model::Folder;
use crate::parse::check::ImageUse;
use crate::parse::markdown::DECORATIVE;

/// What cameras and programs call their pictures, before a number.
const MADE_UP: [&str; 14] = [
    "img",
    "image",
    "imag",
    "dsc",
    "dscn",
    "dscf",
    "pict",
    "pic",
    "photo",
    "foto",
    "bild",
    "skärmbild",
    "skärmavbild",
    "screenshot",
];

const ENDINGS: [&str; 9] = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".heic", ".tif", ".tiff"];

/// Words that every picture could be called.
const NOTHING: [&str; 14] = [
    "bild",
    "bilden",
    "foto",
    "fotot",
    "logga",
    "loggan",
    "illustration",
    "genrebild",
    "omslag",
    "image",
    "photo",
    "picture",
    "ikon",
    "fotografi",
];

/// A single word with fewer letters describes nothing.
const SHORTEST: usize = 5;

/// Looks at a text's pictures.
pub fn lint(prose: &Prose, findings: &mut TextFindings<'_>) {
    for picture in &prose.pictures {
        let alt = picture.alt.trim();
        let diagnostic = if let Some(why) = says_nothing(alt, &picture.target) {
            findings.at(Code::AltIsFileName, picture.span.clone()).with("why", why)
        } else if !alt.is_empty() && plain(alt) == plain(&picture.caption) {
            findings.at(Code::AltRepeatsCaption, picture.span.clone())
        } else {
            continue;
        };
        let diagnostic = diagnostic.with("alt", alt).with("target", &picture.target);
        findings.found.push(diagnostic.with("place", "markdown"));
    }
}

/// Looks at the pictures that YAML and front matter name.
pub fn lint_fields(folder: &Folder) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for centre in &folder.centres {
        for (index, image) in centre.value.images.iter().enumerate() {
            let way = vec![key("images"), Seg::Index(index), key("alt")];
            found.extend(lint_field(image, &centre.path, way));
        }
    }
    if let Some(config) = &folder.config {
        let image = config.value.look.as_ref().and_then(|look| look.image.as_ref());
        let way = || vec![key("look"), key("image"), key("alt")];
        found.extend(image.and_then(|image| lint_field(image, &config.path, way())));
    }
    for news in &folder.news {
        let image = news.value.image.as_ref();
        found.extend(image.and_then(|image| lint_field(image, &news.path, vec![key("image"), key("alt")])));
    }
    found
}

fn lint_field(image: &ImageUse, path: &SourcePath, way: Vec<Seg>) -> Option<Diagnostic> {
    let alt = image.alt.as_ref()?;
    let mut bad = alt.each().filter_map(|(_, alt)| Some((alt, says_nothing(alt.trim(), &image.src)?)));
    let (bad, why) = bad.next()?;
    let diagnostic = Diagnostic::new(Code::AltIsFileName, path, At::Value(way)).with("why", why);
    Some(diagnostic.with("alt", bad.trim()).with("target", &image.src).with("place", "yaml"))
}

/// Why an alt text tells nobody what a picture shows, if it does not: it is a file's name, or one short word.
fn says_nothing(alt: &str, target: &str) -> Option<&'static str> {
    let is_decorative = DECORATIVE.contains(&alt);
    let word = alt.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let is_short = word.chars().all(char::is_alphanumeric) && word.chars().count() < SHORTEST;
    let is_empty_word = is_short || NOTHING.contains(&word.as_str());
    match () {
        () if is_decorative || alt.is_empty() => None,
        () if NOTHING.contains(&word.as_str()) => Some("word"),
        () if is_file_name(alt, target) => Some("file"),
        // In Chinese a word is a sign or two.
        () if is_empty_word && word.bytes().any(|byte| byte.is_ascii_alphanumeric()) => Some("word"),
        () => None,
    }
}

fn is_file_name(alt: &str, target: &str) -> bool {
    let lower = alt.to_lowercase();
    let file = target.rsplit('/').next().unwrap_or_default().to_lowercase();
    let stem = file.rsplit_once('.').map_or(file.as_str(), |(stem, _)| stem);
    let made_up =
        lower.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '_' | '-' | ' ' | '(' | ')'));
    ENDINGS.iter().any(|ending| lower.ends_with(ending))
        || (!lower.is_empty() && (lower == file || lower == stem && stem.contains(['-', '_'])))
        || MADE_UP.contains(&made_up)
}

/// A text without case and signs, to be compared.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}
