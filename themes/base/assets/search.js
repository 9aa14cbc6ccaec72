// Search. What is typed stays on this page: the index is files of the site, fetched when the field is used. Without it all stands from A to Z.
(() => {
  const form = document.querySelector('[data-search]');
  if (!form) return;
  const field = form.elements.q;
  const results = document.querySelector('.search-results');
  const all = document.querySelector('.search-all');
  const status = document.querySelector('.search-count');
  const { root, failed, wait } = form.dataset;
  const locale = document.documentElement.lang;
  const forms = new Intl.PluralRules(locale);
  const TERM = /[\p{Alphabetic}\p{N}]+/gu;
  // By kind of entry: centre, service, activity, municipality, page, news. By place of a word: none, also, body, ingress, heading, title.
  const KINDS = [1.2, 1.22, 1.2, 1.2, 1.1, 1];
  const IS_OF_CENTRE = [false, true, true];
  const PLACES = [0, 0.22, 0.28, 0.45, 0.6, 1];
  const PAGE = 20;

  const lower = (text) => text.normalize('NFC').toLowerCase().replaceAll('\u00ad', '');
  const fold = (word) => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('æ', 'a');
  const terms = (text) => (lower(text).match(TERM) ?? []).filter((term) => term.length > 1 && term.length <= 40);

  // A word without its ending: Swedish by the rules of the Snowball stemmer and the endings of the definite form, others by their commonest endings.
  const ENDINGS = {
    sv: [/(?:heterna|hetens|arnas|ernas|ornas|andes|andet|ans|ets|an|et|heten|heter|arens|arna|erna|orna|ande|arne|aste|anden|ades|erns|aren|ade|are|ast|ens|ern|het|het|ad|ar|as|at|en|er|es|or|a|e)$/u, /([bcdfghjklmnoprtvy])s$/u, /(?:dd|gd|nn|dt|gt|kt|tt)$/u],
    fi: [/(?:kset|ksen|ksia|ksiin|ksista|ksien|issa|issä|ista|istä|illa|illä|ilta|iltä|ille|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|iin|ien|jen|ja|jä|ta|tä|en|in|an|än|n|s|t|a|ä)$/u],
    en: [/(?:ings|ing|ies|es|ed|s)$/u],
  };
  const usual = ENDINGS[locale.split('-')[0]] ?? ENDINGS.sv;
  const stem = (word, endings = usual) => {
    // Only what follows the first vowel and a consonant, and at least three letters, may go.
    const region = /^(?:.*?[aeiouyäåö][^aeiouyäåö])/u.exec(word);
    if (!region) return word;
    const kept = word.slice(0, Math.max(3, region[0].length));
    let end = word.slice(kept.length);
    const without = end.replace(endings[0], '');
    if (without !== end) end = without;
    else if (endings[1] && endings[1].test(word)) end = end.replace(/s$/u, '');
    if (endings[2]?.test(end)) end = end.slice(0, -1);
    return kept + end;
  };

  // Is one letter too much, missing, another, or are two exchanged? Of `one` only so many letters count.
  const slip = (one, other, length = one.length) => {
    const longer = length - other.length;
    if (longer > 1 || longer < -1) return false;
    const end = Math.min(length, other.length);
    let [from, to] = [0, 0];
    while (from < end && one[from] === other[from]) from += 1;
    while (to < end - from && one[length - 1 - to] === other[other.length - 1 - to]) to += 1;
    const left = end - from - to;
    return left === 0 || (longer === 0 && (left === 1 || (left === 2 && one[from] === other[from + 1] && one[from + 1] === other[from])));
  };

  // Where the last begins that begins at or before this place.
  const before = (starts, place) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  // Words as one text with a line for each, which a browser looks through faster than through a list.
  const lines = (words, ids) => {
    const starts = new Uint32Array(words.length);
    let end = 1;
    words.forEach((word, at) => {
      starts[at] = end;
      end += word.length + 1;
    });
    return { words, ids, starts, all: new Set(words), text: `\n${words.join('\n')}\n`, stems: [] };
  };
  const stemOf = (list, at) => (list.stems[at] ??= stem(list.words[at]));
  // Calls for each word that has a text, with where it begins in the word; not more often than that.
  const each = (list, text, most, call) => {
    const skipped = text[0] === '\n' ? 1 : 0;
    for (let at = list.text.indexOf(text); at >= 0 && most > 0; most -= 1) {
      const word = before(list.starts, at + skipped);
      call(word, at + skipped - list.starts[word]);
      at = list.text.indexOf(text, list.starts[word] + list.words[word].length);
    }
  };

  const get = async (name, version) => {
    const answer = await fetch(version ? `${name}.json?v=${version}` : `${name}.json`, version ? {} : { cache: 'no-cache' });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };
  const once = (make) => {
    const known = new Map();
    return (key) => {
      if (!known.has(key)) {
        const made = make(key);
        made.catch(() => known.delete(key));
        known.set(key, made);
      }
      return known.get(key);
    };
  };

  let index;
  const decode = (coded) => {
    const words = [];
    let last = '';
    for (const one of coded ? coded.split(' ') : []) {
      last = last.slice(0, parseInt(one[0], 36)) + one.slice(1);
      words.push(last);
    }
    return words;
  };
  const open = once(async () => {
    const raw = await get('ord');
    const words = decode(raw.vocabulary);
    // Those that are other words without the marks of their letters, once more so.
    const far = words.flatMap((word, at) => (/[^\0-\x7f]/.test(word) ? [at] : []));
    const folded = fold(far.map((at) => words[at]).join('\n')).split('\n');
    const marked = far.map((at, place) => [at, folded[place]]).filter(([at, word]) => words[at] !== word);
    index = {
      ...raw,
      whole: lines(words, null),
      plain: lines(marked.map(([, word]) => word), marked.map(([at]) => at)),
      stop: new Set(terms(raw.stop)),
      synonyms: raw.synonyms.split(';').map((group) => group.split(',').map(terms).filter((words) => words.length)),
      piece: once((place) => ('postings' in raw ? Promise.resolve(raw.postings) : get(`index-${place}`, raw.version)).then((text) => text.split(' '))),
      text: once((file) => get(`text-${file}`, raw.texts[file])),
    };
    // To make these takes longer than a search: now, and not when the first is answered.
    dayHere(new Date());
    dayInWords(new Date());
    return index;
  });

  // Of a word that is begun, what its words are in is fetched and made ready while the second letter is typed.
  const ahead = (query) => {
    const begun = lower(query).match(TERM)?.at(-1);
    if (begun?.length !== 1) return;
    const { words } = index.whole;
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle] < begun) low = middle + 1;
      else high = middle;
    }
    if (words[low]?.startsWith(begun)) index.piece(before(index.starts, low)).catch(() => {});
  };

  // What a sign of the postings means: a digit, or from 64 on a place.
  const CODES = new Uint8Array(128);
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].forEach((digit, at) => (CODES[digit.charCodeAt(0)] = at));
  [...'%.$#!'].forEach((sign, at) => (CODES[sign.charCodeAt(0)] = 65 + at));
  // Writes for each entry that has a word how well it fits, by the place where it weighs most, unless another word fits better.
  const weigh = (coded, fit, best, named) => {
    let [weight, entry, value, shift, isTitle] = [PLACES[2] * fit, 0, 0, 0, false];
    for (let at = 0; at < coded.length; at += 1) {
      const code = CODES[coded.charCodeAt(at)];
      if (code > 63) {
        weight = PLACES[code - 64] * fit;
        isTitle = code === 69;
        entry = 0;
      } else {
        value += (code & 31) << shift;
        shift += 5;
        if (code < 32) {
          entry += value;
          if (best[entry] < weight) best[entry] = weight;
          if (isTitle) named[entry] = 1;
          value = shift = 0;
        }
      }
    }
  };

  // The words of the index that a word of the query may mean, each with how well it fits.
  const look = (list, word, factor, isTyped, found) => {
    const add = (at, fit) => {
      const id = list.ids ? list.ids[at] : at;
      if (!(found.get(id) >= fit * factor)) found.set(id, fit * factor);
    };
    // Words without the marks of their letters are in no order of their own.
    each(list, `\n${word}`, 200, (at) => add(at, list.words[at] === word ? 1 : 0.62 + (0.2 * word.length) / list.words[at].length));
    const base = stem(word);
    // No form is longer than the longest ending.
    if (base.length > 2) each(list, `\n${base}`, 1000, (at) => list.words[at].length < base.length + 9 && stemOf(list, at) === base && add(at, 0.6));
    const core = base.length > 3 ? base : word;
    // Within a compound, which four letters must end: "amma" is not in "tillsammans".
    if (!isTyped || core.length < 4) return;
    each(list, core, 500, (at, place) => {
      if (place < 2) return;
      const isLast = list.words[at].length - place <= word.length + 2;
      if (core.length > 4 || list.words[at].endsWith(word) || stemOf(list, at).endsWith(core)) add(at, isLast ? 0.5 : 0.42);
    });
  };
  const slips = (list, word, found) => {
    const base = stem(word);
    const begin = base.slice(0, 2);
    for (let at = 0; at < list.words.length; at += 1) {
      const one = list.words[at];
      const longer = one.length - word.length;
      if (longer < -1) continue;
      let fit = 0;
      if (longer < 2 && slip(one, word)) fit = 0.34;
      else if (!one.startsWith(begin)) continue;
      else if (base.length > 4 && longer < 4 && slip(stemOf(list, at), base)) fit = 0.28;
      else if (longer > 0 && word.length > 5 && slip(one, word, word.length)) fit = 0.24;
      if (fit) found.set(list.ids ? list.ids[at] : at, fit);
    }
  };
  const remembered = new Map();
  const fits = (word, isTyped) => {
    const key = isTyped ? word : `${word} `;
    if (remembered.has(key)) return remembered.get(key);
    if (remembered.size > 200) remembered.clear();
    const found = new Map();
    remembered.set(key, found);
    look(index.whole, word, 1, isTyped, found);
    look(index.plain, word, 0.6, isTyped, found);
    if (isTyped && !found.size && word.length > 4) {
      slips(index.whole, word, found);
      slips(index.plain, fold(word), found);
    }
    return found;
  };
  const has = (word) => index.whole.all.has(word) || index.plain.all.has(word);

  // What each part of the query may be: alternatives, each of words that must all be there.
  // What services are called in Swedish is typed on pages of any language.
  const bases = new Map();
  const basesOf = (word) => {
    if (bases.size > 1000) bases.clear();
    if (!bases.has(word)) bases.set(word, [stem(word), stem(word, ENDINGS.sv)]);
    return bases.get(word);
  };
  const same = (one, other) => one === other || one === fold(other) || (one.length > 3 && basesOf(one).some((base, at) => base === basesOf(other)[at]));
  // With a slip in it, unless it is a word of its own.
  const near = (one, other) => same(one, other) || (one.length > 4 && !has(one) && (slip(one, other) || (basesOf(one)[0].length > 4 && slip(basesOf(one)[0], basesOf(other)[0]))));
  const parts = (query) => {
    const typed = terms(query.slice(0, 100)).slice(0, 8);
    const said = typed.filter((term) => !index.stop.has(term));
    const words = said.length ? said : typed;
    const out = [];
    for (let at = 0; at < words.length; ) {
      const groups = (is) =>
        [3, 2, 1].flatMap((length) =>
          index.synonyms
            .filter((group) => group.some((phrase) => phrase.length === length && at + length <= words.length && phrase.every((word, n) => is(words[at + n], word))))
            .map((group) => ({ group, length })),
        );
      const group = groups(same)[0] ?? groups(near)[0];
      const joined = at + 1 < words.length ? words[at] + words[at + 1] : '';
      if (group) {
        const own = words.slice(at, at + group.length);
        out.push([{ words: own, factor: 1 }, ...group.group.map((words) => ({ words, factor: 0.92, isOther: true }))]);
        at += group.length;
      } else if (joined && has(joined)) {
        out.push([{ words: [words[at], words[at + 1]], factor: 1 }, { words: [joined], factor: 1 }]);
        at += 2;
      } else {
        const alternatives = [{ words: [words[at]], factor: 1 }];
        for (let cut = 3; cut < words[at].length - 2; cut += 1) {
          const halves = [words[at].slice(0, cut), words[at].slice(cut)];
          if (halves.every(has)) alternatives.push({ words: halves, factor: 0.5 });
        }
        out.push(alternatives);
        at += 1;
      }
    }
    return out;
  };

  // For one word: of each entry how well it fits, and 0 where it does not.
  const scores = async (word, isTyped, marked, named) => {
    const best = new Float64Array(index.entries.length);
    const found = [...fits(word, isTyped)].map(([at, fit]) => ({ at, fit, piece: before(index.starts, at) }));
    const pieces = new Map();
    for (const { piece } of found) if (!pieces.has(piece)) pieces.set(piece, await index.piece(piece));
    for (const { at, fit, piece } of found) {
      marked.add(index.whole.words[at]);
      weigh(pieces.get(piece)[at - index.starts[piece]] ?? '', fit, best, named);
    }
    return best;
  };
  // The same for words of which an entry must have all.
  const together = (all, entry) => {
    let sum = 0;
    for (const one of all) {
      if (!one[entry]) return 0;
      sum += one[entry];
    }
    return sum / all.length;
  };
  const search = async (query) => {
    const marked = new Set();
    const number = index.entries.length;
    const [has, named, score] = [new Uint8Array(number), new Uint8Array(number), new Float64Array(number)];
    const wanted = parts(query);
    for (const alternatives of wanted) {
      const best = new Float64Array(number);
      for (const { words, factor, isOther } of alternatives) {
        const own = new Set();
        const all = [];
        for (const word of words) all.push(await scores(word, !isOther, own, named));
        let isFound = false;
        for (let entry = 0; entry < number; entry += 1) {
          const sum = factor * together(all, entry);
          if (sum) isFound = true;
          if (sum > best[entry]) best[entry] = sum;
        }
        if (isFound) own.forEach((word) => marked.add(word));
      }
      for (let entry = 0; entry < number; entry += 1) {
        if (best[entry]) has[entry] += 1;
        score[entry] += best[entry];
      }
    }
    const most = has.reduce((most, one) => Math.max(most, one), 0);
    const found = [];
    for (let at = 0; most && at < number; at += 1) {
      if (has[at] !== most) continue;
      const entry = index.entries[at];
      // Of a short name more was found. Services and activities have their centre's name too, which is not theirs.
      const isNamed = named[at] && (!IS_OF_CENTRE[entry.k] || terms(entry.t).some((term) => marked.has(term)));
      score[at] *= KINDS[entry.k] * (entry.o ? 0.6 : 1) * (isNamed ? 1 + 0.15 / entry.t.split(' ').length : 1);
      found.push(at);
    }
    const kind = (at) => index.entries[at].k;
    found.sort((one, other) => score[other] - score[one] || kind(one) - kind(other) || one - other);
    return { found: found.map((at) => index.entries[at]), isWhole: most === wanted.length, marked };
  };

  const element = (name, properties = {}, ...inside) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...inside);
    return made;
  };
  // A text with what was found in it marked.
  const mark = (text, marked) => {
    const out = [];
    let from = 0;
    for (const { 0: word, index: at } of text.matchAll(TERM)) {
      if (!marked.has(lower(word))) continue;
      out.push(text.slice(from, at), element('mark', { textContent: word }));
      from = at + word.length;
    }
    out.push(text.slice(from));
    return out;
  };
  // The part of a text around the first words that were found.
  const sentence = (text, marked) => {
    let at = 0;
    for (const { 0: word, index: place } of text.matchAll(TERM)) {
      if (!marked.has(lower(word))) continue;
      at = place;
      break;
    }
    const begins = at < 90 ? 0 : Math.max(text.lastIndexOf('. ', at) + 2, text.indexOf(' ', at - 70) + 1);
    const rest = text.slice(begins, begins + 190);
    const cut = begins + 190 < text.length ? `${rest.slice(0, Math.max(rest.lastIndexOf(' '), 60))} …` : rest;
    return mark(begins ? `… ${cut}` : cut, marked);
  };
  const format = (locale, options) => {
    let made;
    return (date) => (made ??= new Intl.DateTimeFormat(locale, options)).format(date);
  };
  const dayHere = format('sv-SE', { timeZone: 'Europe/Stockholm' });
  const dayInWords = format(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const time = (entry) => {
    if (!entry.w) return [];
    const today = dayHere(new Date());
    const next = entry.w.find((time) => time.slice(0, 10) >= today);
    if (!next) return [];
    const day = dayInWords(new Date(`${next.slice(0, 10)}T12:00:00Z`));
    return [element('p', { className: 'search-when', textContent: `${index.words.next} ${day} ${next.slice(11)}` })];
  };
  const row = (entry, marked) => {
    const link = element('a', { href: `${root}${entry.u}` || './' }, ...mark(entry.t, marked));
    if (entry.l) link.lang = entry.l;
    const item = element('li', {}, element('h3', {}, link));
    const place = [entry.s, entry.p].filter(Boolean).join(', ');
    if (place) item.append(element('p', { className: 'muted' }, ...mark(place, marked)));
    item.append(...time(entry));
    if (entry.d) item.append(element('p', {}, ...sentence(entry.d, marked)));
    if (entry.x) {
      const text = element('p');
      item.append(text);
      // First the results stand there, then their sentences are asked for.
      setTimeout(() => text.isConnected && index.text(entry.x[0]).then((texts) => text.append(...sentence(texts[entry.x[1]] ?? '', marked)), () => text.remove()));
    }
    if (entry.h) {
      const number = element('span', { textContent: entry.n, dir: 'ltr' });
      item.append(element('p', {}, element('a', { className: 'button search-call', href: entry.h }, `${index.words.call} `, number)));
    }
    return item;
  };
  const groups = (found, marked) => {
    const kinds = new Map();
    for (const entry of found) kinds.set(entry.k, [...(kinds.get(entry.k) ?? []), entry]);
    return [...kinds].map(([kind, entries]) =>
      element('section', {}, element('h2', { textContent: index.words[`k${kind}`] }), element('ul', {}, ...entries.map((entry) => row(entry, marked)))),
    );
  };

  let timer;
  const say = (text, at = 0) => {
    clearTimeout(timer);
    if (!at || status.textContent === wait) status.textContent = at ? '' : text;
    if (at) timer = setTimeout(() => (status.textContent = text), at);
  };
  const nothing = () => {
    const open = index.entries.filter((entry) => entry.k === 0 && !entry.s);
    // First those that can be rung.
    const centres = [...open.filter((entry) => entry.h), ...open.filter((entry) => !entry.h)].slice(0, 50);
    const week = index.words.agenda ? [element('p', {}, element('a', { href: `${root}${index.words.agenda}`, textContent: index.words.week }))] : [];
    results.replaceChildren(element('p', { textContent: index.words.none }), ...week, ...groups(centres, new Set()));
  };
  const show = ({ found, isWhole, marked }, number) => {
    const shown = groups(found.slice(0, number), marked);
    const hint = isWhole ? [] : [element('p', { className: 'search-most', textContent: index.words.most })];
    const more = element('button', { className: 'button', type: 'button', textContent: index.words.more });
    more.addEventListener('click', () => {
      show({ found, isWhole, marked }, number + PAGE);
      results.querySelectorAll('h3 a')[number]?.focus();
    });
    results.replaceChildren(...hint, ...shown, ...(found.length > number ? [element('p', {}, more)] : []));
  };

  let run = 0;
  const update = async () => {
    const mine = (run += 1);
    const query = field.value.trim();
    // What was found is shown first.
    setTimeout(() => mine === run && history.replaceState(null, '', query ? `?q=${encodeURIComponent(query.slice(0, 100).toWellFormed?.() ?? query.slice(0, 100))}` : location.pathname));
    results.hidden = !query;
    all.hidden = !!query;
    document.body.classList.toggle('is-searching', !!query);
    if (!query) return say('');
    try {
      if (!index) say(wait);
      await open();
      ahead(query);
      const answer = await search(query);
      if (mine !== run) return;
      const count = answer.found.length;
      if (count) show(answer, PAGE);
      else nothing();
      const { words } = index;
      say(count ? (words[forms.select(count)] ?? words.other).replace('{count}', count) : words.none, 600);
    } catch {
      if (mine !== run) return;
      results.hidden = true;
      all.hidden = false;
      say(failed);
    }
  };
  const move = (event) => {
    const links = [...results.querySelectorAll('h3 a')];
    const at = links.indexOf(document.activeElement);
    const isField = document.activeElement === field;
    if (event.key === 'Escape' && (isField || results.contains(document.activeElement))) {
      if (isField) {
        field.value = '';
        update();
      }
      field.focus();
    } else if (event.key === 'ArrowDown' && (isField || at >= 0)) (links[at + 1] ?? links[at])?.focus();
    else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? field).focus();
    else return;
    event.preventDefault();
  };
  // What a browser has run it makes fast: so a search is made while nobody waits for one.
  const prepare = () => setTimeout(() => field.value || search('öppet babymasage').catch(() => {}));
  field.addEventListener('focus', () => open().then(prepare, () => {}));
  field.addEventListener('input', update);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await update();
    results.querySelector('a')?.focus();
  });
  document.addEventListener('keydown', move);
  const asked = new URLSearchParams(location.search).get('q');
  if (asked) {
    field.value = asked.slice(0, 100);
    update();
  }
})();
