//! What is answered: files, folders, redirects, the page for what is missing, and what a browser may keep.

use std::fs;
use std::io::{BufReader, Write};
use std::sync::Arc;

use fcsite::base::Locale;
use fcsite::host::serve::{Config, ServedFolder, SiteNews, start};

use crate::client::{FILES, listed, place, place_with, read_answer};

const SCRIPT: &str = "<script src=\"/.fcsite/client.js\"";

#[test]
fn each_file_is_given_out_with_its_type() {
    let place = place();
    let expected = [
        ("/", "text/html; charset=utf-8"),
        ("/botkyrka/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/botkyrka/b%C3%A5t.txt", "text/plain; charset=utf-8"),
        ("/botkyrka/assets/site.1.css", "text/css; charset=utf-8"),
        ("/api/v1/centres.json", "application/json"),
        ("/api/v1/centres.geojson", "application/geo+json"),
        ("/api/v1/centres.csv", "text/csv; charset=utf-8"),
        ("/api/v1/catalog.rdf", "application/rdf+xml; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/botkyrka/kalender.ics", "text/calendar; charset=utf-8"),
        ("/.fcsite/client.js", "text/javascript; charset=utf-8"),
        ("/.fcsite/news.js", "text/javascript; charset=utf-8"),
    ];
    for (path, content_type) in expected {
        let answer = place.get(path);
        assert_eq!((answer.status, answer.header("content-type")), (200, content_type), "{path}");
    }
    let names = [
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.png", "image/png"),
        ("a.jpg", "image/jpeg"),
        ("a.webp", "image/webp"),
        ("a.gif", "image/gif"),
        ("a.woff2", "font/woff2"),
        ("a", "application/octet-stream"),
    ];
    for (name, _) in names {
        fs::write(place.root().join(name), "x").unwrap();
    }
    place.folder.show(listed(names.iter().map(|(name, _)| Box::from(*name))));
    for (name, content_type) in names {
        assert_eq!(place.get(&format!("/{name}")).header("content-type"), content_type);
    }
}

#[test]
fn a_files_bytes_are_what_lies_on_the_disk_and_only_pages_get_the_client() {
    let place = place();
    for (path, text) in FILES {
        let answer = place.get(&format!("/{}", path.replace('å', "%c3%a5")));
        assert_eq!(answer.header("content-length"), answer.body.len().to_string());
        if path.ends_with(".html") {
            let shown = answer.text();
            let (before, after) = shown.split_once(SCRIPT).unwrap();
            let rest = after.split_once("</script>\n").unwrap().1;
            assert_eq!(format!("{before}{rest}"), text);
            assert!(rest.starts_with("</body>"), "{shown}");
        } else {
            assert_eq!(answer.text(), text);
        }
        assert_eq!(fs::read_to_string(place.root().join(path)).unwrap(), text);
    }
}

#[test]
fn a_folder_shows_its_index_and_is_redirected_to_without_its_slash() {
    let place = place();
    assert!(place.get("/botkyrka/").text().contains("<h1>Botkyrka</h1>"));
    assert!(place.get("/botkyrka/?x=1").text().contains("<h1>Botkyrka</h1>"));
    let redirects = [
        ("/botkyrka", "/botkyrka/"),
        ("/botkyrka?a=b&c=//evil", "/botkyrka/?a=b&c=//evil"),
        ("/botkyrka/nyheter", "/botkyrka/nyheter/"),
        ("/api", "/api/"),
    ];
    for (from, to) in redirects {
        let answer = place.get(from);
        assert_eq!((answer.status, answer.header("location")), (308, to), "{from}");
    }
    // Not a file, not a folder, and never an address of another host.
    for path in
        ["//evil.example", "//botkyrka", "/botkyrka//", "/\\evil.example", "/%5cevil", "/%2f%2fevil", "/botk"]
    {
        let answer = place.get(path);
        assert!(matches!(answer.status, 400 | 404) && answer.header("location").is_empty(), "{path}");
    }
    assert_eq!(place.get("/botkyrka/feed.xml/").status, 404);
}

#[test]
fn what_is_missing_is_answered_by_the_nearest_page_that_says_so() {
    let place = place();
    let expected = [
        ("/botkyrka/missing", "botkyrka-404"),
        ("/botkyrka/a/b/c.png", "botkyrka-404"),
        ("/botkyrka/assets/", "botkyrka-404"),
        ("/missing", "region-404"),
        ("/api/", "region-404"),
    ];
    for (path, page) in expected {
        let answer = place.get(path);
        assert_eq!((answer.status, answer.header("content-type")), (404, "text/html; charset=utf-8"));
        assert!(answer.text().contains(page) && answer.text().contains(SCRIPT), "{path}");
    }
    let none = "a/".repeat(3000);
    assert_eq!(place.get(&format!("/{none}")).status, 404);
}

