//! Survey: all files of content, understood, without a page being made. For commands that look at what there is.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::base::{Code, Diagnostic, SourcePath, nearest};
use crate::build::Catalogue;
use crate::cache::Memory;
use crate::input::{InputError, Inputs};
use crate::model::{Folder, Settings, Waiting, why_not};
use crate::parse::article::ArticleHead;
use crate::parse::municipality::Site;
use crate::parse::{self, Content, Document, Role, SHARED};

/// What there is.
#[derive(Debug)]
pub struct Survey {
    /// The site's settings; none where they cannot be read.
    pub site: Option<Arc<Site>>,
    /// What all municipalities share.
    pub shared: Folder,
    /// The municipalities by their ids.
    pub municipalities: Vec<Folder>,
    /// The files that have errors: what stands in for them is not what somebody wrote.
    pub broken: BTreeSet<SourcePath>,
    /// The files that are there and that the system refused to show: nothing is known of what they hold.
    pub unread: Vec<Diagnostic>,
}

impl Survey {
    /// Reads everything. Files that cannot be read are left out, and told.
    pub fn of(inputs: &dyn Inputs) -> Self {
        let catalogue = Catalogue::of(inputs, &Memory::default(), &mut Memory::default());
        let (mut broken, mut unread) = (BTreeSet::new(), Vec::new());
        let site = match read(inputs, &catalogue.site, &Role::Site) {
            Ok(Some((Document { content: Content::Site(site), .. }, false))) => Some(site),
            Ok(_) => None,
            Err(error) => {
                unread.extend(inputs.exists(&catalogue.site).then_some(error));
                None
            }
        };
        let mut folder = |id: &str, files: &[_]| gather(inputs, id, files, (&mut broken, &mut unread));
        let shared = folder(SHARED, catalogue.shared_files());
        let ids: Vec<&String> = catalogue.municipalities.keys().collect();
        let municipalities = ids.into_iter().map(|id| folder(id, catalogue.files(id))).collect();
        Self { site, shared, municipalities, broken, unread }
    }

    /// The names in a list that are no municipality's, told.
    pub fn unknown(&self, names: &[String]) -> Vec<Diagnostic> {
        let known = || self.municipalities.iter().map(|folder| folder.id.as_str());
        let unknown = names.iter().filter(|name| !known().any(|id| id == name.as_str()));
        let tell = |name: &String| {
            let proposal = nearest(name, known()).unwrap_or("none");
            let diagnostic = Diagnostic::anywhere(Code::NoSuchMunicipality).with("name", name);
            diagnostic.with("proposal", proposal)
        };
        unknown.map(tell).collect()
    }

    /// The shared folder and the municipalities.
    pub fn folders(&self) -> impl Iterator<Item = &Folder> {
        std::iter::once(&self.shared).chain(&self.municipalities)
    }

    /// Counts the texts that a build with these settings does not show; of some municipalities and what they share, or of all.
    pub fn waiting(&self, only: Option<&[String]>, settings: &Settings) -> Waiting {
        Waiting::of_all(self.texts(only).filter_map(|text| why_not(text, settings)))
    }

    /// Counts those that it shows, and that are not meant for everybody yet.
    pub fn ahead(&self, only: Option<&[String]>, settings: &Settings) -> Waiting {
        let usual = Settings { drafts: false, future: false, ..settings.clone() };
        let shown = self.texts(only).filter(|text| why_not(*text, settings).is_none());
        Waiting::of_all(shown.filter_map(|text| why_not(text, &usual)))
    }

    /// The texts of some municipalities and what they share, or of all.
    fn texts(&self, only: Option<&[String]>) -> impl Iterator<Item = ArticleHead<'_>> {
        let wanted =
            move |folder: &&Folder| folder.id == SHARED || only.is_none_or(|only| only.contains(&folder.id));
        self.folders().filter(wanted).flat_map(Folder::articles).map(|(_, text)| text)
    }

    /// The categories that news have, each once.
    pub fn categories(&self) -> Vec<String> {
        let news = self.folders().flat_map(|folder| &folder.news);
        let all: BTreeSet<&String> = news.filter_map(|item| item.value.category.as_ref()).collect();
        all.into_iter().cloned().collect()
    }

    /// The languages of a municipality's pages and of the region's; of shared texts, those of all.
    pub fn languages<'a>(&'a self, owner: &'a str) -> impl Iterator<Item = &'a String> {
        let folders = self.municipalities.iter().filter(move |folder| owner == SHARED || folder.id == owner);
        let own = folders.filter_map(|folder| folder.config.as_ref()?.value.languages.as_ref());
        self.site.iter().flat_map(|site| &site.languages).chain(own.flatten())
    }

    /// The site's own language.
    pub fn own(&self) -> &str {
        self.site.as_ref().map_or("sv", |site| site.language.as_str())
    }
}

/// What a file says, and whether something is wrong with it; none where nothing can be understood.
type ReadDocument = Option<(Document, bool)>;

fn read(inputs: &dyn Inputs, path: &SourcePath, role: &Role) -> Result<ReadDocument, Diagnostic> {
    let bytes = match inputs.read(path) {
        Ok(bytes) => bytes,
        Err(error @ InputError::Io(_)) => return Err(error.diagnostic(path)),
        // A link, or one that is too large: a build tells of it.
        Err(_) => return Ok(None),
    };
    let parsed = parse::parse(path, role, &bytes);
    let has_errors = parsed.diagnostics.iter().any(Diagnostic::is_error);
    Ok(parsed.document.map(|document| (document, has_errors)))
}

fn gather(
    inputs: &dyn Inputs,
    id: &str,
    files: &[(SourcePath, Role)],
    (broken, unread): (&mut BTreeSet<SourcePath>, &mut Vec<Diagnostic>),
) -> Folder {
    let mut folder = Folder::new(id);
    let texts =
        files.par_iter().filter(|(_, role)| !matches!(role, Role::Image { .. } | Role::Attachment { .. }));
    let documents: Vec<Result<ReadDocument, Diagnostic>> =
        texts.map(|(path, role)| read(inputs, path, role)).collect();
    for read in documents {
        match read {
            Ok(Some((document, has_errors))) => {
                folder.add(&document);
                if has_errors {
                    broken.insert(document.path);
                }
            }
            Ok(None) => {}
            Err(error) => unread.push(error),
        }
    }
    folder
}
