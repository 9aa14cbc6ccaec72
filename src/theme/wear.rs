//! A theme as a municipality wears it: in its own colour and font, with its own mark.

use std::sync::Arc;

use tera::Value;

use super::palette::palette;
use super::{Asset, Theme, Tokens, assets};
use crate::base::Mixer;
use crate::parse::colour::Colour;

/// What a municipality wears.
#[derive(Clone, Copy, Debug)]
pub struct Wear<'a> {
    /// Its colour.
    pub colour: Option<Colour>,
    /// One of the theme's fonts.
    pub font: Option<&'a str>,
    /// Its logo, where that is a drawing, which is harmless.
    pub logo: Option<&'a Arc<[u8]>>,
}

/// What a colour became where it could not be kept: on a light screen and on a dark one, where the theme has one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MovedToken {
    /// Links.
    pub link: (String, Option<String>),
    /// Icons and the lines round what is pressed.
    pub line: (String, Option<String>),
}

/// The asset that a drawn logo is: its name for templates.
pub const LOGO: &str = "logo.svg";

impl Theme {
    /// Has the theme no font of this name?
    pub fn lacks_font(&self, name: &str) -> bool {
        !self.fonts.contains_key(name)
    }

    /// The theme with what a municipality wears, and where its colour was moved.
    pub fn worn(&self, wear: &Wear<'_>) -> (Self, Option<MovedToken>) {
        let of = |tokens: &Tokens| match wear.colour {
            Some(colour) => Tokens { values: palette(colour, tokens), givers: tokens.givers.clone() },
            None => tokens.clone(),
        };
        let (mut tokens, dark) = (of(&self.tokens), self.dark.as_ref().map(of));
        if wear.colour.is_some() {
            // Wide enough to be seen as a colour.
            tokens.values.insert("line-brand".to_string(), "4px".to_string());
        }
        let font = wear.font.and_then(|font| self.fonts.get(font));
        let mut assets = self.assets.clone();
        for drawing in ["hero.svg", "favicon.svg"].into_iter().filter_map(|name| self.assets.get(name)) {
            if let Some(asset) = assets::recoloured(drawing, &self.tokens, &tokens.values) {
                assets.insert(asset.name.clone(), Arc::new(asset));
            }
        }
        for asset in font.into_iter().flat_map(|font| &font.files) {
            assets.insert(asset.name.clone(), asset.clone());
        }
        if let Some(bytes) = wear.logo {
            assets.insert(LOGO.to_string(), Arc::new(Asset::of(LOGO, bytes.clone())));
        }
        let font_rules = font.map_or("", |font| font.rules.as_str());
        let site = assets::site(&assets::tokens_css(&tokens, dark.as_ref()), &self.rules, font_rules);
        assets.insert(site.name.clone(), Arc::new(site));
        let moved = wear.colour.and_then(|colour| moved(colour, &tokens, dark.as_ref()));
        let mut mixer = Mixer::default();
        mixer.add(&self.fingerprint);
        assets.values().for_each(|asset| {
            mixer.add(&asset.name).add(&asset.fingerprint);
        });
        let css = assets::inline(&assets);
        let worn = Self {
            name: self.name.clone(),
            chain: self.chain.clone(),
            tera: self.tera.clone(),
            sources: self.sources.clone(),
            words: self.words.clone(),
            asset_urls: assets::urls(&assets),
            css: Value::safe_string(&css),
            css_integrity: assets::integrity(&css),
            assets,
            rules: self.rules.clone(),
            fonts: self.fonts.clone(),
            tokens,
            dark,
            fingerprint: mixer.finish128(),
        };
        (worn, moved)
    }
}

/// Where a colour is not what was given; none where it is kept everywhere.
fn moved(given: Colour, tokens: &Tokens, dark: Option<&Tokens>) -> Option<MovedToken> {
    let of = |token: &str| {
        let value = |tokens: &Tokens| tokens.values.get(token).cloned().unwrap_or_default();
        (value(tokens), dark.map(value))
    };
    let moved = MovedToken { link: of("color-link"), line: of("color-primary") };
    let given = given.css();
    let is_kept = |(light, dark): &(String, Option<String>)| {
        *light == given && dark.as_ref().is_none_or(|dark| *dark == given)
    };
    (!is_kept(&moved.link) || !is_kept(&moved.line)).then_some(moved)
}
