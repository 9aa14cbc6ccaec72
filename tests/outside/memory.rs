//! What works is remembered for a week in `.fcsite/links`; what does not is asked again; and what lies there does no harm.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};

use fcsite::base::Code;
use fcsite::host::hidden::Hidden;
use fcsite::host::outside::Policy;
use tempfile::TempDir;

use super::server::{Server, leads_to, status};
use super::setting::{TODAY, policy, try_fresh, try_in, words};

/// A server whose answer can be changed.
fn changeable() -> (Server, Arc<AtomicU16>) {
    let code = Arc::new(AtomicU16::new(200));
    let shared = Arc::clone(&code);
    let answer = move |_: &_| match shared.load(Ordering::SeqCst) {
        301 => leads_to(301, "http://127.0.0.1:9/"),
        code => status(code),
    };
    (Server::new(answer), code)
}

/// The length of the seal at the end.
const SEAL: usize = 32;

fn file(root: &TempDir) -> PathBuf {
    root.path().join(".fcsite/links")
}

#[test]
fn what_works_is_not_asked_again_within_seven_days_and_then_it_is() {
    let root = TempDir::new().unwrap();
    let (server, _) = changeable();
    let urls = [server.at("/x#y")];
    for (day, asked) in [
        ("2026-02-26", 1),
        ("2026-02-26", 1),
        ("2026-03-04", 1),
        ("2026-03-05", 2),
        ("2026-03-11", 2),
        ("2026-03-12", 3),
        // A clock that was wrong: what is known from a day to come is not known.
        ("2026-01-01", 4),
        ("2026-01-02", 4),
    ] {
        let tried = try_in(root.path(), &urls, &policy(), day);
        assert_eq!(server.lines().len(), asked, "{day}");
        assert_eq!(tried.asked + tried.remembered, 1);
        assert!(tried.diagnostics.is_empty());
    }
}

#[test]
fn what_was_broken_is_asked_again_until_it_works() {
    let root = TempDir::new().unwrap();
    let (server, code) = changeable();
    let urls = [server.at("/")];
    code.store(404, Ordering::SeqCst);
    for _ in 0..2 {
        let tried = try_in(root.path(), &urls, &policy(), TODAY);
        assert_eq!((tried.asked, tried.diagnostics.len()), (1, 1));
    }
    code.store(200, Ordering::SeqCst);
    let tried = try_in(root.path(), &urls, &policy(), TODAY);
    assert_eq!((tried.asked, tried.diagnostics.len()), (1, 0));
    let tried = try_in(root.path(), &urls, &policy(), TODAY);
    assert_eq!((tried.asked, tried.remembered), (0, 1));
}

#[test]
fn what_has_moved_is_told_from_memory_too() {
    let root = TempDir::new().unwrap();
    let end = Server::new(|_| status(200));
    let next = end.at("/ny");
    let server = Server::new(move |_| leads_to(308, &next));
    let urls = [server.at("/")];
    let first = try_in(root.path(), &urls, &policy(), TODAY);
    let second = try_in(root.path(), &urls, &policy(), TODAY);
    assert_eq!((second.asked, second.remembered), (0, 1));
    let told = words(&first.diagnostics[0]);
    assert!(told.contains(&end.at("/ny")), "{told}");
    assert_eq!(words(&second.diagnostics[0]), told);
    assert_eq!(second.diagnostics[0].code, Code::ExternalLinkMoved);
}

#[test]
fn what_is_remembered_is_addresses_and_days_alone() {
    let root = TempDir::new().unwrap();
    let (server, _) = changeable();
    try_in(root.path(), &[server.at("/x?a=å#b")], &policy(), TODAY);
    let bytes = fs::read(file(&root)).unwrap();
    let value: serde_json::Value = serde_json::from_slice(&bytes[..bytes.len() - SEAL]).unwrap();
    assert_eq!(value, serde_json::json!({server.at("/x?a=%C3%A5"): {"asked": TODAY}}));
    let mut names: Vec<_> =
        fs::read_dir(root.path().join(".fcsite")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["links", "parts"], "nothing else is left there");
    assert_eq!(fs::read_dir(root.path().join(".fcsite/parts")).unwrap().count(), 0);
}

