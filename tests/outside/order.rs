//! Polite and bounded: one question at a time to each server with a pause between, several servers at once, and an end to it all.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use fcsite::host::outside::{Policy, try_links};
use tempfile::TempDir;

use super::server::{DEADLINE, Log, Question, Server, leads_to, status};
use super::setting::{TODAY, day, link, link_in, policy, told, try_fresh};

const PAUSE: Duration = Duration::from_millis(40);

/// A question began when the one before had been answered, and the pause was over. Whoever asked knew of the answer later than we.
fn assert_polite(server: &Server, least: usize) {
    let mut asked = server.asked();
    assert!(asked.len() >= least, "{:?}", server.lines());
    asked.sort_by_key(|question| question.began);
    for pair in asked.windows(2) {
        let free = pair[0].ended.unwrap() + PAUSE;
        assert!(
            pair[1].began >= free,
            "{} came before the pause after {} was over",
            pair[1].line(),
            pair[0].line()
        );
    }
}

/// Answers after a while, so that whoever does not wait would be seen.
fn slow(code: u16) -> Vec<u8> {
    thread::sleep(Duration::from_millis(10));
    status(code)
}

#[test]
fn a_server_is_asked_one_thing_at_a_time_with_a_pause_between() {
    let server = Server::new(|_| slow(200));
    let urls: Vec<String> = (0..6).map(|number| server.at(&format!("/{number}"))).collect();
    let tried = try_fresh(&urls, &Policy { pause: PAUSE, ..policy() });
    assert_eq!((tried.asked, tried.left, tried.diagnostics.len()), (6, 0, 0));
    assert_polite(&server, 6);
}

#[test]
fn a_second_question_of_a_page_and_a_redirect_keep_the_pause_too() {
    let server = Server::new(|question| match (question.method.as_str(), question.target.as_str()) {
        ("HEAD", _) => slow(405),
        (_, "/a") => leads_to(302, "/b"),
        _ => slow(200),
    });
    try_fresh(&[server.at("/a"), server.at("/c")], &Policy { pause: PAUSE, ..policy() });
    assert_polite(&server, 6);
}

#[test]
fn a_server_that_many_others_lead_to_is_asked_one_thing_at_a_time_all_the_same() {
    let log = Log::default();
    let target = Arc::new(Server::logged(log.clone(), |_| slow(200)));
    let others: Vec<Server> = (0..5)
        .map(|number| {
            let next = target.at(&format!("/{number}"));
            Server::logged(log.clone(), move |_| leads_to(302, &next))
        })
        .collect();
    let urls: Vec<String> = others.iter().map(|server| server.at("/")).collect();
    try_fresh(&urls, &Policy { pause: PAUSE, ..policy() });
    assert_polite(&target, 5);
}

#[test]
fn several_servers_are_asked_at_the_same_time() {
    // Each answers only when all three are being asked.
    let meeting = Arc::new(Barrier::new(3));
    let servers: Vec<Server> = (0..3)
        .map(|_| {
            let meeting = Arc::clone(&meeting);
            Server::new(move |_| {
                meeting.wait();
                status(200)
            })
        })
        .collect();
    let urls: Vec<String> = servers.iter().map(|server| server.at("/")).collect();
    let tried = try_fresh(&urls, &policy());
    assert_eq!(told(&tried.diagnostics), Vec::<String>::new(), "one waited for another");
}

#[test]
fn no_more_servers_are_asked_at_the_same_time_than_may_be() {
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let servers: Vec<Server> = (0..9)
        .map(|_| {
            let (now, most) = (Arc::clone(&now), Arc::clone(&most));
            Server::new(move |_| {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                thread::sleep(Duration::from_millis(20));
                now.fetch_sub(1, Ordering::SeqCst);
                status(200)
            })
        })
        .collect();
    let urls: Vec<String> = servers.iter().map(|server| server.at("/")).collect();
    for at_once in [1, 3] {
        most.store(0, Ordering::SeqCst);
        let tried = try_fresh(&urls, &Policy { at_once, ..policy() });
        assert_eq!(tried.asked, 9);
        let seen = most.load(Ordering::SeqCst);
        assert!(seen <= at_once, "{seen} at once, and {at_once} may be");
    }
    assert_eq!(
        try_fresh(&urls, &Policy { at_once: 0, ..policy() }).asked,
        9,
        "none at once is one at a time"
    );
}

