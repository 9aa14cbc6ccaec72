//! The journal of a publication, beside the list of its target: what it is about to do, and how far it came. One that broke off is gone on with
//! from there, by any machine.
//!
//! ```text
//! fcsite-publishing 1
//! from <the number of the list that it began from, or ->
//! by <machine>
//! at <time>
//! token <of this publication>
//! = <hash> <length> - <path>      what one before put that broke off, and is in no list yet …
//! ~ <hash> <length> - <path>      … and this when nothing led to it yet
//! - <path>                        … and what it removed
//! + <hash> <length> - <path>      what is put …
//! - <path>                        … and removed, in the order of the plan
//! begin
//! done <number of the step> <token>
//! ```
//!
//! A torn line says nothing. What is not said to be done may have been done all the same.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::list::{self, FarList, Print};
use super::path::FarPath;
use super::plan::{FarState, FarStep, Planned};

/// The name of the journal on a target is made of this.
pub const NAME: &str = "publishing";

const HEADER: &str = "fcsite-publishing 1";

/// Who publishes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Author {
    /// The machine.
    pub by: String,
    /// When it began, in UTC.
    pub at: String,
    /// This publication and no other.
    pub token: String,
}

/// What a journal says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FarJournal {
    /// The list that it began from.
    from: Option<Print>,
    /// Whose it is.
    pub author: Author,
    steps: Vec<Noted>,
    done: BTreeSet<usize>,
}

/// A step as a journal has it.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Noted {
    step: FarStep,
    before: Before,
}

/// Was it done by a publication before, which broke off?
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Before {
    /// It is this one's.
    No,
    /// It was.
    Yes,
    /// It was, and nothing led to the file yet.
    Unseen,
}

impl Before {
    /// The sign of a file that is put.
    fn sign(self) -> char {
        match self {
            Self::No => '+',
            Self::Yes => '=',
            Self::Unseen => '~',
        }
    }
}

/// The beginning of a journal: what a publication is about to do, and the number of its first step. What one that broke off did before it is in no
/// list yet, so it stands first, as done.
pub fn announce(
    planned: &Planned,
    state: &FarState,
    list: Option<&(FarList, Print)>,
    author: &Author,
) -> (String, usize) {
    let mut text = String::new();
    let from = list.map_or_else(|| "-".to_string(), |(_, number)| number.to_string());
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{HEADER}\nfrom {from}");
    let _ = writeln!(
        text,
        "by {}\nat {}\ntoken {}",
        list::word(&author.by),
        list::word(&author.at),
        author.token
    );
    let mut done = 0;
    let listed = |path: &FarPath| list.and_then(|(list, _)| list.files.get(path));
    for (path, entry) in state.files.iter().filter(|(path, entry)| listed(path) != Some(*entry)) {
        let before = if state.unseen.contains(path) { Before::Unseen } else { Before::Yes };
        let retained = if entry.retained { 'r' } else { '-' };
        let _ = writeln!(text, "{} {} {} {retained} {path}", before.sign(), entry.print, entry.length);
        done += 1;
    }
    for path in &state.gone {
        let _ = writeln!(text, "- {path}");
        done += 1;
    }
    for step in planned.groups.iter().flatten() {
        let _ = match step {
            FarStep::Put(path, entry) => writeln!(text, "+ {} {} - {path}", entry.print, entry.length),
            FarStep::Remove(path) => writeln!(text, "- {path}"),
        };
    }
    let _ = writeln!(text, "begin");
    (0..done).for_each(|number| text.push_str(&done_line(number, author)));
    (text, done)
}

/// The line that says that a step is done.
pub fn done_line(number: usize, author: &Author) -> String {
    format!("done {number} {}\n", author.token)
}

