//! The reload channel: what the browsers are told, by server-sent events.
//!
//! A browser that connects is told the present state first, so a page that was loaded while the site is broken shows the errors
//! too. A browser that does not take its news is cut off; it will connect again and be told the state. So nothing is ever
//! waited for and nothing piles up.
//!
//! The event `hello` holds `failed` (a text or null) and `follow`; `failed` holds `text`; `mended` nothing; `changed` holds
//! `files` (what changed apart from pages) and `follow`. Pages are not listed: there may be a hundred thousand, and a browser
//! looks at its own page anyway, since it may have missed news while it slept.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::response::sse::Event;
use futures_core::Stream;
use serde_json::{Value, json as value};
use tokio::sync::mpsc;

use super::SiteNews;
use crate::base::json;

/// How many browsers may listen.
const LISTENERS: usize = 128;

/// How many news one may leave untaken.
const WAITING: usize = 16;

/// How many files are listed in one piece of news. Files that pages load have names that change with them, so that a page shows
/// by itself that they have changed.
const FILES: usize = 500;

/// How much of the errors is shown.
const TEXT_BYTES: usize = 64 * 1024;

/// When a browser that lost its connection tries again.
const RETRY: Duration = Duration::from_millis(500);

/// How the site is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Health {
    /// It was not built yet.
    Waiting,
    /// It cannot be built, for these reasons.
    Failed(String),
    /// It is built.
    Well,
}

/// All who listen, and what they are to know.
#[derive(Debug)]
pub struct Listeners(Mutex<Inner>);

#[derive(Debug)]
struct Inner {
    state: Health,
    follow: Value,
    followed: u64,
    listeners: Vec<mpsc::Sender<Event>>,
    open: bool,
}

/// The news for one browser.
#[derive(Debug)]
pub struct Listening(mpsc::Receiver<Event>);

impl Default for Listeners {
    fn default() -> Self {
        Self(Mutex::new(Inner {
            state: Health::Waiting,
            follow: Value::Null,
            followed: 0,
            listeners: Vec::new(),
            open: true,
        }))
    }
}

impl Listeners {
    /// How the site is now.
    pub fn state(&self) -> Health {
        self.lock().state.clone()
    }

    /// The number of the last wish to go somewhere; zero before the first.
    pub fn followed(&self) -> u64 {
        self.lock().followed
    }

    /// Tells all who listen.
    pub fn say(&self, news: SiteNews) {
        let mut inner = self.lock();
        let event = match news {
            SiteNews::Changed { paths, follow } => {
                inner.state = Health::Well;
                inner.follow(follow.as_deref());
                let files = paths.iter().filter(|path| !path.ends_with(".html"));
                let files: Vec<&String> = files.take(FILES).collect();
                let follow = if follow.is_some() { inner.follow.clone() } else { Value::Null };
                event("changed", &value!({ "files": files, "follow": follow }))
            }
            SiteNews::Failed { text } => {
                let text = plain(&text);
                inner.state = Health::Failed(text.clone());
                event("failed", &value!({ "text": text }))
            }
            SiteNews::Mended => {
                inner.state = Health::Well;
                event("mended", &Value::Null)
            }
        };
        inner.listeners.retain(|listener| listener.try_send(event.clone()).is_ok());
    }

    /// One more who listens; `None` when there is no room.
    pub fn listen(&self) -> Option<Listening> {
        let mut inner = self.lock();
        inner.listeners.retain(|listener| !listener.is_closed());
        if !inner.open || inner.listeners.len() >= LISTENERS {
            return None;
        }
        let failed = match &inner.state {
            Health::Failed(text) => Value::from(text.as_str()),
            Health::Waiting | Health::Well => Value::Null,
        };
        let hello = event("hello", &value!({ "failed": failed, "follow": inner.follow })).retry(RETRY);
        let (sender, receiver) = mpsc::channel(WAITING);
        sender.try_send(hello).ok()?;
        inner.listeners.push(sender);
        Some(Listening(receiver))
    }

    /// Nobody is told anything from now on.
    pub fn close(&self) {
        let mut inner = self.lock();
        inner.open = false;
        inner.listeners.clear();
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    /// Remembers where to go: a browser that sleeps behind the editor's window goes there when it wakes. The number tells a
    /// new wish from one that it has met already.
    fn follow(&mut self, to: Option<&str>) {
        // `//name/` would be another host.
        let within = |to: &&str| to.starts_with('/') && !to[1..].starts_with(['/', '\\']);
        if let Some(to) = to.filter(within) {
            self.followed += 1;
            self.follow = value!({ "number": self.followed, "to": to });
        }
    }
}

impl Stream for Listening {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll_recv(cx).map(|event| event.map(Ok))
    }
}

fn event(name: &str, data: &Value) -> Event {
    Event::default().event(name).data(json::line(data))
}

/// A terminal's text without its colours, links and other controls, and not too long for a screen.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len().min(TEXT_BYTES));
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\u{1b}' if chars.peek() == Some(&'[') => {
                // A sequence of parameters up to a letter: `ESC [ 1 ; 31 m`.
                chars.by_ref().skip(1).find(|c| ('\u{40}'..='\u{7e}').contains(c));
            }
            '\u{1b}' if chars.peek() == Some(&']') => {
                // A link or a title, up to BEL or `ESC \`.
                if chars.by_ref().find(|c| matches!(c, '\u{7}' | '\u{1b}')) == Some('\u{1b}') {
                    chars.next_if_eq(&'\\');
                }
            }
            '\n' | '\t' => plain.push(c),
            c if c.is_control() => {}
            c => plain.push(c),
        }
        if plain.len() > TEXT_BYTES {
            plain.push_str(" …");
            break;
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminals_text_loses_its_colours_and_nothing_else() {
        let text = "\u{1b}[1m\u{1b}[38;5;9merror[FC0012]\u{1b}[0m: å\r\n\t\u{1b}]8;;file:///x\u{1b}\\x.md\u{1b}]8;;\u{7} | \u{8}^";
        assert_eq!(plain(text), "error[FC0012]: å\n\tx.md | ^");
        assert_eq!(plain("cut \u{1b}[1"), "cut ");
        assert_eq!(plain("\u{1b}]8;;x"), "");
        assert!(plain(&"å".repeat(TEXT_BYTES)).len() < TEXT_BYTES + 10);
    }

    #[test]
    fn no_address_of_another_host_is_followed() {
        for to in ["//evil.example/", "/\\evil.example", "https://evil.example", "javascript:alert(1)", ""] {
            let live = Listeners::default();
            live.say(SiteNews::Changed { paths: Vec::new(), follow: Some(to.to_string()) });
            assert_eq!(live.lock().follow, Value::Null, "{to}");
        }
        let live = Listeners::default();
        live.say(SiteNews::Changed { paths: Vec::new(), follow: Some("/botkyrka/".to_string()) });
        assert_eq!(live.lock().follow["to"], "/botkyrka/");
    }

    #[test]
    fn one_that_takes_no_news_is_cut_off() {
        let live = Listeners::default();
        let _listening = live.listen().unwrap();
        for _ in 0..WAITING {
            live.say(SiteNews::Mended);
        }
        assert!(live.lock().listeners.is_empty());
    }

    #[test]
    fn there_is_room_for_so_many_and_again_when_one_has_gone() {
        let live = Listeners::default();
        let mut all: Vec<_> = (0..LISTENERS).filter_map(|_| live.listen()).collect();
        assert_eq!(all.len(), LISTENERS);
        assert!(live.listen().is_none());
        all.pop();
        assert!(live.listen().is_some());
    }
}
