//! The server of `fcsite serve`: shows a site in the browser of the person who writes it, and tells it what changed.
//!
//! It knows nothing of building. It is given a [`ServedSite`] to read from and is told the [`SiteNews`]; so it can be tested against real
//! sockets without a build. It runs on a thread of its own, one thread for all connections: a site is read by one person.
//!
//! Every website that a person visits can send requests to this machine. So the server listens to this machine alone unless
//! told otherwise, answers to known names only (`guard`), gives out only files that the site lists (`target`, `folder`), and is
//! bounded in all that a stranger can make it hold (`connection`).

mod answer;
mod beside;
mod connection;
mod entrance;
mod folder;
mod guard;
mod listen;
mod live;
mod load;
mod page;
mod password;
mod peer;
mod ports;
mod reach;
mod screen;
mod target;
mod words;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::sync::oneshot;

pub(crate) use self::beside::PREVIEWS;
pub use self::beside::{Beside, Question, Reply, StandIns};
pub use self::folder::{ServedFolder, SiteListing};
pub use self::listen::ServeError;
pub use self::password::Password;

use self::answer::Answerer;
use self::live::Listeners;
use crate::base::Locale;

/// The port of a site where none is asked for.
pub const PORT: u16 = 1111;

/// The ports of which one is an editor's by chance, where none is asked for. To a browser the port is a part of whose pages these are: a tab with a
/// stranger's site that was left open would be the editor's own where one came to the other's port, and so would a page, or a service worker, of
/// another account's program that listened before at a port that it could foresee. No site has one of these, and no system takes one of them for
/// what it calls itself.
const EDITOR_PORTS: RangeInclusive<u16> = 20_000..=29_999;

/// What is served: looked up by exact output path such as `botkyrka/index.html`.
pub trait ServedSite: Send + Sync + 'static {
    /// The bytes of a published file; `None` when the site has no such file.
    fn read(&self, path: &str) -> Option<std::io::Result<Vec<u8>>>;

    /// Is there any file below this folder, such as `botkyrka`?
    fn is_folder(&self, path: &str) -> bool;

    /// Is there such a file? Nothing is read where that is known otherwise.
    fn has(&self, path: &str) -> bool {
        self.read(path).is_some()
    }
}

/// Where and how to serve.
#[derive(Clone, Debug)]
pub struct Config {
    /// The address to listen at. 127.0.0.1 is this machine alone; 0.0.0.0 and :: are every network that it is in.
    pub bind: IpAddr,
    /// The port. `None`: the one that the source folder had last; else 1111 or one of the hundred above it at which no other folder was shown,
    /// and with an editor beside the site one from 20000 to 29999 by chance. Zero: any that is free.
    pub port: Option<u16>,
    /// The source folder of the site, for which its port is kept. `None`: none is.
    pub source: Option<PathBuf>,
    /// Is it shown to those alone who have this password?
    pub password: Option<Password>,
    /// The language of what the server itself says in the browser.
    pub language: Locale,
    /// What a stranger can make it hold.
    pub limits: Limits,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            bind: IpAddr::V4(Ipv4Addr::LOCALHOST),
            port: None,
            source: None,
            password: None,
            language: Locale::English,
            limits: Limits::default(),
        }
    }
}

/// What a stranger can make the server hold, and for how long.
#[derive(Clone, Debug)]
pub struct Limits {
    /// How many connections are open at once; further ones wait.
    pub connections: usize,
    /// How long a connection may take to send a request's head, or be silent between two requests.
    pub head: Duration,
    /// How long a connection may read nothing of what it is sent.
    pub stall: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connections: 256, head: Duration::from_secs(30), stall: Duration::from_secs(30) }
    }
}

/// What happened to the site.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SiteNews {
    /// The site was built, and these files are new, changed or gone.
    Changed {
        /// Their output paths.
        paths: Vec<String>,
        /// The address to show, such as `/botkyrka/nyheter/`, where what was edited can be seen.
        follow: Option<String>,
    },
    /// The site could not be built; what is served is the last good one.
    Failed {
        /// What the terminal says of it. Colours are taken out.
        text: String,
    },
    /// The site was built, and is as it was before it failed.
    Mended,
}

/// A running server. It ends when it is dropped, or told to [`stop`](RunningServer::stop).
#[derive(Debug)]
pub struct RunningServer {
    address: SocketAddr,
    live: Arc<Listeners>,
    running: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
}

/// Starts to serve. When this returns, a browser can connect.
pub fn start(config: Config, site: Arc<dyn ServedSite>) -> Result<RunningServer, ServeError> {
    start_with(config, site, None)
}

/// Starts to serve a site and what answers beside it.
pub fn start_with(
    config: Config,
    site: Arc<dyn ServedSite>,
    beside: Option<Arc<dyn Beside>>,
) -> Result<RunningServer, ServeError> {
    let listeners = match &beside {
        Some(_) => listen::bind_editor(&config)?,
        None => listen::bind(&config)?,
    };
    let failed = |error| ServeError::Other { address: config.bind, error };
    let first = listeners.first().ok_or_else(|| failed(std::io::ErrorKind::AddrNotAvailable.into()))?;
    let address = first.local_addr().map_err(failed)?;
    listeners.iter().try_for_each(|listener| listener.set_nonblocking(true)).map_err(failed)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
    let live = Arc::new(Listeners::default());
    // An editor answers the programs of the person who started it; what a site says is no secret to the computer.
    let peers = beside.as_ref().and_then(|_| peer::Peers::of_system());
    let served = Answerer::new(site, live.clone(), guard::Hosts::of(address), config.language);
    let served = served.with_beside(beside).with_password(config.password);
    let (stop, stopped) = oneshot::channel();
    let limits = config.limits;
    let serve = move || {
        runtime.block_on(connection::serve(listeners, answer::router(served), (limits, peers), stopped));
    };
    let thread = std::thread::Builder::new().name("serve".to_string()).spawn(serve).map_err(failed)?;
    Ok(RunningServer { address, live, running: Some((stop, thread)) })
}

impl RunningServer {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address for a browser on this machine.
    pub fn url(&self) -> String {
        let mut address = self.address;
        match address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => address.set_ip(IpAddr::V4(Ipv4Addr::LOCALHOST)),
            IpAddr::V6(ip) if ip.is_unspecified() => address.set_ip(std::net::Ipv6Addr::LOCALHOST.into()),
            _ => {}
        }
        format!("http://{address}/")
    }

    /// The addresses for a browser on another computer of the same network, as far as they can be found; none where the server listens to
    /// this machine alone.
    pub fn network_urls(&self) -> Option<Vec<String>> {
        let port = self.address.port();
        let found = reach::addresses(self.address.ip())?;
        Some(found.into_iter().map(|ip| format!("http://{}/", SocketAddr::new(ip, port))).collect())
    }

    /// Tells the browsers. It never waits for one.
    pub fn say(&self, news: SiteNews) {
        self.live.say(news);
    }

    /// Ends the server: what is being sent is sent for a moment more, then every connection is closed.
    pub fn stop(self) {
        drop(self);
    }
}

impl Drop for RunningServer {
    fn drop(&mut self) {
        self.live.close();
        if let Some((stop, thread)) = self.running.take() {
            let _ = stop.send(());
            let _ = thread.join();
        }
    }
}
