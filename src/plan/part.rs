//! Parts: what pages are put together from, each with its fingerprint and about how much it shows.

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
    /// About how many bytes that is.
    pub bytes: usize,
}

impl Part {
    /// A part of a view.
    pub fn of<T: Serialize + Hash + ?Sized>(view: &T) -> Self {
        let value = Value::try_from_serializable(view).unwrap_or_else(|_| Value::none());
        let mut mixer = Mixer::default();
        mixer.add(view);
        Self { value, fingerprint: mixer.finish128(), bytes: mixer.bytes() }
    }

    /// A list of parts.
    pub fn list<'a>(parts: impl IntoIterator<Item = &'a Part>) -> Self {
        let mut mixer = Mixer::default();
        let mut values: Vec<Value> = Vec::new();
        let mut bytes = 0;
        for part in parts {
            bytes += part.bytes;
            mixer.add(&part.fingerprint);
            values.push(part.value.clone());
        }
        mixer.add(&values.len());
        Self { value: Value::from(values), fingerprint: mixer.finish128(), bytes }
    }
}
