//! One size from beginning to end: the sites are written, the programs take turns, their outputs are compared, and then everything is
//! removed. Not earlier: on ext4 a file made where one has just been removed costs several times as much.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::args::Options;
use crate::blades_dialect;
use crate::census::{self, Census};
use crate::common::measure::{self, Cost};
use crate::common::model::{NOW, Plan};
use crate::common::workshop::{Workshop, forget};
use crate::common::{fcsite_dialect, hugo_dialect, install};
use crate::report;

/// Who is measured. The order is that of the report.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Run {
    Fcsite,
    Again,
    Edited,
    Hugo,
    Blades,
    Floor { threads: usize },
}

/// All that one size gave.
pub struct Outcome {
    pub plan: Plan,
    pub words: usize,
    pub runs: Vec<(Run, Vec<Cost>)>,
    pub rounds: usize,
    pub versions: Vec<String>,
    /// The last line of fcsite's first build.
    pub said: Option<String>,
    pub fcsite: Option<Census>,
    pub hugo: Option<Census>,
    pub blades: Option<Census>,
}

/// Measures one size and returns the report.
pub fn run(options: &Options, size: usize) -> Result<String, Box<dyn Error>> {
    let plan = Plan::new(size, options.seed);
    let rounds = options.rounds.unwrap_or(if plan.news() < 100_000 { 5 } else { 3 });
    let workshop = Workshop::new(&options.dir, options.keep.as_deref(), size)?;
    let mut contest = Contest {
        root: workshop.root.clone(),
        fcsite: options.fcsite.clone(),
        hugo: None,
        blades: None,
        runs: Vec::new(),
    };
    eprintln!("sites: writing {} news into {}", plan.news(), contest.root.display());
    fcsite_dialect::write(&plan, &contest.root.join("site"))?;
    let said = contest.prepare_fcsite()?;
    contest.prepare_others(options, &plan)?;
    let versions = contest.versions()?;
    for round in 0..rounds {
        contest.round(&plan, round)?;
    }
    let census_of = |name: &str, is: bool| is.then(|| census::census(&contest.root.join(name))).transpose();
    let fcsite = census_of("out/fcsite-0", contest.fcsite.is_some())?;
    let hugo = census_of("out/hugo-0", contest.hugo.is_some())?;
    let blades = census_of("out/blades-0", contest.blades.is_some())?;
    if let (Some(fcsite), Some(hugo)) = (&fcsite, &hugo) {
        census::same_pages(fcsite, hugo)?;
    }
    if let (Some(other), Some(blades)) = (fcsite.as_ref().or(hugo.as_ref()), &blades) {
        census::same_news(other, blades)?;
    }
    let words = plan.words();
    let outcome = Outcome { plan, words, runs: contest.runs, rounds, versions, said, fcsite, hugo, blades };
    Ok(report::markdown(outcome, &options.command))
}

fn first_municipality(plan: &Plan) -> String {
    plan.municipalities().next().map(|one| one.id).unwrap_or_default()
}

/// The programs, the folders and what has been measured so far.
struct Contest {
    root: PathBuf,
    fcsite: Option<PathBuf>,
    hugo: Option<PathBuf>,
    blades: Option<PathBuf>,
    runs: Vec<(Run, Vec<Cost>)>,
}

impl Contest {
    /// Builds once without measuring: the floor writes the same bytes and Hugo's site gets the same assets.
    fn prepare_fcsite(&self) -> Result<Option<String>, Box<dyn Error>> {
        if self.fcsite.is_none() {
            return Ok(None);
        }
        self.build_fcsite(&self.root.join("reference"))?;
        let said = fs::read_to_string(self.root.join("log"))?;
        Ok(said.lines().last().map(str::to_owned))
    }

    /// The other programs and their sites, with the assets that fcsite made.
    fn prepare_others(&mut self, options: &Options, plan: &Plan) -> Result<(), Box<dyn Error>> {
        let assets = self.root.join("reference").join(first_municipality(plan)).join("assets");
        let assets = self.fcsite.is_some().then_some(assets.as_path());
        if options.with_hugo {
            self.hugo = Some(options.hugo.clone().map_or_else(install::hugo, Ok)?);
            hugo_dialect::write(plan, &self.root.join("hugo-site"), assets)?;
        }
        if options.with_blades {
            self.blades = Some(options.blades.clone().map_or_else(blades_dialect::program, Ok)?);
            blades_dialect::write(plan, &self.root.join("blades-site"), assets)?;
        }
        Ok(())
    }

    fn versions(&self) -> Result<Vec<String>, Box<dyn Error>> {
        let mut versions = Vec::new();
        if let Some(fcsite) = &self.fcsite {
            versions.push(install::version(fcsite, "--version")?);
        }
        if let Some(hugo) = &self.hugo {
            versions.push(install::version(hugo, "version")?);
        }
        if let Some(blades) = &self.blades {
            versions.push(install::version(blades, "version")?);
        }
        Ok(versions)
    }

