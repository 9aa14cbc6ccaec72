//! Addresses as servers are asked for them: whole, in ASCII, and without the part after `#`, which is the browser's matter.

use unicode_normalization::UnicodeNormalization as _;

use crate::base::AbsoluteUrl;

/// An address of the web as it is asked for. What people write holds å, ä and ö, in the name of the server too.
pub fn on_the_wire(address: &str) -> Option<String> {
    let address = AbsoluteUrl::parse(address.split('#').next()?).ok()?;
    let (scheme, rest) = address.as_str().split_once("://")?;
    let (server, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let (host, port) = match server.rsplit_once(':') {
        // The colons of an IPv6 address stand in brackets.
        Some((host, port)) if !port.ends_with(']') => (host, port),
        _ => (server, ""),
    };
    // A port that is none would be taken for the usual one.
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok();
    let port = match port {
        "" => String::new(),
        port if is_port => format!(":{port}"),
        _ => return None,
    };
    let host = ascii_host(host)?;
    Some(format!("{}://{host}{port}{}", scheme.to_ascii_lowercase(), without_dots(&escaped(path))))
}

/// The address that a server leads on to from here.
pub fn follow(here: &str, next: &str) -> Option<String> {
    let next = escaped(next.split('#').next()?.trim());
    let (scheme, rest) = here.split_once("://")?;
    let (server, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let page = path.split('?').next()?;
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let whole = match next.chars().next() {
        None => here.to_string(),
        Some(_) if has_scheme(&next) => next,
        Some('/') if next.starts_with("//") => format!("{scheme}:{next}"),
        Some('/') => format!("{scheme}://{server}{next}"),
        Some('?') => format!("{scheme}://{server}{page}{next}"),
        Some(_) => format!("{scheme}://{server}{folder}/{next}"),
    };
    on_the_wire(&whole)
}

/// The server that an address names, with its port where that is not the usual one.
pub fn server_of(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("http", address));
    let server = rest.split(['/', '?']).next().unwrap_or_default().to_ascii_lowercase();
    let usual = if scheme == "https" { ":443" } else { ":80" };
    server.strip_suffix(usual).map(str::to_string).unwrap_or(server)
}

/// The name of that server alone.
pub fn host_of(address: &str) -> String {
    let server = server_of(address);
    match server.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => host.to_string(),
        _ => server,
    }
}

fn has_scheme(address: &str) -> bool {
    address.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
    })
}

/// A path with what browsers escape escaped.
fn escaped(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'"' | b'<' | b'>' | b'^' | b'`' | b'{' | b'|' | b'}' => out.push_str(&format!("%{byte:02X}")),
            b'!'..=b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// A path that begins with a slash, without `.` and `..` (RFC 3986, 5.2.4).
fn without_dots(path: &str) -> String {
    let (path, query) = path.split_at(path.find('?').unwrap_or(path.len()));
    let mut parts: Vec<&str> = Vec::new();
    let mut ends_in_folder = true;
    for part in path.strip_prefix('/').unwrap_or(path).split('/') {
        ends_in_folder = matches!(part, "." | "..");
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let end = if ends_in_folder && !parts.is_empty() { "/" } else { "" };
    format!("/{}{end}{query}", parts.join("/"))
}

/// The name of a server in ASCII.
fn ascii_host(host: &str) -> Option<String> {
    if host.is_ascii() {
        // A number in brackets, or letters, digits, dots and hyphens: a proxy is handed it as it stands.
        let is_plain = |host: &str| host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b));
        let is_name = is_plain(host) || host.starts_with('[') && host.ends_with(']');
        return is_name.then(|| host.to_ascii_lowercase());
    }
    let label = |label: &str| {
        let label: String = label.to_lowercase().nfc().collect();
        // No label is longer (RFC 1035), and coding one takes the square of its length.
        match label.chars().count() {
            _ if label.is_ascii() => Some(label),
            0..=63 => punycode(&label).map(|code| format!("xn--{code}")),
            _ => None,
        }
    };
    Some(host.split('.').map(label).collect::<Option<Vec<_>>>()?.join("."))
}

