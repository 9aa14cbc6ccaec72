//! Documents that texts link to: which files they are, what they are, and where each is published.
//!
//! A document keeps its address when it changes, since it is written in letters and on posters: `filer/` and its own name, as an address has it.

use std::collections::HashMap;

use super::{Folder, Section, is_shared};
use crate::base::{At, Code, Diagnostic, Fingerprint, Phrase, Seg, SourcePath, shortened, slug_of};
use crate::input::{InputError, Inputs};
use crate::parse::attachment::{self, AttachmentError, AttachmentKind};
use crate::parse::markdown::FileLink;

/// A document that is published.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct AttachmentFact {
    /// The file.
    pub path: SourcePath,
    /// Its bytes.
    pub fingerprint: Fingerprint,
    /// What it is.
    pub kind: AttachmentKind,
    /// How many bytes it has.
    pub size: usize,
}

/// What is known of the files of a kind that were looked at. Each is read once, also one that is bad: a text may name it many thousand times.
#[derive(Default)]
pub struct LookedFiles<F> {
    /// What the good ones are.
    pub facts: HashMap<SourcePath, F>,
    /// What is wrong with the others.
    faults: HashMap<SourcePath, FileFault>,
}

/// What is wrong with a file, wherever it is named.
#[derive(Clone, Debug)]
pub struct FileFault {
    code: Code,
    /// Why it cannot be used, and what to do.
    reason: Option<(Phrase, &'static str)>,
    /// What else the message says.
    words: Vec<(&'static str, String)>,
}

/// What files are looked for in, and what is known already of those that were found.
pub struct Lookup<'a, F> {
    /// The folders that they may lie in.
    pub folders: &'a [&'a Folder],
    /// All that may be read.
    pub inputs: &'a dyn Inputs,
    /// What is known of a file.
    pub known: &'a mut LookedFiles<F>,
}

impl<F> LookedFiles<F> {
    /// Of files that were looked at before, the good ones.
    pub fn of(facts: HashMap<SourcePath, F>) -> Self {
        Self { facts, faults: HashMap::new() }
    }

    /// Was it looked at?
    pub fn is_known(&self, path: &SourcePath) -> bool {
        self.facts.contains_key(path) || self.faults.contains_key(path)
    }

    /// Looks at a file, unless that was done.
    pub fn look(
        &mut self,
        path: &SourcePath,
        look: impl FnOnce() -> Result<F, FileFault>,
    ) -> Result<(), FileFault> {
        if self.facts.contains_key(path) {
            return Ok(());
        }
        if let Some(fault) = self.faults.get(path) {
            return Err(fault.clone());
        }
        match look() {
            Ok(fact) => {
                self.facts.insert(path.clone(), fact);
                Ok(())
            }
            Err(fault) => {
                self.faults.insert(path.clone(), fault.clone());
                Err(fault)
            }
        }
    }
}

impl FileFault {
    /// Why it cannot be used, and what to do.
    pub fn bad(code: Code, reason: Phrase, advice: &'static str) -> Self {
        Self { code, reason: Some((reason, advice)), words: Vec::new() }
    }

