//! The reload channel: the state first, then what happens.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;

use fcsite::host::serve::SiteNews;
use serde_json::{Value, json};

use crate::client::{Place, place, read_head};

struct Events(BufReader<TcpStream>);

impl Events {
    fn of(place: &Place) -> Self {
        let mut stream = place.connect();
        let host = place.server.address();
        let request =
            format!("GET /.fcsite/events HTTP/1.1\r\nHost: {host}\r\nAccept: text/event-stream\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut reader = BufReader::new(stream);
        let head = read_head(&mut reader);
        assert_eq!((head.status, head.header("content-type")), (200, "text/event-stream"));
        assert_eq!(head.header("cross-origin-resource-policy"), "same-origin");
        Self(reader)
    }

    /// The next line, or none when the channel has ended.
    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        (self.0.read_line(&mut line).unwrap() > 0).then(|| line.trim_end().to_string())
    }

    fn next(&mut self) -> (String, Value) {
        let mut name = String::new();
        loop {
            let line = self.line().unwrap();
            if let Some(event) = line.strip_prefix("event: ") {
                name = event.to_string();
            } else if let Some(data) = line.strip_prefix("data: ") {
                return (name, serde_json::from_str(data).unwrap());
            }
        }
    }
}

fn changed(paths: &[&str], follow: Option<&str>) -> SiteNews {
    SiteNews::Changed {
        paths: paths.iter().map(ToString::to_string).collect(),
        follow: follow.map(str::to_string),
    }
}

#[test]
fn news_arrive_at_every_browser_in_their_order() {
    let place = place();
    let mut browsers = [Events::of(&place), Events::of(&place)];
    place.server.say(changed(&["botkyrka/index.html", "botkyrka/assets/site.2.css"], Some("/botkyrka/")));
    place.server.say(SiteNews::Failed { text: "\u{1b}[31mfel\u{1b}[0m i å.md\n  | ^".to_string() });
    place.server.say(SiteNews::Mended);
    for browser in &mut browsers {
        assert_eq!(browser.next(), ("hello".to_string(), json!({ "failed": null, "follow": null })));
        let follow = json!({ "number": 1, "to": "/botkyrka/" });
        let files = json!(["botkyrka/assets/site.2.css"]);
        assert_eq!(browser.next(), ("changed".to_string(), json!({ "files": files, "follow": follow })));
        assert_eq!(browser.next(), ("failed".to_string(), json!({ "text": "fel i å.md\n  | ^" })));
        assert_eq!(browser.next(), ("mended".to_string(), Value::Null));
    }
}

#[test]
fn who_comes_later_is_told_how_it_is_now() {
    let place = place();
    let failed = || Events::of(&place).next().1["failed"].clone();
    assert_eq!(failed(), Value::Null);
    place.server.say(SiteNews::Failed { text: "one".to_string() });
    place.server.say(SiteNews::Failed { text: "two".to_string() });
    assert_eq!(failed(), "two");
    place.server.say(changed(&[], Some("/botkyrka/")));
    assert_eq!(failed(), Value::Null);
    place.server.say(changed(&[], None));
    assert_eq!(Events::of(&place).next().1["follow"], json!({ "number": 1, "to": "/botkyrka/" }));
}

#[test]
fn a_browser_that_has_gone_is_forgotten_and_the_others_are_told() {
    let place = place();
    let mut one = Events::of(&place);
    for _ in 0..300 {
        Events::of(&place);
    }
    one.next();
    for _ in 0..5 {
        place.server.say(SiteNews::Mended);
        assert_eq!(one.next().0, "mended");
    }
    assert_eq!(place.get("/botkyrka/").status, 200);
}

#[test]
fn when_the_server_stops_the_channel_ends_and_the_port_is_free() {
    let place = place();
    let mut events = Events::of(&place);
    events.next();
    let address = place.server.address();
    place.server.stop();
    while events.line().is_some() {}
    assert!(TcpStream::connect(address).is_err());
    std::net::TcpListener::bind(address).unwrap();
}
