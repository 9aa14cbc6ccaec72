//! What `fcsite server-config` prints is given to the real servers, and the site is read through them.
//!
//! IIS and Netlify are none that run here: of theirs it is looked at that the file is well-formed and says the same.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// What was answered.
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// A server with the site, which ends with the test.
struct Running {
    port: u16,
    way: &'static str,
    site: PathBuf,
    _folder: tempfile::TempDir,
    program: Child,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

const SERVERS: [&str; 3] = ["nginx", "apache", "caddy"];

/// At the top of a server, and below another website.
const WAYS: [&str; 2] = ["/", "/familj/"];

fn fcsite(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_fcsite"))
        .args(arguments)
        .args(["--lang", "sv"])
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A site with two languages, an old address of a centre and one of a page, and packed files.
fn site(folder: &Path, way: &str, more: &[&str]) -> String {
    fcsite(folder, &["init", "site", "--now", "2026-11-20"]);
    let site = folder.join("site");
    let own = fs::read_to_string(site.join("content/site.yaml")).unwrap();
    let languages = own.replace("language: sv\n", "language: sv\nlanguages: [sv, en]\n");
    let languages = languages.replace("språk: sv\n", "språk: sv\nlanguages: [sv, en]\n");
    let number = "organisation_number: \"232100-0016\"\n";
    fs::write(site.join("content/site.yaml"), format!("{languages}\n{number}")).unwrap();
    let page = "---\ntitle: Om oss\naliases: [/gamla/om.html, /om-familjecentralen/]\n---\n\nVi finns här.\n";
    fs::create_dir_all(site.join("content/exempel/pages")).unwrap();
    fs::write(site.join("content/exempel/pages/om.md"), page).unwrap();
    fs::write(site.join("content/exempel/pages/om.en.md"), "---\ntitle: About us\n---\n\nWe are here.\n")
        .unwrap();
    let address = format!("https://familj.example{way}");
    fcsite(&site, &[&["build", "-q", "--now", "2026-11-28", "-u", &address], more].concat());
    address
}

fn start(server: &str, way: &'static str, more: &[&str]) -> Running {
    start_in("www", server, way, more)
}

/// The same, with a name for the folder that the site is copied to.
fn start_in(name: &str, server: &str, way: &'static str, more: &[&str]) -> Running {
    let folder = tempfile::tempdir().unwrap();
    let address = site(folder.path(), way, more);
    let root = folder.path().join(name);
    let public = root.join(way.trim_matches('/'));
    fs::create_dir_all(public.parent().unwrap()).unwrap();
    let _ = fs::remove_dir(&public);
    fs::rename(folder.path().join("site/public"), &public).unwrap();
    let place = root.display().to_string();
    let words =
        [&["server-config", server, "--root", &place, "-u", &address, "--now", "2026-11-28"], more].concat();
    let config = fcsite(&folder.path().join("site"), &words);
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let program = run(server, &config, folder.path(), port);
    let running = Running { port, way, site: public, _folder: folder, program };
    for _ in 0..400 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return running;
        }
        std::thread::sleep(Duration::from_millis(25));
    }
    let said = fs::read_to_string(running._folder.path().join("error.log")).unwrap_or_default();
    panic!("{server} did not start: {said}")
}

/// Starts a server of this machine with the configuration and as little around it as it can do with.
fn run(server: &str, config: &str, folder: &Path, port: u16) -> Child {
    let at = folder.display();
    let listen = format!("127.0.0.1:{port}");
    let file = folder.join("server.conf");
    let (whole, mut command) = match server {
        "nginx" => {
            let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
                .map(|name| format!("{name}_temp_path {at}/{name};\n"))
                .concat();
            let inner = config.replace("listen 80;", &format!("listen {listen};"));
            let whole = format!(
                "daemon off;\nmaster_process off;\nuser root;\npid {at}/pid;\nerror_log {at}/error.log;\nevents {{}}\nhttp {{\naccess_log off;\n{paths}{inner}\n}}\n"
            );
            let mut command = Command::new("nginx");
            command.arg("-c").arg(&file);
            (whole, command)
        }
        "apache" => {
            let modules = [
                "mpm_event",
                "authz_core",
                "dir",
                "mime",
                "alias",
                "headers",
                "filter",
                "deflate",
                "rewrite",
            ]
            .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
            .concat();
            let inner = config.replace("*:80>", &format!("{listen}>"));
            let whole = format!(
                "{modules}Listen {listen}\nServerName familj.example\nUser www-data\nGroup www-data\nPidFile {at}/pid\nTypesConfig {at}/empty\nErrorLog {at}/error.log\nDefaultRuntimeDir {at}\n{inner}\n"
            );
            fs::write(folder.join("empty"), "").unwrap();
            let mut command = Command::new("apache2");
            command.args(["-D", "FOREGROUND", "-d"]).arg(folder).arg("-f").arg(&file);
            (whole, command)
        }
        _ => {
            let inner = config.replacen("familj.example {", &format!("http://{listen} {{"), 1);
            let whole = format!("{{\n\tadmin off\n\tauto_https off\n}}\n{inner}");
            let mut command = Command::new("caddy");
            command.args(["run", "--adapter", "caddyfile", "--config"]).arg(&file);
            command.env("XDG_DATA_HOME", folder).env("XDG_CONFIG_HOME", folder);
            (whole, command)
        }
    };
    fs::write(&file, whole).unwrap();
    // Apache gives its rights up, and reads as somebody else.
    Command::new("chmod").args(["-R", "a+rX"]).arg(folder).status().unwrap();
    let errors = fs::File::options().create(true).append(true).open(folder.join("error.log")).unwrap();
    command
        .stdout(Stdio::null())
        .stderr(errors)
        .spawn()
        .unwrap_or_else(|error| panic!("{server} is needed for this test (tests/run installs it): {error}"))
}

