//! Runs the program within bounds: of time, and of memory.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::os::unix::process::{CommandExt as _, ExitStatusExt as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill, killpg};
use nix::unistd::Pid;

/// No run takes so long, whatever else the machine does: one that waits for what never comes.
const LIMIT: Duration = Duration::from_secs(120);

/// No run computes for so long: a machine that does other things makes it wait, and no more.
const MOST_WORK: Duration = Duration::from_secs(15);

/// No run of a site so small takes so much memory, in kB.
const MOST_MEMORY: u64 = 400_000;

/// For how long a watch may take to notice an edit, where it is not known that it must.
const PATIENCE: Duration = Duration::from_millis(1500);

/// What came of using a server.
#[derive(Default)]
pub struct Session {
    /// Every answer, one after the other.
    pub answers: Vec<u8>,
    pub steps: Vec<(&'static str, u16)>,
    /// Was something not answered, though it was taken?
    pub is_stuck: bool,
}

/// What came of a run.
#[derive(Debug, Default)]
pub struct Run {
    pub code: Option<i32>,
    pub signal: Option<i32>,
    /// With what a server answered.
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
    /// Why it was ended.
    pub ended: Option<&'static str>,
    /// What was done with a server, and how it answered.
    pub steps: Vec<(&'static str, u16)>,
}

/// Runs a server, uses it when it has said where it is, and stops it. What it answered is part of what it says.
pub fn use_it(command: &mut Command, folder: &Path, uses: &dyn Fn(&str) -> Session) -> Run {
    let mut running = Running::start(command, folder);
    running.until(LIMIT, &|said| said.contains("nyckel=") && said.contains("Ctrl-C"));
    let session = uses(&running.heard());
    if session.is_stuck {
        running.end("it does not answer");
    }
    let _ = kill(running.program(), Signal::SIGINT);
    let mut run = running.finish();
    run.stdout.extend(session.answers);
    run.steps = session.steps;
    run
}

/// A program that runs, with files for what it says.
pub struct Running {
    child: Child,
    said: [PathBuf; 2],
    began: Instant,
    ended: Option<&'static str>,
}

impl Running {
    /// Starts a program in a group of its own, so that nothing of it is left over.
    pub fn start(command: &mut Command, folder: &Path) -> Self {
        let said = ["stdout", "stderr"].map(|name| folder.join(name));
        let [out, err] = said.each_ref().map(|path| File::create(path).unwrap());
        let child = command.stdout(out).stderr(err).process_group(0).spawn().unwrap();
        Self { child, said, began: Instant::now(), ended: None }
    }

    fn is_over(&mut self) -> bool {
        if self.child.try_wait().unwrap().is_some() {
            return true;
        }
        if self.began.elapsed() > LIMIT || self.work() > MOST_WORK {
            self.end("it takes too long");
        } else if self.memory() > MOST_MEMORY {
            self.end("it takes too much memory");
        }
        self.ended.is_some()
    }

    fn end(&mut self, why: &'static str) {
        self.ended = Some(why);
        let _ = killpg(self.pid(), Signal::SIGKILL);
    }

    fn pid(&self) -> Pid {
        Pid::from_raw(i32::try_from(self.child.id()).unwrap())
    }

    /// The program itself, where strace runs it: strace keeps what a person types from it.
    fn program(&self) -> Pid {
        let of =
            |name: &str| fs::read_to_string(format!("/proc/{}/{name}", self.child.id())).unwrap_or_default();
        let children = of(&format!("task/{}/children", self.child.id()));
        let child = children.split_whitespace().next().and_then(|child| child.parse().ok());
        child.filter(|_| of("comm").trim() == "strace").map_or(self.pid(), Pid::from_raw)
    }

    /// For how long it has computed.
    fn work(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap_or_default();
        // Behind the name, which may hold anything, the twelfth and thirteenth count hundredths of seconds (proc(5)).
        let counts = stat.rsplit_once(") ").map_or("", |(_, counts)| counts);
        let hundredths = counts.split(' ').skip(11).take(2).filter_map(|count| count.parse::<u64>().ok());
        Duration::from_millis(hundredths.sum::<u64>() * 10)
    }

    /// The most that it has taken, in kB.
    fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or_default()
    }

    fn heard(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.said[1]).unwrap_or_default()).into_owned()
    }

    /// Waits until it is over, or what it has said is enough, or for so long.
    fn until(&mut self, time: Duration, is_enough: &dyn Fn(&str) -> bool) {
        let began = Instant::now();
        while !self.is_over() && began.elapsed() < time && !is_enough(&self.heard()) {
            pause(began);
        }
    }

    /// Waits until it is over.
    pub fn finish(mut self) -> Run {
        let began = Instant::now();
        while !self.is_over() {
            pause(began);
        }
        let status = self.child.wait().unwrap();
        let [stdout, stderr] = self.said.each_ref().map(|path| fs::read(path).unwrap_or_default());
        let (code, signal) = (status.code(), status.signal());
        Run { code, signal, stdout, stderr, ended: self.ended, steps: Vec::new() }
    }
}

fn pause(began: Instant) {
    std::thread::sleep((began.elapsed() / 8).clamp(Duration::from_micros(500), Duration::from_millis(20)));
}

/// Runs a program to its end.
pub fn run(command: &mut Command, folder: &Path) -> Run {
    Running::start(command, folder).finish()
}

/// How many builds a watch has told of.
fn builds(said: &str) -> usize {
    said.lines().filter(|line| line.contains(" unchanged,") || line.contains("Nothing was published")).count()
}

/// Runs a watch: lets it build, makes an edit, asks for pages if it serves, and stops it as a person does.
pub fn watch(command: &mut Command, folder: &Path, edit: &dyn Fn() -> bool, pages: &[&str]) -> Run {
    let mut running = Running::start(command, folder);
    running.until(LIMIT, &|said| builds(said) > 0 && (pages.is_empty() || said.contains("http://")));
    let before = builds(&running.heard());
    if running.ended.is_none() && edit() {
        running.until(PATIENCE, &|said| builds(said) > before);
    }
    let mut answers: Vec<u8> = pages.iter().flat_map(|page| get(&running.heard(), page)).collect();
    let _ = kill(running.program(), Signal::SIGINT);
    let mut run = running.finish();
    run.stdout.append(&mut answers);
    run
}

/// Asks for a page of the site at the address that was said.
fn get(said: &str, page: &str) -> Vec<u8> {
    let mut answer = Vec::new();
    let Some((_, rest)) = said.split_once("http://") else { return answer };
    let address = rest.split('/').next().unwrap_or_default();
    let Ok(mut stream) = TcpStream::connect(address) else { return answer };
    let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
    let _ = write!(stream, "GET {page} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    let _ = stream.read_to_end(&mut answer);
    answer
}
