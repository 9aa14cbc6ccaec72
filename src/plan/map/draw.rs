//! The ground as paths: the part of it that is shown, with what can be seen of it.

use std::fmt::Write;

use crate::parse::map::{Extent, MapGround, MapSpot, ShapeKind, thin_lines};

/// How wide a map is: what is left of a screen of 320 pixels, so that nothing on it is ever shown smaller.
pub const WIDTH: i32 = 288;

/// A unit has ten parts.
const PARTS: i32 = 10;

/// How many spots a page carries: some six kilobytes.
const MOST_SPOTS: usize = 1_500;

/// Twice the area, in parts, of a triangle that nobody would miss.
const LEAST_TRIANGLE: u64 = 80;

/// How far beyond its edge the ground is drawn, in parts, so that no cut line is seen.
const BEYOND: i32 = 60;

/// The least width of what is shown, in millionths of a degree: two kilometres.
const LEAST_WIDTH: i64 = 36_000;

/// The part of the ground that is shown.
pub struct MapFrame {
    west: i64,
    north: i64,
    width: i64,
    height: i64,
}

impl MapFrame {
    /// The whole of the ground, or where the centres take little of it the part around them.
    pub fn of(ground: Extent, centres: Extent) -> Self {
        let (width, height) = size(centres);
        let margin = (width.max(height) * 2 / 5).max(LEAST_WIDTH / 2);
        let (wide, high) = size(ground);
        let is_small = (width + 2 * margin) * 2 < wide && (height + 2 * margin) * 2 < high;
        let (shown, margin) = if is_small { (centres, margin) } else { (ground, wide.max(high) / 40) };
        let (width, height) = size(shown);
        let mut frame = Self {
            west: i64::from(shown.least.x) - margin,
            north: i64::from(shown.least.y) - margin,
            width: (width + 2 * margin).max(1),
            height: (height + 2 * margin).max(1),
        };
        // Neither a ribbon nor a tower.
        let (lowest, highest) = (frame.width * 3 / 5, frame.width * 13 / 10);
        if frame.height < lowest {
            frame.north -= (lowest - frame.height) / 2;
            frame.height = lowest;
        } else if frame.height > highest {
            let width = frame.height * 10 / 13;
            frame.west -= (width - frame.width) / 2;
            frame.width = width;
        }
        frame
    }

    /// How high it is in units.
    pub fn height(&self) -> i32 {
        i32::try_from(self.height * i64::from(WIDTH) / self.width).unwrap_or(WIDTH)
    }

    /// Where a spot lies, in units.
    #[expect(clippy::cast_precision_loss, reason = "they are millionths of a degree")]
    pub fn place(&self, spot: MapSpot) -> (f64, f64) {
        let scale = f64::from(WIDTH) / self.width as f64;
        let away = |at: i32, from: i64| (i64::from(at) - from) as f64 * scale;
        (away(spot.x, self.west), away(spot.y, self.north))
    }

    /// The same in parts. What lies far away is drawn nearer: nobody sees it there.
    fn parts(&self, spot: MapSpot) -> MapSpot {
        let (x, y) = self.place(spot);
        let parts = |units: f64| whole((units * f64::from(PARTS)).clamp(-1e6, 1e6));
        MapSpot { x: parts(x), y: parts(y) }
    }
}

fn size(extent: Extent) -> (i64, i64) {
    let away = |from: i32, to: i32| i64::from(to) - i64::from(from);
    (away(extent.least.x, extent.most.x), away(extent.least.y, extent.most.y))
}

/// The nearest whole number.
#[expect(clippy::cast_possible_truncation, reason = "a cast of a float stops at the ends of its range")]
pub fn whole(value: f64) -> i32 {
    value.round() as i32
}

/// The data of the paths.
#[derive(Default)]
pub struct Drawn {
    /// Rings of land.
    pub land: String,
    /// Rings of water.
    pub water: String,
    /// Lines of rivers.
    pub rivers: String,
    /// Lines of borders.
    pub borders: String,
}

