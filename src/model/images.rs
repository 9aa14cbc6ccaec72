//! Images: which files the texts show, and what they are.

use super::Folder;
use super::attachments::{FileFault, LookedFiles};
use crate::base::{At, Code, Diagnostic, Fingerprint, Phrase, SourcePath, nearest};
use crate::input::{InputError, Inputs};
use crate::parse::picture::{self, Format, Picture};

/// An image file.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ImageFact {
    pub path: SourcePath,
    /// Its bytes.
    pub fingerprint: Fingerprint,
    /// Its format and size.
    pub picture: Picture,
    /// The widths that narrower versions are made in, from the narrowest.
    pub widths: Vec<u32>,
}

/// Where a text names an image.
pub struct Mention<'a> {
    /// The image's path below the source folder; none when it leads out of it.
    pub path: Option<SourcePath>,
    pub written: &'a str,
    /// The text's file.
    pub file: &'a SourcePath,
    pub at: At,
    /// Is it written in Markdown, so that its path is seen from the file?
    pub markdown: bool,
    /// Is a name proposed when it is not there?
    pub proposed: bool,
}

/// Looks at an image that is mentioned, once.
pub fn look_at(
    mention: &Mention<'_>,
    folders: &[&Folder],
    inputs: &dyn Inputs,
    known: &mut LookedFiles<ImageFact>,
) -> Result<(), Diagnostic> {
    let diagnostic =
        |code| Diagnostic::new(code, mention.file, mention.at.clone()).with("image", mention.written);
    let written = mention.written.to_ascii_lowercase();
    if ["http:", "https:", "//"].iter().any(|start| written.starts_with(start)) {
        return Err(diagnostic(Code::RemoteImage));
    }
    let own = mention
        .path
        .as_ref()
        .filter(|path| folders.iter().any(|folder| folder.images.binary_search(path).is_ok()));
    let Some(path) = own else {
        let names = folders.iter().flat_map(|folder| folder.images.iter()).map(SourcePath::as_str);
        let wanted = mention.path.as_ref().map_or(mention.written, SourcePath::as_str);
        let near = mention.proposed.then(|| nearest_path(wanted, names)).flatten();
        let near = near.map(|path| as_written(path, mention));
        let place = if mention.markdown { "markdown" } else { "yaml" };
        return Err(diagnostic(Code::NoSuchImage).proposing(near.as_deref()).with("place", place));
    };
    known.look(path, || read(path, inputs)).map_err(|fault| fault.at(diagnostic(Code::BadImage)))
}

fn read(path: &SourcePath, inputs: &dyn Inputs) -> Result<ImageFact, FileFault> {
    let bad = |reason: Phrase, advice| FileFault::bad(Code::BadImage, reason, advice);
    let bytes = inputs.read(path).map_err(|error| match error {
        InputError::Symlink => bad(Phrase::new("picture-symlink"), "file"),
        InputError::TooLarge(..) => bad(Phrase::new("picture-large"), "smaller"),
        InputError::EmptyFolder => bad(Phrase::new("picture-folder"), "file"),
        InputError::Io(reason) => bad(reason, "again"),
    })?;
    let picture = picture::read(&bytes).map_err(|error| bad(error.phrase(), error.advice()))?;
    let ending = path.extension().to_ascii_lowercase();
    if !endings(picture.format).contains(&ending.as_str()) {
        let right = endings(picture.format)[0];
        let proposal = format!("{}.{right}", path.stem());
        let words = vec![("format", right.to_uppercase()), ("proposal", proposal)];
        return Err(FileFault::saying(Code::ImageEnding, words));
    }
    let fingerprint = Fingerprint::of(&bytes);
    let widths = picture.widths();
    Ok(ImageFact { path: path.clone(), fingerprint, picture, widths })
}

/// The endings of a format's files, the usual one first.
fn endings(format: Format) -> &'static [&'static str] {
    match format {
        Format::Jpeg => &["jpg", "jpeg"],
        Format::Png => &["png"],
        Format::WebP => &["webp"],
        Format::Gif => &["gif"],
    }
}

fn as_written(path: &str, mention: &Mention<'_>) -> String {
    let parts: Vec<&str> = path.splitn(3, '/').collect();
    match parts.as_slice() {
        [_, _, inner] if mention.markdown => format!("../{inner}"),
        [_, _, inner] => (*inner).to_string(),
        _ => path.to_string(),
    }
}

/// The nearest of some paths: by the whole path, else by the file's name.
pub fn nearest_path<'a>(wanted: &str, paths: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    let name = |path: &'a str| path.rsplit('/').next().unwrap_or(path);
    let wanted_name = wanted.rsplit('/').next().unwrap_or(wanted);
    nearest(wanted, paths.clone()).or_else(|| {
        let near = nearest(wanted_name, paths.clone().map(name))?;
        paths.clone().find(|path| name(path) == near)
    })
}
