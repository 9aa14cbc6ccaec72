//! Puts the files of `themes/base` into the program, so that a folder with only `content/` builds.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script works on the disk; the rule is for the library's core"
)]

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let missing = |name: &str| io::Error::other(format!("cargo did not set {name}"));
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or_else(|| missing("CARGO_MANIFEST_DIR"))?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| missing("OUT_DIR"))?);
    let base = root.join("themes/base");
    println!("cargo::rerun-if-changed={}", base.display());
    let mut files = Vec::new();
    gather(&base, &mut files)?;
    files.sort();
    let mut code = String::from("&[\n");
    for file in &files {
        println!("cargo::rerun-if-changed={}", file.display());
        let name = file.strip_prefix(&root).map_err(io::Error::other)?;
        code.push_str(&format!(
            "    ({:?}, include_bytes!({:?})),\n",
            name.to_string_lossy(),
            file.to_string_lossy()
        ));
    }
    code.push_str("]\n");
    fs::write(out.join("base_theme.rs"), code)
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        match (hidden, path.is_dir()) {
            (true, _) => {}
            (false, true) => gather(&path, files)?,
            (false, false) => files.push(path),
        }
    }
    Ok(())
}
