// What holds now, by Stockholm's clock, from the coming days that stand in the page.
(() => {
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Stockholm', hourCycle: 'h23',
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  });
  const names = new Intl.DateTimeFormat(document.documentElement.lang || 'sv', {
    timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long',
  });
  const two = (number) => String(number).padStart(2, '0');
  const time = (minutes) => `${two(Math.floor(minutes / 60))}.${two(minutes % 60)}`;
  const intervals = (day) => (/^\d/.test(day) ? day.split(',').map((one) => one.split('-').map(Number)) : []);
  const say = (line, now) => {
    const words = (line.closest('.states') ?? document.querySelector('.states')).dataset;
    const days = line.dataset.days.split(';').slice(0, -1);
    const first = Date.parse(line.dataset.from);
    const today = Math.round((now.day - first) / 864e5);
    if (today < 0) return [];
    if (today >= days.length) return ['', ''];
    const hours = intervals(days[today]);
    const open = hours.find(([from, to]) => from <= now.minutes && now.minutes < to);
    if (open) {
      const kind = open[1] - now.minutes <= 30 && open[1] < 1440 ? 'soon' : 'open';
      return [kind, words[kind].replace('{time}', time(open[1]))];
    }
    const later = hours.find(([from]) => from > now.minutes);
    if (later) return ['closed', words.later.replace('{time}', time(later[0]))];
    if (days[today] === 'u') return [];
    if (days[today] === 'b') return ['ask', words.booking];
    const next = days.findIndex((day, place) => place > today && intervals(day).length);
    const name = (place) => names.format(new Date(first + place * 864e5));
    const why = today === 0 && line.dataset.why ? ` (${line.dataset.why})` : '';
    const booking = days.indexOf('b', today + 1);
    const said = next >= 0 ? words.next.replace('{day}', name(next)).replace('{time}', time(intervals(days[next])[0][0]))
      : booking < 0 ? words.shut : words.book.replace('{day}', name(booking));
    return ['closed', said + why];
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
      const [kind, said] = say(line, now);
      line.hidden = said === '';
      if (said) line.dataset.now = kind;
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
