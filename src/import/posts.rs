//! The posts of an export of WordPress as news items, or its pages as pages: which can be made, which are there already, and what of each
//! is not carried over, by the line of the file.
//!
//! What was published stays published, since it was read already; but where somebody must write something first, what a picture shows or
//! what stands before the text, it becomes a draft: such a text is published by no build.

use std::collections::{BTreeSet, HashMap};

use super::article::{self, HtmlArticle, LinkFate};
use super::blog::{self, BlogExport, BlogPost};
use super::categories::KnownCategories;
use super::markdown::{TextBlock, unmarked, written};
use super::shelf::PictureShelf;
use super::texts::{TextPlace, faults_of};
use super::word::{is_address, kind_of};
use crate::base::{Diagnostic, LONGEST_NAME, Locale, Phrase, shortened_to, slug_of};
use crate::edit::{self, FieldTypes, Given, Habit};
use crate::parse::aliases::is_alias;
use crate::parse::unwritten::Unwritten;
use crate::scaffold::{NewFile, title_id};
use crate::schema::Kind;

/// The longest text that becomes a lead.
const LONGEST_LEAD: usize = 500;

/// The shortest sentence that a lead is made of.
const SHORTEST_LEAD: usize = 40;

/// What WordPress calls what is in no category.
const NO_CATEGORIES: [&str; 3] = ["okategoriserade", "okategoriserad", "uncategorized"];

/// What a plan asks of the site that it is for, and of what lies beside the export.
pub struct PostSurroundings<'a> {
    /// Does something lie there in the site?
    pub is_there: &'a dyn Fn(&str) -> bool,
    /// Is what lies there shown to readers, so that others may link to it?
    pub is_published: &'a dyn Fn(&str) -> bool,
    /// Can no page have this name, since something else of the site is there?
    pub is_reserved: &'a dyn Fn(&str) -> bool,
    /// Files that lie beside the export: their names, with the folders that they are in.
    pub beside: &'a [String],
    /// The bytes of one of them.
    pub bytes: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    /// The categories that the site's news have.
    pub categories: &'a [String],
}

/// What would be done.
#[derive(Debug)]
pub struct PostsPlan {
    /// Each post or page.
    pub posts: Vec<PlannedPost>,
    /// Pictures: which file beside the export, and where it goes.
    pub pictures: Vec<(String, String)>,
    /// There are more than are read.
    pub is_cut: bool,
}

/// A post, and what becomes of it.
#[derive(Debug)]
pub struct PlannedPost {
    /// The line of the export.
    pub line: usize,
    /// Its title.
    pub title: String,
    /// What becomes of it.
    pub fate: PostFate,
    /// What of it is not carried over, by line.
    pub left: Vec<(usize, Phrase)>,
}

/// What becomes of a post.
#[derive(Debug)]
pub enum PostFate {
    /// It is made.
    New {
        /// The file.
        file: NewFile,
        /// Is it a draft?
        is_draft: bool,
    },
    /// The site has it already, under this path.
    There(String),
    /// It is left out: what would be wrong with it.
    Left(Vec<Diagnostic>),
}

/// Is a file an export of WordPress, or another of its kind?
pub fn is_export(bytes: &[u8]) -> bool {
    blog::is_export(bytes)
}

/// What would be done with an export.
pub fn plan(
    bytes: &[u8],
    place: TextPlace<'_>,
    around: &PostSurroundings<'_>,
    locale: Locale,
) -> Result<PostsPlan, Phrase> {
    let export = blog::read(bytes)?;
    let kind = if place.is_page { "page" } else { "post" };
    let wanted: Vec<&BlogPost> = export.posts.iter().filter(|post| post.kind == kind).collect();
    if wanted.is_empty() {
        let other = if place.is_page { "import-no-pages" } else { "import-no-posts" };
        return Err(Phrase::new(other).with("owner", place.owner));
    }
    let names = names_of(&wanted, place, around);
    let hosts = hosts_of(&export);
    let mut maker = PostMaker {
        place,
        around,
        locale,
        export: &export,
        shelf: PictureShelf::of(around.beside),
        ways: ways_of(&wanted, &names, &hosts),
        hosts,
        pictures: HashMap::new(),
        asked: Vec::new(),
        used: BTreeSet::new(),
        targets: BTreeSet::new(),
        aliases: BTreeSet::new(),
        categories: KnownCategories::of(around.categories),
    };
    // Only what is published may be linked to, and what that is turns out when all are made. Without links more leads are found, never fewer.
    let first = maker.all(&wanted, &names);
    maker.begin_anew(&first);
    let posts = maker.all(&wanted, &names);
    let PostMaker { used, mut pictures, .. } = maker;
    let pictures = used.into_iter().filter_map(|from| Some((pictures.remove(&from)??, from)));
    let pictures = pictures.map(|(to, from)| (from, to)).collect();
    Ok(PostsPlan { posts, pictures, is_cut: export.is_cut })
}

