//! Wall time, CPU time and peak memory of one process.
//!
//! The process is started by a small process of its own (`measure LOG -- COMMAND…`) that has no other child, so what the system
//! says of that process's children is what the command used. Started from the benchmark itself, the command would also be charged with the
//! benchmark's memory: Linux counts a child's peak from before its `exec`.

use std::error::Error;
use std::fmt;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::str::FromStr;
use std::time::{Duration, Instant};

use nix::sys::resource::{Usage, UsageWho, getrusage};
use nix::sys::time::TimeValLike;

/// What a run cost.
#[derive(Clone, Copy, Default)]
pub struct Cost {
    pub wall: Duration,
    pub user: Duration,
    pub system: Duration,
    /// Bytes; 0 where it says nothing.
    pub memory: u64,
}

impl Cost {
    pub fn cpu(&self) -> Duration {
        self.user + self.system
    }

    /// The cost between two looks at a process's own use.
    pub fn between(wall: Duration, before: &Usage, after: &Usage) -> Self {
        let micros = |value: i64| Duration::from_micros(u64::try_from(value).unwrap_or(0));
        let user = after.user_time().num_microseconds() - before.user_time().num_microseconds();
        let system = after.system_time().num_microseconds() - before.system_time().num_microseconds();
        let unit = if cfg!(target_vendor = "apple") { 1 } else { 1024 };
        let memory = u64::try_from(after.max_rss()).unwrap_or(0) * unit;
        Self { wall, user: micros(user), system: micros(system), memory }
    }
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} {} {}",
            self.wall.as_nanos(),
            self.user.as_nanos(),
            self.system.as_nanos(),
            self.memory
        )
    }
}

impl FromStr for Cost {
    type Err = Box<dyn Error>;

    fn from_str(line: &str) -> Result<Self, Self::Err> {
        let numbers: Vec<u64> = line
            .split_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()
            .map_err(|_| format!("not a cost: {line}"))?;
        let [wall, user, system, memory] = numbers[..] else {
            return Err(format!("not a cost: {line}").into());
        };
        let nanos = Duration::from_nanos;
        Ok(Self { wall: nanos(wall), user: nanos(user), system: nanos(system), memory })
    }
}

/// `measure LOG -- COMMAND…`: runs the command and prints its cost; what it says goes to the log.
pub fn run(words: &[String]) -> Result<(), Box<dyn Error>> {
    let [log, dashes, program, arguments @ ..] = words else {
        return Err("measure LOG -- COMMAND…".into());
    };
    if dashes != "--" {
        return Err("measure LOG -- COMMAND…".into());
    }
    let out = File::create(log)?;
    let err = out.try_clone()?;
    let before = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let start = Instant::now();
    let status = Command::new(program).args(arguments).stdin(Stdio::null()).stdout(out).stderr(err).status();
    let wall = start.elapsed();
    let status = status.map_err(|error| format!("{program}: {error}"))?;
    if !status.success() {
        return Err(format!("{program}: {status}").into());
    }
    println!("{}", Cost::between(wall, &before, &getrusage(UsageWho::RUSAGE_CHILDREN)?));
    Ok(())
}

/// Runs `command` in a measuring process; the error holds the end of what it said.
pub fn cost_of(command: &[String], log: &Path) -> Result<Cost, Box<dyn Error>> {
    let mut measuring = Command::new(std::env::current_exe()?);
    measuring.arg("measure").arg(log).arg("--").args(command);
    cost_said_by(measuring).map_err(|error| {
        let said = std::fs::read_to_string(log).unwrap_or_default();
        let lines: Vec<&str> = said.lines().collect();
        let end = lines[lines.len().saturating_sub(40)..].join("\n");
        format!("{}\n{error}\n{end}", command.join(" ")).into()
    })
}

/// Runs a process of ours that prints its cost, after the disk has settled: what an earlier run left to write is not this one's cost.
pub fn cost_said_by(mut measuring: Command) -> Result<Cost, Box<dyn Error>> {
    nix::unistd::sync();
    let output = measuring.stdin(Stdio::null()).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    String::from_utf8_lossy(&output.stdout).parse()
}
