//! Who is answered: every Host with every Origin at every path, and the methods.

use std::net::{IpAddr, Ipv4Addr};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fcsite::host::serve::{Config, Password};

use crate::client::{SECRET, place, place_with};

/// Where a request comes from; may it ask for the server's own paths, and for the site's? `own` stands for the host itself.
const ORIGINS: [(&str, bool, bool); 14] = [
    ("", true, true),
    ("Origin: own\r\n", true, true),
    ("Origin: own\r\nSec-Fetch-Site: same-origin\r\n", true, true),
    ("Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate\r\n", true, true),
    ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n", false, true),
    ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n", false, false),
    ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image\r\n", false, false),
    ("Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\n", false, false),
    ("Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site\r\n", false, false),
    ("Origin: http://evil.example\r\n", false, false),
    ("Origin: https://localhost\r\n", false, false),
    ("Origin: http://localhost:3000\r\n", false, false),
    ("Origin: null\r\n", false, false),
    ("Origin: own\r\nOrigin: http://evil.example\r\n", false, false),
];

/// What is asked for, its status, and is it the server's own?
const PATHS: [(&str, u16, bool); 7] = [
    ("/", 200, false),
    ("/botkyrka", 308, false),
    ("/missing", 404, false),
    ("/%2e%2e/secret.txt", 400, false),
    ("/.fcsite/client.js", 200, true),
    ("/.fcsite/news.js", 200, true),
    ("/.fcsite/events", 200, true),
];

#[test]
fn the_matrix_of_hosts_origins_and_paths() {
    let place = place();
    let port = place.server.address().port();
    let hosts = [
        (format!("Host: 127.0.0.1:{port}\r\n"), 0),
        (format!("Host: localhost:{port}\r\n"), 0),
        (format!("Host: [::1]:{port}\r\n"), 0),
        ("host: LOCALHOST\r\n".to_string(), 0),
        (String::new(), 400),
        (format!("Host: localhost:{port}\r\nHost: localhost:{port}\r\n"), 400),
        (format!("Host: localhost:{port}\r\nHost: evil.example\r\n"), 400),
        ("Host: evil.example\r\n".to_string(), 403),
        (format!("Host: evil.example:{port}\r\n"), 403),
        (format!("Host: 127.0.0.1.evil.example:{port}\r\n"), 403),
        (format!("Host: localhost:{}\r\n", port - 1), 403),
        (format!("Host: 192.168.1.5:{port}\r\n"), 403),
        (format!("Host: localhost:{port}, evil.example\r\n"), 403),
        ("Host: \r\n".to_string(), 403),
        ("Host: b\u{e5}t\r\n".to_string(), 400),
    ];
    let mut refused_in_words = 0;
    for (host, host_status) in &hosts {
        let name = host.trim_end().rsplit_once(": ").map_or("", |(_, name)| name);
        for (origin, own, site) in ORIGINS {
            for (path, status, is_own) in PATHS {
                let headers = format!("{host}{}", origin.replace("own", &format!("http://{name}")));
                // Events would not end, so all are asked for by HEAD.
                let answer = place.send(&format!("HEAD {path} HTTP/1.1\r\n{headers}\r\n"), true);
                let expected = match *host_status {
                    0 if (is_own && own) || (!is_own && site) => status,
                    0 => 403,
                    bad => bad,
                };
                assert_eq!(answer.status, expected, "{path} {headers}");
                refused_in_words += usize::from(
                    answer.status == 403 && answer.header("content-type").starts_with("text/plain"),
                );
            }
        }
    }
    assert!(refused_in_words > 300);
}

#[test]
fn a_stranger_is_told_in_words() {
    let place = place();
    let answer = place.send("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", false);
    assert!(answer.text().starts_with("This server only answers to its own address on this machine."));
    let answer = place.send("GET / HTTP/1.1\r\n\r\n", false);
    assert!(answer.status == 400 && answer.text().contains("which host"));
    let answer = place.send("GET / HTTP/1.0\r\n\r\n", false);
    assert_eq!(answer.status, 400);
}

#[test]
fn an_absolute_address_must_name_the_same_host() {
    let place = place();
    let host = place.server.address();
    let status = |target: &str| place.get(target).status;
    assert_eq!(status(&format!("http://{host}/")), 200);
    assert_eq!(status(&format!("http://{host}/botkyrka/")), 200);
    assert_eq!(status("http://evil.example/"), 403);
    assert_eq!(status("http://localhost/"), 403);
    assert_eq!(status(&format!("http://user@{host}/")), 403);
    assert_eq!(status(&format!("https://{host}/")), 400);
    assert_eq!(status(&format!("file://{host}/etc/passwd")), 400);
}

