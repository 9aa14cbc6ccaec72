//! The shared part: what every municipality rests on.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::catalogue::Catalogue;
use super::work::{Bodies, Work};
use super::{BuildReport, files};
use crate::base::{Code, Diagnostic, Fingerprint, Mixer, SourcePath};
use crate::cache::Memory;
use crate::input::fingerprint_of;
use crate::model::{self, AttachmentFact, Folder, Guest, ImageFact, Section, Shared, Sourced, is_shared};
use crate::parse::article::ArticleHead;
use crate::parse::centre::Centre;
use crate::parse::municipality::Site;
use crate::parse::{Content, Role, SHARED, fills};
use crate::plan::Regional;

/// How many files all municipalities may share, each counted in each of them, and how many bytes of text: the pages of so many are more than a site
/// has room for, however short they are.
const MOST_SHARED: usize = 500_000;
const MOST_SHARED_BYTES: u64 = 1 << 30;

/// So many pages are made where one of the shared texts is wrong, so that all that is wrong is told at once.
const MOST_SHARED_IN_ERROR: usize = 20_000;

/// The shared part of a build.
pub struct SharedPart {
    /// What the model needs.
    pub model: Shared,
    /// The bodies of the shared texts.
    pub bodies: Bodies,
    /// `site.yaml`.
    pub site_path: SourcePath,
    /// Everything in it.
    pub fingerprint: Fingerprint,
    /// Is something of it wrong, and so much shared that no municipality's pages are made to find what else may be?
    pub ends_here: bool,
}

/// What lies around a folder that is made.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The files that there are.
    pub catalogue: &'a Catalogue,
    /// The shared part.
    pub shared: &'a SharedPart,
    /// What the folders' pages say of the region.
    pub regional: &'a Regional,
}

/// Reads the shared part; none when there is no usable `site.yaml`.
pub fn gather(
    work: &Work<'_>,
    catalogue: &Catalogue,
    report: &mut BuildReport,
    next: &mut Memory,
) -> Option<SharedPart> {
    if !catalogue.has_site {
        return None;
    }
    if let Some(fault) = too_much(work, catalogue) {
        report.diagnostics.push(fault);
        work.failed.store(true, Ordering::Relaxed);
        return None;
    }
    let mut listed = vec![(catalogue.site.clone(), Role::Site)];
    listed.extend(catalogue.shared_files().iter().cloned());
    let read = work.read(&listed, &work.old.documents);
    let mut folder = Folder::new(SHARED);
    let mut site: Option<Arc<Site>> = None;
    let mut mixer = Mixer::default();
    for (path, known) in &read.documents {
        report.diagnostics.extend(known.diagnostics.iter().cloned());
        mixer.add(path).add(&known.fingerprint);
        match &known.document {
            Some(document) if matches!(document.content, Content::Site(_)) => {
                if let Content::Site(config) = &document.content {
                    site = Some(config.clone());
                }
            }
            Some(document) => folder.add(document),
            None => {}
        }
    }
    sort_files(catalogue.shared_files(), &mut folder);
    for path in folder.images.iter().chain(&folder.attachments) {
        mixer.add(path);
        if work.remember {
            mixer.add(&fingerprint_of(path, work.request.inputs));
        }
    }
    let guests = guests(work, catalogue, &folder, next);
    mixer.add(&guests);
    next.documents.extend(read.documents);
    let site = site?;
    let before = report.diagnostics.len();
    report.diagnostics.extend(catalogue.called_like_languages(&site));
    if report.diagnostics.len() > before {
        work.failed.store(true, Ordering::Relaxed);
    }
    let model = Shared {
        site,
        folder: Arc::new(folder),
        guests: Arc::new(guests),
        images: Arc::default(),
        attachments: Arc::default(),
    };
    Some(SharedPart {
        model,
        bodies: read.bodies,
        site_path: catalogue.site.clone(),
        fingerprint: mixer.finish128(),
        ends_here: false,
    })
}

/// Is what the municipalities share in error, and so much that the pages of all of them, of which nothing is published, would take long? Then this
/// build has failed.
pub fn ends_here(work: &Work<'_>, catalogue: &Catalogue, report: &BuildReport) -> bool {
    let pages = catalogue.shared_files().len().saturating_mul(catalogue.municipalities.len());
    let ends_here = pages > MOST_SHARED_IN_ERROR && report.has_errors();
    work.failed.fetch_or(ends_here, Ordering::Relaxed);
    ends_here
}

/// Is there more that the municipalities share than a site has room for? Each of them looks at each shared text, also where it is a draft or faulty
/// and becomes no page; so this is found before any is looked at.
fn too_much(work: &Work<'_>, catalogue: &Catalogue) -> Option<Diagnostic> {
    let (shared, folders) = (catalogue.shared_files().len(), catalogue.municipalities.len());
    let bytes = || work.request.inputs.text_bytes(&is_shared).saturating_mul(folders as u64);
    let is_too_much = shared.saturating_mul(folders) > MOST_SHARED || bytes() > MOST_SHARED_BYTES;
    let diagnostic = || Diagnostic::anywhere(Code::TooMuch).with("kind", "shared");
    is_too_much.then(|| diagnostic().with("number", shared).with("folders", folders))
}

