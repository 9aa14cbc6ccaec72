//! A group of fields, each named once: how it is written, how that is checked, and what it becomes.
//!
//! [`record!`] makes two types of one list. The one with its name is what all rooms use, and holds nothing that was not checked. The other
//! has no name: serde reads it, the schema is made of it, and [`Checked::check`] takes it apart, field by field, with the way to each. So a value
//! that cannot be read is told at its place, and no type of a file stands beside the type of what it says.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};

use super::bounds;
use super::trail::Trail;
use crate::base::Report;

/// A form that a field can have.
pub trait Checked {
    /// What stands in the file.
    type Written;
    /// What it becomes.
    type Value;

    /// What is written, checked; none when nothing can stand for it.
    fn check(written: Self::Written, at: &Trail, report: &mut Report) -> Option<Self::Value>;
}

/// A value as serde reads it, in the form that a schema calls `F`.
pub struct As<F, T = String>(pub T, PhantomData<F>);

impl<F, T: Clone> Clone for As<F, T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<'de, F, T: Deserialize<'de>> Deserialize<'de> for As<F, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(|value| Self(value, PhantomData))
    }
}

impl<F: JsonSchema, T> JsonSchema for As<F, T> {
    fn inline_schema() -> bool {
        F::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        F::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        F::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        F::json_schema(generator)
    }
}

/// A field that may be left out; so is one that cannot be read.
impl<F: Checked> Checked for Option<F> {
    type Written = Option<F::Written>;
    type Value = Option<F::Value>;

    fn check(written: Self::Written, at: &Trail, report: &mut Report) -> Option<Self::Value> {
        Some(written.and_then(|written| F::check(written, at, report)))
    }
}

/// A list no longer than a page can show; an item that cannot be read leaves a gap in it.
impl<F: Checked> Checked for Vec<F> {
    type Written = Vec<F::Written>;
    type Value = Vec<F::Value>;

    fn check(written: Self::Written, at: &Trail, report: &mut Report) -> Option<Self::Value> {
        let mut items = Vec::new();
        for (index, written) in bounds::within(written, at, report).into_iter().enumerate() {
            let at = at.index(index);
            match F::check(written, &at, report) {
                Some(item) => items.push(item),
                None => report.leave_out(at.value()),
            }
        }
        Some(items)
    }
}

/// What must stand in the file, and may be unreadable all the same.
pub struct Demanded<F>(PhantomData<F>);

impl<F: Checked> Checked for Demanded<F> {
    type Written = F::Written;
    type Value = Option<F::Value>;

    fn check(written: F::Written, at: &Trail, report: &mut Report) -> Option<Self::Value> {
        Some(F::check(written, at, report))
    }
}

/// What stands for itself when it is left out: no, or a group without fields.
pub struct OrNone<F>(PhantomData<F>);

impl<F: Checked<Value: Default>> Checked for OrNone<F> {
    type Written = Option<F::Written>;
    type Value = F::Value;

    fn check(written: Self::Written, at: &Trail, report: &mut Report) -> Option<Self::Value> {
        Some(written.and_then(|written| F::check(written, at, report)).unwrap_or_default())
    }
}

/// Values that are right as soon as they are read.
macro_rules! right {
    ($($type:ty)*) => {$(
        impl $crate::parse::record::Checked for $type {
            type Written = Self;
            type Value = Self;

            fn check(
                written: Self,
                _: &$crate::parse::trail::Trail,
                _: &mut $crate::base::Report,
            ) -> Option<Self> {
                Some(written)
            }
        }
    )*};
}

right! { bool i32 }

