//! References: what links, boxes and images in the texts lead to, and whether it is there.

use std::collections::{BTreeSet, HashMap};

use super::attachments::{self, LookedFiles, Lookup};
use super::fills;
use super::images::{self, Mention, nearest_path};
use super::named::{NewsNames, short_name};
use super::{
    Article, Folder, ImageFact, PROPOSED, PROPOSED_IN_ALL, Section, Settings, Sourced, WhyWithheld,
    is_shared, why_not,
};
use crate::base::{At, Code, Diagnostic, Seg, SourcePath, nearest};
use crate::input::Inputs;
use crate::parse::article::{ArticleHead, Headed, News, Refs};
use crate::parse::check::ImageUse;
use crate::parse::markdown::{CentreRef, DOCUMENTS, FileLink, places};
use crate::parse::values::Lang;

/// What a link to a file leads to.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Target {
    /// Which page.
    pub kind: TargetKind,
    /// The languages that the page exists in. Centres and the front page exist in all.
    pub languages: Option<Vec<Lang>>,
    /// The ids of its headings, where its text has any.
    pub headings: Option<BTreeSet<String>>,
    /// `draft` or `future` when it is not published.
    pub unpublished: Option<&'static str>,
}

/// Which page a link leads to.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum TargetKind {
    /// The section's front page.
    Home,
    /// A centre, by its id.
    Centre(String),
    /// A news item, by its name.
    News(String),
    /// A page, by its name.
    Page(String),
    /// A document, by its address.
    File(String),
}

/// A text with references, wherever it comes from.
struct ReferringText<'a> {
    path: &'a SourcePath,
    title: &'a str,
    lead: Option<&'a str>,
    refs: &'a Refs,
    published: bool,
    shared: bool,
}

/// Finds out what everything in the section's texts refers to. Faults of shared texts are the region's to tell.
pub fn resolve(
    section: &mut Section,
    folders: &[&Folder],
    inputs: &dyn Inputs,
    settings: &Settings,
    found: &mut Vec<Diagnostic>,
) {
    section.targets = targets(section, settings);
    section.targets.extend(documents(folders));
    let mut attached = LookedFiles::of(std::mem::take(&mut section.attachments));
    let mut known = LookedFiles::of(std::mem::take(&mut section.images));
    let mine = |shared: bool| section.id.is_none() || !shared;
    let mut budget = Budget::default();
    for text in texts(section, settings) {
        let (is_mine, mut own) = (mine(text.shared), Vec::new());
        budget.begin();
        // What a shared text says wrong is not looked for in each municipality: there may be hundreds.
        if is_mine {
            check_links(section, &text, &mut budget, &mut own);
            check_boxes(section, &text, &mut budget, &mut own);
            check_fills(section, &text, &mut budget, &mut own);
        }
        let look = Lookup { folders, inputs, known: &mut attached };
        attachments::look_at_links((&text.refs.links, text.path), is_mine, look, &mut own);
        let look = Lookup { folders, inputs, known: &mut known };
        if is_mine {
            check_images(section, &text, &mut budget, look, &mut own);
            found.extend(own);
        } else {
            look_at_images(&text, look);
        }
    }
    let names = section.news_names();
    for (article, version) in versions(&section.news) {
        let (is_mine, mut own) = (mine(article.shared), Vec::new());
        if is_mine {
            budget.begin();
            check_news((section, &names), version, &mut budget, &mut own);
        }
        let is_of_region = |image: &&ImageUse| {
            !is_mine && image_path(&version.path, &image.src).is_some_and(|path| is_shared(&path))
        };
        if let Some(image) = version.value.image.as_ref().filter(|image| !is_of_region(image)) {
            own.extend(look_at_use(
                image,
                (&version.path, &["image"]),
                is_mine,
                Lookup { folders, inputs, known: &mut known },
            ));
        }
        if is_mine {
            found.extend(own);
        }
    }
    let look = Lookup { folders, inputs, known: &mut known };
    look_at_centres(section, &mut budget, look, found);
    for guest in section.guests.values().filter(|_| section.id.is_none()) {
        if let Some(image) = guest.centre.value.images.first() {
            // Told by its own municipality when it is not there.
            let _ = look_at_guest(image, &guest.centre.path, inputs, &mut known);
        }
    }
    section.images = known.facts;
    attachments::look_at_notices(section, Lookup { folders, inputs, known: &mut attached }, found);
    found.extend(attachments::check_addresses(&attached.facts, section.id.is_none()));
    section.attachments = attached.facts;
}

