//! Swedish organisation numbers, which a publisher of open data is known by.

/// A Swedish organisation number: its ten digits.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct OrganisationNumber(String);

impl OrganisationNumber {
    /// Reads `232100-0016`, `2321000016` and `162321000016`. The third digit is 2 at the least, which tells it from a person's number, and the
    /// last one is the check digit that Skatteverket counts.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let digits = match text.split_once('-') {
            Some((head, tail)) if tail.len() == 4 => format!("{head}{tail}"),
            Some(_) => return None,
            None => text.to_string(),
        };
        let digits = digits.strip_prefix("16").filter(|_| digits.len() == 12).unwrap_or(&digits);
        let is_right = digits.len() == 10
            && digits.bytes().all(|digit| digit.is_ascii_digit())
            && digits.as_bytes().get(2).is_some_and(|third| *third >= b'2')
            && is_checked(digits);
        is_right.then(|| Self(digits.to_string()))
    }

    /// The ten digits, as the address of a publisher at dataportal.se has them.
    pub fn digits(&self) -> &str {
        &self.0
    }
}

/// Is the last digit the one that the others make? Each second one is doubled, from the first; the sum of all figures ends with 0.
fn is_checked(digits: &str) -> bool {
    let figure = |(place, digit): (usize, u8)| {
        let digit = u32::from(digit - b'0');
        let doubled = if place % 2 == 0 { digit * 2 } else { digit };
        doubled / 10 + doubled % 10
    };
    digits.bytes().enumerate().map(figure).sum::<u32>() % 10 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them_and_a_slip_of_one_figure_is_none() {
        for text in ["232100-0016", " 2321000016 ", "162321000016", "16232100-0016"] {
            assert_eq!(OrganisationNumber::parse(text).unwrap().digits(), "2321000016", "{text}");
        }
        for text in [
            "",
            "-",
            "232100-0017",
            "332100-0016",
            "121212-1212",
            "2321-000016",
            "23210000161",
            "232100–0016",
            "٢321000016",
        ] {
            assert_eq!(OrganisationNumber::parse(text), None, "{text}");
        }
    }
}
