//! Figures as the reports write them.

use std::time::Duration;

/// The figure in the middle.
pub fn median<T: Ord + Default>(figures: impl IntoIterator<Item = T>) -> T {
    let mut figures: Vec<T> = figures.into_iter().collect();
    figures.sort();
    let middle = figures.len() / 2;
    figures.into_iter().nth(middle).unwrap_or_default()
}

/// How many times the other it is.
pub fn ratio(one: Duration, other: Duration) -> String {
    format!("{:.1}", one.as_secs_f64() / other.as_secs_f64().max(1e-9))
}

/// `0.123 s`, `1.23 s`.
pub fn seconds(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 1.0 { format!("{seconds:.3} s") } else { format!("{seconds:.2} s") }
}

/// `12 MB`, or a dash where it is not known.
pub fn megabytes(bytes: u64) -> String {
    match bytes {
        0 => "–".to_owned(),
        bytes => format!("{} MB", bytes.div_ceil(1 << 20)),
    }
}

/// `10,150`.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The machine's processor and system.
pub fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let about = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = about
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .map(|rest| rest.trim_start_matches([' ', '\t', ':']));
    format!("{cores} cores, {}, {}", model.unwrap_or("unknown processor"), std::env::consts::OS)
}
