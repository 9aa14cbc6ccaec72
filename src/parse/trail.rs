//! The way to a field, while its file is checked.

use crate::base::{At, Seg};

/// The way to a field, kept on the stack; written out only when there is something to report.
#[derive(Clone, Copy)]
pub struct Trail<'a> {
    parent: Option<&'a Trail<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Top,
    Key(&'a str),
    Index(usize),
}

impl<'a> Trail<'a> {
    /// The file's top.
    pub const TOP: Trail<'static> = Trail { parent: None, step: Step::Top };

    /// A field.
    pub fn key(&'a self, name: &'a str) -> Trail<'a> {
        Trail { parent: Some(self), step: Step::Key(name) }
    }

    /// An item of a list.
    pub fn index(&'a self, index: usize) -> Trail<'a> {
        Trail { parent: Some(self), step: Step::Index(index) }
    }

    /// The field's value.
    pub fn value(&self) -> At {
        At::Value(self.path())
    }

    /// The field's name.
    pub fn name(&self) -> At {
        At::Key(self.path())
    }

    /// Words in the field's value.
    pub fn part(&self, words: &str) -> At {
        At::Part { path: self.path(), in_key: false, words: words.to_string(), from: None }
    }

    /// Words in the field's name.
    pub fn name_part(&self, words: &str) -> At {
        At::Part { path: self.path(), in_key: true, words: words.to_string(), from: None }
    }

    /// The field that it leads to, or whose list it leads into.
    pub fn field(&self) -> &str {
        match self.step {
            Step::Key(name) => name,
            Step::Top | Step::Index(_) => self.parent.map_or("", Trail::field),
        }
    }

    fn path(&self) -> Vec<Seg> {
        let mut path = self.parent.map(Trail::path).unwrap_or_default();
        match self.step {
            Step::Top => {}
            Step::Key(name) => path.push(Seg::Key(name.to_string())),
            Step::Index(index) => path.push(Seg::Index(index)),
        }
        path
    }
}
