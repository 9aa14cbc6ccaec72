//! What this computer keeps of its publications to a target, in `.fcsite/published/`: the lists of the last two, by which it knows whether somebody else
//! was there since, and their files, so that the last one can be undone. Unchanged files are second names of those in the output and take no room.
//!
//! Nothing here is believed that was not sealed on this computer for this very folder, and each file is compared with its hash.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use super::list::{FarList, MOST, NumberedList, Print};
use super::path::FarPath;
use super::plan::FarFiles;
use crate::host::ground::{self, Place};
use crate::host::hidden::Hidden;

const FOLDER: &str = "published";

/// No token and no name is longer.
const MOST_NAME: u64 = 100;

/// What is kept of a target.
pub struct FarKept {
    /// The folder that it is kept in.
    pub hidden: Hidden,
    folder: String,
    /// The lists that were read or written here. Nobody else writes them meanwhile: one publication at a time goes out from a source folder.
    lists: Mutex<BTreeMap<&'static str, Option<Arc<NumberedList>>>>,
}

impl FarKept {
    /// That of a target, by its name.
    pub fn of(hidden: Hidden, target: &str) -> Self {
        Self { hidden, folder: format!("{FOLDER}/{target}"), lists: Mutex::default() }
    }

    /// A list by its name; none where there is none of ours. One that the system refuses to show is not gone.
    pub fn read(&self, name: &'static str) -> io::Result<Option<Arc<NumberedList>>> {
        let mut lists = self.lists.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lists.get(name) {
            return Ok(known.clone());
        }
        let bytes = self.hidden.find_here(&format!("{}/{name}", self.folder), MOST)?;
        let known: Vec<&NumberedList> = lists.values().flatten().map(Arc::as_ref).collect();
        let read = bytes.and_then(|bytes| FarList::parse(&bytes, &known)).map(Arc::new);
        lists.insert(name, read.clone());
        Ok(read)
    }

    fn write(&self, name: &'static str, list: &FarList) -> io::Result<bool> {
        let (text, number) = list.numbered_text();
        let mut lists = self.lists.lock().unwrap_or_else(PoisonError::into_inner);
        lists.remove(name);
        let is_kept = self.hidden.write_here(&format!("{}/{name}", self.folder), text.as_bytes())?;
        lists.insert(name, is_kept.then(|| Arc::new((list.clone(), number))));
        Ok(is_kept)
    }

    /// The name of the source folder towards other computers: a number that nobody else has. Empty where nothing can be kept.
    pub fn home(&self) -> io::Result<String> {
        let place = "publish-home";
        let known = self.hidden.find_here(place, MOST_NAME)?.and_then(|bytes| String::from_utf8(bytes).ok());
        if let Some(known) = known.filter(|known| is_name(known)) {
            return Ok(known);
        }
        let name = format!("{:016x}{:016x}", ground::unguessable()?, ground::unguessable()?);
        Ok(if self.hidden.write_here(place, name.as_bytes())? { name } else { String::new() })
    }

    /// A publication is about to begin. Until its journal lies there, one of ours that broke off has its own there.
    pub fn begin(&self, token: &str, broken: Option<&str>) -> io::Result<()> {
        let broken = match broken {
            Some(token) if self.began(token)? => token,
            _ => "",
        };
        self.hidden
            .write_here(&format!("{}/begun", self.folder), format!("{token} {broken}").as_bytes())
            .map(drop)
    }

    /// The publication that had begun has come to its end. What calls itself its journal from now on is another's.
    pub fn ended(&self) -> io::Result<()> {
        self.hidden.write_here(&format!("{}/begun", self.folder), b"").map(drop)
    }

    /// Was it the last one from here, or the one before?
    pub fn began(&self, token: &str) -> io::Result<bool> {
        let begun = self.hidden.find_here(&format!("{}/begun", self.folder), MOST_NAME)?.unwrap_or_default();
        Ok(!token.is_empty() && begun.split(|byte| *byte == b' ').any(|begun| begun == token.as_bytes()))
    }

    /// Is this list one that this computer put there?
    pub fn knows(&self, number: Print) -> io::Result<bool> {
        let [current, next] = ["current", "next"].map(|name| self.read(name));
        Ok([current?, next?].iter().flatten().any(|known| known.1 == number))
    }

    /// The files that this computer put there last, or was about to.
    pub fn last(&self) -> io::Result<Option<FarFiles>> {
        let [current, next] = ["current", "next"].map(|name| self.read(name));
        let mut files = FarFiles::new();
        for list in [current?, next?].iter().flatten() {
            files.extend(list.0.files.iter().map(|(path, entry)| (path.clone(), *entry)));
        }
        Ok(Some(files).filter(|files| !files.is_empty()))
    }

