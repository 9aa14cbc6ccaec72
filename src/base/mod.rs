//! Words that all rooms share: paths, addresses, fingerprints, diagnostics.
//!
//! Nothing here knows of families, centres or pages, and nothing here may use another room.

pub mod characters;
mod code;
pub mod content_type;
mod copies;
mod diagnostic;
mod fingerprint;
mod gaps;
mod ignored;
pub mod json;
pub mod marks;
pub mod markup;
mod messages;
pub mod names;
mod path;
mod phrase;
mod place;
mod reserved;
mod suggest;
mod url;

pub use code::{Code, Severity};
pub use copies::{original_of, without_copy_mark};
pub use diagnostic::{At, Diagnostic, Mend, Report, Seg, Words, key};
pub use fingerprint::{Fingerprint, Mixer, SetPrint};
pub use gaps::Gaps;
pub use ignored::{has_ignored_part, is_ignored, is_made_by_system};
pub use messages::{Locale, Messages, Rendered};
pub use path::{OutputPath, SourcePath, is_slug, is_slug_of, proposed_name, short_stem, slug_of};
pub use phrase::{Phrase, Value, Word};
pub use place::{Lines, Place, byte_order_mark};
pub use reserved::{Forbidden, LONGEST_NAME, allowed, forbidden, shortened};
pub use suggest::{is_one_slip, nearest};
pub use url::{AbsoluteUrl, Email, Url, UrlError, relative_prefix};