    /// Each program once, another one first each time.
    fn round(&mut self, plan: &Plan, round: usize) -> Result<(), Box<dyn Error>> {
        let cores = std::thread::available_parallelism()?.get();
        let mut turns = Vec::new();
        if self.fcsite.is_some() {
            turns.extend([Run::Fcsite, Run::Floor { threads: 1 }]);
            if cores > 1 {
                turns.push(Run::Floor { threads: cores });
            }
        }
        if self.hugo.is_some() {
            turns.push(Run::Hugo);
        }
        if self.blades.is_some() {
            turns.push(Run::Blades);
        }
        let first = round % turns.len();
        turns.rotate_left(first);
        for turn in turns {
            match turn {
                Run::Fcsite | Run::Again | Run::Edited => self.fcsite_in_three(plan, round)?,
                Run::Hugo => self.run_hugo(round)?,
                Run::Blades => self.run_blades(round)?,
                Run::Floor { threads } => self.run_floor(threads, round)?,
            }
        }
        Ok(())
    }

    fn note(&mut self, run: Run, cost: Cost) {
        eprintln!("sites: {:28} {:>8.3} s", report::name(run), cost.wall.as_secs_f64());
        match self.runs.iter_mut().find(|(other, _)| *other == run) {
            Some((_, costs)) => costs.push(cost),
            None => self.runs.push((run, vec![cost])),
        }
    }

    /// First build, nothing changed, one news edited: each a new process.
    fn fcsite_in_three(&mut self, plan: &Plan, round: usize) -> Result<(), Box<dyn Error>> {
        let out = self.root.join(format!("out/fcsite-{round}"));
        forget(&self.root.join("site"), &self.root.join(format!("out/forgotten-{round}")))?;
        let first = self.build_fcsite(&out)?;
        self.note(Run::Fcsite, first);
        let again = self.build_fcsite(&out)?;
        self.note(Run::Again, again);
        let municipality = plan.municipalities().next().ok_or("no municipality")?;
        let file = &municipality.news[municipality.news.len() / 2].file;
        let source = self.root.join(format!("site/content/{}/news/{file}.md", municipality.id));
        let before = fs::read_to_string(&source)?;
        let line = "Den här raden har redaktören lagt till.";
        fs::write(&source, format!("{before}\n{line}\n"))?;
        let edited = self.build_fcsite(&out)?;
        self.note(Run::Edited, edited);
        fs::write(&source, before)?;
        let page = out.join(format!("{}/nyheter/{file}/index.html", municipality.id));
        if !fs::read_to_string(&page)?.contains(line) {
            return Err(format!("the edit isn't in {}", page.display()).into());
        }
        Ok(())
    }

    fn build_fcsite(&self, out: &Path) -> Result<Cost, Box<dyn Error>> {
        let fcsite = self.fcsite.as_ref().ok_or("no fcsite")?;
        let command =
            [text_of(fcsite), "build".into(), "-s".into(), self.path("site"), "-o".into(), text_of(out)];
        self.cost([&command[..], &["--now".into(), NOW.into()]].concat())
    }

    fn run_hugo(&mut self, round: usize) -> Result<(), Box<dyn Error>> {
        let hugo = self.hugo.as_ref().ok_or("no Hugo")?;
        let command = vec![
            text_of(hugo),
            "--source".into(),
            self.path("hugo-site"),
            "--destination".into(),
            self.path(&format!("out/hugo-{round}")),
            "--cacheDir".into(),
            self.path(&format!("out/hugo-cache-{round}")),
            "--clock".into(),
            format!("{NOW}T12:00:00+02:00"),
            "--noBuildLock".into(),
            "--logLevel".into(),
            "error".into(),
            "--quiet".into(),
        ];
        let cost = self.cost(command)?;
        self.note(Run::Hugo, cost);
        Ok(())
    }

    /// blades notes what it wrote, and removes at the next build what it no longer writes: the note is moved away first.
    fn run_blades(&mut self, round: usize) -> Result<(), Box<dyn Error>> {
        let blades = self.blades.as_ref().ok_or("no blades")?;
        let site = self.root.join("blades-site");
        let note = site.join(".blades");
        if note.exists() {
            fs::rename(&note, self.root.join(format!("out/noted-{round}")))?;
        }
        let name = format!("Blades-{round}.toml");
        let out = self.root.join(format!("out/blades-{round}"));
        fs::write(site.join(&name), blades_dialect::config(&out))?;
        let cost = self.cost(blades_dialect::command(blades, &site, &name))?;
        self.note(Run::Blades, cost);
        Ok(())
    }

    fn run_floor(&mut self, threads: usize, round: usize) -> Result<(), Box<dyn Error>> {
        let out = self.path(&format!("out/floor-{threads}-{round}"));
        let mut floor = Command::new(std::env::current_exe()?);
        floor.args([
            "floor",
            &threads.to_string(),
            &self.path("site/content"),
            &self.path("reference"),
            &out,
        ]);
        let cost = measure::cost_said_by(floor)?;
        self.note(Run::Floor { threads }, cost);
        Ok(())
    }

    fn cost(&self, command: Vec<String>) -> Result<Cost, Box<dyn Error>> {
        measure::cost_of(&command, &self.root.join("log"))
    }

    fn path(&self, inside: &str) -> String {
        text_of(&self.root.join(inside))
    }
}

fn text_of(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
