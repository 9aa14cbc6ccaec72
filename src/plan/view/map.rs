//! The map of the centres.

use serde::Serialize;

use super::TextView;

/// A map of the centres whose place is known, on the ground that somebody has given. It is 288 units wide, so that a unit is no less than
/// a pixel.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct MapView {
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// The land, as the data of a path in tenths of a unit.
    pub land: String,
    /// The water.
    pub water: String,
    /// The rivers, as lines.
    pub rivers: String,
    /// The borders, as lines.
    pub borders: String,
    /// The centres.
    pub points: Vec<PointView>,
}

/// A centre on the map.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct PointView {
    /// Its name without what every centre is called.
    pub name: TextView,
    /// Its page.
    pub url: String,
    /// Where it stands in its life.
    pub status: &'static str,
    /// Where its mark stands, from the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// The place itself, where the mark stands beside it since others are near.
    pub place: Option<SpotView>,
    /// How far from the mark it can be pressed.
    pub reach: i32,
    /// Where its name stands.
    pub label: LabelView,
}

/// A place on the map.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct SpotView {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

/// Where a name stands on the map.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct LabelView {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// Which end of it is there: `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// Is there room for it? Else it is seen when the mark is pointed at.
    pub shown: bool,
}
