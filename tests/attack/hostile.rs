//! What a hostile repository may hold at a place, and how it is put there.

use std::fs::{self, File, Permissions};
use std::os::unix::ffi::OsStringExt as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};

use nix::sys::stat::{Mode, SFlag, makedev, mknod};

use crate::forge;
use crate::sandbox::{LARGE, clear, may_be_another};
use crate::site::write;
use crate::tree::look;

/// Marks the files of the attacker.
pub const EVIL: &str = "onda-filer-0b7e55";

/// What lies at a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Link(Goal),
    /// A second name of the victim's file.
    HardLink,
    /// A second name of the file that has this name in the victim's copy of the repository.
    HardMirror,
    Fifo,
    Socket,
    /// Zeros without end. Only root can make one.
    Device,
    File,
    Empty,
    Folder,
    EmptyFolder,
    /// Six gigabytes of nothing.
    Huge,
    /// The first half of what was there.
    Torn,
    /// All rights, and those to act as its owner.
    AllRights,
    NoRights,
    /// Beside it, or in it, names that a terminal obeys.
    Names,
    /// With a right checksum.
    Forged,
    /// A whole site with a right list, marked as a build marks its stage: not at all, building, begun to be moved over, moving, spare.
    Site(Option<&'static str>),
}

/// Where a link leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Goal {
    File,
    Folder,
    /// The same place in the victim's own copy of the repository.
    Mirror,
    NewFile,
    NewFolder,
    EmptyFolder,
    EmptyFile,
    /// Through a link of the victim's.
    Through,
    Hooks,
    NewHook,
    Content,
    Above,
    Itself,
    Zeros,
    Environment,
}

/// What a stage is marked by.
pub const MARKS: [Option<&str>; 5] =
    [None, Some(".fcsite-building"), Some(".fcsite-begun"), Some(".fcsite-moving"), Some(".fcsite-spare")];

impl Kind {
    /// All of them.
    pub fn all() -> Vec<Self> {
        let links = Goal::ALL.into_iter().map(Self::Link);
        let sites = MARKS.into_iter().map(Self::Site);
        let others = [
            Self::HardLink,
            Self::HardMirror,
            Self::Fifo,
            Self::Socket,
            Self::Device,
            Self::File,
            Self::Empty,
            Self::Folder,
            Self::EmptyFolder,
            Self::Huge,
            Self::Torn,
            Self::AllRights,
            Self::NoRights,
            Self::Names,
            Self::Forged,
        ];
        links.chain(others).chain(sites).collect()
    }

    /// Is what was there before gone?
    pub fn replaces(self) -> bool {
        !matches!(self, Self::AllRights | Self::NoRights | Self::Names)
    }
}

impl Goal {
    pub const ALL: [Self; 15] = [
        Self::File,
        Self::Folder,
        Self::Mirror,
        Self::NewFile,
        Self::NewFolder,
        Self::EmptyFolder,
        Self::EmptyFile,
        Self::Through,
        Self::Hooks,
        Self::NewHook,
        Self::Content,
        Self::Above,
        Self::Itself,
        Self::Zeros,
        Self::Environment,
    ];

    fn path(self, root: &Path, place: &str) -> PathBuf {
        let victim = |path: &str| root.join("victim").join(path);
        let own = |path: &str| root.join("repo").join(path);
        match self {
            Self::File => victim("secret.txt"),
            Self::Folder => victim("deep"),
            Self::Mirror => victim("mirror").join(place),
            Self::NewFile => victim("new.txt"),
            Self::NewFolder => victim("new/deeper"),
            Self::EmptyFolder => victim("empty"),
            Self::EmptyFile => victim("nothing"),
            Self::Through => victim("link/notes"),
            Self::Hooks => own(".git/hooks"),
            Self::NewHook => own(".git/hooks/post-checkout"),
            Self::Content => own("content/alfa"),
            Self::Above => root.to_path_buf(),
            Self::Itself => own(place),
            Self::Zeros => "/dev/zero".into(),
            Self::Environment => "/proc/self/environ".into(),
        }
    }
}

