// Shows of what happens only what was chosen, and keeps the choice in the address. Without it everything is there.
(() => {
  const form = document.querySelector('[data-filter]');
  if (!form) return;
  const items = [...document.querySelectorAll('.agenda [data-centre]')];
  const status = document.querySelector('.agenda-count');
  const fill = (select, value, name) => {
    const seen = new Map();
    for (const item of items) if (item.dataset[value]) seen.set(item.dataset[value], item.dataset[name]);
    for (const [key, text] of seen) select.append(new Option(text, key));
    select.closest('p').hidden = seen.size < 2;
  };
  const { centre, age, lang, dropin, free } = form.elements;
  fill(centre, 'centre', 'name');
  fill(lang, 'lang', 'language');
  const forms = new Intl.PluralRules(document.documentElement.lang || 'sv');
  const show = () => {
    let count = 0;
    for (const item of items) {
      const data = item.dataset;
      const months = age.value === '' ? null : Number(age.value);
      item.hidden = !(
        (!centre.value || data.centre === centre.value) &&
        (!lang.value || data.lang === lang.value) &&
        (months === null || (months >= Number(data.min ?? 0) && months <= Number(data.max ?? 1e9))) &&
        (!dropin.checked || 'dropin' in data) &&
        (!free.checked || 'free' in data)
      );
      if (!item.hidden) count += 1;
    }
    for (const day of document.querySelectorAll('.agenda [data-day]')) {
      day.hidden = !day.querySelector('[data-centre]:not([hidden])');
    }
    const words = status.dataset;
    status.textContent = count ? (words[forms.select(count)] ?? words.other).replace('{count}', count) : words.none;
  };
  const read = () => {
    const chosen = new URLSearchParams(location.hash.slice(1));
    for (const field of [centre, age, lang]) field.value = chosen.get(field.name) ?? '';
    for (const field of [dropin, free]) field.checked = chosen.has(field.name);
    show();
  };
  form.addEventListener('input', () => {
    const chosen = new URLSearchParams();
    for (const field of [centre, age, lang]) if (field.value) chosen.set(field.name, field.value);
    for (const field of [dropin, free]) if (field.checked) chosen.set(field.name, '');
    const hash = chosen.toString();
    history.replaceState(null, '', hash ? `#${hash}` : location.pathname + location.search);
    show();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', read);
  form.hidden = false;
  read();
})();
