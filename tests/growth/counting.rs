//! What is counted: the instructions of each function between two calls of a mark, as callgrind writes them down.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// What each function took.
pub type Costs = BTreeMap<String, u64>;

/// How much more the last doubling may add to a function than the one before, in tenths. What costs what a text is long adds twice as much, a sort
/// slightly more; what takes the square of the length adds four times as much.
const MOST_TENTHS: u64 = 27;

/// Functions that take less are left out: they are small, and grow by steps.
const LEAST: u64 = 250_000;

/// The same of what a function has done for it by those that work at the speed of memory: a text that is copied once more for each part of
/// it costs some instructions for sixty-four bytes, and is slow all the same as soon as it is long.
const LEAST_OF_COPIES: u64 = 50_000;

/// The standard library's sorts compare and merge in steps, by how many runs there happen to be: what they have done for them is counted as their own.
const SORTS: [&str; 2] = ["core::slice::sort::", "core::slice::cmp::"];

/// Stands between a function and what it has done by one that copies, compares or looks through memory.
const BY: &str = " by ";

/// How much more the step from four times a text to sixteen times may add than that to four times, in tenths, before it is looked at more
/// closely. What costs what a text is long adds four times as much; the square adds sixteen times as much.
const DOUBTFUL_TENTHS: u64 = 55;

/// Does a function take more than it should at three sizes, each four times the one before, or only seem so?
pub fn is_doubtful(counts: &[Costs]) -> bool {
    let of = |size: usize, name: &str| counts[size].get(name).copied().unwrap_or_default();
    counts[2].keys().filter(|name| !is_of_memory(name)).any(|name| {
        let added = |size: usize| of(size, name).saturating_sub(of(size - 1, name));
        added(2) > least(name) && 10 * added(2) > DOUBTFUL_TENTHS * added(1)
    })
}

fn least(name: &str) -> u64 {
    let is_sort = SORTS.iter().any(|sort| name.contains(sort));
    if name.contains(BY) && !is_sort { LEAST_OF_COPIES } else { LEAST }
}

/// The functions that take more than they should at four sizes, each twice the one before.
pub fn steep(counts: &[Costs]) -> Vec<String> {
    let of = |name: &str| {
        counts.iter().map(|costs| costs.get(name).copied().unwrap_or_default()).collect::<Vec<_>>()
    };
    let names = counts.last().into_iter().flat_map(Costs::keys).filter(|name| !is_of_memory(name));
    names
        .map(|name| (name, of(name)))
        .filter(|(name, costs)| is_steep(costs, least(name)))
        .map(|(name, costs)| format!("    {name}: {costs:?}"))
        .collect()
}

fn is_steep(costs: &[u64], least: u64) -> bool {
    let added = |size: usize| costs[size].saturating_sub(costs[size - 1]);
    // A single step is none: it adds at once far more than ever before, and more than the fourth power would, which adds sixteen times as much.
    // What grows with the square has added more than half as much again from the size before, too.
    let is_step = added(3) > 20 * added(2) || 10 * added(2) <= 15 * added(1);
    added(3) > least && !is_step && 10 * added(3) > MOST_TENTHS * added(2)
}

/// Memory is asked for in steps, and put in order now and then; a packer's window moves once it is full, at each 32 kB from then on.
fn is_of_memory(name: &str) -> bool {
    ["slide_hash", "malloc", "realloc", "_int_free", "unlink_chunk", "free", "calloc", "alloc_perturb"]
        .iter()
        .any(|word| name.contains(word))
}

/// Does a function work through memory for others, at its speed?
fn is_of_copies(name: &str) -> bool {
    ["__mem", "mem", "bcmp", "__bcmp"].iter().any(|begin| {
        name.strip_prefix(begin).is_some_and(|rest| {
            rest.is_empty()
                || ["cpy", "move", "set", "cmp", "chr", "rchr", "_"].iter().any(|word| rest.starts_with(word))
        })
    })
}

/// Runs a program under callgrind, which writes what it counted into this folder; before each call of a mark, where there is one.
pub fn callgrind(folder: &Path, mark: Option<&str>) -> Command {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--dump-line=no"]);
    command.args(mark.map(|mark| format!("--dump-before={mark}")));
    command.arg(format!("--callgrind-out-file={}", folder.join("counts").display()));
    // A long copy by a single instruction would be counted byte for byte, and a short one not.
    command.env(
        "GLIBC_TUNABLES",
        "glibc.cpu.x86_rep_movsb_threshold=1000000000:glibc.cpu.x86_rep_stosb_threshold=1000000000",
    );
    command
}

/// Runs it, and gives what it said.
pub fn run(command: &mut Command, codes: &[i32]) -> String {
    let output = command.output().unwrap_or_else(|error| {
        panic!("valgrind cannot be run ({error}): apt-get install valgrind, or tests/run")
    });
    let said =
        [&output.stdout, &output.stderr].map(|said| String::from_utf8_lossy(said).into_owned()).concat();
    assert!(output.status.code().is_some_and(|code| codes.contains(&code)), "{}: {said}", output.status);
    said
}

