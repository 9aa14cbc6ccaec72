//! How long a server may take, whatever it does: one that sends a byte now and then is never late for the system, and would hold the program for
//! days. What is not done in its time loses its connection.

use std::io;
use std::net::{Shutdown, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::host::clock;

/// How long a server may be silent.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How long something may take that moves no files.
const WHOLE: Duration = Duration::from_secs(40);

/// A file may be as slow as this, in bytes a second.
const SLOWEST: u64 = 8 * 1024;

/// How often it is looked.
const APART: Duration = Duration::from_millis(500);

/// The sockets of a connection, and until when what is under way must be done.
#[derive(Debug, Default)]
pub struct LinkLimit {
    sockets: Mutex<Vec<TcpStream>>,
    until: Mutex<Option<Instant>>,
    is_late: AtomicBool,
}

impl LinkLimit {
    /// Takes note of a socket.
    pub fn bind(&self, socket: &TcpStream) -> io::Result<()> {
        socket.set_read_timeout(Some(PATIENCE))?;
        socket.set_write_timeout(Some(PATIENCE))?;
        let mut sockets = self.sockets.lock().unwrap_or_else(PoisonError::into_inner);
        // The first is that of the commands; one of data ends before the next.
        sockets.truncate(1);
        sockets.push(socket.try_clone()?);
        Ok(())
    }

    /// Another connection begins in the place of one that did not come about.
    pub fn reset(&self) {
        self.sockets.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Something begins that moves so many bytes.
    pub fn begin(&self, bytes: u64) {
        let until = clock::instant() + WHOLE + Duration::from_secs(bytes / SLOWEST);
        *self.until.lock().unwrap_or_else(PoisonError::into_inner) = Some(until);
    }

    /// It is done.
    pub fn end(&self) {
        *self.until.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.sockets.lock().unwrap_or_else(PoisonError::into_inner).truncate(1);
    }

    /// Was the connection cut off?
    pub fn is_late(&self) -> bool {
        self.is_late.load(Ordering::Acquire)
    }

    fn look(&self) {
        let until = *self.until.lock().unwrap_or_else(PoisonError::into_inner);
        if until.is_some_and(|until| clock::instant() > until) {
            self.is_late.store(true, Ordering::Release);
            for socket in &*self.sockets.lock().unwrap_or_else(PoisonError::into_inner) {
                let _ = socket.shutdown(Shutdown::Both);
            }
        }
    }
}

/// Looks at all connections of a target.
#[derive(Debug)]
pub struct LinkWatch {
    limits: Arc<Mutex<Vec<Weak<LinkLimit>>>>,
    is_over: Arc<AtomicBool>,
    looking: Option<JoinHandle<()>>,
}

impl LinkWatch {
    /// Begins to look.
    pub fn start() -> io::Result<Self> {
        let limits: Arc<Mutex<Vec<Weak<LinkLimit>>>> = Arc::default();
        let is_over = Arc::new(AtomicBool::new(false));
        let (all, over) = (Arc::clone(&limits), Arc::clone(&is_over));
        let looking = thread::Builder::new().name("ftps".into()).spawn(move || {
            while !over.load(Ordering::Acquire) {
                let mut limits = all.lock().unwrap_or_else(PoisonError::into_inner);
                limits.retain(|limit| limit.upgrade().inspect(|limit| limit.look()).is_some());
                drop(limits);
                thread::park_timeout(APART);
            }
        })?;
        Ok(Self { limits, is_over, looking: Some(looking) })
    }

    /// The limit of a new connection.
    pub fn limit(&self) -> Arc<LinkLimit> {
        let limit = Arc::new(LinkLimit::default());
        self.limits.lock().unwrap_or_else(PoisonError::into_inner).push(Arc::downgrade(&limit));
        limit
    }
}

impl Drop for LinkWatch {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Release);
        if let Some(looking) = self.looking.take() {
            looking.thread().unpark();
            let _ = looking.join();
        }
    }
}
