//! Whose the other end of a connection is, as far as the system tells: to a loopback address connects whoever has an account on the computer.
//!
//! The key of an editor is in the address that the browser is started with, and every account can read what programs are started with. So an
//! editor answers nobody else's programs. Linux tells in `/proc/net/tcp` and `tcp6`, a line a socket, to which account it belongs; other systems
//! have no such table that a program of a person may read.

use std::collections::{HashMap, HashSet};
use std::io::{self, ErrorKind};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use crate::host::ground::Ground;

/// The tables, below `/proc/net`.
const TABLES: [&str; 2] = ["tcp", "tcp6"];

/// The most that is read of a table: some hundred thousand sockets.
const MOST_BYTES: u64 = 64 << 20;

/// How often the tables are asked: the system hands them out in pieces, and a line may slip through where others go meanwhile.
const TRIES: usize = 6;

/// The account of the administrator, as whom systems forward ports.
const ROOT: u32 = 0;

/// The own end of a connection, and the other.
pub type ConnectionEnds = (SocketAddr, SocketAddr);

/// Asks the system to which account the other end of a connection belongs.
#[derive(Debug)]
pub struct Peers {
    folder: Arc<Ground>,
    own: OwnAccount,
}

/// The account that this process runs as.
#[derive(Clone, Copy, Debug)]
struct OwnAccount {
    number: u32,
    /// Is this a Linux within Windows? There a browser of Windows connects as if it were here, and is in no table of this system.
    is_within_windows: bool,
}

impl Peers {
    /// None where the system does not tell. That is found out once, while nobody else can have a hand in it: where the tables cannot be read
    /// later, such as for too many open files, nobody is let in.
    pub fn of_system() -> Option<Self> {
        let own = own_account()?;
        // The system's own folder, with the system's own links on the way to it.
        let peers = Self { folder: Ground::open("/proc/net".as_ref()).ok()?, own };
        peers.table(TABLES[0]).ok()?;
        Some(peers)
    }

    /// May the other ends of these connections be answered? Each is the own end and the other.
    ///
    /// Two ends on the same computer are both in the tables while both are open. So where the other is not found there is none that waits for
    /// an answer: somebody closed it so that nobody should see whose it was. Such a one is let in only where the other end may be elsewhere:
    /// where both have addresses that other computers reach, and within Windows.
    pub fn may_ask(&self, connections: &[ConnectionEnds]) -> Vec<bool> {
        let mut accounts = HashMap::new();
        let plain: Vec<ConnectionEnds> =
            connections.iter().map(|(own, other)| (plain(*own), plain(*other))).collect();
        for _ in 0..TRIES {
            let unknown: HashSet<ConnectionEnds> =
                plain.iter().filter(|ends| !accounts.contains_key(*ends)).copied().collect();
            if unknown.is_empty() {
                break;
            }
            match self.owners(&unknown) {
                Ok(found) => accounts.extend(found),
                Err(_) => return vec![false; connections.len()],
            }
        }
        plain.iter().map(|ends| self.is_answered(*ends, accounts.get(ends).copied())).collect()
    }

    fn is_answered(&self, (own, other): ConnectionEnds, account: Option<u32>) -> bool {
        match account {
            Some(account) => account == self.own.number || account == ROOT,
            None => !(own.ip().is_loopback() || other.ip().is_loopback()) || self.own.is_within_windows,
        }
    }

    /// The accounts of the other ends that the tables have.
    fn owners(&self, connections: &HashSet<ConnectionEnds>) -> io::Result<HashMap<ConnectionEnds, u32>> {
        let mut found = HashMap::new();
        for name in TABLES {
            found.extend(owners(&self.table(name)?, connections));
        }
        Ok(found)
    }

    fn table(&self, name: &str) -> io::Result<String> {
        match self.folder.place().join(name).read(MOST_BYTES) {
            Ok(bytes) => String::from_utf8(bytes).map_err(|_| ErrorKind::InvalidData.into()),
            // A system without the other kind of addresses.
            Err(error) if name == TABLES[1] && error.kind() == ErrorKind::NotFound => Ok(String::new()),
            Err(error) => Err(error),
        }
    }
}

#[cfg(target_os = "linux")]
fn own_account() -> Option<OwnAccount> {
    let release = rustix::system::uname().release().to_string_lossy().to_ascii_lowercase();
    let number = rustix::process::geteuid().as_raw();
    Some(OwnAccount { number, is_within_windows: release.contains("microsoft") })
}

#[cfg(not(target_os = "linux"))]
fn own_account() -> Option<OwnAccount> {
    None
}

/// The accounts of the other ends, as a table has them. A line without an inode is that of a socket that was closed: some systems say then that
/// it is the administrator's.
fn owners<'a>(
    table: &'a str,
    connections: &'a HashSet<ConnectionEnds>,
) -> impl Iterator<Item = (ConnectionEnds, u32)> + 'a {
    table.lines().filter_map(|line| {
        let mut words = line.split_ascii_whitespace().skip(1);
        let other = end(words.next()?)?;
        let ends = connections.get(&(end(words.next()?)?, other))?;
        // Its state, what waits, its clock, what was sent anew; then the account, a second clock and the inode.
        let account = words.nth(4)?.parse().ok()?;
        words.nth(1).filter(|inode| *inode != "0")?;
        Some((*ends, account))
    })
}

