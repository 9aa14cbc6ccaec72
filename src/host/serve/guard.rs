//! Who may ask: only this server's own pages and people who type its address.
//!
//! A website can make a name of its own point at 127.0.0.1 and then read answers as if they were its own (DNS rebinding); the
//! `Host` header still says that name, so only known names are answered to. A page of another site may not ask at all: `Origin`
//! and `Sec-Fetch-Site` say where it comes from, and a page cannot forge them. Following a link to a page is let through.
//!
//! Known are `localhost`, 127.0.0.1, \[::1\] and the address that is listened at. When every address is listened at, any
//! address in digits is known, for digits cannot be rebound; the machine's names are not, for the server cannot know them all.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::http::header::{
    CONTENT_LENGTH, HOST, HeaderMap, HeaderName, HeaderValue, ORIGIN, TRANSFER_ENCODING,
};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};

/// Why a request is not answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// It does not say to whom it speaks, or says it twice.
    NoHost,
    /// It speaks to another name than this server's.
    StrangeHost,
    /// It comes from another website.
    ForeignSite,
    /// It does not have the password.
    Password,
    /// It wants something else than to read.
    Method,
    /// It brings something along.
    Body,
    /// Its address is none.
    Path,
    /// There are too many listeners already.
    Full,
    /// It brings something along while there is no room for it.
    Busy,
    /// The file could not be read.
    Unreadable,
}

