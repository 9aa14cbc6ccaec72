//! Reads a theme: its folder, those that it extends, and what each of them brings.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::Deserialize;
use tera::Value;

use super::assets::{self, AssetFile, PublishedAssets};
use super::builtin::{self, FileWords};
use super::read::{forbidden, read_yaml};
use super::words::WordsPart;
use super::{Theme, ThemeWords, Tokens, contrast, templates};
use crate::base::{At, Code, Diagnostic, Fingerprint, Mixer, Seg, SourcePath, nearest};
use crate::input::Inputs;
use crate::parse;

/// `theme.yaml`.
#[derive(Deserialize, Debug, Default)]
#[serde(deny_unknown_fields)]
struct ThemeFile {
    /// Its name, for people.
    #[expect(
        dead_code,
        reason = "a theme has a name so that a list of themes can be read; the next commands show it"
    )]
    name: String,
    /// The theme that it extends.
    extends: Option<String>,
    /// Custom properties of its stylesheet.
    #[serde(default)]
    tokens: BTreeMap<String, String>,
    /// What is otherwise on a screen that is dark.
    #[serde(default)]
    dark: BTreeMap<String, String>,
}

/// One folder of a chain.
struct Layer {
    name: String,
    file: ThemeFile,
    files: BTreeMap<String, (SourcePath, Arc<[u8]>)>,
    built_in: bool,
}

/// How many bytes the files of a theme may have together. All of them are at hand while a site is built.
const MOST_HELD: usize = 64 << 20;

/// The fields of a theme's file that have tokens.
const TOKENS: &str = "tokens";
const DARK: &str = "dark";

/// The folder that themes lie in.
pub const FOLDER: &str = "themes";

fn files(inputs: &dyn Inputs) -> &[SourcePath] {
    inputs.folder(FOLDER).map_or(&[], |folder| &folder.paths)
}

/// The themes that there are: folders in `themes/`, and `base`.
pub fn theme_names(inputs: &dyn Inputs) -> Vec<String> {
    let mut names: Vec<String> = vec!["base".to_string()];
    for path in files(inputs) {
        if let ["themes", name, _, ..] = path.as_str().split('/').collect::<Vec<_>>().as_slice() {
            names.push((*name).to_string());
        }
    }
    names.sort();
    names.dedup();
    names
}

/// The words of files that were read without a fault: most themes extend one that others extend too.
#[derive(Default)]
pub struct ReadWords(HashMap<(SourcePath, Fingerprint), FileWords>);

/// Loads a theme; none when it does not exist or is too broken to say anything with.
pub fn load(
    name: &str,
    inputs: &dyn Inputs,
    read: &mut ReadWords,
    found: &mut Vec<Diagnostic>,
) -> Option<Theme> {
    let layers = chain(name, inputs, found)?;
    let chain: Vec<String> = layers.iter().map(|layer| layer.name.clone()).collect();
    let before = found.len();
    let (texts, sources) = template_texts(&layers, found);
    let tera = templates::set_up(&chain, &texts, &sources, found);
    check_names(&layers, found);
    let tokens = merge_tokens(&layers, (TOKENS, |file| &file.tokens), Tokens::default(), found);
    let dark =
        is_dark_too(&layers).then(|| merge_tokens(&layers, (DARK, |file| &file.dark), tokens.clone(), found));
    let asset_files = asset_files(&layers);
    // The one that a page holds within itself, and the one that is XML.
    let texts = asset_files.iter().filter(|(name, _)| name.ends_with(".css") || name.ends_with(".svg"));
    let texts = texts.filter_map(|(_, file)| Some((&file.path, std::str::from_utf8(&file.bytes).ok()?)));
    found.extend(texts.filter_map(|(path, text)| forbidden(path, text)));
    let PublishedAssets { mut assets, rules, fonts } = assets::publish(&asset_files, found);
    let site = assets::site(&assets::tokens_css(&tokens, dark.as_ref()), &rules, "");
    assets.insert(site.name.clone(), Arc::new(site));
    let words = merge_words(&layers, read, found);
    parse::find_places(&mut found[before..], inputs);
    let css = assets::inline(&assets);
    let theme = Theme {
        name: name.to_string(),
        chain,
        asset_urls: assets::urls(&assets),
        css: Value::safe_string(&css),
        css_integrity: assets::integrity(&css),
        tera: Arc::new(tera),
        sources: Arc::new(sources),
        words,
        assets,
        rules: Arc::from(rules),
        fonts: Arc::new(fonts),
        tokens,
        dark,
        fingerprint: fingerprint(&layers),
    };
    let before = found.len();
    found.extend(contrast::check(&theme, |path| inputs.exists(path)));
    parse::find_places(&mut found[before..], inputs);
    Some(theme)
}