/// An end without the new kind of addresses' way to write an old one.
fn plain(end: SocketAddr) -> SocketAddr {
    SocketAddr::new(end.ip().to_canonical(), end.port())
}

/// An end as the tables write it: words of 32 bits in the machine's own order of bytes, and the port.
fn end(word: &str) -> Option<SocketAddr> {
    let (address, port) = word.split_once(':')?;
    let mut bytes = Vec::with_capacity(16);
    for at in (0..address.len()).step_by(8) {
        let word = u32::from_str_radix(address.get(at..at + 8)?, 16).ok()?;
        bytes.extend(word.to_ne_bytes());
    }
    let ip = match bytes.len() {
        4 => IpAddr::from(<[u8; 4]>::try_from(bytes).ok()?),
        _ => IpAddr::from(<[u8; 16]>::try_from(bytes).ok()?),
    };
    Some(plain(SocketAddr::new(ip, u16::from_str_radix(port, 16).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str =
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    /// A line as Linux writes it, on a machine of either order of bytes.
    fn line(local: &str, remote: &str, account: u32, inode: u32) -> String {
        let written = |end: &str| {
            let end: SocketAddr = end.parse().unwrap();
            let bytes = match end.ip() {
                IpAddr::V4(ip) => ip.octets().to_vec(),
                IpAddr::V6(ip) => ip.octets().to_vec(),
            };
            let word = |four: &[u8]| format!("{:08X}", u32::from_ne_bytes(four.try_into().unwrap()));
            format!("{}:{:04X}", bytes.chunks(4).map(word).collect::<String>(), end.port())
        };
        format!(
            "   7: {} {} 01 00000000:00000000 00:00000000 00000000 {account:5}        0 {inode} 1 00000000975840c3 20 4 30 10 -1\n",
            written(local),
            written(remote)
        )
    }

    fn asked(table: &str, own: &str, other: &str) -> Option<u32> {
        let ends = (plain(own.parse().unwrap()), plain(other.parse().unwrap()));
        owners(table, &[ends].into()).next().map(|(_, account)| account)
    }

    #[test]
    fn the_account_is_that_of_the_other_end_and_of_no_other_line() {
        let (editor, browser) = ("127.0.0.1:2727", "127.0.0.1:50000");
        let table = [
            HEAD.to_string(),
            line(editor, "0.0.0.0:0", 1000, 1),
            line(editor, browser, 1000, 2),
            line("127.0.0.1:50000", "127.0.0.1:80", 1001, 3),
            line("127.0.0.2:50000", editor, 1002, 4),
            line(browser, editor, 1003, 5),
        ]
        .concat();
        assert_eq!(asked(&table, editor, browser), Some(1003));
        assert_eq!(asked(&table, editor, "127.0.0.1:50001"), None);
        assert_eq!(asked("", editor, browser), None);
        assert_eq!(asked(&format!("{HEAD}x\n\n 0: 1:2\n"), editor, browser), None);
    }

    #[test]
    fn what_was_closed_is_nobodys_whatever_account_stands_there() {
        let (editor, browser) = ("127.0.0.1:2727", "127.0.0.1:50000");
        assert_eq!(asked(&line(browser, editor, 0, 0), editor, browser), None);
    }

    #[test]
    fn both_kinds_of_addresses_are_read_and_the_old_ones_in_the_new() {
        let (editor, browser) = ("[::1]:2727", "[::1]:50000");
        assert_eq!(asked(&line(browser, editor, 7, 1), editor, browser), Some(7));
        let mapped = line("[::ffff:127.0.0.1]:50000", "[::ffff:127.0.0.1]:2727", 8, 1);
        assert_eq!(asked(&mapped, "127.0.0.1:2727", "127.0.0.1:50000"), Some(8));
        // A line as it was read on a machine whose order is the usual one.
        if cfg!(target_endian = "little") {
            let line = "   1: 0100007F:C350 0100007F:0AA7 01 00000000:00000000 00:00000000 00000000  1000        0 55 1 0 20 4 30 10 -1\n";
            assert_eq!(asked(line, "127.0.0.1:2727", "127.0.0.1:50000"), Some(1000));
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_system_tells_of_a_connection_whose_it_is_and_of_none_when_it_is_closed() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let browser = std::net::TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let (stream, other) = listener.accept().unwrap();
        let own = stream.local_addr().unwrap();
        let peers = Peers::of_system().unwrap();
        let account = own_account().unwrap().number;
        assert_eq!(peers.owners(&[(own, other)].into()).unwrap(), [((own, other), account)].into());
        assert_eq!(peers.may_ask(&[(own, other)]), [true]);
        let as_account = |account, is_within_windows| Peers {
            folder: peers.folder.clone(),
            own: OwnAccount { number: account, is_within_windows },
        };
        if account != ROOT {
            assert_eq!(as_account(account + 1, true).may_ask(&[(own, other)]), [false]);
        }
        drop(browser);
        assert!(peers.owners(&[(own, other)].into()).unwrap().is_empty());
        assert_eq!(as_account(account, true).may_ask(&[(own, other)]), [true]);
        // Another computer's end is in no table here.
        let [near, far] = ["192.0.2.1:2727", "192.0.2.2:50000"].map(|end| end.parse().unwrap());
        // Each is judged by itself, however many are asked about at once.
        assert_eq!(peers.may_ask(&[(own, other), (near, far), (near, other)]), [false, true, false]);
    }
}
