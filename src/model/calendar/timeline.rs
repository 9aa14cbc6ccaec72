//! What holds on each day of a window, for the centre, a service or a phone.

use super::Almanac;
use crate::model::holidays::Holiday;
use crate::parse::centre::{Exception, Season, SpecialHours};
use crate::parse::files::{HolidayRule, Status};
use crate::parse::hours::{Day, Week};
use crate::parse::values::{Interval, Text};

/// Is somebody there?
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum State {
    /// At these times.
    Open(Vec<Interval>),
    /// By appointment; at these times, where they are said.
    Booking(Vec<Interval>),
    /// No.
    Closed,
    /// Nothing is said.
    Unknown,
}

impl State {
    /// Its times, if any.
    pub fn intervals(&self) -> &[Interval] {
        match self {
            Self::Open(intervals) | Self::Booking(intervals) => intervals,
            Self::Closed | Self::Unknown => &[],
        }
    }

    /// Its name for templates: `open`, `booking`, `closed`, `unknown`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Open(_) => "open",
            Self::Booking(_) => "booking",
            Self::Closed => "closed",
            Self::Unknown => "unknown",
        }
    }
}

impl From<&Day> for State {
    fn from(day: &Day) -> Self {
        match day {
            Day::Closed => Self::Closed,
            Day::Open(intervals) => Self::Open(intervals.clone()),
            Day::Booking(intervals) => Self::Booking(intervals.clone()),
        }
    }
}

/// Which rule says so.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Why {
    /// The week, or that there is none.
    Usual,
    /// A season, of this name.
    Season(Option<Text>),
    /// A holiday; does it meet hours?
    Holiday(Holiday, bool),
    /// The exception at this place in the file.
    Exception(usize),
    /// The centre is not open.
    Status(Status),
}

/// What holds on a day.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct DayState {
    /// Is somebody there?
    pub state: State,
    /// Which rule says so.
    pub why: Why,
    /// Nobody has said whether these hours hold.
    pub uncertain: bool,
}

impl DayState {
    fn sure(state: State, why: Why) -> Self {
        Self { state, why, uncertain: false }
    }

    /// Is it certain that nobody is there?
    pub fn is_closed(&self) -> bool {
        self.state == State::Closed
    }
}

/// The days of a window, each the number of a state. Where all days are alike there are no numbers.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Timeline {
    states: Vec<DayState>,
    cells: Vec<u16>,
}

impl Timeline {
    fn alike(state: DayState) -> Self {
        Self { states: vec![state], cells: Vec::new() }
    }

    /// The number of the state of the day at a place: two days with the same number are alike in all.
    pub fn number(&self, index: usize) -> u16 {
        self.cells.get(index).copied().unwrap_or_default()
    }

    /// What holds on the day at a place.
    pub fn at(&self, index: usize) -> &DayState {
        &self.states[usize::from(self.number(index))]
    }

    /// Are all days alike, since nothing is said of any, or one thing of all?
    pub fn is_alike(&self) -> bool {
        self.cells.is_empty()
    }

    /// Is anything said of any day?
    pub fn is_known(&self) -> bool {
        self.states.iter().any(|state| state.state != State::Unknown)
    }

    fn push(&mut self, state: DayState) -> u16 {
        let number = u16::try_from(self.states.len()).unwrap_or_default();
        self.states.push(state);
        number
    }

    /// Adds the seven days of a week, and gives the number of its Monday.
    fn push_week(&mut self, week: &Week, why: &Why) -> u16 {
        let first = u16::try_from(self.states.len()).unwrap_or_default();
        self.states.extend(week.iter().map(|day| DayState::sure(day.into(), why.clone())));
        first
    }
}

/// What is said of the centre or of a service.
pub struct OpeningRules<'a> {
    /// The usual week.
    pub week: Option<&'a Week>,
    /// Seasons, the weaker first.
    pub seasons: Vec<&'a Season>,
    /// Exceptions with their places in the file, the weaker first.
    pub exceptions: Vec<(usize, &'a Exception)>,
    /// Where the centre stands in its life.
    pub status: Status,
}