/// Sorts the images and documents among some files into their folder.
pub fn sort_files(files: &[(SourcePath, Role)], folder: &mut Folder) {
    let of = |wanted: fn(&Role) -> bool| {
        files.iter().filter(|(_, role)| wanted(role)).map(|(path, _)| path.clone()).collect()
    };
    folder.images = of(|role| matches!(role, Role::Image { .. }));
    folder.attachments = of(|role| matches!(role, Role::Attachment { .. }));
}

/// The centres that shared texts name. Their own municipality tells what is wrong with them.
fn guests(
    work: &Work<'_>,
    catalogue: &Catalogue,
    folder: &Folder,
    next: &mut Memory,
) -> BTreeMap<String, Guest> {
    let in_news = folder
        .news
        .iter()
        .flat_map(|news| news.value.centres.iter().chain(news.value.refs.centres.iter().map(|c| &c.name)));
    let in_pages =
        folder.pages.iter().flat_map(|page| page.value.refs.centres.iter().map(|centre| &centre.name));
    let mut names: BTreeSet<String> = in_news.chain(in_pages).cloned().collect();
    names.extend(asked(folder));
    let mut wanted: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (municipality, id) in names.iter().filter_map(|name| name.split_once('/')) {
        wanted.entry(municipality).or_default().insert(id);
    }
    let of_one = |(municipality, ids)| guests_of(work, catalogue, (municipality, &ids), next);
    wanted.into_iter().flat_map(of_one).collect()
}

/// The centres that words in braces ask, in shared titles, leads and texts.
fn asked(folder: &Folder) -> Vec<String> {
    let mut names = Vec::new();
    for (_, text) in folder.articles() {
        let ArticleHead { refs, title, lead, .. } = text;
        names.extend(refs.fills.iter().filter_map(|asked| asked.fill.shared_name()));
        let pictures = refs.images.iter().flat_map(|image| [Some(&image.alt), image.caption.as_ref()]);
        let pictures = pictures.flatten().map(String::as_str);
        names.extend(lead.into_iter().chain([title]).chain(pictures).flat_map(fills::shared_names));
    }
    names
}

/// Those of a municipality. Its files are read once for all of them, and not at all where none of these centres is there.
fn guests_of(
    work: &Work<'_>,
    catalogue: &Catalogue,
    (municipality, ids): (&str, &BTreeSet<&str>),
    next: &mut Memory,
) -> Vec<(String, Guest)> {
    let wanted = |role: &Role| match role {
        Role::Municipality { .. } => true,
        Role::Centre { id, .. } => ids.contains(id.as_str()),
        _ => false,
    };
    let files = catalogue.files(municipality).iter().filter(|(_, role)| wanted(role));
    let files: Vec<(SourcePath, Role)> = files.cloned().collect();
    if !files.iter().any(|(_, role)| matches!(role, Role::Centre { .. })) {
        return Vec::new();
    }
    let (mut centres, mut config) = (Vec::new(), None);
    let read = work.read(&files, &work.old.documents);
    next.documents.extend(read.documents.iter().cloned());
    for (path, known) in &read.documents {
        match known.document.as_ref().map(|document| &document.content) {
            Some(Content::Centre(value)) => {
                let (path, fingerprint) = (path.clone(), known.fingerprint);
                centres.push(Sourced { path, fingerprint, value: value.clone() });
            }
            Some(Content::Municipality(value)) => config = Some(value.clone()),
            _ => {}
        }
    }
    let Some(config) = config else { return Vec::new() };
    let guest = |centre: Sourced<Centre>| {
        let name = format!("{municipality}/{}", centre.value.id);
        let (municipality_name, languages) = (config.name.clone(), config.languages.clone());
        (name, Guest { municipality: municipality.to_string(), municipality_name, languages, centre })
    };
    centres.into_iter().map(guest).collect()
}

/// The region's section. Its images are made now, so that the municipalities that show them too find them made.
pub fn region(work: &Work<'_>, shared: &mut SharedPart) -> (Section, Vec<Diagnostic>) {
    let (section, mut found) =
        model::region(&shared.model, work.request.inputs, &work.request.options.settings);
    if found.iter().any(Diagnostic::is_error) {
        work.failed.store(true, Ordering::Relaxed);
    }
    shared.model.images = Arc::new(section.images.clone());
    // A guest's picture lies in its own municipality's folder, and is shown in all.
    let mut facts: Vec<&ImageFact> = section.images.values().collect();
    facts.sort_by(|one, other| one.path.cmp(&other.path));
    shared.model.attachments = Arc::new(section.attachments.clone());
    let mut documents: Vec<&AttachmentFact> = section.attachments.values().collect();
    documents.sort();
    let mut mixer = Mixer::default();
    shared.fingerprint = mixer.add(&shared.fingerprint).add(&facts).add(&documents).finish128();
    found.extend(files::warm_up(work, section.images.values()));
    model::take_to_mentions(&section, &mut found);
    shared.model.folder.silence(&mut found);
    (section, found)
}