    /// A fault that has words of its own.
    pub fn saying(code: Code, words: Vec<(&'static str, String)>) -> Self {
        Self { code, reason: None, words }
    }

    /// Told where the file is named: there is already said what it is called.
    pub fn at(self, place: Diagnostic) -> Diagnostic {
        let mut told = Diagnostic { code: self.code, severity: self.code.severity(), ..place };
        if let Some((reason, advice)) = self.reason {
            told = told.saying("reason", reason).with("advice", advice);
        }
        self.words.into_iter().fold(told, |told, (name, word)| told.with(name, word))
    }
}

/// The document that a link of a text in a folder leads to.
fn attached(folders: &[&Folder], folder: &str, target: &str) -> Option<SourcePath> {
    let path = SourcePath::join(folder, target)?;
    folders.iter().any(|folder| folder.attachments.binary_search(&path).is_ok()).then_some(path)
}

/// Where a document is published, within the folder of its section.
pub fn address(path: &SourcePath) -> String {
    let inner = path.as_str().splitn(4, '/').nth(3).unwrap_or_default();
    let mut folders: Vec<&str> = inner.split('/').collect();
    folders.pop();
    let slug = |part: &str| match slug_of(part) {
        slug if slug.is_empty() => "fil".to_string(),
        slug => shortened(&slug).to_string(),
    };
    let folders: String = folders.into_iter().map(|folder| format!("{}/", slug(folder))).collect();
    format!("filer/{folders}{}.{}", slug(path.stem()), path.extension().to_ascii_lowercase())
}

/// Does a path lie where documents lie?
pub fn is_attachment(path: &SourcePath) -> bool {
    let mut parts = path.as_str().splitn(4, '/');
    parts.next() == Some("content") && parts.nth(1) == Some("files") && parts.next().is_some()
}

/// Looks at a document that a text links to, once. The fault is told at `place`, the link.
pub fn look_at(
    path: &SourcePath,
    place: &Diagnostic,
    inputs: &dyn Inputs,
    known: &mut LookedFiles<AttachmentFact>,
) -> Option<Diagnostic> {
    let fault = known.look(path, || read(path, inputs)).err()?;
    Some(fault.at(place.clone().with("document", path.name())))
}

fn read(path: &SourcePath, inputs: &dyn Inputs) -> Result<AttachmentFact, FileFault> {
    let bad = |reason: Phrase, advice| FileFault::bad(Code::BadDocument, reason, advice);
    let of = |error: AttachmentError| bad(error.phrase(), error.advice());
    // Of what is not taken nothing is read.
    if AttachmentKind::of_extension(path.extension()).is_none() {
        return Err(of(AttachmentError::Ending));
    }
    let bytes = inputs.read(path).map_err(|error| match error {
        InputError::TooLarge(size, _) => {
            of(AttachmentError::TooManyBytes(usize::try_from(size).unwrap_or(usize::MAX)))
        }
        InputError::Symlink => bad(Phrase::new("document-symlink"), "file"),
        InputError::EmptyFolder => bad(Phrase::new("document-folder"), "file"),
        InputError::Io(reason) => bad(reason, "again"),
    })?;
    let kind = attachment::read(&bytes, path.extension()).map_err(of)?;
    let fingerprint = Fingerprint::of(&bytes);
    Ok(AttachmentFact { path: path.clone(), fingerprint, kind, size: bytes.len() })
}

/// Documents of the section's own folder and of the shared one that would be published at one address. Of two that are shared the region tells.
pub fn check_addresses(known: &HashMap<SourcePath, AttachmentFact>, is_region: bool) -> Vec<Diagnostic> {
    let mut paths: Vec<&SourcePath> = known.keys().collect();
    paths.sort();
    let mut taken: HashMap<String, &SourcePath> = HashMap::new();
    let mut found = Vec::new();
    for path in paths {
        let url = address(path);
        if let Some(other) = taken.get(&url) {
            if is_shared(path) && is_shared(other) && !is_region {
                continue;
            }
            // The shared one comes first, since `_` does; the own one can be renamed.
            let diagnostic = Diagnostic::new(Code::Clash, path, At::File);
            found.push(diagnostic.with("url", &url).with("other", *other));
        } else {
            taken.insert(url, path);
        }
    }
    found
}

/// Looks at the documents that the links of a text lead to. What is wrong with them may be told elsewhere.
pub fn look_at_links(
    (links, file): (&[FileLink], &SourcePath),
    is_told: bool,
    look: Lookup<'_, AttachmentFact>,
    found: &mut Vec<Diagnostic>,
) {
    for link in links {
        let Some(path) = attached(look.folders, file.folder(), &link.target) else { continue };
        // A shared one was looked at for the region: where it is not known it is bad, and need not be read once more in each municipality.
        if !is_told && (look.known.is_known(&path) || is_shared(&path)) {
            continue;
        }
        let place = Diagnostic::new(Code::BadDocument, file, At::Span(link.span.clone()));
        found.extend(look_at(&path, &place, look.inputs, look.known));
    }
}

/// Looks at the documents that notices link to.
pub fn look_at_notices(
    section: &Section,
    Lookup { folders, inputs, known }: Lookup<'_, AttachmentFact>,
    found: &mut Vec<Diagnostic>,
) {
    let folder = format!("content/{}", section.folder());
    let config = SourcePath::new(&format!("{folder}/municipality.yaml"));
    let of_config = section.config.iter().flat_map(|config| &config.notices).enumerate();
    let of_config = of_config.map(|(index, notice)| (&config, index, notice));
    let of_centres = section.centres.iter().flat_map(|centre| {
        let notices = centre.value.notices.iter().enumerate();
        notices.map(move |(index, notice)| (&centre.path, index, notice))
    });
    for (file, index, notice) in of_config.chain(of_centres) {
        // Without files there is nothing to look for.
        let bodies =
            notice.body.iter().flat_map(|body| body.each()).filter(|(_, text)| text.contains("files/"));
        for link in bodies.flat_map(|(_, text)| crate::parse::parse_fragment(text).links) {
            let Some(path) = attached(folders, &folder, &link.target) else { continue };
            let way = vec![Seg::Key("notices".into()), Seg::Index(index), Seg::Key("body".into())];
            let place = Diagnostic::new(Code::BadDocument, file, At::Value(way));
            found.extend(look_at(&path, &place, inputs, known));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_published_under_its_own_name_as_an_address_has_it() {
        for (path, url) in [
            ("content/botkyrka/files/broschyr.pdf", "filer/broschyr.pdf"),
            ("content/_shared/files/2026/Blankett för anmälan.PDF", "filer/2026/blankett-for-anmalan.pdf"),
            ("content/botkyrka/files/日本.ics", "filer/fil.ics"),
        ] {
            assert_eq!(address(&SourcePath::new(path)), url);
            assert!(is_attachment(&SourcePath::new(path)));
        }
        assert!(!is_attachment(&SourcePath::new("content/botkyrka/news/files/x.pdf")));
    }
}