/// The colours of a theme and nothing else of it: for a light screen, and for a dark one where it has one.
pub fn colours(name: &str, inputs: &dyn Inputs) -> Option<(Tokens, Option<Tokens>)> {
    let found = &mut Vec::new();
    let layers = chain(name, inputs, found)?;
    let tokens = merge_tokens(&layers, (TOKENS, |file| &file.tokens), Tokens::default(), found);
    let dark =
        is_dark_too(&layers).then(|| merge_tokens(&layers, (DARK, |file| &file.dark), tokens.clone(), found));
    Some((tokens, dark))
}

fn fingerprint(layers: &[Layer]) -> Fingerprint {
    let mut mixer = Mixer::default();
    for layer in layers {
        mixer.add(&layer.name);
        for (name, (_, bytes)) in &layer.files {
            mixer.add(name).add(&Fingerprint::of(bytes));
        }
    }
    mixer.finish128()
}

fn chain(name: &str, inputs: &dyn Inputs, found: &mut Vec<Diagnostic>) -> Option<Vec<Layer>> {
    let mut layers: Vec<Layer> = Vec::new();
    let mut next = Some(name.to_string());
    while let Some(name) = next.take() {
        if layers.iter().any(|layer| layer.name == name) {
            let ring = layers
                .iter()
                .map(|layer| layer.name.as_str())
                .chain([name.as_str()])
                .collect::<Vec<_>>()
                .join(" → ");
            found.push(Diagnostic::anywhere(Code::ThemeRing).with("ring", ring));
            return None;
        }
        let Some(layer) = layer(&name, inputs, found) else {
            // A municipality that names a theme is told at its own field; a theme that extends one is told here.
            if let Some(child) = layers.last() {
                let names = theme_names(inputs);
                let proposal = nearest(&name, names.iter().map(String::as_str)).unwrap_or("none");
                let path = SourcePath::new(&format!("themes/{}/theme.yaml", child.name));
                let diagnostic = Diagnostic::new(Code::NoSuchTheme, &path, At::field("extends"));
                found.push(
                    diagnostic
                        .with("theme", &name)
                        .with("proposal", proposal)
                        .with("themes", names.join(", ")),
                );
                let last = found.len() - 1;
                parse::find_places(&mut found[last..], inputs);
            }
            return None;
        };
        next = layer.file.extends.clone();
        layers.push(layer);
    }
    Some(layers)
}

