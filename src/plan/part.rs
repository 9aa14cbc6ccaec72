//! Parts: what pages are put together from.

use std::hash::Hash;

use serde::Serialize;
use tera::Value;

use crate::base::{Fingerprint, Mixer};

/// A value for templates and the fingerprint of what it shows.
#[derive(Clone, Debug)]
pub struct Part {
    /// The value.
    pub value: Value,
    /// What it shows.
    pub fingerprint: Fingerprint,
}

impl Part {
    /// A part of a view.
    pub fn of<T: Serialize + Hash + ?Sized>(view: &T) -> Self {
        let value = Value::try_from_serializable(view).unwrap_or_else(|_| Value::none());
        Self { value, fingerprint: Fingerprint::of_value(view) }
    }

    /// A list of parts.
    pub fn list<'a>(parts: impl IntoIterator<Item = &'a Part>) -> Self {
        let mut mixer = Mixer::default();
        let mut values: Vec<Value> = Vec::new();
        for part in parts {
            mixer.add(&part.fingerprint);
            values.push(part.value.clone());
        }
        mixer.add(&values.len());
        Self { value: Value::from(values), fingerprint: mixer.finish128() }
    }
}
