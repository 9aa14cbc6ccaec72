//! What else the machine did while it was measured. On two processors another program's half makes every figure half as large again, and
//! nothing else in a report would tell. Where the machine is a guest, what its host took away (`steal`) counts as others' too.

use std::fs;
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

use super::server::{Server, TICK};

/// What everybody and what we ourselves had used at one moment.
pub struct Load {
    at: Instant,
    everybody: Duration,
    ours: Duration,
}

impl Load {
    /// Now; none where there is no `/proc`.
    pub fn now<'a>(servers: impl IntoIterator<Item = &'a Server>) -> Option<Self> {
        let stat = fs::read_to_string("/proc/stat").ok()?;
        let fields: Vec<u32> = stat.lines().next()?.split_whitespace().skip(1).flat_map(str::parse).collect();
        // user, nice, system, idle, waiting, interrupts, soft interrupts, stolen
        let busy = [0, 1, 2, 5, 6, 7].into_iter().filter_map(|field| fields.get(field)).sum::<u32>();
        let usage = getrusage(UsageWho::RUSAGE_SELF).ok()?;
        let own = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
        let servers = servers.into_iter().filter_map(Server::cpu).sum::<Duration>();
        Some(Self {
            at: Instant::now(),
            everybody: TICK * busy,
            ours: servers + Duration::from_micros(u64::try_from(own).ok()?),
        })
    }

    /// How many processors others have used since `before`.
    pub fn of_others(&self, before: &Self) -> f64 {
        let wall = self.at.duration_since(before.at).as_secs_f64().max(1e-9);
        let everybody = self.everybody.saturating_sub(before.everybody);
        everybody.saturating_sub(self.ours.saturating_sub(before.ours)).as_secs_f64() / wall
    }
}
