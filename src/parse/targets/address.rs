//! A folder on a server, as people write it.

use std::borrow::Cow;
use std::fmt;
use std::net::Ipv6Addr;

/// How a server is reached.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Way {
    /// Over SSH.
    Sftp,
    /// Over FTP with TLS.
    Ftps,
}

impl Way {
    /// The field that says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sftp => "sftp",
            Self::Ftps => "ftps",
        }
    }

    /// What an address in the form of a browser begins with. `ftpes` is what some programs call FTP that turns to TLS on its usual port.
    fn schemes(self) -> &'static [&'static str] {
        match self {
            Self::Sftp => &["sftp://"],
            Self::Ftps => &["ftps://", "ftpes://"],
        }
    }

    fn usual_port(self) -> u16 {
        match self {
            Self::Sftp => 22,
            Self::Ftps => 21,
        }
    }
}

/// `user@host:port/folder`, taken apart.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ServerAddress {
    /// Who logs in.
    pub user: String,
    /// The server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// The port that servers of its kind have.
    pub usual_port: u16,
    /// The folder; relative to the person's own unless it begins with a slash.
    pub folder: String,
}

impl fmt::Display for ServerAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let between = if self.port == self.usual_port { ':' } else { '/' };
        write!(f, "{}@{}{between}{}", self.user, self.server(), self.folder)
    }
}

impl ServerAddress {
    /// The server as people are told of it: with its port, unless it is the usual one. At another there may be another's program.
    pub fn server(&self) -> String {
        if self.port == self.usual_port { self.bracketed().to_string() } else { self.with_port() }
    }

    /// Is it what somebody means by this name? Without a port that is what listens at the usual one.
    pub fn is_named(&self, name: &str) -> bool {
        let name = name.trim();
        let is = |own: &str| name.eq_ignore_ascii_case(own);
        let is_usual = self.port == self.usual_port;
        is(&self.with_port()) || is_usual && (is(&self.host) || is(&self.bracketed()))
    }

    fn with_port(&self) -> String {
        format!("{}:{}", self.bracketed(), self.port)
    }

    /// An address of IPv6 has colons of its own.
    fn bracketed(&self) -> Cow<'_, str> {
        if is_v6(&self.host) { Cow::Owned(format!("[{}]", self.host)) } else { Cow::Borrowed(&self.host) }
    }

    /// `user@host:folder` as scp has it, or `sftp://user@host:port/folder`.
    pub fn parse(text: &str, way: Way) -> Option<Self> {
        let scheme = way.schemes().iter().find_map(|scheme| text.strip_prefix(scheme));
        let (is_url, bare) = (scheme.is_some(), scheme.unwrap_or(text));
        let (user, rest) = bare.split_once('@')?;
        let (host, rest) = split_host(rest)?;
        let usual = way.usual_port();
        let (port, folder) = match rest.strip_prefix(':') {
            Some(rest) if is_url || rest.split('/').next().is_some_and(is_port) => {
                let (port, folder) = rest.split_once('/')?;
                (port.parse().ok().filter(|port| *port > 0)?, folder.to_string())
            }
            Some(folder) => (usual, folder.to_string()),
            None if is_url || rest.starts_with('/') => (usual, rest.strip_prefix('/')?.to_string()),
            None => return None,
        };
        let is_word =
            |text: &str| !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control());
        let is_good = is_word(user)
            && !user.contains([':', '/'])
            && is_word(host)
            && !folder.contains(char::is_control);
        is_good.then(|| Self { user: user.into(), host: host.into(), port, usual_port: usual, folder })
    }
}

/// Does a password stand in an address? It is not shown again.
pub fn has_password(address: &str) -> bool {
    let address = address.trim();
    let bare = address.split_once("://").map_or(address, |(_, bare)| bare);
    bare.split_once('@').is_some_and(|(user, _)| user.contains(':'))
}

/// Is it an address of FTP without TLS?
pub fn is_plain_ftp(address: &str) -> bool {
    address.trim().to_lowercase().starts_with("ftp://")
}