#[test]
fn a_browser_that_has_the_bytes_is_not_sent_them_again() {
    let place = place();
    for path in ["/botkyrka/", "/botkyrka/feed.xml", "/.fcsite/client.js", "/.fcsite/news.js"] {
        let first = place.get(path);
        let tag = first.header("etag").to_string();
        assert!(tag.starts_with('"') && tag.len() == 34, "{tag}");
        for known in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}"), "*".to_string()] {
            let answer = place.ask("GET", path, &format!("If-None-Match: {known}\r\n"));
            assert_eq!((answer.status, answer.body.len(), answer.header("etag")), (304, 0, tag.as_str()));
            assert_eq!(answer.header("cache-control"), "no-cache");
        }
        let other = place.ask("GET", path, "If-None-Match: \"x\", \"y\"\r\n");
        assert_eq!((other.status, other.body), (200, first.body));
    }
    let before = place.get("/botkyrka/").header("etag").to_string();
    fs::write(place.root().join("botkyrka/index.html"), "<body>Ny</body>").unwrap();
    let after = place.ask("GET", "/botkyrka/", &format!("If-None-Match: {before}\r\n"));
    assert!(after.status == 200 && after.text().contains("Ny") && after.header("etag") != before);
}

#[test]
fn head_says_what_get_says_without_the_body() {
    let place = place();
    for path in ["/", "/botkyrka", "/missing", "/botkyrka/feed.xml", "/.fcsite/client.js", "/%00"] {
        let (mut get, mut head) = (place.get(path), place.ask("HEAD", path, ""));
        get.headers.remove("date");
        head.headers.remove("date");
        assert_eq!((head.status, &head.headers), (get.status, &get.headers), "{path}");
        // Nothing comes after the head but the next answer; a refusal ends the connection.
        if get.status == 400 {
            continue;
        }
        let mut stream = place.connect();
        let host = place.server.address();
        let pair = format!(
            "HEAD {path} HTTP/1.1\r\nHost: {host}\r\n\r\nGET /sitemap.xml HTTP/1.1\r\nHost: {host}\r\n\r\n"
        );
        stream.write_all(pair.as_bytes()).unwrap();
        let mut reader = BufReader::new(stream);
        read_answer(&mut reader, true);
        assert_eq!(read_answer(&mut reader, false).text(), "<urlset/>", "{path}");
    }
    assert_eq!(place.ask("HEAD", "/.fcsite/events", "").status, 200);
}

#[test]
fn every_answer_is_for_this_site_only_and_is_asked_for_again() {
    let place = place();
    let requests =
        ["/", "/botkyrka", "/missing", "/%00", "/.fcsite/client.js", "/.fcsite/x", "/botkyrka/feed.xml"];
    let mut answers: Vec<_> = requests.iter().map(|path| place.get(path)).collect();
    answers.push(place.ask("POST", "/", ""));
    answers.push(place.send("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", false));
    answers.push(place.ask("GET", "/", "Origin: http://evil.example\r\n"));
    for answer in answers {
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("cache-control"), "no-cache");
        assert!(!answer.headers.keys().any(|name| name.starts_with("access-control-")));
    }
}

#[test]
fn before_the_first_build_a_screen_says_so_in_the_persons_language() {
    let root = std::env::temp_dir().join("no-such-folder-of-fcsite");
    let folder = Arc::new(ServedFolder::new(&root, &root));
    let swedish = Config { port: Some(0), language: Locale::Swedish, ..Config::default() };
    let place = place_with(swedish.clone());
    let empty = crate::client::Place { server: start(swedish, folder).unwrap(), ..place };
    let shows = |status: u16, words: &str| {
        for path in ["/", "/botkyrka/", "/x.css"] {
            let answer = empty.get(path);
            assert_eq!(answer.status, status);
            assert!(answer.text().contains(words) && answer.text().contains(SCRIPT), "{}", answer.text());
            assert!(answer.text().contains("<html lang=\"sv\">"));
        }
    };
    shows(503, "Webbplatsen byggs");
    empty.server.say(SiteNews::Failed { text: "x".to_string() });
    shows(503, "Webbplatsen har fel");
    empty.server.say(SiteNews::Mended);
    shows(404, "Sidan finns inte");
}
