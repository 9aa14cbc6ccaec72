//! One question to one address.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use ureq::http::Response;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Error};

use super::Policy;
use super::address::{follow, host_of, server_of};
use super::inward::{Inward, Outward, inward, leads_within, says_within};
use crate::base::{Phrase, allowance};
use crate::host::clock;

/// How often an address may lead on.
const MOST_STEPS: usize = 8;

/// How long a name is looked up for that the proxy is asked for in any case: one of the network within is known at once.
const NAME_PATIENCE: Duration = Duration::from_secs(3);

/// No question is asked for less: none at all would mean without end.
const SHORTEST: Duration = Duration::from_millis(1);

/// All the time that there was has passed.
#[derive(Debug)]
struct OutOfTime;

impl std::error::Error for OutOfTime {}

impl fmt::Display for OutOfTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the time for all links is out")
    }
}

/// What an address answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Visit {
    /// There is something, or nobody can say that there is not.
    Fine,
    /// It has moved for good, to this address.
    Moved(String),
    /// The server has no time to answer, so that nobody knows.
    Unclear,
    /// It leads to this computer or an internal network, and was not asked.
    Within,
    /// It does not work.
    Broken(Phrase),
}

impl Visit {
    /// Could no server be found at all?
    pub fn is_out_of_reach(&self) -> bool {
        let keys = ["link-host", "link-network", "link-unreachable"];
        matches!(self, Self::Broken(reason) if keys.contains(&&*reason.key))
    }

    /// Was something sent out, or was it to be?
    pub fn was_sent_out(&self) -> bool {
        match self {
            Self::Within => false,
            Self::Broken(reason) => &*reason.key != "link-address",
            Self::Fine | Self::Moved(_) | Self::Unclear => true,
        }
    }
}

/// Asks.
pub struct Visitor {
    agent: Agent,
    patience: Duration,
    pause: Duration,
    asks_within: bool,
    /// When all of it must have ended.
    deadline: Instant,
    /// Is there a proxy, and does each name lead inward that was looked up because of it?
    names: Option<Mutex<HashMap<String, bool>>>,
    /// Of each server when it was last asked. Who asks it holds its turn.
    turns: Mutex<HashMap<String, Arc<Turn>>>,
}

type Turn = Mutex<Option<Instant>>;

impl Visitor {
    /// One that keeps to a policy, and does nothing any more when time is out.
    pub fn new(policy: &Policy, deadline: Instant) -> Self {
        let name = concat!("fcsite/", env!("CARGO_PKG_VERSION"), " (link check by the author of a page)");
        // The system's own certificates: a municipality's network may have one of its own.
        let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
        let config = Agent::config_builder()
            .user_agent(name)
            .tls_config(tls)
            .timeout_global(Some(policy.patience))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            // Each question has a connection of its own: one that is kept may be closed by the other end, or hold what was said beyond
            // an answer.
            .max_idle_connections(0);
        let config = if policy.asks_within { config.proxy(None) } else { config }.build();
        let names = (config.proxy().is_some() && !policy.asks_within).then(Mutex::default);
        let resolver = Outward::new(policy.asks_within);
        let agent = Agent::with_parts(config, DefaultConnector::default(), resolver);
        let Policy { patience, pause, asks_within, .. } = *policy;
        Self { agent, patience, pause, asks_within, deadline, names, turns: Mutex::default() }
    }

    /// Asks an address, and where it leads on to. None where time was out before there was an answer.
    pub fn visit(&self, address: &str) -> Option<Visit> {
        let mut here = address.to_string();
        // Where it has moved to for good, as long as each step is for good.
        let mut moved: Option<String> = None;
        let mut is_for_good = true;
        for _ in 0..MOST_STEPS {
            let answer = match self.ask(&here) {
                Ok(answer) => {
                    allowance::request();
                    answer
                }
                Err(Error::Other(inner)) if inner.is::<OutOfTime>() => return None,
                // The server may be slow, or only have been asked late.
                Err(Error::Timeout(_)) if self.left().is_zero() => return None,
                Err(error) => return Some(self.trouble(&error)),
            };
            let status = answer.status().as_u16();
            let next = answer.headers().get("location").map(|next| String::from_utf8_lossy(next.as_bytes()));
            match (status, next) {
                (301 | 302 | 303 | 307 | 308, Some(next)) => {
                    let Some(next) = follow(&here, &next) else {
                        return Some(Visit::Broken(Phrase::new("link-broken-answer")));
                    };
                    is_for_good &= matches!(status, 301 | 308);
                    if is_for_good {
                        moved = Some(next.clone());
                    }
                    here = next;
                }
                _ => return Some(meaning(status, moved)),
            }
        }
        Some(Visit::Broken(Phrase::new("link-redirects")))
    }