/// What was done between each two calls of a mark, in their order.
pub fn counts(folder: &Path, calls: usize) -> Vec<Costs> {
    // The first holds what was done before the first call.
    let file = |number: usize| folder.join(format!("counts.{number}"));
    let counts: Vec<Costs> =
        (2..calls + 2).map(|number| costs(&std::fs::read_to_string(file(number)).unwrap())).collect();
    assert!(!file(calls + 2).exists(), "there were more calls than {calls}");
    counts
}

/// What is read of a file of callgrind's: the names by their numbers, and what each took itself.
#[derive(Default)]
struct Told<'t> {
    names: BTreeMap<&'t str, &'t str>,
    own: BTreeMap<&'t str, u64>,
    /// What a function took for another.
    called: BTreeMap<(&'t str, &'t str), u64>,
}

/// The functions and what they took themselves, from what callgrind writes: `fn=(number) name`, with the name at the first time alone, and
/// lines of a place and a cost; the line after `calls=` is what a called function took.
pub fn costs(text: &str) -> Costs {
    let mut told = Told::default();
    let (mut here, mut there, mut is_call) = ("", "", false);
    for line in text.lines() {
        let called = line.strip_prefix("cfn=");
        if let Some(function) = line.strip_prefix("fn=").or(called) {
            let (number, name) = function.split_once(' ').unwrap_or((function, ""));
            if !name.is_empty() {
                told.names.insert(number, name);
            }
            *(if called.is_some() { &mut there } else { &mut here }) = number;
        } else if line.starts_with("calls=") {
            is_call = true;
        } else if line.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '*'))
            && let Some(cost) = line.split_once(' ').and_then(|(_, cost)| cost.trim().parse::<u64>().ok())
        {
            let is_of_called = std::mem::take(&mut is_call);
            *(if is_of_called {
                told.called.entry((here, there)).or_default()
            } else {
                told.own.entry(here).or_default()
            }) += cost;
        }
    }
    told.costs()
}

impl Told<'_> {
    fn costs(&self) -> Costs {
        let name =
            |number: &str| self.names.get(number).map_or_else(|| number.to_string(), ToString::to_string);
        let mut costs = Costs::new();
        for (number, cost) in &self.own {
            *costs.entry(name(number)).or_default() += cost;
        }
        for ((from, to), cost) in &self.called {
            let to = name(to);
            if is_of_copies(&to) {
                *costs.entry(format!("{}{BY}{to}", name(from))).or_default() += cost;
            }
        }
        costs
    }
}

#[test]
fn what_is_copied_for_a_function_is_counted_as_its_own() {
    let text = "fn=(1) joined\n0 5\ncfn=(2) __memcpy_avx_unaligned_erms\ncalls=3 0\n0 900\n0 7\n\nfn=(2)\n0 900\n\nfn=(3) other\n\
                cfn=(1)\ncalls=1 0\n0 912\n0 1\n";
    let costs = costs(text);
    let of = |name: &str| costs.get(name).copied();
    assert_eq!((of("joined"), of("other")), (Some(12), Some(1)));
    assert_eq!(of("__memcpy_avx_unaligned_erms"), Some(900));
    assert_eq!(of("joined by __memcpy_avx_unaligned_erms"), Some(900));
    assert_eq!(costs.len(), 4);
}

/// What one function costs at each size.
fn of_one(costs: &[u64]) -> Vec<Costs> {
    costs.iter().map(|cost| Costs::from([("f".to_string(), *cost)])).collect()
}

#[test]
fn what_takes_a_power_of_the_length_is_steep_and_what_takes_a_step_is_not() {
    let at = |sizes: &[u64], cost: &dyn Fn(u64) -> u64| {
        of_one(&sizes.iter().map(|size| cost(*size)).collect::<Vec<_>>())
    };
    for power in 2..=4 {
        let cost = |size: u64| 100_000 * size + 50_000 * size.pow(power);
        assert!(is_doubtful(&at(&[1, 4, 16], &cost)), "{power}");
        assert!(!steep(&at(&[2, 4, 8, 16], &cost)).is_empty(), "{power}");
    }
    let even = |size: u64| 1_000_000 * size;
    assert!(!is_doubtful(&at(&[1, 4, 16], &even)));
    assert!(steep(&at(&[2, 4, 8, 16], &even)).is_empty());
    let step = |size: u64| 1_000 * size + if size > 8 { 1_000_000 } else { 0 };
    assert!(is_doubtful(&at(&[1, 4, 16], &step)));
    assert!(steep(&at(&[2, 4, 8, 16], &step)).is_empty());
}
