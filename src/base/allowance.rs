//! What a run may cost: so much processor time and so much memory, for what is given to it and for what it makes of that.
//!
//! Every cost that grows faster than the input has a bound of its own, where it arises. This is the bound for those that nobody has thought of:
//! many times what an honest site takes, so that only what was made to be dear comes near it. Who measures, and what happens then, is the host's
//! (`host/fuse`); here is counted what the run has earned so far.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// What every run may take, in microseconds of all processors together. The example site takes a hundredth of it.
const BASE_TIME: u64 = 6_000_000;

/// What every run may hold, in bytes. The largest picture takes most of it while it is made smaller.
const BASE_MEMORY: u64 = 3 << 29;

/// For each byte of the source folder, or of a file that is brought in: microseconds. An honest text takes a fortieth of it, checks included, and
/// a photograph a tenth.
const TIME_OF_SOURCE: u64 = 14;

/// For each byte of it: bytes of memory. An honest site takes two.
const MEMORY_OF_SOURCE: u64 = 40;

/// For so many bytes that are read on the disk again, or are made, a microsecond. An honest page takes a tenth of it, a check of it a third.
const BYTES_A_MICROSECOND: u64 = 3;

/// For so many pixels that are packed anew, a microsecond. A drawing of forty kilobytes may be two million, which its bytes have not earned.
const PIXELS_A_MICROSECOND: u64 = 2;

/// For so many pixels that are unpacked, a microsecond: twice what it takes. A picture's own bytes earn four times as much again.
const UNPACKED_A_MICROSECOND: u64 = 16;

/// For each file that is brought to a target, or answer of a link's server, in microseconds: most of it is spent on keys and certificates.
const TIME_OF_REQUEST: u64 = 100_000;

/// For each key that is opened with words, in microseconds: its lock shall take long.
const TIME_OF_KEY: u64 = 40_000_000;

/// For each byte that is packed for servers: microseconds, six times what it takes.
const TIME_OF_PACKED: u64 = 2;

/// In such pieces disks leave out what was never written, in bytes.
const PAGE: usize = 4096;

static OF_SOURCE: AtomicU64 = AtomicU64::new(0);
static READ: AtomicU64 = AtomicU64::new(0);
static MADE: AtomicU64 = AtomicU64::new(0);
static PIXELS: AtomicU64 = AtomicU64::new(0);
static UNPACKED: AtomicU64 = AtomicU64::new(0);
static PACKED: AtomicU64 = AtomicU64::new(0);
static REQUESTS: AtomicU64 = AtomicU64::new(0);
static KEYS: AtomicU64 = AtomicU64::new(0);

/// What a run may cost.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Allowance {
    /// Of all processors together.
    pub time: Duration,
    /// In bytes, at one moment.
    pub memory: u64,
}

/// How many bytes of a file are some work. Pages of zeros are none: a file of nothing else needs no room, neither on the disk nor in a packed
/// folder.
pub fn worth(bytes: &[u8]) -> u64 {
    let pages = bytes.chunks(PAGE).filter(|page| page.iter().any(|byte| *byte != 0));
    pages.map(|page| page.len() as u64).sum()
}

/// So many bytes of the source folder are read for the first time, or were by a run before, or are brought in from elsewhere.
pub fn found(bytes: u64) {
    OF_SOURCE.fetch_add(bytes, Ordering::Relaxed);
}

/// So many bytes are read, wherever they lie.
pub fn read(bytes: u64) {
    READ.fetch_add(bytes, Ordering::Relaxed);
}

/// So many bytes were made: a page, a list, a picture.
pub fn made(bytes: u64) {
    MADE.fetch_add(bytes, Ordering::Relaxed);
}

/// So many pixels of a picture were unpacked. What a picture says of its size is not believed until it was.
pub fn unpacked(pixels: u64) {
    UNPACKED.fetch_add(pixels, Ordering::Relaxed);
}

/// So many pixels of a picture are packed anew.
pub fn pixels(pixels: u64) {
    PIXELS.fetch_add(pixels, Ordering::Relaxed);
}

/// So many bytes are packed, for servers that send them so.
pub fn packed(bytes: u64) {
    PACKED.fetch_add(bytes, Ordering::Relaxed);
}

/// A file is brought to a target or removed there, or the server of a link has answered.
pub fn request() {
    REQUESTS.fetch_add(1, Ordering::Relaxed);
}

/// A person's key is opened with their words.
#[cfg(feature = "sftp")]
pub fn unlocked() {
    KEYS.fetch_add(1, Ordering::Relaxed);
}

/// What this process has earned so far, in all its runs.
pub fn so_far() -> Allowance {
    let counts = [&OF_SOURCE, &READ, &MADE, &PIXELS, &UNPACKED, &PACKED, &REQUESTS, &KEYS];
    let [source, read, made, pixels, unpacked, packed, requests, keys] =
        counts.map(|count| count.load(Ordering::Relaxed));
    let allowance = of(source, read, made);
    let more = (pixels / PIXELS_A_MICROSECOND)
        .saturating_add(unpacked / UNPACKED_A_MICROSECOND)
        .saturating_add(packed.saturating_mul(TIME_OF_PACKED))
        .saturating_add(requests.saturating_mul(TIME_OF_REQUEST))
        .saturating_add(keys.saturating_mul(TIME_OF_KEY));
    Allowance { time: allowance.time.saturating_add(Duration::from_micros(more)), ..allowance }
}

fn of(source: u64, read: u64, made: u64) -> Allowance {
    let handled = read.saturating_add(made) / BYTES_A_MICROSECOND;
    let time = BASE_TIME.saturating_add(source.saturating_mul(TIME_OF_SOURCE)).saturating_add(handled);
    let memory = BASE_MEMORY.saturating_add(source.saturating_mul(MEMORY_OF_SOURCE)).saturating_add(made);
    Allowance { time: Duration::from_micros(time), memory }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_source_may_take_twenty_seconds_and_one_and_a_half_gigabytes_and_a_large_one_more() {
        let small = of(1_000_000, 1_000_000, 0);
        assert!((20..21).contains(&small.time.as_secs()), "{small:?}");
        assert!(small.memory < 1_700_000_000, "{small:?}");
        let large = of(116_000_000, 116_000_000, 164_000_000);
        assert!(large.time > Duration::from_mins(20) && large.memory > 5_000_000_000, "{large:?}");
        assert_eq!(of(u64::MAX, u64::MAX, u64::MAX).memory, u64::MAX);
    }

    #[test]
    fn pages_of_zeros_are_no_work() {
        assert_eq!(worth(&[0; 3 * PAGE]), 0);
        assert_eq!(worth(&[&[0; 2 * PAGE][..], b"text", &[0; PAGE]].concat()), PAGE as u64);
        assert_eq!(worth(b"a text"), 6);
    }

    #[test]
    fn what_is_found_read_and_made_is_earned() {
        let before = so_far();
        found(1_000_000);
        read(3_000_000);
        made(3_000_000);
        let earned = so_far();
        assert!(earned.time >= before.time + Duration::from_secs(16), "{before:?} {earned:?}");
        pixels(8_000_000);
        unpacked(16_000_000);
        packed(1_500_000);
        (0..20).for_each(|_| request());
        assert!(so_far().time >= earned.time + Duration::from_secs(10), "{earned:?}");
        assert!(earned.memory >= before.memory + 43_000_000, "{before:?} {earned:?}");
    }
}
