//! A news item's text, made from the stock: about 440 words in sections with headings, a list, a link, now and then a fact box and
//! spoken lines. Neutral: each dialect writes it in its own Markdown.

use super::prng::Prng;
use super::stock;

/// How long a news item's body is, its headings and lists included.
const WORDS: usize = 388;

/// One block of a text.
pub enum Block {
    Heading(String),
    Paragraph(String),
    List(Vec<String>),
    /// A paragraph with a link to a centre's page inside.
    Link {
        before: String,
        text: String,
        centre: usize,
        after: String,
    },
    /// A fact box: its title and its list.
    Fact {
        title: String,
        items: Vec<String>,
    },
    /// Lines that someone says: one paragraph each.
    Spoken(Vec<String>),
}

/// What the sentences are about: fills the stock's `{…}`.
pub struct Subject<'a> {
    pub place: &'a str,
    pub centre: &'a str,
    pub centre_number: usize,
    pub month: &'a str,
    pub activity: &'a str,
    pub topic: &'a str,
}

impl Subject<'_> {
    /// A sentence of the stock with its `{…}` filled in; `{Word}` begins with a capital letter.
    pub fn fill(&self, prng: &mut Prng, sentence: &str) -> String {
        let mut filled = String::with_capacity(sentence.len() + 40);
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, tail) = after.split_once('}').unwrap_or((after, ""));
            filled.push_str(before);
            let lower = name.to_lowercase();
            let value = self.value(prng, &lower);
            if lower == name {
                filled.push_str(value);
            } else {
                push_capitalised(&mut filled, value);
            }
            rest = tail;
        }
        filled.push_str(rest);
        filled
    }

    fn value<'s>(&'s self, prng: &mut Prng, name: &str) -> &'s str {
        match name {
            "place" => self.place,
            "centre" => self.centre,
            "month" => self.month,
            "activity" => self.activity,
            "topic" => self.topic,
            "role" => prng.pick(&stock::ROLES),
            "who" => prng.pick(&stock::WHO),
            "day" => prng.pick(&stock::DAYS),
            "time" => prng.pick(&stock::TIMES),
            _ => "",
        }
    }
}

fn push_capitalised(into: &mut String, text: &str) {
    let mut letters = text.chars();
    into.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    into.push_str(letters.as_str());
}

/// A stock of sentences from which each is drawn once before any comes again.
struct Deck {
    all: &'static [&'static str],
    left: Vec<&'static str>,
}

impl Deck {
    fn new(all: &'static [&'static str]) -> Self {
        Self { all, left: Vec::new() }
    }

    fn draw(&mut self, prng: &mut Prng, subject: &Subject) -> String {
        if self.left.is_empty() {
            self.left = self.all.to_vec();
        }
        let sentence = self.left.swap_remove(prng.below(self.left.len()));
        subject.fill(prng, sentence)
    }

    fn draws(&mut self, prng: &mut Prng, subject: &Subject, count: usize) -> Vec<String> {
        (0..count).map(|_| self.draw(prng, subject)).collect()
    }
}

/// A body: an opening paragraph, then sections until it is long enough.
pub fn body(prng: &mut Prng, subject: &Subject) -> Vec<Block> {
    let mut sentences = Deck::new(&stock::SENTENCES);
    let mut headings = Deck::new(&stock::HEADINGS);
    let mut items = Deck::new(&stock::ITEMS);
    let mut blocks = vec![paragraph(&mut sentences, prng, subject)];
    let mut section = 0;
    while words(&blocks) < WORDS {
        section += 1;
        blocks.push(Block::Heading(headings.draw(prng, subject)));
        blocks.push(paragraph(&mut sentences, prng, subject));
        blocks.push(match section {
            1 => Block::List(items.draws(prng, subject, 4)),
            2 => link(subject),
            3 if prng.one_in(3) => {
                let title = pick(prng, subject, &stock::FACTS);
                Block::Fact { title, items: items.draws(prng, subject, 3) }
            }
            3 if prng.one_in(2) => Block::Spoken(Deck::new(&stock::SPOKEN).draws(prng, subject, 2)),
            _ => paragraph(&mut sentences, prng, subject),
        });
    }
    blocks
}

fn link(subject: &Subject) -> Block {
    Block::Link {
        before: "Adress, telefonnummer och öppettider finns på sidan om ".to_owned(),
        text: subject.centre.to_owned(),
        centre: subject.centre_number,
        after: ", som vi uppdaterar varje gång något ändras. Där ser du också när det är stängt.".to_owned(),
    }
}

fn paragraph(sentences: &mut Deck, prng: &mut Prng, subject: &Subject) -> Block {
    let count = 3 + prng.below(3);
    Block::Paragraph(sentences.draws(prng, subject, count).join(" "))
}

/// One of the sentences, filled in.
pub fn pick(prng: &mut Prng, subject: &Subject, from: &[&str]) -> String {
    let sentence = prng.pick(from);
    subject.fill(prng, sentence)
}

/// How many words the blocks hold.
pub fn words(blocks: &[Block]) -> usize {
    let count = |text: &str| text.split_whitespace().count();
    let all = |texts: &[String]| texts.iter().map(|text| count(text)).sum::<usize>();
    blocks
        .iter()
        .map(|block| match block {
            Block::Heading(text) | Block::Paragraph(text) => count(text),
            Block::List(items) | Block::Spoken(items) => all(items),
            Block::Link { before, text, after, .. } => count(before) + count(text) + count(after),
            Block::Fact { title, items } => count(title) + all(items),
        })
        .sum()
}
