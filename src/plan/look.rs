//! The face of a municipality on its pages: its logo beside its name, its picture on the front page.

use super::scope::{Scope, image_view};
use super::{ImageView, LookView};
use crate::base::SourcePath;
use crate::model::{Logo, Section, image_path};
use crate::theme::LOGO;

/// What every page of a section wears.
pub fn look(scope: &Scope<'_>) -> LookView {
    let section = scope.section;
    let colour = section.config.as_ref().and_then(|config| config.look.as_ref()?.colour);
    let logo = section.logo.as_ref().and_then(|logo| match logo {
        Logo::Picture(path) => section.images.get(path).map(image_view),
        Logo::Drawing(drawing) => scope.theme.assets.get(LOGO).map(|asset| ImageView {
            url: asset.url.clone(),
            width: drawing.width,
            height: drawing.height,
            ..ImageView::default()
        }),
    });
    LookView { colour: colour.map(|colour| colour.css()), logo }
}

/// The picture of the front page.
pub fn front_image(scope: &Scope<'_>) -> Option<ImageView> {
    let config = scope.section.config.as_ref()?;
    let image = config.look.as_ref()?.image.as_ref()?;
    scope.image(image, &config_path(scope.section)?)
}

/// The image files that the face of a municipality shows.
pub fn images(section: &Section) -> Vec<SourcePath> {
    let logo = section.logo.as_ref().and_then(|logo| match logo {
        Logo::Picture(path) => Some(path.clone()),
        Logo::Drawing(_) => None,
    });
    let front = || {
        let image = section.config.as_ref()?.look.as_ref()?.image.as_ref()?;
        image_path(&config_path(section)?, &image.src)
    };
    logo.into_iter().chain(front()).collect()
}

fn config_path(section: &Section) -> Option<SourcePath> {
    section.id.as_ref().map(|id| SourcePath::new(&format!("content/{id}/municipality.yaml")))
}
