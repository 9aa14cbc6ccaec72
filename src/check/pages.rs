//! The links of the finished pages: those that lead to no file or to no place in one, told where they stand.
//!
//! A page is read when it is made, and not kept: only what it leads to and what can be led to. What a broken link was made of is looked for
//! afterwards, in the texts, for there are few.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::own::OwnSite;
use crate::base::{At, Code, Diagnostic, Fingerprint, OutputPath, Phrase, SourcePath, nearest};
use crate::build::Output;
use crate::lint::{OutsideLink, What, fields, way_in};
use crate::model::Folder;
use crate::parse;
use crate::parse::markdown::{self, FileLink};
use crate::render::anchors::{self, Anchors};
use crate::survey::Survey;

/// The finished pages, as far as links are concerned.
#[derive(Default)]
pub struct Pages(Mutex<KnownPages>);

#[derive(Default)]
struct KnownPages {
    files: HashSet<String>,
    /// Files and their places, as one fingerprint each.
    places: HashSet<Fingerprint>,
    /// The first places of each page, to be proposed.
    ids: HashMap<String, Vec<String>>,
    /// Each target once, with its number.
    targets: HashMap<PageTarget, usize>,
    /// The numbers of what each page leads to.
    pages: BTreeMap<OutputPath, Vec<usize>>,
    /// The folders of which anything was made, once they are asked for.
    made: OnceLock<HashSet<String>>,
}

/// What the link to a page's own text leads to, past the menu.
const MAIN: &str = "main";

/// So many places of a page are remembered, for a proposal.
const REMEMBERED: usize = 12;

/// For how many addresses a page is proposed: each is looked for among all there are.
const PROPOSED: usize = 20;

/// A file of the output, and the place in it.
type PageTarget = (String, Option<String>);

fn place(file: &str, id: &str) -> Fingerprint {
    Fingerprint::of(format!("{file}#{id}").as_bytes())
}

impl Output for Pages {
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> Result<(), Phrase> {
        let is_page = path.as_str().ends_with(".html");
        let anchors = if is_page { anchors::read(bytes) } else { Anchors::default() };
        let targets: BTreeSet<PageTarget> =
            anchors.targets.iter().filter_map(|target| anchors::resolve(path.as_str(), target)).collect();
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.files.insert(path.to_string());
        known.places.extend(anchors.ids.iter().map(|id| place(path.as_str(), id)));
        // Those before it are the theme's own: its menus.
        let own = anchors.ids.iter().position(|id| id == MAIN).map_or(0, |main| main + 1);
        let ids: Vec<String> = anchors.ids.iter().skip(own).take(REMEMBERED).cloned().collect();
        if !ids.is_empty() {
            known.ids.insert(path.to_string(), ids);
        }
        let known = &mut *known;
        let mut number = |target| {
            let next = known.targets.len();
            *known.targets.entry(target).or_insert(next)
        };
        let numbers = targets.into_iter().map(&mut number).collect();
        if is_page {
            known.pages.insert(path.clone(), numbers);
        }
        Ok(())
    }

    /// What leads nowhere need not be made to be known.
    fn keep(&self, path: &OutputPath, _fingerprint: Fingerprint) -> bool {
        let is_page = path.as_str().ends_with(".html");
        if !is_page {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).files.insert(path.to_string());
        }
        !is_page
    }
}

