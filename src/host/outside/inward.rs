//! Addresses that only work on this computer or within a network: they are told of and never asked.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, ToSocketAddrs as _};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

use super::address::host_of;

/// Looks names up, and refuses those that lead inward: also after a redirect, and whatever the name says.
#[derive(Debug)]
pub struct Outward {
    inner: DefaultResolver,
    asks_within: bool,
}

impl Outward {
    /// One that may look inward or not.
    pub fn new(asks_within: bool) -> Self {
        Self { inner: DefaultResolver::default(), asks_within }
    }
}

impl Resolver for Outward {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.inner.resolve(uri, config, timeout).map_err(|error| match error {
            // What the system says of a name that it does not find is its own affair.
            Error::Io(_) => Error::HostNotFound,
            error => error,
        })?;
        // The proxy itself is most often within, and not what a page chose.
        let is_proxy = config.proxy().is_some_and(|proxy| proxy.uri() == uri);
        if !self.asks_within && !is_proxy && found.iter().any(|address| is_within(address.ip())) {
            return Err(inward());
        }
        Ok(found)
    }
}

/// The address leads inward.
#[derive(Debug)]
pub struct Inward;

impl std::error::Error for Inward {}

impl fmt::Display for Inward {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the address leads to this computer or an internal network")
    }
}

/// What is said instead of asking.
pub fn inward() -> Error {
    Error::Other(Box::new(Inward))
}

/// Does an address lead inward by what it says, without a look at any name?
pub fn says_within(address: &str) -> bool {
    let host = host_of(address);
    let host = host.trim_end_matches('.');
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    if let Ok(ip) = bare.parse() {
        return is_within(ip);
    }
    // An IPv6 address with a zone (RFC 6874) is one of this computer's own networks; whatever else stands in brackets is no address.
    if host.starts_with('[') {
        return true;
    }
    let last = host.rsplit('.').next().unwrap_or_default();
    // 2130706433, 0x7f.1 and 0177.0.0.1 are numbers to the system too.
    let is_number = last.starts_with("0x") || !last.is_empty() && last.bytes().all(|b| b.is_ascii_digit());
    last == "localhost"
        || is_number
            && (host, 0).to_socket_addrs().is_ok_and(|mut found| found.any(|address| is_within(address.ip())))
}

/// Does a name lead inward, as far as this computer knows? For names that are not looked up on the way, since a proxy does that: where this
/// computer does not find them in time, only the proxy can say.
pub fn leads_within(host: &str, patience: Duration) -> bool {
    let (sender, answer) = mpsc::sync_channel(1);
    // A name that ends with a dot is the same name, but no list of hosts has it so.
    let host = host.trim_start_matches('[').trim_end_matches(']').trim_end_matches('.').to_string();
    // The system does not let itself be broken off: what comes late is heard by nobody.
    let asked = thread::Builder::new().spawn(move || {
        let found = (host.as_str(), 0).to_socket_addrs();
        let _ = sender.send(found.is_ok_and(|mut found| found.any(|address| is_within(address.ip()))));
    });
    // One that could not be asked for is not taken for one outside.
    asked.is_err() || answer.recv_timeout(patience).unwrap_or(false)
}

/// Is it an address of this computer or of a network that the public cannot reach (RFC 6890)?
fn is_within(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_within_v4(ip),
        IpAddr::V6(ip) => is_within_v6(ip),
    }
}

fn is_within_v4(ip: Ipv4Addr) -> bool {
    let [first, second, third, _] = ip.octets();
    ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_unspecified()
        || ip.is_broadcast()
        || ip.is_multicast()
        || ip.is_documentation()
        // 0/8, networks of operators (RFC 6598), of protocols, tests of network gear (RFC 2544), and what is kept for later.
        || first == 0
        || first == 100 && (64..128).contains(&second)
        || (first, second, third) == (192, 0, 0)
        || first == 198 && (18..20).contains(&second)
        || first >= 240
}

