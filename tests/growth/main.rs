//! No text makes the program slow beyond its length: each of many series of text is doubled again and again, and what a whole check takes (a
//! build, the links of its pages, and the rules) is counted in instructions; of files that are brought in, what is made of them.
//!
//! Seconds depend on the machine and on who else works on it; instructions do not. They are counted by valgrind, for each function by
//! itself. So a loop in a loop is seen long before it is most of the work, and it is seen in libraries too: most of what was slow here was
//! an innocent `find` or `matches` in a loop of ours, which no counter in our own code would have told of.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod bodies;
mod centres;
mod counting;
mod data;
mod documents;
mod fields;
mod imports;
mod settings;

#[path = "../content/project.rs"]
mod project;

use std::collections::BTreeSet;

use counting::Costs;
use fcsite::base::{Diagnostic, Locale, Messages};
use fcsite::build::{Observer, Options, Pictures};
use fcsite::cache::Memory;
use fcsite::check::{Ask, check_after};
use fcsite::host::report::{Look, sarif, show, to_json};
use fcsite::model::Settings;
use imports::CommandSeries;
use project::{Project, theme_memory};

/// The sizes at which every series is counted, in halves of its own.
const FIRST: [usize; 3] = [1, 4, 16];

/// The sizes at which those are counted once more that grew faster than their length there, each twice the one before: what grows by a step grows by
/// no second one.
const AGAIN: [usize; 4] = [2, 4, 8, 16];

/// Says to this program that valgrind runs it to be counted, and of what: the numbers of series, and their sizes.
const COUNTED: &str = "FCSITE_GROWTH";

/// A text that can be made longer.
pub struct Series {
    name: &'static str,
    /// How many bytes of it there are, in the halves that its sizes are counted in: the largest has eight times as many.
    least: usize,
    /// Is all that is found told, and not the first twenty of a file alone?
    all: bool,
    /// Has it no error, so that its pages are made?
    right: bool,
    made: Box<dyn Fn(usize) -> Made>,
}

/// What is counted.
enum Made {
    /// The check of a site.
    Site(Box<Project>),
    /// Something else that is done with a text.
    Work(Box<dyn FnOnce()>),
}

impl Series {
    /// A series whose project is made for about so many bytes of text.
    pub fn new(name: &'static str, project: impl Fn(usize) -> Project + 'static) -> Self {
        let made = move |bytes| Made::Site(Box::new(project(bytes)));
        Self { name, least: 512, all: false, right: false, made: Box::new(made) }
    }

    /// A series of which something else is made than a site.
    pub fn of_work<W: FnOnce() + 'static>(name: &'static str, work: impl Fn(usize) -> W + 'static) -> Self {
        let made = move |bytes| Made::Work(Box::new(work(bytes)));
        Self { name, least: 4 * 1024, all: false, right: false, made: Box::new(made) }
    }

    /// The same with another smallest size.
    pub fn from(self, least: usize) -> Self {
        Self { least, ..self }
    }

    /// The same, of which no error may be told: a site that has one is not made to its end, and what its pages cost would not be seen.
    pub fn right(self) -> Self {
        Self { right: true, ..self }
    }

    /// The same with every fault told, for people and for programs.
    pub fn told(self) -> Self {
        Self { all: true, ..self }
    }
}

struct Nobody;

impl Observer for Nobody {}

impl Pictures for Nobody {
    fn get(&self, _key: &str) -> Option<Vec<u8>> {
        None
    }

    fn put(&self, _key: &str, _bytes: &[u8]) {}
}

/// What is counted. The theme, and the pictures of the pages that no text here changes, are known from before: they cost more than all texts here.
/// Gives what is told of a site that should have no error and has one.
fn look_at(series: &Series, project: &Project, memory: &mut Memory, messages: &Messages) -> Option<String> {
    let now = "2026-11-16".parse().unwrap();
    let settings = Settings { now, drafts: false, future: false, base_url: None };
    let options = &Options { settings, only: None, packed: false };
    let ask = Ask { inputs: project, pictures: &Nobody, observer: &Nobody, options, outside: false };
    let found = check_after(ask, Some(memory)).diagnostics;
    let look = Look { colour: false, width: 120, all: series.all };
    let shown = show(&found, messages, look);
    let mut told = shown.len();
    if series.all {
        told += found.iter().map(|found| to_json(found, messages).len()).sum::<usize>();
        told += sarif::to_sarif(&found, messages).len();
    }
    std::hint::black_box(told);
    let is_wrong = series.right && found.iter().any(Diagnostic::is_error);
    is_wrong.then(|| format!("{}:\n{}", series.name, shown.lines().take(12).collect::<Vec<_>>().join("\n")))
}

/// Valgrind writes down at each call what was done since the last.
#[inline(never)]
fn mark() {
    std::hint::black_box(());
}

#[test]
fn a_body_of_twice_the_length_costs_twice_as_much() {
    hold("a_body_of_twice_the_length_costs_twice_as_much", bodies::series());
}

#[test]
fn a_field_of_twice_the_length_costs_twice_as_much() {
    hold("a_field_of_twice_the_length_costs_twice_as_much", fields::series());
}

