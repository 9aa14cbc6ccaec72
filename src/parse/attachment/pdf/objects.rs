//! The values that a PDF is written in, read one at a time from a place in the file. Lists within lists and long lists have a bound.

/// A value, as far as it is looked at.
#[derive(Clone, PartialEq, Debug)]
pub enum PdfObject {
    /// True or false.
    Bool(bool),
    /// A whole number.
    Number(i64),
    /// A name, without its slash.
    Name(Vec<u8>),
    /// A text.
    Text(Vec<u8>),
    /// A list.
    List(Vec<PdfObject>),
    /// Values by their names.
    Dict(PdfDict),
    /// The number of another object.
    Reference(u32),
    /// Nothing, or a number with decimals.
    Other,
}

/// Values by their names.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct PdfDict(Vec<(Vec<u8>, PdfObject)>);

impl PdfDict {
    /// The value of a name.
    pub fn get(&self, name: &[u8]) -> Option<&PdfObject> {
        self.0.iter().rev().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// The whole number of a name, not below nought.
    pub fn number(&self, name: &[u8]) -> Option<usize> {
        match self.get(name)? {
            PdfObject::Number(number) => usize::try_from(*number).ok(),
            _ => None,
        }
    }

    /// The whole numbers of a name.
    pub fn numbers(&self, name: &[u8]) -> Option<Vec<usize>> {
        let PdfObject::List(list) = self.get(name)? else { return None };
        let number = |object: &PdfObject| match object {
            PdfObject::Number(number) => usize::try_from(*number).ok(),
            _ => None,
        };
        list.iter().map(number).collect()
    }
}

/// How deep lists may lie within lists.
const DEEPEST: usize = 30;

/// How many values an object may have: the table of places of a large file, in parts, has some thousands.
const MOST: usize = 50_000;

/// Reads values from a place on.
pub struct ObjectReader<'a> {
    bytes: &'a [u8],
    /// Where it has come to.
    pub at: usize,
    left: usize,
}

impl<'a> ObjectReader<'a> {
    /// A reader at a place.
    pub fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, left: MOST }
    }

    /// The next value.
    pub fn object(&mut self) -> Option<PdfObject> {
        self.value(0)
    }

    /// The next whole number, with nothing but blanks before it.
    pub fn number(&mut self) -> Option<usize> {
        self.blank();
        let digits = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        let text = std::str::from_utf8(self.rest().get(..digits)?).ok()?;
        self.at += digits;
        text.parse().ok()
    }

    /// Goes on behind a word, if it comes next.
    pub fn word(&mut self, word: &[u8]) -> Option<()> {
        self.blank();
        self.rest().starts_with(word).then(|| self.at += word.len())
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Blanks and comments.
    fn blank(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                let line = self.rest().iter().position(|byte| matches!(byte, b'\n' | b'\r'));
                self.at += line.unwrap_or(self.rest().len());
            } else if is_blank(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    fn value(&mut self, depth: usize) -> Option<PdfObject> {
        self.left = self.left.checked_sub(1)?;
        if depth > DEEPEST {
            return None;
        }
        self.blank();
        match self.peek()? {
            b'/' => self.name().map(PdfObject::Name),
            b'(' => self.text().map(PdfObject::Text),
            b'[' => self.list(depth).map(PdfObject::List),
            b'<' if self.rest().starts_with(b"<<") => self.dict(depth).map(PdfObject::Dict),
            b'<' => self.hex().map(PdfObject::Text),
            b'0'..=b'9' | b'+' | b'-' | b'.' => Some(self.number_or_reference()),
            _ => self.keyword(),
        }
    }

    fn keyword(&mut self) -> Option<PdfObject> {
        let word = self.token();
        match word {
            b"true" => Some(PdfObject::Bool(true)),
            b"false" => Some(PdfObject::Bool(false)),
            b"null" => Some(PdfObject::Other),
            _ => None,
        }
    }

    fn token(&mut self) -> &'a [u8] {
        let rest = self.rest();
        let length = rest.iter().take_while(|byte| is_regular(**byte)).count();
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn number_or_reference(&mut self) -> PdfObject {
        let Some(number) = self.plain_number() else { return PdfObject::Other };
        let before = self.at;
        let mut ahead = || {
            self.blank();
            let generation = self.token();
            let is_generation = !generation.is_empty() && generation.iter().all(u8::is_ascii_digit);
            self.blank();
            (is_generation && self.token() == b"R").then_some(())
        };
        match (ahead(), u32::try_from(number)) {
            (Some(()), Ok(number)) => PdfObject::Reference(number),
            _ => {
                self.at = before;
                PdfObject::Number(number)
            }
        }
    }

    fn plain_number(&mut self) -> Option<i64> {
        std::str::from_utf8(self.token()).ok()?.parse().ok()
    }

    fn name(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let token = self.token();
        let mut name = Vec::with_capacity(token.len());
        let mut at = 0;
        while let Some(byte) = token.get(at) {
            let pair = token.get(at + 1..at + 3).filter(|_| *byte == b'#').and_then(hex_pair);
            name.push(pair.unwrap_or(*byte));
            at += if pair.is_some() { 3 } else { 1 };
        }
        Some(name)
    }

    fn list(&mut self, depth: usize) -> Option<Vec<PdfObject>> {
        self.at += 1;
        let mut list = Vec::new();
        loop {
            self.blank();
            if self.peek()? == b']' {
                self.at += 1;
                return Some(list);
            }
            list.push(self.value(depth + 1)?);
        }
    }

    fn dict(&mut self, depth: usize) -> Option<PdfDict> {
        self.at += 2;
        let mut dict = PdfDict::default();
        loop {
            self.blank();
            match self.peek()? {
                b'>' => {
                    self.word(b">>")?;
                    return Some(dict);
                }
                b'/' => {
                    let name = self.name()?;
                    dict.0.push((name, self.value(depth + 1)?));
                }
                _ => return None,
            }
        }
    }

    fn hex(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let end = memchr::memchr(b'>', self.rest())?;
        let digits: Vec<u8> = self.rest().get(..end)?.iter().copied().filter(u8::is_ascii_hexdigit).collect();
        self.at += end + 1;
        Some(
            digits.chunks(2).filter_map(|pair| hex_pair(&[pair[0], *pair.get(1).unwrap_or(&b'0')])).collect(),
        )
    }

    fn text(&mut self) -> Option<Vec<u8>> {
        self.at += 1;
        let mut text = Vec::new();
        let mut open = 0_usize;
        loop {
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b'\\' => self.escaped(&mut text)?,
                b'(' => {
                    open += 1;
                    text.push(byte);
                }
                b')' if open == 0 => return Some(text),
                b')' => {
                    open -= 1;
                    text.push(byte);
                }
                _ => text.push(byte),
            }
        }
    }

    fn escaped(&mut self, text: &mut Vec<u8>) -> Option<()> {
        let byte = self.peek()?;
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'\r' | b'\n' => {}
            b'0'..=b'7' => {
                let mut number = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    number = number * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                text.push((number & 0xFF) as u8);
            }
            other => text.push(other),
        }
        Some(())
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

fn hex_pair(pair: &[u8]) -> Option<u8> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    match pair {
        [high, low] => u8::try_from(digit(high)? * 16 + digit(low)?).ok(),
        _ => None,
    }
}
