//! What is a phone number, a web address or a mail address in running text, and what is something else.
use super::*;
