//! Import: what somebody has in another program → content, and what of it could not be carried over.
//!
//! Bytes in, drafts out: what would be written is shown first, and is in the words and the order that a person would have written it in.
//! All that is read comes from somebody else's file, so each kind of file has bounds on what it may unpack to, and no name in it is ever a
//! path.
//!
//! Never here: the disk, and an understanding of Swedish. What a cell means, `parse` says.

mod activities;
mod columns;
mod markup;
mod row;
mod sheet;
mod workbook;
mod zip;

pub use activities::{ActivityPlan, CellFault, CentreFile, FaultWords, PlannedRow, RowFate, plan as plan_activities};
pub use columns::Column;
pub use sheet::{MOST_ROWS, Sheet, SheetRow, sheets};