impl FarJournal {
    /// The journal that is written so. None: it is none, or names what no site has.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let (head, tail) = text.split_once("\nbegin\n")?;
        let mut lines = head.split('\n');
        if lines.next()? != HEADER {
            return None;
        }
        let mut field = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ').map(str::to_string);
        let from = field("from")?;
        let from = if from == "-" { None } else { Some(Print::parse(&from)?) };
        let author = Author { by: field("by")?, at: field("at")?, token: field("token")? };
        let is_word = |text: &String| *text == list::word(text);
        if !is_word(&author.by) || !is_word(&author.at) || !is_word(&author.token) {
            return None;
        }
        let steps = lines.map(step).collect::<Option<Vec<_>>>()?;
        let done = tail.split_inclusive('\n').filter_map(|line| {
            let (number, token) = line.strip_suffix('\n')?.strip_prefix("done ")?.split_once(' ')?;
            number.parse().ok().filter(|number| token == author.token && *number < steps.len())
        });
        let done = done.collect();
        Some(Self { from, author, steps, done })
    }

    /// What a target has by its list and this journal. None: the journal went on from another list, so it says nothing of this one.
    pub fn state(&self, list: Option<&(FarList, Print)>) -> Option<FarState> {
        if self.from != list.map(|(_, number)| *number) {
            return None;
        }
        let mut state = FarState {
            files: list.map(|(list, _)| list.files.clone()).unwrap_or_default(),
            ..FarState::default()
        };
        // What is removed goes when all is put: before that it is there, and pages lead to it; after that it may be gone, and none does.
        let mut is_all_put = true;
        // What is new goes out before all that leads to it: while one of it may be missing, nobody has come to the others.
        let (mut new, mut is_all_new_there) = (BTreeSet::new(), true);
        for (number, Noted { step, before }) in self.steps.iter().enumerate() {
            let (path, is_done) = (step.path(), self.done.contains(&number));
            if *before == Before::Unseen {
                state.unseen.insert(path.clone());
            } else if *before == Before::No && step.is_put() && !state.is_seen(path) {
                new.insert(path);
                is_all_new_there &= is_done;
            }
            match step {
                FarStep::Put(_, entry) if is_done => {
                    state.gone.remove(path);
                    state.files.insert(path.clone(), *entry);
                }
                FarStep::Put(..) => is_all_put = false,
                FarStep::Remove(_) if is_done || is_all_put => {
                    state.files.remove(path);
                    state.gone.insert(path.clone());
                }
                FarStep::Remove(_) => {}
            }
            if is_done {
                state.unsure.remove(path);
            } else {
                state.unsure.insert(path.clone());
            }
        }
        if is_all_new_there {
            // The rest of the unseen is what this publication has as it is, which is whole now, and what it was about to remove.
            let removed = self.steps.iter().filter(|noted| !noted.step.is_put());
            let removed: BTreeSet<&FarPath> = removed.map(|noted| noted.step.path()).collect();
            state.unseen.retain(|path| removed.contains(path));
        } else {
            state.unseen.extend(new.into_iter().cloned());
        }
        state.unseen.retain(|path| state.files.contains_key(path));
        Some(state)
    }
}

