//! All trials: each kind of thing at each place under each command, then several at once. They are in a fixed order that looks like
//! chance, so that the first so many of them are of all kinds.

use std::fs;
use std::path::Path;

use crate::hostile::{Goal, Kind, MARKS};
use crate::sandbox::{Origin, Sandbox};

/// What a person runs in the repository.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Task {
    Build,
    Full,
    Sync,
    Only,
    /// The content has an error.
    Wrong,
    Elsewhere,
    Check,
    External,
    List,
    Schema,
    NewNews,
    NewCentre,
    NewMunicipality,
    Init,
    Watch,
    Serve,
    /// To a folder of the repository.
    Publish,
    /// To an archive in the repository.
    Archive,
    /// A day of it, into a new folder.
    Show,
    Server,
    /// A list of activities, as a file of its own in the repository.
    Import,
}

impl Task {
    /// The commands, by what people use them for.
    pub const BUILDS: &[Self] =
        &[Self::Build, Self::Full, Self::Sync, Self::Only, Self::Wrong, Self::Elsewhere];
    pub const LOOKS: &[Self] = &[Self::Check, Self::External, Self::List, Self::Schema, Self::Server];
    pub const MAKES: &[Self] =
        &[Self::NewNews, Self::NewCentre, Self::NewMunicipality, Self::Init, Self::Import];
    pub const SENDS: &[Self] = &[Self::Publish, Self::Archive, Self::Show];
    pub const WATCHES: &[Self] = &[Self::Watch];
    pub const SERVES: &[Self] = &[Self::Serve];

    pub fn arguments(self) -> Vec<&'static str> {
        let words = match self {
            Self::Build | Self::Wrong => "build",
            Self::Full => "build --full",
            Self::Sync => "build --sync",
            Self::Only => "build --only alfa",
            Self::Elsewhere => "build -o sub/site",
            Self::Check => "check",
            Self::External => "check --external",
            Self::List => "list news",
            Self::Schema => return vec!["schema", "--lang", "en"],
            Self::NewNews => "new news Hej -m alfa",
            Self::NewCentre => "new centre Hem -m alfa --id hem",
            Self::NewMunicipality => "new municipality Botkyrka",
            Self::Init => "init nytt",
            Self::Watch => "watch",
            Self::Serve => "serve --port 0",
            Self::Publish => "publish ut --yes --no-look",
            Self::Archive => "archive arkiv",
            Self::Show => {
                return vec!["archive", "show", "arkiv", "2026-03-02", "-o", "visad", "--lang", "en"];
            }
            Self::Server => "server-config nginx",
            Self::Import => "import lista.csv --to alfa/torget --write",
        };
        words.split(' ').chain(["--now", "2026-03-01", "--lang", "en"]).collect()
    }

    /// The folder that it publishes to.
    pub fn output(self) -> Option<&'static str> {
        match self {
            Self::Build | Self::Full | Self::Sync | Self::Only | Self::Wrong | Self::Watch => Some("public"),
            Self::Publish | Self::Archive => Some("public"),
            Self::Elsewhere => Some("sub/site"),
            Self::Serve => Some(".fcsite/serve"),
            _ => None,
        }
    }

    /// What it makes in the repository.
    pub fn makes(self) -> Option<&'static str> {
        match self {
            Self::NewNews => Some("content/alfa/news/2026-03-01-hej.md"),
            Self::NewCentre => Some("content/alfa/centres/hem.yaml"),
            Self::NewMunicipality => Some("content/botkyrka"),
            Self::Init => Some("nytt"),
            Self::Publish => Some("ut"),
            Self::Archive => Some("arkiv"),
            Self::Show => Some("visad"),
            Self::Import => Some("content/alfa/centres/torget.yaml"),
            _ => None,
        }
    }
}

/// One thing that is put somewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    pub place: String,
    pub kind: Kind,
    pub how: u64,
}

/// One trial.
#[derive(Clone, Debug)]
pub struct Case {
    pub origin: Origin,
    pub changes: Vec<Change>,
    pub task: Task,
}

