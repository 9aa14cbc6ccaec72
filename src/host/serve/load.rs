//! What comes along with a request, and how much of it may be held at once.
//!
//! Each account of a computer can reach a server that listens to it. So what a stranger sends is bounded by all strangers together, and not only
//! for each of them; and a person's large files are read one after the other. Who finds no place is told to send it again.

use std::convert::Infallible;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::Body;
use hyper::body::{Body as _, Bytes, Frame, SizeHint};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use super::guard::Refusal;

/// The most that is kept of what a stranger sends: what a person typed before the program was started anew.
const STRANGERS_MOST: usize = 1024 * 1024;

/// How many strangers are read, and answered, at once.
const STRANGERS: usize = 4;

/// What is larger than this is read alone.
pub const LARGE: usize = 4 * 1024 * 1024;

/// How long something may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long something large waits for the one before it.
const TURN: Duration = Duration::from_secs(60);

/// As much of an answer as is handed on at once.
const PIECE: usize = 64 * 1024;

/// What is answered is held as a whole until it was sent, and a reader may take none of it: so many megabytes of large answers are held at once.
const ANSWERS: usize = 512;

/// Answers up to this size need no place: there are no more than there are connections.
const SMALL_ANSWER: usize = MEGABYTE;
const MEGABYTE: usize = 1024 * 1024;

/// The places of answers, one for each megabyte.
#[derive(Clone, Debug)]
pub struct AnswerPlaces(Arc<Semaphore>);

impl Default for AnswerPlaces {
    fn default() -> Self {
        Self::of(ANSWERS)
    }
}

impl AnswerPlaces {
    fn of(megabytes: usize) -> Self {
        Self(Arc::new(Semaphore::new(megabytes)))
    }

    /// The content of an answer with its place. Nobody waits for one, since whoever waits holds a connection.
    pub fn place(&self, content: Vec<u8>) -> Result<Body, Refusal> {
        if content.len() <= SMALL_ANSWER {
            return Ok(Body::from(content));
        }
        let megabytes = u32::try_from(content.len().div_ceil(MEGABYTE)).map_err(|_| Refusal::Busy)?;
        let place = self.0.clone().try_acquire_many_owned(megabytes).map_err(|_| Refusal::Busy)?;
        Ok(placed(content, Some(place)))
    }
}

/// The places of those whose loads are held.
#[derive(Clone, Debug)]
pub struct LoadPlaces {
    strangers: Arc<Semaphore>,
    large: Arc<Semaphore>,
}

/// A load that was read, and its place: the next one comes when that is given back.
#[derive(Debug)]
pub struct HeldLoad {
    /// What was sent; nothing of what is more than a stranger may send.
    pub bytes: Vec<u8>,
    /// Its place, where it needs one.
    pub place: Option<OwnedSemaphorePermit>,
}

impl Default for LoadPlaces {
    fn default() -> Self {
        Self { strangers: Arc::new(Semaphore::new(STRANGERS)), large: Arc::new(Semaphore::new(1)) }
    }
}

impl LoadPlaces {
    /// Reads what somebody sends who was let in: so many bytes, as its head says.
    pub async fn read(&self, body: Body, length: usize) -> Result<HeldLoad, Refusal> {
        let place = if length > LARGE {
            let turn = timeout(TURN, self.large.clone().acquire_owned()).await;
            Some(turn.map_err(|_| Refusal::Busy)?.map_err(|_| Refusal::Busy)?)
        } else {
            None
        };
        Ok(HeldLoad { bytes: arrived(body, length, true).await?, place })
    }

    /// Reads what a stranger sends. What is too large is taken and thrown away, since a browser shows no answer before it has sent everything; and
    /// nobody waits for a place, since whoever waits holds a connection.
    pub async fn read_of_stranger(&self, body: Body, length: usize) -> Result<HeldLoad, Refusal> {
        let place = self.strangers.clone().try_acquire_owned().map_err(|_| Refusal::Busy)?;
        let bytes = arrived(body, length, length <= STRANGERS_MOST).await?;
        Ok(HeldLoad { bytes, place: Some(place) })
    }
}

/// All of a load of this length, in one piece of memory; nothing where it is not kept.
async fn arrived(mut body: Body, length: usize, is_kept: bool) -> Result<Vec<u8>, Refusal> {
    let reading = async {
        let mut bytes = Vec::with_capacity(if is_kept { length } else { 0 });
        while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
            let Ok(data) = frame.map_err(|_| Refusal::Body)?.into_data() else { continue };
            if is_kept && bytes.len() + data.len() > length {
                return Err(Refusal::Body);
            }
            if is_kept {
                bytes.extend_from_slice(&data);
            }
        }
        Ok(bytes)
    };
    timeout(PATIENCE, reading).await.map_err(|_| Refusal::Body)?
}

/// An answer that gives its place back when its last piece is handed on. Each piece is a copy, so that none of them holds the whole.
struct PlacedAnswer {
    rest: Vec<u8>,
    at: usize,
    _place: OwnedSemaphorePermit,
}

/// The content of an answer, which holds the place of what it answers.
pub fn placed(content: Vec<u8>, place: Option<OwnedSemaphorePermit>) -> Body {
    match place {
        Some(place) => Body::new(PlacedAnswer { rest: content, at: 0, _place: place }),
        None => Body::from(content),
    }
}

impl hyper::body::Body for PlacedAnswer {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let rest = self.rest.get(self.at..).unwrap_or_default();
        let piece = Bytes::copy_from_slice(rest.get(..PIECE).unwrap_or(rest));
        self.at += piece.len();
        Poll::Ready((!piece.is_empty()).then(|| Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.at >= self.rest.len()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest.len().saturating_sub(self.at) as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_answers_are_held_up_to_a_bound_until_they_were_sent_and_small_ones_always() {
        let places = AnswerPlaces::of(4);
        let large = || places.place(vec![0; 2 * MEGABYTE + 1]);
        let held = large().unwrap();
        assert!(large().is_err());
        assert!(places.place(vec![0; MEGABYTE]).is_ok());
        drop(held);
        assert!(large().is_ok());
    }
}
