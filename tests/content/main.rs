//! The content model: what editors may write, what they are told when it is wrong, and where it is seen when it is right.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![expect(clippy::too_many_lines, reason = "a table is as long as there are cases")]

mod agreement;
mod alone;
mod around;
mod at_once;
mod beside;
mod boxes;
mod calendar;
mod dates;
mod documents;
mod explained;
mod faults;
mod fields;
mod fills;
mod fuzz;
mod harm;
mod holidays;
mod honest;
mod languages;
mod large;
mod links;
mod lints;
mod lists;
mod look;
mod map;
mod mended;
mod newcomer;
mod odd;
mod overlooked;
mod placed;
mod programme;
mod project;
mod quiet;
mod reserved;
mod rows;
mod said;
mod scaffold;
mod schema;
mod search;
mod shown;
mod silent;
mod splice;
mod standing;
mod statement;
mod unsaid;
mod words;
