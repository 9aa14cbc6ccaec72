//! A first build of a site of photographs, beside what their decoder and their encoder alone cost.
//!
//! `cargo bench --bench pictures -- --help` says how. The report is Markdown on stdout, progress is on stderr.

#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark reads the disk, the clock and the environment; the core may not"
)]

#[path = "../common/measure.rs"]
mod measure;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageReader};
use measure::Cost;

type Failure = Box<dyn Error>;

/// Twelve megapixels, as a telephone takes them.
const SIZE: (u32, u32) = (4000, 3000);

/// How well the smaller pictures are packed; as `src/render/images.rs` has it.
const QUALITY: f32 = 78.0;

const HELP: &str = "\
cargo bench --bench pictures -- [OPTIONS]

  --photos N       how many photographs of 12 megapixels (default 24)
  --threads N      on how many threads (default: as many as there are cores)
  --rounds R       how many times each of the two runs (default 3)
  --fcsite PATH    the program to measure (default: the one that Cargo has built)";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("pictures: {error}");
            ExitCode::FAILURE
        }
    }
}

struct Options {
    photos: usize,
    threads: usize,
    rounds: usize,
    fcsite: PathBuf,
}

fn run(words: &[String]) -> Result<(), Failure> {
    match words.split_first() {
        Some((first, rest)) if first == "measure" => return measure::run(rest),
        Some((first, rest)) if first == "alone" => return alone(rest),
        // `cargo test --all-targets` runs this program too, and must not wait for a benchmark.
        None => {
            eprintln!("pictures: nothing is measured without `cargo bench` or an option");
            return Ok(());
        }
        _ => {}
    }
    let Some(options) = parse(words)? else {
        println!("{HELP}");
        return Ok(());
    };
    let place = tempfile::tempdir()?;
    let site = place.path().join("site");
    write_site(&site, options.photos)?;
    println!("{}", report(&options, &site, place.path())?);
    Ok(())
}

fn parse(words: &[String]) -> Result<Option<Options>, Failure> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let built = option_env!("CARGO_BIN_EXE_fcsite").map(PathBuf::from);
    let mut options = Options { photos: 24, threads, rounds: 3, fcsite: built.unwrap_or_default() };
    let mut rest = words.iter().map(String::as_str).filter(|word| *word != "--bench");
    while let Some(word) = rest.next() {
        if word == "--help" {
            return Ok(None);
        }
        let value = rest.next().ok_or_else(|| format!("{word} wants a value"))?;
        match word {
            "--photos" => options.photos = value.parse()?,
            "--threads" => options.threads = value.parse()?,
            "--rounds" => options.rounds = value.parse()?,
            "--fcsite" => options.fcsite = value.into(),
            _ => return Err(format!("there is no option {word}; see --help").into()),
        }
    }
    Ok(Some(options))
}

/// A municipality with a news item for each photograph.
fn write_site(site: &Path, photos: usize) -> Result<(), Failure> {
    let folder = site.join("content/botkyrka");
    for name in ["images", "news"] {
        fs::create_dir_all(folder.join(name))?;
    }
    let site_text = "title: Länet\nbase_url: https://lan.example\norganisation: Länet\n";
    fs::write(site.join("content/site.yaml"), site_text)?;
    fs::write(folder.join("municipality.yaml"), "name: Botkyrka kommun\ncode: \"0127\"\n")?;
    for at in 0..photos {
        eprintln!("pictures: taking photograph {}", at + 1);
        fs::write(folder.join(format!("images/foto-{at}.jpg")), photograph(at as u64)?)?;
        let day = 1 + at % 28;
        let text = format!(
            "---\ntitle: Foto {at}\nlead: Barn som leker.\n---\n\n![Barn som leker på gården](../images/foto-{at}.jpg)\n"
        );
        fs::write(folder.join(format!("news/2026-01-{day:02}-foto-{at}.md")), text)?;
    }
    Ok(())
}

/// A picture with as much in it as a photograph has: soft shapes, edges, and the grain of a sensor.
fn photograph(seed: u64) -> Result<Vec<u8>, Failure> {
    let (width, height) = SIZE;
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut grain = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 60) as i32 - 8
    };
    let phase = seed as f32;
    let waves: Vec<f32> = (0..width.max(height))
        .map(|at| ((at as f32 / 170.0 + phase).sin() + (at as f32 / 37.0).sin() * 0.4) * 50.0)
        .collect();
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    for y in 0..height {
        for x in 0..width {
            let is_near = (x / 211 + y / 173 + seed as u32).is_multiple_of(3);
            let light =
                120 + (waves[x as usize] + waves[y as usize]) as i32 + if is_near { 40 } else { 0 } + grain();
            pixels.extend(
                [light, light - 20 + (y >> 7) as i32, 220 - light].map(|part| part.clamp(0, 255) as u8),
            );
        }
    }
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, 88).encode(&pixels, width, height, ExtendedColorType::Rgb8)?;
    Ok(out)
}