fn layer(name: &str, inputs: &dyn Inputs, found: &mut Vec<Diagnostic>) -> Option<Layer> {
    let prefix = format!("themes/{name}/");
    let paths = files(inputs);
    let start = paths.partition_point(|path| path.as_str() < prefix.as_str());
    let own = paths[start..].iter().take_while(|path| path.as_str().starts_with(&prefix));
    let mut files: BTreeMap<String, (SourcePath, Arc<[u8]>)> = BTreeMap::new();
    let mut held = 0;
    for path in own.filter(|path| !crate::base::has_ignored_part(path.as_str())) {
        match inputs.read(path) {
            Ok(bytes) => {
                held += bytes.len();
                if held > MOST_HELD {
                    let words = Diagnostic::new(Code::TooMuch, path, At::File).with("kind", "assets");
                    found.push(words.with("number", held >> 20).with("most", MOST_HELD >> 20));
                    break;
                }
                let inner = path.as_str()[prefix.len()..].to_string();
                files.insert(inner, (path.clone(), Arc::from(bytes.as_ref())));
            }
            Err(error) => found.push(error.diagnostic(path)),
        }
    }
    // A folder of this name without what makes it a theme was meant to add to it.
    let built_in = name == "base" && !files.contains_key("theme.yaml");
    let path = SourcePath::new(&format!("{prefix}theme.yaml"));
    if built_in {
        if !files.is_empty() {
            found.push(Diagnostic::anywhere(Code::TemplateMissing).with("theme", name).with("name", &path));
            files.clear();
        }
        for (path, bytes) in builtin::BASE {
            files.insert(
                path.trim_start_matches(&prefix).to_string(),
                (SourcePath::new(path), Arc::from(*bytes)),
            );
        }
    }
    if files.is_empty() {
        return None;
    }
    let file = match files.get("theme.yaml") {
        Some((path, bytes)) => read_yaml(path, bytes, found).unwrap_or_default(),
        None => {
            found.push(Diagnostic::anywhere(Code::TemplateMissing).with("theme", name).with("name", path));
            ThemeFile::default()
        }
    };
    Some(Layer { name: name.to_string(), file, files, built_in })
}

type Templates = (Vec<(String, String)>, BTreeMap<String, SourcePath>);

fn template_texts(layers: &[Layer], found: &mut Vec<Diagnostic>) -> Templates {
    let mut texts = Vec::new();
    let mut sources = BTreeMap::new();
    for layer in layers {
        for (name, (path, bytes)) in &layer.files {
            let Some(name) = name.strip_prefix("templates/").filter(|name| name.ends_with(".html")) else {
                continue;
            };
            let full = format!("{}/{name}", layer.name);
            match std::str::from_utf8(bytes) {
                Ok(text) => {
                    found.extend(forbidden(path, text));
                    texts.push((full.clone(), text.to_string()));
                }
                Err(_) => {
                    let diagnostic = Diagnostic::new(Code::NotUtf8, path, At::File);
                    found.push(diagnostic.with("encoding", "none").with("line", 0));
                }
            }
            if !layer.built_in {
                sources.insert(full, path.clone());
            }
        }
    }
    (texts, sources)
}

/// Has each theme of the chain that has colours of its own those for a dark screen too? Else one would see half of each.
fn is_dark_too(layers: &[Layer]) -> bool {
    let has_colours = |layer: &&Layer| layer.file.tokens.keys().any(|name| name.starts_with("color-"));
    let mut with_colours = layers.iter().filter(has_colours).peekable();
    with_colours.peek().is_some() && with_colours.all(|layer| !layer.file.dark.is_empty())
}

