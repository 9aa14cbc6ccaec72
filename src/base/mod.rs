//! Words that all rooms share: paths, addresses, fingerprints, diagnostics.
//!
//! Nothing here knows of families, centres or pages, and nothing here may use another room.

pub(crate) mod allowance;
pub mod characters;
mod code;
pub(crate) mod content_type;
mod copies;
mod diagnostic;
mod fingerprint;
mod gaps;
mod ignored;
pub(crate) mod json;
pub(crate) mod marks;
pub mod markup;
mod messages;
mod named;
pub mod names;
mod path;
mod percent;
mod phrase;
pub(crate) mod pieces;
mod place;
mod reserved;
mod severity;
pub(crate) mod sheet;
mod spots;
mod suggest;
mod terms;
pub(crate) mod unpack;
mod url;
pub(crate) mod xml;

pub use code::Code;
pub(crate) use copies::{original_of, without_copy_mark};
pub use diagnostic::{At, Diagnostic, Report, Seg};
pub(crate) use diagnostic::{MessageWords, key};
pub use fingerprint::Fingerprint;
pub(crate) use fingerprint::{Mixer, SetPrint};
pub(crate) use gaps::Gaps;
pub use ignored::has_ignored_part;
pub(crate) use ignored::is_ignored;
pub use messages::{Locale, Messages};
pub(crate) use named::named;
pub use path::{OutputPath, SourcePath, is_slug};
pub(crate) use path::{is_slug_of, proposed_name, short_stem, slug_of};
pub(crate) use percent::{form_decoded, percent_decoded, percent_encoded};
pub use phrase::{Phrase, Value, Word};
pub use place::LinePlace;
pub(crate) use place::{Lines, byte_order_mark};
pub(crate) use reserved::{Forbidden, LONGEST_NAME, allowed, forbidden, shortened, shortened_to};
pub use severity::Severity;
pub(crate) use spots::{Gathering, Spot, WordPrint, WordSpots};
pub(crate) use suggest::{is_one_slip, nearest};
pub(crate) use terms::{WordList, each_term, is_far};
pub(crate) use url::{AbsoluteUrl, Email, Url, UrlError, relative_prefix};
