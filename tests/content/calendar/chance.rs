//! Centres made by chance, from a number: the same number makes the same centre.

use fcsite::model::HolidayRules;
use fcsite::parse::activity::{Cancelled, Moved, When};
use fcsite::parse::centre::{Activity, Centre, Exception, Season, Service, SpecialHours};
use fcsite::parse::files::{HolidayRule, ServiceKind, Status};
use fcsite::parse::hours::{Day, Week};
use fcsite::parse::repeat::{LAST, Repeat};
use fcsite::parse::special::Listed;
use fcsite::parse::values::{Interval, Text, Time};
use fcsite::parse::weeks::Period;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// Numbers by chance (splitmix64).
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: i64) -> i64 {
        i64::try_from(self.next() % u64::try_from(most).unwrap()).unwrap()
    }

    fn is_one_in(&mut self, many: i64) -> bool {
        self.below(many) == 0
    }

    fn times<T>(&mut self, most: i64, one: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| one(self)).collect()
    }

    /// A day to make pages on: often one where years, weeks, clocks or Easter are at their oddest.
    pub fn now(&mut self) -> Date {
        let odd = [
            date(2026, 12, 28),
            date(2027, 1, 3),
            date(2020, 12, 31),
            date(2032, 12, 27),
            date(2028, 2, 29),
            date(2027, 3, 1),
            date(2008, 1, 14),
            date(2038, 3, 1),
            date(2011, 4, 18),
            date(2000, 1, 1),
            date(2026, 10, 25),
            date(2027, 3, 28),
            date(2008, 4, 30),
            date(2099, 6, 1),
            date(2024, 12, 30),
        ];
        if self.is_one_in(2) {
            let place = usize::try_from(self.below(15)).unwrap();
            odd[place] + self.below(5).days()
        } else {
            date(1990, 1, 1) + self.below(39_000).days()
        }
    }

    /// A day near one: mostly within its window, sometimes before or after.
    fn day(&mut self, now: Date) -> Date {
        now + (self.below(520) - 50).days()
    }

    fn period(&mut self, now: Date) -> Period {
        let from = self.day(now);
        let long = if self.is_one_in(3) { 0 } else { self.below(60) };
        let long = if self.is_one_in(20) { 900 } else { long };
        Period { from, to: from + long.days() }
    }

    fn interval(&mut self) -> Interval {
        let from = 7 * 60 + u16::try_from(self.below(40)).unwrap() * 15;
        let to = from + 15 + u16::try_from(self.below(20)).unwrap() * 15;
        Interval { from: Time(from), to: Time(to.min(24 * 60)) }
    }

    fn hours(&mut self) -> Day {
        match self.below(6) {
            0 | 1 => Day::Closed,
            2 => Day::Booking(Vec::new()),
            3 => Day::Booking(vec![self.interval()]),
            _ => Day::Open(vec![self.interval()]),
        }
    }

    fn week(&mut self) -> Week {
        std::array::from_fn(|_| self.hours())
    }

    fn services(&mut self, count: i64) -> Vec<usize> {
        if count == 0 || self.is_one_in(2) {
            return Vec::new();
        }
        let mut all = vec![usize::try_from(self.below(count)).unwrap()];
        if self.is_one_in(3) {
            all.push(usize::try_from(self.below(count)).unwrap());
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    fn season(&mut self, now: Date, count: i64) -> Season {
        let title = self.is_one_in(2).then(|| Text::Plain("Period".to_string()));
        Season { title, period: self.period(now), week: self.week(), services: self.services(count) }
    }

    fn exception(&mut self, now: Date, count: i64) -> Exception {
        let hours = match self.below(4) {
            0 => SpecialHours::Week(Box::new(self.week())),
            1 => SpecialHours::Daily(self.hours()),
            _ => SpecialHours::Daily(Day::Closed),
        };
        let (said, periods) = match self.below(3) {
            0 => ("from", vec![self.period(now)]),
            1 => ("dates", (0..4).map(|_| Period::day(self.day(now))).collect()),
            _ => {
                let monday = self.day(now);
                let monday = monday - i64::from(monday.weekday().to_monday_zero_offset()).days();
                ("weeks", vec![Period { from: monday, to: monday + (6 + 7 * self.below(3)).days() }])
            }
        };
        let items = (0..periods.len()).collect();
        let days = Exception::days_of(&periods);
        Exception { periods, days, items, said, hours, reason: None, services: self.services(count) }
    }

    fn repeat(&mut self, now: Date) -> Repeat {
        match self.below(6) {
            0 => Repeat::EvenWeeks,
            1 => Repeat::OddWeeks,
            2 => Repeat::EveryWeeks { count: 1 + u8::try_from(self.below(6)).unwrap(), from: self.day(now) },
            3 => {
                let which = [1, 2, 3, 4, 5, LAST][usize::try_from(self.below(6)).unwrap()];
                Repeat::OfMonth(if self.is_one_in(2) { vec![which] } else { vec![1, which] })
            }
            _ => Repeat::EveryWeek,
        }
    }

    fn activity(&mut self, usual: &Activity, now: Date, count: i64) -> Activity {
        let when = if self.is_one_in(5) {
            let mut dates: Vec<Date> = (0..=self.below(4)).map(|_| self.day(now)).collect();
            dates.sort_unstable();
            dates.dedup();
            When::Dates(dates)
        } else {
            let mut days: Vec<Weekday> = (0..=self.below(3))
                .map(|_| Weekday::from_monday_zero_offset(i8::try_from(self.below(7)).unwrap()).unwrap())
                .collect();
            days.sort_unstable_by_key(|day| day.to_monday_zero_offset());
            days.dedup();
            When::Weekly { days, repeat: self.repeat(now) }
        };
        let mut activity = Activity {
            when,
            interval: self.interval(),
            valid_from: self.is_one_in(3).then(|| self.day(now)),
            valid_to: self.is_one_in(3).then(|| self.day(now)),
            service: (count > 0 && !self.is_one_in(3)).then(|| usize::try_from(self.below(count)).unwrap()),
            except: self.times(2, |chance| Listed { period: chance.period(now), item: 0 }),
            ..usual.clone()
        };
        // Most of them on days on which it is to be.
        let days: Vec<Date> = (0..450)
            .map(|more| now + (more - 20).days())
            .filter(|day| super::slow::planned(&activity, *day))
            .collect();
        let one_of = |chance: &mut Self| {
            let most = i64::try_from(days.len()).unwrap();
            let is_other = most == 0 || chance.is_one_in(5);
            if is_other { chance.day(now) } else { days[usize::try_from(chance.below(most)).unwrap()] }
        };
        for _ in 0..self.below(3) {
            let date = one_of(self);
            activity.cancelled.push(Cancelled { date, reason: None });
        }
        for _ in 0..self.below(4) {
            let date = one_of(self);
            let to = date + (self.below(30) - 10).days();
            activity.moved.push(Moved { date, to, interval: self.interval() });
        }
        activity
    }

    pub fn rules(&mut self) -> HolidayRules {
        let rule = |chance: &mut Self| {
            [HolidayRule::Closed, HolidayRule::Open, HolidayRule::Warn]
                [usize::try_from(chance.below(3)).unwrap()]
        };
        HolidayRules { public: rule(self), eves: rule(self) }
    }

    /// A centre, made of one that has an activity to begin with.
    pub fn centre(&mut self, usual: &Centre, now: Date) -> Centre {
        let count = self.below(4);
        let service = |chance: &mut Self| Service {
            hours: chance.is_one_in(2).then(|| chance.week()),
            phone_hours: chance.is_one_in(3).then(|| chance.week()),
            seasons: if chance.is_one_in(3) { vec![chance.season(now, 0)] } else { Vec::new() },
            kind: ServiceKind::ChildHealth,
            ..usual.services[0].clone()
        };
        let services: Vec<Service> = (0..count).map(|_| service(self)).collect();
        let status = if self.is_one_in(30) { Status::TemporarilyClosed } else { Status::Open };
        Centre {
            status,
            services,
            hours: (!self.is_one_in(3)).then(|| self.week()),
            phone_hours: self.is_one_in(2).then(|| self.week()),
            seasons: self.times(3, |chance| chance.season(now, count)),
            exceptions: self.times(6, |chance| chance.exception(now, count)),
            activities: self.times(4, |chance| chance.activity(&usual.activities[0], now, count)),
            ..usual.clone()
        }
    }
}
