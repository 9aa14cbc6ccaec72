//! Servers: what a web server must be told so that the site is served as it is meant: which file answers where there is none, what may be
//! kept for how long, of what type each file is, which headers protect readers, and where old addresses lead.
//!
//! Pure: from what a build says of the site to the text of a configuration. Whatever of the content stands in it is made of letters that mean
//! nothing to any server ([`plain`]).

mod apache;
mod caddy;
mod iis;
mod netlify;
mod nginx;

use std::collections::BTreeSet;

use crate::base::characters::is_forbidden;
use crate::base::content_type::{BY_ENDING, BY_NAME, bare, is_text};
use crate::base::{AbsoluteUrl, Messages, OutputPath};

/// A web server, or a host of static sites, that is told how to serve the site. What stands at each is what a shell says of it, too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "host", derive(clap::ValueEnum))]
pub enum Server {
    /// nginx.
    Nginx,
    /// Apache.
    // Its httpd, 2.4.
    Apache,
    /// Caddy.
    // 2.
    Caddy,
    /// IIS.
    // Microsoft's: a `web.config`.
    Iis,
    /// Netlify.
    // And hosts that read its `netlify.toml`.
    Netlify,
}

impl Server {
    /// The character of a folder's name that this server reads as something else, however it is written.
    pub fn misread(self, folder: &str) -> Option<char> {
        let special = match self {
            // A variable. nginx has no way to say that it is none.
            Self::Nginx => "$",
            // The same, and what makes the name of a folder a pattern.
            Self::Apache => "$*?[",
            // What stands for something, and the second kind of quotation marks.
            Self::Caddy => "{}`",
            // There it stands in an explanation alone.
            Self::Iis | Self::Netlify => return None,
        };
        folder.chars().find(|c| c.is_control() || is_forbidden(*c) || special.contains(*c))
    }
}

/// What is served, and where.
#[derive(Clone, Debug)]
pub struct Served {
    /// The name that readers write: `familj.example`.
    host: String,
    /// Where on the host the site begins: `/`, or `/familj/`.
    way: String,
    /// The folder on the server that `/` is.
    root: String,
    /// Do packed files lie beside the texts?
    packed: bool,
    /// The folders of the output that have a page of their own for what is missing, the innermost first: `botkyrka/en/`.
    missing: Vec<String>,
    /// The folders of the output whose files never change under their names: `botkyrka/assets/`.
    assets: Vec<String>,
    /// The files whose type is told by their whole name, and those that a page of any other site may read: `botkyrka/feed.xml`.
    told: Vec<String>,
    /// Old addresses, and where each leads; both from the top of the output.
    moved: Vec<(String, String)>,
}

/// What stands before each answer: no guessing of types, no page of ours within another site's, no address told to others. The pages'
/// own policy stands in them; that nobody may frame them can only be said here (CSP 3, 6.4.2).
const HEADERS: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Content-Security-Policy", "frame-ancestors 'self'"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
];

/// The browser asks each time whether there is something new.
const ASK: &str = "no-cache";

/// A file of this name never changes: its name has a hash of its bytes.
const KEEP: &str = "public, max-age=31536000, immutable";

/// For how long a browser may keep a file of the site: the header `Cache-Control`, for hosts that are told of each file by itself.
#[cfg(feature = "s3")]
pub fn kept(file: &str) -> &'static str {
    if file.contains("assets/") { KEEP } else { ASK }
}

impl Served {
    /// What is served at an address, from the files and the old addresses of the output.
    pub fn new(
        address: &AbsoluteUrl,
        (root, packed): (&str, bool),
        files: &BTreeSet<String>,
        moved: &[(OutputPath, String)],
    ) -> Self {
        let rest = address.base().split_once("://").map_or("", |(_, rest)| rest);
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let path = plain(path.trim_matches('/'));
        let mut missing: Vec<String> =
            files.iter().filter_map(|file| file.strip_suffix("404.html")).map(plain).collect();
        missing.sort_by_key(|folder| std::cmp::Reverse(folder.matches('/').count()));
        let assets =
            files.iter().filter_map(|file| Some(format!("{}assets/", file.split_once("assets/")?.0)));
        let moved = moved.iter().map(|(from, to)| {
            let from = from.as_str();
            (plain(from.strip_suffix("index.html").unwrap_or(from)), plain(to))
        });
        Self {
            host: plain(host),
            way: if path.is_empty() { "/".to_string() } else { format!("/{path}/") },
            root: root.trim_end_matches('/').to_string(),
            packed,
            missing,
            assets: assets.map(|folder| plain(&folder)).collect::<BTreeSet<_>>().into_iter().collect(),
            told: files
                .iter()
                .filter(|file| is_named(file) || is_open(file))
                .map(|file| plain(file))
                .collect(),
            moved: moved.collect(),
        }
    }

