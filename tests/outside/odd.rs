//! Servers that do what no server should, and addresses that no server has.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use fcsite::base::Code;
use fcsite::host::outside::Policy;

use super::server::{DEADLINE, Log, Question, Server, status};
use super::setting::{impatient, policy, told_of, try_fresh};

/// A server that does with each connection what it likes, once it was asked something.
fn wild(act: impl Fn(&Question, &mut TcpStream) + Send + Sync + 'static) -> Server {
    Server::wild(Log::default(), move |question, mut stream| {
        act(question, &mut stream);
        Box::new(|| {})
    })
}

fn broken(server: &Server, policy: &Policy, why: &str) {
    let (told, words) = told_of(&server.at("/"), policy).unwrap_or_else(|| panic!("nothing is told: {why}"));
    assert_eq!(told, Code::ExternalLinkBroken, "{words}");
    assert!(words.contains(why), "{why}: {words}");
}

#[test]
fn a_server_that_never_answers_is_left_when_patience_ends() {
    let began = Instant::now();
    let server = wild(|_, stream| {
        // Until the other end is tired of it.
        let _ = stream.read(&mut [0]);
    });
    broken(&server, &impatient(), "did not answer in");
    assert!(began.elapsed() < DEADLINE / 2, "{:?}", began.elapsed());
}

#[test]
fn a_server_that_drips_is_left_when_patience_ends() {
    let began = Instant::now();
    let server = wild(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nX-Dripping: ");
        while stream.write_all(b"x").is_ok() {
            thread::sleep(Duration::from_millis(20));
        }
    });
    broken(&server, &impatient(), "did not answer in");
    assert!(began.elapsed() < DEADLINE / 2, "{:?}", began.elapsed());
}

#[test]
fn a_server_that_takes_connections_and_nothing_else_is_left() {
    // Its queue takes the connection; nobody ever reads from it.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    assert!(told_of(&url, &impatient()).unwrap().1.contains("did not answer in"));
}

#[test]
fn a_server_that_closes_at_once_does_not_answer() {
    broken(&wild(|_, stream| drop(stream.shutdown(Shutdown::Both))), &policy(), "the server does not answer");
    let half = wild(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 O");
    });
    broken(&half, &policy(), "");
}

#[test]
fn garbage_instead_of_an_answer_is_told() {
    for garbage in [
        &b"\0\x01\x02\xff\xfe\r\n\r\n"[..],
        b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 abc So\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 20 OK\r\n\r\n",
        b"\r\n\r\n\r\n",
    ] {
        let server = wild(move |_, stream| drop(stream.write_all(garbage)));
        let told = told_of(&server.at("/"), &policy());
        let Some((code, words)) = told else {
            panic!("{}: nothing is told", String::from_utf8_lossy(garbage))
        };
        assert_eq!(code, Code::ExternalLinkBroken, "{words}");
    }
}

#[test]
fn a_header_without_end_is_not_read_to_its_end() {
    let sent = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&sent);
    let server = wild(move |_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nX-Huge: ");
        while stream.write_all(&[b'x'; 8192]).is_ok() {
            counted.fetch_add(8192, Ordering::Relaxed);
        }
    });
    broken(&server, &policy(), "cannot be understood");
    let sent = sent.load(Ordering::Relaxed);
    assert!(sent < 64 << 20, "{sent} bytes of a header were taken");
}

#[test]
fn a_page_without_end_is_not_read() {
    let (done, ended) = mpsc::channel();
    let done = std::sync::Mutex::new(done);
    let server = wild(move |question, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
        let mut sent = 0_u64;
        // Also where only the head was asked for.
        while stream.write_all(&[b'x'; 8192]).is_ok() {
            sent += 8192;
        }
        let _ = done.lock().unwrap().send((question.method.clone(), sent));
    });
    assert_eq!(told_of(&server.at("/"), &policy()), None);
    let (method, sent) = ended.recv_timeout(DEADLINE).expect("the connection is closed");
    assert_eq!(method, "HEAD");
    assert!(sent < 64 << 20, "{sent} bytes were taken");
}

