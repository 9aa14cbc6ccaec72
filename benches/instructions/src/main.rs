//! What is counted is written before, and read after:
//!
//! ```text
//! instructions write FOLDER           the sites: 29 municipalities with 35 news each, in both dialects, and with 70
//! instructions table FOLDER KEPT       what was counted, beside what the file KEPT holds; ends with 1 if one is more than 3 % above
//! instructions keep FOLDER KEPT       writes what was counted into the file KEPT
//! ```

#[expect(dead_code, reason = "only a part of what the benchmarks share is asked for here")]
#[path = "../../common/blades_dialect.rs"]
mod blades_dialect;
#[expect(dead_code, reason = "only a part of what the benchmarks share is asked for here")]
mod common;
mod counts;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use common::fcsite_dialect;
use common::model::Plan;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let result = match words[..] {
        ["write", folder] => write(Path::new(folder)).map(|()| true),
        ["table", folder, kept] => counts::table(Path::new(folder), Path::new(kept)),
        ["keep", folder, kept] => counts::keep(Path::new(folder), Path::new(kept)).map(|()| true),
        _ => Err("instructions write FOLDER | table FOLDER KEPT | keep FOLDER KEPT".into()),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("instructions: {error}");
            ExitCode::from(2)
        }
    }
}

fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    for (name, news_each) in [("small", 35), ("large", 70)] {
        let mut plan = Plan::new(10_000, 1);
        plan.places.truncate(counts::MUNICIPALITIES);
        plan.news_each = news_each;
        fcsite_dialect::write(&plan, &folder.join(name))?;
        if name == "small" {
            let blades = folder.join("blades");
            blades_dialect::write(&plan, &blades, None)?;
            fs::write(blades.join("Blades.toml"), blades_dialect::config(&folder.join("out/blades")))?;
        }
    }
    fs::create_dir_all(folder.join("out"))?;
    let blades = match std::env::var_os("BLADES_BINARY") {
        Some(path) => path.into(),
        None => blades_dialect::program()?,
    };
    fs::write(folder.join("blades.path"), blades.to_string_lossy().as_bytes())?;
    Ok(())
}
