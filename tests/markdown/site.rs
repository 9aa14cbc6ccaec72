//! The site's dialect: typography, headings, directives, spoken lines, notes, tables.

use fcsite::base::Code;
use fcsite::parse::markdown::Piece;

use super::{faults, html, read, words};

#[test]
fn plain_text_is_one_piece() {
    let (body, _) = read("## Öppet\n\nHej *du* & `ni`.\n\n- a\n- b\n");
    assert_eq!(body.pieces.len(), 1);
}

#[test]
fn quotes_and_dashes_are_swedish_also_across_emphasis_but_not_in_code() {
    assert_eq!(
        html("\"*Hej*\", sa hon... 9--12 'x' -- `\"--\"`"),
        "<p>”<em>Hej</em>”, sa hon… 9–12 ’x’ – <code>&quot;--&quot;</code></p>\n"
    );
    assert_eq!(html("    \"--\"\n"), "<pre tabindex=\"0\"><code>&quot;--&quot;\n</code></pre>\n");
}

#[test]
fn a_hyphen_between_digits_stays_as_typed() {
    assert_eq!(html("kl. 9-12, 2020-2024"), "<p>kl. 9-12, 2020-2024</p>\n");
}

#[test]
fn an_escaped_sign_stays_as_typed() {
    assert_eq!(html(r#"\"a\" &quot;b&quot; \-- \..."#), "<p>&quot;a&quot; &quot;b&quot; -- ...</p>\n");
}

#[test]
fn a_heading_has_an_id_of_its_own() {
    let (body, _) =
        read("## Öppna *förskolan*\n\n### Öppna förskolan\n\n## Meny\n\n## ???\n\n## X {#tider .stor}\n");
    let ids: Vec<&str> = body.headings.iter().map(|heading| heading.id.as_str()).collect();
    assert_eq!(ids, ["oppna-forskolan", "oppna-forskolan-2", "meny-2", "rubrik", "tider"]);
    assert_eq!(body.headings[0].text, "Öppna förskolan");
    assert_eq!(body.headings[1].level, 3);
    // A class would be one of the theme's.
    assert!(super::joined(&body).contains("<h2 id=\"tider\">X</h2>"));
}

#[test]
fn a_heading_with_a_link_in_it_still_gets_its_id() {
    assert_eq!(
        html("## Se [x](../pages/x.md) här\n"),
        "<h2 id=\"se-x-har\">Se <a href=\"[../pages/x.md]\">x</a> här</h2>\n"
    );
}

#[test]
fn of_a_headings_attributes_only_id_and_class_are_let_through_and_no_text_is_lost() {
    assert_eq!(html("## A {onclick=x}\n"), "<h2 id=\"a-onclick-x\">A {onclick=x}</h2>\n");
    assert_eq!(html("## Öppet {9–12}\n"), "<h2 id=\"oppet-9-12\">Öppet {9–12}</h2>\n");
    assert_eq!(html("## A {#Ej-Ett_id}\n"), "<h2 id=\"a\">A</h2>\n");
}

#[test]
fn a_heading_of_level_one_is_refused_in_both_its_forms() {
    assert_eq!(faults("text\n\n# Ett\n"), [(Code::HeadingLevelOne, "# Ett".to_string())]);
    assert_eq!(words("# Ett\n"), [("underline", "no".to_string())]);
    assert_eq!(words("Ett\n===\n"), [("underline", "yes".to_string())]);
}

#[test]
fn a_fact_box_holds_markdown_and_ends_a_list() {
    assert_eq!(
        html(
            "Före\n::: fact Familjecentralen \"Fittja\"\n**Här finns**\n\n- BVC\n- öppen förskola\n:::\nEfter\n"
        ),
        "<p>Före</p>\n<aside class=\"fact\" aria-labelledby=\"familjecentralen-fittja\"><p class=\"fact-title\" \
         id=\"familjecentralen-fittja\">Familjecentralen ”Fittja”</p>\n<p><strong>Här finns</strong></p>\n<ul>\n<li>BVC</li>\n\
         <li>öppen förskola</li>\n</ul>\n</aside>\n<p>Efter</p>\n"
    );
}

#[test]
fn a_fact_box_without_a_title_takes_the_themes_word() {
    assert_eq!(
        html(":::fact\nx\n:::"),
        "<aside class=\"fact\" aria-labelledby=\"fakta\"><p class=\"fact-title\" id=\"fakta\">[fact_title]</p>\n<p>x</p>\n</aside>\n"
    );
}

#[test]
fn addresses_and_notes_defined_in_a_box_hold_outside_it_and_the_other_way_round() {
    let text =
        "Se [a] och not[^1].\n\n::: fact X\n[b]\n\n[a]: https://a.se\n[^1]: Inne\n:::\n\n[b]: https://b.se\n";
    let made = html(text);
    assert!(
        made.contains("<a href=\"https://a.se\">a</a>") && made.contains("<a href=\"https://b.se\">b</a>"),
        "{made}"
    );
    assert!(made.ends_with("Inne <a href=\"#fotnotsref-1\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"[footnote_back] 1\">↩</a></p>\n</li>\n</ol>\n</section>\n"), "{made}");
}

#[test]
fn a_centres_box_is_a_hole_and_its_name_has_its_place() {
    let (body, found) = read("a\n\n:::  centre  botkyrka/fittja  \r\n:::\r\n\r\nb\n");
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(body.pieces[1], Piece::Centre(0));
    assert_eq!(super::joined(&body), "<p>a</p>\n[botkyrka/fittja]\n<p>b</p>\n");
    assert_eq!(body.centres[0].span, 23..38);
}

#[test]
fn a_centres_box_may_stand_in_a_fact_box() {
    assert!(html("::: fact X\n::: centre fittja\n:::\ny\n:::\n").contains("[fittja]\n<p>y</p>\n</aside>"));
}

#[test]
fn a_directive_lacking_its_end_or_beginning_is_named_where_it_stands() {
    assert_eq!(faults("::: fact A\nx\n"), [(Code::DirectiveUnbalanced, "::: fact A".to_string())]);
    assert_eq!(words("::: fact A\n"), [("kind", "open".to_string()), ("written", "fact".to_string())]);
    assert_eq!(faults("x\n\n:::\n"), [(Code::DirectiveUnbalanced, ":::".to_string())]);
    assert_eq!(words(":::\n"), [("kind", "end".to_string()), ("written", String::new())]);
    assert_eq!(
        faults("::: centre fittja\n\ntext\n"),
        [(Code::DirectiveUnbalanced, "::: centre fittja".to_string())]
    );
    // The end belongs to the fact box then, and only one fault is told.
    assert_eq!(
        faults("::: fact A\n::: centre x\ntext\n:::\n"),
        [(Code::DirectiveUnbalanced, "::: centre x".to_string())]
    );
}

#[test]
fn a_forgotten_end_between_two_boxes_is_one_fault_and_a_box_in_a_box_another() {
    assert_eq!(
        faults("::: fact A\n::: fact B\n:::\n"),
        [(Code::DirectiveUnbalanced, "::: fact A".to_string())]
    );
    assert_eq!(
        faults("::: fact A\n::: fact B\n:::\n:::\n"),
        [(Code::DirectivePlace, "::: fact B".to_string())]
    );
}

#[test]
fn an_unknown_directive_is_told_with_what_was_probably_meant() {
    assert_eq!(
        words("::: facts X\n:::\n"),
        [("name", "facts".to_string()), ("proposal", "fact".to_string())]
    );
    assert_eq!(
        words("::: karusell\n:::\n"),
        [("name", "karusell".to_string()), ("proposal", "none".to_string())]
    );
    assert_eq!(faults("::: centre\n:::\n"), [(Code::DirectiveArgument, "::: centre".to_string())]);
}

#[test]
fn colons_in_code_are_code() {
    assert_eq!(html("```\n::: fact A\n```\n"), "<pre tabindex=\"0\"><code>::: fact A\n</code></pre>\n");
    assert_eq!(html("    ::: fact A\n"), "<pre tabindex=\"0\"><code>::: fact A\n</code></pre>\n");
    assert_eq!(
        html("- ```\n  ::: fact A\n  ```\n"),
        "<ul>\n<li>\n<pre tabindex=\"0\"><code>::: fact A\n</code></pre>\n</li>\n</ul>\n"
    );
    assert_eq!(html("a ::: b\n"), "<p>a ::: b</p>\n");
}

#[test]
fn a_directive_in_a_list_or_a_quotation_is_refused() {
    assert_eq!(faults("- a\n  ::: fact A\n"), [(Code::DirectivePlace, "::: fact A".to_string())]);
}

#[test]
fn a_directive_ends_a_quotation_a_table_and_a_note() {
    for before in ["> x", "| a |\n|---|\n| b |", "a[^1]\n\n[^1]: b", "1. x\n   - y"] {
        let (body, found) = read(&format!("{before}\n::: fact T\nc\n:::\n"));
        assert!(found.is_empty(), "{before:?}: {found:?}");
        assert!(super::joined(&body).contains("T</p>\n<p>c</p>\n</aside>"), "{before:?}");
    }
}

#[test]
fn a_rule_of_underscores_is_still_a_rule() {
    assert_eq!(html("a\n\n___\n\n::: fact T\n___\n:::\n").matches("<hr />").count(), 2);
}

#[test]
fn spoken_lines_are_quotations_together() {
    assert_eq!(
        html("– Hej, sa hon.\n\n-- Hej!\n— Nej.\n\nSedan gick de.\n\n– Hej då.\n"),
        "<blockquote class=\"spoken\">\n<p>– Hej, sa hon.</p>\n<p>– Hej!</p>\n<p>— Nej.</p>\n</blockquote>\n<p>Sedan gick de.</p>\n\
         <blockquote class=\"spoken\">\n<p>– Hej då.</p>\n</blockquote>\n"
    );
    assert_eq!(html("::: fact T\n– Hej.\n:::\n").matches("</blockquote>\n</aside>").count(), 1);
    assert_eq!(html("> – Hej.\n"), "<blockquote>\n<p>– Hej.</p>\n</blockquote>\n");
    assert_eq!(html("–Hej\n"), "<p>–Hej</p>\n");
}

#[test]
fn a_date_that_became_a_list_is_told() {
    assert_eq!(
        faults("Vi öppnar\n\n14. mars är vi klara\n"),
        [(Code::DateBecameList, "14. mars".to_string())]
    );
    let told = [("start", "1. Maj"), ("kind", "date"), ("instead", "1 Maj"), ("escaped", "1\\. Maj")];
    assert_eq!(words("1. Maj\n"), told.map(|(name, word)| (name, word.to_string())));
    assert_eq!(faults("14. mars\n15. april\n").len(), 1);
    for right in [
        "1. januari\n2. februari\n",
        "14\\. mars\n",
        "2. marsch\n",
        "1. Ring\n",
        "Den 14. mars\n",
        "3) maj\n",
        "- maj\n",
    ] {
        assert_eq!(faults(right), [], "{right}");
    }
}

#[test]
fn a_note_is_numbered_gathered_at_the_end_and_linked_both_ways() {
    assert_eq!(
        html("A[^b] och[^a] och[^b].\n\n[^a]: Andra\n[^b]: Första\n"),
        "<p>A<sup class=\"footnote-ref\"><a href=\"#fotnot-1\" id=\"fotnotsref-1\" role=\"doc-noteref\">1</a></sup> och\
         <sup class=\"footnote-ref\"><a href=\"#fotnot-2\" id=\"fotnotsref-2\" role=\"doc-noteref\">2</a></sup> och\
         <sup class=\"footnote-ref\"><a href=\"#fotnot-1\" id=\"fotnotsref-1-2\" role=\"doc-noteref\">1</a></sup>.</p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\">\n<h2 class=\"hidden\">[footnotes]</h2>\n<ol>\n\
         <li id=\"fotnot-1\"><p>Första \
         <a href=\"#fotnotsref-1\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"[footnote_back] 1:1\">↩</a> \
         <a href=\"#fotnotsref-1-2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"[footnote_back] 1:2\">↩</a></p>\n</li>\n\
         <li id=\"fotnot-2\"><p>Andra \
         <a href=\"#fotnotsref-2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"[footnote_back] 2\">↩</a></p>\n</li>\n</ol>\n</section>\n"
    );
}

#[test]
fn a_note_that_nothing_refers_to_is_told() {
    assert_eq!(faults("A\n\n[^a]: Text\n"), [(Code::FootnoteUnused, "[^a]: Text".to_string())]);
}

#[test]
fn a_table_scrolls_in_a_named_region_and_an_empty_head_is_no_head() {
    assert_eq!(
        html("|  | Läge |\n|---|--:|\n| a | b |\n"),
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"[table_label]\"><table><thead><tr><td></td>\
         <th scope=\"col\" class=\"align-right\">Läge</th></tr></thead><tbody>\n<tr><td>a</td><td class=\"align-right\">b</td></tr>\n\
         </tbody></table></div>\n"
    );
    let two = html("|a|\n|-|\n|b|\n\n---\n\n|a|\n|-|\n|b|\n");
    assert!(two.contains("aria-label=\"[table_label] 2\""), "{two}");
}

#[test]
fn html_is_shown_as_text_with_one_warning_in_each_block() {
    let (body, found) = read("a <b>c</b>\n\n<div onclick=x>\nd\n</div>\n");
    assert_eq!(
        super::joined(&body),
        "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;div onclick=x&gt;\nd\n&lt;/div&gt;</p>\n"
    );
    let codes: Vec<(Code, &str)> = found.iter().map(|(code, place, _)| (*code, place.as_str())).collect();
    assert_eq!(codes, [(Code::RawHtml, "<b>"), (Code::RawHtml, "<div onclick=x>")]);
    let told = [("html", "<b>"), ("kind", "bold"), ("target", "none")];
    assert_eq!(found[0].2, told.map(|(name, word)| (name, word.to_string())));
}

#[test]
fn a_comment_is_left_out_but_never_what_follows_it() {
    assert_eq!(html("a <!-- b --> c\n\n<!-- d\n\n e -->\n\nf\n"), "<p>a  c</p>\n<p>f</p>\n");
    assert_eq!(faults("<!-- utan slut\n\ntext\n").len(), 1);
}

#[test]
fn strikethrough_and_task_lists_are_no_markup_here() {
    assert_eq!(html("~~a~~ --\n\n- [ ] b\n"), "<p>~~a~~ –</p>\n<ul>\n<li>[ ] b</li>\n</ul>\n");
}
