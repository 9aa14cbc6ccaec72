//! One question to one address.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use ureq::http::{Response, Uri};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Body, Error};

use super::Policy;
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
}

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
            .max_idle_connections_per_host(1);
        // A proxy looks names up by itself: within is then what the proxy lets one reach.
        let config = if policy.asks_within { config.proxy(None) } else { config }.build();
        let resolver = Outward { inner: DefaultResolver::default(), asks_within: policy.asks_within };
        let agent = Agent::with_parts(config, DefaultConnector::default(), resolver);
        Self { agent, patience: policy.patience }
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
            let next = answer.headers().get("location").and_then(|next| next.to_str().ok());
            match (status, next) {
                (301 | 302 | 303 | 307 | 308, Some(next)) => {
                    let Some(next) = follow(&here, next) else {
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
        let answer = self.agent.head(address).call()?;
        match answer.status().as_u16() {
            200..=399 | 401 | 407 | 429 => Ok(answer),
            // The body is not read: the connection is closed with it.
            _ => self.agent.get(address).call(),
        }
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
            Error::Io(_) | Error::ConnectionFailed => "link-refused",
            _ => "link-broken-answer",
        };
        Visit::Broken(Phrase::new(key).with("seconds", self.patience.as_secs()))
    }
}

/// The address that a server leads on to.
fn follow(here: &str, next: &str) -> Option<String> {
    let whole = if next.contains("://") {
        next.to_string()
    } else {
        let from: Uri = here.parse().ok()?;
        let (scheme, server) = (from.scheme_str()?, from.authority()?);
        match next {
            _ if next.starts_with("//") => format!("{scheme}:{next}"),
            _ if next.starts_with('/') => format!("{scheme}://{server}{next}"),
            _ => {
                let folder = from.path().rsplit_once('/').map_or("", |(folder, _)| folder);
                format!("{scheme}://{server}{folder}/{next}")
            }
        }
    };
    let uri: Uri = whole.split('#').next()?.parse().ok()?;
    matches!(uri.scheme_str(), Some("http" | "https")).then(|| uri.to_string())
}

/// Looks names up, and refuses those that lead inward: also after a redirect, and whatever the name says.
#[derive(Debug)]
struct Outward {
    inner: DefaultResolver,
    asks_within: bool,
}

impl Resolver for Outward {
    fn resolve(
        &self,
        uri: &Uri,
        config: &ureq::config::Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        if !self.asks_within && found.iter().any(|address| is_within(address.ip())) {
            return Err(Error::Other(Box::new(Inward)));
        }
        Ok(found)
    }
}

/// The address leads inward.
#[derive(Debug)]
struct Inward;

impl std::error::Error for Inward {}

impl fmt::Display for Inward {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the address leads to this computer or an internal network")
    }
}

/// Is it an address of this computer or of a network that the public cannot reach (RFC 6890)?
fn is_within(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_within_v4(ip),
        IpAddr::V6(ip) => match ip.to_ipv4_mapped() {
            Some(ip) => is_within_v4(ip),
            None => is_within_v6(ip),
        },
    }
}

fn is_within_v4(ip: Ipv4Addr) -> bool {
    let [first, second, ..] = ip.octets();
    ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_unspecified()
        || ip.is_broadcast()
        || ip.is_multicast()
        || ip.is_documentation()
        // 0/8, networks of operators (RFC 6598), tests of network gear (RFC 2544), and what is kept for later.
        || first == 0
        || first == 100 && (64..128).contains(&second)
        || first == 198 && (18..20).contains(&second)
        || first >= 240
}

fn is_within_v6(ip: Ipv6Addr) -> bool {
    let first = ip.segments()[0];
    ip.is_loopback()
        || ip.is_unspecified()
        || ip.is_multicast()
        || first & 0xfe00 == 0xfc00
        || first & 0xffc0 == 0xfe80
        || first == 0x2001 && ip.segments()[1] == 0xdb8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_the_public_cannot_reach_is_within() {
        for ip in [
            "127.0.0.1",
            "10.1.2.3",
            "172.20.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "::1",
            "fd00::1",
            "fe80::1",
            "::ffff:10.0.0.1",
            "224.0.0.1",
            "198.18.0.1",
            "255.255.255.255",
        ] {
            assert!(is_within(ip.parse().unwrap()), "{ip}");
        }
        for ip in ["1.1.1.1", "193.183.0.1", "172.32.0.1", "100.128.0.1", "2a00:801::1"] {
            assert!(!is_within(ip.parse().unwrap()), "{ip}");
        }
    }

    #[test]
    fn a_redirect_is_followed_from_where_it_stands_and_only_to_the_web() {
        let here = "https://a.example/x/y?z";
        assert_eq!(follow(here, "/b").as_deref(), Some("https://a.example/b"));
        assert_eq!(follow(here, "b").as_deref(), Some("https://a.example/x/b"));
        assert_eq!(follow(here, "//b.example/c").as_deref(), Some("https://b.example/c"));
        assert_eq!(follow(here, "http://b.example/#d").as_deref(), Some("http://b.example/"));
        assert_eq!(follow(here, "file:///etc/passwd"), None);
        assert_eq!(follow(here, "javascript://x"), None);
    }
}