/// Makes a group of fields: `name "as written": Type as Checked => function(fields before it) [attributes for serde and the schema]`.
///
/// Without a form the type is its own. A function is given what is written (of the type that stands for the form), those fields, the way and
/// the report. Fields that are `read` are for the checks alone; those that are `made` come from all that is written; those that are `added`
/// are given by who reads the file. `before` sees what is written; `after` may change what it became, or give none. A schema has the fields
/// in the order of the blocks.
macro_rules! record {
    (@written $type:ty) => { <$type as $crate::parse::record::Checked>::Written };
    (@written $type:ty, as $form:ty) => { <$form as $crate::parse::record::Checked>::Written };
    (@written $type:ty, as $form:ty, by $check:ident) => { $form };
    (@written $type:ty, by $check:ident) => { $type };

    (@check ($($told:expr),*) $type:ty) => { <$type as $crate::parse::record::Checked>::check($($told),*) };
    (@check ($($told:expr),*) $type:ty, as $form:ty) => { <$form as $crate::parse::record::Checked>::check($($told),*) };
    (@check ($written:expr, $($told:expr),*) $type:ty, $(as $form:ty,)? by $check:ident $($with:ident)*) => {
        $check($written, $($with.as_ref(),)* $($told),*)
    };

    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };

    (
        $(#[$about:meta])*
        pub struct $name:ident $([$($attr:meta),*])? {
            $(
                $(#[$doc:meta])*
                $field:ident $($key:literal)? : $type:ty $(as $form:ty)? $(=> $check:ident $(($($with:ident),*))?)?
                $([$($field_attr:meta),*])?
            ),* $(,)?
        }
        $(
            read {$(
                $read:ident $($read_key:literal)? : $read_type:ty $([$($read_attr:meta),*])?
            ),* $(,)?}
            then {$(
                $(#[$then_doc:meta])*
                $then:ident $($then_key:literal)? : $then_type:ty $(as $then_form:ty)?
                $(=> $then_check:ident $(($($then_with:ident),*))?)? $([$($then_attr:meta),*])?
            ),* $(,)?}
        )*
        $(made {$(
            $(#[$made_doc:meta])*
            $made:ident : $made_type:ty => $make:ident $(($($made_with:ident),*))?
        ),* $(,)?})?
        $(added {$(
            $(#[$added_doc:meta])*
            $added:ident : $added_type:ty
        ),* $(,)?})?
        $(before $before:ident)?
        $(after $after:ident)?
    ) => {
        $(#[$about])*
        #[derive(Clone, PartialEq, Eq, Hash, Debug)]
        pub struct $name {
            $($($(#[$added_doc])* pub $added: $added_type,)*)?
            $($(#[$doc])* pub $field: $type,)*
            $($($(#[$then_doc])* pub $then: $then_type,)*)*
            $($($(#[$made_doc])* pub $made: $made_type,)*)?
        }

        const _: () = {
            use $crate::parse::record::Checked;

            #[derive(serde::Deserialize, schemars::JsonSchema)]
            #[serde(deny_unknown_fields)]
            $($(#[$attr])*)?
            pub struct $name {
                $(
                    $(#[serde(rename = $key)])?
                    $($(#[$field_attr])*)?
                    pub $field: record!(@written $type $(, as $form)? $(, by $check)?),
                )*
                $(
                    $(
                        $(#[serde(rename = $read_key)])?
                        $($(#[$read_attr])*)?
                        pub $read: $read_type,
                    )*
                    $(
                        $(#[serde(rename = $then_key)])?
                        $($(#[$then_attr])*)?
                        pub $then: record!(@written $then_type $(, as $then_form)? $(, by $then_check)?),
                    )*
                )*
            }

            impl Checked for self::$name {
                type Written = $name;
                type Value = Self;

                fn check(
                    written: $name,
                    at: &$crate::parse::trail::Trail,
                    report: &mut $crate::base::Report,
                ) -> Option<Self> {
                    $($before(&written, at, report);)?
                    $($(
                        let $made: Option<$made_type> = $make(&written, $($($made_with.as_ref(),)*)? at, report);
                    )*)?
                    $(
                        let key = at.key(record!(@key $field $($key)?));
                        let $field: Option<$type> = record!(
                            @check (written.$field, &key, report)
                            $type $(, as $form)? $(, by $check $($($with)*)?)?
                        );
                    )*
                    $($(
                        let key = at.key(record!(@key $then $($then_key)?));
                        let $then: Option<$then_type> = record!(
                            @check (written.$then, &key, report)
                            $then_type $(, as $then_form)? $(, by $then_check $($($then_with)*)?)?
                        );
                    )*)*
                    let value = Self {
                        $($($added: Default::default(),)*)?
                        $($field: $field?,)*
                        $($($then: $then?,)*)*
                        $($($made: $made?,)*)?
                    };
                    $(let value = $after(value, at, report)?;)?
                    Some(value)
                }
            }
        };
    };
}

/// Makes a choice of words: what each is called in files and by the words of themes. With `in ALL` there is a list of them, and what somebody
/// wrote can be asked for one.
macro_rules! words {
    ($(#[$about:meta])* $name:ident in ALL { $($(#[$doc:meta])* $word:ident = $key:literal),+ $(,)? }) => {
        $crate::parse::record::words! { $(#[$about])* $name { $($(#[$doc])* $word = $key),+ } }

        impl $name {
            /// All of them, in their order.
            pub const ALL: [Self; [$($key),+].len()] = [$(Self::$word),+];

            /// The words for them in files, in the same order.
            pub const KEYS: [&'static str; Self::ALL.len()] = [$($key),+];

            /// The one that a word means, in either language.
            pub fn meant(word: &str) -> Option<Self> {
                let key = $crate::base::names::value(stringify!($name), &Self::KEYS, word)?;
                Self::ALL.into_iter().find(|one| one.key() == key)
            }
        }
    };
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $word:ident = $key:literal),+ $(,)? }) => {
        $crate::base::named! {
            $(#[$about])*
            #[derive(serde::Deserialize, schemars::JsonSchema)]
            pub enum $name: key { $($(#[$doc])* #[serde(rename = $key)] $word = $key),+ }
        }

        $crate::parse::record::right! { $name }
    };
}

pub(crate) use {record, right, words};