/// Looks at the images that a text shows, and tells what is wrong with them.
fn check_images(
    section: &Section,
    text: &ReferringText<'_>,
    budget: &mut Budget,
    look: Lookup<'_, ImageFact>,
    found: &mut Vec<Diagnostic>,
) {
    for image in &text.refs.images {
        let path = SourcePath::join(text.path.folder(), &image.path);
        let here = || At::Span(image.span.clone());
        let (at, proposed) = (here(), budget.has_more());
        let mention = Mention { path, written: &image.path, file: text.path, at, markdown: true, proposed };
        let fault = images::look_at(&mention, look.folders, look.inputs, look.known).err();
        budget.spend(fault.is_some());
        found.extend(fault);
        for words in [Some(&image.alt), image.caption.as_ref()].into_iter().flatten() {
            fills::check_plain(section, words, text.path, &here, found);
        }
    }
}

/// Looks at the images that a text shows whose faults are told elsewhere.
fn look_at_images(text: &ReferringText<'_>, look: Lookup<'_, ImageFact>) {
    for image in &text.refs.images {
        let path = SourcePath::join(text.path.folder(), &image.path);
        let is_there =
            |path: &SourcePath| look.folders.iter().any(|folder| folder.images.binary_search(path).is_ok());
        // A shared one was looked at for the region: where it is not known it is bad.
        let is_new = |path: &SourcePath| !look.known.is_known(path) && !is_shared(path) && is_there(path);
        let new = path.filter(is_new);
        if let Some(path) = new {
            let (path, at) = (Some(path), At::Span(image.span.clone()));
            let mention =
                Mention { path, written: &image.path, file: text.path, at, markdown: true, proposed: false };
            let _ = images::look_at(&mention, look.folders, look.inputs, look.known);
        }
    }
}

/// The documents among a section's files, as links can lead to them.
fn documents(folders: &[&Folder]) -> impl Iterator<Item = (SourcePath, Target)> {
    let all = folders.iter().flat_map(|folder| &folder.attachments);
    all.map(|path| {
        let kind = TargetKind::File(attachments::address(path));
        (path.clone(), Target { kind, languages: None, headings: None, unpublished: None })
    })
}

/// The pictures of centres.
fn look_at_centres(
    section: &Section,
    budget: &mut Budget,
    look: Lookup<'_, ImageFact>,
    found: &mut Vec<Diagnostic>,
) {
    for centre in &section.centres {
        budget.begin();
        for (index, image) in centre.value.images.iter().enumerate() {
            let number = index.to_string();
            let place = (&centre.path, &["images", number.as_str()] as &[&str]);
            let proposed = budget.has_more();
            let look = Lookup { known: &mut *look.known, ..look };
            let fault = look_at_use(image, place, proposed, look);
            budget.spend(fault.is_some());
            found.extend(fault);
        }
    }
}

fn look_at_use(
    image: &ImageUse,
    (file, steps): (&SourcePath, &[&str]),
    proposed: bool,
    look: Lookup<'_, ImageFact>,
) -> Option<Diagnostic> {
    if image.src.is_empty() {
        // Told when the file was read.
        return None;
    }
    let seg = |step: &&str| step.parse().map_or_else(|_| Seg::Key((*step).to_string()), Seg::Index);
    let mut path: Vec<Seg> = steps.iter().map(seg).collect();
    path.push(Seg::Key("src".to_string()));
    let mention = Mention {
        path: image_path(file, &image.src),
        written: &image.src,
        file,
        at: At::Value(path),
        markdown: false,
        proposed,
    };
    images::look_at(&mention, look.folders, look.inputs, look.known).err()
}

fn look_at_guest(
    image: &ImageUse,
    file: &SourcePath,
    inputs: &dyn Inputs,
    known: &mut LookedFiles<ImageFact>,
) -> Result<(), Diagnostic> {
    let path = image_path(file, &image.src);
    let folder = Folder { images: path.iter().cloned().collect(), ..Folder::default() };
    let exists = path.as_ref().is_some_and(|path| inputs.exists(path));
    let folders: &[&Folder] = if exists { &[&folder] } else { &[] };
    images::look_at(
        &Mention { path, written: &image.src, file, at: At::File, markdown: false, proposed: false },
        folders,
        inputs,
        known,
    )
}

/// The file of an image that is named in YAML or front matter: seen from the municipality's folder.
pub fn image_path(file: &SourcePath, src: &str) -> Option<SourcePath> {
    let mut parts = file.as_str().splitn(3, '/');
    let owner = format!("{}/{}", parts.next()?, parts.next()?);
    let path = SourcePath::join(&owner, src)?;
    path.as_str().starts_with(&format!("{owner}/")).then_some(path)
}

