//! Names of files: whether they are copies of others, and whether every system can have them.
//!
//! They follow from the names alone, so they are told where a folder's files are listed, and are not looked for again while the names are the same.

use super::{Folder, Section};
use crate::base::{
    At, Code, Diagnostic, Forbidden, LONGEST_NAME, SourcePath, allowed, forbidden, is_slug, original_of,
    shortened,
};
use crate::parse::Role;

/// The file beside this one that it is a copy of. The paths are sorted.
pub fn original(path: &SourcePath, paths: &[SourcePath]) -> Option<SourcePath> {
    let beside = |name: &str| SourcePath::new(&format!("{}/{name}", path.folder()));
    original_of(path.name(), |name| paths.binary_search(&beside(name)).is_ok()).map(|name| beside(&name))
}

/// A copy, told with its original; `kind` says what both are.
pub fn copy(path: &SourcePath, original: &SourcePath, kind: &'static str) -> Diagnostic {
    Diagnostic::new(Code::ConflictCopy, path, At::File)
        .with("original", original)
        .with("name", original.name())
        .with("kind", kind)
}

/// Pictures and documents that are copies of others. One that a text shows is meant, whatever its name.
pub fn check_copies(folder: &Folder, section: &Section, found: &mut Vec<Diagnostic>) {
    let images = folder.images.iter().filter(|path| !section.images.contains_key(*path));
    found.extend(images.filter_map(|path| Some(copy(path, &original(path, &folder.images)?, "picture"))));
    let attachments = folder.attachments.iter().filter(|path| !section.attachments.contains_key(*path));
    found.extend(
        attachments.filter_map(|path| Some(copy(path, &original(path, &folder.attachments)?, "document"))),
    );
}

/// What is wrong with a file's name, or that of a folder between it and its municipality's. Of names in addresses that are no slugs all is told
/// elsewhere.
pub fn file_name_fault(path: &SourcePath, role: &Role) -> Option<Diagnostic> {
    if matches!(role, Role::News { .. } | Role::Page { .. } | Role::Centre { .. }) {
        let name = path.stem().split('.').next().unwrap_or_default();
        return if is_slug(name) { name_fault(path, name, path.name()) } else { None };
    }
    let above = if matches!(role, Role::Theme { .. }) { 1 } else { 2 };
    let inner = path.as_str().splitn(above + 1, '/').nth(above).unwrap_or_default();
    inner.split('/').find_map(|part| forbidden_name(path, part))
}

/// What is wrong with the name of a page, a centre or a municipality: that of its file is proposed anew.
pub fn name_fault(path: &SourcePath, name: &str, file: &str) -> Option<Diagnostic> {
    if name.len() > LONGEST_NAME {
        let proposal = file.replacen(name, shortened(name), 1);
        let diagnostic = Diagnostic::new(Code::NameTooLong, path, At::File);
        return Some(
            diagnostic.with("length", name.len()).with("limit", LONGEST_NAME).with("proposal", proposal),
        );
    }
    forbidden_name(path, file)
}

fn forbidden_name(path: &SourcePath, name: &str) -> Option<Diagnostic> {
    let why = forbidden(name).map(Forbidden::word)?;
    let diagnostic = Diagnostic::new(Code::ForbiddenName, path, At::File);
    Some(diagnostic.with("name", name).with("why", why).with("proposal", allowed(name)))
}