/// Makes the timeline of the centre or of a service.
pub fn compile(ground: &OpeningRules<'_>, almanac: &Almanac) -> Timeline {
    if ground.status != Status::Open {
        return Timeline::alike(DayState::sure(State::Closed, Why::Status(ground.status)));
    }
    if ground.week.is_none() && ground.seasons.is_empty() && ground.exceptions.is_empty() {
        return Timeline::alike(DayState::sure(State::Unknown, Why::Usual));
    }
    let mut line = usual(ground.week, almanac);
    let window = almanac.window();
    for season in &ground.seasons {
        let first = line.push_week(&season.week, &Why::Season(season.title.clone()));
        paint_week(&mut line.cells, window.range(season.period), first);
    }
    holidays(&mut line, almanac);
    for (place, exception) in &ground.exceptions {
        let why = Why::Exception(*place);
        match &exception.hours {
            SpecialHours::Daily(day) => {
                let number = line.push(DayState::sure(day.into(), why));
                for period in &exception.days {
                    line.cells[window.range(*period)].fill(number);
                }
            }
            SpecialHours::Week(week) => {
                let first = line.push_week(week, &why);
                for period in &exception.days {
                    paint_week(&mut line.cells, window.range(*period), first);
                }
            }
        }
    }
    line
}

/// Makes the timeline of a phone. It has the holidays, and days that are closed; seasons and other hours say nothing of it.
pub fn compile_phone(week: &Week, ground: &OpeningRules<'_>, almanac: &Almanac) -> Timeline {
    if ground.status != Status::Open {
        return Timeline::alike(DayState::sure(State::Closed, Why::Status(ground.status)));
    }
    let mut line = usual(Some(week), almanac);
    let window = almanac.window();
    holidays(&mut line, almanac);
    let before = if ground.exceptions.is_empty() { Vec::new() } else { line.cells.clone() };
    for (place, exception) in &ground.exceptions {
        let closed = line.push(DayState::sure(State::Closed, Why::Exception(*place)));
        for index in exception.days.iter().flat_map(|period| window.range(*period)) {
            let is_closed = exception.hours.on(index % 7).is_closed();
            line.cells[index] = if is_closed { closed } else { before[index] };
        }
    }
    line
}

fn usual(week: Option<&Week>, almanac: &Almanac) -> Timeline {
    let length = almanac.window().length();
    let mut line = Timeline { states: Vec::new(), cells: vec![0; length] };
    match week {
        Some(week) => {
            let first = line.push_week(week, &Why::Usual);
            paint_week(&mut line.cells, 0..length, first);
        }
        None => {
            line.push(DayState::sure(State::Unknown, Why::Usual));
        }
    }
    line
}

/// The window begins with a Monday.
fn paint_week(cells: &mut [u16], range: std::ops::Range<usize>, first: u16) {
    let mut weekday = u16::try_from(range.start % 7).unwrap_or_default();
    for cell in &mut cells[range] {
        *cell = first + weekday;
        weekday = if weekday == 6 { 0 } else { weekday + 1 };
    }
}

/// What holidays do to the hours that they meet.
fn holidays(line: &mut Timeline, almanac: &Almanac) {
    let rules = almanac.rules();
    for (index, holiday) in almanac.holidays() {
        let rule = if holiday.public { rules.public } else { rules.eves };
        let usual = line.at(*index);
        let meets = matches!(usual.state, State::Open(_) | State::Booking(_));
        if rule == HolidayRule::Open || usual.state == State::Unknown {
            continue;
        }
        let state = if rule == HolidayRule::Closed { State::Closed } else { usual.state.clone() };
        let uncertain = rule == HolidayRule::Warn && meets;
        let number = line.push(DayState { state, why: Why::Holiday(*holiday, meets), uncertain });
        line.cells[*index] = number;
    }
}
