//! Which source folder had which port: each keeps its own, and none comes to a port at which another was shown.
//!
//! To a browser, all that comes from one host and port is of one origin. A tab that was left open with a stranger's site could read what
//! is shown there later, drafts included. That the address stays the same is of use to the person, too: the browser's history and
//! bookmarks are those of the site.

use std::fmt::Write as _;
use std::path::Path;

use crate::host::ground::{self, Ground, Place};
use crate::host::seal;

const NAME: &str = "ports";

/// The longest file that is read, in bytes.
const LONGEST: u64 = 64 << 10;

/// No more ports than these are kept: all that are tried for sites, and as many for editors.
const MOST: usize = 202;

/// Which source folder had which port, as this computer's person has used them.
pub struct Ports {
    place: Place,
    /// The hash of the folder that is asked about.
    own: String,
    /// Ports and hashes of folders, the one that was used last at the end.
    kept: Vec<(u16, String)>,
}

impl Ports {
    /// What is kept. `None`: nothing can be, or what could lies in what is shown, where anybody may have written it.
    pub fn of(source: &Path) -> Option<Self> {
        let folder = seal::state_folder_for(source)?;
        let source = ground::real(source).ok()?;
        let place = Ground::make(&folder).ok()?.0.place().join(NAME);
        let text = place.read(LONGEST).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let kept = text.unwrap_or_default().lines().filter_map(line).collect();
        Some(Self { place, own: hash(&source), kept })
    }

    /// These ports in the order in which they are tried: its own, those that no folder had, and of those of others the one first that was
    /// used longest ago.
    pub fn in_order(&self, ports: impl IntoIterator<Item = u16>) -> Vec<u16> {
        let rank = |port: &u16| match self.kept.iter().position(|(kept, _)| kept == port) {
            Some(at) if self.kept[at].1 == self.own => (0, 0),
            None => (1, 0),
            Some(at) => (2, at),
        };
        let mut ports: Vec<u16> = ports.into_iter().collect();
        ports.sort_by_cached_key(rank);
        ports
    }

    /// The folder has this port no more.
    pub fn give_up(&mut self, port: u16) {
        self.kept.retain(|kept| *kept != (port, self.own.clone()));
    }

    /// Keeps that the folder has this port. What cannot be kept is chosen anew next time.
    pub fn keep(mut self, port: u16) {
        self.kept.retain(|(kept, _)| *kept != port);
        self.kept.push((port, self.own));
        let from = self.kept.len().saturating_sub(MOST);
        let mut text = String::new();
        for (port, folder) in &self.kept[from..] {
            let _ = writeln!(text, "{port} {folder}");
        }
        let _ = self.place.replace(text.as_bytes());
    }
}

fn line(line: &str) -> Option<(u16, String)> {
    let (port, folder) = line.split_once(' ')?;
    Some((port.parse().ok()?, folder.to_string()))
}

fn hash(folder: &Path) -> String {
    blake3::hash(folder.as_os_str().as_encoded_bytes()).to_hex().as_str()[..32].to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_comes_to_its_own_port_then_to_one_that_nobody_had_then_to_the_one_that_rested_longest() {
        let folder = tempfile::tempdir().unwrap();
        let place = Ground::open(folder.path()).unwrap().place().join(NAME);
        let kept = [(2, "b"), (4, "own"), (1, "a"), (3, "own")];
        let ports = |kept: &[(u16, &str)]| Ports {
            place: place.clone(),
            own: "own".to_string(),
            kept: kept.iter().map(|(port, owner)| (*port, (*owner).to_string())).collect(),
        };
        assert_eq!(ports(&kept).in_order(1..=6), [3, 4, 5, 6, 2, 1]);
        ports(&kept).keep(2);
        assert_eq!(place.read(LONGEST).unwrap(), b"4 own\n1 a\n3 own\n2 own\n");
        let mut given_up = ports(&kept);
        (1..=4).for_each(|port| given_up.give_up(port));
        assert_eq!(given_up.in_order(1..=6), [3, 4, 5, 6, 2, 1]);
        given_up.keep(5);
        assert_eq!(place.read(LONGEST).unwrap(), b"2 b\n1 a\n5 own\n");
        // However many there were.
        let many: Vec<(u16, &str)> = (1000..2000).map(|port| (port, "a")).collect();
        ports(&many).keep(1);
        let text = String::from_utf8(place.read(LONGEST).unwrap()).unwrap();
        assert!(text.lines().count() == MOST && text.ends_with("1 own\n"));
    }
}
