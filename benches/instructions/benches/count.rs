//! Counts the instructions of the release program under callgrind: whole builds, and the stages apart. A stage is what is done within its
//! functions; they are named here as the program's symbols name them, and are `#[inline(never)]` where the compiler would dissolve them.
//!
//! Run by `benches/instructions/run`, which says in the environment which program it is (`COUNTED`) and where the sites are (`SITES`).

use std::path::PathBuf;

use gungraun::{
    Bench, BinaryBenchmark, BinaryBenchmarkConfig, BinaryBenchmarkGroup, Callgrind, Command,
    binary_benchmark_group, main,
};

/// Each stage's functions. None calls another of the same stage: callgrind would stop counting there.
const STAGES: [(&str, &[&str]); 5] = [
    ("theme", &["fcsite::theme::load::load"]),
    ("parse", &["fcsite::parse::parse", "fcsite::parse::parse_body"]),
    ("plan", &["fcsite::plan::plan_municipality", "fcsite::plan::region::plan_region"]),
    ("render", &["fcsite::render::render"]),
    ("publish", &["fcsite::build::files::put", "fcsite::host::run::publish"]),
];

fn told(name: &str) -> PathBuf {
    PathBuf::from(std::env::var_os(name).unwrap_or_default())
}

fn fcsite(site: &str, out: &str) -> Command {
    let sites = told("SITES");
    let mut command = Command::new(told("COUNTED"));
    command
        // Counted, a run takes fifty times as long: more than the program gives itself.
        .args(["build", "--full", "--limit", "0", "--now", "2026-06-01", "-s"])
        .arg(sites.join(site))
        .arg("-o")
        .arg(sites.join("out").join(out))
        .env("RAYON_NUM_THREADS", "1");
    command.build()
}

fn stage(functions: &[&str]) -> Callgrind {
    let mut callgrind = Callgrind::with_args(functions.iter().map(|name| format!("--toggle-collect={name}")));
    callgrind.args(["--collect-atstart=no"]);
    callgrind
}

fn counted(id: &str, command: Command, callgrind: Callgrind) -> Bench {
    let mut bench = Bench::new(id);
    bench.command(command).config(BinaryBenchmarkConfig::default().tool(callgrind));
    bench
}

fn all(group: &mut BinaryBenchmarkGroup) {
    let mut builds = BinaryBenchmark::new("build");
    builds.bench(counted("whole", fcsite("small", "whole"), Callgrind::default()));
    for (id, functions) in STAGES {
        builds.bench(counted(id, fcsite("small", id), stage(functions)));
    }
    builds.bench(counted("large", fcsite("large", "large"), Callgrind::default()));
    let mut version = Command::new(told("COUNTED"));
    builds.bench(counted("version", version.arg("--version").build(), Callgrind::default()));
    let sites = told("SITES");
    let blades = std::fs::read_to_string(sites.join("blades.path")).unwrap_or_default();
    let mut command = Command::new(PathBuf::from(blades.trim()));
    command.arg("all").current_dir(sites.join("blades"));
    // blades begins a thread for every five pages.
    builds.bench(counted("blades", command.build(), Callgrind::with_args(["--max-threads=2000"])));
    group.binary_benchmark(builds);
}

binary_benchmark_group!(name = counts, benchmarks = |group: &mut BinaryBenchmarkGroup| all(group));

main!(binary_benchmark_groups = counts);
