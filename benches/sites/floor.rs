//! The floor: reads every input and writes the same bytes as a finished build, and does nothing else. No generator on this system can be
//! faster, so `fcsite / floor` says how much is left to gain.
//!
//! What is to be written is loaded before the clock starts. Folders are the unit of work, handed to the threads in runs of neighbours.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};

use crate::common::measure::Cost;

/// How many neighbours a thread takes at a time.
const RUN: usize = 32;

/// A folder to make and the files to write into it.
struct Folder {
    path: PathBuf,
    files: Vec<(PathBuf, Vec<u8>)>,
}

/// `sites floor THREADS SOURCE LIKE OUT`: prints what it cost.
pub fn run(words: &[String]) -> Result<(), Box<dyn Error>> {
    let [threads, source, like, out] = words else { return Err("floor THREADS SOURCE LIKE OUT".into()) };
    let threads: usize = threads.parse()?;
    let folders = load(Path::new(like), Path::new(out))?;
    let before = getrusage(UsageWho::RUSAGE_SELF)?;
    let start = Instant::now();
    let inputs = files_under(Path::new(source))?;
    in_parallel(threads, &inputs, read)?;
    in_parallel(threads, &folders, write)?;
    let wall = start.elapsed();
    let mut cost = Cost::between(wall, &before, &getrusage(UsageWho::RUSAGE_SELF)?);
    cost.memory = 0; // it holds the output that it was given
    println!("{cost}");
    Ok(())
}

/// The finished build's files by folder, parents before children.
fn load(like: &Path, out: &Path) -> Result<Vec<Folder>, Box<dyn Error>> {
    let mut folders: BTreeMap<PathBuf, Vec<(PathBuf, Vec<u8>)>> = BTreeMap::new();
    for path in files_under(like)? {
        let target = out.join(path.strip_prefix(like)?);
        let folder = target.parent().unwrap_or(out).to_owned();
        folders.entry(folder).or_default().push((target, fs::read(&path)?));
    }
    Ok(folders.into_iter().map(|(path, files)| Folder { path, files }).collect())
}

/// All files under a folder.
fn files_under(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else {
                files.push(entry.path());
            }
        }
    }
    Ok(files)
}

fn read(path: &PathBuf, buffer: &mut Vec<u8>) -> io::Result<()> {
    buffer.clear();
    fs::File::open(path)?.read_to_end(buffer)?;
    Ok(())
}

fn write(folder: &Folder, _: &mut Vec<u8>) -> io::Result<()> {
    match fs::create_dir(&folder.path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) if error.kind() == ErrorKind::NotFound => fs::create_dir_all(&folder.path)?,
        result => result?,
    }
    folder.files.iter().try_for_each(|(path, bytes)| fs::write(path, bytes))
}

/// Does `work` to all items on this many threads; each has a buffer of its own.
fn in_parallel<T: Sync>(
    threads: usize,
    items: &[T],
    work: fn(&T, &mut Vec<u8>) -> io::Result<()>,
) -> Result<(), Box<dyn Error>> {
    let next = AtomicUsize::new(0);
    let worker = || -> io::Result<()> {
        let mut buffer = Vec::new();
        loop {
            let from = next.fetch_add(RUN, Ordering::Relaxed).min(items.len());
            let to = (from + RUN).min(items.len());
            if from == to {
                return Ok(());
            }
            items[from..to].iter().try_for_each(|item| work(item, &mut buffer))?;
        }
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(worker)).collect();
        worker()?;
        for other in others {
            other.join().map_err(|_| "a thread of the floor panicked")??;
        }
        Ok(())
    })
}