/// A part of a name in ASCII alone (RFC 3492, 6.3).
fn punycode(label: &str) -> Option<String> {
    let chars: Vec<u32> = label.chars().map(u32::from).collect();
    let mut out: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(out.len()).ok()?;
    if basic > 0 {
        out.push('-');
    }
    let (mut next, mut delta, mut bias, mut handled) = (128_u32, 0_u32, 72_u32, basic);
    while let Some(least) = chars.iter().copied().filter(|c| *c >= next).min() {
        delta = delta.checked_add((least - next).checked_mul(handled + 1)?)?;
        next = least;
        for c in &chars {
            if *c < next {
                delta = delta.checked_add(1)?;
            } else if *c == next {
                push_number(&mut out, delta, bias)?;
                bias = adapted(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta += 1;
        next += 1;
    }
    Some(out)
}

fn push_number(out: &mut String, mut number: u32, bias: u32) -> Option<()> {
    const DIGITS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    let mut push = |value: u32| {
        out.push(char::from(*DIGITS.get(usize::try_from(value).ok()?)?));
        Some(())
    };
    let mut place = 36_u32;
    loop {
        let threshold = place.saturating_sub(bias).clamp(1, 26);
        if number < threshold {
            return push(number);
        }
        push(threshold + (number - threshold) % (36 - threshold))?;
        number = (number - threshold) / (36 - threshold);
        place += 36;
    }
}

fn adapted(delta: u32, handled: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / handled;
    let mut steps = 0;
    while delta > 455 {
        delta /= 35;
        steps += 36;
    }
    steps + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_is_followed_from_where_it_stands_and_only_to_the_web() {
        let here = "https://a.example/x/y?z";
        for (next, whole) in [
            ("/b", "https://a.example/b"),
            ("b", "https://a.example/x/b"),
            ("../b", "https://a.example/b"),
            ("../../../b/.", "https://a.example/b/"),
            ("?b", "https://a.example/x/y?b"),
            ("", "https://a.example/x/y?z"),
            ("#c", "https://a.example/x/y?z"),
            ("//b.example/c", "https://b.example/c"),
            ("http://b.example/#d", "http://b.example/"),
            ("HTTP://B.example", "http://b.example/"),
            ("/in?to=https://a.example/x", "https://a.example/in?to=https://a.example/x"),
            ("in?to=https://a.example/x", "https://a.example/x/in?to=https://a.example/x"),
            ("/två ord", "https://a.example/tv%C3%A5%20ord"),
        ] {
            assert_eq!(follow(here, next).as_deref(), Some(whole), "{next}");
        }
        for next in
            ["file:///etc/passwd", "javascript://x", "mailto:a@b.se", "https://", "http://u:p@b.example/"]
        {
            assert_eq!(follow(here, next), None, "{next}");
        }
    }

    #[test]
    fn an_address_with_swedish_letters_is_asked_for_in_ascii() {
        for (address, wire) in [
            ("https://a.example", "https://a.example/"),
            ("https://a.example?b", "https://a.example/?b"),
            ("HTTPS://A.example:443/Å#b", "https://a.example:443/%C3%85"),
            ("http://Räksmörgås.josefsson.org/", "http://xn--rksmrgs-5wao1o.josefsson.org/"),
            ("http://ra\u{308}ksmo\u{308}rga\u{30a}s.se/", "http://xn--rksmrgs-5wao1o.se/"),
            ("http://[::1]:80/x", "http://[::1]:80/x"),
            ("http://[::1]/x", "http://[::1]/x"),
            ("http://a.example:/%20{x}", "http://a.example/%20%7Bx%7D"),
        ] {
            assert_eq!(on_the_wire(address).as_deref(), Some(wire), "{address}");
        }
        for address in ["http://a:99999/", "http://a:+80/", "http://a:b/", "http://u@a/", "ftp://a/", "a"] {
            assert_eq!(on_the_wire(address), None, "{address}");
        }
    }

    #[test]
    fn punycode_is_that_of_rfc_3492() {
        // The samples of section 7.1.
        for (label, code) in [
            ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
            ("pročprostěnemluvíčesky", "proprostnemluvesky-uyb24dma41a"),
            ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
            ("porquénopuedensimplementehablarenespañol", "porqunopuedensimplementehablarenespaol-fmd56a"),
            ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
            ("そのスピードで", "d9juau41awczczp"),
        ] {
            assert_eq!(punycode(label).as_deref(), Some(code), "{label}");
        }
    }

    #[test]
    fn a_server_is_the_same_with_its_usual_port() {
        assert_eq!(server_of("http://A.se:80/x"), "a.se");
        assert_eq!(server_of("https://a.se:443?x"), "a.se");
        assert_eq!(server_of("https://a.se:80/"), "a.se:80");
        assert_eq!(server_of("http://[::1]:8080/"), "[::1]:8080");
        assert_eq!(host_of("http://[::1]:8080/"), "[::1]");
        assert_eq!(host_of("http://[::1]/"), "[::1]");
        assert_eq!(host_of("http://a.se:81/"), "a.se");
    }
}
