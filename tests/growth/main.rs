//! No text makes the program slow beyond its length: each of many series of text is doubled three times, and what a check of the site
//! takes is counted in instructions.
//!
//! A check is everything: the whole build, the reading of its pages, the rules for texts, and the words that people see. Seconds
//! depend on the machine and on who else works on it; instructions do not. They are counted by valgrind, since it sees what libraries do
//! too: most of the slow loops that were found here stood in an innocent `find` or `matches` in a loop of ours, which no counter in our own
//! code would have seen.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod bodies;
mod fields;

#[path = "../content/project.rs"]
#[expect(dead_code, reason = "other tests use more of it")]
mod project;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use fcsite::base::{Locale, Messages};
use fcsite::build::put_in_order;
use fcsite::host::report::{Look, sarif, show, to_json};
use fcsite::lint::{Ground, PhoneBook, lint_folder, lint_site};
use fcsite::render::anchors;
use fcsite::survey::Survey;
use project::{Project, theme_memory};

/// The sizes of a series, as multiples of its smallest.
const SIZES: [usize; 4] = [1, 2, 4, 8];

/// How much more the last doubling may add than the one before. A text that costs what it is long adds twice as much, one that is sorted
/// slightly more; what takes the square of its length adds four times as much.
const MOST: f64 = 2.4;

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
        Self { name, least: 2 * 1024, all: false, followed: false, project: Box::new(project) }
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

/// What is counted. The theme is known from before, since it costs more than all texts here.
fn build_and_check(series: &Series, project: &Project, messages: &Messages) {
    let built = project.build_with(Some(&mut theme_memory()));
    let mut found = built.report.diagnostics.clone();
    let pages: usize = built.files().map(|(_, bytes)| anchors::read(bytes).targets.len()).sum();
    let survey = Survey::of(project);
    let now = "2026-11-16".parse().unwrap();
    let phones = &PhoneBook::of(survey.folders(), survey.own());
    let (inputs, own) = (project, survey.own());
    let ground = Ground { inputs, own, now, drafts: false, future: false, outside: true, phones };
    for folder in survey.folders() {
        found.extend(lint_folder(folder, ground).found);
    }
    found.extend(lint_site(survey.site.as_deref(), ground).found);
    put_in_order(project, &mut found);
    if series.followed {
        found.extend(project.check().diagnostics);
    }
    let look = Look { colour: false, width: 120, all: series.all };
    let mut told = show(&found, messages, look).len();
    if series.all {
        told += found.iter().map(|found| to_json(found, messages).len()).sum::<usize>();
        told += sarif::to_sarif(&found, messages).len();
    }
    std::hint::black_box((pages, told));
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
fn there_are_many_series_and_no_two_of_a_name() {
    let all: Vec<&str> = bodies::series().iter().chain(&fields::series()).map(|series| series.name).collect();
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
    let told: Vec<String> = series
        .iter()
        .zip(counts.chunks(SIZES.len()))
        .filter_map(|(series, counts)| {
            let added: Vec<f64> = counts.windows(2).map(|pair| pair[1] as f64 - pair[0] as f64).collect();
            let growth = added[2] / added[1];
            println!("{growth:5.2}  {}: {counts:?}", series.name);
            (growth > MOST).then(|| {
                format!(
                    "{}: from {} bytes on, each doubled, instructions are {counts:?}: the last doubling added {growth:.2} times \
                     what the one before did, and may add {MOST} times",
                    series.name, series.least
                )
            })
        })
        .collect();
    assert!(
        told.is_empty(),
        "{} of {} series grow faster than they are long:\n{}",
        told.len(),
        series.len(),
        told.join("\n")
    );
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
            mark();
        }
    }
}

/// The instructions between each two calls of [`mark`], in their order.
fn count(test: &str, folder: &Path, calls: usize) -> Vec<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--dump-before=growth::mark"])
        .arg(format!("--callgrind-out-file={}", folder.join("counts").display()))
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(COUNTED, "1")
        .output()
        .unwrap_or_else(|error| {
            panic!("valgrind cannot be run ({error}): apt-get install valgrind, or tests/run")
        });
    let said = [&output.stdout, &output.stderr].map(|said| String::from_utf8_lossy(said));
    assert!(output.status.success(), "{}", said.concat());
    // Every other file holds what was done between two series.
    let file = |number: usize| folder.join(format!("counts.{number}"));
    let total = |number: usize| -> u64 {
        let text = std::fs::read_to_string(file(number)).unwrap();
        text.lines().find_map(|line| line.strip_prefix("totals: ")).unwrap().trim().parse().unwrap()
    };
    let counts: Vec<u64> = (0..calls).map(|call| total(2 * call + 2)).collect();
    assert!(!file(2 * calls + 1).exists(), "there were more calls than {calls}");
    counts
}