const PLACES: &[&str] = &[
    ".fcsite",
    ".fcsite/memory",
    ".fcsite/images",
    ".fcsite/links",
    ".fcsite/parts",
    ".fcsite/parts/.fcsite-part-0123456789abcdef",
    ".fcsite/lists",
    ".fcsite/edit",
    ".fcsite/edit/unsaved",
    ".fcsite/serve",
    ".fcsite/serve/index.html",
    ".fcsite/serve/alfa",
    ".fcsite/serve/.well-known",
    ".fcsite/serve/CNAME",
    ".fcsite/serve/.fcsite-manifest",
    ".fcsite/serve/.fcsite-journal",
    ".fcsite/serve/.fcsite-stage",
    ".fcsite/.serve.fcsite-stage",
    ".fcsite/.serve.fcsite-edit",
    ".fcsite/.serve.fcsite-edit/.fcsite-building",
    ".fcsite/.serve.fcsite-edit/.fcsite-begun",
    ".fcsite/.serve.fcsite-swap",
    ".fcsite/.serve.fcsite-lock",
    "public",
    "public/.well-known",
    "public/.well-known/security.txt",
    "public/CNAME",
    "public/.gitignore",
    "public/.gitkeep",
    "public/index.html",
    "public/feed.xml",
    "public/alfa",
    "public/alfa/nyheter",
    "public/alfa/index.html",
    "public/alfa/nyheter/2026-01-02-nyhet",
    "public/beta",
    "public/assets",
    "public/.DS_Store",
    "public/alfa/Thumbs.db",
    "public/frammande",
    "public/alfa/frammande",
    "public/.fcsite-manifest",
    "public/.fcsite-journal",
    "public/.fcsite-manifest-part",
    "public/.fcsite-lock",
    "public/.fcsite-stage",
    "public/.fcsite-building",
    "public/.fcsite-begun",
    "public/.fcsite-swap",
    "public/.fcsite-part-0123456789abcdef",
    "public/.fcsite-stage/.fcsite-building",
    "public/.fcsite-stage/.fcsite-begun",
    "public/index.html.fcsite-part",
    ".public.fcsite-stage",
    ".public.fcsite-stage/.fcsite-begun",
    ".public.fcsite-stage/.fcsite-part-0123456789abcdef",
    ".public.fcsite-edit",
    ".public.fcsite-edit/.fcsite-building",
    ".public.fcsite-edit/.fcsite-begun",
    ".public.fcsite-edit/.fcsite-part-0123456789abcdef",
    ".public.fcsite-swap",
    ".public.fcsite-lock",
    "content",
    "content/site.yaml",
    "content/alfa",
    "content/alfa/municipality.yaml",
    "content/alfa/centres",
    "content/alfa/centres/torget.yaml",
    "content/alfa/centres/hem.yaml",
    "content/alfa/news",
    "content/alfa/news/2026-01-02-nyhet.md",
    "content/alfa/news/2026-03-01-hej.md",
    "content/alfa/images",
    "content/alfa/images/bild.png",
    "content/beta",
    "content/_shared",
    "content/botkyrka",
    "content/botkyrka/municipality.yaml",
    "themes",
    "themes/egen",
    "themes/egen/theme.yaml",
    "themes/egen/assets",
    "themes/egen/assets/theme.css",
    "themes/egen/templates",
    ".vscode/schemas",
    "nytt",
    "nytt/content",
    "sub",
    "sub/site",
    "sub/site/.well-known",
    "sub/.site.fcsite-stage",
    "sub/.site.fcsite-edit/.fcsite-begun",
    "sub/.site.fcsite-swap",
    "sub/.site.fcsite-lock",
    ".fcsite/published",
    ".fcsite/published/ut",
    ".fcsite/published/ut/current",
    ".fcsite/published/ut/files",
    ".fcsite/published/ut/begun",
    ".fcsite/published/ut/next",
    ".fcsite/published/ut/host-key",
    ".fcsite/publish-home",
    ".fcsite/publish-lock",
    "publish.yaml",
    "ut",
    "ut/index.html",
    "ut/alfa",
    "ut/alfa/nyheter",
    "ut/.fcsite-published",
    "ut/.fcsite-publishing",
    "ut/.fcsite-publish-lock",
    "ut/.fcsite-parts",
    "arkiv",
    "arkiv/2026.wacz",
    "arkiv/2025.wacz",
    "arkiv/inventory.csv",
    "arkiv/retention.csv",
    "arkiv/SHA256SUMS",
    "arkiv/.fcsite-archive-journal",
    "arkiv/.fcsite-archive-lock",
    "visad",
    "visad/index.html",
    "lista.csv",
];

/// Where a leftover of a build, or the site before the last, may lie.
const LEFTOVERS: [&str; 5] = [
    ".public.fcsite-stage",
    ".public.fcsite-edit",
    "public/.fcsite-stage",
    ".fcsite/.serve.fcsite-stage",
    ".fcsite/serve/.fcsite-stage",
];

