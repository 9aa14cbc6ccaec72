//! The site that is attacked: two municipalities, a theme, a picture; and the program, with an environment of its own.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use image::{ImageFormat, Rgb, RgbImage};

/// The program: that of the tests, or the one that `FCSITE_BINARY` names, so that thousands are tried with one that was compiled for use.
pub static PROGRAM: LazyLock<String> = LazyLock::new(|| {
    std::env::var("FCSITE_BINARY").unwrap_or_else(|_| env!("CARGO_BIN_EXE_fcsite").to_string())
});

/// The news item that is edited.
pub const NEWS: &str = "content/alfa/news/2026-01-02-nyhet.md";

/// What a news item of some version says.
pub fn news(version: u32) -> String {
    format!(
        "---\ntitle: Nyhet {version}\nlead: Ingress.\n---\nText {version}.\n\n![En bild](../images/bild.png)\n"
    )
}

/// Writes a file with the folders above it.
pub fn write(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Writes the whole content.
pub fn write_content(root: &Path, version: u32) {
    let site = "title: Länet\nbase_url: https://lan.example\norganisation: Länet\n";
    write(root, "content/site.yaml", site);
    write(root, "content/alfa/municipality.yaml", "name: Alfa kommun\ncode: \"0127\"\ntheme: egen\n");
    write(root, "content/beta/municipality.yaml", "name: Beta kommun\ncode: \"0138\"\n");
    let centre = "name: Torget\nstatus: open\nreviewed: 2026-02-01\naddress: {street: Torget 1}\nservices:\n  - kind: child_health\n";
    write(root, "content/alfa/centres/torget.yaml", centre);
    write(root, NEWS, news(version));
    let beta = "---\ntitle: Beta\nlead: Ingress.\n---\nText.\n";
    write(root, "content/beta/news/2026-01-03-beta.md", beta);
    write(root, "content/_shared/pages/om.md", "---\ntitle: Om oss\n---\nText.\n");
    write(root, "themes/egen/theme.yaml", "name: Egen\nextends: base\n");
    write(root, "themes/egen/assets/theme.css", "body { margin: 1px }\n");
    let picture = root.join("content/alfa/images/bild.png");
    fs::create_dir_all(picture.parent().unwrap()).unwrap();
    let scene = RgbImage::from_fn(420, 30, |x, y| Rgb([(x % 256) as u8, (y * 8) as u8, 90]));
    scene.save_with_format(picture, ImageFormat::Png).unwrap();
}

/// A program in a folder, with nothing of the environment but what is said here. `state` is where fcsite may keep what is its user's.
pub fn program(name: &str, folder: &Path, state: &Path) -> Command {
    let mut command = Command::new(name);
    command.current_dir(folder).env_clear().stdin(Stdio::null());
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("HOME", state.join("home")).env("XDG_STATE_HOME", state);
    // Not a pool as wide as the machine: the site is small, and several of these run at once.
    command.env("LANG", "C.UTF-8").env("TERM", "dumb").env("RAYON_NUM_THREADS", "2");
    command
}