fn versions<T>(articles: &[Article<T>]) -> impl Iterator<Item = (&Article<T>, &Sourced<T>)> {
    articles.iter().flat_map(|article| article.versions.values().map(move |version| (article, version)))
}

fn texts<'a>(section: &'a Section, settings: &'a Settings) -> impl Iterator<Item = ReferringText<'a>> {
    referring(&section.news, settings).chain(referring(&section.pages, settings))
}

fn referring<'a, T: Headed>(
    articles: &'a [Article<T>],
    settings: &'a Settings,
) -> impl Iterator<Item = ReferringText<'a>> {
    versions(articles).map(move |(article, version)| {
        let head = version.value.head();
        let ArticleHead { title, lead, refs, .. } = head;
        let (path, published) = (&version.path, why_not(head, settings).is_none());
        ReferringText { path, title, lead, refs, published, shared: article.shared }
    })
}

fn targets(section: &Section, settings: &Settings) -> HashMap<SourcePath, Target> {
    let everywhere = |kind| Target { kind, languages: None, headings: None, unpublished: None };
    let mut targets = HashMap::new();
    if let Some(id) = &section.id {
        targets.insert(
            SourcePath::new(&format!("content/{id}/municipality.yaml")),
            everywhere(TargetKind::Home),
        );
    }
    targets.insert(SourcePath::new("content/site.yaml"), everywhere(TargetKind::Home));
    for centre in &section.centres {
        targets.insert(centre.path.clone(), everywhere(TargetKind::Centre(centre.value.id.clone())));
    }
    targets.extend(readable(&section.news, TargetKind::News, settings));
    targets.extend(readable(&section.pages, TargetKind::Page, settings));
    targets
}

/// Texts that can be linked to, by their files.
fn readable<'a, T: Headed>(
    articles: &'a [Article<T>],
    kind: fn(String) -> TargetKind,
    settings: &'a Settings,
) -> impl Iterator<Item = (SourcePath, Target)> {
    versions(articles).map(move |(article, version)| {
        let head = version.value.head();
        let target = Target {
            kind: kind(article.name.clone()),
            languages: Some(article.versions.keys().cloned().collect()),
            headings: Some(head.refs.headings.iter().cloned().collect()),
            unpublished: why_not(head, settings).map(WhyWithheld::word),
        };
        (version.path.clone(), target)
    })
}

/// For how many faults a name is still proposed: each is looked for among all there are.
#[derive(Default)]
struct Budget {
    here: usize,
    in_all: usize,
}

impl Budget {
    /// Another text begins.
    fn begin(&mut self) {
        self.here = 0;
    }

    fn has_more(&self) -> bool {
        self.here < PROPOSED && self.in_all < PROPOSED_IN_ALL
    }

    fn spend(&mut self, is_fault: bool) {
        self.here += usize::from(is_fault);
        self.in_all += usize::from(is_fault);
    }
}

fn check_links(
    section: &Section,
    text: &ReferringText<'_>,
    budget: &mut Budget,
    found: &mut Vec<Diagnostic>,
) {
    for link in &text.refs.links {
        let place = Diagnostic::new(Code::BrokenLink, text.path, At::Span(link.span.clone()));
        let (folder, published, proposed) = (text.path.folder(), text.published, budget.has_more());
        let seen = SeenFrom { folder, up: "../", published, proposed };
        let fault = check_link(section, link, seen, &place);
        budget.spend(fault.is_some());
        found.extend(fault);
    }
}

/// Whence a link is seen.
#[derive(Clone, Copy)]
pub struct SeenFrom<'a> {
    /// The folder of the text.
    pub folder: &'a str,
    /// The way from there to the municipality's folder.
    pub up: &'a str,
    /// Is the text published?
    pub published: bool,
    /// Is to be said what was probably meant?
    pub proposed: bool,
}

/// What is wrong with a link of a text. The diagnostic is at `place`.
pub fn check_link(
    section: &Section,
    link: &FileLink,
    seen: SeenFrom<'_>,
    place: &Diagnostic,
) -> Option<Diagnostic> {
    let diagnostic = |code: Code| {
        Diagnostic { code, severity: code.severity(), ..place.clone() }.with("target", &link.target)
    };
    let path = SourcePath::join(seen.folder, &link.target);
    match path.as_ref().and_then(|path| section.targets.get(path)) {
        Some(Target { unpublished: Some(why), .. }) if seen.published => {
            Some(diagnostic(Code::LinkToUnpublished).with("why", why))
        }
        Some(Target { headings: Some(headings), .. }) => {
            let fragment = link.fragment.as_ref().filter(|fragment| !headings.contains(*fragment))?;
            let near =
                seen.proposed.then(|| nearest(fragment, headings.iter().map(String::as_str))).flatten();
            let near = near.map(|id| format!("{}#{id}", link.target));
            let broken = diagnostic(Code::BrokenLink)
                .with("why", "heading")
                .with("places", places(headings.iter().map(String::as_str)));
            Some(broken.proposing(near.as_deref()))
        }
        Some(_) => None,
        None => Some(broken_link(section, &link.target, path.as_ref(), seen, diagnostic)),
    }
}