    /// A publication by its number.
    pub fn of_number(&self, number: Print) -> io::Result<Option<FarList>> {
        let lists = ["current", "next", "previous"].into_iter().map(|name| self.read(name));
        let lists = lists.collect::<io::Result<Vec<_>>>()?;
        let known = lists.iter().flatten().find(|known| known.1 == number);
        Ok(known.map(|known| known.0.clone()))
    }

    /// The publication before the one that a target has now.
    pub fn before(&self, number: Print) -> io::Result<Option<FarList>> {
        let Some(current) = self.read("current")? else { return Ok(None) };
        // A publication that was killed right after its list was put has not become the current one here.
        let before = if current.1 == number { self.read("previous")? } else { Some(current) };
        let is_known = self.knows(number)?;
        Ok(before.filter(|_| is_known).map(|before| before.0.clone()))
    }

    /// Keeps the files of a publication that is about to end. `seen` is the list that the target has, if it is known here.
    pub fn keep(
        &self,
        list: &FarList,
        seen: Option<&(FarList, Print)>,
        bring: &dyn Fn(&FarPath, &Place) -> io::Result<()>,
    ) -> io::Result<()> {
        match self.read("next")? {
            // That publication was killed right after its list was put.
            Some(next) if seen.is_some_and(|(_, seen)| *seen == next.1) => self.settle()?,
            // Its list never came there.
            Some(next) => self.forget(&next.0)?,
            None => {}
        }
        let none = FarFiles::new();
        let known = seen.map_or(&none, |(list, _)| &list.files);
        let mut made = BTreeSet::new();
        let has_current = self.read("current")?.is_some();
        for (path, entry) in list.files.iter().filter(|(_, entry)| !entry.retained) {
            let is_kept =
                has_current && known.get(path).is_some_and(|known| known.is_as(entry) && !known.retained);
            if is_kept || !made.insert(entry.print) {
                continue;
            }
            let Some(place) = self.place(entry.print) else { continue };
            if place.is_file() {
                continue;
            }
            place.parent().ok_or(io::ErrorKind::NotFound)?.make_folders(5)?;
            bring(path, &place)?;
        }
        self.write("next", list).map(drop)
    }

    /// A publication has ended: the one before can be undone now, and the files of those before that go.
    pub fn settle(&self) -> io::Result<()> {
        let Some(next) = self.read("next")? else { return Ok(()) };
        let current = self.read("current")?;
        if current.as_ref().is_some_and(|current| current.1 == next.1) {
            return Ok(());
        }
        if current.as_ref().is_some_and(|current| is_same_site(&current.0, &next.0)) {
            // Nothing changed for readers: what is undone is still the last change.
            return self.write("current", &next.0).map(drop);
        }
        let dropped = self.read("previous")?;
        if let Some(current) = &current {
            self.write("previous", &current.0)?;
        }
        self.write("current", &next.0)?;
        if let Some(dropped) = &dropped {
            self.forget(&dropped.0)?;
        }
        Ok(())
    }

    /// Removes the files of a list that none of the last two has.
    fn forget(&self, list: &FarList) -> io::Result<()> {
        let [current, previous] = ["current", "previous"].map(|name| self.read(name));
        let kept = [current?, previous?];
        let used: BTreeSet<Print> = kept.iter().flatten().flat_map(|kept| prints(&kept.0)).collect();
        for print in prints(list).filter(|print| !used.contains(print)) {
            if let Some(place) = self.place(print) {
                let _ = place.remove_file();
            }
        }
        Ok(())
    }

    /// The bytes of a kept file.
    pub fn bytes(&self, list: &FarList, path: &FarPath) -> io::Result<Vec<u8>> {
        let missing = || io::Error::from(io::ErrorKind::NotFound);
        let entry = list.files.get(path).ok_or_else(missing)?;
        let bytes = self.place(entry.print).ok_or_else(missing)?.read(entry.length)?;
        if Print::of(&bytes) == entry.print { Ok(bytes) } else { Err(missing()) }
    }

    fn place(&self, print: Print) -> Option<Place> {
        let name = print.to_string();
        let (top, _) = name.split_at_checked(2)?;
        self.hidden.place(&format!("{}/files/{top}/{name}", self.folder))
    }
}

fn is_name(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Do two lists have the same site, but for style that no page names any more?
fn is_same_site(one: &FarList, other: &FarList) -> bool {
    fn site(list: &FarList) -> impl Iterator<Item = (&FarPath, Print)> {
        list.files.iter().filter(|(_, entry)| !entry.retained).map(|(path, entry)| (path, entry.print))
    }
    site(one).eq(site(other))
}

fn prints(list: &FarList) -> impl Iterator<Item = Print> {
    list.files.values().map(|entry| entry.print)
}