#[test]
fn what_a_centre_says_costs_twice_as_much_when_it_is_twice_as_long() {
    hold("what_a_centre_says_costs_twice_as_much_when_it_is_twice_as_long", centres::series());
}

#[test]
fn settings_of_twice_the_length_cost_twice_as_much() {
    hold("settings_of_twice_the_length_cost_twice_as_much", settings::series());
}

#[test]
fn what_is_given_to_programs_costs_twice_as_much_when_it_is_twice_as_long() {
    let series = [data::series(), documents::series(), imports::series()].into_iter().flatten().collect();
    hold("what_is_given_to_programs_costs_twice_as_much_when_it_is_twice_as_long", series);
}

#[test]
fn what_the_program_reads_by_itself_costs_twice_as_much_when_it_is_twice_as_long() {
    let all: Vec<_> = imports::commands().into_iter().filter(|one| is_asked_for(one.name)).collect();
    let counts = |one: &CommandSeries, sizes: &[usize]| {
        sizes.iter().map(|size| one.costs(2 * 1024 * size)).collect::<Vec<_>>()
    };
    let doubtful = all.iter().filter(|one| counting::is_doubtful(&counts(one, &FIRST)));
    assert_none(all.len(), doubtful.filter_map(|one| told(one.name, &counts(one, &AGAIN))).collect());
}

#[test]
fn there_are_many_series_and_no_two_of_a_name() {
    let of_checks = [bodies::series(), fields::series(), centres::series(), settings::series()];
    let others = [data::series(), documents::series(), imports::series()];
    let mut all: Vec<&str> = of_checks.iter().chain(&others).flatten().map(|series| series.name).collect();
    all.extend(imports::commands().iter().map(|command| command.name));
    assert!(all.len() >= 240, "{}", all.len());
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
}

/// Those of which the name is asked for; all where none is.
fn is_asked_for(name: &str) -> bool {
    std::env::var("FCSITE_SERIES").map_or(true, |asked| name.contains(&asked))
}

/// Runs this test once more under valgrind, and looks at what it counted.
fn hold(test: &str, series: Vec<Series>) {
    let series: Vec<Series> = series.into_iter().filter(|series| is_asked_for(series.name)).collect();
    if let Ok(task) = std::env::var(COUNTED) {
        return run(&series, &task);
    }
    if series.is_empty() {
        return;
    }
    let all: Vec<usize> = (0..series.len()).collect();
    let first = count(test, &all, &FIRST);
    let doubtful: Vec<usize> = all.iter().copied().filter(|at| counting::is_doubtful(&first[*at])).collect();
    let again = if doubtful.is_empty() { Vec::new() } else { count(test, &doubtful, &AGAIN) };
    let each = doubtful.iter().zip(&again);
    assert_none(series.len(), each.filter_map(|(at, counts)| told(series[*at].name, counts)).collect());
}

fn assert_none(count: usize, told: Vec<String>) {
    let many = told.len();
    assert!(told.is_empty(), "{many} of {count} texts cost more than they are long:\n{}", told.join("\n"));
}

/// The functions of a series that take more than they should.
fn told(name: &str, counts: &[Costs]) -> Option<String> {
    let steep = counting::steep(counts);
    (!steep.is_empty()).then(|| format!("{name}:\n{}", steep.join("\n")))
}

fn run(series: &[Series], task: &str) {
    let numbers = |words: &str| words.split(' ').map(|word| word.parse().unwrap()).collect::<Vec<usize>>();
    let (chosen, sizes) = task.split_once(" at ").unwrap();
    // One thread that works is enough, and many would wait for each other in different ways each time.
    rayon::ThreadPoolBuilder::new().num_threads(1).build_global().unwrap();
    let messages = Messages::of(Locale::Swedish);
    let _ = theme_memory();
    let mut wrong = Vec::new();
    for at in numbers(chosen) {
        for size in numbers(sizes) {
            let made = (series[at].made)(series[at].least * size / 2);
            let memory = &mut theme_memory();
            mark();
            match made {
                Made::Site(project) => wrong.extend(look_at(&series[at], &project, memory, &messages)),
                Made::Work(work) => work(),
            }
        }
    }
    mark();
    assert!(wrong.is_empty(), "there are errors where none should be:\n{}", wrong.join("\n"));
}

/// What was done between each two calls of [`mark`], for each series at each size: a check, and the making of the next text.
fn count(test: &str, series: &[usize], sizes: &[usize]) -> Vec<Vec<Costs>> {
    let words = |numbers: &[usize]| numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let folder = tempfile::tempdir().unwrap();
    let mut command = counting::callgrind(folder.path(), Some("growth::mark"));
    command.arg(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture", "--test-threads=1"]);
    command.env(COUNTED, format!("{} at {}", words(series), words(sizes)));
    counting::run(&mut command, &[0]);
    let counts = counting::counts(folder.path(), series.len() * sizes.len());
    assert!(counts.iter().all(|costs| costs.values().sum::<u64>() > 100_000), "nothing was counted");
    counts.chunks(sizes.len()).map(<[Costs]>::to_vec).collect()
}
