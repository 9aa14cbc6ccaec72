//! Connections: how many, how long, how large.
//!
//! hyper bounds what is read (the head's size, and the time that it may take). What is written has no bound there: a client that
//! asks for a picture and then reads nothing would hold its connection for ever. `Stalling` ends such a one. Answers are made at
//! once and without waiting, so they need no time limit.

use std::future::{Future, poll_fn};
use std::io::{self, ErrorKind, IoSlice};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, oneshot};
use tokio::time::{Sleep, sleep, timeout};

use super::Limits;

/// The size of a request's head. Browsers send less than 2 kB.
const HEAD_BYTES: usize = 16 * 1024;

/// How long connections may go on when the server ends.
const GRACE: Duration = Duration::from_millis(500);

/// How long to wait when the system has no room for a connection.
const PAUSE: Duration = Duration::from_millis(50);

/// Serves until it is told to stop.
pub async fn serve(
    listener: std::net::TcpListener,
    router: Router,
    limits: Limits,
    stopped: oneshot::Receiver<()>,
) {
    let Ok(listener) = TcpListener::from_std(listener) else { return };
    let connections = GracefulShutdown::new();
    {
        let mut stopped = pin!(stopped);
        let mut accepting = pin!(accept(listener, router, limits, &connections));
        poll_fn(|cx| {
            if stopped.as_mut().poll(cx).is_ready() { Poll::Ready(()) } else { accepting.as_mut().poll(cx) }
        })
        .await;
    }
    let _ = timeout(GRACE, connections.shutdown()).await;
}

async fn accept(listener: TcpListener, router: Router, limits: Limits, connections: &GracefulShutdown) {
    let places = Arc::new(Semaphore::new(limits.connections));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head).max_header_size(HEAD_BYTES);
    while let Ok(place) = places.clone().acquire_owned().await {
        let Ok((stream, _)) = listener.accept().await else {
            // Such as too many open files: some will be closed.
            sleep(PAUSE).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        let io = TokioIo::new(Stalling { stream, limit: limits.stall, stalled: None });
        let connection = http.serve_connection(io, TowerToHyperService::new(router.clone()));
        let connection = connections.watch(connection);
        tokio::spawn(async move {
            // A connection that ends badly is the client's matter.
            let _ = connection.await;
            drop(place);
        });
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
