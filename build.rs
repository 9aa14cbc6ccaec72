//! Puts the files of `themes/base` into the program, so that a folder with only `content/` builds.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script works on the disk; the rule is for the library's core"
)]

use std::hash::{DefaultHasher, Hash, Hasher};
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
        // Windows writes its paths otherwise; what they are looked up by is the same everywhere.
        let name = file.strip_prefix(&root).map_err(io::Error::other)?;
        let name: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
        code.push_str(&format!(
            "    ({:?}, include_bytes!({:?})),\n",
            name.join("/"),
            file.to_string_lossy()
        ));
    }
    code.push_str("]\n");
    fs::write(out.join("base_theme.rs"), code)?;
    name_the_program(&root)
}

/// A number for the program's own sources: what another program remembered of a build is not believed.
fn name_the_program(root: &Path) -> io::Result<()> {
    let mut files = vec![root.join("Cargo.toml"), root.join("build.rs")];
    // Not there when fcsite is built as another crate's dependency.
    files.extend(Some(root.join("Cargo.lock")).filter(|lock| lock.exists()));
    for folder in ["src", "themes/base"] {
        println!("cargo::rerun-if-changed={}", root.join(folder).display());
        gather(&root.join(folder), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in &files {
        println!("cargo::rerun-if-changed={}", file.display());
        fs::read(file)?.hash(&mut hasher);
    }
    println!("cargo::rustc-env=FCSITE_PROGRAM={:016x}", hasher.finish());
    Ok(())
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
