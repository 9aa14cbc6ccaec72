//! Severities: what a fault does to a build.

use serde::{Deserialize, Serialize};

/// How serious a diagnostic is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Severity {
    /// Nothing is published.
    Error,
    /// Published all the same; an error with `--strict`.
    Warning,
}
