//! The files as people write them: one serde type for each kind of file, field by field as in the content model.
//!
//! These types know shapes and names only. Whether a date is a date and an interval ends after it begins is checked when they
//! become the types of [`super::municipality`], [`super::centre`] and [`super::article`].

mod article;
mod calendar;
mod centre;
mod forms;
mod municipality;
mod rules;

pub use article::*;
pub use calendar::*;
pub use centre::*;
pub use municipality::*;
