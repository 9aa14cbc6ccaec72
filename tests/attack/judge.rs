//! What must hold whatever a repository holds, and what follows for this one.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cases::{Case, Change};
use crate::hostile::{EVIL, Kind};
use crate::run::Run;
use crate::sandbox::{Files, LARGE, Origin, Sandbox};
use crate::site::NEWS;
use crate::tasks::Task;
use crate::tree::{Times, Tree, differences, look};
use crate::victim::SECRETS;

/// A trial that came to its end.
pub struct Tried<'a> {
    pub sandbox: &'a Sandbox,
    pub case: &'a Case,
    /// What the repository held before.
    pub before: Tree,
    pub run: Run,
    /// What is wrong.
    pub found: Vec<String>,
}

impl Tried<'_> {
    /// Looks at all.
    pub fn judge(mut self) -> Vec<String> {
        // First, since what follows reads.
        let harm = self.sandbox.harm();
        self.found.extend(harm);
        self.ended_well();
        self.said_nothing_wrong();
        let after = self.sandbox.tree();
        self.kept_to_its_places(&after);
        self.gave_nothing_away(&after);
        self.took_nothing_in(&after);
        self.refused_by_name();
        self.made_the_right_site();
        self.sent_the_right_site(&after);
        self.found
    }

    fn said(&self) -> String {
        String::from_utf8_lossy(&[&*self.run.stdout, &*self.run.stderr].concat()).into_owned()
    }

    fn ended_well(&mut self) {
        let said = self.said();
        if let Some(why) = self.run.ended {
            self.found.push(why.to_string());
        } else if !matches!(self.run.code, Some(0 | 1 | 2 | 4)) {
            self.found.push(format!("it ended with {:?}, signal {:?}", self.run.code, self.run.signal));
        }
        if said.contains("panicked at") {
            self.found.push(format!("it panicked: {said}"));
        }
    }

    /// A terminal obeys nothing of what is said.
    fn said_nothing_wrong(&mut self) {
        let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}');
        // A page that was asked for is not said to a terminal.
        let said = if self.case.task.serves() {
            String::from_utf8_lossy(&self.run.stderr).into_owned()
        } else {
            self.said()
        };
        // What is printed for a server is indented as its manual has it.
        let is_gap = |c: char| c == '\n' || c == '\t' && matches!(self.case.task, Task::Server(_));
        if let Some(bad) = said.chars().find(|c| (c.is_control() && !is_gap(*c)) || turns(*c)) {
            let line = said.lines().find(|line| line.contains(bad)).unwrap_or_default();
            self.found.push(format!("it says {bad:?} to the terminal: {line:?}"));
        }
    }

    /// Is nothing published?
    pub fn is_refused(&self) -> bool {
        let said = String::from_utf8_lossy(&self.run.stderr);
        if self.case.task.goes_on() { !said.contains(" unchanged,") } else { self.run.code != Some(0) }
    }

    fn kept_to_its_places(&mut self, after: &Tree) {
        let task = self.case.task;
        let may = |path: &Path| self.may_change(path);
        // Names may be given and taken back in a build that is refused late, but not in one with wrong content.
        let is_late = |path: &Path| {
            !task.ends_early()
                && task.output().is_some_and(|output| {
                    path.starts_with(output) || path.starts_with(".fcsite") || is_beside(path, output)
                })
        };
        let mut found =
            differences(&self.before, after, Times::Modified, &|path| may(path) || !is_late(path));
        found.extend(differences(&self.before, after, Times::All, &|path| may(path) || is_late(path)));
        for path in after.keys().filter(|path| !self.before.contains_key(*path)) {
            let made =
                task.makes().iter().any(|made| Path::new(made).starts_with(path)) || is_made(task, path);
            let is_kept = task == Task::Undo && path.starts_with(".fcsite");
            let is_out = task.output().is_some() || task == Task::External;
            if !is_out && !made && !self.is_added(path) && !is_kept {
                found.push(format!("{path:?} was made"));
            }
        }
        self.found.extend(found);
    }

    /// Is it one of the command's places?
    fn may_change(&self, path: &Path) -> bool {
        let task = self.case.task;
        let is_edited = task.goes_on() && (path == Path::new(NEWS) || Some(path) == Path::new(NEWS).parent());
        // The top gets a lock, and loses it.
        if path == Path::new("") || is_edited || self.is_added(path) || is_sent(task, path) {
            return true;
        }
        match task.output() {
            Some(output) if !self.is_refused() => {
                path.starts_with(".fcsite") || path.starts_with(output) || is_beside(path, output)
            }
            Some(output) => self.may_change_in_vain(path, output),
            None if task == Task::External => {
                is_parts(path) || path == Path::new(".fcsite") || path.starts_with(".fcsite/links")
            }
            None => {
                let mut above = task.makes().iter().filter_map(|made| Path::new(made).parent());
                is_made(task, path) || above.any(|above| above.starts_with(path))
            }
        }
    }

    /// Is it what a build that publishes nothing may change? Pictures are kept, and a lock that nobody holds may be taken and go.
    fn may_change_in_vain(&self, path: &Path, output: &str) -> bool {
        let task = self.case.task;
        // What is half made is fcsite's own by its name, and goes before another is made there, unless the content is wrong.
        let is_leftover = !task.ends_early() && path.ancestors().any(|path| is_stage(path, output));
        // Where it lies in the output, that has another time afterwards.
        let is_around = !task.ends_early()
            && path == Path::new(output)
            && self.before.contains_key(&path.join(".fcsite-stage"));
        let is_above = Some(path) == Path::new(output).parent();
        // What a watch of this person had begun comes wholly, also where nothing is built after it.
        let is_begun =
            matches!(self.case.origin, Origin::Begun(_)) && !task.ends_early() && path.starts_with(output);
        let is_typed = task.edits() && path.starts_with(".fcsite/edit");
        is_kept(path) || is_typed || is_lock(path, output) || is_above || is_leftover || is_around || is_begun
    }

    /// Is it new where the command adds files? What is added takes no file's place.
    fn is_added(&self, path: &Path) -> bool {
        let mut to = self.case.task.adds_to().iter().map(Path::new);
        to.any(|to| to.starts_with(path) || path.parent() == Some(to) && !self.before.contains_key(path))
    }

    /// No secret is in what was written or said.
    fn gave_nothing_away(&mut self, after: &Tree) {
        // A second name is the file itself: who puts it into the content has read it, and no clone can hold one.
        let is_read = |change: &Change| {
            matches!(change.kind, Kind::HardLink | Kind::HardMirror)
                && self.case.task.is_source(Path::new(&change.place))
        };
        if self.case.changes.iter().any(is_read) {
            return;
        }
        let said = [&*self.run.stdout, &*self.run.stderr].concat();
        let mut found = Vec::new();
        let mut search = |place: &Path, bytes: &[u8]| {
            for secret in SECRETS.iter().filter(|secret| holds(bytes, secret)) {
                found.push(format!("{place:?} gives {secret} away"));
            }
        };
        search(Path::new("what it says"), &said);
        // A copy that lay in the repository, and still does, was given away by whoever made it.
        let news = after.iter().filter(|(path, seen)| self.before.get(*path) != Some(*seen));
        for (path, seen) in news {
            search(Path::new("a name"), path.as_os_str().as_encoded_bytes());
            // What the repository itself brought under another name is no news.
            if seen.is_file() && seen.length < LARGE && !self.sandbox.victim.owns(seen.inode) {
                search(path, &fs::read(self.sandbox.repository().join(path)).unwrap_or_default());
            }
        }
        self.found.extend(found);
    }

    /// Is what the person asked for the attacker's? What the content and the themes hold is what is published.
    pub fn is_content(&self) -> bool {
        self.case.changes.iter().any(|change| self.case.task.is_source(Path::new(&change.place)))
    }

    /// Nothing of the attacker's comes to where it was not.
    fn took_nothing_in(&mut self, after: &Tree) {
        let Some(output) = self.case.task.output().filter(|_| !self.is_content()) else { return };
        for (path, seen) in after.iter().filter(|(path, _)| path.starts_with(output)) {
            if !seen.is_file()
                || seen.length >= LARGE
                || self.before.get(path).is_some_and(|was| was.is_file())
            {
                continue;
            }
            let bytes = fs::read(self.sandbox.repository().join(path)).unwrap_or_default();
            if holds(&bytes, EVIL) || holds(&bytes, "javascript:alert") {
                self.found.push(format!("{path:?} was taken into the site"));
            }
        }
    }

    /// What lies where only a build may lay something, and a link at the top of the output, stops a build and is named. Where the content
    /// is wrong, that is said, and nothing else is looked at.
    fn refused_by_name(&mut self) {
        let Some(output) = self.case.task.output().filter(|_| !self.case.task.ends_early()) else { return };
        let in_the_way: Vec<&Change> =
            self.case.changes.iter().filter(|change| self.is_in_the_way(change, output)).collect();
        if in_the_way.is_empty() || self.is_content() {
            return;
        }
        if !self.is_refused() {
            self.found.push(format!("it publishes although {in_the_way:?} is in the way"));
        }
        let said = self.said();
        let is_named = |change: &&Change| {
            // Of many files with names of all kinds some are named.
            change.kind == Kind::Names && said.contains("FC0150")
                || said.contains(change.place.rsplit('/').next().unwrap_or_default())
                // What lies in a folder of fcsite's own is named by it.
                || change.place.split('/').any(|part| part.contains(".fcsite-") && said.contains(part))
        };
        // What a killed build left is in the way too, where it was copied with the rest.
        let is_left = self.case.origin.is_killed() && said.contains(".fcsite-stage");
        if !is_left && !self.case.changes.iter().any(|change| is_named(&change)) {
            self.found.push(format!("it names nothing of {:?}: {said}", self.case.changes));
        }
    }

    fn is_in_the_way(&self, change: &Change, output: &str) -> bool {
        let place = Path::new(&change.place);
        let is_link = matches!(change.kind, Kind::Link(_));
        // A later change may have replaced it.
        let Some(seen) = self.before.get(place) else { return false };
        if is_link && seen.mode & 0o170_000 != 0o120_000 || !change.kind.replaces() {
            return false;
        }
        if is_stage(place, output) {
            // One without anything in it is as good as one that a build had made when it was killed.
            return !(change.kind == Kind::EmptyFolder && self.is_empty(place));
        }
        if is_lock(place, output) {
            return !seen.is_file() || seen.length > 0;
        }
        let is_output =
            place == Path::new(output) && !matches!(change.kind, Kind::EmptyFolder | Kind::Site(_));
        is_output || is_link && place.parent() == Some(Path::new(output)) && !is_own(place)
    }

    fn is_empty(&self, folder: &Path) -> bool {
        !self.before.keys().any(|path| path.parent() == Some(folder))
    }

    /// What was published is what the content says, whatever was remembered.
    fn made_the_right_site(&mut self) {
        let task = self.case.task;
        let is_page_kept = task == Task::Only;
        if self.is_refused() || task.serves() || self.is_content() {
            return;
        }
        let Some(output) = task.output() else { return };
        let output = self.sandbox.repository().join(output);
        // A watch may be stopped before it has seen the edit.
        let sites: &[Files] = if task.goes_on() { &self.sandbox.honest } else { &self.sandbox.honest[..1] };
        let wrong = sites.iter().map(|site| {
            let mut pages = site.iter().filter(|(path, _)| !is_page_kept || path.starts_with("alfa"));
            pages.find(|(path, bytes)| !is_page(&output.join(path), bytes)).map(|(path, _)| path.clone())
        });
        let wrong: Vec<Option<PathBuf>> = wrong.collect();
        if wrong.iter().all(Option::is_some) && !self.is_left_by_a_watch() {
            self.found.push(format!("the site is wrong at {wrong:?}"));
        }
    }

    /// A watch that is refused, then mended by nobody, leaves what there was.
    fn is_left_by_a_watch(&self) -> bool {
        self.case.task.goes_on()
            && String::from_utf8_lossy(&self.run.stderr).contains("Nothing was published")
    }
}

