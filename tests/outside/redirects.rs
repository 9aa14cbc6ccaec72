//! Servers that lead on.

use fcsite::base::Code;

use super::server::{Log, Question, Server, leads_to, status};
use super::setting::{policy, told_of};

/// A server that leads on from `/a` by `/b`, `/c` … with these statuses, and has the last.
fn chain(codes: &'static [u16]) -> Server {
    Server::new(move |question| {
        let step = usize::from(question.target.as_bytes()[1] - b'a');
        match codes.get(step) {
            Some(code) => leads_to(*code, &format!("/{}", char::from(b'b' + step as u8))),
            None => status(200),
        }
    })
}

#[test]
fn what_has_moved_for_good_is_told_with_the_last_address() {
    for (codes, last) in [(&[301][..], "/b"), (&[308], "/b"), (&[301, 308, 301], "/d")] {
        let server = chain(codes);
        let (told, words) = told_of(&server.at("/a"), &policy()).unwrap();
        assert_eq!(told, Code::ExternalLinkMoved);
        assert!(
            words.ends_with(&format!("has moved for good, to {}.", server.at(last))),
            "{codes:?}: {words}"
        );
    }
}

#[test]
fn what_leads_on_for_now_has_not_moved() {
    for codes in [&[302][..], &[303], &[307], &[302, 301], &[307, 308, 301]] {
        let server = chain(codes);
        assert_eq!(told_of(&server.at("/a"), &policy()), None, "{codes:?}");
        assert_eq!(server.lines().len(), codes.len() + 1);
    }
}

/// `http` that leads to `https` for good, and this to today's start page: the address to write is the one between.
#[test]
fn where_a_page_leads_for_now_is_never_told_as_its_new_address() {
    for (codes, last) in [(&[301, 302][..], "/b"), (&[301, 308, 303, 301], "/c")] {
        let server = chain(codes);
        let (told, words) = told_of(&server.at("/a"), &policy()).unwrap();
        assert_eq!(told, Code::ExternalLinkMoved);
        assert!(words.ends_with(&format!("to {}.", server.at(last))), "{codes:?}: {words}");
    }
}

#[test]
fn what_has_moved_to_a_page_that_is_gone_is_broken() {
    let server = Server::new(|question| match question.target.as_str() {
        "/a" => leads_to(301, "/b"),
        _ => status(404),
    });
    assert_eq!(told_of(&server.at("/a"), &policy()).unwrap().0, Code::ExternalLinkBroken);
}

#[test]
fn a_ring_of_redirects_ends_after_some_steps_and_is_told() {
    let server = Server::new(|question| leads_to(301, if question.target == "/a" { "/b" } else { "/a" }));
    let (told, words) = told_of(&server.at("/a"), &policy()).unwrap();
    assert_eq!(told, Code::ExternalLinkBroken);
    assert!(words.contains("leads on again and again"), "{words}");
    assert!(server.lines().len() <= 10, "{:?}", server.lines());
    let itself = Server::new(|question| leads_to(302, &question.target));
    assert!(told_of(&itself.at("/a"), &policy()).unwrap().1.contains("again and again"));
    let longer = Server::new(|question| leads_to(302, &format!("{}x", question.target)));
    assert!(told_of(&longer.at("/a"), &policy()).unwrap().1.contains("again and again"));
    assert!(longer.lines().len() <= 10, "{:?}", longer.lines());
}

#[test]
fn a_redirect_to_what_is_no_web_page_is_told_and_not_followed() {
    for next in [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:a@b.example",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1:70/_x",
        "http://",
        "http://[",
        "http://:80/",
        "http://127.0.0.1:99999/",
        "http://user:word@127.0.0.1/",
        "\\\\server\\share",
    ] {
        let server = Server::new(move |_| leads_to(302, next));
        let (told, words) =
            told_of(&server.at("/a"), &policy()).unwrap_or_else(|| panic!("{next}: nothing is told"));
        assert_eq!(told, Code::ExternalLinkBroken, "{next}");
        assert!(words.contains("cannot be understood") || next.starts_with('\\'), "{next}: {words}");
        assert!(next.starts_with('\\') || server.lines() == ["HEAD /a"], "{next}: {:?}", server.lines());
    }
}

#[test]
fn a_redirect_is_followed_from_where_it_stands() {
    for (next, target) in [
        ("/b", "/b"),
        ("b", "/x/b"),
        ("../b", "/b"),
        ("./b/", "/x/b/"),
        ("?b", "/x/a?b"),
        ("/b?till=https://annan.example/x", "/b?till=https://annan.example/x"),
        ("b c", "/x/b%20c"),
        ("/två", "/tv%C3%A5"),
        ("/b#c", "/b"),
        ("   /b  ", "/b"),
    ] {
        let server = Server::new(move |question| match question.target.as_str() {
            "/x/a?z" => leads_to(302, next),
            _ => status(200),
        });
        assert_eq!(told_of(&server.at("/x/a?z"), &policy()), None, "{next}");
        assert_eq!(server.lines(), ["HEAD /x/a?z".to_string(), format!("HEAD {target}")], "{next}");
    }
}

#[test]
fn a_redirect_may_lead_to_another_server() {
    let log = Log::default();
    let other = Server::logged(log.clone(), |_| status(200));
    for next in [other.at("/ny"), other.at("/ny").replacen("http:", "", 1)] {
        let server = Server::logged(log.clone(), move |_| leads_to(301, &next));
        let (told, words) = told_of(&server.at("/a"), &policy()).unwrap();
        assert_eq!(told, Code::ExternalLinkMoved);
        assert!(words.ends_with(&format!("to {}.", other.at("/ny"))), "{words}");
        assert_eq!(other.asked().last().map(Question::line).unwrap(), "HEAD /ny");
    }
}

#[test]
fn a_redirect_that_says_not_where_to_is_the_page_itself() {
    let server = Server::new(|_| status(301));
    assert_eq!(told_of(&server.at("/a"), &policy()), None);
}
