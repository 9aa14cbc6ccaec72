//! The edits: what a person changes in which file, and where it must be seen. The same four in both dialects, at the same addresses.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::http::Client;
use super::server::{Kind, LIMIT, Server, pause};
use crate::common::model::{Municipality, Plan};

/// What is edited.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    Body,
    Title,
    Address,
    Template,
}

/// All of them, in the order of the report.
pub const ALL: [What; 4] = [What::Body, What::Title, What::Address, What::Template];

impl What {
    /// What `--edits` calls it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Title => "title",
            Self::Address => "address",
            Self::Template => "template",
        }
    }

    /// What the report calls it, the page that must change first, and the others.
    pub fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Body => ("a news item's body", "its page", ""),
            Self::Title => ("a news item's title", "its page", "its page, the list and the feed"),
            Self::Address => ("a centre's address", "its page", "its page, and the front page with its box"),
            Self::Template => (
                "a template: the footer of every page",
                "a news page",
                "pages of the first, middle and last municipality",
            ),
        }
    }
}

/// The pages that the edits are seen at, and the files that they are made in.
pub struct Subjects {
    municipality: Municipality,
    /// The front pages of the first, the middle and the last municipality.
    fronts: Vec<String>,
}

impl Subjects {
    pub fn of(plan: &Plan) -> Result<Self, Box<dyn Error>> {
        let municipality = plan.municipalities().next().ok_or("no municipality")?;
        let ids: Vec<String> = plan.municipalities().map(|one| one.id).collect();
        let numbers = [0, ids.len() / 2, ids.len() - 1];
        let fronts =
            numbers.into_iter().filter_map(|number| ids.get(number)).map(|id| format!("/{id}/")).collect();
        Ok(Self { municipality, fronts })
    }

    /// A page that is there from the start, and words on it.
    pub fn first_page(&self) -> (String, &str) {
        let news = &self.municipality.news[self.municipality.news.len() / 2];
        (self.news_page(&news.file), &news.title)
    }

    fn news_page(&self, file: &str) -> String {
        format!("/{}/nyheter/{file}/", self.municipality.id)
    }

    /// The edit, ready to be made in a dialect's site.
    pub fn prepare(&self, what: What, kind: Kind, site: &Path) -> Result<Edit, Box<dyn Error>> {
        let Municipality { id, centres, news, .. } = &self.municipality;
        let is_ours = kind == Kind::Fcsite;
        let (news_folder, centre_folder, centre_ending) =
            if is_ours { ("news", "centres", "yaml") } else { ("nyheter", "familjecentraler", "md") };
        let content = site.join("content").join(id);
        // The newest is on every list; the one in the middle is on few, as most that are edited.
        let (middle, newest) = (&news[news.len() / 2].file, &news[0].file);
        let centre = &centres[0];
        let (file, cut, pages) = match what {
            What::Body => {
                let file = content.join(format!("{news_folder}/{middle}.md"));
                (file, Cut::End, vec![self.news_page(middle)])
            }
            What::Title => {
                let pages =
                    vec![self.news_page(newest), format!("/{id}/nyheter/"), format!("/{id}/feed.xml")];
                (content.join(format!("{news_folder}/{newest}.md")), Cut::After(news[0].title.clone()), pages)
            }
            What::Address => {
                let file = content.join(format!("{centre_folder}/{}.{centre_ending}", centre.id));
                let pages = vec![format!("/{id}/familjecentraler/{}/", centre.id), format!("/{id}/")];
                (file, Cut::After(format!("street: {}", centre.street)), pages)
            }
            What::Template => {
                let layout = if is_ours {
                    "themes/base/templates/frame.html"
                } else {
                    "layouts/_partials/footer.html"
                };
                let pages = [vec![self.news_page(middle)], self.fronts.clone()].concat();
                (site.join(layout), Cut::After("<p class=\"wrap foot-privacy".to_owned()), pages)
            }
        };
        Edit::new(file, &cut, pages)
    }
}

/// Where in its file an edit is made.
enum Cut {
    After(String),
    End,
}

/// An edit that can be made again and again, with other words each time.
pub struct Edit {
    file: PathBuf,
    original: String,
    before: String,
    after: String,
    pages: Vec<String>,
}

/// What came of an edit.
#[derive(Clone, Copy)]
pub struct Seen {
    /// When the page showed the new words.
    pub page: Duration,
    /// When the others did, too; none: not as long as anybody waited.
    pub all: Option<Duration>,
    /// The server's CPU time until it was done, our asking included.
    pub cpu: Option<Duration>,
}

impl Edit {
    fn new(file: PathBuf, cut: &Cut, pages: Vec<String>) -> Result<Self, Box<dyn Error>> {
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let (before, after) = match cut {
            Cut::End => (format!("{text}\n"), " har redaktören lagt till.\n".to_owned()),
            Cut::After(place) => {
                let at = text.find(place).ok_or_else(|| format!("{}: no {place:?}", file.display()))?;
                let (before, after) = text.split_at(at + place.len());
                (format!("{before} "), after.to_owned())
            }
        };
        Ok(Self { file, original: text, before, after, pages })
    }

    /// Saves the file with `word` in it, in place, as a plain editor does.
    pub fn save(&self, word: &str) -> Result<(), Box<dyn Error>> {
        fs::write(&self.file, format!("{}{word}{}", self.before, self.after)).map_err(|error| error.into())
    }

    /// Puts the file back as it was.
    pub fn undo(&self) -> Result<(), Box<dyn Error>> {
        fs::write(&self.file, &self.original).map_err(|error| error.into())
    }

    /// Saves it with a word that no page has shown yet, asks for the pages until they show it, and waits until the server is done.
    pub fn time(&self, server: &Server, word: &str) -> Result<Seen, Box<dyn Error>> {
        let mut client = Client::connect(server.recipe.port)?;
        for page in &self.pages {
            let answer = client.get(page)?;
            if answer.status != 200 || answer.shows(word) {
                return Err(format!("{page}: status {} before the edit", answer.status).into());
            }
        }
        let [page, others @ ..] = &self.pages[..] else { return Err("no page".into()) };
        let used = server.cpu();
        let began = Instant::now();
        self.save(word)?;
        let Some(first) = wait(&mut client, page, word, (began, LIMIT))? else {
            return Err(format!("{page} never showed the edit\n{}", server.said()).into());
        };
        let limit = first * 2 + Duration::from_secs(10);
        let mut all = Some(first);
        for other in others {
            all = all.and(wait(&mut client, other, word, (began, limit))?);
        }
        server.settle();
        let cpu = server.cpu().zip(used).map(|(now, before)| now.saturating_sub(before));
        Ok(Seen { page: first, all, cpu })
    }
}

fn wait(
    client: &mut Client,
    page: &str,
    word: &str,
    (began, limit): (Instant, Duration),
) -> Result<Option<Duration>, Box<dyn Error>> {
    loop {
        let shows = client.get(page)?.shows(word);
        let waited = began.elapsed();
        if shows {
            return Ok(Some(waited));
        }
        if waited > limit {
            return Ok(None);
        }
        sleep(pause(waited));
    }
}
