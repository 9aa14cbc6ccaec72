//! A walk through all that lies below a place, without following a link.

use std::io;
use std::path::{Path, PathBuf};

use super::{FileKind, OpenFolder, Place};

/// Deeper no site goes. A made-up folder that does costs no more than this.
const DEEPEST: usize = 128;

/// In what order.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// A folder before what lies in it.
    FoldersFirst,
    /// A folder after what lies in it.
    ContentsFirst,
}

/// What a walk meets.
#[derive(Clone, Copy, Debug)]
pub struct WalkStep<'a> {
    /// Its path below the place that the walk began at.
    pub path: &'a Path,
    /// How deep it lies: one is in the folder itself.
    pub depth: usize,
    /// What it is.
    pub kind: FileKind,
    folder: Option<&'a OpenFolder>,
}

impl WalkStep<'_> {
    /// Is it a folder in which the person may make and remove nothing? Of one that comes after its contents nobody asks.
    pub fn is_closed(&self) -> bool {
        self.folder.is_some_and(OpenFolder::is_closed_itself)
    }
}

/// A folder that could not be looked into.
#[derive(Debug)]
pub struct Unseen {
    /// Its path below the place that the walk began at.
    pub path: PathBuf,
    /// What the system said.
    pub error: io::Error,
}

/// What a walk does at each step; `false` at a folder that comes before its contents leaves these out.
type See<'a, E> = dyn FnMut(Result<WalkStep<'_>, Unseen>) -> Result<bool, E> + 'a;

impl Place {
    /// Walks through all below this folder, sorted by name.
    pub fn walk<E>(&self, order: Order, see: &mut See<'_, E>) -> Result<(), E> {
        self.walk_to(DEEPEST, order, see)
    }

    /// Walks so many levels down.
    pub fn walk_to<E>(&self, deepest: usize, order: Order, see: &mut See<'_, E>) -> Result<(), E> {
        let opened = self.inner().and_then(|inner| self.ground.folder.list(inner));
        match opened {
            Ok(folder) => descend(&folder, Path::new(""), (1, deepest), order, see),
            Err(error) => see(Err(Unseen { path: PathBuf::new(), error })).map(drop),
        }
    }
}

fn descend<E>(
    folder: &OpenFolder,
    path: &Path,
    (depth, deepest): (usize, usize),
    order: Order,
    see: &mut See<'_, E>,
) -> Result<(), E> {
    let mut names = match folder.list_names() {
        Ok(names) => names,
        Err(error) => return see(Err(Unseen { path: path.to_owned(), error })).map(drop),
    };
    names.sort_unstable_by(|one, other| one.0.cmp(&other.0));
    for (name, kind) in names {
        let inner = path.join(&name);
        if kind != FileKind::Folder {
            see(Ok(WalkStep { path: &inner, depth, kind, folder: None }))?;
            continue;
        }
        let (below, error) = match (depth < deepest).then(|| folder.list(Path::new(&name))) {
            Some(Ok(below)) => (Some(below), None),
            Some(Err(error)) => (None, Some(error)),
            None if deepest == DEEPEST => (None, Some(io::Error::other("it lies too deep"))),
            None => (None, None),
        };
        let step = |folder, see: &mut See<'_, E>| see(Ok(WalkStep { path: &inner, depth, kind, folder }));
        if order == Order::ContentsFirst || step(below.as_ref(), see)? {
            if let Some(below) = &below {
                descend(below, &inner, (depth + 1, deepest), order, see)?;
            }
            if let Some(error) = error {
                see(Err(Unseen { path: inner.clone(), error }))?;
            }
        }
        if order == Order::ContentsFirst {
            // Windows removes no folder that is held open.
            drop(below);
            see(Ok(WalkStep { path: &inner, depth, kind, folder: None }))?;
        }
    }
    Ok(())
}
