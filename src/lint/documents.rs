//! Documents: those that no text links to, and those whose readers cannot have them read aloud as they should. The law on accessibility counts a
//! PDF on a website as it counts the page.

use std::collections::HashSet;

use super::LintGround;
use crate::base::{At, Code, Diagnostic, SourcePath};
use crate::model::{Folder, is_attachment};
use crate::parse::attachment::{AttachmentKind, pdf};
use crate::parse::check::Notice;
use crate::parse::{Role, parse_fragment};

/// The documents that texts of some folders link to: a shared one may be linked to by any.
#[derive(Default)]
pub struct LinkedDocuments(HashSet<SourcePath>);

impl LinkedDocuments {
    /// All of them.
    pub fn of<'a>(folders: impl Iterator<Item = &'a Folder>) -> Self {
        let mut linked = HashSet::new();
        for folder in folders {
            for (path, text) in folder.articles() {
                let links = text.refs.links.iter();
                let links = links.filter_map(|link| SourcePath::join(path.folder(), &link.target));
                linked.extend(links.filter(is_attachment));
            }
            let base = format!("content/{}", folder.id);
            let of_config = folder.config.iter().flat_map(|config| &config.value.notices);
            let of_centres = folder.centres.iter().flat_map(|centre| &centre.value.notices);
            for link in of_config.chain(of_centres).flat_map(links) {
                linked.extend(SourcePath::join(&base, &link).filter(is_attachment));
            }
        }
        Self(linked)
    }
}

/// The files that a notice links to.
fn links(notice: &Notice) -> Vec<String> {
    let bodies = notice.body.iter().flat_map(|body| body.each());
    bodies.flat_map(|(_, text)| parse_fragment(text).links).map(|link| link.target).collect()
}

/// Looks at the documents of a folder.
pub fn lint(folder: &Folder, linked: &LinkedDocuments, ground: LintGround<'_>) -> Vec<Diagnostic> {
    let files = ground.inputs.folder(&format!("content/{}", folder.id));
    let documents = files.iter().flat_map(|files| files.paths.iter());
    let documents = documents.filter(|path| matches!(Role::of(path), Some(Role::Attachment { .. })));
    documents.filter_map(|path| lint_one(path, linked, ground)).collect()
}

fn lint_one(path: &SourcePath, linked: &LinkedDocuments, ground: LintGround<'_>) -> Option<Diagnostic> {
    let tell = |code| Diagnostic::new(code, path, At::File);
    if !linked.0.contains(path) {
        let inner = path.as_str().splitn(4, '/').nth(3).unwrap_or_default();
        return Some(tell(Code::DocumentUnlinked).with("document", inner));
    }
    if AttachmentKind::of_extension(path.extension()) != Some(AttachmentKind::Pdf) {
        return None;
    }
    // One that cannot be used at all was told where it is linked to.
    let bytes = ground.inputs.read(path).ok().filter(|bytes| bytes.starts_with(b"%PDF-"))?;
    let word = |is_said: bool| if is_said { "yes" } else { "no" };
    let (tags, language, title) = match pdf::read(&bytes) {
        Some(said) if said.tagged && said.language && said.title => return None,
        Some(said) => (word(said.tagged), word(said.language), word(said.title)),
        None => ("no", "unknown", "no"),
    };
    Some(tell(Code::PdfUnclear).with("tags", tags).with("language", language).with("title", title))
}
