//! A site on disk, its server, and a client that sends what it is told to and reads what comes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use fcsite::host::serve::{Config, RunningServer, ServedFolder, SiteListing, start};
use tempfile::TempDir;

/// What must never be given out.
pub const SECRET: &str = "the-secret-beside-the-site";

/// No answer takes so long, whatever else the machine does.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// A small site: a region, a municipality, and one file of each kind.
pub const FILES: [(&str, &str); 14] = [
    ("index.html", "<!doctype html><html><body><h1>Region</h1></body></html>"),
    ("404.html", "<body>region-404</body>"),
    ("botkyrka/index.html", "<!doctype html><html><body><h1>Botkyrka</h1></body></html>\n"),
    ("botkyrka/404.html", "<body>botkyrka-404</body>"),
    ("botkyrka/nyheter/index.html", "<body>Nyheter</body>"),
    ("botkyrka/feed.xml", "<feed/>"),
    ("botkyrka/båt.txt", "båt"),
    ("botkyrka/assets/site.1.css", "body{}"),
    ("api/v1/centres.json", "{}"),
    ("api/v1/centres.geojson", "{}"),
    ("api/v1/centres.csv", "a;b"),
    ("api/v1/catalog.rdf", "<rdf/>"),
    ("sitemap.xml", "<urlset/>"),
    ("botkyrka/kalender.ics", "BEGIN:VCALENDAR"),
];

/// A list of files.
pub fn listed(paths: impl IntoIterator<Item = Box<str>>) -> Arc<dyn SiteListing> {
    Arc::new(paths.into_iter().collect::<BTreeSet<Box<str>>>())
}

/// A served site.
pub struct Place {
    pub dir: TempDir,
    pub folder: Arc<ServedFolder>,
    pub server: RunningServer,
}

pub struct Answer {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// A folder `public` with the site, and a secret beside it.
pub fn place() -> Place {
    place_with(Config { port: Some(0), ..Config::default() })
}

pub fn place_with(config: Config) -> Place {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("secret.txt"), SECRET).unwrap();
    let root = dir.path().join("public");
    for (path, text) in FILES {
        let file = root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let folder = Arc::new(ServedFolder::new(&root, &root));
    folder.show(listed(FILES.iter().map(|(path, _)| Box::from(*path))));
    let server = start(config, folder.clone()).unwrap();
    Place { dir, folder, server }
}

impl Place {
    pub fn root(&self) -> PathBuf {
        self.dir.path().join("public")
    }

    pub fn connect(&self) -> TcpStream {
        connect(self.server.address())
    }

    /// Sends these bytes, says that there are no more, and reads all that comes.
    pub fn raw(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = self.connect();
        // The server may close before it has taken everything.
        let _ = stream.write_all(bytes);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        answer
    }

    /// A request as browsers send it, with further headers.
    pub fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        let host = self.server.address();
        self.send(&format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n"), method == "HEAD")
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    /// Sends a whole request and reads one answer.
    pub fn send(&self, request: &str, head: bool) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        read_answer(&mut BufReader::new(stream), head)
    }
}

pub fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(DEADLINE)).unwrap();
    stream.set_write_timeout(Some(DEADLINE)).unwrap();
    stream
}

/// Reads the status and the headers.
pub fn read_head(reader: &mut impl BufRead) -> Answer {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        if line.trim_end().is_empty() {
            break;
        }
        lines.push(line.trim_end().to_string());
    }
    let status = lines.first().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok());
    let pairs = lines.iter().skip(1).map(|line| line.split_once(": ").unwrap());
    let headers = pairs.map(|(name, value)| (name.to_ascii_lowercase(), value.to_string())).collect();
    Answer { status: status.unwrap_or_default(), headers, body: Vec::new() }
}

/// Reads one answer, of the length that it says.
pub fn read_answer(reader: &mut impl BufRead, head: bool) -> Answer {
    let mut answer = read_head(reader);
    let length = answer.header("content-length").parse().unwrap_or(0);
    if !head {
        answer.body = vec![0; length];
        reader.read_exact(&mut answer.body).unwrap();
    }
    answer
}
