//! The marks of a map: moved apart where they would lie on each other, and names where there is room.

use super::draw::whole;
use crate::plan::LabelView;

/// How near two marks may be: the least that a thumb tells apart (WCAG 2.5.8).
const APART: f64 = 27.0;

/// How far from a mark it can be pressed, where nothing else is near: a target of 44 pixels.
const REACH: f64 = 22.0;

/// How often marks are moved apart. Sixty in one place are apart after half of it.
const TURNS: usize = 120;

/// How far from the map's edge a mark stands.
const EDGE: f64 = 14.0;

/// How many marks have names that are always seen.
const NAMED: usize = 14;

/// A letter's width and a name's height.
const LETTER: f64 = 7.2;
const HIGH: f64 = 14.0;

/// From a mark to its name.
const GAP: f64 = 10.0;

/// A mark.
pub struct MapMark {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
    /// Does it stand beside its place?
    pub is_moved: bool,
    /// How far from it it can be pressed.
    pub reach: i32,
    /// Where its name stands.
    pub label: LabelView,
}

/// The marks of some places, whose names have so many letters.
pub fn marks(places: &[(f64, f64)], names: &[usize], size: (i32, i32)) -> Vec<MapMark> {
    let (width, height) = (f64::from(size.0), f64::from(size.1));
    let spots = moved_apart(places, (width, height));
    let paper = MapPaper { width, height, is_named: spots.len() <= NAMED };
    let mut taken: Vec<Area> = spots.iter().map(|(x, y)| Area::new(x - 7.0, y - 7.0, 14.0, 14.0)).collect();
    let mark = |(at, &(x, y)): (usize, &(f64, f64))| {
        let others = spots.iter().enumerate().filter(|(other, _)| *other != at);
        let nearest = others.map(|(_, other)| (x - other.0).hypot(y - other.1)).fold(f64::INFINITY, f64::min);
        let place = places.get(at).copied().unwrap_or((x, y));
        let letters = names.get(at).copied().unwrap_or_default();
        let label = label((x, y), letters, &mut taken, paper);
        MapMark {
            x: whole(x),
            y: whole(y),
            is_moved: (x - place.0).hypot(y - place.1) > 4.0,
            reach: whole((nearest / 2.0).floor().min(REACH)),
            label,
        }
    };
    spots.iter().enumerate().map(mark).collect()
}

/// Moves marks until none is too near to another: each two by half of what they lack, along the line between them.
fn moved_apart(places: &[(f64, f64)], (width, height): (f64, f64)) -> Vec<(f64, f64)> {
    let within = |(x, y): (f64, f64)| {
        (x.clamp(EDGE, (width - EDGE).max(EDGE)), y.clamp(EDGE, (height - EDGE).max(EDGE)))
    };
    let mut spots: Vec<(f64, f64)> = places.iter().copied().map(within).collect();
    for _ in 0..TURNS {
        let mut is_done = true;
        for one in 0..spots.len() {
            for other in one + 1..spots.len() {
                let (away_x, away_y) = (spots[other].0 - spots[one].0, spots[other].1 - spots[one].1);
                let distance = away_x.hypot(away_y);
                if distance >= APART {
                    continue;
                }
                is_done = false;
                // Two in one place go ways of their own: another for each two.
                #[expect(clippy::cast_precision_loss, reason = "there are sixty")]
                let way = (one * 7 + other) as f64 * 2.4;
                let (x, y) = if distance < 0.01 {
                    (way.cos(), way.sin())
                } else {
                    (away_x / distance, away_y / distance)
                };
                let step = (APART - distance) / 2.0 + 0.1;
                spots[one] = within((spots[one].0 - x * step, spots[one].1 - y * step));
                spots[other] = within((spots[other].0 + x * step, spots[other].1 + y * step));
            }
        }
        if is_done {
            break;
        }
    }
    spots
}

/// A part of the map that something takes.
#[derive(Clone, Copy)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn new(left: f64, top: f64, width: f64, height: f64) -> Self {
        Self { left, top, right: left + width, bottom: top + height }
    }

    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// What a map is drawn on.
#[derive(Clone, Copy)]
struct MapPaper {
    width: f64,
    height: f64,
    /// Are names seen at all?
    is_named: bool,
}

/// Where a mark's name stands: on the first of its sides where nothing else does.
fn label((x, y): (f64, f64), letters: usize, taken: &mut Vec<Area>, paper: MapPaper) -> LabelView {
    let MapPaper { width, height, is_named } = paper;
    #[expect(clippy::cast_precision_loss, reason = "a name is short")]
    let long = letters as f64 * LETTER;
    let sides = [
        ("start", x + GAP, y + 5.0, x + GAP),
        ("end", x - GAP, y + 5.0, x - GAP - long),
        ("middle", x, y + 22.0, x - long / 2.0),
        ("middle", x, y - 12.0, x - long / 2.0),
    ];
    for (anchor, at, base, left) in sides {
        let area = Area::new(left, base - 11.0, long, HIGH);
        let fits = area.left >= 2.0 && area.right <= width - 2.0 && area.top >= 0.0 && area.bottom <= height;
        if is_named && fits && !taken.iter().any(|other| area.meets(other)) {
            taken.push(area);
            return LabelView { x: whole(at), y: whole(base), anchor, shown: true };
        }
    }
    let (anchor, at) = if x < width / 3.0 {
        ("start", x - 6.0)
    } else if x > width * 2.0 / 3.0 {
        ("end", x + 6.0)
    } else {
        ("middle", x)
    };
    let base = if y < 30.0 { y + 24.0 } else { y - 13.0 };
    LabelView { x: whole(at), y: whole(base), anchor, shown: false }
}

#[cfg(test)]
mod tests;