#[test]
fn what_follows_the_answer_to_one_question_is_no_answer_to_the_next() {
    let server = wild(|question, stream| {
        let code = if question.target == "/1" { 200 } else { 404 };
        // A body after a head, which looks like a further answer.
        let more = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        let _ = write!(stream, "HTTP/1.1 {code} So\r\nContent-Length: {}\r\n\r\n{more}", more.len());
        let _ = stream.read(&mut [0]);
    });
    let tried = try_fresh(&[server.at("/1"), server.at("/2"), server.at("/3")], &policy());
    assert_eq!(tried.diagnostics.len(), 2, "{:?}", tried.diagnostics);
}

#[test]
fn where_nobody_listens_the_server_does_not_answer() {
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (told, words) = told_of(&format!("http://{gone}/"), &policy()).unwrap();
    assert_eq!(told, Code::ExternalLinkBroken);
    assert!(words.contains("the server does not answer"), "{words}");
}

#[test]
fn a_name_that_does_not_exist_is_told_where_others_work() {
    let server = Server::new(|_| status(200));
    // RFC 6761: this name is never there.
    let tried = try_fresh(&["http://finns-inte.invalid/".to_string(), server.at("/")], &policy());
    assert_eq!(tried.diagnostics.len(), 1);
    let words = super::setting::words(&tried.diagnostics[0]);
    assert!(words.contains("there is no server of that name"), "{words}");
    assert!(!tried.is_offline);
}

#[test]
fn a_secure_address_whose_server_is_not_secure_is_told() {
    let server = wild(|_, stream| drop(stream.write_all(&status(200))));
    let url = server.at("/").replacen("http:", "https:", 1);
    // Its first bytes are no line: the server waits for one, and then closes.
    assert_eq!(told_of(&url, &impatient()).unwrap().0, Code::ExternalLinkBroken);
}

#[test]
fn addresses_that_no_server_has_are_told_and_never_a_panic() {
    let long = "a".repeat(100_000);
    let mut urls: Vec<String> = [
        "http://127.0.0.1:0/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:/",
        "http://127.0.0.1:-1/",
        "http://user@127.0.0.1/",
        "http://[::1",
        "http://[]/",
        "http://[fe80::1%25eth0]/",
        "http://[zz]/",
        "http://%31%32%37.0.0.1/",
        "http://räksmörgås.invalid/",
        "http://xn--a.invalid/",
        "http://xn--.invalid/",
        "http://٣.invalid/",
        "http://a..invalid/",
        "http://-.invalid/",
        "http://.invalid/",
        "http://999.999.999.999/",
        "http://a,b.invalid/",
        "http://a_b.invalid/",
        "http://😀.invalid/",
        "http://\u{202e}a.invalid/",
        "http:///",
        "http://",
        "https://?",
        "HTTP://A.INVALID/",
    ]
    .map(str::to_string)
    .to_vec();
    urls.push(format!("http://{long}.invalid/"));
    urls.push(format!("http://a.invalid/{long}"));
    urls.push(format!("http://{}invalid/", "a.".repeat(50_000)));
    urls.push(format!("http://{}.invalid/", "ö".repeat(50_000)));
    // One that works, so that this computer is not taken to be offline.
    let server = Server::new(|_| status(200));
    let count = urls.len();
    urls.push(server.at("/"));
    let tried = try_fresh(&urls, &impatient());
    // `http://127.0.0.1:/` is port 80, where something may or may not be.
    assert!([count - 1, count].contains(&tried.diagnostics.len()), "{}", tried.diagnostics.len());
    assert!(tried.diagnostics.iter().all(|found| found.code == Code::ExternalLinkBroken));
    assert_eq!(server.lines(), ["HEAD /"]);
}