#[test]
fn a_damaged_memory_is_none() {
    let (server, _) = changeable();
    let at = server.at("/");
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for damaged in [
        String::new(),
        "{".to_string(),
        "[]".to_string(),
        "null".to_string(),
        "\0\u{fffd}".to_string(),
        format!("{{\"{at}\": {{}}}}"),
        format!("{{\"{at}\": {{\"asked\": \"i går\"}}}}"),
        format!("{{\"{at}\": {{\"asked\": \"2026-02-31\"}}}}"),
        format!("{{\"{at}\": {{\"asked\": \"9999-12-31\"}}}}"),
        format!("{{\"{at}\": {{\"asked\": \"-009999-01-01\"}}}}"),
        // What moved is no address of the web: it would be shown.
        format!("{{\"{at}\": {{\"asked\": \"{TODAY}\", \"moved\": \"\\u001b[2Jx\"}}}}"),
        format!("{{\"{at}\": {{\"asked\": \"{TODAY}\", \"moved\": \"javascript:x\"}}}}"),
        deep,
    ] {
        let root = TempDir::new().unwrap();
        // Sealed as our own, since nothing else is looked at.
        assert!(Hidden::of(root.path()).write("links", damaged.as_bytes()).unwrap());
        let start: String = damaged.chars().take(80).collect();
        let tried = try_in(root.path(), std::slice::from_ref(&at), &policy(), TODAY);
        assert_eq!((tried.asked, tried.diagnostics.len()), (1, 0), "{start}");
        let again = try_in(root.path(), std::slice::from_ref(&at), &policy(), TODAY);
        assert_eq!((again.asked, again.remembered), (0, 1), "{start}");
    }
}

#[test]
fn a_link_in_place_of_the_memory_is_neither_read_nor_written_through() {
    let (server, _) = changeable();
    let at = server.at("/");
    let elsewhere = TempDir::new().unwrap();
    let known = format!("{{\"{at}\": {{\"asked\": \"{TODAY}\"}}}}");
    // Even what was sealed is not read through a link.
    let other = TempDir::new().unwrap();
    assert!(Hidden::of(other.path()).write("links", known.as_bytes()).unwrap());
    let known = fs::read(file(&other)).unwrap();
    let theirs = elsewhere.path().join("links");
    fs::write(&theirs, &known).unwrap();
    let asks = |root: &Path| {
        let tried = try_in(root, std::slice::from_ref(&at), &policy(), TODAY);
        assert_eq!((tried.asked, tried.remembered), (1, 0));
        assert_eq!(fs::read(&theirs).unwrap(), known);
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1, "nothing is put there");
    };
    // The folder is a link.
    let root = TempDir::new().unwrap();
    symlink(elsewhere.path(), root.path().join(".fcsite")).unwrap();
    asks(root.path());
    // The file is one.
    let root = TempDir::new().unwrap();
    fs::create_dir(root.path().join(".fcsite")).unwrap();
    symlink(&theirs, file(&root)).unwrap();
    asks(root.path());
    // It leads to nothing.
    let root = TempDir::new().unwrap();
    fs::create_dir(root.path().join(".fcsite")).unwrap();
    symlink(elsewhere.path().join("new.json"), file(&root)).unwrap();
    asks(root.path());
}

#[test]
fn where_nothing_can_be_remembered_all_is_asked_and_told_as_ever() {
    let (server, code) = changeable();
    code.store(410, Ordering::SeqCst);
    let urls = [server.at("/")];
    // A folder in place of the file, a file in place of the folder, a pipe, and no source folder at all.
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(file(&folder).join("x")).unwrap();
    let plain = TempDir::new().unwrap();
    fs::write(plain.path().join(".fcsite"), "x").unwrap();
    let pipe = TempDir::new().unwrap();
    fs::create_dir(pipe.path().join(".fcsite")).unwrap();
    nix::unistd::mkfifo(&file(&pipe), nix::sys::stat::Mode::S_IRWXU).unwrap();
    let gone = folder.path().join("finns-inte");
    for root in [folder.path(), plain.path(), pipe.path(), &gone] {
        let tried = try_in(root, &urls, &policy(), TODAY);
        assert_eq!((tried.asked, tried.diagnostics.len()), (1, 1), "{}", root.display());
    }
    assert!(!gone.exists());
    assert_eq!(fs::read_to_string(plain.path().join(".fcsite")).unwrap(), "x");
}

#[test]
fn where_no_server_is_found_at_all_that_is_said_instead_of_each_link() {
    let urls: Vec<String> = (0..4).map(|number| format!("http://nr{number}.invalid/")).collect();
    let tried = try_fresh(&urls, &policy());
    assert!(tried.is_offline);
    assert_eq!((tried.asked, tried.diagnostics.len()), (4, 0));
    assert!(!try_fresh(&[], &policy()).is_offline, "nothing was asked");
}

