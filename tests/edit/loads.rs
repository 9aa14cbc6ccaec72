//! What many send at once to the editor: strangers, of whom little is kept, and large files of the person who was let in.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use fcsite::host::serve::{Beside, Config, Question, Reply, start_with};

use crate::server::{NEWS, NoSite, Trial, encoded};
use crate::uploads::send_to;

const KIND: &str = "multipart/form-data; boundary=x";

/// A request by a stranger, and how much of what comes along was taken of it; one byte less than all, so that it never ends.
fn begun(trial: &Trial, path: &str, kind: &str, sent: usize) -> (TcpStream, usize) {
    let mut stream = TcpStream::connect(trial.host()).unwrap();
    stream.set_write_timeout(Some(Duration::from_secs(2))).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let host = trial.host();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
        sent + 1
    );
    stream.write_all(head.as_bytes()).unwrap();
    let (piece, mut taken) = ([b'x'; 1 << 16], 0);
    while taken < sent {
        match stream.write(&piece[..piece.len().min(sent - taken)]) {
            Ok(more) => taken += more,
            Err(_) => break,
        }
    }
    (stream, taken)
}

/// The memory of this process in MB.
#[cfg(target_os = "linux")]
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.split_whitespace().next().unwrap().parse::<usize>().unwrap() / 1024
}

#[cfg(target_os = "linux")]
#[test]
fn what_strangers_send_fills_no_memory_and_leaves_room_for_who_was_let_in() {
    const STRANGERS: usize = 24;
    const SENT: usize = 12 << 20;
    let trial = Trial::new();
    let form = trial.form_of("Hej");
    let before = memory();
    let ask = |_| begun(&trial, "/redigera/f/x/fil", KIND, SENT);
    let mut held: Vec<(TcpStream, usize)> = (0..STRANGERS).map(ask).collect();
    let grown = memory().saturating_sub(before);
    assert!(grown < 100, "{grown} MB more, of {} MB that were sent", (STRANGERS * SENT) >> 20);
    // Those who found no place were sent away before they had sent all.
    let wholly = held.iter().filter(|(_, taken)| *taken == SENT).count();
    assert!((1..=6).contains(&wholly), "of {wholly} strangers all was taken");
    // Meanwhile who was let in sends a file.
    let picture = [("slag", "bild"), ("plats", "text"), ("alt", "Ett torn")];
    let done =
        send_to(&trial, &format!("{form}/fil"), &picture, &[("fil", "a.jpg", &crate::uploads::photograph())]);
    assert_eq!(done.status, 303, "{}", done.text);
    assert!(trial.read(NEWS).contains("images/a.jpg"));
    // Who sends the last byte is told that the editor is locked, and its place is another's.
    let last = held.iter_mut().find(|(_, taken)| *taken == SENT).map(|(stream, _)| {
        stream.write_all(b"x").unwrap();
        let mut status = [0; 12];
        stream.read_exact(&mut status).unwrap();
        status
    });
    assert_eq!(last, Some(*b"HTTP/1.1 403"));
}

#[test]
fn a_stranger_who_finds_no_place_is_told_so_and_finds_one_when_the_others_are_gone() {
    let trial = Trial::new();
    let origin = format!("http://{}", trial.host());
    let typed = encoded(&[("_form", "x"), ("title", "Min text")]);
    let ask = || trial.ask("POST", "/redigera/ny/alfa/news", &[("Origin", &origin)], &typed);
    let held: Vec<_> = (0..12).map(|_| begun(&trial, "/redigera/f/x", "text/plain", 9)).collect();
    // Their heads may still be on their way.
    let refused = (0..200).map(|_| ask()).find(|got| got.status != 403).unwrap();
    assert_eq!(refused.status, 503, "{}", refused.head);
    assert!(refused.head.to_lowercase().contains("connection: close"), "{}", refused.head);
    assert!(refused.text.contains("send it again"), "{}", refused.text);
    drop(held);
    let back = (0..2000).map(|_| ask()).find(|got| got.status != 503).unwrap();
    assert_eq!(back.status, 403);
    assert!(back.text.contains("Min text") && back.text.ends_with("</html>\n"), "{}", back.text);
    let length = back.head.to_lowercase();
    assert!(length.contains(&format!("content-length: {}", back.length)), "{length}");
}