fn broken_link(
    section: &Section,
    target: &str,
    path: Option<&SourcePath>,
    SeenFrom { up, proposed, .. }: SeenFrom<'_>,
    diagnostic: impl Fn(Code) -> Diagnostic,
) -> Diagnostic {
    let own = format!("content/{}/", section.id.as_deref().unwrap_or("_shared"));
    let elsewhere = path.is_none_or(|path| {
        !path.as_str().starts_with(&own)
            && !path.as_str().starts_with("content/_shared/")
            && path.as_str().contains('/')
    });
    if elsewhere {
        // With a step too many or too few it leads beside the municipality, where nothing lies, and no other one is meant.
        let tail = target.rsplitn(3, '/').take(2).collect::<Vec<_>>();
        let tail = tail.into_iter().rev().collect::<Vec<_>>().join("/");
        let is_beside =
            path.is_none_or(|path| [&format!("content/{tail}"), &tail].contains(&&path.to_string()));
        let meant = section.targets.contains_key(&SourcePath::new(&format!("{own}{tail}")));
        if is_beside && meant {
            let near = format!("{up}{tail}");
            return diagnostic(Code::BrokenLink).with("why", "missing").proposing(Some(&near));
        }
        return diagnostic(Code::LinkOutOfFolder);
    }
    let wanted = path.map_or(target, SourcePath::as_str);
    let near =
        proposed.then(|| nearest_path(wanted, section.targets.keys().map(SourcePath::as_str))).flatten();
    let relative = near.and_then(|near| near.splitn(3, '/').nth(2)).map(|inner| format!("{up}{inner}"));
    let ending = wanted.rsplit('.').next().unwrap_or_default().to_lowercase();
    let why = match ending.as_str() {
        "md" | "yaml" => "missing",
        _ if path.is_some_and(attachments::is_attachment) => "file",
        ending if DOCUMENTS.contains(&ending) => "document",
        _ => "page",
    };
    diagnostic(Code::BrokenLink).with("why", why).proposing(relative.as_deref())
}

fn check_boxes(
    section: &Section,
    text: &ReferringText<'_>,
    budget: &mut Budget,
    found: &mut Vec<Diagnostic>,
) {
    for CentreRef { name, span } in &text.refs.centres {
        if section.find_centre(name).is_none() {
            found.push(fills::no_such_centre(
                section,
                (name, budget.has_more()),
                text.path,
                At::Span(span.clone()),
            ));
            budget.spend(true);
        }
    }
}

fn check_fills(
    section: &Section,
    text: &ReferringText<'_>,
    budget: &mut Budget,
    found: &mut Vec<Diagnostic>,
) {
    fills::check_plain(section, text.title, text.path, &|| At::field("title"), found);
    fills::check_plain(section, text.lead.unwrap_or_default(), text.path, &|| At::field("lead"), found);
    for asked in &text.refs.fills {
        let at = (At::Span(asked.span.clone()), budget.has_more());
        let fault = fills::check(section, &asked.fill, text.path, at);
        budget.spend(fault.is_some());
        found.extend(fault);
    }
}

fn check_news(
    (section, names): (&Section, &NewsNames<'_>),
    version: &Sourced<News>,
    budget: &mut Budget,
    found: &mut Vec<Diagnostic>,
) {
    let at = |field: &str, index| At::Value(vec![Seg::Key(field.to_string()), Seg::Index(index)]);
    for (index, name) in version.value.centres.iter().enumerate() {
        if section.find_centre(name).is_none() {
            let proposed = budget.has_more();
            found.push(fills::no_such_centre(section, (name, proposed), &version.path, at("centres", index)));
            budget.spend(true);
        }
    }
    for (index, name) in version.value.related.iter().flatten().enumerate() {
        if names.find(name).is_none() {
            let has_more = budget.has_more();
            budget.spend(true);
            let names = section.news.iter().take_while(|_| has_more);
            let names = names.flat_map(|article| [article.name.as_str(), short_name(&article.name)]);
            let near = nearest(name, names);
            let diagnostic = Diagnostic::new(Code::NoSuchNews, &version.path, at("related", index));
            found.push(diagnostic.with("news", name).proposing(near));
        }
    }
}
