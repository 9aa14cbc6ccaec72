//! Links and images: what is written, what is left for the model, and what is refused.

use fcsite::base::Code;
use fcsite::parse::markdown::{FileLink, ImageRef, Piece};

use super::{faults, html, joined, read, words};

fn args(pairs: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    pairs.iter().map(|(name, value)| (*name, (*value).to_string())).collect()
}

#[test]
fn an_absolute_address_of_a_safe_scheme_is_written() {
    assert_eq!(
        html("[a](https://a.se/?x=1&y=%20#z) <a@b.se> [t](tel:+468) <https://a.se/x--y>"),
        "<p><a href=\"https://a.se/?x=1&amp;y=%20#z\">a</a> <a href=\"mailto:a@b.se\">a@b.se</a> <a href=\"tel:+468\">t</a> \
         <a href=\"https://a.se/x--y\">https://a.se/x--y</a></p>\n"
    );
    assert_eq!(
        html("https://a.se/x--y"),
        "<p><a href=\"https://a.se/x--y\" dir=\"ltr\">https://a.se/x--y</a></p>\n"
    );
}

#[test]
fn an_unsafe_address_leaves_its_text_and_is_told() {
    for bad in [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "javascript&#58;alert(1)",
        "java\\script:x",
        "&#1;javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "//evil.se",
        "file:///etc/passwd",
        "<javascript:alert('x')>",
        "<  javascript:x>",
        "..\\pages\\x.md",
    ] {
        let (body, found) = read(&format!("[text]({bad})\n"));
        assert_eq!(joined(&body), "<p>text</p>\n", "{bad}");
        // A character that no text has is told too.
        let told = found.iter().map(|(code, ..)| *code).filter(|code| *code != Code::ControlCharacter);
        assert_eq!(told.collect::<Vec<_>>(), [Code::UnsafeLink], "{bad}");
    }
    assert_eq!(faults("å [x](data:y)"), [(Code::UnsafeLink, "data:y".to_string())]);
    assert_eq!(faults("<javascript:x>"), [(Code::UnsafeLink, "javascript:x".to_string())]);
    assert_eq!(faults("[x](<http://a b>)"), [(Code::BadWebAddress, "http://a b".to_string())]);
}

#[test]
fn a_link_to_a_file_is_a_hole() {
    let (body, found) = read("Se [*sidan* x](../pages/min%20sida.md#del%C3%A5 \"Om \\\"x\\\"\").\n");
    assert!(found.is_empty());
    let link = FileLink {
        target: "../pages/min sida.md".to_string(),
        fragment: Some("delå".to_string()),
        span: 22..54,
    };
    assert_eq!(body.links, [link]);
    assert_eq!(body.pieces[1], Piece::Href(0));
    assert_eq!(
        joined(&body),
        "<p>Se <a href=\"[../pages/min sida.md]\" title=\"Om ”x”\"><em>sidan</em> x</a>.</p>\n"
    );
}

#[test]
fn a_reference_link_points_at_the_whole_link() {
    let (body, _) = read("å [a][b]\n\n[b]: x.md\n");
    assert_eq!(body.links[0].span, 10..16);
}

#[test]
fn an_empty_or_rooted_address_is_broken() {
    assert_eq!(
        words("[a]()"),
        args(&[("target", "()"), ("value", "()"), ("why", "empty"), ("proposal", "none")])
    );
    assert_eq!(
        words("[a](/x/)"),
        args(&[("target", "/x/"), ("value", "/x/"), ("why", "page"), ("proposal", "none")])
    );
}