impl Pages {
    /// All files, by their paths.
    pub fn files(&self) -> BTreeSet<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).files.iter().cloned().collect()
    }

    /// Links that lead to no file, or to no place in one. Of a part of the site, those within its folders. Files of content were made into
    /// the pages that are `shown`.
    pub fn broken(
        &self,
        shown: &[(SourcePath, OutputPath)],
        survey: &Survey,
        is_part: bool,
    ) -> Vec<Diagnostic> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let broken = known.broken(is_part);
        if broken.is_empty() {
            return Vec::new();
        }
        let texts = LinkedTexts::of(shown, survey);
        let mut seen = HashSet::new();
        let mut found = Vec::new();
        for Broken { target, why, pages } in &broken {
            let told = |diagnostic: Diagnostic, page: &OutputPath, from: &str| {
                let (file, id) = target;
                let diagnostic = known.with_places(diagnostic, target);
                let target = id.as_ref().map_or_else(|| file.clone(), |id| format!("{file}#{id}"));
                diagnostic.with("from", from).with("page", page).with("target", target).with("why", why)
            };
            let mut asked = HashSet::new();
            let links: Vec<_> =
                pages.iter().flat_map(|page| texts.leading_to(target, page, &mut asked)).collect();
            for (page, link) in &links {
                // A shared text is on a page of each municipality, and its link is one link.
                if seen.insert((link.path, &link.at)) {
                    let diagnostic = Diagnostic::new(Code::PageLinkBroken, link.path, link.at.clone());
                    found.push(told(diagnostic, page, "text"));
                }
            }
            let sources: BTreeSet<Option<&SourcePath>> =
                pages.iter().map(|page| texts.of_page.get(page).copied()).collect();
            let Some(page) = pages.first().filter(|_| links.is_empty()) else { continue };
            found.push(match sources.first() {
                // On one text's pages alone, so it is that text's.
                Some(Some(source)) if sources.len() == 1 => {
                    told(Diagnostic::new(Code::PageLinkBroken, source, At::File), page, "text")
                }
                _ => told(Diagnostic::anywhere(Code::PageLinkBroken), page, "theme"),
            });
        }
        found
    }

    /// Links with the site's own whole address that lead to nothing in it, and the other links, which lead elsewhere.
    pub fn own_links(
        &self,
        links: Vec<OutsideLink>,
        (site, withheld): (&OwnSite, &[OutputPath]),
        is_part: bool,
    ) -> (Vec<Diagnostic>, Vec<OutsideLink>) {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let pages: Vec<&str> = known.pages.keys().map(OutputPath::as_str).collect();
        let withheld: HashSet<&str> = withheld.iter().map(OutputPath::as_str).collect();
        let (mut found, mut others) = (Vec::new(), Vec::new());
        for link in links {
            let Some((file, id)) = site.resolve(&link.url) else {
                others.push(link);
                continue;
            };
            // A server adds the slash that an address lacks.
            let page = format!("{file}/index.html");
            let file = if known.files.contains(&page) { page } else { file };
            let target = (file, id);
            let Some(mut why) = known.fault(&target, is_part) else { continue };
            if why == "missing"
                && [&target.0, &format!("{}/index.html", target.0)]
                    .iter()
                    .any(|file| withheld.contains(file.as_str()))
            {
                why = "withheld";
            }
            let near = (why == "missing" && found.len() < PROPOSED)
                .then(|| nearest_page(&target.0, &pages))
                .flatten();
            let near = near.and_then(|near| site.address_of(near));
            let diagnostic =
                link.diagnostic(Code::PageLinkBroken).with("from", "address").with("page", "none");
            let diagnostic = match why {
                "heading" => known.with_places(diagnostic, &target),
                _ => diagnostic.with("places", "none").with("proposal", near.as_deref().unwrap_or("none")),
            };
            found.push(diagnostic.with("why", why));
        }
        (found, others)
    }
}

/// The page that an address most likely means: one with a slip in it, or one whose address lacks the municipality's folder.
fn nearest_page<'p>(file: &str, pages: &[&'p str]) -> Option<&'p str> {
    let wanted = file.strip_suffix("/index.html").unwrap_or(file);
    let path = |page: &&'p str| page.strip_suffix("/index.html").unwrap_or(page);
    let ending = format!("/{wanted}");
    let mut below = pages.iter().filter(|page| path(page).ends_with(&ending));
    if let (Some(page), None) = (below.next(), below.next()) {
        return Some(page);
    }
    let near = nearest(wanted, pages.iter().map(path))?;
    pages.iter().copied().find(|page| path(page) == near)
}

/// A target that is not there.
struct Broken<'a> {
    target: &'a PageTarget,
    why: &'static str,
    /// The pages that lead to it, at least one.
    pages: Vec<&'a OutputPath>,
}

impl KnownPages {
    /// What is wrong with a target, if anything is. Of a part of the site only its own folders are known.
    fn fault(&self, target: &PageTarget, is_part: bool) -> Option<&'static str> {
        let (file, id) = target;
        if !self.files.contains(file) {
            return (!is_part || self.made().contains(top_of(file))).then_some("missing");
        }
        let is_page = file.ends_with(".html");
        id.as_ref().filter(|id| is_page && !self.places.contains(&place(file, id))).map(|_| "heading")
    }

    /// The folders of which anything was made.
    fn made(&self) -> &HashSet<String> {
        self.made.get_or_init(|| self.files.iter().map(|file| top_of(file).to_string()).collect())
    }

    /// The place that was probably meant, and those that there are.
    fn with_places(&self, diagnostic: Diagnostic, (file, id): &PageTarget) -> Diagnostic {
        let places = self.ids.get(file).filter(|_| id.is_some()).map(Vec::as_slice).unwrap_or_default();
        let near = id.as_ref().and_then(|id| nearest(id, places.iter().map(String::as_str)));
        let near = near.map_or_else(|| "none".to_string(), |near| format!("#{near}"));
        let all = markdown::places(places.iter().map(String::as_str));
        diagnostic.with("proposal", near).with("places", all)
    }

    fn broken(&self, is_part: bool) -> Vec<Broken<'_>> {
        let mut broken: BTreeMap<usize, Broken<'_>> = BTreeMap::new();
        for (target @ (file, id), number) in &self.targets {
            let why = match id {
                _ if is_part && !self.made().contains(top_of(file)) => continue,
                _ if !self.files.contains(file) => "missing",
                Some(id) if !self.places.contains(&place(file, id)) => "heading",
                _ => continue,
            };
            broken.insert(*number, Broken { target, why, pages: Vec::new() });
        }
        if broken.is_empty() {
            return Vec::new();
        }
        for (page, numbers) in &self.pages {
            for number in numbers {
                if let Some(broken) = broken.get_mut(number) {
                    broken.pages.push(page);
                }
            }
        }
        let mut broken: Vec<Broken<'_>> =
            broken.into_values().filter(|broken| !broken.pages.is_empty()).collect();
        // Numbers are given as threads come.
        broken.sort_by_key(|broken| broken.target);
        broken
    }
}

