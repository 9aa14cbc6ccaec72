//! How a code is written.

use std::fmt;

use super::Code;

impl Code {
    /// The code that is written so: `FC0042`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.to_string() == text)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FC{:04}", *self as u16)
    }
}
