//! No text makes the program slow beyond its length: each of many series of text is doubled three times, and what a build and the rules of
//! a check take is counted in instructions.
//!
//! Seconds depend on the machine and on who else works on it; instructions do not. They are counted by valgrind, for each function by
//! itself. So a loop in a loop is seen long before it is most of the work, and it is seen in libraries too: most of what was slow here was
//! an innocent `find` or `matches` in a loop of ours, which no counter in our own code would have told of.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod bodies;
mod data;
mod fields;

#[path = "../content/project.rs"]
mod project;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use fcsite::base::{Locale, Messages};
use fcsite::build::conclude;
use fcsite::host::report::{Look, sarif, show, to_json};
use fcsite::lint::{Centres, LinkedDocuments, LintGround, PhoneBook, SiteStage, lint_folder, lint_site};
use fcsite::survey::Survey;
use project::{Project, theme_memory};

/// The sizes of a series, as multiples of its smallest.
const SIZES: [usize; 4] = [1, 2, 4, 8];

/// How much more the last doubling may add to a function than the one before, in tenths. What costs what a text is long adds twice as much, a sort
/// slightly more; what takes the square of the length adds four times as much.
const MOST_TENTHS: u64 = 27;

/// Functions that take less are left out: they are small, and grow by steps.
const LEAST: u64 = 250_000;

/// Says in the program that valgrind runs that it is there to be counted.
const COUNTED: &str = "FCSITE_GROWTH";

/// A text that can be made longer.
pub struct Series {
    name: &'static str,
    /// How many bytes of it the smallest has.
    least: usize,
    /// Is all that is found told, and not the first twenty of a file alone?
    all: bool,
    /// Are the links of the finished pages followed, as only a whole check does?
    followed: bool,
    project: Box<dyn Fn(usize) -> Project>,
}

impl Series {
    /// A series whose project is made for about so many bytes of text.
    pub fn new(name: &'static str, project: impl Fn(usize) -> Project + 'static) -> Self {
        Self { name, least: 512, all: false, followed: false, project: Box::new(project) }
    }

    /// The same with another smallest size.
    pub fn from(self, least: usize) -> Self {
        Self { least, ..self }
    }

    /// The same with every fault told, for people and for programs.
    pub fn told(self) -> Self {
        Self { all: true, ..self }
    }

    /// The same with a whole check.
    pub fn followed(self) -> Self {
        Self { followed: true, ..self }
    }
}