impl Running {
    /// Asks for an address, as it stands.
    fn ask(&self, path: &str, accept: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let host = format!("127.0.0.1:{}", self.port);
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: {accept}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap_or(bytes.len());
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let body = bytes.get(end + 4..).unwrap_or_default().to_vec();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok());
        let headers: BTreeMap<String, String> = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_lowercase(), value.to_string()))
            .collect();
        let is_chunked = headers.get("transfer-encoding").is_some_and(|value| value == "chunked");
        let body = if is_chunked { joined(&body) } else { body };
        Answer { status: status.unwrap_or(0), headers, body }
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.way)
    }

    /// The files of the site, as paths below it.
    fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        let mut folders = vec![self.site.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push(path.strip_prefix(&self.site).unwrap().display().to_string());
                }
            }
        }
        files.sort();
        files
    }
}

/// What was sent in pieces (RFC 9112, 7.1).
fn joined(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = body.windows(2).position(|two| two == b"\r\n") {
        let length = String::from_utf8_lossy(&body[..end]).trim().to_string();
        let length = usize::from_str_radix(&length, 16).unwrap_or(0);
        let Some(piece) = body.get(end + 2..end + 2 + length).filter(|_| length > 0) else { break };
        whole.extend_from_slice(piece);
        body = body.get(end + 4 + length..).unwrap_or_default();
    }
    whole
}

fn kind_of(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next()?;
    Some(match name.rsplit('.').next()? {
        "xml" if name == "feed.xml" => "application/atom+xml",
        "json" if name == "feed.json" => "application/feed+json",
        "csv" => "text/csv",
        "geojson" => "application/geo+json",
        "rdf" | "dcat" => "application/rdf+xml",
        "html" => "text/html",
        "css" => "text/css",
        "js" => "text/javascript",
        "svg" => "image/svg+xml",
        "ics" => "text/calendar",
        "xml" => "application/xml",
        "json" => "application/json",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "png" => "image/png",
        "txt" => "text/plain",
        _ => return None,
    })
}