#[test]
fn of_a_stranger_no_more_is_given_back_than_a_person_types() {
    let trial = Trial::new();
    let origin = format!("http://{}", trial.host());
    let of = |size: usize, kind: &str| {
        let body = format!("title=Titel&_body={}", "ord+".repeat(size / 4));
        let headers = [("Origin", origin.as_str()), ("Content-Type", kind)];
        trial.ask("POST", "/redigera/ny/alfa/news/hamta", &headers, &body)
    };
    let plain = "application/x-www-form-urlencoded";
    let typed = of(900_000, plain);
    assert!(typed.status == 403 && typed.text.contains("Titel"), "{}", typed.head);
    assert!(typed.text.len() > 900_000 && typed.text.ends_with("</html>\n"));
    for (size, kind) in [(1_200_000, plain), (9_000_000, plain), (900_000, KIND)] {
        let locked = of(size, kind);
        assert_eq!(locked.status, 403, "{size} of {kind}: {}", locked.head);
        assert!(!locked.text.contains("Titel") && locked.text.len() < 20_000, "{}", locked.text.len());
    }
}

#[test]
fn two_large_files_at_once_are_taken_one_after_the_other() {
    let trial = Trial::new();
    let to = format!("{}/fil", trial.form_of("Hej"));
    let document = [b"%PDF-1.7\n".as_slice(), &vec![b' '; 9 << 20], b"\n%%EOF\n"].concat();
    let send = |name: &str| {
        let fields = [("slag", "dokument"), ("text", name)];
        send_to(&trial, &to, &fields, &[("fil", name, &document)])
    };
    thread::scope(|scope| {
        let sending = ["a.pdf", "b.pdf", "c.pdf"].map(|name| scope.spawn(move || send(name)));
        for done in sending.map(|sent| sent.join().unwrap()) {
            assert_eq!(done.status, 303, "{}", done.text);
        }
    });
    let text = trial.read(NEWS);
    assert!(["a.pdf", "b.pdf", "c.pdf"].iter().all(|name| text.contains(&format!("files/{name}"))), "{text}");
}

/// Counts those that are answered at once, and what came with them.
#[derive(Default)]
struct Counter {
    now: AtomicUsize,
    most: AtomicUsize,
    bytes: AtomicUsize,
}

impl Beside for Counter {
    fn has(&self, path: &str) -> bool {
        path.starts_with("/x/")
    }

    fn answer(&self, question: &Question) -> Reply {
        self.most.fetch_max(self.now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        self.bytes.fetch_add(question.body.len(), Ordering::SeqCst);
        thread::sleep(Duration::from_millis(100));
        self.now.fetch_sub(1, Ordering::SeqCst);
        Reply { status: 200, content_type: "text/plain", body: b"ja".to_vec(), location: None, cookie: None }
    }

    fn knows(&self, head: &Question) -> bool {
        assert!(head.body.is_empty());
        head.cookie == "a=b"
    }

    fn most_bytes(&self, _path: &str) -> usize {
        8 << 20
    }
}

/// Eight at once, each with so many bytes: how many of them were answered, and how many at most at once, and with how many bytes.
fn eight_at_once(cookie: &str, size: usize) -> (usize, usize, usize) {
    let counter = Arc::new(Counter::default());
    let config = Config { port: Some(0), ..Config::default() };
    let server = start_with(config, Arc::new(NoSite), Some(counter.clone())).unwrap();
    let host = server.address().to_string();
    let ask = || {
        let mut stream = TcpStream::connect(&host).unwrap();
        let head = format!(
            "POST /x/y HTTP/1.1\r\nConnection: close\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {cookie}\r\nContent-Length: {size}\r\n\r\n"
        );
        let _ = stream.write_all(&[head.as_bytes(), &vec![b'x'; size]].concat());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        usize::from(answer.starts_with(b"HTTP/1.1 200") && answer.ends_with(b"ja"))
    };
    let answered: usize = thread::scope(|scope| {
        let asking: Vec<_> = (0..8).map(|_| scope.spawn(ask)).collect();
        asking.into_iter().map(|asked| asked.join().unwrap()).sum()
    });
    let [most, bytes] = [&counter.most, &counter.bytes].map(|count| count.load(Ordering::SeqCst));
    (answered, most, bytes)
}

#[test]
fn what_is_large_is_held_one_at_a_time_what_is_small_is_not_and_of_strangers_four() {
    assert_eq!(eight_at_once("a=b", 5 << 20), (8, 1, 8 * (5 << 20)));
    let (answered, most, bytes) = eight_at_once("a=b", 1000);
    assert!((answered, bytes) == (8, 8000) && most > 1, "{answered}, {most} at once, {bytes}");
    for (size, kept) in [(1000, 1000), (2 << 20, 0)] {
        let (answered, most, bytes) = eight_at_once("a=c", size);
        assert!((1..=8).contains(&answered) && (1..=4).contains(&most), "{answered}, {most} at once");
        assert_eq!(bytes, answered * kept);
    }
    // Larger than anything that may be sent: not even begun.
    assert_eq!(eight_at_once("a=b", 9 << 20), (0, 0, 0));
}