/// The name of each post's file, without its ending: no two are the same. None for one that no name can be made of.
fn names_of(posts: &[&BlogPost], place: TextPlace<'_>, around: &PostSurroundings<'_>) -> Vec<Option<String>> {
    let mut taken = BTreeSet::new();
    let mut name = |post: &&BlogPost| {
        let slug = Some(slug_of(&post.name)).filter(|slug| !slug.is_empty() && !post.name.contains('%'));
        let slug = slug.unwrap_or_else(|| title_id(&post.title));
        let slug = shortened_to(&slug, LONGEST_NAME - "2026-01-01--999".len()).to_string();
        let day = post.date.map(|day| day.to_string());
        let first = match (place.is_page, day) {
            _ if slug.is_empty() => return None,
            (true, _) if (around.is_reserved)(&slug) => format!("{slug}-sida"),
            (true, _) => slug,
            (false, Some(day)) => format!("{day}-{slug}"),
            (false, None) => return None,
        };
        let mut others = (2..1_000).map(|number| format!("{first}-{number}"));
        let own = std::iter::once(first.clone()).chain(&mut others).find(|name| !taken.contains(name))?;
        taken.insert(own.clone());
        Some(own)
    };
    posts.iter().map(&mut name).collect()
}

/// The file that each old address of a post leads to from another post.
fn ways_of(
    posts: &[&BlogPost],
    names: &[Option<String>],
    hosts: &BTreeSet<String>,
) -> HashMap<String, String> {
    let way = |(post, name): (&&BlogPost, &Option<String>)| {
        let path = within_site(&post.link, hosts)?;
        Some((path.trim_end_matches('/').to_string(), format!("{}.md", name.as_ref()?)))
    };
    posts.iter().zip(names).filter_map(way).filter(|(path, _)| !path.is_empty()).collect()
}

/// The hosts of the old site.
fn hosts_of(export: &BlogExport) -> BTreeSet<String> {
    export.bases.iter().filter_map(|base| Some(bare_host(host_and_path(base)?.0))).collect()
}

/// An address, parted where its host ends.
fn host_and_path(address: &str) -> Option<(&str, &str)> {
    let rest = address.split_once("://")?.1;
    rest.split_at_checked(rest.find(['/', '?', '#']).unwrap_or(rest.len()))
}

fn bare_host(host: &str) -> String {
    host.trim_start_matches("www.").to_lowercase()
}

/// The path of an address of the old site, `/2021/01/hej/`.
fn within_site<'a>(address: &'a str, hosts: &BTreeSet<String>) -> Option<&'a str> {
    if address.starts_with('/') && !address.starts_with("//") {
        return Some(address);
    }
    let (own, path) = host_and_path(address)?;
    hosts.contains(&bare_host(own)).then_some(path)
}

struct PostMaker<'a> {
    place: TextPlace<'a>,
    around: &'a PostSurroundings<'a>,
    locale: Locale,
    export: &'a BlogExport,
    shelf: PictureShelf<'a>,
    hosts: BTreeSet<String>,
    ways: HashMap<String, String>,
    /// Where each file beside the export goes that was asked for; none for one that no page can show.
    pictures: HashMap<String, Option<String>>,
    /// Those of the post that is made, and those of all that are.
    asked: Vec<String>,
    used: BTreeSet<String>,
    targets: BTreeSet<String>,
    aliases: BTreeSet<String>,
    categories: KnownCategories<'a>,
}

