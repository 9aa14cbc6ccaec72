//! What a server answers, and what is told of it.

use fcsite::base::Code;

use super::server::{Server, status};
use super::setting::{policy, told_of};

/// A server that gives every question the same answer.
fn always(code: u16) -> Server {
    Server::new(move |_| status(code))
}

#[test]
fn a_page_that_is_there_is_asked_for_its_head_alone_and_nothing_is_told() {
    for code in [200, 201, 204, 206, 304, 401, 407, 429] {
        let server = always(code);
        assert_eq!(told_of(&server.at("/sida"), &policy()), None, "{code}");
        assert_eq!(server.lines(), ["HEAD /sida"], "{code}");
    }
}

#[test]
fn who_is_not_let_in_or_must_wait_is_not_told_that_the_page_is_gone() {
    for code in [402, 403, 503] {
        let server = always(code);
        assert_eq!(told_of(&server.at("/"), &policy()), None, "{code}");
    }
}

#[test]
fn a_page_that_is_gone_is_told_with_the_status_and_was_asked_for_itself_too() {
    for code in [404, 410] {
        let server = always(code);
        let (told, words) = told_of(&server.at("/borta"), &policy()).unwrap();
        assert_eq!(told, Code::ExternalLinkBroken);
        assert!(words.contains("there is no such page") && words.contains(&code.to_string()), "{words}");
        assert_eq!(server.lines(), ["HEAD /borta", "GET /borta"]);
    }
}

#[test]
fn a_server_that_fails_is_told_with_the_status() {
    for code in [400, 418, 451, 500, 502, 504, 599] {
        let server = always(code);
        let (told, words) = told_of(&server.at("/"), &policy()).unwrap();
        assert_eq!(told, Code::ExternalLinkBroken);
        assert!(words.contains(&format!("the server answers {code}")), "{words}");
    }
}

#[test]
fn a_server_that_knows_no_heads_is_asked_for_the_page() {
    for refusal in [400, 403, 404, 405, 500, 501, 503] {
        let server =
            Server::new(move |question| status(if question.method == "HEAD" { refusal } else { 200 }));
        assert_eq!(told_of(&server.at("/"), &policy()), None, "{refusal}");
        assert_eq!(server.lines(), ["HEAD /", "GET /"], "{refusal}");
    }
}

#[test]
fn a_question_says_who_asks_and_nothing_of_where_it_comes_from() {
    let server = Server::new(|question| {
        let cookie = "Set-Cookie: sak=1; Path=/\r\n";
        match (question.method.as_str(), question.target.as_str()) {
            ("HEAD", _) => format!("HTTP/1.1 405 No\r\n{cookie}Content-Length: 0\r\n\r\n").into_bytes(),
            (_, "/a") => {
                format!("HTTP/1.1 302 So\r\nLocation: /b\r\n{cookie}Content-Length: 0\r\n\r\n").into_bytes()
            }
            _ => status(200),
        }
    });
    assert_eq!(told_of(&server.at("/a"), &policy()), None);
    let asked = server.asked();
    assert_eq!(
        asked.iter().map(|asked| asked.line()).collect::<Vec<_>>(),
        ["HEAD /a", "GET /a", "HEAD /b", "GET /b"]
    );
    for question in asked {
        let agent = question.header("user-agent").unwrap();
        assert!(agent.starts_with("fcsite/") && agent.contains("link check"), "{agent}");
        for name in ["cookie", "referer", "authorization", "origin", "from"] {
            assert_eq!(question.header(name), None, "{question:?}");
        }
        assert_eq!(question.header("host"), Some(format!("127.0.0.1:{}", server.port()).as_str()));
    }
}

#[test]
fn an_address_is_asked_for_as_browsers_ask_without_what_follows_the_hash() {
    let server = always(200);
    for (written, sent) in [
        ("/a?b=c#d", "HEAD /a?b=c"),
        ("/#", "HEAD /"),
        ("", "HEAD /"),
        ("?b", "HEAD /?b"),
        ("/öppettider/måndag?dag=lör", "HEAD /%C3%B6ppettider/m%C3%A5ndag?dag=l%C3%B6r"),
        ("/%C3%B6/{x}|y", "HEAD /%C3%B6/%7Bx%7D%7Cy"),
        ("/a/../b/./c", "HEAD /b/c"),
    ] {
        assert_eq!(told_of(&server.at(written), &policy()), None, "{written}");
        assert_eq!(server.lines().last().unwrap(), sent, "{written}");
    }
    let upper = server.at("/x").replacen("http", "HTTP", 1);
    assert_eq!(told_of(&upper, &policy()), None);
}