#[test]
fn each_file_is_served_with_its_type_and_the_headers_that_protect_readers() {
    for (server, way) in SERVERS.iter().flat_map(|server| WAYS.map(|way| (*server, way))) {
        let running = start(server, way, &[]);
        let mut kinds = BTreeMap::new();
        for file in running.files().iter().filter(|file| !file.starts_with('.')) {
            let bytes = fs::read(running.site.join(file)).unwrap();
            let address = running.at(file.strip_suffix("index.html").unwrap_or(file));
            let answer = running.ask(&address, "identity");
            let told = format!("{server} {address}: {} {:?}", answer.status, answer.headers);
            // A page at an old address is answered with the new one.
            if answer.status == 301 {
                assert!(String::from_utf8_lossy(&bytes).contains("http-equiv=\"refresh\""), "{told}");
                continue;
            }
            assert_eq!(answer.status, 200, "{told}");
            assert!(answer.body == bytes, "{told}: other bytes");
            let kind = answer.header("content-type");
            if let Some(wanted) = kind_of(file) {
                assert_eq!(kind.split(';').next(), Some(wanted), "{told}");
                *kinds.entry(wanted).or_insert(0) += 1;
                let is_text = wanted.starts_with("text/");
                assert!(
                    !is_text || kind.to_lowercase().replace(' ', "").ends_with("charset=utf-8"),
                    "{told}"
                );
            }
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{told}");
            assert_eq!(answer.header("content-security-policy"), "frame-ancestors 'self'", "{told}");
            assert!(!answer.header("referrer-policy").is_empty(), "{told}");
            let cache = answer.header("cache-control");
            let wanted =
                if file.contains("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
            assert_eq!(cache, wanted, "{told}");
        }
        for kind in [
            "text/html",
            "text/css",
            "text/calendar",
            "text/csv",
            "application/atom+xml",
            "application/feed+json",
            "application/geo+json",
            "application/json",
            "application/rdf+xml",
            "image/svg+xml",
        ] {
            assert!(kinds.contains_key(kind), "no {kind} was served: {kinds:?}");
        }
    }
}

/// May a page of any other site read it? Data, catalogues of them, feeds and calendars, but no page and nothing that pages are made with.
fn is_open(file: &str) -> bool {
    let parts: Vec<&str> = file.split('/').collect();
    let (name, folders) = parts.split_last().unwrap();
    match name.rsplit('.').next().unwrap() {
        "csv" | "geojson" | "ics" | "rdf" | "dcat" => true,
        "json" => *name == "feed.json" || folders.last() == Some(&"data"),
        "xml" => *name == "feed.xml",
        _ => false,
    }
}

#[test]
fn open_data_feeds_and_calendars_may_be_read_by_pages_of_other_sites_and_pages_may_not() {
    for (server, way) in SERVERS.iter().flat_map(|server| WAYS.map(|way| (*server, way))) {
        let running = start(server, way, &[]);
        let mut open = 0;
        for file in running.files().iter().filter(|file| !file.starts_with('.')) {
            let answer = running.ask(&running.at(file), "identity");
            let wanted = if is_open(file) { "*" } else { "" };
            let told = format!("{server} {file}: {} {:?}", answer.status, answer.headers);
            assert_eq!(answer.header("access-control-allow-origin"), wanted, "{told}");
            open += usize::from(is_open(file) && answer.status == 200);
        }
        assert!(open > 20, "{open}");
        for missing in ["exempel/data/finns-inte.csv", "exempel/finns-inte.ics", "exempel/x/feed.json"] {
            let answer = running.ask(&running.at(missing), "identity");
            assert_eq!((answer.status, answer.header("access-control-allow-origin")), (404, ""), "{missing}");
        }
    }
    // The rules of hosts that do not run here hold for each of the files, and no page.
    let folder = tempfile::tempdir().unwrap();
    site(folder.path(), "/", &[]);
    let config =
        |server: &str| fcsite(&folder.path().join("site"), &["server-config", server, "--now", "2026-11-28"]);
    let (iis, netlify) = (config("iis"), config("netlify"));
    let tables = netlify.split("[[headers]]").filter(|table| table.contains("Allow-Origin = \"*\""));
    let paths: Vec<String> = tables
        .map(|table| table.split("for = \"").nth(1).unwrap().split('"').next().unwrap().into())
        .collect();
    let matches = |path: &str, file: &str| {
        let (path, file): (Vec<_>, Vec<_>) = (path[1..].split('/').collect(), file.split('/').collect());
        path.len() == file.len()
            && path.iter().zip(&file).all(|(sign, part)| sign.starts_with(':') || sign == part)
    };
    let public = folder.path().join("site/public");
    let walk = walkdir::WalkDir::new(&public).into_iter().map(Result::unwrap);
    let files = walk.filter(|entry| entry.file_type().is_file());
    let path = |entry: walkdir::DirEntry| {
        format!("/{}", entry.path().strip_prefix(&public).unwrap().to_str().unwrap())
    };
    let files: BTreeSet<String> = files.map(path).collect();
    let open: BTreeSet<String> = files.iter().filter(|file| is_open(&file[1..])).cloned().collect();
    // IIS is told of folders, of which all is open, and of no others.
    let places = iis.split("<location path=\"").skip(1).filter(|place| place.contains("Allow-Origin"));
    let folders: Vec<String> =
        places.map(|place| format!("/{}/", place.split('"').next().unwrap())).collect();
    assert!(folders.iter().any(|folder| folder.ends_with("/data/")), "{folders:?}");
    for file in &files {
        if folders.iter().any(|folder| file.starts_with(folder.as_str())) {
            assert!(
                open.contains(file) || file.starts_with("/data/spec/") || file.ends_with(".html"),
                "{file}"
            );
        }
    }
    assert!(!iis.contains("<rewrite>"), "a module that IIS does not bring along");
    for file in &files {
        let told = paths.iter().any(|path| matches(path, &file[1..]));
        assert_eq!(told, open.contains(file), "netlify: {file}");
    }
    assert!(files.len() > 60 && open.len() > 20, "{open:?}");
}

#[test]
fn the_settings_for_iis_are_as_long_for_many_centres_as_for_one() {
    let folder = tempfile::tempdir().unwrap();
    site(folder.path(), "/", &[]);
    let site = folder.path().join("site");
    let length = || fcsite(&site, &["server-config", "iis", "--now", "2026-11-28"]).len();
    let before = length();
    for place in 0..20 {
        let text = format!("name: Hus {place}\nstatus: open\nservices: [{{kind: open_preschool}}]\n");
        fs::write(site.join(format!("content/exempel/centres/hus-{place}.yaml")), text).unwrap();
    }
    assert_eq!(length(), before);
}

#[test]
fn what_is_missing_is_answered_by_the_nearest_page_and_what_is_hidden_is_missing() {
    for (server, way) in SERVERS.iter().flat_map(|server| WAYS.map(|way| (*server, way))) {
        let running = start(server, way, &[]);
        let page = |file: &str| fs::read(running.site.join(file)).unwrap();
        for (path, file) in [
            ("finns-inte", "404.html"),
            ("exempel/finns-inte/", "exempel/404.html"),
            ("exempel/a/b/c.html", "exempel/404.html"),
            ("exempel/en/nothing/", "exempel/en/404.html"),
            ("exempel/assets/gone.css", "exempel/404.html"),
            ("exempel/gone.ics", "exempel/404.html"),
            (".fcsite-manifest", "404.html"),
            ("exempel/.hidden", "exempel/404.html"),
        ] {
            let answer = running.ask(&running.at(path), "identity");
            let told = format!("{server} {path} {:?}", answer.headers);
            assert_eq!(answer.status, 404, "{told}");
            assert!(answer.body == page(file), "{told}: {}", String::from_utf8_lossy(&answer.body));
            assert!(answer.header("content-type").starts_with("text/html"), "{told}");
            assert!(!answer.header("cache-control").contains("immutable"), "{told}");
        }
        assert!(running.site.join(".fcsite-manifest").is_file());
    }
}

#[test]
fn whatever_the_folder_is_called_the_servers_find_it_or_that_is_said() {
    for (server, name) in [
        ("nginx", "w\"w #;'{å}\\ <b>"),
        ("apache", "w\"w #;'{å} <b>"),
        ("caddy", "w\"w #;' <b>"),
        ("caddy", "w\"w #;'\\\"\\ <b>"),
    ] {
        let running = start_in(name, server, "/", &[]);
        assert_eq!(running.ask("/", "").status, 200, "{server} {name}");
    }
    let folder = tempfile::tempdir().unwrap();
    site(folder.path(), "/", &[]);
    for (server, root) in
        [("nginx", "/srv/$x"), ("apache", "/srv/${x}"), ("apache", "/srv/[x]"), ("caddy", "/srv/{env.HOME}")]
    {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
        command.args(["server-config", server, "--root", root, "--lang", "en"]);
        let output = command.current_dir(folder.path().join("site")).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && output.stdout.is_empty(), "{server}: {said}");
        assert!(
            said.contains("--root cannot be") && said.contains(&format!("{server} would read")),
            "{said}"
        );
    }
}

