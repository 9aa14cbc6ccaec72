//! Alt texts that are no texts (WCAG 1.1.1): names of files, and what the caption says anyhow.

use super::Findings;
use super::prose::Prose;
use crate::base::{At, Code, Diagnostic, Seg, SourcePath};
use crate::model::Folder;
use crate::parse::check::ImageUse;

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

/// Looks at a text's pictures.
pub fn lint(prose: &Prose, findings: &mut Findings<'_>) {
    for picture in &prose.pictures {
        let alt = picture.alt.trim();
        let diagnostic = if is_file_name(alt, &picture.target) {
            findings.at(Code::AltIsFileName, picture.span.clone())
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
    let key = |name: &str| Seg::Key(name.to_string());
    let mut found = Vec::new();
    for centre in &folder.centres {
        for (index, image) in centre.value.images.iter().enumerate() {
            let way = vec![key("images"), Seg::Index(index), key("alt")];
            found.extend(lint_field(image, &centre.path, way));
        }
    }
    for news in &folder.news {
        let image = news.value.image.as_ref();
        found.extend(image.and_then(|image| lint_field(image, &news.path, vec![key("image"), key("alt")])));
    }
    found
}

fn lint_field(image: &ImageUse, path: &SourcePath, way: Vec<Seg>) -> Option<Diagnostic> {
    let alt = image.alt.as_ref()?;
    let (_, bad) = alt.each().find(|(_, alt)| is_file_name(alt.trim(), &image.src))?;
    let diagnostic = Diagnostic::new(Code::AltIsFileName, path, At::Value(way));
    Some(diagnostic.with("alt", bad.trim()).with("target", &image.src).with("place", "yaml"))
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
