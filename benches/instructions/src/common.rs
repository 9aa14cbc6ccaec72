//! What is shared with the other benchmarks: the generated site in two dialects.

#[path = "../../common/fcsite_dialect.rs"]
pub mod fcsite_dialect;
#[path = "../../common/hugo_dialect.rs"]
pub mod hugo_dialect;
#[path = "../../common/install.rs"]
pub mod install;
#[path = "../../common/model.rs"]
pub mod model;
#[path = "../../common/places.rs"]
pub mod places;
#[path = "../../common/prng.rs"]
pub mod prng;
#[path = "../../common/stock.rs"]
pub mod stock;
#[path = "../../common/text.rs"]
pub mod text;
