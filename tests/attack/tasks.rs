//! What a person runs in a repository, with what each command may change there.

use std::path::Path;

/// A command, as a person would type it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Task {
    Build,
    Full,
    Sync,
    Only,
    /// The content has an error.
    Wrong,
    /// Its warnings are errors.
    Strict,
    Elsewhere,
    Drafts,
    /// With packed files beside the texts.
    Packed,
    /// Of the outputs of two others, in a folder of the repository.
    Parts,
    Check,
    CheckOnly,
    CheckJson,
    Sarif,
    External,
    List(&'static str),
    Schema,
    Server(&'static str),
    NewNews,
    NewPage,
    NewCentre,
    NewActivity,
    NewMunicipality,
    Init,
    Watch,
    Poll,
    Serve,
    /// As visitors see it, and the browser follows.
    Published,
    /// The editor: forms are opened, kept, previewed and saved, a picture is brought, a news item is made and the last saving is taken back.
    Edit,
    /// The editor publishes what was saved in it.
    EditSend,
    /// To a folder of the repository.
    Publish,
    /// Only says what would happen.
    DryRun,
    /// Puts back what was there before the last publication.
    Undo,
    /// To an archive in the repository.
    Archive,
    /// A day of it, into a new folder.
    Show,
    /// A file of its own in the repository: a list of activities, a text, or posts.
    Import(&'static str),
}

/// What lies in the repository to be brought in.
pub const LIST: &str = "lista.csv";
pub const WORKBOOK: &str = "termin.xlsx";
pub const TEXT: &str = "word.docx";
pub const POSTS: &str = "wordpress.xml";

const NEWS: &str = "content/alfa/news";
const PICTURES: &str = "content/alfa/images";
const CENTRE: &str = "content/alfa/centres/torget.yaml";

impl Task {
    /// The commands, by what people use them for.
    pub const BUILDS: &[Self] = &[
        Self::Build,
        Self::Full,
        Self::Sync,
        Self::Only,
        Self::Wrong,
        Self::Elsewhere,
        Self::Parts,
        Self::Strict,
        Self::Drafts,
    ];
    /// It takes many times as long as another.
    pub const PACKS: &[Self] = &[Self::Packed];
    pub const LOOKS: &[Self] = &[
        Self::Check,
        Self::External,
        Self::List("news"),
        Self::Schema,
        Self::Server("nginx"),
        Self::CheckOnly,
        Self::CheckJson,
        Self::Sarif,
        Self::List("centres"),
        Self::List("activities"),
        Self::List("pages"),
        Self::List("translations"),
        Self::List("phones"),
        Self::Server("apache"),
        Self::Server("caddy"),
        Self::Server("iis"),
        Self::Server("netlify"),
    ];
    pub const MAKES: &[Self] = &[
        Self::NewNews,
        Self::NewCentre,
        Self::NewMunicipality,
        Self::Init,
        Self::Import(LIST),
        Self::NewPage,
        Self::NewActivity,
        Self::Import(WORKBOOK),
        Self::Import(TEXT),
        Self::Import(POSTS),
    ];
    pub const SENDS: &[Self] = &[Self::Publish, Self::Archive, Self::Show, Self::Undo, Self::DryRun];
    pub const WATCHES: &[Self] = &[Self::Watch, Self::Poll];
    pub const SERVES: &[Self] = &[Self::Serve, Self::Published];
    pub const EDITS: &[Self] = &[Self::Edit, Self::EditSend];

    pub fn arguments(self) -> Vec<&'static str> {
        let words = match self {
            Self::Build | Self::Wrong => "build",
            Self::Full => "build --full",
            Self::Sync => "build --sync",
            Self::Only => "build --only alfa",
            Self::Strict => "build --strict",
            Self::Elsewhere => "build -o sub/site",
            Self::Drafts => "build --drafts --future",
            Self::Packed => "build --precompress",
            Self::Parts => "build --parts delar",
            Self::Check => "check",
            Self::CheckOnly => "check --only alfa",
            Self::CheckJson => "check --json",
            Self::Sarif => "check --sarif",
            Self::External => "check --external",
            Self::List(what) => return [&["list", what][..], DAY].concat(),
            Self::Schema => return vec!["schema", "--lang", "en"],
            Self::NewNews => "new news Hej -m alfa",
            Self::NewPage => "new page Hej -m alfa",
            Self::NewCentre => "new centre Hem -m alfa --id hem",
            Self::NewActivity => {
                "new activity Dans -m alfa -c torget --day tuesday --from 10.00 --to 11.00 --valid-from 2026-01-01 --valid-to 2026-06-01 --access drop_in"
            }
            Self::NewMunicipality => "new municipality Botkyrka",
            Self::Init => "init nytt",
            Self::Watch => "watch",
            Self::Poll => "watch --poll=50",
            Self::Serve => "serve --port 0",
            Self::Published => "serve --port 0 --published --follow",
            Self::Edit | Self::EditSend => "edit --no-open --port 0",
            Self::Publish => "publish ut --yes --no-look",
            Self::DryRun => "publish ut --dry-run --yes --no-look",
            Self::Undo => "publish ut --undo --yes --no-look",
            Self::Archive => "archive arkiv",
            Self::Show => {
                return vec!["archive", "show", "arkiv", "2026-03-02", "-o", "visad", "--lang", "en"];
            }
            Self::Server(name) => return [&["server-config", name][..], DAY].concat(),
            Self::Import(file) => {
                let to = if matches!(file, TEXT | POSTS) { NEWS_OF_ALFA } else { CENTRE_OF_ALFA };
                return [&["import", file, "--to", to, "--write"][..], DAY].concat();
            }
        };
        words.split(' ').chain(DAY.iter().copied()).collect()
    }

    /// The folder that it publishes to.
    pub fn output(self) -> Option<&'static str> {
        match self {
            Self::Build | Self::Full | Self::Sync | Self::Only | Self::Wrong | Self::Strict => Some("public"),
            Self::Drafts | Self::Packed | Self::Parts | Self::Watch | Self::Poll => Some("public"),
            Self::Publish | Self::DryRun | Self::Archive => Some("public"),
            Self::Elsewhere => Some("sub/site"),
            Self::Serve | Self::Published | Self::Edit | Self::EditSend => Some(".fcsite/serve"),
            _ => None,
        }
    }

    /// What it makes in the repository, or changes there, beside that.
    pub fn makes(self) -> &'static [&'static str] {
        match self {
            Self::NewNews => &["content/alfa/news/2026-03-01-hej.md"],
            Self::NewPage => &["content/alfa/pages/hej.md"],
            Self::NewCentre => &["content/alfa/centres/hem.yaml"],
            Self::NewActivity | Self::Import(LIST | WORKBOOK) => &[CENTRE],
            Self::NewMunicipality => &["content/botkyrka"],
            Self::Init => &["nytt"],
            Self::Publish | Self::Undo => &["ut"],
            Self::EditSend => &["internt", "public"],
            Self::Archive => &["arkiv"],
            Self::Show => &["visad"],
            _ => &[],
        }
    }

    /// Where it adds files, and changes none.
    pub fn adds_to(self) -> &'static [&'static str] {
        match self {
            Self::Import(TEXT | POSTS) | Self::Edit | Self::EditSend => &[NEWS, PICTURES],
            _ => &[],
        }
    }

    /// Does it build, and then do something with the site?
    pub fn sends(self) -> bool {
        matches!(self, Self::Publish | Self::DryRun | Self::Archive | Self::EditSend)
    }

    /// Does it go on until it is stopped?
    pub fn goes_on(self) -> bool {
        self.serves() || matches!(self, Self::Watch | Self::Poll)
    }

    /// Does it answer at an address?
    pub fn serves(self) -> bool {
        matches!(self, Self::Serve | Self::Published) || self.edits()
    }

    /// Is it the editor?
    pub fn edits(self) -> bool {
        matches!(self, Self::Edit | Self::EditSend)
    }

    /// Does it end before anything of the output is looked at?
    pub fn ends_early(self) -> bool {
        matches!(self, Self::Wrong | Self::Strict)
    }

    /// Is what lies there what the person asked for, by its place?
    pub fn is_source(self, path: &Path) -> bool {
        let is_brought = matches!(self, Self::Import(file) if path == Path::new(file));
        let is_part = self == Self::Parts && path.starts_with("delar");
        path.starts_with("content") || path.starts_with("themes") || is_brought || is_part
    }
}

const DAY: &[&str] = &["--now", "2026-03-01", "--lang", "en"];
const NEWS_OF_ALFA: &str = "alfa/news";
const CENTRE_OF_ALFA: &str = "alfa/torget";
