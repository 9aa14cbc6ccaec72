//! What is drawn of the ground.

use super::*;
use crate::parse::map::MapShape;

fn extent(west: i32, north: i32, east: i32, south: i32) -> Extent {
    Extent { least: MapSpot { x: west, y: north }, most: MapSpot { x: east, y: south } }
}

/// The spots of a path's data, read as a browser reads them.
fn spots(path: &str) -> Vec<(i32, i32)> {
    let mut numbers: Vec<i32> = Vec::new();
    let mut digits = String::new();
    for c in path.chars().chain(" ".chars()) {
        if !digits.is_empty() && !c.is_ascii_digit() {
            numbers.push(digits.parse().unwrap());
            digits.clear();
        }
        if c == '-' || c.is_ascii_digit() {
            digits.push(c);
        }
    }
    let mut at = (0, 0);
    numbers
        .chunks(2)
        .map(|pair| {
            at = (at.0 + pair[0], at.1 + pair[1]);
            at
        })
        .collect()
}

#[test]
fn a_path_says_each_spot_from_the_one_before() {
    let mut path = String::new();
    let line = [(5, -3), (15, 7), (12, 7), (12, -40)].map(|(x, y)| MapSpot { x, y });
    add(&line, true, &mut path);
    assert_eq!(path, "M5 -3l10 10-3 0 0-47z");
    assert_eq!(spots(&path), [(5, -3), (15, 7), (12, 7), (12, -40)]);
}

#[test]
fn where_the_centres_take_little_of_the_ground_the_part_around_them_is_shown() {
    let ground = extent(0, 0, 4_000_000, 4_000_000);
    let near = MapFrame::of(ground, extent(1_000_000, 1_000_000, 1_100_000, 1_100_000));
    assert!(near.width < 400_000, "{}", near.width);
    let far = MapFrame::of(ground, extent(100_000, 100_000, 3_900_000, 3_900_000));
    assert!(far.width > 4_000_000);
    // Two in one place are shown with their surroundings.
    let one = MapFrame::of(ground, extent(1_000_000, 1_000_000, 1_000_000, 1_000_000));
    assert!(one.width >= LEAST_WIDTH && one.place(MapSpot { x: 1_000_000, y: 1_000_000 }).0 == 144.0);
    // Neither a ribbon nor a tower.
    for long in [extent(0, 0, 4_000_000, 10), extent(0, 0, 10, 4_000_000)] {
        let height = MapFrame::of(long, long).height();
        assert!((172..=375).contains(&height), "{height}");
    }
}

#[test]
fn a_ring_is_cut_at_the_edge_and_a_line_left_out_beyond_it() {
    let ground = MapGround {
        shapes: vec![
            MapShape {
                kind: ShapeKind::Land,
                lines: vec![
                    [
                        (-90_000_000, -50_000),
                        (90_000_000, -50_000),
                        (90_000_000, 50_000),
                        (-90_000_000, 50_000),
                    ]
                    .map(|(x, y)| MapSpot { x, y })
                    .to_vec(),
                ],
            },
            MapShape {
                kind: ShapeKind::Border,
                lines: vec![
                    [
                        (-80_000_000, 0),
                        (0, 0),
                        (50_000, 20_000),
                        (80_000_000, 80_000_000),
                        (81_000_000, 80_000_000),
                    ]
                    .map(|(x, y)| MapSpot { x, y })
                    .to_vec(),
                ],
            },
        ],
        extent: extent(-90_000_000, -50_000, 90_000_000, 80_000_000),
    };
    let frame = MapFrame::of(ground.extent, extent(-50_000, -20_000, 50_000, 20_000));
    let drawn = draw(&ground, &frame);
    let land = spots(&drawn.land);
    assert_eq!(land.len(), 4);
    assert!(land.iter().all(|(x, _)| (-60..=2_940).contains(x)), "{land:?}");
    assert_eq!(spots(&drawn.borders).len(), 4);
    assert!(drawn.water.is_empty() && drawn.rivers.is_empty());
}
