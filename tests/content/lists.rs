//! What stands in which list, in which order; and the types that follow from services.

use super::project::{BOTKYRKA_TEXT, FITTJA, FITTJA_TEXT, NEWS, NEWS_TEXT, PAGE_TEXT, Project, SITE};

/// The order in which some texts first stand on a page.
fn order(page: &str, texts: &[&str]) -> Vec<String> {
    let mut found: Vec<(usize, &str)> =
        texts.iter().filter_map(|text| Some((page.find(text)?, *text))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, text)| text.to_string()).collect()
}

#[test]
fn a_type_that_is_left_out_follows_from_the_services() {
    let four = ["maternal_health", "child_health", "open_preschool", "social_services"];
    let typed = |kinds: &[&str], given: &str| {
        let services: String = kinds.iter().map(|kind| format!("  - kind: {kind}\n")).collect();
        let text = FITTJA_TEXT.replace("  - kind: child_health\n  - kind: open_preschool\n", &services);
        let page = Project::new().with(FITTJA, text + given).pages();
        let page = page.page("botkyrka/familjecentraler/fittja/index.html");
        // Which kind the law calls it is a matter of the data; the page says that it is a family centre.
        page.split("\"keywords\":\"")
            .nth(1)
            .map(|rest| rest.split('"').next().unwrap().to_string())
            .unwrap_or_default()
    };
    assert_eq!(typed(&four, ""), "Familjecentral");
    assert_eq!(typed(&four, "type: family_centre\n"), "Familjecentral");
    assert_eq!(typed(&four[1..], ""), typed(&four, "type: family_centre_like\n"));
    assert!(typed(&four[1..3], "").starts_with("Familjecentralsliknande"));
    assert_eq!(typed(&four[1..3], ""), typed(&["child_health", "social_services"], ""));
    assert_eq!(typed(&["open_preschool"], ""), "", "neither");
    assert_eq!(typed(&["child_health", "maternal_health"], ""), "", "neither");
}

#[test]
fn centres_and_municipalities_stand_in_swedish_order() {
    let names = ["Adam-x", "Zeta-x", "Åre-x", "Älvsjö-x", "Österby-x"];
    let mut project = Project::new();
    for (number, name) in names.iter().enumerate() {
        let id = format!("c{}", 9 - number);
        project = project.with(
            &format!("content/botkyrka/centres/{id}.yaml"),
            FITTJA_TEXT.replace("Fittja\n", &format!("{name}\n")),
        );
        let municipality = BOTKYRKA_TEXT.replace("Botkyrka kommun", &format!("{name} kommun"));
        project = project.with(&format!("content/m{}/municipality.yaml", 9 - number), municipality);
    }
    let built = project.pages();
    assert_eq!(order(built.page("botkyrka/familjecentraler/index.html"), &names), names);
    let whole = names.map(|name| format!("{name} kommun"));
    assert_eq!(order(built.page("index.html"), &whole.each_ref().map(String::as_str)), whole);
}

fn dated(project: Project, day: &str, title: &str, fields: &str) -> Project {
    let text = NEWS_TEXT.replace("title: Hej", &format!("title: {title}\n{fields}"));
    project.with(&format!("content/botkyrka/news/{day}-{}.md", title.to_lowercase()), text)
}