/// Draws what is shown of the ground.
pub fn draw(ground: &MapGround, frame: &MapFrame) -> Drawn {
    let edge = Extent {
        least: MapSpot { x: -BEYOND, y: -BEYOND },
        most: MapSpot { x: WIDTH * PARTS + BEYOND, y: frame.height() * PARTS + BEYOND },
    };
    let mut lines: Vec<(ShapeKind, (), Vec<MapSpot>)> = Vec::new();
    for shape in &ground.shapes {
        for line in &shape.lines {
            let line: Vec<MapSpot> = line.iter().map(|spot| frame.parts(*spot)).collect();
            if shape.kind.is_closed() {
                lines.push((shape.kind, (), clipped(line, edge)));
            } else {
                lines.extend(seen(&line, edge).map(|line| (shape.kind, (), line)));
            }
        }
    }
    for (_, (), line) in &mut lines {
        line.dedup();
    }
    thin_lines(&mut lines, MOST_SPOTS, LEAST_TRIANGLE);
    let mut drawn = Drawn::default();
    for (kind, (), line) in lines {
        if line.len() < if kind.is_closed() { 3 } else { 2 } {
            continue;
        }
        let path = match kind {
            ShapeKind::Land => &mut drawn.land,
            ShapeKind::Water => &mut drawn.water,
            ShapeKind::River => &mut drawn.rivers,
            ShapeKind::Border => &mut drawn.borders,
        };
        add(&line, kind.is_closed(), path);
    }
    drawn
}

/// The part of a ring that lies within the edge: cut at each of its four sides in turn (Sutherland and Hodgman).
fn clipped(ring: Vec<MapSpot>, edge: Extent) -> Vec<MapSpot> {
    let sides: [(bool, bool, i32); 4] = [
        (true, true, edge.least.x),
        (true, false, edge.most.x),
        (false, true, edge.least.y),
        (false, false, edge.most.y),
    ];
    sides.into_iter().fold(ring, |ring, (is_x, is_least, at)| {
        let along = |spot: &MapSpot| if is_x { spot.x } else { spot.y };
        let is_in = |spot: &MapSpot| if is_least { along(spot) >= at } else { along(spot) <= at };
        let mut kept = Vec::with_capacity(ring.len());
        for (place, spot) in ring.iter().enumerate() {
            let before = &ring[(place + ring.len() - 1) % ring.len()];
            if is_in(spot) != is_in(before) {
                kept.push(cut(*before, *spot, is_x, at));
            }
            if is_in(spot) {
                kept.push(*spot);
            }
        }
        kept
    })
}

/// Where the way between two spots meets a side.
fn cut(one: MapSpot, other: MapSpot, is_x: bool, at: i32) -> MapSpot {
    let between = |from: (i32, i32), to: (i32, i32)| {
        let (along, away) = (i64::from(to.0) - i64::from(from.0), i64::from(at) - i64::from(from.0));
        let across = i64::from(to.1) - i64::from(from.1);
        let moved = if along == 0 { 0 } else { across * away / along };
        from.1 + i32::try_from(moved).unwrap_or_default()
    };
    if is_x {
        MapSpot { x: at, y: between((one.x, one.y), (other.x, other.y)) }
    } else {
        MapSpot { x: between((one.y, one.x), (other.y, other.x)), y: at }
    }
}

/// The parts of a line whose ways lie near what is shown.
fn seen(line: &[MapSpot], edge: Extent) -> impl Iterator<Item = Vec<MapSpot>> {
    let is_near = |one: MapSpot, other: MapSpot| {
        one.x.min(other.x) <= edge.most.x
            && one.x.max(other.x) >= edge.least.x
            && one.y.min(other.y) <= edge.most.y
            && one.y.max(other.y) >= edge.least.y
    };
    let mut parts: Vec<Vec<MapSpot>> = vec![Vec::new()];
    for pair in line.windows(2) {
        let (&[one, other], Some(last)) = (pair, parts.last_mut()) else { continue };
        if !is_near(one, other) {
            if !last.is_empty() {
                parts.push(Vec::new());
            }
            continue;
        }
        if last.is_empty() {
            last.push(one);
        }
        last.push(other);
    }
    parts.into_iter().filter(|part| part.len() > 1)
}

/// Adds a line to a path, each spot seen from the one before.
fn add(line: &[MapSpot], is_closed: bool, path: &mut String) {
    let Some(first) = line.first() else { return };
    // Writing to a string cannot fail.
    let _ = write!(path, "M{} {}l", first.x, first.y);
    let mut before = *first;
    for (place, spot) in line.iter().enumerate().skip(1) {
        let (x, y) = (spot.x - before.x, spot.y - before.y);
        let _ = write!(
            path,
            "{}{x}{}{y}",
            if place > 1 && x >= 0 { " " } else { "" },
            if y >= 0 { " " } else { "" }
        );
        before = *spot;
    }
    if is_closed {
        path.push('z');
    }
}

#[cfg(test)]
mod tests;
