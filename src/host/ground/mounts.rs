//! What is mounted in a folder: another disk, or a folder from elsewhere.

use std::path::Path;

use super::{FileKind, Place, real};

/// Is something mounted in a folder? Renaming the folder takes it along, and what lies in it is another's.
pub fn holds_mounts(folder: &Place) -> bool {
    // Where the list of mounts cannot be read, the folders at the top tell.
    let listed = || {
        let list = if cfg!(target_os = "linux") {
            std::fs::read("/proc/self/mountinfo").ok()?
        } else {
            return None;
        };
        Some(lists_below(&list, &real(&folder.path()).ok()?))
    };
    listed().unwrap_or_else(|| has_other_disks(folder))
}

/// Does the list name a place below the folder? A line's fifth word is the place, in which spaces and line ends are octal numbers (proc(5)).
fn lists_below(list: &[u8], folder: &Path) -> bool {
    let folder = folder.as_os_str().as_encoded_bytes();
    let folder = folder.strip_suffix(b"/").unwrap_or(folder);
    list.split(|byte| *byte == b'\n').any(|line| {
        let place = line.split(|byte| *byte == b' ').nth(4).map(unescaped).unwrap_or_default();
        place.strip_prefix(folder).is_some_and(|inner| inner.starts_with(b"/"))
    })
}

fn unescaped(word: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(word.len());
    let mut rest = word;
    while let [first, after @ ..] = rest {
        let (byte, after) = match after {
            [a @ b'0'..=b'3', b @ b'0'..=b'7', c @ b'0'..=b'7', after @ ..] if *first == b'\\' => {
                ((a - b'0') << 6 | (b - b'0') << 3 | (c - b'0'), after)
            }
            _ => (*first, after),
        };
        plain.push(byte);
        rest = after;
    }
    plain
}

fn has_other_disks(folder: &Place) -> bool {
    let disk = |place: &Place| place.look().ok().map(|look| look.number.0);
    let own = disk(folder);
    let names = folder.names().unwrap_or_default();
    let mut folders = names.iter().filter(|(_, kind)| *kind == FileKind::Folder);
    folders.any(|(name, _)| disk(&folder.join(name)).is_some_and(|disk| own.is_some_and(|own| own != disk)))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::host::ground::Ground;

    const LIST: &[u8] = b"22 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
        30 22 0:5 / /srv/min\\040sajt/public/.well-known rw,relatime shared:2 - tmpfs none rw\n\
        31 22 8:1 /x /srv/b\\134c rw - ext4 /dev/sda1 rw\n";

    #[test]
    fn a_mount_below_a_folder_is_found_and_one_above_or_beside_it_is_not() {
        for (folder, is_below) in [
            ("/srv/min sajt/public", true),
            ("/srv/min sajt", true),
            ("/srv/min sajt/public/.well-known", false),
            ("/srv/min sajt/publi", false),
            ("/srv/min sajt/public/exempel", false),
            ("/srv", true),
            ("/srv/b\\c", false),
        ] {
            assert_eq!(lists_below(LIST, Path::new(folder)), is_below, "{folder}");
        }
    }

    #[test]
    fn a_folder_of_one_disk_holds_no_mounts() {
        let house = TempDir::new().unwrap();
        let place = Ground::open(house.path()).unwrap().place();
        place.join("a").make_folder().unwrap();
        assert!(!holds_mounts(&place) && !has_other_disks(&place));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_list_of_this_system_is_read() {
        let top = Ground::open(Path::new("/")).unwrap().place();
        assert!(has_other_disks(&top), "/proc is one");
        assert!(holds_mounts(&top));
    }
}