fn is_port(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// An address of IPv6, which may say by which network it is reached: `fe80::1%eth0`.
fn is_v6(host: &str) -> bool {
    host.split('%').next().is_some_and(|address| address.parse::<Ipv6Addr>().is_ok())
}

/// A host's name, or an address of IPv6 in brackets, and what follows.
fn split_host(text: &str) -> Option<(&str, &str)> {
    if let Some(rest) = text.strip_prefix('[') {
        // Nothing but such an address stands in them: a name with a port would look like another server's.
        return rest.split_once(']').filter(|(host, _)| is_v6(host));
    }
    Some(text.split_at(text.find([':', '/'])?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str, way: Way) -> Option<(String, String, u16, String)> {
        let address = ServerAddress::parse(text, way)?;
        Some((address.user, address.host, address.port, address.folder))
    }

    fn of(port: u16, folder: &str) -> Option<(String, String, u16, String)> {
        Some(("webb".into(), "server.example".into(), port, folder.to_string()))
    }

    #[test]
    fn an_address_is_read_in_the_forms_that_scp_and_browsers_have() {
        let parse = |text: &str| parsed(text, Way::Sftp);
        assert_eq!(parse("webb@server.example:familj"), of(22, "familj"));
        assert_eq!(parse("webb@server.example:/var/www"), of(22, "/var/www"));
        assert_eq!(parse("webb@server.example:2222/familj"), of(2222, "familj"));
        assert_eq!(parse("webb@server.example/familj"), of(22, "familj"));
        assert_eq!(parse("sftp://webb@server.example/familj"), of(22, "familj"));
        assert_eq!(parse("sftp://webb@server.example:2222//var/www"), of(2222, "/var/www"));
        assert_eq!(parse("webb@[::1]:2222/x").map(|address| address.1), Some("::1".into()));
        for bad in [
            "",
            "server.example:familj",
            "webb@server.example",
            "webb:hemligt@server.example:x",
            "@x:y",
            "webb@:y",
            "a b@c:d",
            "ftps://webb@server.example/familj",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_server_at_a_port_of_its_own_is_shown_and_named_with_it() {
        let of = |text: &str| ServerAddress::parse(text, Way::Sftp).unwrap();
        for (text, server, shown) in [
            ("webb@server.example:familj", "server.example", "webb@server.example:familj"),
            ("webb@server.example:22/familj", "server.example", "webb@server.example:familj"),
            ("webb@server.example:2222/familj", "server.example:2222", "webb@server.example:2222/familj"),
            ("sftp://webb@server.example:2222//var", "server.example:2222", "webb@server.example:2222//var"),
            ("webb@[::1]:familj", "[::1]", "webb@[::1]:familj"),
            ("webb@[::1]:2222/familj", "[::1]:2222", "webb@[::1]:2222/familj"),
        ] {
            let address = of(text);
            assert_eq!((address.server().as_str(), address.to_string().as_str()), (server, shown));
            assert_eq!(of(shown), address, "what is shown can be written");
            assert!(address.is_named(server) && address.is_named(&format!(" {} ", server.to_uppercase())));
        }
        let (usual, other) = (of("webb@server.example:x"), of("webb@server.example:2222/x"));
        assert!(usual.is_named("server.example:22") && !usual.is_named("server.example:2222"));
        for name in ["server.example", "server.example:22", "server.example:", "", ":2222"] {
            assert!(!other.is_named(name), "{name}");
        }
        assert!(of("webb@[::1]:x").is_named("::1") && !of("webb@[::1]:2222/x").is_named("::1"));
        assert_eq!(ServerAddress::parse("webb@[server.example:2222]:x", Way::Sftp), None);
    }

    #[test]
    fn an_address_of_ftps_has_its_port_and_one_without_tls_is_none() {
        let parse = |text: &str| parsed(text, Way::Ftps);
        assert_eq!(parse("webb@server.example/familj"), of(21, "familj"));
        assert_eq!(parse("webb@server.example:990/familj"), of(990, "familj"));
        assert_eq!(parse("ftps://webb@server.example/familj"), of(21, "familj"));
        assert_eq!(parse("ftpes://webb@server.example:2121//familj"), of(2121, "/familj"));
        assert_eq!(parse("ftp://webb@server.example/familj"), None);
        assert!(is_plain_ftp("ftp://webb@server.example/familj") && !is_plain_ftp("ftps://webb@x/y"));
    }
}