    /// The folders of which all is open.
    fn open_folders(&self) -> BTreeSet<&str> {
        let is_whole = |folder: &str| matches!(folder.rsplit('/').next(), Some("data" | "datasets"));
        let folders = self.told.iter().filter_map(|file| Some(file.rsplit_once('/')?.0));
        folders.filter(|folder| is_whole(folder)).collect()
    }

    /// The address on the host of something in the output.
    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.way)
    }

    /// The folder on the server that the output is copied to.
    fn folder(&self) -> String {
        format!("{}{}", self.root, self.way.trim_end_matches('/'))
    }

    /// What readers write: `https://familj.example/`.
    fn address(&self) -> String {
        format!("https://{}{}", self.host, self.way)
    }
}

/// Is the type of a file told by its whole name?
fn is_named(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    BY_NAME.iter().any(|(known, _)| *known == name)
}

/// A page of any other site may read this, such as the municipality's own map: it is open data, and nobody is known by asking for it.
const OPEN: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// What is open, as a regular expression of its address from the top of the site: feeds, calendars, data with their schemas, catalogues.
const IS_OPEN: &str = r"(.*/)?(feed\.(xml|json)|data/[^/]+\.json|datasets/[^/]+|[^/]+\.(csv|geojson|ics))$";

/// The same of a file.
fn is_open(file: &str) -> bool {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    let within = folder.rsplit('/').next().unwrap_or(folder);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    matches!(name, "feed.xml" | "feed.json")
        || matches!(ending, "csv" | "geojson" | "ics")
        || within == "data" && ending == "json"
        || within == "datasets"
}

/// The configuration of a server, with what its parts are for in the person's language.
pub fn settings(server: Server, served: &Served, messages: &Messages) -> String {
    let says = Says { messages, served };
    match server {
        Server::Nginx => nginx::settings(served, says),
        Server::Apache => apache::settings(served, says),
        Server::Caddy => caddy::settings(served, says),
        Server::Iis => iis::settings(served, says),
        Server::Netlify => netlify::settings(served, says),
    }
}

/// The explanations in a configuration.
#[derive(Clone, Copy)]
struct Says<'a> {
    messages: &'a Messages,
    served: &'a Served,
}

impl Says<'_> {
    /// What a part is for, as lines that begin with a sign of comment.
    fn comment(self, id: &str, begin: &str) -> String {
        let folder = self.served.folder();
        let args = [("folder", folder.as_str()), ("address", &self.served.address())];
        let text = self.messages.text(&format!("server-{id}"), &args);
        text.lines().map(|line| format!("{begin}{line}\n")).collect()
    }
}

/// An address made of letters that mean nothing to any server: all others are coded (RFC 3986, 2.1).
fn plain(address: &str) -> String {
    let mut text = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-' | b'_' | b'~' | b':') {
            text.push(char::from(byte));
        } else if byte == b'%' {
            // It was coded before.
            text.push('%');
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

/// The types of the texts, which are worth being compressed; each once and without its charset.
fn compressed() -> Vec<&'static str> {
    let kinds = BY_ENDING.iter().map(|(_, kind)| *kind).filter(|kind| is_text(kind));
    kinds.map(bare).collect::<BTreeSet<_>>().into_iter().collect()
}

/// An address as a regular expression that is this address alone.
fn escaped(path: &str) -> String {
    path.replace('.', "\\.")
}

