//! A colour as the eye sees it: OKLCH, and what of it a screen can show.

use csscolorparser::Color;

/// A colour that a screen can show, with nothing behind it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Colour {
    rgb: [u8; 3],
}

/// The same by lightness (0 to 1), chroma (0 is grey) and hue (in radians).
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Lch {
    /// How light it is.
    pub lightness: f32,
    /// How far it is from grey.
    pub chroma: f32,
    /// Which colour it is.
    pub hue: f32,
}

impl Colour {
    /// A colour in one of CSS's forms; none for one that only a browser knows, or that lets what is behind it through.
    pub fn parse(text: &str) -> Option<Self> {
        let colour = csscolorparser::parse(text).ok().filter(|colour| colour.a >= 1.0)?;
        let [red, green, blue, _] = colour.to_rgba8();
        Some(Self { rgb: [red, green, blue] })
    }

    /// A colour of its red, green and blue.
    pub const fn of(rgb: [u8; 3]) -> Self {
        Self { rgb }
    }

    /// `#9d0f3f`.
    pub fn css(self) -> String {
        let [red, green, blue] = self.rgb;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// Its red, green and blue.
    pub const fn parts(self) -> [u8; 3] {
        self.rgb
    }

    /// As the eye sees it.
    pub fn lch(self) -> Lch {
        let [red, green, blue] = self.rgb;
        let [lightness, chroma, hue, _] = Color::from_rgba8(red, green, blue, 255).to_oklcha();
        // A grey has a hue of no meaning, left by rounding.
        let chroma = if red == green && green == blue { 0.0 } else { chroma };
        Lch { lightness, chroma, hue }
    }

    /// Its relative luminance (WCAG 2.2, “relative luminance”).
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.rgb.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast of two colours, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }
}

impl Lch {
    /// The colour on a screen, as far from grey as a screen can show it.
    pub fn shown(self) -> Colour {
        let of = |chroma: f32| Color::from_oklcha(self.lightness, chroma, self.hue, 1.0);
        let is_shown = |colour: &Color| {
            [colour.r, colour.g, colour.b].iter().all(|part| (-0.001..=1.001).contains(part))
        };
        let mut colour = of(self.chroma);
        if !is_shown(&colour) {
            let (mut least, mut most) = (0.0, self.chroma);
            for _ in 0..14 {
                let middle = (least + most) / 2.0;
                if is_shown(&of(middle)) { least = middle } else { most = middle }
            }
            colour = of(least);
        }
        let [red, green, blue, _] = colour.to_rgba8();
        Colour { rgb: [red, green, blue] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let ratio = |one: &str, two: &str| Colour::parse(one).unwrap().contrast(Colour::parse(two).unwrap());
        assert!((ratio("#000", "white") - 21.0).abs() < 1e-6);
        // The grey that is just enough on white, and the one that is just not (WebAIM).
        assert!(ratio("#767676", "#ffffff") >= 4.5 && ratio("#777777", "#ffffff") < 4.5);
        assert!(Colour::parse("rgb(0 0 0 / 50%)").is_none() && Colour::parse("var(--x)").is_none());
    }

    #[test]
    fn a_colour_is_the_same_there_and_back() {
        for colour in ["#9d0f3f", "#ffd500", "#39ff14", "#808080", "#000000", "#ffffff", "#c9dcf0"] {
            assert_eq!(Colour::parse(colour).unwrap().lch().shown().css(), colour);
        }
    }
}