fn step(line: &str) -> Option<Noted> {
    let (sign, rest) = line.split_once(' ')?;
    if sign == "-" {
        return Some(Noted { step: FarStep::Remove(FarPath::parse(rest)?), before: Before::No });
    }
    let before = [Before::No, Before::Yes, Before::Unseen];
    let before = before.into_iter().find(|before| sign.chars().eq([before.sign()]))?;
    let (path, entry) = list::parse_line(rest)?;
    Some(Noted { step: FarStep::Put(path, entry), before })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::remote::list::FarEntry;
    use crate::host::remote::plan::{FarFiles, plan};

    fn files(names: &[(&str, &str)]) -> FarFiles {
        let entry = |text: &str| FarEntry {
            print: Print::of(text.as_bytes()),
            length: text.len() as u64,
            retained: false,
        };
        names.iter().map(|(path, text)| (FarPath::parse(path).unwrap(), entry(text))).collect()
    }

    fn author(token: &str) -> Author {
        Author { by: "kontoret".into(), at: "2026-11-29T12:00:00Z".into(), token: token.into() }
    }

    fn listed(names: &[(&str, &str)]) -> (FarList, Print) {
        let list = FarList { files: files(names), by: "x".into(), at: "y".into() };
        FarList::parse(list.text().as_bytes(), &[]).unwrap()
    }

    #[test]
    fn what_two_publications_did_that_broke_off_one_after_the_other_is_known() {
        let list = listed(&[("a.html", "1"), ("b.html", "1"), ("c.html", "1")]);
        let state = FarState { files: list.0.files.clone(), ..FarState::default() };
        let planned = plan(&files(&[("a.html", "2"), ("n.html", "2")]), &state);
        let (mut text, first) = announce(&planned, &state, Some(&list), &author("t1"));
        assert_eq!(first, 0);
        // The new page and the changed one are there; the removals are not.
        text.push_str(&(done_line(0, &author("t1")) + &done_line(1, &author("t1")) + "done 2 t"));
        let state = FarJournal::parse(text.as_bytes()).unwrap().state(Some(&list)).unwrap();
        assert_eq!(state.files, files(&[("a.html", "2"), ("n.html", "2")]));
        assert_eq!(state.unsure.iter().map(FarPath::as_str).collect::<Vec<_>>(), ["b.html", "c.html"]);
        let planned = plan(&files(&[("a.html", "3")]), &state);
        let (text, first) = announce(&planned, &state, Some(&list), &author("t2"));
        assert_eq!(first, 4);
        let again = FarJournal::parse(text.as_bytes()).unwrap().state(Some(&list)).unwrap();
        assert_eq!((again.files, again.gone), (state.files, state.gone));
        assert_eq!(again.unsure.len(), 4, "{:?}", again.unsure);
    }

    #[test]
    fn a_file_that_was_removed_is_remembered_until_its_folder_is() {
        let state = FarState { files: files(&[("a/b/c.html", "1"), ("d.html", "1")]), ..FarState::default() };
        let list = FarList { files: state.files.clone(), by: "x".into(), at: "y".into() };
        let list = FarList::parse(list.text().as_bytes(), &[]).unwrap();
        let planned = plan(&files(&[("d.html", "1")]), &state);
        let (text, first) = announce(&planned, &state, Some(&list), &author("t1"));
        let text = text + &done_line(first, &author("t1"));
        let state = FarJournal::parse(text.as_bytes()).unwrap().state(Some(&list)).unwrap();
        assert_eq!(state.gone.iter().map(FarPath::as_str).collect::<Vec<_>>(), ["a/b/c.html"]);
        let (text, first) = announce(&Planned::default(), &state, Some(&list), &author("t2"));
        assert_eq!(first, 1);
        assert_eq!(FarJournal::parse(text.as_bytes()).unwrap().state(Some(&list)), Some(state));
    }

    #[test]
    fn wherever_a_journal_is_torn_it_says_no_more_than_was_done() {
        let wanted = files(&[("a.html", "2"), ("n.html", "2")]);
        let planned = plan(&wanted, &FarState::default());
        let (mut text, _) = announce(&planned, &FarState::default(), None, &author("t1"));
        let begun = text.len();
        text.push_str(&(done_line(0, &author("t1")) + &done_line(1, &author("t1"))));
        for end in 0..=text.len() {
            let state = FarJournal::parse(&text.as_bytes()[..end]).and_then(|journal| journal.state(None));
            assert_eq!(state.is_some(), end >= begun, "{end}");
            let whole = text.get(begun..end).unwrap_or_default().matches('\n').count();
            assert_eq!(state.map_or(0, |state| state.files.len()), whole, "{end}");
        }
        let list = listed(&[("a.html", "1")]);
        assert_eq!(FarJournal::parse(text.as_bytes()).unwrap().state(Some(&list)), None);
    }
}
