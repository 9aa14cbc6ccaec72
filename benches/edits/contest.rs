//! One size from beginning to end: the sites are written, one-shot builds are made, the servers are started, left alone, and then given the
//! same edits in turns. After each edit the server that had it is left to finish: Hugo may show a page long before it is done.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::args::Options;
use super::edits::{Edit, Seen, Subjects, What};
use super::load::Load;
use super::server::{Kind, Recipe, Server};
use super::{builds, report};
use crate::common::measure::Cost;
use crate::common::model::Plan;
use crate::common::workshop::{Workshop, forget};
use crate::common::{fcsite_dialect, hugo_dialect, install};

/// For how long the servers are left alone.
pub const IDLE: Duration = Duration::from_secs(10);
/// fcsite keeps what it remembers when it has had nothing to do for five seconds.
const KEPT: Duration = Duration::from_secs(6);

/// All that one size gave.
pub struct Outcome {
    pub plan: Plan,
    pub builds: Vec<Vec<Cost>>,
    pub servers: Vec<Measured>,
    pub versions: Vec<String>,
    /// The last line of fcsite's second start.
    pub said: Option<String>,
    /// How many processors other programs used while the edits were measured.
    pub others: Option<f64>,
}

/// What was found out about one server.
pub struct Measured {
    pub kind: Kind,
    pub cold: Vec<Duration>,
    /// Starts with what was remembered: fcsite alone remembers.
    pub warm: Vec<Duration>,
    /// The CPU time used in [`IDLE`].
    pub idle: Option<Duration>,
    /// Bytes, after the start and in the end.
    pub peaks: [u64; 2],
    pub edits: Vec<(What, Vec<Seen>)>,
}

/// Measures one size and returns the report.
pub fn run(options: &Options, size: usize) -> Result<String, Box<dyn Error>> {
    let plan = Plan::new(size, options.seed);
    let workshop = Workshop::new(&options.dir, options.keep.as_deref(), size)?;
    let root = &workshop.root;
    let subjects = Subjects::of(&plan)?;
    eprintln!("edits: writing {} news into {}", plan.news(), root.display());
    fcsite_dialect::write(&plan, &root.join("site"))?;
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/base");
    hugo_dialect::copy(&theme, &root.join("site/themes/base"))?;
    let mut versions = vec![install::version(&options.fcsite, "--version")?];
    let mut builds = Vec::new();
    for round in 0..options.builds(plan.news()) {
        builds.push(builds::six(root, &options.fcsite, &subjects, round)?);
    }
    let mut recipes = Vec::new();
    for kind in options.kinds(plan.news()) {
        let program = match (kind, &options.hugo) {
            (Kind::Fcsite, _) => options.fcsite.clone(),
            (_, Some(hugo)) => hugo.clone(),
            (_, None) => install::hugo()?,
        };
        if kind != Kind::Fcsite {
            hugo_dialect::write(&plan, &root.join(kind.folder()), None)?;
        }
        if kind == Kind::Hugo {
            versions.push(install::version(&program, "version")?);
        }
        recipes.push(Recipe::new(kind, &program, root)?);
    }
    let mut running = start(options, &plan, &subjects, &recipes)?;
    leave_alone(&mut running);
    let said = running.first().map(|(server, _)| server.said()).unwrap_or_default();
    let said = said.lines().find(|line| line.contains(" unchanged")).map(str::to_owned);
    let before = Load::now(running.iter().map(|(server, _)| server));
    take_turns(options, plan.news(), &subjects, &mut running)?;
    let after = Load::now(running.iter().map(|(server, _)| server));
    let others = after.zip(before).map(|(after, before)| after.of_others(&before));
    let mut servers = Vec::new();
    for (server, mut measured) in running {
        measured.peaks[1] = server.peak();
        server.stop()?;
        servers.push(measured);
    }
    Ok(report::markdown(&Outcome { plan, builds, servers, versions, said, others }, &options.command))
}

type Running = Vec<(Server, Measured)>;

/// Starts each server so many times; those of the last time go on running.
fn start(
    options: &Options,
    plan: &Plan,
    subjects: &Subjects,
    recipes: &[Recipe],
) -> Result<Running, Box<dyn Error>> {
    let (page, words) = subjects.first_page();
    let mut running = Vec::new();
    for recipe in recipes {
        let kind = recipe.kind;
        let mut measured =
            Measured { kind, cold: vec![], warm: vec![], idle: None, peaks: [0; 2], edits: vec![] };
        let mut last = None;
        for round in 0..options.starts(kind, plan.news()) {
            if let Some(before) = last.take() {
                Server::stop(before)?;
            }
            if kind == Kind::Fcsite {
                forget(&recipe.site(), &recipe.root.join(format!("out/before-start-{round}")))?;
            }
            let (mut server, took) = recipe.start(&page, words)?;
            tell(kind, "the start", took);
            measured.cold.push(took);
            measured.peaks[0] = measured.peaks[0].max(server.peak());
            if kind == Kind::Fcsite {
                wait_for_memory(&server);
                server.stop()?;
                let took;
                (server, took) = recipe.start(&page, words)?;
                tell(kind, "the second start", took);
                measured.warm.push(took);
            }
            last = Some(server);
        }
        running.push((last.ok_or("nothing was started")?, measured));
    }
    Ok(running)
}

/// Waits until what the next start will remember is on the disk.
fn wait_for_memory(server: &Server) {
    let memory = server.recipe.site().join(".fcsite/memory");
    let is_kept = || fs::read_dir(&memory).is_ok_and(|mut entries| entries.next().is_some());
    let began = Instant::now();
    while !is_kept() && began.elapsed() < 10 * KEPT {
        sleep(Duration::from_millis(100));
    }
    server.settle();
}

/// How much CPU time do they use when nobody edits?
fn leave_alone(running: &mut Running) {
    sleep(KEPT);
    for (server, _) in running.iter() {
        server.settle();
    }
    let before: Vec<_> = running.iter().map(|(server, _)| server.cpu()).collect();
    sleep(IDLE);
    for ((server, measured), before) in running.iter_mut().zip(before) {
        measured.idle = server.cpu().zip(before).map(|(now, before)| now.saturating_sub(before));
    }
}

/// Each edit so many times, another server first each time.
fn take_turns(
    options: &Options,
    news: usize,
    subjects: &Subjects,
    running: &mut Running,
) -> Result<(), Box<dyn Error>> {
    let mut number = 0;
    for what in &options.edits {
        let mut turns: Vec<(&mut (Server, Measured), Edit, usize)> = Vec::new();
        for one in running.iter_mut() {
            let kind = one.1.kind;
            let edit = subjects.prepare(*what, kind, &one.0.recipe.site())?;
            one.1.edits.push((*what, Vec::new()));
            turns.push((one, edit, options.rounds(kind, *what, news)));
        }
        let most = turns.iter().map(|(.., rounds)| *rounds).max().unwrap_or(0);
        for round in 0..most {
            for ((server, measured), edit, _) in turns.iter_mut().filter(|(.., rounds)| round < *rounds) {
                number += 1;
                let seen = edit.time(server, &format!("Prov{number}x"))?;
                tell(measured.kind, what.word(), seen.page);
                if let Some((_, all)) = measured.edits.last_mut() {
                    all.push(seen);
                }
            }
            turns.rotate_left(1);
        }
    }
    Ok(())
}

fn tell(kind: Kind, what: &str, took: Duration) {
    eprintln!("edits: {:18} {what:16} {:>8.3} s", kind.name(), took.as_secs_f64());
}