#[test]
fn only_get_and_head_are_answered_and_nothing_that_is_sent_along_is_taken() {
    let place = place();
    let host = place.server.address();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get", "X"] {
        let answer = place.ask(method, "/", "");
        assert_eq!((answer.status, answer.header("allow")), (405, "GET, HEAD"), "{method}");
    }
    assert_eq!(place.ask("OPTIONS", "*", "").status, 405);
    assert_eq!(place.send(&format!("CONNECT {host} HTTP/1.1\r\nHost: {host}\r\n\r\n"), false).status, 405);
    assert_eq!(place.ask("GET", "/", "Content-Length: 0\r\n").status, 200);
    assert_eq!(place.ask("GET", "/", "Content-Length: 5\r\n").status, 400);
    // What is hidden in a body is never taken for a request.
    let hidden = "GET /botkyrka/feed.xml HTTP/1.1\r\nHost: localhost\r\n\r\n";
    let length = hidden.len();
    let smuggled = [
        format!("Content-Length: {length}\r\n\r\n{hidden}"),
        format!("Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}"),
        format!("Content-Length: {length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}"),
        format!("Transfer-Encoding: xchunked\r\n\r\n{hidden}"),
        format!("Content-Length: 0\r\nContent-Length: {length}\r\n\r\n{hidden}"),
        format!("Content-Length: +{length}\r\n\r\n{hidden}"),
    ];
    for headers in smuggled {
        let answer = place.raw(format!("GET / HTTP/1.1\r\nHost: {host}\r\n{headers}").as_bytes());
        let text = String::from_utf8_lossy(&answer);
        assert!(!text.contains("<feed/>") && !text.contains("Region"), "{headers}: {text}");
        assert!(text.matches("HTTP/1.1 ").count() <= 1, "{headers}: {text}");
    }
}

#[test]
fn a_server_of_every_address_knows_addresses_in_digits_and_no_names() {
    let everywhere = IpAddr::V4(Ipv4Addr::UNSPECIFIED);
    let place = place_with(Config { bind: everywhere, port: Some(0), ..Config::default() });
    let port = place.server.address().port();
    assert_eq!(place.server.url(), format!("http://127.0.0.1:{port}/"));
    let status =
        |host: &str| place.send(&format!("GET / HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n"), false).status;
    assert_eq!((status("192.168.1.5"), status("localhost"), status("evil.example")), (200, 200, 403));
}

#[test]
fn what_is_not_listed_is_not_there() {
    let place = place();
    std::fs::write(place.root().join("draft.txt"), SECRET).unwrap();
    std::fs::write(place.root().join(".fcsite-manifest"), SECRET).unwrap();
    for path in ["/draft.txt", "/.fcsite-manifest", "/.fcsite/", "/.fcsite/client.js/", "/.FCSITE/events"] {
        let answer = place.get(path);
        assert!(matches!(answer.status, 400 | 404) && !answer.text().contains(SECRET), "{path}");
    }
}

#[test]
fn a_site_with_a_password_is_shown_to_those_alone_who_have_it() {
    let password = Password::new().unwrap();
    let word = password.shown().to_string();
    assert!(
        word.len() == 14
            && Password::new().unwrap().shown() != word
            && !format!("{password:?}").contains(&word)
    );
    let place = place_with(Config { port: Some(0), password: Some(password), ..Config::default() });
    let basic = |pair: &str| format!("Authorization: Basic {}\r\n", STANDARD.encode(pair));
    let ask = |path: &str, headers: &str| place.ask("GET", path, headers);
    for (path, status, _) in PATHS.iter().filter(|(path, ..)| *path != "/.fcsite/events") {
        assert_eq!(ask(path, &basic(&format!("chefen:{word}"))).status, *status, "{path}");
        for wrong in [
            String::new(),
            basic(&format!("chefen:{word}x")),
            basic("chefen:"),
            basic(&word),
            basic(&format!("chefen:{word}")).replace("Basic", "Bearer"),
            format!("Authorization: Basic {word}\r\n"),
            basic(&format!("chefen:{word}")).repeat(2),
        ] {
            let got = ask(path, &wrong);
            assert_eq!(got.status, 401, "{path} {wrong}");
            assert!(
                got.header("www-authenticate").starts_with("Basic realm=") && !got.text().contains(&word)
            );
            assert!(got.text().contains("password"), "{}", got.text());
        }
    }
    assert_eq!(ask("/.fcsite/events", "").status, 401);
    assert_eq!(ask("/", &basic(&format!(":{word}"))).status, 200);
}
