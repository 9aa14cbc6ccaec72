//! How people write: the words of fields that have a choice, and values of more than one shape.
//!
//! These types know shapes and names only, and how a schema says them. What a file holds, and whether a date is a date and an interval ends
//! after it begins, is in the groups of fields of [`super::municipality`], [`super::centre`] and [`super::article`].

mod article;
mod calendar;
mod centre;
pub(crate) mod forms;
mod municipality;
pub(crate) mod rules;

pub use article::*;
pub use calendar::*;
pub use centre::*;
pub use municipality::*;
