//! One question to one address.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use ureq::http::Response;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Error};

use super::Policy;
use super::address::{follow, server_of};
use super::inward::{Inward, Outward, inward, says_within};
use crate::base::Phrase;

/// How often an address may lead on.
const MOST_STEPS: usize = 8;

/// What an address answers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Visit {
    /// There is something, or nobody can say that there is not.
    Fine,
    /// It has moved for good, to this address.
    Moved(String),
    /// It leads to this computer or an internal network, and was not asked.
    Within,
    /// It does not work.
    Broken(Phrase),
}

impl Visit {
    /// Could no server be found at all?
    pub fn is_out_of_reach(&self) -> bool {
        matches!(self, Self::Broken(reason) if matches!(&*reason.key, "link-host" | "link-network"))
    }
}

/// Asks.
pub struct Visitor {
    agent: Agent,
    patience: Duration,
    pause: Duration,
    asks_within: bool,
    /// Of each server when it was last asked. Who asks it holds its turn.
    turns: Mutex<HashMap<String, Arc<Turn>>>,
}

type Turn = Mutex<Option<Instant>>;

impl Visitor {
    /// One that keeps to a policy.
    pub fn new(policy: &Policy) -> Self {
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
            // A connection that is kept may be closed by the other end, or hold what was said beyond an answer.
            .max_idle_connections(0);
        // A proxy looks names up by itself: within is then what the proxy lets one reach.
        let config = if policy.asks_within { config.proxy(None) } else { config }.build();
        let resolver = Outward::new(policy.asks_within);
        let agent = Agent::with_parts(config, DefaultConnector::default(), resolver);
        let Policy { patience, pause, asks_within, .. } = *policy;
        Self { agent, patience, pause, asks_within, turns: Mutex::default() }
    }

    /// Asks an address, and where it leads on to.
    pub fn visit(&self, address: &str) -> Visit {
        let mut here = address.to_string();
        // Where it has moved to for good, as long as each step is for good.
        let mut moved: Option<String> = None;
        let mut is_for_good = true;
        for _ in 0..MOST_STEPS {
            let answer = match self.ask(&here) {
                Ok(answer) => answer,
                Err(error) => return self.trouble(&error),
            };
            let status = answer.status().as_u16();
            let next = answer.headers().get("location").map(|next| String::from_utf8_lossy(next.as_bytes()));
            match (status, next) {
                (301 | 302 | 303 | 307 | 308, Some(next)) => {
                    let Some(next) = follow(&here, &next) else {
                        return Visit::Broken(Phrase::new("link-broken-answer"));
                    };
                    is_for_good &= matches!(status, 301 | 308);
                    if is_for_good {
                        moved = Some(next.clone());
                    }
                    here = next;
                }
                (404 | 410, _) => return Visit::Broken(Phrase::new("link-gone").with("status", status)),
                // Who must log in or ask more slowly is told so by a server that works.
                (401 | 402 | 403 | 407 | 429 | 503, _) | (200..=399, _) => {
                    return moved.map_or(Visit::Fine, Visit::Moved);
                }
                _ => return Visit::Broken(Phrase::new("link-status").with("status", status)),
            }
        }
        Visit::Broken(Phrase::new("link-redirects"))
    }

    /// Asks for the head of a page; for the page itself where a server knows no heads.
    fn ask(&self, address: &str) -> Result<Response<Body>, Error> {
        if !self.asks_within && says_within(address) {
            return Err(inward());
        }
        let server = server_of(address);
        let answer = self.in_turn(&server, || self.agent.head(address).call())?;
        match answer.status().as_u16() {
            200..=399 | 401 | 407 | 429 => Ok(answer),
            // The body is not read: the connection is closed with it.
            _ => self.in_turn(&server, || self.agent.get(address).call()),
        }
    }

    /// Asks a server when nobody else does, and a pause after the time before: redirects of others may lead to it too.
    fn in_turn<T>(&self, server: &str, ask: impl FnOnce() -> T) -> T {
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        let turn = Arc::clone(turns.entry(server.to_string()).or_default());
        drop(turns);
        let mut last = turn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(last) = *last {
            std::thread::sleep(self.pause.saturating_sub(last.elapsed()));
        }
        let answer = ask();
        *last = Some(Instant::now());
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
            Error::Io(error) if matches!(error.kind(), NetworkUnreachable | HostUnreachable) => {
                "link-network"
            }
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
