//! What a command may cost, and what is said where it took far more.

use std::process::exit;

use rayon::ThreadPoolBuilder;

use super::args::Command;
use super::{Context, ERRORS, screen};
use crate::base::Messages;
use crate::host::fuse::{self, BoundedRun, Overrun};

/// A command begins. One that goes on until the person stops it is bounded build by build instead, and answer by answer.
pub fn begin(context: &Context, command: &Command) -> Option<BoundedRun> {
    let locale = context.locale();
    let goes_on = matches!(command, Command::Watch(_) | Command::Serve(_) | Command::Edit(_));
    fuse::set(context.global.limit, move |overrun| {
        // Made here: in nearly all runs nothing is to be said.
        let messages = Messages::of(locale);
        let words = words_of(overrun, goes_on, &messages);
        screen::say_line(&format!("{}: {words}", messages.text("severity-error", &[])));
        // No content ends these, and the site of before is shown meanwhile. Who has no memory left is ended by the system else, or by the person.
        if !(goes_on && matches!(overrun, Overrun::Time(_))) {
            exit(i32::from(ERRORS));
        }
    });
    if goes_on {
        return None;
    }
    gather_threads();
    fuse::arm()
}

/// Where the system gives no threads (a container's bound of them), this one does all that there is to do.
fn gather_threads() {
    if ThreadPoolBuilder::new().build_global().is_err() {
        let _ = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    }
}

fn words_of(overrun: Overrun, goes_on: bool, messages: &Messages) -> String {
    match overrun {
        Overrun::Time(seconds) => {
            let more = (seconds.max(1) * 10).to_string();
            let id = if goes_on { "usage-taking-long" } else { "usage-too-long" };
            messages.text(id, &[("seconds", &seconds.to_string()), ("more", &more)])
        }
        Overrun::Memory(megabytes) => {
            messages.text("usage-too-much-memory", &[("megabytes", &megabytes.to_string())])
        }
    }
}
