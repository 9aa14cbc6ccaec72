//! A reader that takes the names of fields and values in Swedish as well, around one that knows only the program's own.
//!
//! It stands between a serde type and the YAML: whatever group of fields or choice of words the type asks for, the names that are written
//! are turned into those of the type ([`names`]) on their way. So no type knows of it, and a file in English costs a comparison a name.

use std::fmt;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};

use crate::base::names;

/// A reader that takes both languages.
pub struct Both<D>(pub D);

/// Methods that hand a visitor on, which meets what is within through `Both` again.
macro_rules! wrapped {
    ($($method:ident($($arg:ident: $of:ty),*);)*) => {$(
        fn $method<V: Visitor<'de>>(self, $($arg: $of,)* visitor: V) -> Result<V::Value, D::Error> {
            self.0.$method($($arg,)* WithinVisitor(visitor))
        }
    )*};
}

/// Methods for single values.
macro_rules! plain {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.0.$method(visitor)
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Both<D> {
    type Error = D::Error;

    plain! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128 deserialize_u8 deserialize_u16
        deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64 deserialize_char deserialize_str
        deserialize_string deserialize_bytes deserialize_byte_buf deserialize_unit deserialize_identifier
        deserialize_ignored_any
    }

    wrapped! {
        deserialize_any();
        deserialize_option();
        deserialize_seq();
        deserialize_map();
        deserialize_unit_struct(name: &'static str);
        deserialize_newtype_struct(name: &'static str);
        deserialize_tuple(length: usize);
        deserialize_tuple_struct(name: &'static str, length: usize);
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(Truth(visitor))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_struct(
            name,
            fields,
            Group { visitor, vocabulary: Vocabulary::fields(name, fields) },
        )
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        let vocabulary = Vocabulary::values(name, variants);
        self.0.deserialize_enum(name, variants, Choice { visitor, vocabulary })
    }
}

/// The names that a type takes.
#[derive(Clone, Copy)]
pub struct Vocabulary {
    /// The type.
    pub of: &'static str,
    /// The program's names.
    pub known: &'static [&'static str],
    is_of_fields: bool,
}

impl Vocabulary {
    /// The fields of a type.
    pub fn fields(of: &'static str, known: &'static [&'static str]) -> Self {
        Self { of, known, is_of_fields: true }
    }

    /// The values of a type.
    pub fn values(of: &'static str, known: &'static [&'static str]) -> Self {
        Self { of, known, is_of_fields: false }
    }

    /// The program's name for what is written.
    pub fn meant(&self, written: &str) -> Option<&'static str> {
        if self.is_of_fields {
            names::field(self.of, self.known, written)
        } else {
            names::value(self.of, self.known, written)
        }
    }
}

/// Reads a name, and gives the type its own.
struct Named<S> {
    seed: S,
    vocabulary: Vocabulary,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Named<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for Named<S> {
    type Value = S::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("field identifier")
    }

    fn visit_str<E: de::Error>(self, written: &str) -> Result<S::Value, E> {
        let name = self.vocabulary.meant(written).unwrap_or(written);
        self.seed.deserialize(IntoDeserializer::<E>::into_deserializer(name))
    }
}

/// A type's visitor for a group of fields.
struct Group<V> {
    visitor: V,
    vocabulary: Vocabulary,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Group<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_map(SwedishEntries { map, vocabulary: Some(self.vocabulary) })
    }
}

/// A type's visitor for one of some words.
struct Choice<V> {
    visitor: V,
    vocabulary: Vocabulary,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Choice<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_enum(SwedishWord { access, vocabulary: self.vocabulary })
    }
}

struct SwedishWord<A> {
    access: A,
    vocabulary: Vocabulary,
}

impl<'de, A: EnumAccess<'de>> EnumAccess<'de> for SwedishWord<A> {
    type Error = A::Error;
    type Variant = A::Variant;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, A::Variant), A::Error> {
        self.access.variant_seed(Named { seed, vocabulary: self.vocabulary })
    }
}

/// A type's visitor for true or false.
struct Truth<V>(V);

impl<'de, V: Visitor<'de>> Visitor<'de> for Truth<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_bool<E: de::Error>(self, truth: bool) -> Result<V::Value, E> {
        self.0.visit_bool(truth)
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<V::Value, E> {
        match names::truth(word) {
            Some(truth) => self.0.visit_bool(truth),
            None => Err(E::invalid_type(de::Unexpected::Str(word), &self)),
        }
    }
}

/// Any other visitor.
struct WithinVisitor<V>(V);

macro_rules! handed_on {
    ($($method:ident($of:ty);)*) => {$(
        fn $method<E: de::Error>(self, value: $of) -> Result<V::Value, E> {
            self.0.$method(value)
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for WithinVisitor<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    handed_on! {
        visit_bool(bool);
        visit_i64(i64);
        visit_i128(i128);
        visit_u64(u64);
        visit_u128(u128);
        visit_f64(f64);
        visit_char(char);
        visit_str(&str);
        visit_borrowed_str(&'de str);
        visit_string(String);
        visit_bytes(&[u8]);
        visit_borrowed_bytes(&'de [u8]);
        visit_byte_buf(Vec<u8>);
    }

    fn visit_none<E: de::Error>(self) -> Result<V::Value, E> {
        self.0.visit_none()
    }

    fn visit_unit<E: de::Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(Both(deserializer))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.0.visit_newtype_struct(Both(deserializer))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(SwedishItems(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(SwedishEntries { map, vocabulary: None })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        self.0.visit_enum(access)
    }
}

/// What reads an item or a value through `Both`.
struct Through<S>(S);

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Through<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Both(deserializer))
    }
}

struct SwedishItems<A>(A);

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for SwedishItems<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(Through(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

struct SwedishEntries<A> {
    map: A,
    vocabulary: Option<Vocabulary>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for SwedishEntries<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        match self.vocabulary {
            Some(vocabulary) => self.map.next_key_seed(Named { seed, vocabulary }),
            None => self.map.next_key_seed(seed),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.map.next_value_seed(Through(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.map.size_hint()
    }
}
