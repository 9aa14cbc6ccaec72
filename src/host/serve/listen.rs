//! Finds a port to listen at, and says in plain words why there is none.
//!
//! A port that nobody asked for may be another one than the usual; a port that was asked for is that one or none.

use std::fmt;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpListener};
use std::ops::RangeInclusive;

use super::ports::Ports;
use super::{Config, EDITOR_PORTS, PORT};
use crate::base::Phrase;
use crate::host::ground;

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
pub fn bind(config: &Config) -> Result<Vec<TcpListener>, ServeError> {
    let usual = PORT..=PORT + TRIES;
    let ports = config.source.as_deref().and_then(Ports::of);
    let in_order = match &ports {
        Some(ports) => ports.in_order(usual.clone()),
        None => usual.clone().collect(),
    };
    bind_one_of((config, usual, false), ports, &in_order)
}

/// Listens for an editor: at the port that is asked for, else at its folder's own or one by chance that nobody else had. The site beside it is shown
/// by its name, so it listens at all that `localhost` is: to a browser, a program of somebody else's at the one of them would be the site.
pub fn bind_editor(config: &Config) -> Result<Vec<TcpListener>, ServeError> {
    let failed = |error| ServeError::Other { address: config.bind, error };
    let ports = config.source.as_deref().and_then(Ports::of);
    let from_chance = by_chance(EDITOR_PORTS).map_err(failed)?;
    let in_order = match &ports {
        Some(ports) => ports.in_order(from_chance),
        None => from_chance,
    };
    bind_one_of((config, EDITOR_PORTS, true), ports, &in_order)
}

fn bind_one_of(
    (config, usual, by_name): (&Config, RangeInclusive<u16>, bool),
    mut ports: Option<Ports>,
    in_order: &[u16],
) -> Result<Vec<TcpListener>, ServeError> {
    let address = config.bind;
    if let Some(port) = config.port {
        let listeners = listen(address, port, by_name).map_err(|error| reason(address, port, error))?;
        // No other site shall come to it later.
        if let Some(ports) = ports.filter(|_| usual.contains(&port)) {
            ports.keep(port);
        }
        return Ok(listeners);
    }
    for &port in in_order {
        match listen(address, port, by_name) {
            Ok(listeners) => {
                if let Some(ports) = ports {
                    ports.keep(port);
                }
                return Ok(listeners);
            }
            // An editor does not come back to where another program was: what that one showed may still be open.
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                if let Some(ports) = ports.as_mut().filter(|_| by_name) {
                    ports.give_up(port);
                }
            }
            // Some systems keep single ports for themselves.
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {}
            Err(error) => return Err(reason(address, port, error)),
        }
    }
    Err(ServeError::AllTaken(*usual.start(), *usual.end()))
}

/// These ports from one of them on that nobody can know before.
fn by_chance(ports: RangeInclusive<u16>) -> io::Result<Vec<u16>> {
    let mut bytes = [0; size_of::<usize>()];
    ground::fill_with_chance(&mut bytes)?;
    let mut ports: Vec<u16> = ports.collect();
    let first = usize::from_ne_bytes(bytes).checked_rem(ports.len()).unwrap_or_default();
    ports.rotate_left(first);
    Ok(ports)
}

fn listen(address: IpAddr, port: u16, by_name: bool) -> io::Result<Vec<TcpListener>> {
    if !by_name || address != IpAddr::V4(Ipv4Addr::LOCALHOST) {
        return Ok(vec![TcpListener::bind((address, port))?]);
    }
    let mut tries = 0;
    loop {
        let first = TcpListener::bind((address, port))?;
        let same = first.local_addr()?.port();
        match TcpListener::bind((Ipv6Addr::LOCALHOST, same)) {
            Ok(second) => return Ok(vec![first, second]),
            Err(error) if error.kind() == ErrorKind::AddrInUse && (port != 0 || tries > TRIES) => {
                return Err(error);
            }
            Err(error) if error.kind() == ErrorKind::AddrInUse => tries += 1,
            // A system without the other kind of addresses.
            Err(_) => return Ok(vec![first]),
        }
    }
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
    use super::*;

    fn port(listeners: &[TcpListener]) -> u16 {
        listeners[0].local_addr().unwrap().port()
    }

    #[test]
    fn an_editor_comes_to_a_port_by_chance_and_to_none_that_a_site_was_shown_at() {
        assert!(!EDITOR_PORTS.contains(&PORT) && !EDITOR_PORTS.contains(&(PORT + TRIES)));
        let listening: Vec<_> = (0..4).map(|_| bind_editor(&Config::default()).unwrap()).collect();
        let mut ports: Vec<u16> = listening.iter().map(|listeners| port(listeners)).collect();
        assert!(ports.iter().all(|port| EDITOR_PORTS.contains(port)), "{ports:?}");
        // Not one after the other: that they are so by chance happens once in 10^11 runs.
        ports.sort_unstable();
        assert!(ports.windows(2).any(|two| two[0].abs_diff(two[1]) > 1), "{ports:?}");
        let all = by_chance(3..=6).unwrap();
        assert!(all.len() == 4 && (3..=6).all(|port| all.contains(&port)), "{all:?}");
    }

    #[test]
    fn a_site_that_is_shown_by_its_name_comes_to_no_port_that_another_program_has_of_that_name() {
        // A system without these addresses has no such program.
        let mut others = (0..100).map_while(|_| TcpListener::bind((Ipv6Addr::LOCALHOST, 0)).ok()).peekable();
        if others.peek().is_none() {
            return;
        }
        // One whose port of the old addresses nobody has.
        let port = |other: &TcpListener| other.local_addr().unwrap().port();
        let other =
            others.find(|other| TcpListener::bind((Ipv4Addr::LOCALHOST, port(other))).is_ok()).unwrap();
        let port = port(&other);
        let asked = Config { port: Some(port), ..Config::default() };
        assert!(matches!(bind_editor(&asked), Err(ServeError::Taken(taken)) if taken == port));
        assert_eq!(bind(&asked).unwrap().len(), 1);
        let any = bind_editor(&Config { port: Some(0), ..Config::default() }).unwrap();
        let ports: Vec<u16> = any.iter().map(|one| one.local_addr().unwrap().port()).collect();
        assert!(ports.len() == 2 && ports[0] == ports[1], "{ports:?}");
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
