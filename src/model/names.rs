//! Names of files: whether they are copies of others, whether every system can have them, and whether fcsite has them itself.
//!
//! They follow from the names alone, so they are told where a folder's files are listed, and are not looked for again while the names are the same.

use super::{Folder, Section};
use crate::base::{
    At, Code, Diagnostic, Forbidden, LONGEST_NAME, SourcePath, allowed, forbidden, is_slug, original_of,
    shortened,
};
use crate::parse::{Role, SHARED};

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

/// What has a name that is a part of an address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameOf {
    /// A municipality's folder, which lies beside the region's own pages.
    Folder,
    /// A page of a municipality.
    Page,
    /// A page of the shared folder: the region shows it, and every municipality.
    SharedPage,
}

impl NameOf {
    /// A page of a municipality's folder, or of the shared one.
    pub fn page_of(owner: &str) -> Self {
        if owner == SHARED { Self::SharedPage } else { Self::Page }
    }
}

/// Where fcsite itself has a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// Beside the municipalities, at the top of the whole.
    AtTop,
    /// In the folder of each municipality.
    Within,
    /// At both.
    Everywhere,
}

/// The names that fcsite gives what it makes itself, and where. The codes of the site's languages are such names too.
///
/// Centres and news have folders of their own, in which no name is taken.
const RESERVED: [(&str, Holds); 13] = [
    ("affisch", Holds::Within),
    ("api", Holds::Everywhere),
    ("assets", Holds::Everywhere),
    // GitHub's and others' file of the site's own name: what publishes lets it be, whatever its case.
    ("cname", Holds::AtTop),
    ("data", Holds::Everywhere),
    ("datasets", Holds::Everywhere),
    ("familjecentraler", Holds::Everywhere),
    ("filer", Holds::Everywhere),
    ("kalender", Holds::Within),
    ("nyheter", Holds::Everywhere),
    ("sida", Holds::Within),
    ("sok", Holds::Everywhere),
    ("tillganglighet", Holds::Everywhere),
];

/// Is this a name that fcsite has itself where this lies? The languages are those of the site and of what it lies in.
pub fn is_reserved<'a>(name: &str, of: NameOf, languages: impl IntoIterator<Item = &'a String>) -> bool {
    let is_there = |holds: Holds| match of {
        NameOf::Folder => holds != Holds::Within,
        NameOf::Page => holds != Holds::AtTop,
        NameOf::SharedPage => true,
    };
    RESERVED.iter().any(|(taken, holds)| *taken == name && is_there(*holds))
        || languages.into_iter().any(|language| language == name)
}

/// A name that fcsite has itself, told with one that is free: of a municipality's folder, or of a file.
pub fn reserved(path: &SourcePath, name: &str) -> Diagnostic {
    let (kind, proposal) = match path.name() == name {
        true => ("folder", format!("{path}-kommun")),
        false => ("file", path.name().replacen(name, &format!("{name}-sida"), 1)),
    };
    let diagnostic = Diagnostic::new(Code::ReservedName, path, At::File).with("kind", kind);
    diagnostic.with("name", name).with("path", path).with("proposal", proposal)
}