/// Measures both in turns.
fn report(options: &Options, site: &Path, place: &Path) -> Result<String, Failure> {
    let Options { photos, threads, rounds, fcsite } = options;
    let log = place.join("log");
    let (mut builds, mut codecs) = (Vec::new(), Vec::new());
    for round in 0..*rounds {
        let out = place.join(format!("out-{round}"));
        let own = ["build", "--full", "--quiet", "--now", "2026-03-01", "-o"];
        let mut command = vec![fcsite.display().to_string()];
        command.extend(own.map(str::to_string));
        command.extend([out.display().to_string(), "-s".to_string(), site.display().to_string()]);
        let with_threads = ["env".to_string(), format!("RAYON_NUM_THREADS={threads}")];
        builds.push(measure::cost_of(&[&with_threads[..], &command].concat(), &log)?);
        if round == 0 {
            prepare(site, &out)?;
        }
        // What it keeps of the pictures goes, so that the next is a first build too.
        fs::rename(site.join(".fcsite"), place.join(format!("forgotten-{round}")))?;
        let own = std::env::current_exe()?.display().to_string();
        let command = [own, "alone".to_string(), site.display().to_string(), threads.to_string()];
        codecs.push(measure::cost_of(&command, &log)?);
        eprintln!("pictures: round {} of {rounds}", round + 1);
    }
    let (build, codec) = (median(&mut builds), median(&mut codecs));
    let row = |name: &str, cost: Cost| {
        let Cost { wall, user, system, memory } = cost;
        format!(
            "| {name} | {:.2} s | {:.2} s | {:.2} s | {} MB |\n",
            wall.as_secs_f64(),
            user.as_secs_f64(),
            system.as_secs_f64(),
            memory >> 20
        )
    };
    Ok(format!(
        "### {photos} photographs of {} × {}, {threads} threads\n\n| | wall | user CPU | system CPU | peak memory |\n|---|--:|--:|--:|--:|\n{}{}\n\
         - fcsite / decoder and encoder alone: wall {:.2}, CPU {:.2}\n- Medians of {rounds} interleaved rounds\n",
        SIZE.0,
        SIZE.1,
        row("fcsite, first build", build),
        row("decoder and encoder alone", codec),
        build.wall.as_secs_f64() / codec.wall.as_secs_f64(),
        build.cpu().as_secs_f64() / codec.cpu().as_secs_f64(),
    ))
}

/// By CPU: other programs on the machine change that least.
fn median(costs: &mut [Cost]) -> Cost {
    costs.sort_by_key(Cost::cpu);
    costs.get(costs.len() / 2).copied().unwrap_or_default()
}

/// Lays the narrower pictures that a build has made beside their originals as plain pixels, for the encoder alone.
fn prepare(site: &Path, out: &Path) -> Result<(), Failure> {
    let images = site.join("ready");
    fs::create_dir_all(&images)?;
    for entry in fs::read_dir(out.join("botkyrka/assets"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.ends_with(".webp") {
            continue;
        }
        let pixels = ImageReader::open(&path)?.decode()?.into_rgb8();
        let (width, height) = pixels.dimensions();
        let number = name.split('-').nth(1).unwrap_or_default();
        fs::write(images.join(format!("{number}-{width}-{height}.rgb")), pixels.into_raw())?;
    }
    Ok(())
}

/// `alone SITE THREADS`: decodes each photograph once, and packs its narrower pictures, of which the pixels are there.
fn alone(words: &[String]) -> Result<(), Failure> {
    let [site, threads] = words else { return Err("alone SITE THREADS".into()) };
    let site = Path::new(site);
    let mut ready: Vec<(String, u32, u32, PathBuf)> = Vec::new();
    for entry in fs::read_dir(site.join("ready"))? {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let parts: Vec<&str> = stem.split('-').collect();
        let [number, width, height] = parts[..] else { return Err(format!("{stem}?").into()) };
        ready.push((number.to_string(), width.parse()?, height.parse()?, path));
    }
    let photos = fs::read_dir(site.join("content/botkyrka/images"))?.count();
    let next = AtomicUsize::new(0);
    let work = || -> Result<usize, String> {
        let mut bytes = 0;
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= photos {
                return Ok(bytes);
            }
            let path = site.join(format!("content/botkyrka/images/foto-{at}.jpg"));
            let reader = ImageReader::open(&path).map_err(|error| error.to_string())?;
            let pixels = reader.decode().map_err(|error| error.to_string())?;
            bytes += pixels.as_bytes().len();
            for (_, width, height, path) in ready.iter().filter(|(number, ..)| *number == at.to_string()) {
                let pixels = fs::read(path).map_err(|error| error.to_string())?;
                let encoder = webp::Encoder::new(&pixels, webp::PixelLayout::Rgb, *width, *height);
                let packed = encoder.encode_simple(false, QUALITY).map_err(|error| format!("{error:?}"))?;
                bytes += packed.len();
            }
        }
    };
    let threads: usize = threads.parse()?;
    let done: Vec<Result<usize, String>> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let ended = running.into_iter().map(|thread| thread.join());
        ended.map(|result| result.unwrap_or_else(|_| Err("a thread ended".to_string()))).collect()
    });
    let bytes: usize = done.into_iter().collect::<Result<Vec<_>, _>>()?.into_iter().sum();
    println!("{bytes}");
    Ok(())
}
