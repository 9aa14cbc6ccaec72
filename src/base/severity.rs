//! Severities: what a fault does to a build.

use serde::{Deserialize, Serialize};

use super::named;

named! {
    /// How serious a diagnostic is.
    #[derive(Serialize, Deserialize)]
    pub enum Severity: word {
        /// Nothing is published.
        Error = "error",
        /// Published all the same; an error with `--strict`.
        Warning = "warning",
    }
}