    /// Asks for the head of a page; for the page itself where a server knows no heads.
    fn ask(&self, address: &str) -> Result<Response<Body>, Error> {
        if !self.asks_within && (says_within(address) || self.is_known_within(address)) {
            return Err(inward());
        }
        let server = server_of(address);
        let head = |patience| self.agent.head(address).config().timeout_global(Some(patience)).build().call();
        let answer = self.in_turn(&server, head)?;
        match answer.status().as_u16() {
            200..=399 | 401 | 407 | 429 => Ok(answer),
            // The body is not read: the connection is closed with it.
            _ => self.in_turn(&server, |patience| {
                self.agent.get(address).config().timeout_global(Some(patience)).build().call()
            }),
        }
    }

    /// Behind a proxy: does a name lead inward from here? Where only the proxy can look it up, the proxy is asked.
    fn is_known_within(&self, address: &str) -> bool {
        let Some(names) = &self.names else { return false };
        let host = host_of(address);
        let known = || names.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(is_within) = known().get(&host) {
            return *is_within;
        }
        let is_within = leads_within(&host, NAME_PATIENCE.min(self.patience).min(self.left()));
        known().insert(host, is_within);
        is_within
    }

    /// How much time is left for all.
    fn left(&self) -> Duration {
        self.deadline.saturating_duration_since(clock::instant())
    }

    /// Asks a server when nobody else does, and a pause after the time before: redirects of others may lead to it too. The question is
    /// told how long it may take.
    fn in_turn<T>(&self, server: &str, ask: impl FnOnce(Duration) -> Result<T, Error>) -> Result<T, Error> {
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        let turn = Arc::clone(turns.entry(server.to_string()).or_default());
        drop(turns);
        let mut last = turn.lock().unwrap_or_else(PoisonError::into_inner);
        let pause = last.map_or(Duration::ZERO, |last| self.pause.saturating_sub(last.elapsed()));
        if self.left() <= pause {
            return Err(Error::Other(Box::new(OutOfTime)));
        }
        std::thread::sleep(pause);
        let answer = ask(self.patience.min(self.left()).max(SHORTEST));
        *last = Some(clock::instant());
        answer
    }

    fn trouble(&self, error: &Error) -> Visit {
        use std::io::ErrorKind::{ConnectionRefused, HostUnreachable, NetworkUnreachable, TimedOut};
        let key = match error {
            Error::Other(inner) if inner.is::<Inward>() => return Visit::Within,
            Error::HostNotFound => "link-host",
            Error::Timeout(_) => "link-time",
            Error::Io(error) if error.kind() == TimedOut => "link-time",
            Error::Io(error) if error.kind() == ConnectionRefused => "link-refused",
            Error::Io(error) if error.kind() == NetworkUnreachable => "link-network",
            Error::Io(error) if error.kind() == HostUnreachable => "link-unreachable",
            Error::Io(error)
                if error.get_ref().is_some_and(|inner| inner.to_string().contains("ertificate")) =>
            {
                "link-certificate"
            }
            Error::Tls(_) | Error::Rustls(_) => "link-certificate",
            Error::Io(_) | Error::ConnectionFailed | Error::ConnectProxyFailed(_) => "link-refused",
            Error::BadUri(_) => "link-address",
            _ => "link-broken-answer",
        };
        Visit::Broken(Phrase::new(key).with("seconds", self.patience.as_secs()))
    }
}

/// What an answer that leads nowhere else means.
fn meaning(status: u16, moved: Option<String>) -> Visit {
    match status {
        404 | 410 => Visit::Broken(Phrase::new("link-gone").with("status", status)),
        // Too many questions, or too much to do: it may be so whatever lies there.
        429 | 503 => Visit::Unclear,
        // Who must log in is told so by a server that works.
        401 | 402 | 403 | 407 | 200..=399 => moved.map_or(Visit::Fine, Visit::Moved),
        _ => Visit::Broken(Phrase::new("link-status").with("status", status)),
    }
}
