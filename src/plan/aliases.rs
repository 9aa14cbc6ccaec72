//! Old addresses: a page at each that sends readers on, where none of this site's own lies.
//!
//! Old addresses may be written with capital letters, which no other address here has. A disk that does not tell `Om-Oss` from `om-oss` would
//! put one page in the other's place, so an address that differs from another in case alone is told, whichever disk this is.

use std::borrow::Cow;
use std::collections::HashMap;

use super::links::output_path;
use super::page::PageSpec;
use super::pages::texts;
use super::subject::former_names;
use super::{Job, JobKind, PageJob, Part, Plan, Scope, Urls};
use crate::base::{At, Code, Diagnostic, Phrase, Seg, SourcePath, relative_prefix};
use crate::model::{Section, Sourced, is_shared};
use crate::parse::aliases::address_of;
use crate::parse::centre::Centre;

/// How many faults of old addresses are told of a folder, and for how many those of shared texts are. A file may have thousands.
const MOST_TOLD: usize = 1_000;
const MOST_SHARED_TOLD: usize = 20;

/// An old address, where it leads to, and the file that names it.
struct Alias<'a> {
    alias: Cow<'a, str>,
    /// The field that names it.
    field: &'static str,
    /// What is written there.
    words: &'a str,
    target: String,
    source: &'a SourcePath,
}

/// What lies where in the section's folder.
#[derive(Default)]
struct Taken<'a> {
    /// Files, and the files of content that they are made from.
    files: HashMap<String, Option<&'a SourcePath>>,
    /// Files and folders by their names in small letters; none while no address has a capital letter.
    folded: Option<HashMap<String, String>>,
}

impl<'a> Taken<'a> {
    fn put(&mut self, path: &str, source: Option<&'a SourcePath>) -> Option<Option<&'a SourcePath>> {
        if let Some(folded) = &mut self.folded {
            for end in ends(path) {
                folded.entry(path[..end].to_lowercase()).or_insert_with(|| path[..end].to_string());
            }
        }
        self.files.insert(path.to_string(), source)
    }

    /// The file or folder that some disks take this one, or a folder of it, for.
    fn alike(&self, path: &str) -> Option<&str> {
        let folded = self.folded.as_ref()?;
        let other =
            |end: usize| folded.get(&path[..end].to_lowercase()).filter(|other| **other != path[..end]);
        ends(path).find_map(other).map(String::as_str)
    }
}

/// Where each folder of a path ends, and the path itself.
fn ends(path: &str) -> impl Iterator<Item = usize> + '_ {
    path.match_indices('/').map(|(at, _)| at).chain(std::iter::once(path.len()))
}

/// Plans a redirect page for each alias. Aliases are addresses within the section's folder.
pub fn plan_aliases(scope: &Scope<'_>, plan: &mut Plan) {
    let aliases = gather(scope);
    if aliases.is_empty() {
        return;
    }
    let has_capital = aliases.iter().any(|alias| alias.alias.bytes().any(|byte| byte.is_ascii_uppercase()));
    let mut taken = Taken { folded: has_capital.then(HashMap::new), ..Taken::default() };
    let sources = sources(scope);
    for job in &plan.jobs {
        taken.put(job.path.as_str(), sources.get(job.path.as_str()).copied());
    }
    for document in &plan.attachments {
        let known = scope.section.attachments.get(&document.fact.path);
        taken.put(document.path.as_str(), known.map(|known| &known.path));
    }
    let before = plan.diagnostics.len();
    for alias in aliases {
        // Each municipality has the shared ones, and would tell of all of them.
        let most = if is_shared(alias.source) { MOST_SHARED_TOLD } else { MOST_TOLD };
        if plan.diagnostics.len() - before < most {
            plan_alias(scope, &alias, &mut taken, plan);
            // An address that stands twice in a file is one fault.
            if let [.., one, other] = &plan.diagnostics[before..]
                && one == other
            {
                plan.diagnostics.pop();
            }
        }
    }
}

fn gather<'a>(scope: &'a Scope<'_>) -> Vec<Alias<'a>> {
    let section = scope.section;
    let mut aliases = Vec::new();
    let mut add = |list: &'a [String], target: &dyn Fn() -> String, source: &'a SourcePath| {
        let within = |alias: &'a String| {
            let alias = section.alias_within(alias);
            Alias { alias: Cow::Borrowed(alias), field: "aliases", words: alias, target: target(), source }
        };
        aliases.extend(list.iter().map(within));
    };
    for centre in &section.centres {
        add(&centre.value.aliases, &|| scope.urls.centre(&centre.value.id), &centre.path);
    }
    for article in &section.news {
        for (lang, version) in &article.versions {
            let target = || Urls::new(lang, section.own()).news(&article.name);
            add(&version.value.aliases, &target, &version.path);
        }
    }
    for article in &section.pages {
        for (lang, version) in &article.versions {
            let target = || Urls::new(lang, section.own()).page(&article.name);
            add(&version.value.aliases, &target, &version.path);
        }
    }
    aliases.extend(section.centres.iter().flat_map(|centre| former(section, centre)));
    aliases
}

