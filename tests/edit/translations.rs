//! Translations with their originals beside them, and the palette of a colour while it is chosen.

use crate::rooms::built;
use crate::server::{NEWS, Trial};

const ENGLISH: &str = "content/alfa/news/2026-01-01-hej.en.md";

#[test]
fn a_translation_is_made_from_its_original_and_shows_it_beside_each_field() {
    let trial = Trial::new();
    let form = trial.form_of("Hej");
    let page = trial.get(&form).text;
    assert!(
        page.contains("name=\"sprak\" value=\"en\"")
            && page.contains("<span lang=\"en\" dir=\"ltr\">English</span>"),
        "{page}"
    );
    let before = trial.read(NEWS);
    assert_eq!(trial.post(&format!("{form}/oversatt"), &[("sprak", "en")]).status, 303);
    let made = trial.read(ENGLISH);
    assert!(made.contains("Översätt: Hej") && made.ends_with("Ett stycke.\n"), "{made}");
    assert_eq!(trial.read(NEWS), before);
    // The original leads to it, and makes none over it.
    let page = trial.get(&form).text;
    assert!(
        !page.contains("name=\"sprak\"") && page.contains("lang=\"en\" dir=\"ltr\">English</a>"),
        "{page}"
    );
    assert_eq!(trial.post(&format!("{form}/oversatt"), &[("sprak", "en")]).status, 200);
    assert_eq!(trial.read(ENGLISH), made);
    let there =
        page.split("href=\"/redigera/f/").find(|rest| rest[16..].starts_with("\" lang=\"en\"")).unwrap();
    let page = trial.get(&format!("/redigera/f/{}", &there[..16])).text;
    for shown in [
        "<div class=\"text\" lang=\"sv\" dir=\"ltr\">Hej</div>",
        "<div class=\"text\" lang=\"sv\" dir=\"ltr\">Du.</div>",
        "aria-label=\"Originalet\">Ett stycke.</div>",
        "aria-describedby=\"hjalp-title\" lang=\"en\" dir=\"ltr\"",
        "aria-describedby=\"hjalp-body\" lang=\"en\" dir=\"ltr\"",
    ] {
        assert!(page.contains(shown), "{shown} in {page}");
    }
}

#[test]
fn a_translation_is_made_of_a_text_alone_to_a_language_that_the_municipality_has() {
    let trial = Trial::new();
    let before = trial.all();
    let (news, centre) = (trial.form_of("Hej"), trial.form_of("Familjecentralen Ett"));
    for (form, tag) in [(&news, "ar"), (&news, "sv"), (&news, "../../x"), (&news, ""), (&centre, "en")] {
        assert_eq!(trial.post(&format!("{form}/oversatt"), &[("sprak", tag)]).status, 404, "{tag}");
    }
    assert_eq!(trial.all(), before);
    trial.write(
        "content/alfa/municipality.yaml",
        "namn: Alfa kommun\nkod: \"0127\"\nspråkversioner: [sv, ar]\n",
    );
    assert_eq!(trial.post(&format!("{news}/oversatt"), &[("sprak", "ar")]).status, 303);
    let page = trial.get(&trial.form_of("Översätt: Hej")).text;
    assert!(page.contains("lang=\"ar\" dir=\"rtl\""), "{page}");
}

#[test]
fn the_palette_of_a_colour_is_shown_before_it_is_saved_with_what_was_changed() {
    let trial = built();
    let (form, before) = (municipality(&trial), trial.read("content/alfa/municipality.yaml"));
    let page = trial.get(&form).text;
    assert!(page.contains("Visa färgerna") && page.contains("id=\"farger\""), "{page}");
    let base = trial.base(&form);
    let fields = [("_base", &*base), ("_do", "colours"), ("name.sv", "Ny"), ("look.colour", "#ffd54a")];
    let seen = trial.post(&form, &fields);
    assert_eq!(seen.status, 200, "{}", seen.text);
    for shown in [
        "Ljus skärm",
        "Mörk skärm",
        "fill=\"#ffd54a\"",
        "Ändrad från #ffd54a",
        "kontrast ",
        "value=\"#ffd54a\"",
        "value=\"Ny\"",
    ] {
        assert!(seen.text.contains(shown), "{shown} in {}", seen.text);
    }
    assert_eq!(trial.read("content/alfa/municipality.yaml"), before);
    // What the script asks for says the same.
    let alone = trial.get("/redigera/farger/alfa?farg=%23ffd54a").text;
    let section = |page: &str| {
        page.split("id=\"farger\"").nth(1).unwrap().split("</section>").next().unwrap().to_string()
    };
    assert_eq!(section(&alone), section(&seen.text));
    assert!(trial.get("/redigera/farger/alfa?farg=9d0f3f").text.contains("fill=\"#9d0f3f\""));
    for (typed, said) in
        [("", "Skriv en färg"), ("%23xyz", "Det är ingen färg"), ("%22%3E%3Cscript%3E", "Det är ingen färg")]
    {
        let page = trial.get(&format!("/redigera/farger/alfa?farg={typed}")).text;
        assert!(page.contains(said) && !page.contains("<script>"), "{page}");
    }
    assert_eq!(trial.get("/redigera/farger/beta?farg=%23ffd54a").status, 404);
    assert_eq!(trial.ask("GET", "/redigera/farger/alfa?farg=%23ffd54a", &[], "").status, 403);
}

pub fn municipality(trial: &Trial) -> String {
    let page = trial.get("/redigera/k/alfa").text;
    let section = page.split("id=\"kommunen\"").nth(1).unwrap();
    format!("/redigera/f/{}", &section.split("/redigera/f/").nth(1).unwrap()[..16])
}
