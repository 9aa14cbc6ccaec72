//! Slow clients, many of them, and a site that fails: the server goes on.

use std::fs;
use std::io::{self, Read, Write};
use std::sync::Arc;
use std::time::Duration;

use fcsite::host::serve::{Config, Limits, ServedSite, start};

use crate::client::{DEADLINE, Place, connect, listed, place, place_with, read_answer};

fn limited(connections: usize, head: Duration, stall: Duration) -> Place {
    let limits = Limits { connections, head, stall };
    place_with(Config { port: Some(0), limits, ..Config::default() })
}

#[test]
fn a_client_that_does_not_finish_its_request_is_shown_out() {
    let place = limited(4, Duration::from_millis(100), Duration::from_secs(30));
    for begun in ["", "G", "GET / HTTP/1.1\r\nHost: localhost\r\n", "GET / HTTP/1.1\r\nX: "] {
        let mut stream = place.connect();
        stream.write_all(begun.as_bytes()).unwrap();
        let mut rest = Vec::new();
        // Ends by the server's doing; the client keeps its side open.
        let end = stream.read_to_end(&mut rest).map_err(|error| error.kind());
        assert!(matches!(end, Ok(_) | Err(io::ErrorKind::ConnectionReset)), "{begun:?}: {end:?}");
        assert!(!String::from_utf8_lossy(&rest).contains("200 OK"));
    }
}

#[test]
fn more_clients_than_there_is_room_for_wait_and_are_answered() {
    // Nobody's time ends while the test runs.
    let hour = Duration::from_secs(3600);
    let place = limited(4, hour, hour);
    let begin = |_| {
        let mut stream = place.connect();
        stream.write_all(b"GET / HTTP/1.1\r\nX: ").unwrap();
        stream
    };
    let silent: Vec<_> = (0..40).map(begin).collect();
    assert_eq!(place.get("/botkyrka/").status, 200);
    drop(silent);
}

#[test]
fn who_has_asked_once_is_not_shown_out_for_those_who_have_not() {
    let hour = Duration::from_secs(3600);
    let place = limited(4, hour, hour);
    let mut reader = io::BufReader::new(place.connect());
    for _ in 0..20 {
        reader.get_mut().write_all(b"GET /sitemap.xml HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        assert_eq!(read_answer(&mut reader, false).text(), "<urlset/>");
        place.connect().write_all(b"G").unwrap();
    }
}

#[test]
fn who_is_refused_or_asks_for_nothing_more_makes_room_for_others() {
    let hour = Duration::from_secs(3600);
    let place = limited(4, hour, hour);
    let ask = |head: &str| {
        let mut reader = io::BufReader::new(place.connect());
        reader
            .get_mut()
            .write_all(format!("GET /sitemap.xml HTTP/1.1\r\n{head}\r\n\r\n").as_bytes())
            .unwrap();
        read_answer(&mut reader, false);
        reader
    };
    let heads = ["Host: localhost", "Host: evil.example", "Host: localhost\r\nSec-Fetch-Site: cross-site"];
    let idle: Vec<_> = heads.iter().cycle().take(40).map(|head| ask(head)).collect();
    assert_eq!(place.get("/botkyrka/").status, 200);
    drop(idle);
    let mut refused = io::BufReader::new(place.connect());
    refused.get_mut().write_all(b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n").unwrap();
    assert_eq!(read_answer(&mut refused, false).status, 403);
    assert_eq!(refused.read(&mut [0]).unwrap(), 0, "its place is free");
}

#[test]
fn a_client_that_reads_nothing_is_shown_out() {
    let place = limited(1, Duration::from_secs(30), Duration::from_millis(100));
    fs::write(place.root().join("large.bin"), vec![b'x'; 64 << 20]).unwrap();
    place.folder.show(listed([Box::from("large.bin"), Box::from("sitemap.xml")]));
    let mut lazy = place.connect();
    lazy.write_all(b"GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    // There is one place, and it is taken until the lazy one is shown out.
    assert_eq!(place.get("/sitemap.xml").text(), "<urlset/>");
    let mut all = Vec::new();
    let _ = lazy.read_to_end(&mut all);
    assert!(all.len() < 64 << 20);
}

#[test]
fn a_patient_client_gets_all_of_a_large_file_and_many_answers_on_one_connection() {
    let place = place();
    let bytes: Vec<u8> = (0..3_000_000_u32).map(|n| n.to_le_bytes()[0] ^ n.to_le_bytes()[1]).collect();
    fs::write(place.root().join("large.bin"), &bytes).unwrap();
    place.folder.show(listed([Box::from("large.bin")]));
    let mut reader = io::BufReader::new(place.connect());
    for _ in 0..5 {
        reader.get_mut().write_all(b"GET /large.bin HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        assert!(read_answer(&mut reader, false).body == bytes);
    }
}

/// A site with a fault of its own.
struct Broken;

impl ServedSite for Broken {
    fn read(&self, path: &str) -> Option<io::Result<Vec<u8>>> {
        match path {
            "panic.html" => panic!("a fault"),
            "disk.html" => Some(Err(io::ErrorKind::PermissionDenied.into())),
            path => (path == "index.html").then(|| Ok(b"well".to_vec())),
        }
    }

    fn is_folder(&self, _path: &str) -> bool {
        false
    }
}

#[test]
fn a_site_that_fails_costs_one_answer_and_not_the_server() {
    let server = start(Config { port: Some(0), ..Config::default() }, Arc::new(Broken)).unwrap();
    let ask = |path: &str| {
        let mut stream = connect(server.address());
        stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes()).unwrap();
        read_answer(&mut io::BufReader::new(stream), false)
    };
    let panicked = ask("/panic.html");
    assert!(panicked.status == 500 && panicked.text().contains("a fault of its own"));
    assert_eq!(panicked.header("x-content-type-options"), "nosniff");
    assert_eq!(ask("/disk.html").status, 500);
    assert!(ask("/").text().starts_with("well"));
}

#[test]
fn a_client_that_holds_its_connection_does_not_keep_the_server_from_stopping() {
    let hour = Duration::from_secs(3_600);
    let place = limited(4, hour, hour);
    let mut idle = place.connect();
    idle.write_all(b"GET / HTTP/1.1\r\n").unwrap();
    let (say, stopped) = std::sync::mpsc::channel();
    let server = place.server;
    std::thread::spawn(move || {
        server.stop();
        say.send(()).unwrap();
    });
    // It waits for a client that sends no more half a second, and not for the time that a head may take.
    stopped.recv_timeout(DEADLINE).expect("the server stops though a client holds its connection");
    let mut rest = Vec::new();
    assert!(idle.read_to_end(&mut rest).is_err() || rest.is_empty(), "{rest:?}");
}
