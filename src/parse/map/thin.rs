//! Leaves of shapes what can be seen of them.
//!
//! Spots go in the order in which they matter least (Visvalingam and Whyatt): the one that makes the smallest triangle with its
//! neighbours first. It takes `n log n` whatever the shape is; the rule of Douglas and Peucker takes `n²` of one that is made for it.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::{Extent, MapGround, MapShape, MapSpot, ShapeKind};

/// Two spots nearer to each other than this part of the whole are one.
const FINEST: i32 = 8192;

/// How many lines are kept, the largest.
const MOST_LINES: usize = 2_000;

/// How many spots are weighed against each other. Lines that are finer than that lose spots at even distances first: what is left is still more than is kept.
const MOST_WEIGHED: usize = 200_000;

/// A spot that is never taken away: the end of a line, or one of a ring's last three.
const ALWAYS: u64 = u64::MAX;

/// The ground of some shapes, with no more than about so many spots; none of shapes without an extent.
pub fn thin(shapes: Vec<MapShape>, most: usize) -> Option<MapGround> {
    let spots = || shapes.iter().flat_map(|shape| &shape.lines).flatten().copied();
    let extent = Extent::around(spots())?;
    let reach = (extent.most.x - extent.least.x).max(extent.most.y - extent.least.y);
    let mut lines: Vec<(ShapeKind, usize, Vec<MapSpot>)> = Vec::new();
    for (number, shape) in shapes.into_iter().enumerate() {
        for line in shape.lines {
            let line = apart(line, (reach / FINEST).max(1));
            if line.len() >= if shape.kind.is_closed() { 3 } else { 2 } {
                lines.push((shape.kind, number, line));
            }
        }
    }
    if lines.len() > MOST_LINES {
        lines.sort_by_cached_key(|(_, number, line)| (Reverse(size(line)), *number));
        lines.truncate(MOST_LINES);
        lines.sort_by_key(|(_, number, _)| *number);
    }
    coarsen(&mut lines, MOST_WEIGHED);
    thin_lines(&mut lines, most, 0);
    let mut shapes: Vec<(usize, MapShape)> = Vec::new();
    for (kind, number, line) in lines {
        match shapes.last_mut() {
            Some((last, shape)) if *last == number => shape.lines.push(line),
            _ => shapes.push((number, MapShape { kind, lines: vec![line] })),
        }
    }
    let shapes: Vec<MapShape> = shapes.into_iter().map(|(_, shape)| shape).collect();
    (!shapes.is_empty()).then_some(MapGround { shapes, extent })
}

/// Leaves the spots that make a triangle of at least so much (twice its area) with their neighbours, and of those so many as matter most;
/// ends of lines and three spots of each ring stay.
pub fn thin_lines<T>(lines: &mut [(ShapeKind, T, Vec<MapSpot>)], most: usize, least: u64) {
    let weights: Vec<Vec<u64>> =
        lines.iter().map(|(kind, _, line)| weights(line, kind.is_closed())).collect();
    let mut all: Vec<u64> = weights.iter().flatten().copied().collect();
    let beyond = (all.len() > most).then(|| *all.select_nth_unstable_by(most, |one, other| other.cmp(one)).1);
    for ((_, _, line), weights) in lines.iter_mut().zip(weights) {
        let mut weights = weights.into_iter();
        line.retain(|_| {
            let weight = weights.next().unwrap_or(ALWAYS);
            weight == ALWAYS || weight >= least && beyond.is_none_or(|beyond| weight > beyond)
        });
    }
}

/// Leaves of long lines spots at even distances, so that all have about so many: what is weighed has a bound that no file can move.
pub(super) fn coarsen<T>(lines: &mut [(ShapeKind, T, Vec<MapSpot>)], most: usize) {
    let all: usize = lines.iter().map(|(_, _, line)| line.len()).sum();
    let step = all.div_ceil(most);
    if step < 2 {
        return;
    }
    for (_, _, line) in lines {
        // A short one has few to lose, and a ring needs three.
        let last = line.len().saturating_sub(1);
        if line.len() > 4 * step {
            let mut at = 0;
            line.retain(|_| {
                at += 1;
                (at - 1) % step == 0 || at - 1 == last
            });
        }
    }
}

/// A line without the spots that lie in the same square as the one before.
fn apart(line: Vec<MapSpot>, square: i32) -> Vec<MapSpot> {
    let cell = |spot: MapSpot| (spot.x.div_euclid(square), spot.y.div_euclid(square));
    let last = line.last().copied();
    let mut kept: Vec<MapSpot> = Vec::new();
    for spot in line {
        if kept.last().is_none_or(|before| cell(*before) != cell(spot)) {
            kept.push(spot);
        }
    }
    // A border ends where it ends.
    if let (Some(end), Some(place)) = (last, kept.last_mut()) {
        *place = end;
    }
    kept.dedup();
    kept
}

/// How large a line is.
fn size(line: &[MapSpot]) -> i64 {
    let extent = Extent::around(line.iter().copied());
    extent.map_or(0, |extent| {
        i64::from(extent.most.x - extent.least.x) + i64::from(extent.most.y - extent.least.y)
    })
}

/// How much each spot of a line matters: twice the area of its triangle when it would go, and no less than that of those which went before.
fn weights(line: &[MapSpot], is_closed: bool) -> Vec<u64> {
    let count = line.len();
    let mut weights = vec![ALWAYS; count];
    if count <= if is_closed { 3 } else { 2 } {
        return weights;
    }
    let mut before: Vec<usize> = (0..count).map(|at| (at + count - 1) % count).collect();
    let mut after: Vec<usize> = (0..count).map(|at| (at + 1) % count).collect();
    let mut areas = vec![0; count];
    let mut heap: BinaryHeap<Reverse<(u64, usize)>> = BinaryHeap::with_capacity(count);
    let ends = if is_closed { 0..count } else { 1..count - 1 };
    for at in ends.clone() {
        areas[at] = triangle(line, (before[at], at, after[at]));
        heap.push(Reverse((areas[at], at)));
    }
    let (mut left, mut highest) = (count, 0);
    while let Some(Reverse((area, at))) = heap.pop() {
        if area != areas[at] || weights[at] != ALWAYS {
            continue;
        }
        if is_closed && left == 3 {
            break;
        }
        left -= 1;
        highest = highest.max(area);
        weights[at] = highest;
        let (one, other) = (before[at], after[at]);
        after[one] = other;
        before[other] = one;
        for at in [one, other] {
            if ends.contains(&at) {
                areas[at] = triangle(line, (before[at], at, after[at]));
                heap.push(Reverse((areas[at], at)));
            }
        }
    }
    weights
}

/// Twice the area of the triangle of three spots.
fn triangle(line: &[MapSpot], (a, b, c): (usize, usize, usize)) -> u64 {
    let (a, b, c) = (line[a], line[b], line[c]);
    let away = |from: i32, to: i32| i64::from(to) - i64::from(from);
    (away(a.x, b.x) * away(a.y, c.y) - away(a.x, c.x) * away(a.y, b.y)).unsigned_abs()
}
