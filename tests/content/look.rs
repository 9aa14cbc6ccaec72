//! A municipality's own face: `look:`.

use fcsite::base::{Code, Locale, Messages};
use fcsite::cache::Memory;

use super::project::{BOTKYRKA, Built, IMAGE, NACKA, Project, png};

const LOGO: &str = "content/botkyrka/images/logo.svg";
const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\" onload=\"alert(1)\"><script>alert(2)</script>\
                   <path fill=\"#9d0f3f\" d=\"M0 0h120v40z\"/></svg>";

fn whole() -> Project {
    Project::new().region().with(LOGO, SVG).and(
        BOTKYRKA,
        "look:\n  colour: \"#ffd500\"\n  logo: images/logo.svg\n  image: {src: images/lek.png, alt: Barn leker, credit: Foto-K}\n  font: serif\n",
    )
}

/// The stylesheet of a folder, as a browser would find it.
fn css<'a>(built: &'a Built, folder: &str) -> &'a str {
    let start = format!("{folder}assets/site.");
    let (_, bytes) = built.files().find(|(path, _)| path.starts_with(&start)).unwrap();
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn a_municipality_wears_its_own_colour_logo_picture_and_font_and_no_other_does() {
    let built = whole().pages();
    let own = css(&built, "botkyrka/");
    let light = own.split("@media").next().unwrap();
    for part in [
        "--color-button: #ffd500;",
        "--color-accent: #ffd500;",
        "--line-brand: 4px;",
        "font-family:\"Source Serif 4\"",
    ] {
        assert!(own.contains(part), "{part}");
    }
    assert!(!light.contains("--color-link: #ffd500"), "yellow cannot be read on white");
    let front = built.page("botkyrka/index.html");
    for part in ["content=\"#ffd500\"", "class=\"logo\" src=\"assets/logo.", "alt=\"Barn leker\"", "Foto-K"] {
        assert!(front.contains(part), "{part} in {front}");
    }
    assert!(!front.contains("<style") && !front.contains("style=\""), "{front}");
    let centre = built.page("botkyrka/familjecentraler/fittja/index.html");
    assert!(centre.contains("src=\"../../assets/logo."), "{centre}");
    let (_, logo) = built.files().find(|(path, _)| path.starts_with("botkyrka/assets/logo.")).unwrap();
    let logo = String::from_utf8_lossy(logo);
    assert!(logo.contains("M0 0h120v40z") && !logo.contains("alert"), "{logo}");
    assert!(built.files().any(|(path, _)| path.starts_with("botkyrka/assets/font-serif-600.")));
    assert!(!built.files().any(|(path, _)| path.contains("font-rounded")));
    // The page that is shown at any depth has its style within, and can reach no file.
    let lost = built.page("botkyrka/404.html");
    assert!(lost.contains("--color-button: #ffd500"), "{lost}");
    assert_eq!(lost.matches("<img").count(), lost.matches(" src=\"data:image/svg+xml,").count(), "{lost}");
    for other in ["nacka/", ""] {
        let css = css(&built, other);
        assert!(!css.contains("ffd500") && !css.contains("Source Serif"), "{other}");
        let files = built.files().filter(|(path, _)| path.starts_with(&format!("{other}assets/")));
        assert!(
            !files.into_iter().any(|(path, _)| path.contains("logo") || path.contains("font-")),
            "{other}"
        );
    }
}

#[test]
fn the_mark_of_a_theme_can_be_a_picture_of_its_own_on_each_page() {
    let mark = "{%- component Symbol(root, assets) -%}<img class=\"symbol\" src=\"{{ root }}{{ assets[\"mark.svg\"] }}\" alt=\"\" width=\"48\" height=\"48\">{%- endcomponent Symbol -%}";
    let built = Project::new()
        .and("content/site.yaml", "theme: prov\n")
        .with("themes/prov/theme.yaml", "name: Prov\nextends: base\n")
        .with("themes/prov/assets/mark.svg", SVG)
        .with("themes/prov/templates/components.html", mark)
        .pages();
    for (page, way) in [
        ("botkyrka/index.html", "src=\"assets/mark."),
        ("botkyrka/familjecentraler/fittja/index.html", "src=\"../../assets/mark."),
        // It can reach no file.
        ("botkyrka/404.html", "src=\"data:image/svg+xml,"),
    ] {
        let mark = built.page(page).split_once("class=\"symbol\" ").unwrap().1;
        assert!(mark.starts_with(way), "{page}: {}", &mark[..80]);
    }
}