/// What of a post is not carried over, and whether somebody must write something before it can be published.
#[derive(Default)]
struct PostRemains {
    left: Vec<(usize, Phrase)>,
    is_unfinished: bool,
}

impl PostMaker<'_> {
    fn all(&mut self, posts: &[&BlogPost], names: &[Option<String>]) -> Vec<PlannedPost> {
        posts.iter().zip(names).map(|(post, name)| self.planned(post, name)).collect()
    }

    /// Forgets what was made, but for what may be linked to.
    fn begin_anew(&mut self, made: &[PlannedPost]) {
        let is_shown = |post: &PlannedPost| match &post.fate {
            PostFate::New { is_draft, .. } => !is_draft,
            PostFate::There(path) => (self.around.is_published)(path),
            PostFate::Left(_) => false,
        };
        let shown: BTreeSet<&str> =
            made.iter().filter(|post| is_shown(post)).map(PlannedPost::file_name).collect();
        self.ways.retain(|_, file| shown.contains(file.as_str()));
        self.pictures.clear();
        self.used.clear();
        self.targets.clear();
        self.aliases.clear();
    }

    fn planned(&mut self, post: &BlogPost, name: &Option<String>) -> PlannedPost {
        let mut remains = PostRemains::default();
        self.asked.clear();
        let fate = self.fate(post, name.as_deref(), &mut remains);
        if matches!(fate, PostFate::New { .. }) {
            self.used.extend(self.asked.drain(..));
        }
        remains.left.sort_by_key(|(line, _)| *line);
        PlannedPost { line: post.line, title: post.title.clone(), fate, left: remains.left }
    }

    fn fate(&mut self, post: &BlogPost, name: Option<&str>, remains: &mut PostRemains) -> PostFate {
        let nothing = PostFate::Left(Vec::new());
        let mut leave = |key: &'static str| remains.left.push((post.line, Phrase::new(key)));
        if matches!(post.status.as_str(), "trash" | "auto-draft" | "inherit") {
            leave("import-post-trash");
            return nothing;
        }
        let Some(name) = name.filter(|_| !post.title.is_empty()) else {
            leave("import-post-no-name");
            return nothing;
        };
        if post.is_long {
            leave("import-post-too-long");
            return nothing;
        }
        let folder = if self.place.is_page { "pages" } else { "news" };
        let path = format!("content/{}/{folder}/{name}.md", self.place.owner);
        if (self.around.is_there)(&path) {
            return PostFate::There(path);
        }
        let (file, is_draft) = self.file(post, path, remains);
        let faults = faults_of(&file, self.place);
        if faults.is_empty() { PostFate::New { file, is_draft } } else { PostFate::Left(faults) }
    }

    fn file(&mut self, post: &BlogPost, path: String, remains: &mut PostRemains) -> (NewFile, bool) {
        let link_fate = |address: &str| self.link_fate(address);
        let mut article = article::read(&post.html, post.html_line, &link_fate);
        remains.left.append(&mut article.left);
        let lead = lead_of(post, &mut article);
        let body = self.body(&article, remains);
        let top = self.top(post, remains);
        let category = self.category(post, remains);
        let alias = self.alias(post, remains);
        let unwritten = Unwritten::of(self.locale);
        if lead.is_none() && !self.place.is_page {
            remains.is_unfinished = true;
            remains.left.push((post.line, Phrase::new("import-post-lead")));
        }
        let lead = lead.or_else(|| (!self.place.is_page).then(|| unwritten.news_lead.to_string()));
        let is_draft = post.status != "publish" || post.is_locked || remains.is_unfinished;
        let types = FieldTypes::of(if self.place.is_page { Kind::Page } else { Kind::News });
        let habit = Habit::of("", &types, self.locale);
        let text = |text: String| Given::Text(text);
        let mut fields: Vec<(&str, Given)> = vec![("title", text(post.title.clone()))];
        fields.extend(lead.map(|lead| ("lead", text(lead))));
        if is_draft {
            fields.push(("draft", Given::Bare(if habit.swedish { "ja" } else { "true" }.to_string())));
        }
        fields.extend(category.map(|category| ("category", text(category))));
        if let Some((src, alt)) = top {
            let named = |name, given| (habit.name("ImageUse", name), given);
            let group = vec![named("src", text(src)), named("alt", text(alt))];
            fields.push(("image", Given::Group(group)));
        }
        fields.extend(alias.map(|alias| ("aliases", Given::List(vec![text(alias)]))));
        let lines =
            fields.iter().map(|(name, given)| edit::line(&habit.name(types.root(), name), given, 0, "\n"));
        let front: String = lines.collect();
        let body = body.trim_end();
        let body = if body.is_empty() { String::new() } else { format!("\n{body}\n") };
        (NewFile { path, text: format!("---\n{front}---\n{body}") }, is_draft)
    }

    /// What an address in a text becomes: a link to the file that it leads to now, or to where it led.
    fn link_fate(&self, address: &str) -> LinkFate {
        if address.starts_with('#') || address.starts_with("tel:") {
            return LinkFate::Words;
        }
        let told =
            |key: &'static str| LinkFate::Left(Phrase::new(key).with("address", article::within(address)));
        if let Some(path) = within_site(address, &self.hosts) {
            let bare = path.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
            if let Some(file) = self.ways.get(bare) {
                return LinkFate::To(file.clone());
            }
            let is_picture = [".jpg", ".jpeg", ".png", ".gif", ".webp"]
                .iter()
                .any(|ending| bare.to_lowercase().ends_with(ending));
            // A picture that leads to itself, in full size.
            return if is_picture { LinkFate::Words } else { told("import-post-own-link") };
        }
        if is_address(address) { LinkFate::To(address.to_string()) } else { told("import-post-link") }
    }

    /// The text, with its pictures where their files are there.
    fn body(&mut self, article: &HtmlArticle, remains: &mut PostRemains) -> String {
        let mut shown: HashMap<usize, String> = HashMap::new();
        for (at, (address, line)) in article.pictures.iter().enumerate() {
            match self.picture(address) {
                Some(target) => {
                    shown.insert(at + 1, target);
                }
                None => {
                    let told = Phrase::new("import-post-picture").with("address", article::within(address));
                    remains.left.push((*line, told));
                }
            }
        }
        let mut undescribed = None;
        let blocks = article.blocks.iter().filter(|block| match block {
            TextBlock::Picture { number, alt } => {
                let is_shown = shown.contains_key(number);
                if is_shown && alt.is_empty() {
                    undescribed = undescribed.or(article.pictures.get(number - 1).map(|(_, line)| *line));
                }
                is_shown
            }
            _ => true,
        });
        let blocks: Vec<TextBlock> = blocks.cloned().collect();
        if let Some(line) = undescribed {
            remains.is_unfinished = true;
            remains.left.push((line, Phrase::new("import-post-alt")));
        }
        let unwritten = Unwritten::of(self.locale).alt;
        written(&blocks, &|number, alt| {
            let alt = if alt.is_empty() { unwritten } else { alt };
            format!("![{alt}](../images/{})", shown.get(&number).map_or("", String::as_str))
        })
    }

    /// The picture at the top of a post, with what it shows.
    fn top(&mut self, post: &BlogPost, remains: &mut PostRemains) -> Option<(String, String)> {
        let (address, alt) = self.export.pictures.get(post.top.trim()).filter(|_| !post.top.is_empty())?;
        let Some(target) = self.picture(address).filter(|_| !self.place.is_page) else {
            let told = Phrase::new("import-post-picture").with("address", article::within(address));
            remains.left.push((post.line, told));
            return None;
        };
        if alt.is_empty() {
            remains.is_unfinished = true;
            remains.left.push((post.line, Phrase::new("import-post-alt")));
        }
        let alt = if alt.is_empty() { Unwritten::of(self.locale).alt.to_string() } else { alt.clone() };
        Some((format!("images/{target}"), alt))
    }

    /// The name that a picture gets in the site; none where its file is not there, or no page can show it.
    fn picture(&mut self, address: &str) -> Option<String> {
        let found = self.shelf.find(address)?.to_string();
        if !self.pictures.contains_key(&found) {
            let placed = self.placed(&found);
            self.pictures.insert(found.clone(), placed);
        }
        let target = self.pictures.get(&found)?.clone()?;
        self.asked.push(found);
        target.rsplit('/').next().map(str::to_string)
    }

    fn placed(&mut self, found: &str) -> Option<String> {
        let bytes = (self.around.bytes)(found)?;
        let ending = kind_of(&bytes)?;
        let name = found.rsplit('/').next().unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let id = Some(title_id(stem)).filter(|id| !id.is_empty()).unwrap_or_else(|| "bild".to_string());
        let target = |id: &str| format!("content/{}/images/{id}.{ending}", self.place.owner);
        let others = (2..1_000).map(|number| format!("{id}-{number}"));
        let free = std::iter::once(id.clone()).chain(others).map(|id| target(&id));
        let target = free
            .into_iter()
            .find(|target| !self.targets.contains(target) && !(self.around.is_there)(target))?;
        self.targets.insert(target.clone());
        Some(target)
    }

    /// The category that the site has, which is nearest to one of the post's; where the site has none yet, the post's own.
    fn category(&mut self, post: &BlogPost, remains: &mut PostRemains) -> Option<String> {
        let own = post.categories.iter().filter(|own| !own.is_empty());
        let own: Vec<&String> =
            own.filter(|own| !NO_CATEGORIES.contains(&own.to_lowercase().as_str())).collect();
        if self.place.is_page {
            return None;
        }
        let found = if self.categories.is_empty() {
            own.first().map(|own| ((*own).clone(), *own))
        } else {
            own.iter().find_map(|own| Some((self.categories.find(own)?, *own)))
        };
        for left in own.iter().filter(|own| found.as_ref().is_none_or(|(_, taken)| *taken != **own)) {
            remains.left.push((post.line, Phrase::new("import-post-category").with("category", left)));
        }
        found.map(|(category, _)| category)
    }

    /// The old address of a post, so that it leads on.
    fn alias(&mut self, post: &BlogPost, remains: &mut PostRemains) -> Option<String> {
        let path = within_site(&post.link, &self.hosts).filter(|path| !path.is_empty())?;
        // An address of a text that was never out has a question mark.
        if post.status != "publish" && path.contains('?') {
            return None;
        }
        let is_fit = is_alias(path, self.place.owner) && !self.aliases.contains(path);
        if !is_fit {
            let told = Phrase::new("import-post-alias").with("address", article::within(&post.link));
            remains.left.push((post.line, told));
            return None;
        }
        self.aliases.insert(path.to_string());
        Some(path.to_string())
    }
}

