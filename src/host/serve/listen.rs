//! Finds a port to listen at, and says in plain words why there is none.
//!
//! A port that nobody asked for may be another one than the usual; a port that was asked for is that one or none.

use std::fmt;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, TcpListener};

use super::Config;
use super::ports::Ports;
use crate::base::Phrase;

/// How many ports are tried where none was asked for.
const TRIES: u16 = 100;

/// Why the site cannot be served.
#[derive(Debug)]
pub enum ServeError {
    /// Another program uses the port that was asked for.
    Taken(u16),
    /// Other programs use all ports from the first to the last.
    AllTaken(u16, u16),
    /// The system gives this port to the administrator only.
    Forbidden(u16),
    /// The address is not one of this machine's.
    NotHere(IpAddr),
    /// Anything else.
    Other {
        /// Where it should have listened.
        address: IpAddr,
        /// What the system said.
        error: io::Error,
    },
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken(port) => write!(
                f,
                "port {port} is used by another program, perhaps another fcsite serve; end that one, or choose another port"
            ),
            Self::AllTaken(first, last) => {
                write!(
                    f,
                    "all ports from {first} to {last} are used by other programs; choose one with --port"
                )
            }
            Self::Forbidden(port) => {
                write!(f, "this system does not let you use port {port}; choose one from 1024 to 65535")
            }
            Self::NotHere(address) => write!(
                f,
                "{address} is not an address of this machine; leave --bind out to show the site on this machine alone"
            ),
            Self::Other { address, error } => write!(f, "could not listen at {address}: {error}"),
        }
    }
}

impl ServeError {
    /// Why, in a message.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Taken(port) => Phrase::new("serve-taken").with("port", port),
            Self::AllTaken(first, last) => {
                Phrase::new("serve-all-taken").with("first", first).with("last", last)
            }
            Self::Forbidden(port) => Phrase::new("serve-forbidden").with("port", port),
            Self::NotHere(address) => Phrase::new("serve-not-here").with("address", address),
            Self::Other { address, error } => {
                Phrase::new("serve-system").with("address", address).with("said", error)
            }
        }
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Other { error, .. } => Some(error),
            _ => None,
        }
    }
}

/// Listens at the port that is asked for; where none is, at one from the usual one on that is free and had no other site.
pub fn bind(config: &Config, usual: u16) -> Result<TcpListener, ServeError> {
    let (address, first, last) = (config.bind, usual, usual + TRIES);
    let ports = config.source.as_deref().and_then(Ports::of);
    if let Some(port) = config.port {
        let listener = TcpListener::bind((address, port)).map_err(|error| reason(address, port, error))?;
        // No other site shall come to it later.
        if let Some(ports) = ports.filter(|_| (first..=last).contains(&port)) {
            ports.keep(port);
        }
        return Ok(listener);
    }
    let in_order =
        ports.as_ref().map_or_else(|| (first..=last).collect(), |ports| ports.in_order(first..=last));
    for port in in_order {
        match TcpListener::bind((address, port)) {
            Ok(listener) => {
                if let Some(ports) = ports {
                    ports.keep(port);
                }
                return Ok(listener);
            }
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            // Some systems keep single ports for themselves.
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {}
            Err(error) => return Err(reason(address, port, error)),
        }
    }
    Err(ServeError::AllTaken(first, last))
}

fn reason(address: IpAddr, port: u16, error: io::Error) -> ServeError {
    match error.kind() {
        ErrorKind::AddrInUse => ServeError::Taken(port),
        ErrorKind::PermissionDenied => ServeError::Forbidden(port),
        ErrorKind::AddrNotAvailable => ServeError::NotHere(address),
        _ => ServeError::Other { address, error },
    }
}

#[cfg(test)]
mod tests {
    use super::super::{EDITOR_PORT, PORT};
    use super::*;

    #[test]
    fn an_editor_comes_to_no_port_that_a_site_was_shown_at() {
        let ports = |usual: u16| usual..=usual + TRIES;
        assert!(ports(EDITOR_PORT).all(|port| !ports(PORT).contains(&port)));
        // However many of them there are already.
        let listening: Vec<_> = (0..3).map(|_| bind(&Config::default(), EDITOR_PORT).unwrap()).collect();
        for listener in listening {
            assert!(ports(EDITOR_PORT).contains(&listener.local_addr().unwrap().port()));
        }
    }

    #[test]
    fn what_the_system_says_becomes_plain_words() {
        let here = IpAddr::from([127, 0, 0, 1]);
        let words = |kind: ErrorKind| reason(here, 80, kind.into()).to_string();
        assert!(words(ErrorKind::PermissionDenied).contains("does not let you use port 80"));
        assert!(words(ErrorKind::AddrInUse).contains("used by another program"));
        assert!(words(ErrorKind::AddrNotAvailable).contains("not an address of this machine"));
    }
}