#[test]
fn swedish_names_say_the_same() {
    let swedish = Project::new().region().with(LOGO, SVG).and(
        BOTKYRKA,
        "utseende:\n  färg: ffd500\n  logotyp: images/logo.svg\n  bild: {fil: images/lek.png, alt: Barn leker, foto: Foto-K}\n  typsnitt: antikva\n",
    );
    let (one, two) = (whole().pages(), swedish.pages());
    assert_eq!(one.page("botkyrka/index.html"), two.page("botkyrka/index.html"));
    assert_eq!(css(&one, "botkyrka/"), css(&two, "botkyrka/"));
}

#[test]
fn a_build_says_in_a_line_what_it_changed_and_says_it_again_when_it_makes_nothing() {
    let said = |project: &Project, memory: Option<&mut Memory>| -> Vec<String> {
        let built = project.build_with(memory);
        let messages = Messages::of(Locale::Swedish);
        built.report.remarks.iter().map(|remark| messages.phrase(remark)).collect()
    };
    let mut memory = Memory::default();
    let first = said(&whole(), Some(&mut memory));
    assert_eq!(first.len(), 1, "{first:?}");
    assert!(first[0].starts_with("Botkyrka kommun: färgen #ffd500 är kvar på knapparna"), "{first:?}");
    assert!(!first[0].contains('{') && !first[0].contains("look-moved"), "{first:?}");
    assert_eq!(said(&whole(), Some(&mut memory)), first);
    let kept = whole().but(BOTKYRKA, "  colour: \"#ffd500\"\n", "");
    assert_eq!(said(&kept, None), Vec::<String>::new());
}

#[test]
fn a_changed_look_is_what_a_clean_build_makes() {
    let mut memory = Memory::default();
    whole().build_with(Some(&mut memory));
    for changed in [
        whole().but(BOTKYRKA, "#ffd500", "#0a6b3a"),
        whole().but(BOTKYRKA, "font: serif", "font: rounded"),
        whole().with(LOGO, SVG.replace("120v40", "119v40")),
        whole().with(IMAGE, png(410, 300)),
        whole().but(BOTKYRKA, "  logo: images/logo.svg\n", ""),
        whole(),
    ] {
        let warm = changed.build_with(Some(&mut memory));
        let clean = changed.build();
        assert!(!warm.report.has_errors(), "{:?}", warm.told());
        for (path, bytes) in clean.files().filter(|(path, _)| warm.has(path)) {
            assert_eq!(warm.files().find(|(other, _)| *other == path).unwrap().1, bytes, "{path}");
        }
    }
}

#[test]
fn what_cannot_be_worn_is_told_at_its_field() {
    let case = |old: &str, new: &str| {
        let built = whole().but(BOTKYRKA, old, new).build();
        (built.places(), built.told().join("\n"))
    };
    let lines = 9 + 1;
    let (places, told) = case("#ffd500", "#ffd50");
    assert_eq!(places, [(Code::BadColour, BOTKYRKA.to_string(), lines, 11)], "{told}");
    let (places, told) = case("\"#ffd500\"", "rgb(0 0 0 / 40%)");
    assert_eq!(places, [(Code::BadColour, BOTKYRKA.to_string(), lines, 11)], "{told}");
    let (places, told) = case("images/logo.svg", "images/loga.svg");
    assert_eq!(places, [(Code::NoSuchImage, BOTKYRKA.to_string(), lines + 1, 9)], "{told}");
    assert!(told.contains("images/logo.svg"), "{told}");
    let (places, told) = case("font: serif", "font: comic");
    assert_eq!(places, [(Code::UnknownValue, BOTKYRKA.to_string(), lines + 3, 9)], "{told}");
    let (places, told) = case(", alt: Barn leker", "");
    assert_eq!(places[0].0, Code::AltOrDecorative, "{told}");
    for (svg, word) in [
        (
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><image href=\"x.png\"/></svg>",
            "photo",
        ),
        ("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "viewBox"),
        ("<svg", "SVG"),
    ] {
        let built = whole().with(LOGO, svg).build();
        assert_eq!(built.places(), [(Code::BadImage, BOTKYRKA.to_string(), lines + 1, 9)]);
        assert!(built.told().join("\n").contains(word), "{:?}", built.told());
    }
    // Without quotes the colour is a remark, which is told.
    let built = whole().but(BOTKYRKA, "\"#ffd500\"", "#ffd500").build();
    assert_eq!(built.places(), [(Code::LostComment, BOTKYRKA.to_string(), lines, 11)], "{:?}", built.told());
}

#[test]
fn a_logo_may_be_a_picture() {
    let logo = "content/botkyrka/images/logo.png";
    let project = whole().with(logo, png(300, 100)).but(BOTKYRKA, "logo.svg", "logo.png").without(LOGO);
    let built = project.pages();
    assert!(built.page("botkyrka/index.html").contains("class=\"logo\" src=\"assets/logo-300."));
    assert!(!built.page("nacka/index.html").contains("class=\"logo\""));
    assert!(project.bytes(NACKA).len() > 10);
}