#[test]
fn an_address_is_asked_once_however_many_files_have_it_and_told_in_each() {
    let server = Server::new(|_| status(404));
    let files = ["content/a/pages/x.md", "content/a/pages/y.md", "content/b/centres/z.yaml"];
    let mut links: Vec<_> = files.iter().map(|file| link_in(file, &server.at("/borta#del"))).collect();
    links.push(link_in(files[0], &server.at("/borta#annan")));
    links.push(link_in(files[1], &server.at("/borta")));
    let root = TempDir::new().unwrap();
    let tried = try_links(&links, &policy(), root.path(), day(TODAY));
    assert_eq!(tried.asked, 1);
    assert_eq!(server.lines(), ["HEAD /borta", "GET /borta"]);
    let mut told: Vec<(String, String)> = tried
        .diagnostics
        .iter()
        .map(|found| (found.file.as_ref().unwrap().to_string(), super::setting::words(found)))
        .collect();
    told.sort();
    assert_eq!(
        told.iter().map(|(file, _)| file.as_str()).collect::<Vec<_>>(),
        [files[0], files[0], files[1], files[1], files[2]]
    );
    // Each as it is written there.
    assert!(told[0].1.contains("/borta#annan ") && told[1].1.contains("/borta#del "), "{told:?}");
}

#[test]
fn no_more_is_asked_than_may_be_and_the_rest_is_counted() {
    let server = Server::new(|_| status(404));
    let urls: Vec<String> = (0..7).map(|number| server.at(&format!("/{number}"))).collect();
    let tried = try_fresh(&urls, &Policy { most: 3, ..policy() });
    assert_eq!((tried.asked, tried.left, tried.diagnostics.len()), (3, 4, 3));
    assert_eq!(server.lines().len(), 6);
    let tried = try_fresh(&urls, &Policy { most: 0, ..policy() });
    assert_eq!((tried.asked, tried.left, tried.is_offline), (0, 7, false));
}

#[test]
fn what_is_left_over_for_its_number_is_asked_the_next_time() {
    let server = Server::new(|_| status(200));
    let links: Vec<_> = (0..5).map(|number| link(&server.at(&format!("/{number}")))).collect();
    let root = TempDir::new().unwrap();
    let policy = Policy { most: 3, ..policy() };
    let tried = try_links(&links, &policy, root.path(), day(TODAY));
    assert_eq!((tried.asked, tried.remembered, tried.left), (3, 0, 2));
    let tried = try_links(&links, &policy, root.path(), day(TODAY));
    assert_eq!((tried.asked, tried.remembered, tried.left), (2, 3, 0));
    assert_eq!(server.lines().len(), 5);
}

#[test]
fn when_the_time_is_out_nothing_more_is_asked_nor_paused_for() {
    let began = Instant::now();
    let server = Server::new(|_: &Question| status(200));
    let urls: Vec<String> = (0..4).map(|number| server.at(&format!("/{number}"))).collect();
    // The first pause would end after the time.
    let policy = Policy { whole: DEADLINE / 2, pause: DEADLINE, ..policy() };
    let tried = try_fresh(&urls, &policy);
    assert_eq!((tried.asked, tried.left), (1, 3));
    assert_eq!(server.lines(), ["HEAD /0"]);
    assert!(began.elapsed() < DEADLINE / 2, "{:?}", began.elapsed());
}

#[test]
fn what_is_under_way_when_the_time_is_out_is_broken_off_and_told_of_nobody() {
    let policy = Policy { whole: Duration::from_millis(300), patience: DEADLINE, ..policy() };
    let silent = Server::wild(Log::default(), |_, mut stream| {
        Box::new(move || drop(std::io::Read::read(&mut stream, &mut [0])))
    });
    // Each step is quick enough, and all of them together are not.
    let winding = Server::new(|question: &Question| {
        thread::sleep(Duration::from_millis(120));
        leads_to(302, &format!("{}x", question.target))
    });
    for server in [&silent, &winding] {
        let began = Instant::now();
        let tried = try_fresh(&[server.at("/")], &policy);
        assert!(began.elapsed() < DEADLINE / 2, "{:?}", began.elapsed());
        assert_eq!((tried.asked, tried.left), (0, 1));
        assert_eq!(told(&tried.diagnostics), Vec::<String>::new());
        assert!(tried.is_in_vain() && !tried.is_offline);
    }
    assert!(winding.lines().len() < 8, "{:?}", winding.lines());
}

#[test]
fn each_question_has_a_connection_of_its_own() {
    // A server that would go on with the same connection.
    let asked: Arc<Mutex<Vec<(usize, String)>>> = Arc::default();
    let log = Arc::clone(&asked);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for (number, stream) in listener.incoming().map_while(Result::ok).enumerate() {
            let log = Arc::clone(&log);
            thread::spawn(move || {
                let mut answer = stream.try_clone().unwrap();
                for line in BufReader::new(stream).lines().map_while(Result::ok) {
                    if line.starts_with("HEAD ") {
                        log.lock().unwrap().push((number, line));
                    } else if line.is_empty() {
                        let _ = answer.write_all(&status(200));
                    }
                }
            });
        }
    });
    let urls: Vec<String> = (0..3).map(|number| format!("http://{address}/{number}")).collect();
    assert_eq!(try_fresh(&urls, &policy()).asked, 3);
    let asked = asked.lock().unwrap();
    let expected: Vec<(usize, String)> =
        (0..3).map(|number| (number, format!("HEAD /{number} HTTP/1.1"))).collect();
    assert_eq!(*asked, expected);
}