/// What is counted. The theme, and the pictures of the pages that no text here changes, are known from before: they cost more than all texts here.
fn build_and_check(series: &Series, project: &Project, messages: &Messages) {
    let built = project.build_with(Some(&mut theme_memory()));
    let mut found = built.report.diagnostics.clone();
    let survey = Survey::of(project);
    let now = "2026-11-16".parse().unwrap();
    let phones = &PhoneBook::of(survey.folders(), survey.own());
    let centres = &Centres::of(survey.folders(), survey.own());
    let linked = &LinkedDocuments::of(survey.folders());
    let (inputs, own, stage) = (project, survey.own(), SiteStage::Real);
    let ground = LintGround {
        inputs,
        own,
        now,
        drafts: false,
        future: false,
        stage,
        alone: false,
        nameless: 0,
        phones,
        centres,
        linked,
    };
    for folder in survey.folders() {
        found.extend(lint_folder(folder, ground).found);
    }
    found.extend(lint_site(survey.site.as_deref(), ground).found);
    conclude(project, &[], &mut found);
    if series.followed {
        found.extend(project.check().diagnostics);
    }
    let look = Look { colour: false, width: 120, all: series.all };
    let mut told = show(&found, messages, look).len();
    if series.all {
        told += found.iter().map(|found| to_json(found, messages).len()).sum::<usize>();
        told += sarif::to_sarif(&found, messages).len();
    }
    std::hint::black_box(told);
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
fn what_is_given_to_programs_costs_twice_as_much_when_it_is_twice_as_long() {
    hold("what_is_given_to_programs_costs_twice_as_much_when_it_is_twice_as_long", data::series());
}

#[test]
fn there_are_many_series_and_no_two_of_a_name() {
    let all: Vec<&str> = bodies::series()
        .iter()
        .chain(&fields::series())
        .chain(&data::series())
        .map(|series| series.name)
        .collect();
    assert!(all.len() >= 55, "{}", all.len());
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
}

/// Runs this test once more under valgrind, and looks at what it counted.
fn hold(test: &str, series: Vec<Series>) {
    let series: Vec<Series> = match std::env::var("FCSITE_SERIES") {
        Ok(name) => series.into_iter().filter(|series| series.name.contains(&name)).collect(),
        Err(_) => series,
    };
    if std::env::var_os(COUNTED).is_some() {
        return run(&series);
    }
    let folder = tempfile::tempdir().unwrap();
    let counts = count(test, folder.path(), series.len() * SIZES.len());
    let told: Vec<String> = series.iter().zip(counts.chunks(SIZES.len())).filter_map(told).collect();
    assert!(
        told.is_empty(),
        "{} of {} texts cost more than they are long:\n{}",
        told.len(),
        series.len(),
        told.join("\n")
    );
}

/// What each function took.
type Costs = BTreeMap<String, u64>;

/// The functions of a series that take more than they should.
fn told((series, counts): (&Series, &[Costs])) -> Option<String> {
    let of = |name: &str| {
        counts.iter().map(|costs| costs.get(name).copied().unwrap_or_default()).collect::<Vec<_>>()
    };
    let is_steep = |costs: &[u64]| {
        let added = |size: usize| costs[size].saturating_sub(costs[size - 1]);
        // A single step is none. What grows with the square has added more than half as much again from the size before, too.
        added(3) > LEAST && 10 * added(2) > 15 * added(1) && 10 * added(3) > MOST_TENTHS * added(2)
    };
    let names = counts.last().into_iter().flat_map(Costs::keys).filter(|name| !is_of_memory(name));
    let steep: Vec<String> = names
        .map(|name| (name, of(name)))
        .filter(|(_, costs)| is_steep(costs))
        .map(|(name, costs)| format!("    {name}: {costs:?}"))
        .collect();
    (!steep.is_empty()).then(|| format!("{}:\n{}", series.name, steep.join("\n")))
}

/// Memory is asked for in steps, and put in order now and then; a packer's window moves once it is full, at each 32 kB from then on.
fn is_of_memory(name: &str) -> bool {
    ["slide_hash", "malloc", "realloc", "_int_free", "unlink_chunk", "free", "calloc", "alloc_perturb"]
        .iter()
        .any(|word| name.contains(word))
}

fn run(series: &[Series]) {
    // One thread that works is enough, and many would wait for each other in different ways each time.
    rayon::ThreadPoolBuilder::new().num_threads(1).build_global().unwrap();
    let messages = Messages::of(Locale::Swedish);
    let _ = theme_memory();
    for series in series {
        for size in SIZES {
            let project = (series.project)(series.least * size);
            mark();
            build_and_check(series, &project, &messages);
        }
    }
    mark();
}

/// What was done between each two calls of [`mark`], in their order: a build and check, and the making of the next text.
fn count(test: &str, folder: &Path, calls: usize) -> Vec<Costs> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--dump-line=no", "--dump-before=growth::mark"])
        .arg(format!("--callgrind-out-file={}", folder.join("counts").display()))
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(COUNTED, "1")
        // A long copy by a single instruction would be counted byte for byte, and a short one not.
        .env(
            "GLIBC_TUNABLES",
            "glibc.cpu.x86_rep_movsb_threshold=1000000000:glibc.cpu.x86_rep_stosb_threshold=1000000000",
        )
        .output()
        .unwrap_or_else(|error| {
            panic!("valgrind cannot be run ({error}): apt-get install valgrind, or tests/run")
        });
    let said = [&output.stdout, &output.stderr].map(|said| String::from_utf8_lossy(said));
    assert!(output.status.success(), "{}: {}", output.status, said.concat());
    // The first holds what was done before the first call.
    let file = |number: usize| folder.join(format!("counts.{number}"));
    let counts: Vec<Costs> =
        (2..calls + 2).map(|number| costs(&std::fs::read_to_string(file(number)).unwrap())).collect();
    assert!(!file(calls + 2).exists(), "there were more calls than {calls}");
    assert!(counts.iter().all(|costs| costs.values().sum::<u64>() > 1_000_000), "nothing was counted");
    counts
}

/// The functions and what they took themselves, from what callgrind writes: `fn=(number) name`, with the name at the first time alone, and
/// lines of a place and a cost; the line after `calls=` is what a called function took.
fn costs(text: &str) -> Costs {
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    let mut costs: BTreeMap<&str, u64> = BTreeMap::new();
    let (mut here, mut is_call) = ("", false);
    for line in text.lines() {
        let called = line.strip_prefix("cfn=");
        if let Some(function) = line.strip_prefix("fn=").or(called) {
            let (number, name) = function.split_once(' ').unwrap_or((function, ""));
            if !name.is_empty() {
                names.insert(number, name);
            }
            here = if called.is_some() { here } else { number };
        } else if line.starts_with("calls=") {
            is_call = true;
        } else if line.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '*'))
            && !std::mem::take(&mut is_call)
            && let Some(cost) = line.split_once(' ').and_then(|(_, cost)| cost.trim().parse::<u64>().ok())
        {
            *costs.entry(here).or_default() += cost;
        }
    }
    let mut named = Costs::new();
    for (number, cost) in costs {
        *named.entry(names.get(number).unwrap_or(&number).to_string()).or_default() += cost;
    }
    named
}
