//! The folder of somebody beside the repository: nothing in it may be changed, read, or given away.
//!
//! The system tells of every file of it that is opened (inotify), in every run, and what it says of each file and folder, with the time
//! that no program can set, is held against what it said before. The files hold words that no one can guess, and so do their names.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use nix::errno::Errno;
use nix::sys::inotify::{AddWatchFlags, InitFlags, Inotify};
use walkdir::WalkDir;

use crate::site::write;
use crate::tree::{Times, Tree, differences, tree};

/// In a file, in another one deeper down, in the name of a file, and in the environment of the program.
pub const SECRETS: [&str; 4] =
    ["hemlig-f3a91c07d2", "lonlista-8b40e6a17c", "namnet-5d72f08e9b", "milj0-c61d39fa44"];

/// Somebody's folder.
pub struct Victim {
    pub folder: PathBuf,
    before: Tree,
    events: Inotify,
}

impl Victim {
    /// Makes it, with a copy of a whole repository of the same person's in it.
    pub fn make(folder: &Path, mirrored: &Path) -> Self {
        write(folder, "secret.txt", SECRETS[0]);
        write(folder, "deep/notes/pay.txt", SECRETS[1]);
        write(folder, &format!("deep/{}.txt", SECRETS[2]), "a name");
        write(folder, "deep/index.html", format!("<p>{}</p>", SECRETS[0]));
        write(folder, "deep/security.txt", SECRETS[1]);
        write(folder, "hooks/post-checkout", "#!/bin/sh\n");
        fs::set_permissions(folder.join("hooks/post-checkout"), fs::Permissions::from_mode(0o755)).unwrap();
        write(folder, "nothing", "");
        fs::create_dir(folder.join("empty")).unwrap();
        symlink("deep", folder.join("link")).unwrap();
        let mirror = folder.join("mirror");
        let copied =
            Command::new("cp").args(["-a", "--no-preserve=links"]).args([mirrored, &mirror]).status();
        assert!(copied.unwrap().success());
        let events = Inotify::init(InitFlags::IN_NONBLOCK | InitFlags::IN_CLOEXEC).unwrap();
        // That something is closed is told late where another thread starts a program meanwhile; it was opened before.
        let closes = AddWatchFlags::IN_CLOSE_WRITE | AddWatchFlags::IN_CLOSE_NOWRITE;
        let told = AddWatchFlags::IN_ALL_EVENTS.difference(closes);
        let folders = WalkDir::new(folder).into_iter().map(Result::unwrap);
        for entry in folders.filter(|entry| entry.file_type().is_dir()) {
            events.add_watch(entry.path(), told).unwrap();
        }
        Self { folder: folder.to_path_buf(), before: Tree::new(), events }
    }

    /// From now on nothing may happen to it.
    pub fn watch(&mut self) {
        self.before = tree(&self.folder);
        self.told();
    }

    /// What happened to it since.
    pub fn harm(&self) -> Vec<String> {
        let mut harm: Vec<String> =
            self.told().into_iter().map(|told| format!("in the victim's folder {told}")).collect();
        let after = tree(&self.folder);
        // What has a second name in the repository may lose it or get one more; the file has another time then.
        let (single, linked): (Tree, Tree) =
            self.before.clone().into_iter().partition(|(_, seen)| seen.links == 1);
        let may = |tree: &Tree, path: &Path| !tree.contains_key(path) && self.before.contains_key(path);
        harm.extend(differences(&single, &after, Times::All, &|path| may(&single, path)));
        harm.extend(differences(&linked, &after, Times::Modified, &|path| !linked.contains_key(path)));
        harm
    }

    fn told(&self) -> Vec<String> {
        let mut told = Vec::new();
        loop {
            match self.events.read_events() {
                Ok(events) => {
                    told.extend(events.into_iter().map(|it| format!("{:?} {:?}", it.mask, it.name)))
                }
                Err(Errno::EAGAIN) => break,
                Err(error) => panic!("{error}"),
            }
        }
        told.truncate(4);
        told
    }

    /// Is this one of the victim's files, under whatever name?
    pub fn owns(&self, inode: (u64, u64)) -> bool {
        self.before.values().any(|seen| seen.inode == inode)
    }
}