/// A text between quotation marks, as nginx and Apache read it, and Caddy where no backslash is in it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use quick_xml::events::Event;

    use super::*;
    use crate::base::Locale;

    /// A small site in a folder of the server, at an address.
    fn served(root: &str, address: &str) -> Served {
        let files =
            ["index.html", "404.html", "alfa/404.html", "assets/a.css", "alfa/feed.xml", "datasets/a.csv"];
        let files = files.into_iter().map(str::to_string).collect();
        let moved = [(OutputPath::new("alfa/förr/index.html").unwrap(), "alfa/nu/".to_string())];
        Served::new(&AbsoluteUrl::parse(address).unwrap(), (root, true), &files, &moved)
    }

    fn text(server: Server, root: &str, address: &str) -> String {
        static MESSAGES: LazyLock<Messages> = LazyLock::new(|| Messages::whole(Locale::Swedish));
        settings(server, &served(root, address), &MESSAGES)
    }

    /// Every character that there is, in texts of so many.
    fn every_character(length: usize) -> Vec<String> {
        let all: Vec<char> = ('\0'..=char::MAX).collect();
        all.chunks(length).map(|chunk| chunk.iter().collect()).collect()
    }

    const ADDRESS: &str = "https://familj.example/länet";

    /// What a reader of XML that is not ours says against it.
    fn faults(xml: &str) -> Option<String> {
        let is_xml = |c: char| matches!(u32::from(c), 0x9 | 0xa | 0xd | 0x20..=0xd7ff | 0xe000..=0xfffd | 0x1_0000..=0x10_ffff);
        if let Some(c) = xml.chars().find(|c| !is_xml(*c)) {
            return Some(format!("{c:?} stands in it"));
        }
        let mut reader = quick_xml::Reader::from_str(xml);
        reader.config_mut().check_comments = true;
        let mut depth = 0;
        loop {
            match reader.read_event() {
                Ok(Event::Start(_)) => depth += 1,
                Ok(Event::End(_)) => depth -= 1,
                Ok(Event::Empty(one)) if one.attributes().any(|one| one.is_err()) => {
                    return Some("an attribute is none".into());
                }
                Ok(Event::Eof) => return (depth != 0).then(|| "an element has no end".into()),
                Ok(_) => {}
                Err(error) => return Some(error.to_string()),
            }
        }
    }

    #[test]
    fn the_file_for_iis_is_well_formed_wherever_the_site_lies() {
        for root in ["C:\\web---site", "/srv/--->", "/srv/-", "--", "/srv/<a b='\"'>&]]>", "/srv/?><!--"] {
            let xml = text(Server::Iis, root, ADDRESS);
            assert_eq!(faults(&xml), None, "{root}\n{xml}");
        }
        for root in every_character(500) {
            assert_eq!(faults(&text(Server::Iis, &root, ADDRESS)), None, "{root:?}");
        }
        assert!(
            faults("<!-- a--b --><a/>").is_some() && faults("<a>").is_some() && faults("\u{1}").is_some()
        );
    }

    proptest::proptest! {
        #[test]
        fn whatever_address_is_one_has_settings_that_readers_take(host in "\\PC{1,20}", path in "\\PC{0,20}", root in "[-<>&'\"a/\\\\]{1,9}") {
            let address = format!("https://{host}/{path}");
            if AbsoluteUrl::parse(&address).is_ok() {
                let xml = text(Server::Iis, &root, &address);
                proptest::prop_assert_eq!(faults(&xml), None, "{}", xml);
            }
        }
    }

    #[test]
    fn no_character_of_a_folder_or_an_address_makes_a_line_of_settings_more_or_another() {
        let lines = |server: Server, root: &str| -> Vec<String> {
            text(server, root, ADDRESS).lines().map(str::to_string).collect()
        };
        for server in [Server::Nginx, Server::Apache, Server::Caddy, Server::Netlify] {
            let usual = lines(server, "/srv/web");
            for c in ('\0'..'\u{3000}').filter(|c| server.misread(&c.to_string()).is_none()) {
                let root = format!("/srv/{c}x");
                let written = lines(server, &root);
                assert_eq!(written.len(), usual.len(), "{server:?} {c:?}");
                let others = usual.iter().zip(&written).filter(|(usual, _)| !usual.contains("/srv/web"));
                for (usual, written) in others {
                    assert_eq!(usual, written, "{server:?} {c:?}");
                }
            }
            for special in ['\n', '\r', '\0'] {
                assert!(server == Server::Netlify || server.misread(&format!("/srv/{special}")).is_some());
            }
        }
    }

    #[test]
    fn what_means_something_to_a_server_is_coded() {
        assert_eq!(plain("familj/år;}\"$x {"), "familj/%C3%A5r%3B%7D%22%24x%20%7B");
    }
}