#[test]
fn old_addresses_lead_on_for_good() {
    for (server, way) in SERVERS.iter().flat_map(|server| WAYS.map(|way| (*server, way))) {
        let running = start(server, way, &[]);
        for old in ["exempel/gamla/om.html", "exempel/om-familjecentralen/"] {
            let answer = running.ask(&running.at(old), "identity");
            let to = answer.header("location");
            assert_eq!(answer.status, 301, "{server} {old}");
            let path = to.strip_prefix(&format!("http://127.0.0.1:{}", running.port)).unwrap_or(to);
            assert_eq!(path, running.at("exempel/om/"), "{server} {old}");
            assert_eq!(running.ask(path, "identity").status, 200, "{server} {old} {path}");
        }
        let answer = running.ask(&running.at("exempel/om"), "identity");
        assert!(
            (301..=308).contains(&answer.status),
            "{server}: a folder without its slash: {}",
            answer.status
        );
    }
}

#[test]
fn texts_are_sent_packed_to_who_can_unpack_them() {
    for server in SERVERS {
        let running = start(server, "/familj/", &["--precompress"]);
        // nginx sends Brotli with a module that Debian has apart.
        let codings: &[&str] = if server == "nginx" { &["gzip"] } else { &["br", "gzip"] };
        for (path, file) in
            [("exempel/", "exempel/index.html"), ("exempel/feed.xml", "exempel/feed.xml"), ("", "index.html")]
        {
            let bytes = fs::read(running.site.join(file)).unwrap();
            for coding in codings {
                let answer = running.ask(&running.at(path), coding);
                let told = format!("{server} {path} {coding} {} {:?}", answer.status, answer.headers);
                assert_eq!(answer.header("content-encoding"), *coding, "{told}");
                assert!(answer.header("vary").to_lowercase().contains("accept-encoding"), "{told}");
                let kind = kind_of(file).unwrap();
                assert!(answer.header("content-type").starts_with(kind), "{told}");
                let ending = if *coding == "br" { "br" } else { "gz" };
                let packed = fs::read(running.site.join(format!("{file}.{ending}"))).unwrap();
                assert!(answer.body == packed, "{told}: not the file that lies beside the text");
            }
            let plain = running.ask(&running.at(path), "identity");
            assert!(plain.body == bytes && plain.header("content-encoding").is_empty(), "{server} {path}");
        }
    }
}

