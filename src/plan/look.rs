//! The pictures of a municipality's face: its logo, and the one on its front page.

use super::ImageView;
use super::scope::Scope;
use crate::base::SourcePath;
use crate::model::{Logo, Section, image_path};

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
