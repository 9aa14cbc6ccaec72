//! The names of a type's fields and values, in the language that a file is written in.

use crate::base::{names, nearest};

/// The names of a type, said in the language that the file is written in.
#[derive(Clone, Copy)]
pub struct Naming {
    /// The type.
    pub of: &'static str,
    /// Does the file name its fields in Swedish?
    pub swedish: bool,
}

impl Naming {
    /// A field, by the name that it has in this file's language.
    pub fn field(self, english: &'static str) -> &'static str {
        names::swedish_field(self.of, english).filter(|_| self.swedish).unwrap_or(english)
    }

    /// The fields of a type, each name once: two fields may have the same.
    pub fn fields(self, known: &'static [&'static str]) -> String {
        let mut named: Vec<&str> = Vec::new();
        for name in known.iter().map(|field| self.field(field)) {
            if !named.contains(&name) {
                named.push(name);
            }
        }
        named.join(", ")
    }

    /// A value, by the word that it has in this file's language.
    pub fn value(self, english: &'static str) -> &'static str {
        names::swedish_value(self.of, english).filter(|_| self.swedish).unwrap_or(english)
    }

    /// The field that an unknown name was most likely meant to be: by the program's name, and as it is to be written.
    pub fn near_field(
        self,
        word: &str,
        known: &'static [&'static str],
    ) -> Option<(&'static str, &'static str)> {
        let also = known.iter().flat_map(|field| names::swedish_names(self.of, field));
        let near = nearest(word, known.iter().chain(also).copied())?;
        let meant = names::field(self.of, known, near)?;
        Some((meant, if near == meant { self.field(meant) } else { near }))
    }

    /// The value that an unknown word was most likely meant to be, as it is to be written.
    pub fn near_value(self, word: &str, known: &'static [&'static str]) -> Option<&'static str> {
        let also = known.iter().flat_map(|value| names::swedish_values(self.of, value));
        let near = nearest(word, known.iter().chain(also).copied())?;
        Some(known.iter().copied().find(|value| *value == near).map_or(near, |value| self.value(value)))
    }
}
