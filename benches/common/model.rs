//! The site that both dialects write: one municipality at a time, made from the seed and its number alone, so a site of 100,000 news
//! never lies in memory whole.

use std::collections::HashSet;

use super::places::{self, Place};
use super::prng::Prng;
use super::stock;
use super::text::{self, Block, Subject};

/// The day on which the site is built: after all of its news.
pub const NOW: &str = "2026-06-01";
/// `NOW` in days since 1970-01-01.
const NOW_DAY: usize = 20_605;
/// How many days the news are spread over.
const SPAN: usize = 2_100;

/// What is generated: how many municipalities and how many news each has.
pub struct Plan {
    pub seed: u64,
    pub places: Vec<Place>,
    pub news_each: usize,
}

impl Plan {
    /// Up to 1,000 news lie in one municipality. More are spread over 290, each with a number of two digits: 10,000 is 290 × 35 and
    /// 100,000 is 290 × 350.
    pub fn new(size: usize, seed: u64) -> Self {
        let mut places = places::places();
        let mut news_each = size.max(1);
        if size <= 1_000 {
            places.truncate(1);
        } else {
            news_each = size.div_ceil(places.len());
            let step = 10_usize.pow(news_each.ilog10().saturating_sub(1));
            news_each = news_each.div_ceil(step) * step;
        }
        Self { seed, places, news_each }
    }

    /// How many news the site has in all.
    pub fn news(&self) -> usize {
        self.places.len() * self.news_each
    }

    /// How many words a news item has on average, headings and lists included.
    pub fn words(&self) -> usize {
        self.municipalities().next().map_or(0, |one| {
            one.news.iter().map(|news| text::words(&news.body)).sum::<usize>() / one.news.len().max(1)
        })
    }

    /// The municipalities, one after the other.
    pub fn municipalities(&self) -> impl Iterator<Item = Municipality> + '_ {
        self.places.iter().enumerate().map(|(number, place)| self.municipality(number, place))
    }

    fn municipality(&self, number: usize, place: &Place) -> Municipality {
        let mut prng = Prng::new(self.seed, u64::try_from(number).unwrap_or(0));
        let genitive = match place.name.chars().last() {
            Some('s' | 'y' | 'a') | None => place.name.clone(),
            Some(_) => format!("{}s", place.name),
        };
        let centres: Vec<Centre> = (0..=number % 2).map(|which| centre(&mut prng, place, which)).collect();
        let mut news: Vec<News> = Vec::with_capacity(self.news_each);
        let mut slugs = HashSet::new();
        for item in 0..self.news_each {
            let day = self.day(&mut prng, item);
            let one = news_item(&mut prng, place, &centres, day);
            if slugs.insert(one.file.clone()) {
                news.push(one);
            }
        }
        Municipality {
            id: places::slug(&place.name),
            name: format!("{genitive} kommun"),
            code: place.code.clone(),
            phone: phone(&mut prng),
            centres,
            news,
        }
    }

    /// The day of a municipality's `item`th news from the end: no two on one day, as long as there is a day for each.
    fn day(&self, prng: &mut Prng, item: usize) -> usize {
        let step = (SPAN / self.news_each).max(1);
        NOW_DAY.saturating_sub(1 + item * step + prng.below(step))
    }
}

/// A municipality with all that it shows.
pub struct Municipality {
    pub id: String,
    pub name: String,
    pub code: String,
    pub phone: String,
    pub centres: Vec<Centre>,
    /// Newest first.
    pub news: Vec<News>,
}

/// A family centre.
pub struct Centre {
    pub id: String,
    pub name: String,
    pub street: String,
    pub postal_code: String,
    pub city: String,
    pub phone: String,
    /// Ten-thousandths of a degree, north of 59° and east of 15°.
    pub point: [usize; 2],
    /// `family_centre` with four services, or `family_centre_like` with two.
    pub full: bool,
    pub services: Vec<Service>,
}

/// One of a centre's services.
pub struct Service {
    pub kind: &'static str,
    pub name: String,
    pub operator_type: &'static str,
    pub operator: String,
}

/// A news item.
pub struct News {
    /// The file's name without `.md`, which is its part of the URL: `2021-01-27-slug`.
    pub file: String,
    pub date: String,
    pub title: String,
    pub lead: String,
    pub category: &'static str,
    /// The centre whose box is shown below it.
    pub centre: Option<usize>,
    pub body: Vec<Block>,
}

fn centre(prng: &mut Prng, place: &Place, which: usize) -> Centre {
    const STREETS: [&str; 8] = [
        "Torggatan",
        "Skolvägen",
        "Lindallén",
        "Stationsgatan",
        "Kyrkvägen",
        "Björkstigen",
        "Parkgatan",
        "Ängsvägen",
    ];
    let part = ["Familjecentralen i ", "Familjecentralen Solsidan i "][which.min(1)];
    let name = format!("{part}{}", place.name);
    let full = which == 0;
    let id = if full { places::slug(&place.name) } else { format!("solsidan-{}", places::slug(&place.name)) };
    let mut services = vec![
        service("child_health", format!("{} BVC", place.name), "region", "Provregionen"),
        service("open_preschool", format!("Öppna förskolan i {}", place.name), "municipality", "Kommunen"),
    ];
    if full {
        services.insert(
            0,
            service(
                "maternal_health",
                format!("{} barnmorskemottagning", place.name),
                "region",
                "Provregionen",
            ),
        );
        services.push(service(
            "social_services",
            "Familjerådgivning och stöd".to_owned(),
            "municipality",
            "Socialtjänsten",
        ));
    }
    Centre {
        id,
        name,
        street: format!("{} {}", prng.pick(&STREETS), 1 + prng.below(60)),
        postal_code: format!("{} {:02}", 200 + prng.below(700), 10 + prng.below(80)),
        city: place.name.clone(),
        phone: phone(prng),
        point: [prng.below(10_000), prng.below(10_000)],
        full,
        services,
    }
}

fn service(kind: &'static str, name: String, operator_type: &'static str, operator: &str) -> Service {
    Service { kind, name, operator_type, operator: operator.to_owned() }
}

/// A number in the series that PTS keeps free for fiction.
fn phone(prng: &mut Prng) -> String {
    format!("08-465 004 {:02}", prng.below(100))
}

fn news_item(prng: &mut Prng, place: &Place, centres: &[Centre], day: usize) -> News {
    let centre_number = prng.below(centres.len());
    let date = iso_date(day);
    let month = date.get(5..7).and_then(|month| month.parse::<usize>().ok()).unwrap_or(1);
    let subject = Subject {
        place: &place.name,
        centre: &centres[centre_number].name,
        centre_number,
        month: stock::MONTHS[month % 12],
        activity: prng.pick(&stock::ACTIVITIES),
        topic: prng.pick(&stock::TOPICS),
    };
    let title = text::pick(prng, &subject, &stock::TITLES);
    let lead = text::pick(prng, &subject, &stock::LEADS);
    let mut slug = places::slug(&title);
    slug.truncate(60);
    News {
        file: format!("{date}-{}", slug.trim_end_matches('-')),
        date,
        title,
        lead,
        category: prng.pick(&stock::CATEGORIES),
        centre: prng.one_in(3).then_some(centre_number),
        body: text::body(prng, &subject),
    }
}

/// Days since 1970-01-01 as `2021-01-27` (the civil calendar, Howard Hinnant's algorithm).
fn iso_date(days: usize) -> String {
    let days = days + 719_468;
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + usize::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}
