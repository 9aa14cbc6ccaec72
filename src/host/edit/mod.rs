//! The editor of `fcsite edit`: the content as forms, beside the site that `serve` shows.
//!
//! The files stay the truth. A page is made of the file as it is on the disk; what comes back becomes splices ([`crate::edit`]), and the whole
//! file is written by the house's own writer, when nobody has changed it meanwhile.
//!
//! Who may: the address that the program opens holds a key of 128 bits, which becomes a cookie that no other site's request carries, below a
//! path that no other server is told ([`prefix`]); each write also needs a word that stands in the form. All are kept for the process and no
//! longer. A file is named by the number of its path
//! among those that there are, so no request can name another.

mod answer;
mod away;
mod begin;
mod bring;
mod colours;
mod desk;
mod files;
mod forms;
mod fresh;
mod links;
mod others;
mod parcel;
mod prefix;
mod preview;
mod publish;
mod request;
mod save;
mod target;
mod tasks;
mod unsaved;
mod unseen;
mod upload;
mod view;

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use super::ground;
use super::hidden::Hidden;
use super::serve::{Beside, Question, Reply, StandIns};
use crate::base::{Diagnostic, Locale, Messages};
use bring::HeldFile;
use prefix::{DOOR, PREFIX};
use preview::{HeldPreview, PreviewRoom};
use publish::PublishJob;
use save::SavedFile;

/// The most that a form without a file brings.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// How many savings can be taken back.
const MOST_SAVED: usize = 50;

/// How many texts of files that forms were made of are known, to tell what a person changed from what others did.
const MOST_BASES: usize = 200;

/// The editor.
pub struct Editor {
    root: PathBuf,
    locale: Locale,
    /// The words, which take a while to read.
    messages: Messages,
    /// Where files of known numbers lie.
    known: Mutex<BTreeMap<String, String>>,
    hidden: Hidden,
    secrets: Secrets,
    /// A key that lets in one time, while it has not.
    once: Mutex<Option<String>>,
    state: Mutex<EditState>,
    /// What previews are made of; none before the first build.
    room: Mutex<Option<PreviewRoom>>,
    /// The previews that frames show, the last at the end.
    previews: Mutex<VecDeque<HeldPreview>>,
    /// The files of other programs that were shown and are not written yet.
    brought: Mutex<VecDeque<HeldFile>>,
    /// How the site is built that is published.
    publishing: OnceLock<PublishJob>,
    /// Held by the one that publishes.
    turn: Mutex<()>,
    /// Held while files are written: between the look at what a file holds and its new bytes no other window comes.
    saving: Mutex<()>,
}

/// What only this process and its own pages know.
struct Secrets {
    /// In the address.
    key: String,
    /// In the cookie.
    cookie: String,
    /// In each form.
    form: String,
}

#[derive(Default)]
struct EditState {
    /// What the last build had to say.
    found: Vec<Diagnostic>,
    /// The savings that can be taken back, the last at the end.
    saved: Vec<Vec<SavedFile>>,
    /// The bytes that forms were made of.
    bases: VecDeque<Vec<u8>>,
}

impl Editor {
    /// The editor of a source folder.
    pub fn new(root: &Path, locale: Locale) -> io::Result<Self> {
        prefix::choose()?;
        let secrets = Secrets { key: secret()?, cookie: secret()?, form: secret()? };
        let (root, hidden) = (root.to_path_buf(), Hidden::of(root));
        Ok(Self {
            root,
            locale,
            messages: Messages::whole(locale),
            known: Mutex::default(),
            hidden,
            secrets,
            once: Mutex::default(),
            state: Mutex::default(),
            room: Mutex::default(),
            previews: Mutex::default(),
            brought: Mutex::default(),
            publishing: OnceLock::new(),
            turn: Mutex::default(),
            saving: Mutex::default(),
        })
    }

    /// The end of the address that lets a person in.
    pub fn address(&self) -> String {
        format!("{}?nyckel={}", DOOR.trim_start_matches('/'), self.secrets.key)
    }

    /// The end of another address, which lets in one time: for a browser, whose address everybody on the computer can see as long as it runs.
    pub fn address_for_once(&self) -> io::Result<String> {
        let key = secret()?;
        let address = format!("{}?nyckel={key}", DOOR.trim_start_matches('/'));
        *self.once.lock().unwrap_or_else(PoisonError::into_inner) = Some(key);
        Ok(address)
    }

    /// Does a key let in?
    fn lets_in(&self, key: &str) -> bool {
        let mut once = self.once.lock().unwrap_or_else(PoisonError::into_inner);
        let is_it = once.take_if(|once| request::is_same(once, key)).is_some();
        is_it || request::is_same(key, &self.secrets.key)
    }

    /// Does a request come from whom was let in? It is sent to the path that only they are told, with the cookie.
    fn has_let_in(&self, question: &Question) -> bool {
        let is_there = prefix::parted(&question.path).is_some_and(|(place, _)| prefix::is_own(place));
        is_there && request::has_cookie(question, &self.secrets.cookie)
    }

    /// Takes note of what a build had to say.
    pub fn told(&self, found: &[Diagnostic]) {
        self.state().found = found.to_vec();
    }

    fn brought(&self) -> MutexGuard<'_, VecDeque<HeldFile>> {
        self.brought.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn state(&self) -> MutexGuard<'_, EditState> {
        // Nothing that is done under the lock can end a thread halfway.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Editor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Editor").field("root", &self.root).finish_non_exhaustive()
    }
}

impl Beside for Editor {
    fn has(&self, path: &str) -> bool {
        prefix::parted(path).is_some()
    }

    fn answer(&self, question: &Question) -> Reply {
        answer::answer(self, question)
    }

    fn knows(&self, head: &Question) -> bool {
        self.has_let_in(head)
    }

    fn most_bytes(&self, path: &str) -> usize {
        if upload::is_for(path) || bring::is_for(path) { upload::MOST_BYTES } else { MOST_BYTES }
    }

    fn preview(&self, word: &str) -> Option<StandIns> {
        self.stand_ins(word)
    }
}

/// 128 bits that nobody can know before.
fn secret() -> io::Result<String> {
    let mut bytes = [0; 16];
    ground::fill_with_chance(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