/// A field of a theme's file that has tokens: its name, and how to reach it.
type TokenField = (&'static str, fn(&ThemeFile) -> &BTreeMap<String, String>);

/// The tokens of a field, merged along the chain over those that are there.
fn merge_tokens(
    layers: &[Layer],
    (field, of): TokenField,
    mut tokens: Tokens,
    found: &mut Vec<Diagnostic>,
) -> Tokens {
    for layer in layers.iter().rev() {
        for (name, value) in of(&layer.file) {
            let new = |code| {
                let path = SourcePath::new(&format!("themes/{}/theme.yaml", layer.name));
                Diagnostic::new(code, &path, At::Value(vec![Seg::Key(field.into()), Seg::Key(name.clone())]))
            };
            if !crate::base::is_slug(name) || !assets::is_token_value(value) {
                found.push(new(Code::BadToken).with("token", name).with("value", value));
            } else if let Some(host) = assets::loaded_by_token(value) {
                found.push(new(Code::LoadsFromElsewhere).with("what", name).with("host", host));
            } else {
                tokens.values.insert(name.clone(), value.trim().to_string());
                tokens.givers.insert(name.clone(), (layer.name.clone(), field));
            }
        }
    }
    tokens
}

/// Says which tokens do nothing: those that no theme below has and no stylesheet or template of the chain uses.
fn check_names(layers: &[Layer], found: &mut Vec<Diagnostic>) {
    let mut known: Vec<&str> = Vec::new();
    for layer in layers.iter().rev() {
        let own = layer.file.tokens.keys().map(|name| (TOKENS, name));
        for (field, name) in own.chain(layer.file.dark.keys().map(|name| (DARK, name))) {
            let is_known = layer.file.extends.is_none() || known.contains(&name.as_str());
            if !is_known && crate::base::is_slug(name) && !is_used(name, layers) {
                let colour = known.iter().copied().find(|known| known.strip_prefix("color-") == Some(name));
                let near = colour.or_else(|| nearest(name, known.iter().copied()));
                let path = SourcePath::new(&format!("{FOLDER}/{}/theme.yaml", layer.name));
                let at = At::Key(vec![Seg::Key(field.into()), Seg::Key(name.clone())]);
                let diagnostic = Diagnostic::new(Code::UnknownField, &path, at).with("field", name);
                let diagnostic = diagnostic.with("proposal", near.unwrap_or("none"));
                let diagnostic = diagnostic.with("fields", known.join(", ")).with("instead", "none");
                found.push(match near {
                    Some(near) => diagnostic.instead(near),
                    None => diagnostic,
                });
            }
        }
        known.extend(layer.file.tokens.keys().map(String::as_str));
    }
}

/// Does a stylesheet or template of the chain name this custom property?
fn is_used(name: &str, layers: &[Layer]) -> bool {
    let property = format!("--{name}");
    let uses = |text: &str| {
        text.match_indices(&property).any(|(at, _)| {
            let after = text[at + property.len()..].chars().next();
            after.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | '_'))
        })
    };
    let files = layers.iter().flat_map(|layer| &layer.files);
    let mut texts = files.filter(|(name, _)| name.ends_with(".css") || name.ends_with(".html"));
    texts.any(|(_, (_, bytes))| std::str::from_utf8(bytes).is_ok_and(uses))
}

fn asset_files(layers: &[Layer]) -> BTreeMap<String, AssetFile> {
    let mut files = BTreeMap::new();
    for layer in layers.iter().rev() {
        for (name, (path, bytes)) in &layer.files {
            if let Some(name) = name.strip_prefix("assets/") {
                files.insert(name.to_string(), AssetFile { path: path.clone(), bytes: bytes.clone() });
            }
        }
    }
    files
}

impl ReadWords {
    /// The words of a file.
    fn of(&mut self, path: &SourcePath, bytes: &[u8], found: &mut Vec<Diagnostic>) -> FileWords {
        let key = (path.clone(), Fingerprint::of(bytes));
        if let Some(words) = self.0.get(&key) {
            return words.clone();
        }
        let before = found.len();
        let words: FileWords = read_yaml(path, bytes, found).unwrap_or_default();
        if found.len() == before {
            self.0.insert(key, words.clone());
        }
        words
    }
}

fn merge_words(layers: &[Layer], read: &mut ReadWords, found: &mut Vec<Diagnostic>) -> ThemeWords {
    let mut words = ThemeWords::default();
    for layer in layers.iter().rev() {
        for (name, (path, bytes)) in &layer.files {
            let Some(lang) = name.strip_prefix("words/").and_then(|name| name.strip_suffix(".yaml")) else {
                continue;
            };
            let part = if builtin::has_words(path.as_str(), bytes) {
                WordsPart::BuiltIn(path.clone())
            } else {
                WordsPart::Read(read.of(path, bytes, found))
            };
            words.add(lang, part);
        }
    }
    words
}
