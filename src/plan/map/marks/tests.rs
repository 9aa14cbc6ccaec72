//! Where marks and names stand.

use proptest::prelude::*;

use super::*;

proptest! {
    #[test]
    fn no_two_marks_can_be_pressed_at_once(
        places in prop::collection::vec((0.0f64..288.0, 0.0f64..240.0), 2..=60),
    ) {
        let names = vec![8; places.len()];
        let marks = marks(&places, &names, (288, 240));
        for (at, mark) in marks.iter().enumerate() {
            prop_assert!((8..=22).contains(&mark.reach), "{}", mark.reach);
            prop_assert!((14..=274).contains(&mark.x) && (14..=226).contains(&mark.y));
            for other in &marks[at + 1..] {
                let apart = f64::from(mark.x - other.x).hypot(f64::from(mark.y - other.y));
                prop_assert!(apart + 2.0 >= f64::from(mark.reach + other.reach), "{apart}");
            }
        }
    }
}

#[test]
fn sixty_in_one_place_are_apart_in_the_end() {
    let marks = marks(&[(144.0, 120.0); 60], &[5; 60], (288, 240));
    assert!(marks.iter().all(|mark| mark.reach >= 11), "too near");
    let least = marks.iter().map(|mark| mark.reach).min();
    assert!(least >= Some(11), "{least:?}");
}

#[test]
fn a_lone_mark_is_as_large_as_a_thumb_and_its_name_stays_on_the_map() {
    let marks = marks(&[(20.0, 100.0), (280.0, 100.0)], &[12, 12], (288, 200));
    assert!(marks.iter().all(|mark| mark.reach == 22));
    assert_eq!((marks[0].label.anchor, marks[1].label.anchor), ("start", "end"));
    assert!(marks.iter().all(|mark| mark.label.shown));
}

#[test]
fn names_do_not_lie_on_each_other() {
    let places = [(100.0, 100.0), (130.0, 100.0), (160.0, 100.0), (190.0, 100.0)];
    let marks = marks(&places, &[20; 4], (288, 200));
    let shown: Vec<&MapMark> = marks.iter().filter(|mark| mark.label.shown).collect();
    assert!(!shown.is_empty() && shown.len() < 4 + 1);
    let area = |mark: &MapMark| {
        let long = 20.0 * LETTER;
        let at = f64::from(mark.label.x);
        let left = match mark.label.anchor {
            "start" => at,
            "end" => at - long,
            _ => at - long / 2.0,
        };
        Area::new(left, f64::from(mark.label.y) - 11.0, long, HIGH)
    };
    for (at, one) in shown.iter().enumerate() {
        assert!(shown[at + 1..].iter().all(|other| !area(one).meets(&area(other))));
    }
}
