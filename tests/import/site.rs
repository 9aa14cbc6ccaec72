//! A site in a folder, the real program in it, and the workbooks that are brought in.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use rust_xlsxwriter::Workbook;
use tempfile::TempDir;

/// What a command did.
pub struct Done {
    /// Its exit code.
    pub code: i32,
    /// Its data.
    pub out: String,
    /// What it told.
    pub told: String,
}

/// A site with one centre.
pub struct Site(TempDir);

/// The centre's file: names in Swedish, a remark, quotes and an activity.
pub const CENTRE: &str = "namn: Familjecentralen i Fittja\nstatus: öppen # sedan 2021\nverksamheter:\n  - typ: öppen förskola\n    namn: 'Öppna förskolan'\n  - typ: bvc\n\
                          aktiviteter:\n  - id: sangstund\n    rubrik: \"Sångstund\"\n    dag: tisdag\n    från: 10.00\n    till: 10.30\n    startar: 2026-09-01\n    slutar: 2026-12-15\n\
                          kontrollerad: 2026-11-01   # av Anna\n";

pub const PATH: &str = "content/botkyrka/centres/fittja.yaml";

impl Site {
    /// A site whose centre has this file.
    pub fn of(centre: &str) -> Self {
        let site = Self(TempDir::new().unwrap());
        let config = "title: Familjecentraler\nbase_url: https://familj.example\norganisation: Region\n";
        site.write("content/site.yaml", config);
        site.write("content/botkyrka/municipality.yaml", "namn: Botkyrka kommun\nkod: \"0127\"\n");
        site.write(PATH, centre);
        site
    }

    pub fn root(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The centre's file.
    pub fn centre(&self) -> String {
        fs::read_to_string(self.root().join(PATH)).unwrap()
    }

    /// What a file holds.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap()
    }

    /// Runs the program.
    pub fn run(&self, arguments: &[&str]) -> Done {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
        command.args(arguments).current_dir(self.root()).stdin(Stdio::null());
        command.env("LC_ALL", "sv_SE.UTF-8").env("NO_COLOR", "1");
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let (out, told) = (text(output.stdout), text(output.stderr));
        assert!(!told.contains("panicked at"), "{told}");
        Done { code: output.status.code().unwrap(), out, told }
    }

    /// Brings a file in, without writing or with it.
    pub fn import(&self, file: &str, more: &[&str]) -> Done {
        self.run(&[&["import", file, "--now", "2026-08-20"][..], more].concat())
    }
}

/// A workbook with a sheet of texts.
pub fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(*cells) {
            sheet.write_string(row, column, *text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}
