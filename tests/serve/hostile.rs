//! Requests that mean harm: none reads a byte outside the site, and the server goes on.

use std::fs;
use std::os::unix::fs::symlink;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::client::{FILES, Place, SECRET, listed, place};

/// Pieces of addresses that have led others astray.
const PIECES: [&[u8]; 40] = [
    b"/",
    b"//",
    b"..",
    b".",
    b"...",
    b"../",
    b"/../../",
    b"%2e%2e",
    b"%2E.",
    b"%2f",
    b"%5c",
    b"\\",
    b"..\\",
    b"%252e%252e%252f",
    b"%c0%ae%c0%ae/",
    b"%u002e",
    b"%00",
    b"\0",
    b"%",
    b"%zz",
    b"\xff\xfe",
    b"\xc3\xa5",
    b"%ff",
    b"?",
    b"#",
    b";",
    b"@",
    b":",
    b"botkyrka",
    b"botkyrka/link",
    b"botkyrka/link.txt",
    b"botkyrka/folder/secret.txt",
    b"secret.txt",
    b"public",
    b"etc/passwd",
    b"http://evil.example",
    b"file:///",
    b"\t",
    b"\x0b",
    b".fcsite/events/",
];

/// Ways to put an address into a request: what stands before it, and after it.
const FRAMES: [(&[u8], &[u8]); 16] = [
    (b"GET /", b" HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    (b"GET ", b" HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    (b"GET /botkyrka/", b" HTTP/1.0\r\nHost: localhost\r\n\r\n"),
    (b"HEAD /", b" HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    (b"GET http://localhost/", b" HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    (b"GET http://evil.example/", b" HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    (b"GET /", b"\r\n"),
    (b"GET /", b" HTTP/0.9\r\n\r\n"),
    (b"GET /", b" HTTP/2.0\r\nHost: localhost\r\n\r\n"),
    (b"GET /", b" HTTP/1.1\nHost: localhost\n\n"),
    (b"GET /", b" HTTP/1.1\r\nHost: localhost\r\n X: folded\r\n\r\n"),
    (b"GET /", b" HTTP/1.1\r\nHost: localhost\r\nHost : evil.example\r\n\r\n"),
    (b"GET /", b" HTTP/1.1\r\nHost: localhost\r\nX: \0\r\n\r\n"),
    (b"POST /", b" HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc"),
    (b"GET /", b" HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nGET /"),
    (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b""),
];

/// The site with links that lead out of it, all of them listed.
fn place_with_links() -> Place {
    let place = place();
    let (root, outside) = (place.root().join("botkyrka"), place.dir.path());
    symlink(outside.join("secret.txt"), root.join("link.txt")).unwrap();
    symlink(outside, root.join("folder")).unwrap();
    symlink("/etc/passwd", root.join("link")).unwrap();
    symlink("index.html", root.join("inner.html")).unwrap();
    fs::create_dir(root.join("list.txt")).unwrap();
    let links = ["link", "link.txt", "folder/secret.txt", "inner.html", "list.txt", "../../secret.txt"];
    let links = links.map(|link| format!("botkyrka/{link}").into_boxed_str());
    place.folder.show(listed(FILES.iter().map(|(path, _)| Box::from(*path)).chain(links)));
    place
}

fn assert_keeps_its_secrets(place: &Place, request: &[u8]) {
    let answer = place.raw(request);
    let text = String::from_utf8_lossy(&answer);
    let asked = String::from_utf8_lossy(request);
    assert!(!text.contains(SECRET) && !text.contains("root:"), "{asked:?}: {text}");
    assert!(text.is_empty() || text.starts_with("HTTP/1."), "{asked:?}: {text}");
}

fn assert_goes_on(place: &Place) {
    let answer = place.get("/botkyrka/");
    assert!(answer.status == 200 && answer.text().contains("<h1>Botkyrka</h1>"));
}

#[test]
fn a_thousand_hostile_requests_read_nothing_outside_the_site() {
    let place = place_with_links();
    // The same thousand each time, from a small generator of numbers.
    let mut state = 2026_u64;
    let mut below = |limit: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % limit
    };
    for _ in 0..1000 {
        let (before, after) = FRAMES[below(FRAMES.len())];
        let mut request = before.to_vec();
        for _ in 0..=below(6) {
            request.extend_from_slice(PIECES[below(PIECES.len())]);
        }
        request.extend_from_slice(after);
        assert_keeps_its_secrets(&place, &request);
    }
    assert_goes_on(&place);
}

#[test]
fn every_piece_in_every_frame_reads_nothing_outside_the_site() {
    let place = place_with_links();
    for (before, after) in FRAMES {
        for piece in PIECES {
            assert_keeps_its_secrets(&place, &[before, piece, after].concat());
        }
    }
    assert_goes_on(&place);
}

#[test]
fn a_link_is_not_followed_though_it_is_listed() {
    let place = place_with_links();
    for path in ["link", "link.txt", "folder/secret.txt", "inner.html", "list.txt"] {
        let answer = place.get(&format!("/botkyrka/{path}"));
        assert_eq!(answer.status, 500, "{path}");
        assert!(answer.text().contains("could not be read"));
    }
    assert_goes_on(&place);
}

#[test]
fn what_is_too_long_is_refused() {
    let place = place();
    for length in [1_000, 20_000, 70_000, 1_000_000] {
        let long = "a".repeat(length);
        for request in [
            format!("GET /{long} HTTP/1.1\r\nHost: localhost\r\n\r\n"),
            format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {long}\r\n\r\n"),
            format!("GET / HTTP/1.1\r\nHost: localhost\r\n{}\r\n", "X: y\r\n".repeat(length / 6)),
            format!("{long} / HTTP/1.1\r\nHost: localhost\r\n\r\n"),
        ] {
            assert_keeps_its_secrets(&place, request.as_bytes());
            let text = place.raw(request.as_bytes());
            assert!(length == 1_000 || !text.starts_with(b"HTTP/1.1 200"));
        }
    }
    assert_goes_on(&place);
}

#[test]
fn random_bytes_never_end_the_server() {
    let place = place_with_links();
    let config = Config { cases: 300, failure_persistence: None, ..Config::default() };
    let words =
        prop_oneof![
            prop::collection::vec(any::<u8>(), 0..200),
            prop::sample::select(PIECES.to_vec()).prop_map(<[u8]>::to_vec),
            prop::sample::select(FRAMES.to_vec()).prop_map(|(before, after)| [before, after].concat()),
            (prop::sample::select(FRAMES.to_vec()), prop::collection::vec(any::<u8>(), 0..30))
                .prop_map(|((before, after), bytes)| [before, &bytes, after].concat()),
            (prop::sample::select(FRAMES.to_vec()), "[/.%a-z0-9]{0,20}")
                .prop_map(|((before, after), path)| [before, path.as_bytes(), after].concat()),
        ];
    let requests = prop::collection::vec(words, 1..5);
    TestRunner::new(config)
        .run(&requests, |parts| {
            assert_keeps_its_secrets(&place, &parts.concat());
            Ok(())
        })
        .unwrap();
    assert_goes_on(&place);
}