#[test]
fn the_three_to_read_next_are_the_newest_of_the_same_category_then_the_newest() {
    let mut project = Project::new().but(NEWS, "lead:", "category: Lek\nlead:");
    for (day, title, category) in [
        ("2026-01-01", "Lek-gammal", "category: Lek"),
        ("2026-02-01", "Lek-ny", "category: Lek"),
        ("2026-02-02", "Annat-b", "category: Mat"),
        ("2026-02-03", "Annat-c", ""),
        ("2026-02-04", "Annat-d", ""),
        ("2026-02-05", "Annat-e", ""),
        ("2026-02-06", "Utgangen", "category: Lek\nexpires: 2026-03-01"),
    ] {
        project = dated(project, day, title, category);
    }
    let page = "botkyrka/nyheter/2026-01-10-hej/index.html";
    let related = |project: &Project| {
        let built = project.pages();
        let page = built.page(page);
        page.split("card-title")
            .skip(1)
            .map(|card| card.split('>').nth(2).unwrap().split('<').next().unwrap().to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(related(&project), ["Lek-ny", "Lek-gammal", "Annat-e"]);
    let named = project.clone().but(NEWS, "lead:", "related: [annat-b, 2026-01-01-lek-gammal]\nlead:");
    assert_eq!(related(&named), ["Annat-b", "Lek-gammal"]);
}

#[test]
fn the_list_of_news_has_twenty_on_a_page_the_newest_first() {
    let fill = |count: usize| {
        (1..count).fold(Project::new(), |project, number| {
            dated(
                project,
                &format!("2026-0{}-{:02}", 2 + number / 28, 1 + number % 28),
                &format!("Nr{number:02}"),
                "",
            )
        })
    };
    let counts = |count: usize| {
        let built = fill(count).pages();
        let pages = (1..).map(|page| {
            if page == 1 {
                "botkyrka/nyheter/index.html".into()
            } else {
                format!("botkyrka/nyheter/sida/{page}/index.html")
            }
        });
        pages
            .take_while(|page| built.has(page))
            .map(|page| built.page(&page).matches("card-title").count())
            .collect::<Vec<_>>()
    };
    assert_eq!(counts(20), [20]);
    assert_eq!(counts(21), [20, 1]);
    assert_eq!(counts(41), [20, 20, 1]);
    let built = fill(21).pages();
    let first = built.page("botkyrka/nyheter/index.html");
    assert_eq!(order(first, &["Nr19", "Nr20", "Nr01"]), ["Nr20", "Nr19", "Nr01"]);
    assert!(built.page("botkyrka/nyheter/sida/2/index.html").contains("2026-01-10-hej"));
}

#[test]
fn a_shared_text_is_in_every_folder_with_the_regions_address_as_the_original() {
    let built = Project::new()
        .with("content/_shared/news/2026-02-01-alla.md", NEWS_TEXT.replace("Hej", "Titel-Alla"))
        .with("content/_shared/pages/ordlista.md", PAGE_TEXT)
        .region()
        .pages();
    for inner in ["nyheter/2026-02-01-alla/", "ordlista/"] {
        let canonical = format!("rel=\"canonical\" href=\"https://prov.example/{inner}\"");
        for folder in ["", "botkyrka/"] {
            assert!(
                built.page(&format!("{folder}{inner}index.html")).contains(&canonical),
                "{folder}{inner}"
            );
        }
    }
    assert!(built.page("botkyrka/nyheter/index.html").contains("Titel-Alla"));
    let own = "rel=\"canonical\" href=\"https://prov.example/botkyrka/nyheter/2026-01-10-hej/\"";
    assert!(built.page("botkyrka/nyheter/2026-01-10-hej/index.html").contains(own));
}

#[test]
fn an_address_for_the_whole_site_may_lie_below_another() {
    let built = Project::new().but(SITE, "https://prov.example", "https://prov.example/under/").pages();
    assert!(
        built.page("botkyrka/om/index.html").contains("href=\"https://prov.example/under/botkyrka/om/\"")
    );
}

#[test]
fn where_there_is_one_centre_the_menu_leads_to_it_and_its_list_is_no_step() {
    let menu = |page: &str| {
        let menu = page.split("id=\"menu\"").nth(1).expect("a menu").split("</nav>").next().unwrap();
        menu.to_string()
    };
    let one = Project::new().pages();
    let (front, centre) =
        (one.page("botkyrka/index.html"), one.page("botkyrka/familjecentraler/fittja/index.html"));
    assert!(menu(front).contains("href=\"familjecentraler/fittja/\">Vår familjecentral<"), "{}", menu(front));
    assert!(menu(centre).contains("aria-current=\"page\">Vår familjecentral<"), "{}", menu(centre));
    assert!(!centre.contains("class=\"crumbs\""), "the front page alone is no way to a page");
    assert!(!centre.contains("familjecentraler/\""), "nor for machines");
    // The list keeps its address: it is there when a second centre comes.
    assert!(one.page("botkyrka/familjecentraler/index.html").contains("Fittja"));

    let other = FITTJA_TEXT.replace("Fittja\n", "Tullinge\n");
    let two = Project::new().with("content/botkyrka/centres/tullinge.yaml", other).pages();
    let centre = two.page("botkyrka/familjecentraler/fittja/index.html");
    assert!(menu(centre).contains(">Familjecentraler<") && centre.contains("class=\"crumbs\""), "{centre}");
}

#[test]
fn lists_of_the_region_and_of_the_missing_page_have_the_open_centres_first_and_say_which_are_not() {
    let planned = FITTJA_TEXT.replace("Fittja\n", "Alby\n").replace("status: open", "status: planned");
    let closed =
        FITTJA_TEXT.replace("Fittja\n", "Berga\n").replace("status: open", "status: temporarily_closed");
    let built = Project::new()
        .with("content/botkyrka/centres/alby.yaml", planned)
        .with("content/botkyrka/centres/berga.yaml", closed)
        // Where there is one municipality alone, there is no region.
        .with("content/salem/municipality.yaml", BOTKYRKA_TEXT.replace("Botkyrka kommun", "Salems kommun"))
        .pages();
    let region = built.page("index.html");
    let places = ["fittja/\"", "berga/\"", "alby/\""];
    assert_eq!(order(region.split("class=\"munis\"").nth(1).unwrap(), &places), places);
    let missing = built.page("botkyrka/404.html");
    let said = ["Fittja", "Berga", "Tillfälligt stängd", "Alby", "På väg"];
    assert_eq!(order(missing.split("class=\"page-list\"").nth(1).unwrap(), &said), said);
    // Who had booked a visit can ring a centre that is closed for a time.
    assert!(built.page("botkyrka/kontakt/index.html").contains("Berga"));
}
