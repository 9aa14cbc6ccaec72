// Says what holds now, by Stockholm's clock, from the coming days that stand in the page.
(() => {
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Stockholm', hourCycle: 'h23',
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  });
  const two = (number) => String(number).padStart(2, '0');
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const intervals = (day) => (/^\d/.test(day) ? day.split(',').map((one) => one.split('-').map(Number)) : []);
  const say = (line, now) => {
    const words = (line.closest('.states') ?? document.querySelector('.states')).dataset;
    const time = (minutes) => {
      const hour = Math.floor(minutes / 60);
      const pattern = minutes % 60 ? words.minutes : words.hour;
      return filled(pattern, { hour, hour2: two(hour), minute: two(minutes % 60) });
    };
    const days = line.dataset.days.split(';').slice(0, -1);
    const first = Date.parse(line.dataset.from);
    const today = Math.round((now.day - first) / 864e5);
    if (today < 0) return null;
    if (today >= days.length) return '';
    const hours = intervals(days[today]);
    const open = hours.find(([from, to]) => from <= now.minutes && now.minutes < to);
    if (open) {
      const soon = open[1] - now.minutes <= 30 && open[1] < 1440;
      return filled(soon ? words.soon : words.open, { time: time(open[1]) });
    }
    const later = hours.find(([from]) => from > now.minutes);
    if (later) return filled(words.later, { time: time(later[0]) });
    if (days[today] === 'u') return null;
    if (days[today] === 'b') return words.booking;
    const next = days.findIndex((day, place) => place > today && intervals(day).length);
    const name = (place) => {
      const date = new Date(first + place * 864e5);
      const [weekday, month] = [words.days.split('|')[date.getUTCDay()], words.months.split('|')[date.getUTCMonth()]];
      return filled(words.date, { weekday, day: date.getUTCDate(), month });
    };
    const why = today === 0 && line.dataset.why ? ` (${line.dataset.why})` : '';
    if (next >= 0) {
      return filled(words.next, { day: name(next), time: time(intervals(days[next])[0][0]) }) + why;
    }
    const booking = days.indexOf('b', today + 1);
    return (booking < 0 ? words.shut : filled(words.book, { day: name(booking) })) + why;
  };
  const lines = [...document.querySelectorAll('.today-line[data-days]')];
  let shown;
  const show = () => {
    const part = Object.fromEntries(clock.formatToParts(new Date()).map(({ type, value }) => [type, value]));
    const now = {
      day: Date.UTC(part.year, part.month - 1, part.day),
      minutes: Number(part.hour) * 60 + Number(part.minute),
    };
    if (shown === now.day + now.minutes) return;
    shown = now.day + now.minutes;
    for (const line of lines) {
      const said = say(line, now);
      line.hidden = said === '';
      const place = line.querySelector('.state-now');
      place.hidden = !said;
      place.textContent = said ? `${said}.` : '';
      for (const made of line.querySelectorAll('.state-made')) made.hidden = Boolean(said);
    }
  };
  show();
  setInterval(show, 5000);
  document.addEventListener('visibilitychange', show);
})();