/// Puts something at a place of the repository. `how` chooses between forms of the same. False: that cannot be made here.
pub fn put(root: &Path, place: &str, kind: Kind, how: u64) -> bool {
    let repository = root.join("repo");
    let path = repository.join(place);
    if !may_hold(&repository, &path) {
        return false;
    }
    let is_read = look(&path).is_some_and(|seen| seen.is_file() && seen.length < LARGE);
    let before = if is_read { fs::read(&path).ok() } else { None };
    if kind.replaces() && !(kind == Kind::Forged && before.is_some()) {
        clear(&path);
    }
    if let Some(above) = path.parent() {
        fs::create_dir_all(above).unwrap();
    }
    match kind {
        Kind::Link(goal) => link(root, place, &goal.path(root, place), how),
        Kind::HardLink => fs::hard_link(root.join("victim/secret.txt"), &path).is_ok(),
        Kind::HardMirror => fs::hard_link(root.join("victim/mirror").join(place), &path).is_ok(),
        Kind::Fifo => nix::unistd::mkfifo(&path, Mode::from_bits_truncate(0o644)).is_ok(),
        Kind::Socket => UnixListener::bind(&path).is_ok(),
        Kind::Device => mknod(&path, SFlag::S_IFCHR, Mode::from_bits_truncate(0o666), makedev(1, 5)).is_ok(),
        Kind::File => fs::write(&path, EVIL).is_ok(),
        Kind::Empty => fs::write(&path, "").is_ok(),
        Kind::Folder => {
            write(&path, "inner/file.html", EVIL);
            write(&path, "post-checkout", EVIL);
            true
        }
        Kind::EmptyFolder => fs::create_dir(&path).is_ok(),
        Kind::Huge => File::create(&path).and_then(|file| file.set_len(6 << 30)).is_ok(),
        Kind::Torn => before.is_some_and(|bytes| fs::write(&path, &bytes[..bytes.len() / 2]).is_ok()),
        Kind::AllRights => fs::set_permissions(&path, Permissions::from_mode(0o6777)).is_ok(),
        // For root it is given to somebody else, who then runs the program.
        Kind::NoRights => {
            (!is_root() || may_be_another())
                && fs::set_permissions(&path, Permissions::from_mode(0o000)).is_ok()
        }
        Kind::Names => names(&path, how),
        Kind::Forged => forge::forge(&repository, place, how),
        Kind::Site(mark) => forge::site(&repository, &path, mark),
    }
}

/// Is this run by who may do everything?
pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// Are all above it folders, or missing?
fn may_hold(repository: &Path, path: &Path) -> bool {
    let mut above = path.ancestors().skip(1).take_while(|above| above.starts_with(repository));
    above.all(|above| fs::symlink_metadata(above).map_or(true, |meta| meta.is_dir()))
}

/// By its whole path, by .. from where it lies, or over another link.
fn link(root: &Path, place: &str, goal: &Path, how: u64) -> bool {
    let path = root.join("repo").join(place);
    let relative = || {
        let up = "../".repeat(place.split('/').count());
        goal.strip_prefix(root).map_or(goal.to_path_buf(), |inner| PathBuf::from(up).join(inner))
    };
    match how % 3 {
        0 => symlink(goal, &path).is_ok(),
        1 => symlink(relative(), &path).is_ok(),
        _ => {
            let step = root.join("repo/.steg");
            clear(&step);
            symlink(goal, &step).unwrap();
            symlink(&step, &path).is_ok()
        }
    }
}

/// Names with what a terminal obeys, what turns the line round, what is no text, and what looks like an option.
fn names(path: &Path, how: u64) -> bool {
    let is_folder = |path: &&Path| fs::symlink_metadata(path).is_ok_and(|meta| meta.is_dir());
    let Some(folder) = path.ancestors().find(is_folder) else { return false };
    let names: [&[u8]; 8] = [
        b"2026-01-04-\x1b]52;c;aGVq\x07.md",
        b"2026-01-05-rad\nerror: nytt.md",
        b"2026-01-06-\xc2\x9b31m.md",
        "2026-01-07-\u{202e}dm.exe.md".as_bytes(),
        b"2026-01-08-\xff\xfe.md",
        b"-rf",
        b"\r\x1b[2K.png",
        b"\xe2\x81\xa6\x7f.yaml",
    ];
    let mut made = false;
    for name in names.into_iter().skip((how % 3) as usize) {
        let name = PathBuf::from(std::ffi::OsString::from_vec(name.to_vec()));
        made |= if how.is_multiple_of(2) {
            fs::write(folder.join(name), EVIL).is_ok()
        } else {
            fs::create_dir(folder.join(&name)).is_ok()
                && fs::write(folder.join(&name).join("x\x1b[1m.md"), EVIL).is_ok()
        };
    }
    made
}