#[test]
fn packed_files_hold_what_lies_beside_them_and_go_with_it() {
    let folder = tempfile::tempdir().unwrap();
    site(folder.path(), "/", &["--precompress"]);
    let public = folder.path().join("site/public");
    let page = public.join("exempel/om/index.html");
    let unpacked = |page: &Path| {
        let (mut by_gzip, mut by_brotli) = (Vec::new(), Vec::new());
        let packed = |ending: &str| fs::File::open(format!("{}.{ending}", page.display())).unwrap();
        flate2::read::GzDecoder::new(packed("gz")).read_to_end(&mut by_gzip).unwrap();
        brotli::Decompressor::new(packed("br"), 4096).read_to_end(&mut by_brotli).unwrap();
        assert_eq!(by_gzip, by_brotli);
        by_gzip
    };
    assert_eq!(unpacked(&page), fs::read(&page).unwrap());
    let text = folder.path().join("site/content/exempel/pages/om.md");
    fs::write(&text, "---\ntitle: Om oss\n---\n\nNågot annat.\n").unwrap();
    let words = ["build", "-q", "--now", "2026-11-28", "-u", "https://familj.example/"];
    fcsite(&folder.path().join("site"), &[&words[..], &["--precompress"]].concat());
    assert!(String::from_utf8(unpacked(&page)).unwrap().contains("Något annat"));
    fcsite(&folder.path().join("site"), &words);
    assert!(
        page.is_file()
            && !page.with_extension("html.gz").exists()
            && !page.with_extension("html.br").exists()
    );
    fcsite(&folder.path().join("site"), &[&words[..], &["--precompress"]].concat());
    assert_eq!(unpacked(&page), fs::read(&page).unwrap());
}

#[test]
fn the_files_for_iis_and_netlify_name_each_old_address_and_that_of_iis_is_well_formed() {
    let folder = tempfile::tempdir().unwrap();
    site(folder.path(), "/", &[]);
    for server in ["iis", "netlify"] {
        let config = fcsite(&folder.path().join("site"), &["server-config", server, "--now", "2026-11-28"]);
        for said in [
            "exempel/om-familjecentralen",
            "/exempel/om/",
            "nosniff",
            "frame-ancestors 'self'",
            "immutable",
            "application/atom+xml",
        ] {
            assert!(config.contains(said), "{server} lacks {said}:\n{config}");
        }
    }
    let config = fcsite(&folder.path().join("site"), &["server-config", "iis", "--now", "2026-11-28"]);
    let mut reader = quick_xml::Reader::from_str(&config);
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => break,
            Ok(_) => {}
            Err(error) => panic!("{error}\n{config}"),
        }
    }
}

#[test]
fn a_municipality_by_itself_is_set_up_without_its_folder_in_the_addresses() {
    let folder = tempfile::tempdir().unwrap();
    site(folder.path(), "/", &[]);
    let words = [
        "server-config",
        "caddy",
        "--only",
        "exempel",
        "-u",
        "https://exempel.example",
        "--now",
        "2026-11-28",
    ];
    let config = fcsite(&folder.path().join("site"), &words);
    assert!(config.contains("redir /om-familjecentralen/ /om/ 301"), "{config}");
    assert!(config.contains("handle /en/*"), "{config}");
}