/// What stands before a text: what WordPress has for it, else the first paragraph, else the first sentence of that. What is taken is no longer
/// in the text.
fn lead_of(post: &BlogPost, article: &mut HtmlArticle) -> Option<String> {
    let first = article.blocks.first_mut();
    let own = Some(post.lead.clone()).filter(|own| !own.is_empty() && own.chars().count() <= LONGEST_LEAD);
    let Some(TextBlock::Paragraph { text, is_plain }) = first else { return own };
    let words = unmarked(text);
    if let Some(own) = own {
        if words == own {
            article.blocks.remove(0);
        }
        return Some(own);
    }
    if *is_plain && words.chars().count() <= LONGEST_LEAD {
        article.blocks.remove(0);
        return Some(words);
    }
    // Up to the end of a sentence, before any link or what is stressed.
    let open = text.find(['[', '*']).unwrap_or(text.len());
    let ends = text.match_indices(['.', '!', '?']).map(|(at, _)| at + 1);
    let is_end = |end: &usize| {
        let after = text.get(*end..).unwrap_or_default();
        (SHORTEST_LEAD..=LONGEST_LEAD).contains(end) && *end < open && after.starts_with([' ', '\n'])
    };
    let end = ends.take_while(|end| *end < open).filter(is_end).last()?;
    let lead = unmarked(text.get(..end)?);
    *text = text.get(end..)?.trim_start().to_string();
    Some(lead)
}
