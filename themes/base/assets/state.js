// What holds now, by Stockholm's clock.
(() => {
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  const spans = (day) => (/^\d/.test(day) ? day.split(',').map((one) => one.split('-').map(Number)) : []);
  const say = (line, now) => {
    const words = (line.closest('.states') ?? document.querySelector('.states')).dataset;
    const time = (minutes) => {
      const two = (number) => `${number}`.padStart(2, '0');
      const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
      return filled(minute ? words.minutes : words.hour, { hour, hour2: two(hour), minute: two(minute) });
    };
    const days = line.dataset.days.split(';').slice(0, -1);
    const first = Date.parse(line.dataset.from);
    const today = Math.round((now.day - first) / 864e5);
    if (today < 0) return [];
    if (today >= days.length) return ['', ''];
    const hours = spans(days[today]);
    const open = hours.find(([from, to]) => from <= now.minutes && now.minutes < to);
    const later = hours.find(([from]) => from > now.minutes);
    if (open) {
      const kind = open[1] - now.minutes <= 30 && open[1] < 1440 ? 'soon' : 'open';
      return [kind, filled(words[kind], { time: time(open[1]) }) + (later ? filled(words.again, { time: time(later[0]) }) : '')];
    }
    if (later) return ['closed', filled(words.later, { time: time(later[0]) })];
    if (days[today] === 'u') return [];
    if (days[today] === 'b') return ['ask', words.booking];
    const next = days.findIndex((day, place) => place > today && spans(day).length);
    const day = (place) => {
      const date = new Date(first + place * 864e5);
      const weekday = words.days.split('|')[date.getUTCDay()];
      return filled(words.date, { weekday, day: date.getUTCDate(), month: words.months.split('|')[date.getUTCMonth()] });
    };
    const why = !today && line.dataset.why ? ` (${line.dataset.why})` : '';
    const booking = days.indexOf('b', today + 1);
    const said = next >= 0 ? filled(words.next, { day: day(next), time: time(spans(days[next])[0][0]) })
      : booking < 0 ? words.shut : filled(words.book, { day: day(booking) });
    return ['closed', said + why];
  };
  const lines = [...document.querySelectorAll('.today-line[data-days]')];
  let shown;
  const show = () => {
    const time = new Date().toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16);
    if (shown === time) return;
    shown = time;
    const [date, hour, minute] = time.split(/[ :]/);
    const now = { day: Date.parse(date), minutes: hour * 60 + Number(minute) };
    for (const line of lines) {
      const [kind, said] = say(line, now);
      line.hidden = said === '';
      if (said) line.dataset.now = kind;
      const place = line.querySelector('.state-now');
      place.hidden = !said;
      place.textContent = said && `${said}.`;
      for (const made of line.querySelectorAll('.state-made')) made.hidden = !!said;
    }
  };
  show();
  setInterval(show, 5000);
  document.addEventListener('visibilitychange', show);
})();
