//! What the benchmarks share: the generated site in its dialects, Hugo, processes measured as wholes, and how figures are written.
//! A folder of modules and no crate: benchmarks are not worth one.

pub mod fcsite_dialect;
pub mod figures;
pub mod hugo_dialect;
pub mod install;
pub mod measure;
pub mod model;
pub mod places;
pub mod prng;
pub mod stock;
pub mod text;
pub mod workshop;
