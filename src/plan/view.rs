//! Views: what templates are given, field by field as `docs/themes.md` says.
//!
//! A view is data alone: texts in the page's language, dates in words, addresses of a checked kind. Its hash is its fingerprint,
//! so a page is made again exactly when something that it shows has changed.

mod calendar;
mod centre;
mod front;
mod map;
mod page;
mod poster;
mod search;
mod small;

pub use calendar::*;
pub use centre::*;
pub use front::*;
pub use map::*;
pub use page::*;
pub use poster::*;
pub use search::*;
pub use small::*;