fn is_within_v6(ip: Ipv6Addr) -> bool {
    let [first, second, third, fourth, fifth, sixth, high, low] = ip.segments();
    let v4 = |high: u16, low: u16| is_within_v4(Ipv4Addr::from_bits(u32::from(high) << 16 | u32::from(low)));
    match (first, second, third, fourth, fifth, sixth) {
        // IPv4 in another dress, as the system itself and the gates of networks without IPv4 (RFC 6052) have it: what is within decides.
        (0, 0, 0, 0, 0, 0xffff) | (0x64, 0xff9b, 0, 0, 0, 0) => v4(high, low),
        // 6to4.
        (0x2002, ..) => v4(second, third),
        // Networks of protocols, such as Teredo, and what is for books alone (RFC 3849, RFC 9637).
        (0x2001, 0..=0x1ff | 0xdb8, ..) | (0x3fff, 0..=0xfff, ..) => true,
        // ISATAP: an IPv4 address for the last part, behind a fixed one.
        (_, _, _, _, 0 | 0x200, 0x5efe) => true,
        // The public has no addresses but these, so that forms that nobody thought of are refused.
        _ => first & 0xe000 != 0x2000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WITHIN: &[&str] = &[
        "127.0.0.1",
        "10.1.2.3",
        "172.20.0.1",
        "192.168.1.1",
        "192.0.0.8",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "::1",
        "::",
        "fd00::1",
        "fe80::1",
        "fec0::1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:a00:1::1",
        // NAT64 of a network's own, SIIT, Teredo, ISATAP, what is thrown away, what is for books, what is not given out.
        "64:ff9b:1::a00:1",
        "64:ff9b:1:7f00:1::",
        "64:ff9b:0:0:0:1:101:101",
        "::ffff:0:127.0.0.1",
        "::ffff:0:1.1.1.1",
        "::1.1.1.1",
        "2001::7f00:1",
        "2001:0:4136:e378:8000:63bf:80ff:fffe",
        "2001:2::1",
        "2001:20::1",
        "2001:db8::1",
        "2a00:801::5efe:10.0.0.1",
        "2a00:801::200:5efe:1.1.1.1",
        "fe80::5efe:10.0.0.1",
        "100::1",
        "3fff::1",
        "3fff:fff::1",
        "5f00::1",
        "4000::1",
        "ff02::1",
        "224.0.0.1",
        "198.18.0.1",
        "255.255.255.255",
    ];

    const OUTSIDE: &[&str] = &[
        "1.1.1.1",
        "193.183.0.1",
        "172.32.0.1",
        "100.128.0.1",
        "2a00:801::1",
        "::ffff:1.1.1.1",
        "64:ff9b::101:101",
        "2002:101:101::1",
        "2001:200::1",
        "2001:6b0:1::1",
        "2620:0:2d0::1",
        "3ffe::1",
        "3fff:1000::1",
        "2a00:801::5eff:10.0.0.1",
    ];

    #[test]
    fn an_address_that_the_public_cannot_reach_is_within() {
        for ip in WITHIN {
            assert!(is_within(ip.parse().unwrap()), "{ip}");
        }
        for ip in OUTSIDE {
            assert!(!is_within(ip.parse().unwrap()), "{ip}");
        }
    }

    #[test]
    fn an_address_may_say_itself_that_it_leads_inward() {
        for address in [
            "http://127.0.0.1/",
            "http://127.1:8080/",
            "http://2130706433/",
            "http://0x7f000001/",
            "http://0x7f.0.0.1/",
            "http://0177.0.0.1/",
            "https://localhost/",
            "https://a.localhost./",
            "http://127.0.0.1./",
            "http://[::1]:80/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::1%25lo]/",
            "http://[fe80::1%25eth0]:80/",
            "http://[v1.x]/",
            "http://10.0.0.1?x",
        ] {
            assert!(says_within(address), "{address}");
        }
        for address in
            ["http://1.1.1.1/", "https://a.example/127.0.0.1", "http://[2a00:801::1]/", "http://a.1b/"]
        {
            assert!(!says_within(address), "{address}");
        }
    }

    #[test]
    fn a_name_leads_inward_where_this_computer_finds_it_there() {
        let patience = Duration::from_secs(20);
        for host in ["localhost", "127.0.0.1", "[::1]", "10.0.0.1"] {
            assert!(leads_within(host, patience), "{host}");
        }
        // What is not found is left to the proxy (RFC 6761: this name is never there).
        for host in ["1.1.1.1", "[2a00:801::1]", "finns-inte.invalid", ""] {
            assert!(!leads_within(host, patience), "{host}");
        }
    }
}