#[test]
fn one_dead_server_or_two_do_not_mean_that_the_computer_is_offline() {
    let at = |host: &str, path: &str| format!("http://{host}.invalid/{path}");
    let few = [at("ett", "a"), at("ett", "b"), at("ett", "c"), at("två", "")];
    for count in [1, 3, 4] {
        let tried = try_fresh(&few[..count], &policy());
        assert!(!tried.is_offline && !tried.is_in_vain());
        assert_eq!((tried.asked, tried.diagnostics.len()), (count, count));
        assert!(words(&tried.diagnostics[0]).contains("there is no server of that name"));
    }
    // What was not sent out says nothing of the network, and what answers says that there is one.
    let mut mixed = few.to_vec();
    mixed.extend(["http://10.0.0.1/".to_string(), "http://10.0.0.2/".to_string()]);
    let outward = Policy { asks_within: false, ..policy() };
    assert_eq!(try_fresh(&mixed, &outward).diagnostics.len(), 6);
    mixed.push(at("tre", ""));
    assert!(try_fresh(&mixed, &outward).is_offline);
    let (server, _) = changeable();
    mixed.push(server.at("/"));
    assert!(!try_fresh(&mixed, &policy()).is_offline);
}

#[test]
fn who_has_no_time_to_answer_is_not_remembered_as_working_nor_told() {
    for busy in [429, 503] {
        let root = TempDir::new().unwrap();
        let (server, code) = changeable();
        let urls = [server.at("/")];
        code.store(busy, Ordering::SeqCst);
        for _ in 0..2 {
            let tried = try_in(root.path(), &urls, &policy(), TODAY);
            assert_eq!((tried.asked, tried.remembered, tried.diagnostics.len()), (1, 0, 0), "{busy}");
            assert!(!tried.is_offline);
        }
        code.store(404, Ordering::SeqCst);
        assert_eq!(try_in(root.path(), &urls, &policy(), TODAY).diagnostics.len(), 1, "{busy}");
        // Nor is where it has moved to, when nobody knows what is there.
        code.store(busy, Ordering::SeqCst);
        let next = server.at("/");
        let old = Server::new(move |_| leads_to(301, &next));
        let tried = try_in(root.path(), &[old.at("/")], &policy(), TODAY);
        assert_eq!((tried.asked, tried.diagnostics.len()), (1, 0), "{busy}");
    }
}

#[test]
fn a_link_where_the_memory_is_first_written_to_is_not_followed() {
    let (server, _) = changeable();
    let root = TempDir::new().unwrap();
    let theirs = root.path().join("theirs");
    fs::create_dir(&theirs).unwrap();
    fs::create_dir(root.path().join(".fcsite")).unwrap();
    symlink(&theirs, root.path().join(".fcsite/parts")).unwrap();
    let tried = try_in(root.path(), &[server.at("/")], &policy(), TODAY);
    assert_eq!((tried.asked, tried.diagnostics.len()), (1, 0));
    assert_eq!(fs::read_dir(&theirs).unwrap().count(), 0);
    assert!(!file(&root).exists());
}

#[test]
fn what_this_person_did_not_seal_is_not_believed() {
    let (server, code) = changeable();
    code.store(410, Ordering::SeqCst);
    let at = server.at("/");
    let root = TempDir::new().unwrap();
    fs::create_dir(root.path().join(".fcsite")).unwrap();
    let mut known = format!("{{\"{at}\": {{\"asked\": \"{TODAY}\"}}}}").into_bytes();
    known.extend([0; SEAL]);
    fs::write(file(&root), known).unwrap();
    let tried = try_in(root.path(), &[at], &policy(), TODAY);
    assert_eq!((tried.asked, tried.diagnostics.len()), (1, 1));
}

#[test]
fn a_dead_link_is_told_also_when_all_others_are_known_to_work() {
    let root = TempDir::new().unwrap();
    let (server, _) = changeable();
    let urls = [server.at("/"), "http://finns-inte.invalid/".to_string()];
    for _ in 0..2 {
        let tried = try_in(root.path(), &urls, &policy(), TODAY);
        assert!(!tried.is_offline, "a server that is remembered can be reached");
        assert_eq!(tried.diagnostics.len(), 1);
    }
}
