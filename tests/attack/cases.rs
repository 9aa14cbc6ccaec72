//! All trials: each kind of thing at each place under each command, then several at once. They are in a fixed order that looks like
//! chance, so that the first so many of them are of all kinds.

use std::fs;
use std::path::Path;

use crate::hostile::{Goal, Kind, MARKS};
use crate::knows::knows;
use crate::places::PLACES;
use crate::sandbox::{Origin, Sandbox};
use crate::tasks::Task;

/// One thing that is put somewhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    pub place: String,
    pub kind: Kind,
    pub how: u64,
}

/// One trial.
#[derive(Clone, Debug)]
pub struct Case {
    pub origin: Origin,
    pub changes: Vec<Change>,
    pub task: Task,
}

/// Where a leftover of a build, or the site before the last, may lie.
const LEFTOVERS: [&str; 5] = [
    ".public.fcsite-stage",
    ".public.fcsite-edit",
    "public/.fcsite-stage",
    ".fcsite/.serve.fcsite-stage",
    ".fcsite/serve/.fcsite-stage",
];

/// What of the output such a leftover is put back through.
const DOORS: [&str; 9] = [
    "public/.well-known",
    "public/CNAME",
    "public/alfa",
    "public/alfa/nyheter",
    "public/alfa/assets",
    "public/assets",
    "public/nyheter",
    ".fcsite/serve/.well-known",
    ".fcsite/serve/alfa",
];

/// All trials of some commands.
pub struct Cases {
    places: Vec<String>,
    leftovers: Vec<String>,
    kinds: Vec<Kind>,
    tasks: Vec<Task>,
    killed: usize,
}

impl Cases {
    /// Those of the commands that the program has.
    pub fn new(sandbox: &Sandbox, tasks: &[Task]) -> Self {
        let tasks = tasks.iter().copied().filter(|task| knows(&task.arguments())).collect();
        let mut places: Vec<String> = PLACES.iter().map(|place| (*place).to_string()).collect();
        let remembered = remembered(&sandbox.root.join("kept/mine"));
        let mut leftovers: Vec<String> = LEFTOVERS.iter().map(|place| (*place).to_string()).collect();
        leftovers.extend(remembered.iter().filter(|place| place.contains("/spare-")).cloned());
        for place in &remembered {
            if place.contains("/spare-") {
                let inner = [
                    "index.html",
                    "alfa",
                    ".well-known",
                    ".fcsite-manifest",
                    ".fcsite-journal",
                    ".fcsite-spare",
                ];
                places.extend(inner.iter().map(|inner| format!("{place}/{inner}")));
            } else {
                // The first process of a container, which its files were named after.
                places.extend([format!("{place}.1.part"), format!("{place}.1.ThreadId2.part")]);
            }
        }
        places.extend(remembered);
        Self { places, leftovers, kinds: Kind::all(), tasks, killed: sandbox.killed }
    }

    /// How many there are of one thing at one place.
    pub fn singles(&self) -> usize {
        self.places.len() * self.kinds.len() * self.tasks.len()
    }

    /// Is there a command to be tried?
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }

    /// The trial of a number: every other has one thing at one place, each of them once; the rest have several. `again` says how often one of
    /// this number could not be made: the next has several too.
    pub fn case(&self, number: usize, again: usize) -> Case {
        let mut dice = Dice((number + again * 1_000_000_007) as u64);
        let origin = match dice.roll(10) {
            0..5 => Origin::Theirs,
            5 if self.killed > 0 => Origin::Killed(dice.roll(self.killed)),
            6 if self.killed > 0 => Origin::Begun(2 + dice.roll(5)),
            _ => Origin::Mine,
        };
        if number.is_multiple_of(2) && again == 0 {
            // A step that is prime, and so meets each once.
            let at = (number / 2).wrapping_mul(104_729) % self.singles();
            let (rest, task) = (at / self.tasks.len(), self.tasks[at % self.tasks.len()]);
            let (place, kind) = (&self.places[rest / self.kinds.len()], self.kinds[rest % self.kinds.len()]);
            let change = Change { place: place.clone(), kind, how: dice.roll(840) as u64 };
            return Case { origin, changes: vec![change], task };
        }
        let task = self.tasks[dice.roll(self.tasks.len())];
        let mut changes = Vec::new();
        if dice.roll(3) > 0 {
            // A whole site, marked in some way.
            let kind = self.kinds[self.kinds.len() - 1 - dice.roll(MARKS.len())];
            changes.push(self.change(&mut dice, &self.leftovers, Some(kind)));
            let goal = [Goal::Folder, Goal::Hooks, Goal::EmptyFolder, Goal::Mirror][dice.roll(4)];
            let kind = Kind::Link(goal);
            changes.push(self.change(&mut dice, &DOORS, Some(kind)));
        }
        for _ in 0..=dice.roll(3) {
            changes.push(self.change(&mut dice, &self.places, None));
        }
        Case { origin, changes, task }
    }

    fn change(&self, dice: &mut Dice, places: &[impl ToString], kind: Option<Kind>) -> Change {
        let place = places[dice.roll(places.len())].to_string();
        let kind = kind.unwrap_or_else(|| self.kinds[dice.roll(self.kinds.len())]);
        Change { place, kind, how: dice.roll(840) as u64 }
    }
}

/// What the program remembers there, whatever it calls it.
fn remembered(repository: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for folder in [".fcsite", ".fcsite/memory", ".fcsite/images", ".fcsite/lists", ".fcsite/edit"] {
        // An older program has no such folder.
        let entries = fs::read_dir(repository.join(folder)).into_iter().flatten().map(Result::unwrap);
        found.extend(entries.map(|entry| format!("{folder}/{}", entry.file_name().to_str().unwrap())));
    }
    found.retain(|place| !PLACES.contains(&place.as_str()));
    found.sort();
    found
}

/// Numbers that look random and are the same at every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }
}
