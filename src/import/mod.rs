//! Import: what somebody has in another program → content, and what of it could not be carried over.
//!
//! Bytes in, drafts out: what would be written is shown first, and is in the words and the order that a person would have written it in.
//! All that is read comes from somebody else's file, so each kind of file has bounds on what it may unpack to, and no name in it is ever a
//! path.
//!
//! Never here: the disk, and an understanding of Swedish. What a cell means, `parse` says.

mod activities;
mod article;
mod blog;
mod categories;
mod columns;
mod html;
mod markdown;
mod posts;
mod row;
mod separated;
mod sheet;
mod shelf;
mod texts;
mod told;
mod word;
mod workbook;
mod zip;

pub(crate) use activities::{ActivityPlan, PlannedRow};
pub use activities::{CentreFile, plan as plan_activities};
pub(crate) use columns::SheetColumn;
pub(crate) use posts::{PlannedPost, PostsPlan, is_export};
pub use posts::{PostSurroundings, plan as plan_posts};
pub use separated::sheets;
pub use texts::TextPlace;
pub(crate) use texts::{TextPlan, plan as plan_text};
