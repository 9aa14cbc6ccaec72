//! Comments of stylesheets, which stay with those who write them.

/// A stylesheet without its comments, which are for those who write it: readers on a phone wait for each of its bytes. One that begins with `/*!`
/// stays, as licences are written so, and so does one in the middle of a value, since it parts what stands around it.
pub fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\'' | b'/' | b'u' | b'U')) {
        let (before, here) = rest.split_at(at);
        out.push_str(before);
        let is_apart = out.chars().next_back().is_none_or(|c| c.is_whitespace() || "{};,".contains(c));
        // The sign that ends one is no part of the sign that begins it: `/*/` is open.
        if let Some(inner) = here.strip_prefix("/*") {
            let end = inner.find("*/").map_or(here.len(), |end| end + 4);
            rest = &here[end..];
            if is_apart && !here.starts_with("/*!") {
                rest = rest.strip_prefix('\n').unwrap_or(rest);
            } else {
                out.push_str(&here[..end]);
            }
            continue;
        }
        // Within quotes and addresses the sign of a comment is none.
        let length = match here.chars().next() {
            Some(quote @ ('"' | '\'')) => quoted(here, quote),
            _ if here.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("url(")) => address(here),
            first => first.map_or(0, char::len_utf8),
        };
        out.push_str(&here[..length]);
        rest = &here[length..];
    }
    out.push_str(rest);
    out
}

/// The length of an address, from `url(` to its parenthesis. One in quotes may hold such a sign itself.
fn address(text: &str) -> usize {
    let inner = text.get(4..).unwrap_or_default().trim_start();
    let start = text.len() - inner.len();
    let end = match inner.chars().next() {
        Some(quote @ ('"' | '\'')) => start + quoted(inner, quote),
        _ => start,
    };
    text.get(end..).and_then(|rest| rest.find(')')).map_or(text.len(), |at| end + at + 1)
}

/// The length of a text in quotes, with both of them.
fn quoted(text: &str, quote: char) -> usize {
    let mut characters = text.char_indices().skip(1);
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' => drop(characters.next()),
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stylesheet_loses_its_comments_and_nothing_else() {
        for (css, expected) in [
            ("/* a */\nb{c:d}/* e */\nf{g:h}", "b{c:d}f{g:h}"),
            ("a{content:\"/* b */\\\"/*\"}", "a{content:\"/* b */\\\"/*\"}"),
            ("a{b:url(x/*y.png)}/*c*/d{}", "a{b:url(x/*y.png)}d{}"),
            (
                "a{b:url( \"a)b.png\" )}/*c*/d{content:\" /* d */\"}/*e*/",
                "a{b:url( \"a)b.png\" )}d{content:\" /* d */\"}",
            ),
            ("a{b:URL('a)\\'/*')}/*c*/d{content:'/*'}", "a{b:URL('a)\\'/*')}d{content:'/*'}"),
            ("a{b:url(\"x", "a{b:url(\"x"),
            ("/*! MIT */a/**/.b{c:1px/**/2px;/*d*/}", "/*! MIT */a/**/.b{c:1px/**/2px;}"),
            ("a{} /* never ends", "a{} "),
            ("a{}/*/ b{} /*/c{}", "a{}c{}"),
            ("ü{u:U}", "ü{u:U}"),
        ] {
            assert_eq!(without_comments(css), expected);
        }
    }
}
