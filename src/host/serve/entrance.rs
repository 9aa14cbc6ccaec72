//! Where connections come in: those of whom may ask, one after the other.
//!
//! Whose the other end is takes the system as long to tell as there are sockets on the computer, and another account may have many and knock
//! often. So it is asked beside the answers, of all that wait at once and are not gone already.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::io;
use std::task::{Context, Poll, Waker};

use tokio::io::ReadBuf;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::task::spawn_blocking;

use super::peer::{ConnectionEnds, Peers};

/// How many wait at once to be told apart. They hold no place of those who are answered.
const MOST_WAITING: usize = 256;

/// The connections that come to these listeners.
pub struct Entrance<'a> {
    listeners: &'a [TcpListener],
    /// None: everybody may ask.
    keeper: Option<Doorkeeper>,
}

/// Tells apart those who may ask from those who may not.
struct Doorkeeper {
    waiting: mpsc::Sender<TcpStream>,
    /// Those of each round who may ask, which may be none.
    rounds: mpsc::UnboundedReceiver<Vec<TcpStream>>,
    admitted: VecDeque<TcpStream>,
}

impl<'a> Entrance<'a> {
    /// The entrance of all, or of those alone who may ask.
    pub fn new(listeners: &'a [TcpListener], peers: Option<Peers>) -> Self {
        Self { listeners, keeper: peers.map(Doorkeeper::new) }
    }

    /// The next connection of one who may ask, whichever listener it comes to.
    pub async fn next(&mut self) -> io::Result<TcpStream> {
        poll_fn(|cx| match &mut self.keeper {
            Some(keeper) => keeper.poll_next(self.listeners, cx),
            None => poll_accept(self.listeners, cx),
        })
        .await
    }
}

impl Doorkeeper {
    fn new(peers: Peers) -> Self {
        let (waiting, mut comers) = mpsc::channel::<TcpStream>(MOST_WAITING);
        let (told, rounds) = mpsc::unbounded_channel();
        // It ends with the entrance, which holds the other ends of both.
        spawn_blocking(move || {
            while let Some(first) = comers.blocking_recv() {
                let round = [first].into_iter().chain(std::iter::from_fn(|| comers.try_recv().ok()));
                if told.send(admitted(&peers, round.collect())).is_err() {
                    break;
                }
            }
        });
        Self { waiting, rounds, admitted: VecDeque::new() }
    }

    fn poll_next(&mut self, listeners: &[TcpListener], cx: &mut Context<'_>) -> Poll<io::Result<TcpStream>> {
        loop {
            if let Some(stream) = self.admitted.pop_front() {
                return Poll::Ready(Ok(stream));
            }
            match self.rounds.poll_recv(cx) {
                Poll::Ready(Some(round)) => {
                    self.admitted.extend(round);
                    continue;
                }
                // Nobody is let in by a keeper who is gone.
                Poll::Ready(None) => return Poll::Ready(Err(io::ErrorKind::BrokenPipe.into())),
                Poll::Pending => {}
            }
            // Where no more may wait, the next round wakes this again.
            let Ok(place) = self.waiting.try_reserve() else { return Poll::Pending };
            match poll_accept(listeners, cx) {
                Poll::Ready(Ok(stream)) => place.send(stream),
                Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
                Poll::Pending => return Poll::Pending,
            }
        }
    }
}

/// Those who may ask. Nothing of the others was read: they are closed.
fn admitted(peers: &Peers, round: Vec<TcpStream>) -> Vec<TcpStream> {
    // One that is gone already has no ends.
    let ends = |stream: &TcpStream| -> io::Result<ConnectionEnds> {
        Ok((stream.local_addr()?, stream.peer_addr()?))
    };
    let (round, ends): (Vec<TcpStream>, Vec<ConnectionEnds>) = round
        .into_iter()
        .filter(|stream| !is_gone(stream))
        .filter_map(|stream| ends(&stream).ok().map(|ends| (stream, ends)))
        .unzip();
    let may_ask = peers.may_ask(&ends);
    round.into_iter().zip(may_ask).filter_map(|(stream, may_ask)| may_ask.then_some(stream)).collect()
}

/// Has the other end closed it already? Then nobody waits for an answer, and the system need not be asked whose it was.
fn is_gone(stream: &TcpStream) -> bool {
    let mut byte = [0];
    let seen = stream.poll_peek(&mut Context::from_waker(Waker::noop()), &mut ReadBuf::new(&mut byte));
    matches!(seen, Poll::Ready(Ok(0) | Err(_)))
}

fn poll_accept(listeners: &[TcpListener], cx: &mut Context<'_>) -> Poll<io::Result<TcpStream>> {
    let mut ready = listeners.iter().map(|listener| listener.poll_accept(cx)).filter(Poll::is_ready);
    ready.next().unwrap_or(Poll::Pending).map_ok(|(stream, _)| stream)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn those_who_wait_together_come_in_as_they_came_and_those_who_closed_do_not() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
        runtime.block_on(async {
            let listeners = [TcpListener::bind("127.0.0.1:0").await.unwrap()];
            let address = listeners[0].local_addr().unwrap();
            let connect = || std::net::TcpStream::connect(address).unwrap();
            let mut entrance = Entrance::new(&listeners, Peers::of_system());
            // All at once, and no more than the least that a system lets wait.
            let gone: Vec<_> = (0..20).map(|_| connect()).collect();
            drop(gone);
            let open: Vec<_> = (0..60).map(|_| connect()).collect();
            for browser in &open {
                let stream = entrance.next().await.unwrap();
                assert_eq!(stream.peer_addr().unwrap(), browser.local_addr().unwrap());
            }
        });
    }
}
