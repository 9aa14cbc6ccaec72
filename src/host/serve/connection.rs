//! Connections: how many, how long, how large.
//!
//! hyper bounds what is read (the head's size, and the time that it may take). What is written has no bound there: a client that
//! asks for a picture and then reads nothing would hold its connection for ever. `Stalling` ends such a one. Answers are made at
//! once and without waiting, so they need no time limit.
//!
//! Many who ask for nothing, or for nothing more, would hold all places until their time is over. So where there is no place left the one
//! of them who has been idle longest is shown out; a browser that wants something again connects anew. Who listens to the news is
//! not idle, and they are bounded apart.

use std::collections::BTreeMap;
use std::future::{Future, poll_fn};
use std::io::{self, ErrorKind, IoSlice};
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, Semaphore, oneshot};
use tokio::time::{Sleep, sleep, timeout};

use super::entrance::Entrance;
use super::peer::Peers;
use super::{Limits, answer};

/// The size of a request's head. Browsers send less than 2 kB.
const HEAD_BYTES: usize = 16 * 1024;

/// How long connections may go on when the server ends.
const GRACE: Duration = Duration::from_millis(500);

/// How long to wait when the system has no room for a connection.
const PAUSE: Duration = Duration::from_millis(50);

/// Serves until it is told to stop.
pub async fn serve(
    listeners: Vec<std::net::TcpListener>,
    router: Router,
    bounds: (Limits, Option<Peers>),
    stopped: oneshot::Receiver<()>,
) {
    let listeners: io::Result<Vec<_>> = listeners.into_iter().map(TcpListener::from_std).collect();
    let Ok(listeners) = listeners else { return };
    let connections = GracefulShutdown::new();
    {
        let mut stopped = pin!(stopped);
        let mut accepting = pin!(accept(&listeners, router, bounds, &connections));
        poll_fn(|cx| {
            if stopped.as_mut().poll(cx).is_ready() { Poll::Ready(()) } else { accepting.as_mut().poll(cx) }
        })
        .await;
    }
    let _ = timeout(GRACE, connections.shutdown()).await;
}

async fn accept(
    listeners: &[TcpListener],
    router: Router,
    (limits, peers): (Limits, Option<Peers>),
    connections: &GracefulShutdown,
) {
    let places = Arc::new(Semaphore::new(limits.connections));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head).max_header_size(HEAD_BYTES);
    let idle = Idle::default();
    let mut entrance = Entrance::new(listeners, peers);
    loop {
        let Ok(stream) = entrance.next().await else {
            // Such as too many open files: some will be closed.
            sleep(PAUSE).await;
            continue;
        };
        let place = match places.clone().try_acquire_owned() {
            Ok(place) => place,
            Err(_) => {
                idle.show_one_out();
                let Ok(place) = places.clone().acquire_owned().await else { return };
                place
            }
        };
        let _ = stream.set_nodelay(true);
        let io = TokioIo::new(Stalling { stream, limit: limits.stall, stalled: None });
        let guest = idle.enter();
        let (asking, router) = (guest.clone(), TowerToHyperService::new(router.clone()));
        let service = hyper::service::service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
            asking.leave();
            // Who asks for the head of the news alone listens to nothing.
            let may_listen = request.method() == hyper::Method::GET;
            let (asking, answer) = (asking.clone(), hyper::service::Service::call(&router, request));
            async move {
                let answer = answer.await;
                if answer.as_ref().is_ok_and(|answer| !(may_listen && answer::is_news(answer))) {
                    asking.come_back();
                }
                answer
            }
        });
        let connection = connections.watch(http.serve_connection(io, service));
        tokio::spawn(async move {
            let (mut connection, mut shown_out) = (pin!(connection), pin!(guest.shown_out.notified()));
            // A connection that ends badly is the client's matter.
            poll_fn(|cx| match shown_out.as_mut().poll(cx) {
                Poll::Ready(()) => Poll::Ready(()),
                Poll::Pending => connection.as_mut().poll(cx).map(drop),
            })
            .await;
            guest.leave();
            drop(place);
        });
    }
}

/// Those who wait for no answer, who has been so longest first.
#[derive(Clone, Default)]
struct Idle(Arc<Mutex<Guests>>);

#[derive(Default)]
struct Guests {
    next: u64,
    idle: BTreeMap<u64, Arc<Notify>>,
}

/// One who is connected.
#[derive(Clone)]
struct Connected {
    all: Idle,
    /// Where it stands among the idle, when it was last one of them.
    number: Arc<AtomicU64>,
    shown_out: Arc<Notify>,
}

impl Idle {
    fn guests(&self) -> MutexGuard<'_, Guests> {
        // Nothing that is done under the lock can end a thread halfway.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self) -> Connected {
        let guest = Connected { all: self.clone(), number: Arc::default(), shown_out: Arc::default() };
        guest.come_back();
        guest
    }

    fn show_one_out(&self) {
        if let Some((_, first)) = self.guests().idle.pop_first() {
            first.notify_one();
        }
    }
}

impl Connected {
    fn come_back(&self) {
        let mut guests = self.all.guests();
        guests.next += 1;
        let number = guests.next;
        self.number.store(number, Ordering::Relaxed);
        guests.idle.insert(number, self.shown_out.clone());
    }

    fn leave(&self) {
        self.all.guests().idle.remove(&self.number.load(Ordering::Relaxed));
    }
}

/// A connection that fails when what is written is not taken for too long.
struct Stalling {
    stream: TcpStream,
    limit: Duration,
    stalled: Option<Pin<Box<Sleep>>>,
}

impl Stalling {
    fn watch(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            self.stalled = None;
            return written;
        }
        let limit = self.limit;
        let stalled = self.stalled.get_or_insert_with(|| Box::pin(sleep(limit)));
        stalled.as_mut().poll(cx).map(|()| Err(ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Stalling {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Stalling {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.watch(cx, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, parts);
        self.watch(cx, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