#[test]
fn a_link_within_the_body_must_meet_a_heading() {
    assert_eq!(
        html("[a](#tider)\n\n## Tider\n"),
        "<p><a href=\"#tider\">a</a></p>\n<h2 id=\"tider\">Tider</h2>\n"
    );
    assert_eq!(html("[a](#fakta)\n\n::: fact\n:::\n").matches("#fakta").count(), 1);
    assert_eq!(
        words("[a](#tidre)\n\n## Tider\n"),
        args(&[("target", "#tidre"), ("places", "#tider"), ("why", "heading"), ("proposal", "#tider")])
    );
    assert_eq!(words("[a](#Öppna)\n\n## Öppna\n")[3], ("proposal", "#oppna".to_string()));
    assert_eq!(words("[a](#x)\n")[3], ("proposal", "none".to_string()));
    assert_eq!(words("[a](#main)\n")[2], ("why", "heading".to_string()));
}

#[test]
fn an_image_alone_is_a_figure_without_a_paragraph() {
    let (body, found) = read("![Ett \"barn\" *gungar*](../images/min%20bild.jpg \"Foto: 'x'\")\n");
    assert!(found.is_empty(), "{found:?}");
    let image = ImageRef {
        path: "../images/min bild.jpg".to_string(),
        alt: "Ett ”barn” gungar".to_string(),
        decorative: false,
        caption: Some("Foto: ’x’".to_string()),
        span: 30..54,
        block: true,
    };
    assert_eq!(body.images, [image]);
    assert_eq!(body.pieces, [Piece::Image(0), Piece::Html("\n".to_string())]);
}

#[test]
fn images_below_each_other_are_figures_and_one_among_words_is_none() {
    let (body, _) =
        read("![a](a.jpg)\n![b](b.jpg)\n\nord ![c](c.jpg)\n\n- ![d](d.jpg)\n\n[![e](e.jpg)](https://a.se)\n");
    assert_eq!(
        body.images.iter().map(|image| image.block).collect::<Vec<_>>(),
        [true, true, false, false, false]
    );
    assert_eq!(
        joined(&body),
        "[a.jpg]\n[b.jpg]\n<p>ord [c.jpg]</p>\n<ul>\n<li>[d.jpg]</li>\n</ul>\n<p><a href=\"https://a.se\">[e.jpg]</a></p>\n"
    );
}

#[test]
fn an_image_has_an_alt_text_or_says_that_it_decorates() {
    for word in ["decorative", "dekorativ"] {
        let (body, found) = read(&format!("![{word}](x.jpg)"));
        assert!(found.is_empty() && body.images[0].decorative && body.images[0].alt.is_empty());
    }
    assert_eq!(words("![](x.jpg)"), args(&[("image", "x.jpg")]));
    assert_eq!(faults("![ ](x.jpg)"), [(Code::ImageWithoutAlt, "x.jpg".to_string())]);
}

#[test]
fn an_image_from_elsewhere_is_refused_and_leaves_its_alt_text() {
    for (bad, code) in [
        ("https://a.se/x.jpg", Code::RemoteImage),
        ("HTTP://a.se/x", Code::RemoteImage),
        ("//a.se/x.jpg", Code::RemoteImage),
        ("data:image/png,x", Code::UnsafeLink),
        ("javascript:x", Code::UnsafeLink),
        ("/images/x.jpg", Code::NoSuchImage),
        ("", Code::NoSuchImage),
        ("..\\images\\x.jpg", Code::NoSuchImage),
    ] {
        let (body, found) = read(&format!("![en <b>bild](<{bad}>)"));
        assert_eq!(
            found.iter().map(|(code, ..)| *code).filter(|code| *code != Code::RawHtml).collect::<Vec<_>>(),
            [code],
            "{bad}"
        );
        assert_eq!(joined(&body), "<p>en &lt;b&gt;bild</p>\n", "{bad}");
    }
}

#[test]
fn a_link_holds_no_link() {
    assert_eq!(
        html("[a <https://b.se/x--y> --](x.md)\n"),
        "<p><a href=\"[x.md]\">a https://b.se/x--y –</a></p>\n"
    );
    assert!(html("[a[^1] b](https://a.se)\n\n[^1]: x\n").starts_with("<p>[a<sup class"));
}
