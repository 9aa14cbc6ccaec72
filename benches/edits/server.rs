//! `fcsite serve` or `hugo server` as a process: started, waited for, looked at in `/proc`, and ended with the signal that Ctrl-C sends.

use std::error::Error;
use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::http::Client;
use crate::common::model::NOW;

/// How long a start, or an edit, may take.
pub const LIMIT: Duration = Duration::from_secs(1_800);
/// The CPU time of `/proc` is in hundredths of a second (`USER_HZ`) on every Linux that Rust runs on.
pub const TICK: Duration = Duration::from_millis(10);

/// Which server.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Fcsite,
    /// `--disableFastRender`: everything is rendered again, as fcsite's pages are all up to date.
    Hugo,
    /// Hugo's default: the edited page and those that were looked at lately.
    HugoFast,
}

impl Kind {
    /// What the report calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fcsite => "fcsite",
            Self::Hugo => "Hugo",
            Self::HugoFast => "Hugo, fast render",
        }
    }

    /// Its folder in the workshop. Each has its own, so that none sees the others' edits.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Fcsite => "site",
            Self::Hugo => "hugo-site",
            Self::HugoFast => "hugo-site-fast",
        }
    }
}

/// How a server is started.
#[derive(Clone)]
pub struct Recipe {
    pub kind: Kind,
    pub program: PathBuf,
    /// The workshop.
    pub root: PathBuf,
    /// The same at each start: the address of the site stands in every page, and another one would change them all.
    pub port: u16,
}

impl Recipe {
    pub fn new(kind: Kind, program: &Path, root: &Path) -> Result<Self, Box<dyn Error>> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        Ok(Self { kind, program: program.to_owned(), root: root.to_owned(), port })
    }

    /// The site that it shows.
    pub fn site(&self) -> PathBuf {
        self.root.join(self.kind.folder())
    }

    fn log(&self) -> PathBuf {
        self.root.join(format!("log-{}", self.kind.folder()))
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        let port = self.port.to_string();
        match self.kind {
            Kind::Fcsite => {
                command.args(["serve", "--now", NOW, "--port", &port, "--source"]).arg(self.site());
            }
            Kind::Hugo | Kind::HugoFast => {
                command.args([
                    "server",
                    "--renderToMemory",
                    "--watch",
                    "--bind",
                    "127.0.0.1",
                    "--noBuildLock",
                ]);
                command.args(["--port", &port, "--clock", &format!("{NOW}T12:00:00+02:00"), "--source"]);
                command.arg(self.site()).arg("--cacheDir").arg(self.root.join("out/hugo-cache"));
            }
        }
        if self.kind == Kind::Hugo {
            command.arg("--disableFastRender");
        }
        command
    }

    /// Starts it and waits until it shows a page with `words`; how long that took.
    pub fn start(&self, page: &str, words: &str) -> Result<(Server, Duration), Box<dyn Error>> {
        nix::unistd::sync();
        let log = File::create(self.log())?;
        let mut command = self.command();
        command.stdin(Stdio::null()).stderr(log.try_clone()?).stdout(log);
        let began = Instant::now();
        let child = command.spawn().map_err(|error| format!("{}: {error}", self.program.display()))?;
        let mut server = Server { child, recipe: self.clone() };
        while !server.answers(page, words) {
            if let Some(status) = server.child.try_wait()? {
                return Err(format!("{status}\n{}", server.said()).into());
            }
            if began.elapsed() > LIMIT {
                return Err(format!("{page} never came\n{}", server.said()).into());
            }
            sleep(pause(began.elapsed()));
        }
        Ok((server, began.elapsed()))
    }
}

/// Between two looks: a millisecond, and once somebody has waited long a hundredth of that, so that looking costs the server nothing.
pub fn pause(waited: Duration) -> Duration {
    (waited / 100).clamp(Duration::from_millis(1), Duration::from_millis(50))
}

/// A running server; it ends with this value.
pub struct Server {
    child: Child,
    pub recipe: Recipe,
}

impl Server {
    fn answers(&self, page: &str, words: &str) -> bool {
        let answer = Client::connect(self.recipe.port).and_then(|mut client| client.get(page));
        answer.is_ok_and(|answer| answer.shows(words))
    }

    /// All that it has said.
    pub fn said(&self) -> String {
        fs::read_to_string(self.recipe.log()).unwrap_or_default()
    }

    /// The CPU time that it has used; unknown where there is no `/proc`.
    pub fn cpu(&self) -> Option<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).ok()?;
        // The name, in brackets, may hold anything; after it come the state and ten more fields.
        let (_, fields) = stat.rsplit_once(") ")?;
        let ticks = fields.split(' ').skip(11).take(2).map(str::parse::<u32>);
        Some(TICK * ticks.sum::<Result<u32, _>>().ok()?)
    }

    /// The most memory that it has held, in bytes; 0 where it is unknown.
    pub fn peak(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes =
            line.and_then(|line| line.split_whitespace().next()).and_then(|number| number.parse().ok());
        kilobytes.unwrap_or(0_u64) * 1024
    }

    /// Waits until it uses no CPU time: nothing of the last edit is left to do. (A tick in four looks is a runtime's housekeeping.)
    pub fn settle(&self) {
        let (look, looks) = (Duration::from_millis(100), 4);
        let began = Instant::now();
        let (mut since, mut quiet) = (self.cpu(), 0);
        while quiet < looks && began.elapsed() < LIMIT {
            sleep(look);
            let now = self.cpu();
            let used = now.zip(since).map_or(Duration::ZERO, |(now, since)| now.saturating_sub(since));
            if used > TICK {
                (since, quiet) = (now, 0);
            } else {
                quiet += 1;
            }
        }
    }

    /// Ends it as Ctrl-C would, and waits for that.
    pub fn stop(mut self) -> Result<(), Box<dyn Error>> {
        kill(Pid::from_raw(i32::try_from(self.child.id())?), Signal::SIGINT)?;
        self.child.wait()?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has ended already unless something went wrong.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
