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

/// A text between quotation marks, as nginx, Apache and Caddy read it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_to_a_server_is_coded() {
        assert_eq!(plain("familj/år;}\"$x {"), "familj/%C3%A5r%3B%7D%22%24x%20%7B");
    }
}