impl Refusal {
    /// The status of the answer.
    pub fn status(self) -> StatusCode {
        match self {
            Self::Password => StatusCode::UNAUTHORIZED,
            Self::NoHost | Self::Body | Self::Path => StatusCode::BAD_REQUEST,
            Self::StrangeHost | Self::ForeignSite => StatusCode::FORBIDDEN,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Full | Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unreadable => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// Whom an answer is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Audience {
    /// Whoever opens an address or follows a link.
    Anybody,
    /// This server's own pages.
    Own,
    /// The same as anybody, and a page that shows it in a frame: the answer says which page may.
    Frame,
}

/// The names that this server answers to.
#[derive(Clone, Copy, Debug)]
pub struct Hosts(SocketAddr);

impl Hosts {
    /// The names of a server that listens at this address.
    pub fn of(address: SocketAddr) -> Self {
        Self(address)
    }

    /// The port of this server.
    pub fn port(self) -> u16 {
        self.0.port()
    }

    /// Is this a name of this server, with its port or with none?
    fn know(self, host: &str) -> bool {
        let (name, port) = match host.rfind(':') {
            Some(colon) if !host.ends_with(']') => (&host[..colon], Some(&host[colon + 1..])),
            _ => (host, None),
        };
        if port.is_some_and(|port| port != self.0.port().to_string()) {
            return false;
        }
        if name.eq_ignore_ascii_case("localhost") {
            return true;
        }
        let bracketed = name.strip_prefix('[').and_then(|name| name.strip_suffix(']'));
        let ip = match bracketed {
            Some(inner) => inner.parse::<Ipv6Addr>().ok().map(IpAddr::V6),
            None => name.parse::<Ipv4Addr>().ok().map(IpAddr::V4),
        };
        ip.is_some_and(|ip| {
            let own = ip == Ipv4Addr::LOCALHOST || ip == Ipv6Addr::LOCALHOST || ip == self.0.ip();
            own || self.0.ip().is_unspecified()
        })
    }
}

/// May this request be answered?
pub fn check(hosts: Hosts, request: &Parts, audience: Audience) -> Result<(), Refusal> {
    check_sender(hosts, request, audience)?;
    check_reading(request)
}

/// May this request to what answers beside the site be answered? It comes from this server's own pages, or from a person who opens an
/// address; and one that writes says where it comes from, as every browser does.
pub fn check_form(hosts: Hosts, request: &Parts) -> Result<(), Refusal> {
    check_sender(hosts, request, Audience::Own)?;
    if request.method != Method::POST {
        return check_reading(request);
    }
    if !request.headers.contains_key(ORIGIN) {
        return Err(Refusal::ForeignSite);
    }
    // How long it is stands in front, once: two programs cannot disagree on where it ends.
    let is_counted =
        only(&request.headers, &CONTENT_LENGTH).is_some_and(|length| length.parse::<u64>().is_ok());
    if request.headers.contains_key(TRANSFER_ENCODING) || !is_counted {
        return Err(Refusal::Body);
    }
    Ok(())
}

/// Does a request name this server by a word, and not by its digits?
pub fn is_by_name(request: &Parts) -> bool {
    only(&request.headers, &HOST).is_some_and(|host| host.to_ascii_lowercase().starts_with("localhost"))
}

fn check_sender(hosts: Hosts, request: &Parts, audience: Audience) -> Result<(), Refusal> {
    let headers = &request.headers;
    let host = only(headers, &HOST).ok_or(Refusal::NoHost)?;
    if !hosts.know(host) {
        return Err(Refusal::StrangeHost);
    }
    // `GET http://name/ HTTP/1.1` names a host, too; it must be the same.
    if request.uri.authority().is_some_and(|named| !named.as_str().eq_ignore_ascii_case(host)) {
        return Err(Refusal::StrangeHost);
    }
    if request.uri.scheme_str().is_some_and(|scheme| scheme != "http") {
        return Err(Refusal::Path);
    }
    // A worker would stay in the browser, and read the next project that is served from this address.
    if is_foreign(headers, host, audience) || headers.contains_key("service-worker") {
        return Err(Refusal::ForeignSite);
    }
    Ok(())
}

fn check_reading(request: &Parts) -> Result<(), Refusal> {
    let headers = &request.headers;
    if request.method != Method::GET && request.method != Method::HEAD {
        return Err(Refusal::Method);
    }
    // Two programs that disagree on where a body ends can be made to disagree on what is a request. None is read here.
    let empty = |length: &HeaderValue| length == "0";
    if headers.contains_key(TRANSFER_ENCODING) || !headers.get_all(CONTENT_LENGTH).iter().all(empty) {
        return Err(Refusal::Body);
    }
    Ok(())
}

fn is_foreign(headers: &HeaderMap, host: &str, audience: Audience) -> bool {
    if headers.contains_key(ORIGIN) {
        let own = |origin: &str| {
            origin.strip_prefix("http://").is_some_and(|origin| origin.eq_ignore_ascii_case(host))
        };
        if !only(headers, &ORIGIN).is_some_and(own) {
            return true;
        }
    }
    let [site, mode, destination] =
        ["sec-fetch-site", "sec-fetch-mode", "sec-fetch-dest"].map(HeaderName::from_static);
    if !headers.contains_key(&site) || matches!(only(headers, &site), Some("same-origin" | "none")) {
        return false;
    }
    // A link on another site may lead here, but nothing here may be a part of another site's page.
    let is_opened = match only(headers, &destination) {
        Some("document") => audience != Audience::Own,
        Some("iframe") => audience == Audience::Frame,
        _ => false,
    };
    !is_opened || only(headers, &mode) != Some("navigate")
}

/// The value of a header that is there once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?;
    values.next().is_none().then(|| value.to_str().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_names_of_this_server_are_known() {
        let here = Hosts::of("127.0.0.1:1111".parse().unwrap());
        let known = ["localhost", "LOCALHOST:1111", "127.0.0.1", "127.0.0.1:1111", "[::1]", "[::1]:1111"];
        assert!(known.into_iter().all(|host| here.know(host)));
        let strange = [
            "",
            ":",
            ":1111",
            "localhost:",
            "localhost:80",
            "localhost.",
            "localhost:1111:1111",
            "evil.example",
            "evil.example:1111",
            "127.0.0.1.evil.example",
            "127.1",
            "0x7f.0.0.1",
            "2130706433",
            "127.0.0.2",
            "192.168.1.5:1111",
            "::1",
            "[::1",
            "[127.0.0.1]",
            "[::1]evil",
            "user@localhost",
            "localhost, evil.example",
            "localhost/",
        ];
        assert_eq!(strange.into_iter().find(|host| here.know(host)), None);
    }

    #[test]
    fn where_every_address_is_listened_at_addresses_in_digits_are_known_and_names_are_not() {
        for bound in ["0.0.0.0:1111", "[::]:1111"] {
            let everywhere = Hosts::of(bound.parse().unwrap());
            assert!(everywhere.know("192.168.1.5:1111") && everywhere.know("[fe80::1]:1111"));
            assert!(!everywhere.know("evil.example:1111") && !everywhere.know("192.168.1.5:80"));
        }
        let one = Hosts::of("192.168.1.5:1111".parse().unwrap());
        assert!(one.know("192.168.1.5:1111") && one.know("localhost:1111"));
        assert!(!one.know("192.168.1.6:1111"));
    }
}
