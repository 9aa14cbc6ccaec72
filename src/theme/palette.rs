//! A municipality's own palette: the theme's, with one given colour in the place of the theme's own.
//!
//! Grounds, texts and lines keep the theme's lightness and take the colour's hue. What is pressed has the colour itself. What must be seen upon
//! something else is the colour where it has the contrast ([`PAIRS`]), else the nearest lightness that has. What says what holds now, and the
//! services, are let be: they are the same everywhere.

use std::collections::BTreeMap;

use super::Tokens;
use super::contrast::PAIRS;
use crate::parse::colour::{Colour, Lch};

/// What becomes of a token.
#[derive(Clone, Copy)]
enum Rule {
    /// The theme's, in the colour's hue.
    Tinted,
    /// The colour, moved in lightness where it must be.
    MovedToken,
    /// The colour as it is.
    Given,
    /// White or dark: what is read best on this token.
    On(&'static str),
}

/// The tokens that take the colour, each after those that it is held against.
const RULES: [(&str, Rule); 19] = [
    ("color-background", Rule::Tinted),
    ("color-surface", Rule::Tinted),
    ("color-tint", Rule::Tinted),
    ("color-footer", Rule::Tinted),
    ("color-line", Rule::Tinted),
    ("color-text", Rule::Tinted),
    ("color-muted", Rule::Tinted),
    ("color-line-strong", Rule::Tinted),
    ("color-on-footer", Rule::Tinted),
    ("color-link", Rule::MovedToken),
    ("color-primary", Rule::MovedToken),
    ("color-on-primary", Rule::On("color-primary")),
    ("color-button", Rule::Given),
    ("color-on-button", Rule::On("color-button")),
    ("color-accent", Rule::Given),
    ("color-on-accent", Rule::On("color-accent")),
    ("color-brand", Rule::Given),
    ("color-art-1", Rule::Given),
    ("color-art-2", Rule::Tinted),
];

/// How far from grey a text or ground may be: more is a colour of its own.
const MOST_TINT: f32 = 0.05;

/// How far a lightness is moved at a time.
const STEP: f32 = 0.005;

/// The tokens of a theme in a colour, for one kind of screen.
pub fn palette(given: Colour, tokens: &Tokens) -> BTreeMap<String, String> {
    let mut values = tokens.values.clone();
    // A token that is not yet in the colour is not held against.
    let mut waiting: Vec<&str> = RULES.iter().map(|(token, _)| *token).collect();
    for (token, rule) in RULES {
        waiting.retain(|other| *other != token);
        let placed = |other: &str| {
            let value = values.get(other).filter(|_| !waiting.contains(&other))?;
            Colour::parse(value)
        };
        let colour = match rule {
            Rule::Given => Some(given),
            Rule::MovedToken => Some(nearest(token, given.lch(), placed)),
            Rule::On(ground) => placed(ground).map(|ground| upon(ground, given.lch())),
            Rule::Tinted => {
                let own = values.get(token).and_then(|value| Colour::parse(value));
                own.map(|own| nearest(token, tinted(own.lch(), given.lch()), placed))
            }
        };
        if let Some(colour) = colour {
            values.insert(token.to_string(), colour.css());
        }
    }
    values
}

/// Two colours of a palette that stand upon each other, for somebody who chooses a colour.
#[derive(Clone, PartialEq, Debug)]
pub struct PaletteRow {
    /// What they are for, as the words of messages have it.
    pub name: &'static str,
    /// What is behind.
    pub ground: String,
    /// What is in front.
    pub ink: String,
    /// The one of both that the colour gave.
    pub value: String,
    /// Their contrast.
    pub contrast: f64,
    /// Is it a sign or a line, and no text?
    pub is_sign: bool,
    /// The colour is not what was given, since that could not be seen.
    pub is_changed: bool,
}

/// What of a palette is shown: its word, what is in front and behind, which of both the colour gives, and whether it would be kept as it is.
const SHOWN: [(&str, &str, &str, &str); 8] = [
    ("button", "color-on-button", "color-button", "color-button"),
    ("link", "color-link", "color-background", "color-link"),
    ("sign", "color-primary", "color-background", "color-primary"),
    ("accent", "color-on-accent", "color-accent", "color-accent"),
    ("text", "color-text", "color-background", "color-background"),
    ("box", "color-text", "color-surface", "color-surface"),
    ("tint", "color-text", "color-tint", "color-tint"),
    ("footer", "color-on-footer", "color-footer", "color-footer"),
];

/// The palette of a colour in a theme, pair by pair.
pub fn rows(given: Colour, tokens: &Tokens) -> Vec<PaletteRow> {
    let values = palette(given, tokens);
    let css = given.css();
    let row = |(name, front, back, of): &(&'static str, &str, &str, &str)| {
        let (ink, ground) = (values.get(*front)?, values.get(*back)?);
        let value = values.get(*of)?.clone();
        let rule = RULES.iter().find(|(token, _)| token == of).map(|(_, rule)| *rule);
        Some(PaletteRow {
            name,
            contrast: Colour::parse(ink)?.contrast(Colour::parse(ground)?),
            ground: ground.clone(),
            ink: ink.clone(),
            is_sign: *front == "color-primary",
            is_changed: matches!(rule, Some(Rule::MovedToken)) && value != css,
            value,
        })
    };
    SHOWN.iter().filter_map(row).collect()
}

/// A colour of the theme in another's hue, and no further from grey than either is.
fn tinted(own: Lch, given: Lch) -> Lch {
    Lch { chroma: own.chroma.min(given.chroma).min(MOST_TINT), hue: given.hue, ..own }
}

/// White where it can be read on a ground, else a dark tone of the colour, else black.
fn upon(ground: Colour, given: Lch) -> Colour {
    let dark = Lch { lightness: 0.2, chroma: given.chroma.min(0.03), hue: given.hue }.shown();
    let all = [Colour::of([255; 3]), dark];
    all.into_iter().find(|one| one.contrast(ground) >= 4.5).unwrap_or(Colour::of([0; 3]))
}

/// A colour as it is, or in the nearest lightness that has the contrast of its pairs.
fn nearest(token: &str, wanted: Lch, placed: impl Fn(&str) -> Option<Colour>) -> Colour {
    let against: Vec<(Colour, f64)> = PAIRS
        .iter()
        .filter_map(|(front, back, least)| {
            let other = match (*front == token, *back == token) {
                (true, _) => back,
                (_, true) => front,
                _ => return None,
            };
            Some((placed(other)?, *least))
        })
        .collect();
    let holds = |colour: Colour| against.iter().all(|(other, least)| colour.contrast(*other) >= *least);
    let own = wanted.shown();
    if holds(own) {
        return own;
    }
    let at = |lightness: f32| {
        let inside = (0.0..=1.0).contains(&lightness);
        Some(Lch { lightness, ..wanted }.shown()).filter(|colour| inside && holds(*colour))
    };
    let mut distance = STEP;
    while distance <= 1.0 {
        // Darker first: on paper and in the sun that is what is read.
        if let Some(colour) = at(wanted.lightness - distance).or_else(|| at(wanted.lightness + distance)) {
            return colour;
        }
        distance += STEP;
    }
    // Grounds in the middle between black and white leave one of the two.
    let black = Colour::of([0; 3]);
    if holds(black) { black } else { Colour::of([255; 3]) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::contrast::PAIRS;

    /// Numbers that look like chance, the same every time.
    fn colours(count: usize) -> impl Iterator<Item = Colour> {
        let mut state: u32 = 0x9e37_79b9;
        std::iter::repeat_with(move || {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            let [_, red, green, blue] = state.to_be_bytes();
            Colour::of([red, green, blue])
        })
        .take(count)
    }

    fn shipped() -> Vec<(String, Tokens)> {
        let theme = |text: &str| {
            let file: BTreeMap<String, serde_yaml::Value> = serde_yaml::from_str(text).unwrap();
            let of = |field: &str| -> BTreeMap<String, String> {
                serde_yaml::from_value(file[field].clone()).unwrap()
            };
            (of("tokens"), of("dark"))
        };
        let base = include_str!("../../themes/base/theme.yaml");
        let (light, dark) = theme(base);
        let mut all = Vec::new();
        for (name, text) in [
            ("base", base),
            ("botkyrka", include_str!("../../themes/botkyrka/theme.yaml")),
            ("tyreso", include_str!("../../themes/tyreso/theme.yaml")),
        ] {
            let (own, own_dark) = theme(text);
            let mut values = light.clone();
            values.extend(own);
            all.push((format!("{name}, light"), Tokens { values: values.clone(), ..Tokens::default() }));
            values.extend(dark.clone());
            values.extend(own_dark);
            all.push((format!("{name}, dark"), Tokens { values, ..Tokens::default() }));
        }
        all
    }

    #[test]
    fn ten_thousand_colours_have_the_contrast_that_they_need_and_still_look_like_themselves() {
        let extremes = ["#000", "#fff", "#808080", "#ffd500", "#39ff14", "#c9dcf0", "#5a0010", "#00f"];
        let extremes = extremes.into_iter().map(|colour| Colour::parse(colour).unwrap());
        let themes = shipped();
        for (number, given) in extremes.chain(colours(10_000)).enumerate() {
            // base is worn by most; each of the others by a tenth of the colours.
            for (name, tokens) in themes.iter().take(if number % 10 == 0 { 6 } else { 2 }) {
                let made = palette(given, tokens);
                let here = || format!("{} in {name}: {made:?}", given.css());
                hold_contrast(&made, &here);
                hold_likeness(given, &made, &here);
                hold_states(tokens, &made, &here);
            }
        }
    }

    fn hold_contrast(made: &BTreeMap<String, String>, here: &dyn Fn() -> String) {
        for (front, back, least) in PAIRS {
            let (Some(one), Some(two)) = (Colour::parse(&made[front]), Colour::parse(&made[back])) else {
                panic!("{front} and {back} are no colours for {}", here())
            };
            assert!(one.contrast(two) >= least, "{front} on {back}: {} for {}", one.contrast(two), here());
        }
    }

    fn hold_likeness(given: Colour, made: &BTreeMap<String, String>, here: &dyn Fn() -> String) {
        let of = |token: &str| Colour::parse(&made[token]).unwrap();
        for token in ["color-button", "color-accent", "color-brand"] {
            assert_eq!(of(token), given, "{token} for {}", here());
        }
        for token in ["color-primary", "color-link"] {
            let (was, is) = (given.lch(), of(token).lch());
            // MovedToken by lightness alone: what a screen cannot show of the chroma at that lightness is all that is lost.
            let kept = Lch { lightness: is.lightness, ..was }.shown();
            let distance = apart(kept, of(token));
            assert!(distance < 0.02, "{token} is {distance} from its colour for {}", here());
            // Next to grey, or next to black and white, rounding to a screen's steps decides the hue.
            if is.chroma > 0.04 {
                let turned = (was.hue - is.hue).sin().abs();
                assert!(turned < 0.12, "{token} turned by {turned} for {}", here());
            }
            assert!(is.chroma <= was.chroma + 0.01, "{token} is louder for {}", here());
        }
    }

    /// ΔE in OKLab.
    fn apart(one: Colour, two: Colour) -> f32 {
        let (one, two) = (one.lch(), two.lch());
        let of = |it: Lch| (it.lightness, it.chroma * it.hue.cos(), it.chroma * it.hue.sin());
        let ((l, a, b), (m, c, d)) = (of(one), of(two));
        ((l - m).powi(2) + (a - c).powi(2) + (b - d).powi(2)).sqrt()
    }

    fn hold_states(tokens: &Tokens, made: &BTreeMap<String, String>, here: &dyn Fn() -> String) {
        for state in ["open", "ask", "closed"] {
            for token in [format!("color-{state}"), format!("color-{state}-tint")] {
                assert_eq!(tokens.values[&token], made[&token], "{token} for {}", here());
            }
        }
    }

    #[test]
    fn a_colour_with_contrast_is_kept_and_another_is_moved_no_further_than_it_must() {
        let (_, light) = shipped().remove(0);
        let made = palette(Colour::parse("#9d0f3f").unwrap(), &light);
        assert_eq!((&*made["color-primary"], &*made["color-link"]), ("#9d0f3f", "#9d0f3f"));
        assert_eq!(made["color-on-primary"], "#ffffff");
        let made = palette(Colour::parse("#ffd500").unwrap(), &light);
        let of = |token: &str| Colour::parse(&made[token]).unwrap();
        let white = Colour::parse("#fff").unwrap();
        assert!((4.5..5.6).contains(&of("color-link").contrast(white)), "{made:?}");
        assert!((3.0..4.0).contains(&of("color-primary").contrast(white)), "{made:?}");
    }
}