/// The first folder of a path.
fn top_of(path: &str) -> &str {
    path.split('/').next().unwrap_or_default()
}

/// A link to a file, as somebody wrote it.
struct WrittenLink<'a> {
    path: &'a SourcePath,
    at: At,
    to: SourcePath,
}

/// Links by the file that became the page that they lead to; none for those that lead to a file of which no page was made by itself.
type LinksByTarget<'a> = HashMap<Option<SourcePath>, Vec<WrittenLink<'a>>>;

/// The texts, the links in them, and the pages that they became.
struct LinkedTexts<'a> {
    /// By the file that they stand in, and the place that they name: a text may lead to a thousand places.
    links: HashMap<(SourcePath, Option<String>), LinksByTarget<'a>>,
    of_page: HashMap<&'a OutputPath, &'a SourcePath>,
    /// What pages were made of, by their paths.
    sources: HashMap<&'a str, BTreeSet<&'a SourcePath>>,
}

impl<'a> LinkedTexts<'a> {
    fn of(shown: &'a [(SourcePath, OutputPath)], survey: &'a Survey) -> Self {
        let mut sources: HashMap<&str, BTreeSet<&SourcePath>> = HashMap::new();
        for (source, page) in shown {
            sources.entry(page.as_str()).or_default().insert(source);
        }
        let with_pages: HashSet<&SourcePath> = shown.iter().map(|(source, _)| source).collect();
        let mut links = HashMap::<_, LinksByTarget<'_>>::new();
        for (link, fragment) in survey.folders().flat_map(links_of) {
            let to = with_pages.contains(&link.to).then(|| link.to.clone());
            links.entry((link.path.clone(), fragment)).or_default().entry(to).or_default().push(link);
        }
        Self { links, of_page: shown.iter().map(|(source, page)| (page, source)).collect(), sources }
    }

    /// The links that lead from a page to a target: of the text that the page shows, and of the municipality's notices. A file that was asked about
    /// this target before has told its own already.
    fn leading_to<'s>(
        &'s self,
        target: &PageTarget,
        page: &'s OutputPath,
        asked: &mut HashSet<SourcePath>,
    ) -> Vec<(&'s OutputPath, &'s WrittenLink<'a>)> {
        let folder = page.as_str().split('/').next().unwrap_or_default();
        let config = SourcePath::new(&format!("content/{folder}/municipality.yaml"));
        let source = self.of_page.get(page).copied();
        let (file, id) = target;
        let mut of = |path: &SourcePath| {
            let is_new = asked.insert(path.clone());
            is_new.then(|| self.links.get(&(path.clone(), id.clone()))).flatten()
        };
        let written: Vec<_> = source.into_iter().chain([&config]).filter_map(&mut of).collect();
        let sources = self.sources.get(file.as_str()).into_iter().flatten();
        // Front pages are made of many files, in each language: `index.html`, `botkyrka/en/index.html`.
        let is_front = file.matches('/').count() <= 2 && file.ends_with("index.html");
        let to: Vec<Option<SourcePath>> =
            sources.map(|source| Some((*source).clone())).chain(is_front.then_some(None)).collect();
        let links = written.into_iter().flat_map(|links| to.iter().filter_map(|to| links.get(to)).flatten());
        links.map(|link| (page, link)).collect()
    }
}

/// The links to files that stand in a folder's texts and notices, each with the place in the file.
fn links_of(folder: &Folder) -> Vec<(WrittenLink<'_>, Option<String>)> {
    let mut links = Vec::new();
    let mut add = |path, link: &FileLink, home: &str, at| {
        let to = SourcePath::join(home, &link.target);
        links.extend(to.map(|to| (WrittenLink { path, at, to }, link.fragment.clone())));
    };
    for (path, text) in folder.articles() {
        for link in &text.refs.links {
            add(path, link, path.folder(), At::Span(link.span.clone()));
        }
    }
    let home = format!("content/{}", folder.id);
    for field in fields(folder) {
        let What::Markdown(body) = field.what else { continue };
        for (lang, text) in body.each() {
            for link in parse::parse_fragment(text).links {
                let words = text.get(link.span.clone()).unwrap_or_default().to_string();
                let from = Some(link.span.start);
                let at = At::Part { path: way_in(&field.way, lang), in_key: false, words, from };
                add(field.path, &link, &home, at);
            }
        }
    }
    links
}
