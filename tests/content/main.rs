//! The content model: what editors may write, what they are told when it is wrong, and where it is seen when it is right.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![expect(clippy::too_many_lines, reason = "a table is as long as there are cases")]

mod at_once;
mod dates;
mod explained;
mod faults;
mod fields;
mod fuzz;
mod harm;
mod holidays;
mod honest;
mod large;
mod links;
mod lints;
mod lists;
mod project;
mod scaffold;
mod schema;
