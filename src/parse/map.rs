//! A map's ground: land, water and borders of a `map.geojson`, as few spots as a drawing needs.
//!
//! Only shapes are taken from the file, and of what is said of them no more than whether they are water: nothing else that stands in it can
//! come onto a page. The file is read as a stream, so it costs its shapes and not a tree of its text; `thin` leaves what can be seen.
//! A crate of geometry would bring a dozen others for the one rule that is needed here.
//!
//! Never here: a place on a page, a centre, a colour.

mod read;
mod thin;

pub use thin::{thin, thin_lines};

use std::sync::Arc;

use super::encoding::decode;
use super::{Content, Document, Parsed};
use crate::base::{At, Code, Fingerprint, Lines, Phrase, Report, SourcePath, byte_order_mark};

/// The largest file that is read: ten million letters are a county's shores by the metre.
pub const MAX_MAP_BYTES: u64 = 16 * 1024 * 1024;

/// How many spots of a file are kept. A page shows fewer; a municipality's is a part of its region's.
const KEPT: usize = 20_000;

/// A spot in millionths of a degree: to the east, and to the south on Mercator's map, on which small shapes are as people know them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct MapSpot {
    /// To the east.
    pub x: i32,
    /// To the south.
    pub y: i32,
}

impl MapSpot {
    /// The spot of a latitude and a longitude of Sweden or its neighbours.
    pub fn of(lat: f64, lon: f64) -> Self {
        let north = (std::f64::consts::FRAC_PI_4 + lat.to_radians() / 2.0).tan().ln().to_degrees();
        // Both are far within what a number of this kind holds.
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a cast of a float stops at the ends of its range"
        )]
        let millionths = |degrees: f64| (degrees * 1e6).round() as i32;
        Self { x: millionths(lon), y: millionths(-north) }
    }
}

/// What a shape is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ShapeKind {
    /// Land: rings.
    Land,
    /// Water: rings.
    Water,
    /// A river: lines.
    River,
    /// A border: lines.
    Border,
}

impl ShapeKind {
    /// Are its lines closed?
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Land | Self::Water)
    }
}

/// A shape. What lies within an odd number of a closed one's rings belongs to it, whichever way they wind.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct MapShape {
    /// What it is.
    pub kind: ShapeKind,
    /// Its lines. A ring does not say its first spot again.
    pub lines: Vec<Vec<MapSpot>>,
}

/// From where to where something reaches.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Extent {
    /// North-west.
    pub least: MapSpot,
    /// South-east.
    pub most: MapSpot,
}

impl Extent {
    /// That of some spots; none of nothing.
    pub fn around(spots: impl IntoIterator<Item = MapSpot>) -> Option<Self> {
        let mut spots = spots.into_iter();
        let first = spots.next()?;
        let wider = |all: Self, spot: MapSpot| Self {
            least: MapSpot { x: all.least.x.min(spot.x), y: all.least.y.min(spot.y) },
            most: MapSpot { x: all.most.x.max(spot.x), y: all.most.y.max(spot.y) },
        };
        Some(spots.fold(Self { least: first, most: first }, wider))
    }

    /// Does a spot lie in it?
    pub fn holds(&self, spot: MapSpot) -> bool {
        (self.least.x..=self.most.x).contains(&spot.x) && (self.least.y..=self.most.y).contains(&spot.y)
    }
}

/// The ground of a map.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct MapGround {
    /// Its shapes, in the order in which they are drawn.
    pub shapes: Vec<MapShape>,
    /// How far it reaches.
    pub extent: Extent,
}

/// Reads a map.
pub(super) fn parse(path: &SourcePath, bytes: &[u8]) -> Parsed {
    let fingerprint = Fingerprint::of(bytes);
    let mut report = Report::on(path);
    let text = decode(bytes, &mut report);
    let ground = text.and_then(|text| ground(text, &mut report));
    let mut diagnostics = report.into_diagnostics();
    if let Some(text) = text.filter(|_| !diagnostics.is_empty()) {
        let lines = Lines::of(text);
        for found in &mut diagnostics {
            if let At::Span(span) = &found.at {
                found.place = Some(lines.place(span.clone()));
            }
        }
    }
    let document = ground.map(|ground| Document {
        path: path.clone(),
        fingerprint,
        content: Content::Map(Arc::new(ground)),
    });
    Parsed { fingerprint, document, body: None, diagnostics }
}

fn ground(text: &str, report: &mut Report) -> Option<MapGround> {
    let start = byte_order_mark(text);
    match read::read(text.get(start..).unwrap_or_default()) {
        Ok(shapes) => thin(shapes, KEPT),
        Err(wrong) => {
            let at = wrong.at.map_or(At::File, |at| {
                let at = text.floor_char_boundary((start + at).min(text.len()));
                At::Span(at..text.ceil_char_boundary((at + 1).min(text.len())))
            });
            report.add(Code::MapNotRead, at).saying("reason", Phrase::new(wrong.why));
            None
        }
    }
}

#[cfg(test)]
mod tests;