/// The pages that a centre had under former names, but those that it names itself.
fn former<'a>(section: &'a Section, centre: &'a Sourced<Centre>) -> Vec<Alias<'a>> {
    let Centre { id, aliases, .. } = &*centre.value;
    let of = |lang: &String, name: &'a str| {
        let urls = Urls::new(lang, section.own());
        let alias = urls.centre(name).trim_end_matches('/').to_string();
        let is_named = aliases.iter().any(|own| section.alias_within(own) == alias);
        let (target, source) = (urls.centre(id), &centre.path);
        let alias = Alias { alias: Cow::Owned(alias), field: "formerly", words: name, target, source };
        (!is_named).then_some(alias)
    };
    let own = former_names(section, centre);
    let languages = section.languages.iter();
    languages.flat_map(|lang| own.iter().filter_map(move |name| of(lang, name)).collect::<Vec<_>>()).collect()
}

/// The files of content that pages are made from, by the pages' paths.
fn sources<'a>(scope: &'a Scope<'_>) -> HashMap<String, &'a SourcePath> {
    let section = scope.section;
    let texts = texts(section).map(|text| (text.url, text.path));
    let centres = section.centres.iter().map(|centre| (scope.urls.centre(&centre.value.id), &centre.path));
    let path = |(url, source): (String, &'a SourcePath)| {
        Some((output_path(section.folder(), &url)?.as_str().to_string(), source))
    };
    texts.chain(centres).filter_map(path).collect()
}

fn plan_alias<'a>(scope: &Scope<'_>, alias: &Alias<'a>, taken: &mut Taken<'a>, plan: &mut Plan) {
    let at = || At::Part {
        path: vec![Seg::Key(alias.field.into())],
        in_key: false,
        words: alias.words.to_string(),
        from: None,
    };
    if matches!(&*alias.alias, "" | "index.html") {
        let at = At::Key(vec![Seg::Key(alias.field.into())]);
        let diagnostic = Diagnostic::new(Code::BadAlias, alias.source, at).with("value", "/");
        plan.diagnostics.push(diagnostic.with("kind", "home").with("proposal", "none"));
        return;
    }
    let url = address_of(&alias.alias);
    let Some(path) = output_path(scope.section.folder(), &url) else { return };
    if let Some(other) = taken.alike(path.as_str()) {
        let within = other.strip_prefix(scope.section.folder()).unwrap_or(other).trim_matches('/');
        let within = within.strip_suffix("index.html").unwrap_or(within).trim_end_matches('/');
        let diagnostic = Diagnostic::new(Code::BadAlias, alias.source, at()).with("value", format!("/{url}"));
        plan.diagnostics
            .push(diagnostic.with("kind", "case").with("proposal", format!("/{}", address_of(within))));
        return;
    }
    // A document where the old address would have a folder.
    let within = ends(path.as_str()).find_map(|end| taken.files.get(&path.as_str()[..end]).copied());
    if let Some(other) = within.or_else(|| taken.put(path.as_str(), Some(alias.source))) {
        let other = other.map_or_else(|| Phrase::new("another-page"), Phrase::said);
        let diagnostic =
            Diagnostic::new(Code::Clash, alias.source, At::Key(vec![Seg::Key(alias.field.into())]));
        plan.diagnostics.push(diagnostic.with("url", format!("/{url}")).saying("other", other));
        return;
    }
    let page = redirect(scope, url, "", &alias.target);
    plan.jobs.push(Job::new(path, JobKind::Page(Box::new(page))));
}

/// A page at an old address that leads to the new one. The section's folder is at `way` from where the old address begins.
pub fn redirect(scope: &Scope<'_>, url: String, way: &str, target: &str) -> PageJob {
    let spec = PageSpec {
        kind: "redirect",
        title: scope.words.get("redirect_title").to_string(),
        url,
        noindex: true,
        ..PageSpec::default()
    };
    let folder = scope.section.folder();
    let moved_to = Some(if folder.is_empty() { target.to_string() } else { format!("{folder}/{target}") });
    PageJob { moved_to, ..leading_to(scope, spec, way, target) }
}

/// A page that only leads to another one.
pub fn leading_to(scope: &Scope<'_>, spec: PageSpec, way: &str, target: &str) -> PageJob {
    let root = format!("{}{way}", relative_prefix(&spec.url));
    let relative = format!("{root}{target}");
    let page = scope.page("redirect.html", spec, vec![("target", Part::of(&relative))]);
    PageJob { root, body: None, ..page }
}