pub fn is_page(path: &Path, bytes: &[u8]) -> bool {
    look(path).is_some_and(|seen| seen.is_file() && seen.length == bytes.len() as u64)
        && fs::read(path).is_ok_and(|found| found == bytes)
}

pub fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|part| part == words.as_bytes())
}

fn is_made(task: Task, path: &Path) -> bool {
    task.makes().iter().any(|made| path.starts_with(made))
}

/// Does the command build a site first, and then send it, and may both change this?
fn is_sent(task: Task, path: &Path) -> bool {
    let outputs = [task.output(), (task == Task::EditSend).then_some("public")];
    // What is built comes first, and may then not be sent.
    let is_built = path.starts_with(".fcsite")
        || outputs.iter().flatten().any(|output| path.starts_with(output) || is_beside(path, output));
    let is_noted = task == Task::Undo && path.starts_with(".fcsite");
    task.sends() && (is_built || is_made(task, path)) || is_noted
}

/// A name of fcsite's own beside the output.
fn is_beside(path: &Path, output: &str) -> bool {
    let Some((above, name)) = split(output) else { return false };
    let begin = above.join(format!(".{name}.fcsite-"));
    path.as_os_str().as_encoded_bytes().starts_with(begin.as_os_str().as_encoded_bytes())
        || Some(path) == Path::new(output).parent()
}

fn is_stage(place: &Path, output: &str) -> bool {
    let Some((above, name)) = split(output) else { return false };
    let beside = ["stage", "edit"].map(|end| above.join(format!(".{name}.fcsite-{end}")));
    beside.iter().any(|stage| stage == place) || place == Path::new(output).join(".fcsite-stage")
}

fn is_lock(place: &Path, output: &str) -> bool {
    split(output).is_some_and(|(above, name)| place == above.join(format!(".{name}.fcsite-lock")))
}

fn split(output: &str) -> Option<(&Path, &str)> {
    let path = Path::new(output);
    Some((path.parent()?, path.file_name()?.to_str()?))
}

/// Fcsite's own in the output: its list is as good as none where it is none.
fn is_own(place: &Path) -> bool {
    place.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".fcsite-"))
}

/// What a build that publishes nothing may keep.
fn is_kept(path: &Path) -> bool {
    path == Path::new(".fcsite") || path.starts_with(".fcsite/images") || is_parts(path)
}

/// Where a file that is kept is written before it gets its name; nothing stays in it.
fn is_parts(path: &Path) -> bool {
    path == Path::new(".fcsite/parts")
}