/// What of the output such a leftover is put back through.
const DOORS: [&str; 9] = [
    "public/.well-known",
    "public/CNAME",
    "public/alfa",
    "public/alfa/nyheter",
    "public/alfa/assets",
    "public/assets",
    "public/nyheter",
    ".fcsite/serve/.well-known",
    ".fcsite/serve/alfa",
];

/// All trials of some commands.
pub struct Cases {
    places: Vec<String>,
    leftovers: Vec<String>,
    kinds: Vec<Kind>,
    tasks: &'static [Task],
    killed: usize,
}

impl Cases {
    pub fn new(sandbox: &Sandbox, tasks: &'static [Task]) -> Self {
        let mut places: Vec<String> = PLACES.iter().map(|place| (*place).to_string()).collect();
        let remembered = remembered(&sandbox.root.join("kept/mine"));
        let mut leftovers: Vec<String> = LEFTOVERS.iter().map(|place| (*place).to_string()).collect();
        leftovers.extend(remembered.iter().filter(|place| place.contains("/spare-")).cloned());
        for place in &remembered {
            if place.contains("/spare-") {
                let inner = [
                    "index.html",
                    "alfa",
                    ".well-known",
                    ".fcsite-manifest",
                    ".fcsite-journal",
                    ".fcsite-spare",
                ];
                places.extend(inner.iter().map(|inner| format!("{place}/{inner}")));
            } else {
                // The first process of a container, which its files were named after.
                places.extend([format!("{place}.1.part"), format!("{place}.1.ThreadId2.part")]);
            }
        }
        places.extend(remembered);
        Self { places, leftovers, kinds: Kind::all(), tasks, killed: sandbox.killed }
    }

    /// How many there are of one thing at one place.
    pub fn singles(&self) -> usize {
        self.places.len() * self.kinds.len() * self.tasks.len()
    }

    /// The trial of a number: every other has one thing at one place, each of them once; the rest have several.
    pub fn case(&self, number: usize) -> Case {
        let mut dice = Dice(number as u64);
        let origin = match dice.roll(10) {
            0..5 => Origin::Theirs,
            5 if self.killed > 0 => Origin::Killed(dice.roll(self.killed)),
            6 if self.killed > 0 => Origin::Begun(2 + dice.roll(5)),
            _ => Origin::Mine,
        };
        if number.is_multiple_of(2) {
            // A step that is prime, and so meets each once.
            let at = (number / 2).wrapping_mul(104_729) % self.singles();
            let (rest, task) = (at / self.tasks.len(), self.tasks[at % self.tasks.len()]);
            let (place, kind) = (&self.places[rest / self.kinds.len()], self.kinds[rest % self.kinds.len()]);
            let change = Change { place: place.clone(), kind, how: dice.roll(840) as u64 };
            return Case { origin, changes: vec![change], task };
        }
        let task = self.tasks[dice.roll(self.tasks.len())];
        let mut changes = Vec::new();
        if dice.roll(3) > 0 {
            // A whole site, marked in some way.
            let kind = self.kinds[self.kinds.len() - 1 - dice.roll(MARKS.len())];
            changes.push(self.change(&mut dice, &self.leftovers, Some(kind)));
            let goal = [Goal::Folder, Goal::Hooks, Goal::EmptyFolder, Goal::Mirror][dice.roll(4)];
            let kind = Kind::Link(goal);
            changes.push(self.change(&mut dice, &DOORS, Some(kind)));
        }
        for _ in 0..=dice.roll(3) {
            changes.push(self.change(&mut dice, &self.places, None));
        }
        Case { origin, changes, task }
    }

    fn change(&self, dice: &mut Dice, places: &[impl ToString], kind: Option<Kind>) -> Change {
        let place = places[dice.roll(places.len())].to_string();
        let kind = kind.unwrap_or_else(|| self.kinds[dice.roll(self.kinds.len())]);
        Change { place, kind, how: dice.roll(840) as u64 }
    }
}

/// What the program remembers there, whatever it calls it.
fn remembered(repository: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for folder in [".fcsite", ".fcsite/memory", ".fcsite/images", ".fcsite/lists"] {
        let entries = fs::read_dir(repository.join(folder)).unwrap().map(Result::unwrap);
        found.extend(entries.map(|entry| format!("{folder}/{}", entry.file_name().to_str().unwrap())));
    }
    found.retain(|place| !PLACES.contains(&place.as_str()));
    found.sort();
    found
}

/// Numbers that look random and are the same at every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }
}
