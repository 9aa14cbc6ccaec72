//! What can be tapped in running text, and words in braces.

use super::{html, read};

const PHONE: &str = "<a href=\"tel:+46853061000\"><bdi dir=\"ltr\">08-530 610 00</bdi></a>";
const BARE: &str = "<bdi dir=\"ltr\">08-530 610 00</bdi>";

#[test]
fn a_number_in_a_text_can_be_called_and_stands_in_a_run_of_its_own() {
    assert_eq!(html("Ring 08-530 610 00."), format!("<p>Ring {PHONE}.</p>\n"));
    assert_eq!(html("- **08-530 610 00**"), format!("<ul>\n<li><strong>{PHONE}</strong></li>\n</ul>\n"));
    assert!(html("| A |\n|-|\n| 08-530 610 00 |").contains(PHONE));
    assert_eq!(
        html("– Ring 08-530 610 00"),
        format!("<blockquote class=\"spoken\">\n<p>– Ring {PHONE}</p>\n</blockquote>\n")
    );
    assert!(html("x[^1]\n\n[^1]: 08-530 610 00").contains(PHONE));
}

#[test]
fn no_link_stands_in_a_heading_or_in_another_link_and_code_is_left_alone() {
    assert_eq!(html("## Ring 08-530 610 00\n"), format!("<h2 id=\"ring-08-530-610-00\">Ring {BARE}</h2>\n"));
    assert_eq!(
        html("[Ring 08-530 610 00](https://a.se)"),
        format!("<p><a href=\"https://a.se\">Ring {BARE}</a></p>\n")
    );
    assert_eq!(html("`08-530 610 00`"), "<p><code>08-530 610 00</code></p>\n");
    assert_eq!(
        html("```\n08-530 610 00 {telefon fittja}\n```"),
        "<pre tabindex=\"0\"><code>08-530 610 00 {telefon fittja}\n</code></pre>\n"
    );
    assert_eq!(html("<https://a.se/1177>"), "<p><a href=\"https://a.se/1177\">https://a.se/1177</a></p>\n");
    assert!(html("::: fact Ring 08-530 610 00\nx\n:::").contains(&format!(">Ring {BARE}</p>")));
}

#[test]
fn an_address_is_whole_also_where_the_parser_sees_marks_in_it() {
    let link = |href: &str, shown: &str| format!("<a href=\"{href}\" dir=\"ltr\">{shown}</a>");
    assert_eq!(
        html("Se https://sv.wiki.example/Norden_(region)."),
        format!(
            "<p>Se {}.</p>\n",
            link("https://sv.wiki.example/Norden_(region)", "https://sv.wiki.example/Norden_(region)")
        )
    );
    assert_eq!(
        html("(https://a.example/b)"),
        format!("<p>({})</p>\n", link("https://a.example/b", "https://a.example/b"))
    );
    assert_eq!(
        html("anna_b@a.example"),
        format!("<p>{}</p>\n", link("mailto:anna_b@a.example", "anna_b@a.example"))
    );
    assert_eq!(
        html("https://a.example/?a=1&b=\"2\" -- nu"),
        format!(
            "<p>{}”2” – nu</p>\n",
            link("https://a.example/?a=1&amp;b=", "https://a.example/?a=1&amp;b=")
        )
    );
}

#[test]
fn a_number_that_goes_on_in_the_next_line_is_no_link_since_nobody_sees_where_it_ends() {
    assert_eq!(html("Ring 08-530 610\n00 nu"), "<p>Ring 08-530 610\n00 nu</p>\n");
    assert_eq!(html("Ring 08-530 610 00\nidag"), format!("<p>Ring {PHONE}\nidag</p>\n"));
}

#[test]
fn words_in_braces_are_holes_with_their_place_and_other_braces_are_text() {
    let text =
        "Ring *{telefon fittja}* eller [{phone fittja/bvc}](https://a.se).\n\n## Ring {telefon fittja}\n";
    let (body, found) = read(text);
    assert!(found.is_empty(), "{found:?}");
    let seen: Vec<(&str, bool)> = body
        .fills
        .iter()
        .map(|asked| (&text[asked.span.start - 7..asked.span.end - 7], asked.linked))
        .collect();
    assert_eq!(
        seen,
        [("{telefon fittja}", true), ("{phone fittja/bvc}", false), ("{telefon fittja}", false)]
    );
    for text in ["{9–12}", "{hur mår du}", "a {} b", "{{x}}"] {
        let (body, _) = read(text);
        assert!(body.fills.is_empty(), "{text}");
        assert_eq!(html(text), format!("<p>{text}</p>\n"));
    }
    assert_eq!(html("\\{telefon fittja}"), "<p>{telefon fittja}</p>\n");
    assert_eq!(html("`{telefon fittja}`"), "<p><code>{telefon fittja}</code></p>\n");
}

#[test]
fn what_looks_like_a_link_and_holds_a_blank_is_still_told() {
    use fcsite::base::Code;
    assert_eq!(
        super::faults("Ring 1177. [Om oss](../pages/min sida.md)"),
        [(Code::LinkWithBlank, "../pages/min sida.md".to_string())]
    );
}
