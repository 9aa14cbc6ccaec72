//! Where a picture is shown: a broken one is told at each text and centre that shows it, since there it is chosen and there another is put in its
//! place.

use super::references::image_path;
use super::{Article, Section, Sourced};
use crate::base::{At, Code, Diagnostic, Seg, SourcePath, Value, key};
use crate::parse::article::Refs;
use crate::parse::check::ImageUse;

/// One mention of a picture.
struct PictureMention<'a> {
    path: Option<SourcePath>,
    written: &'a str,
    file: SourcePath,
    at: At,
}

/// Takes what was found of pictures to the texts and centres that show them.
pub fn take_to_mentions(section: &Section, found: &mut Vec<Diagnostic>) {
    let is_of_picture = |found: &Diagnostic| {
        found.code == Code::BadImage
            && found.at == At::File
            && found.file.as_ref().is_some_and(|file| section.images.contains_key(file))
    };
    if !found.iter().any(is_of_picture) {
        return;
    }
    let mentions = mentions(section);
    let (broken, others): (Vec<_>, Vec<_>) = std::mem::take(found).into_iter().partition(is_of_picture);
    *found = others;
    for diagnostic in broken {
        let before = found.len();
        let shown = mentions.iter().filter(|mention| mention.path == diagnostic.file);
        found.extend(shown.map(|mention| at_mention(&diagnostic, mention)));
        if found.len() == before {
            found.push(diagnostic);
        }
    }
}

fn at_mention(diagnostic: &Diagnostic, mention: &PictureMention<'_>) -> Diagnostic {
    let word = |(name, value): &(crate::base::Word, Value)| match name.as_ref() {
        "image" => (name.clone(), Value::Text(mention.written.to_string())),
        _ => (name.clone(), value.clone()),
    };
    let args = diagnostic.args.iter().map(word).collect();
    Diagnostic {
        file: Some(mention.file.clone()),
        at: mention.at.clone(),
        place: None,
        args,
        ..diagnostic.clone()
    }
}

fn mentions(section: &Section) -> Vec<PictureMention<'_>> {
    let mut mentions = Vec::new();
    for version in versions(&section.news) {
        in_text(&version.path, &version.value.refs, &mut mentions);
        let image = version.value.image.iter();
        mentions.extend(image.map(|image| in_field(&version.path, image, vec![key("image")])));
    }
    for version in versions(&section.pages) {
        in_text(&version.path, &version.value.refs, &mut mentions);
    }
    in_look(section, &mut mentions);
    let guests = section.guests.values().map(|guest| &guest.centre);
    for centre in section.centres.iter().chain(guests) {
        let images = centre.value.images.iter().enumerate();
        mentions.extend(
            images
                .map(|(index, image)| in_field(&centre.path, image, vec![key("images"), Seg::Index(index)])),
        );
    }
    mentions
}

fn in_look<'a>(section: &'a Section, mentions: &mut Vec<PictureMention<'a>>) {
    let (Some(id), Some(config)) = (&section.id, &section.config) else { return };
    let Some(look) = &config.look else { return };
    let file = SourcePath::new(&format!("content/{id}/municipality.yaml"));
    let image = look.image.iter();
    mentions.extend(image.map(|image| in_field(&file, image, vec![key("look"), key("image")])));
    mentions.extend(look.logo.iter().map(|written| PictureMention {
        path: image_path(&file, written),
        written,
        file: file.clone(),
        at: At::Value(vec![key("look"), key("logo")]),
    }));
}

fn versions<T>(articles: &[Article<T>]) -> impl Iterator<Item = &Sourced<T>> {
    articles.iter().flat_map(|article| article.versions.values())
}

fn in_text<'a>(file: &'a SourcePath, refs: &'a Refs, mentions: &mut Vec<PictureMention<'a>>) {
    mentions.extend(refs.images.iter().map(|image| PictureMention {
        path: SourcePath::join(file.folder(), &image.path),
        written: &image.path,
        file: file.clone(),
        at: At::Span(image.span.clone()),
    }));
}

fn in_field<'a>(file: &SourcePath, image: &'a ImageUse, mut field: Vec<Seg>) -> PictureMention<'a> {
    field.push(key("src"));
    PictureMention {
        path: image_path(file, &image.src),
        written: &image.src,
        file: file.clone(),
        at: At::Value(field),
    }
}
