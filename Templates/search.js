// Searches the site without a server. The index lies in pieces below data-index; a piece is a script that calls
// planpressSearch with its data, since a browser loads scripts from a disk, too. Sources/SearchIndex writes it.
"use strict";
(() => {
  const form = document.querySelector(".search-form");
  if (!form) return;
  const words = form.dataset;
  const field = form.elements.q;
  const filters = [...form.querySelectorAll("select")];
  const message = form.querySelector("[role=status]");
  const list = document.getElementById("-results");
  const more = document.getElementById("-more");
  const everything = document.querySelector(".everything");

  // MARK: Texts. The same rules as TermReader and FoldedScalar.

  const paired = /[々〇ぁ-ヺー-ヿ\u3400-\u9fff가-힣\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const letters = {
    ß: "ss", ẞ: "ss", æ: "ae", Æ: "ae", œ: "oe", Œ: "oe", ø: "o", Ø: "o", đ: "d", Đ: "d", ł: "l", Ł: "l", ħ: "h",
    Ħ: "h", ŧ: "t", Ŧ: "t", ı: "i",
  };

  // A letter or digit folded, "" for a mark inside a word, null for anything else.
  const fold = (character) => {
    if (character < "\x80") return /[0-9a-z]/i.test(character) ? character.toLowerCase() : null;
    if (paired.test(character)) return character;
    if (/[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/.test(character)) return "";
    if (/[０-９Ａ-Ｚａ-ｚ²³¹⁰⁴-⁹₀-₉]/.test(character)) return character.normalize("NFKC").toLowerCase();
    if (letters[character]) return letters[character];
    if (!/[\p{L}\p{N}\p{M}]/u.test(character)) return null;
    if (/[\u00c0-\u024f\u1e00-\u1eff]/.test(character))
      return character.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    return character.toLowerCase();
  };

  // The folded text, a space for all that is between words, and for each unit where it comes from.
  const folded = (text) => {
    let result = "";
    const from = [];
    const add = (part, index) => {
      for (let i = 0; i < part.length; i += 1) from.push(index);
      result += part;
    };
    for (let index = 0; index < text.length;) {
      const character = String.fromCodePoint(text.codePointAt(index));
      const part = fold(character);
      const isMark = (character === "." || character === ",") && /[0-9]$/.test(result) && /[0-9]/.test(text[index + 1] ?? "");
      if (part !== null) add(part, index);
      else if (isMark) add(character === "." ? "." : "", index);
      else if (!result.endsWith(" ")) add(" ", index);
      index += character.length;
    }
    return { text: result, from };
  };

  // The parts of a query that are separated by something else than letters and digits.
  const phrasesOf = (text) => folded(text).text.split(" ").filter(Boolean);

  // A phrase as words, and as runs of characters that are looked up in pairs.
  const unitsOf = (phrase) => {
    const units = [];
    for (const character of phrase) {
      const isRun = paired.test(character);
      const last = units.at(-1);
      if (last && last.isRun === isRun) last.characters.push(character);
      else units.push({ isRun, characters: [character] });
    }
    return units;
  };

  const titleKey = (text) => {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode([...text].map((character) => fold(character) ?? "").join("")))
      hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return "=" + hash.toString(36);
  };

  // MARK: Pieces

  const waiting = new Map();
  const loaded = new Map();
  window.planpressSearch = (name, data) => waiting.get(name)?.(data);
  let version = "";

  const load = (name) => {
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        waiting.set(name, resolve);
        script.src = `${words.index}/${name}.js${version}`;
        script.onload = () => script.remove();
        script.onerror = () => {
          loaded.delete(name);
          script.remove();
          reject(new Error(name));
        };
        document.head.append(script);
      }));
    }
    return loaded.get(name);
  };

  let root;
  const open = () => {
    root ??= load("index").then((data) => {
      version = `?v=${data.version}`;
      data.firstTerms = data.terms.split(" ");
      return data;
    }).catch((error) => {
      root = undefined;
      throw error;
    });
    return root;
  };

  // UTF-8 order, which is that of code points.
  const isBelow = (a, b) => {
    for (let i = 0; i < a.length && i < b.length; i += 1) {
      if (a[i] === b[i]) continue;
      return a.codePointAt(i) < b.codePointAt(i);
    }
    return a.length < b.length;
  };

  // The last place of a sorted list whose value is not above the one that is sought; 0 if all are.
  const place = (count, isAbove) => {
    let [low, high] = [0, count];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (isAbove(middle)) high = middle;
      else low = middle;
    }
    return low;
  };

  const parsed = new Map();
  const terms = async (number) => {
    if (!parsed.has(number)) {
      const piece = new Map();
      let last = "";
      for (const entry of (await load(`t${number}`)).split(/(?=[ \t])/)) {
        // Of a pair, the second character as a number; of another term, what it shares with the one before, and the rest.
        let start;
        if (entry[0] === " ") {
          const reader = { text: entry, index: 1 };
          const step = readNumber(reader);
          const first = String.fromCodePoint(last.codePointAt(0));
          last = first + String.fromCodePoint(last.codePointAt(first.length) + step + 1);
          start = reader.index;
        } else {
          start = entry.indexOf("|") + 1;
          last = last.slice(0, Number(entry[1])) + entry.slice(2, start - 1);
        }
        piece.set(last, entry.slice(start));
      }
      parsed.set(number, piece);
    }
    return parsed.get(number);
  };

  const digits = new Uint8Array(128);
  {
    let value = 0;
    for (let code = 0x21; code <= 0x7d; code += 1)
      if (code !== 0x22 && code !== 0x5c && code !== 0x7c) digits[code] = value++;
  }

  const readDigit = (reader) => digits[reader.text.charCodeAt(reader.index++)];

  // The digits of EntryList.
  const readNumber = (reader) => {
    const first = readDigit(reader);
    if (first < 60) return first;
    if (first < 88) return 60 + (first - 60) * 90 + readDigit(reader);
    let value = readDigit(reader) * 90 + readDigit(reader);
    if (first === 89) value = (value * 90 + readDigit(reader)) * 90 + readDigit(reader) + 8100;
    return value + 60 + 28 * 90;
  };

  // The entries of a list, each passed to `visit`.
  const decode = (text, visit) => {
    const reader = { text, index: 0 };
    if (text[0] === "~") {
      reader.index = 1;
      let entry = readNumber(reader);
      while (reader.index < text.length) {
        const bits = readDigit(reader);
        for (let bit = 0; bit < 6; bit += 1) if (bits & (1 << bit)) visit(entry + bit);
        entry += 6;
      }
      return;
    }
    let entry = -1;
    while (reader.index < text.length) visit(entry += readNumber(reader) + 1);
  };

  // Where an entry holds a term: 1 in its text, 2 in a heading or box, 3 in its title.
  const fieldsOf = (lists, into, exact = 0) => {
    lists.split("|").forEach((list, field) => {
      decode(list, (entry) => { into[entry] = Math.max(into[entry], field + 1 + exact); });
    });
    return into;
  };

  const pieceOf = (data, term) =>
    place(data.firstTerms.length, (middle) => isBelow(term, data.firstTerms[middle]));

  const lookUp = async (data, term) => (await terms(pieceOf(data, term))).get(term);

  // The terms that begin with a word, with their lists; of very short words only the first.
  const withPrefix = async (data, word, most = 3) => {
    const first = pieceOf(data, word);
    const numbers = [first];
    while (numbers.length < most && data.firstTerms[numbers.at(-1) + 1]?.startsWith(word)) numbers.push(numbers.at(-1) + 1);
    const found = [];
    for (const piece of await Promise.all(numbers.map(terms)))
      for (const [term, lists] of piece) if (term.startsWith(word)) found.push([term, lists]);
    return found;
  };

  // MARK: Looking up

  const mostPairs = 8;

  // What a part of the results has to hold: words, and the pairs of a run.
  const piecesOf = (unit) => unit.isRun && unit.characters.length > 2
    ? unit.characters.slice(1).map((next, i) => ({ isRun: true, characters: [unit.characters[i], next] })) : [unit];

  // For every entry, how well it holds a unit.
  const evaluate = async (data, unit) => {
    const scores = new Float32Array(data.entries);
    if (!unit.isRun) {
      const word = unit.characters.join("").slice(0, 40);
      for (const [term, lists] of await withPrefix(data, word)) fieldsOf(lists, scores, term === word ? 0.25 : 0);
      return scores;
    }
    const { characters } = unit;
    let sought = characters.length === 1 ? [characters[0]] : characters.slice(1).map((next, i) => characters[i] + next);
    // Enough of a long run; what is found is compared with the text.
    if (sought.length > mostPairs) {
      const step = (sought.length - 1) / (mostPairs - 1);
      sought = Array.from({ length: mostPairs }, (_, i) => sought[Math.round(i * step)]);
    }
    const lists = await Promise.all(sought.map((term) => lookUp(data, term)));
    if (lists.some((list) => list === undefined)) return scores;
    fieldsOf(lists[0], scores);
    for (const list of lists.slice(1)) {
      const next = fieldsOf(list, new Float32Array(data.entries));
      for (let i = 0; i < scores.length; i += 1) if (next[i] < scores[i]) scores[i] = next[i];
    }
    return scores;
  };

  const weight = (score) => score >= 3 ? 100 + (score - 3) * 20 : score >= 2 ? 40 + (score - 2) * 20 : 10 * score;

  // The entries that pass the filters.
  const filtered = async (data) => {
    let passed = null;
    for (const filter of filters.filter((filter) => filter.value)) {
      const next = new Uint8Array(data.entries);
      if (filter.name === "kind") {
        const kind = data.kinds.indexOf(filter.value);
        next.fill(1, data.starts[kind], data.starts[kind + 1] ?? data.entries);
      } else {
        const lists = await lookUp(data, filter.value);
        if (lists) fieldsOf(lists, next);
      }
      passed = passed ? passed.map((value, i) => value && next[i]) : next;
    }
    return passed;
  };

  // The entries that hold every unit (or as many as possible), best first.
  const match = async (data, phrases, isPartial) => {
    // Asked for at once: each answer takes a way to the host and back.
    const title = phrases.length ? lookUp(data, titleKey(phrases.join(""))) : undefined;
    const filtering = filtered(data);
    let units = phrases.flatMap(unitsOf);
    if (isPartial) units = units.flatMap(piecesOf);
    const long = units.filter((unit) => !unit.isRun || unit.characters.length > 1);
    if (long.length) units = long;
    const [passed, whole, ...all] = await Promise.all([filtering, title, ...units.map((unit) => evaluate(data, unit))]);
    const total = new Float32Array(data.entries);
    const found = [];
    for (let i = 0; i < data.entries; i += 1) {
      if (passed && !passed[i]) continue;
      let [sum, count] = [0, 0];
      for (const scores of all) {
        if (scores[i]) count += 1;
        sum += weight(scores[i]);
      }
      if (units.length && count < (isPartial ? Math.ceil(units.length / 2) : units.length)) continue;
      if (!units.length && !passed) continue;
      total[i] = isPartial ? count * 1000 + sum : sum / Math.max(1, units.length);
      found.push(i);
    }
    if (whole) decode(whole.split("|")[0], (entry) => { total[entry] += total[entry] ? 1000 : 0; });
    found.sort((a, b) => total[b] - total[a] || a - b);
    return { found, hasWord: all.map((scores) => scores.some(Boolean)), units };
  };

  const recordOf = async (data, entry) => {
    const number = place(data.records.length, (middle) => data.records[middle] > entry);
    return (await load(`r${number}`))[entry - data.records[number]];
  };

  // MARK: Near misses

  // The number of letters to change, insert, remove or swap; more than `most` is `most + 1`.
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= b.length; j += 1) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      [before, last] = [last, row];
    }
    return Math.min(last[b.length], most + 1);
  };

  const nearWord = async (data, word) => {
    if (word.length < 3 || /^[0-9.]+$/.test(word)) return null;
    const most = word.length < 6 ? 1 : 2;
    let best = null;
    const starts = new Set([word.slice(0, 2), word[1] + word[0], word[0] + word[2], word.slice(1, 3)]);
    for (const start of starts) {
      for (const [term, lists] of await withPrefix(data, start, 2)) {
        const far = distance(word, term, most);
        if (far > most || far === 0) continue;
        if (!best || far < best.far || far === best.far && lists.length > best.size) best = { term, far, size: lists.length };
      }
      if (best?.far === 1) break;
    }
    return best?.term ?? null;
  };

  // A title or heading that has most pairs of a run has the run as it is written there.
  const nearRun = async (data, characters) => {
    if (characters.length < 3) return null;
    const counts = new Float32Array(data.entries);
    for (let i = 0; i + 1 < Math.min(characters.length, mostPairs + 1); i += 1) {
      const lists = await lookUp(data, characters[i] + characters[i + 1]);
      if (!lists) continue;
      const fields = fieldsOf(lists, new Uint8Array(data.entries));
      fields.forEach((value, entry) => { if (value > 1) counts[entry] += 1 + value / 10; });
    }
    const order = [...counts.keys()].filter((entry) => counts[entry] > 0).sort((a, b) => counts[b] - counts[a] || a - b);
    const most = characters.length < 6 ? 1 : 2;
    let best = null;
    for (const entry of order.slice(0, 8)) {
      const record = await recordOf(data, entry);
      for (const text of [record[0], ...textsOf(record)]) {
        for (const phrase of phrasesOf(text)) {
          const all = [...phrase];
          for (const length of [characters.length, characters.length - 1, characters.length + 1]) {
            for (let i = 0; i + length <= all.length; i += 1) {
              const part = all.slice(i, i + length);
              const far = distance(characters, part, most);
              if (far <= most && (!best || far < best.far)) best = { text: part.join(""), far };
            }
          }
        }
      }
    }
    return best?.text ?? null;
  };

  // The phrases with each unit that nothing holds replaced by what is near it; null if nothing is.
  const nearPhrases = async (data, phrases) => {
    let isChanged = false;
    const result = [];
    for (const phrase of phrases) {
      let text = "";
      for (const unit of unitsOf(phrase)) {
        const written = unit.characters.join("");
        const scores = await evaluate(data, unit);
        if (scores.some(Boolean)) {
          text += written;
          continue;
        }
        const near = unit.isRun ? await nearRun(data, unit.characters) : await nearWord(data, written);
        if (near === null) return null;
        isChanged = true;
        text += near;
      }
      result.push(text);
    }
    return isChanged ? result : null;
  };

  // MARK: Results

  const isIndicator = (record) => typeof record[4] === "string";
  const textsOf = (record) => [4, 5].flatMap((index) =>
    Array.isArray(record[index]) ? record[index].filter((_, i) => i % 2 === 0) : []);

  const address = (data, path, plan) => {
    const [inside, anchor] = (path[0] === "~" ? data.plans[plan * 2 + 1] + path.slice(1) : path).slice(1).split("#");
    const encoded = inside.split("/").map(encodeURIComponent).join("/");
    const isPage = inside === "" || inside.endsWith("/");
    return `${words.root}${encoded}${isPage ? data.suffix : ""}${anchor ? `#${anchor}` : ""}` || "./";
  };

  const slug = (text) =>
    text.replace(/[^\p{L}\p{N}\p{M}_]+/gu, "-").replace(/^-|-$/g, "").replace(/[^]/gu, (c) => c.toLowerCase());

  // Where the phrases stand in a text: each as a start and an end. Empty if one of them does not.
  const marksOf = (text, phrases, needsAll = true) => {
    const { text: plain, from } = folded(text);
    const marks = [];
    for (const phrase of phrases) {
      let [index, count] = [0, 0];
      while (count < 20 && (index = plain.indexOf(phrase, index)) >= 0) {
        const isWord = !paired.test(phrase[0]);
        // A word is found at its start.
        if (!isWord || index === 0 || !/[\p{L}\p{N}]/u.test(plain[index - 1]) || paired.test(plain[index - 1])
          || /[0-9]/.test(plain[index - 1]) !== /[0-9]/.test(plain[index])) {
          const last = from[index + phrase.length - 1];
          marks.push([from[index], last + String.fromCodePoint(text.codePointAt(last)).length]);
          count += 1;
        }
        index += phrase.length;
      }
      if (count === 0 && needsAll) return [];
    }
    return marks.sort((a, b) => a[0] - b[0]);
  };

  const marked = (text, phrases) => {
    const fragment = document.createDocumentFragment();
    let position = 0;
    for (const [start, end] of marksOf(text, phrases, false)) {
      if (start < position) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      fragment.append(text.slice(position, start), mark);
      position = end;
    }
    fragment.append(text.slice(position));
    return fragment;
  };

  const element = (name, className, ...content) => {
    const result = document.createElement(name);
    if (className) result.className = className;
    result.append(...content);
    return result;
  };

  const kindOf = (data, entry) => {
    let kind = 0;
    while (kind + 1 < data.starts.length && data.starts[kind + 1] <= entry) kind += 1;
    return data.kinds[kind];
  };

  const kindWords = Object.fromEntries(words.kinds.split("|").map((pair) => pair.split("=")));

  // The first heading or box that holds all phrases, or any of them.
  const placesOf = (record, phrases, needsAll) => {
    const places = [];
    for (const index of [4, 5]) {
      if (!Array.isArray(record[index])) continue;
      for (let i = 0; i < record[index].length; i += 2) {
        const [text, anchor] = [record[index][i], record[index][i + 1]];
        if (marksOf(text, phrases, needsAll).length)
          places.push({ text, anchor: anchor === 0 ? slug(text) : anchor, isBox: index === 5 });
      }
    }
    return places;
  };

  const item = (data, entry, record, phrases) => {
    const [title, number, path, plan] = record;
    const kind = kindOf(data, entry);
    const url = address(data, path, plan);
    const result = element("li", `result result-${kind}`);
    const link = element("a", "", number ? `${number} ` : "", marked(title, phrases));
    link.href = url;
    result.append(element("p", "result-title", link));
    const facts = element("p", "result-facts", element("span", "result-kind", kindWords[kind]));
    if (plan >= 0 && data.plans[plan * 2] !== title) facts.append(element("span", "", data.plans[plan * 2]));
    result.append(facts);
    if (isIndicator(record)) {
      const [, , , , status, word, latest, target] = record;
      facts.append(element("span", `status status-${status}`, word));
      if (latest) facts.append(element("span", "", `${words.latest}${words.colon}`, element("b", "", latest)));
      facts.append(element("span", "", `${words.target}${words.colon}`, element("b", "", target)));
    }
    const places = placesOf(record, phrases, false);
    if (!marksOf(title, phrases).length && places.length && places[0].anchor) link.href = `${url}#${places[0].anchor}`;
    for (const place of places.slice(0, 3)) {
      const text = element("a", "", marked(place.text, phrases));
      text.href = place.anchor ? `${url}#${place.anchor}` : url;
      result.append(element("p", "result-place", place.isBox ? `${words.box}${words.colon}` : "", text));
    }
    return { result, link, url, record, kind, isSure: marksOf([title, ...textsOf(record)].join(" / "), phrases).length > 0 };
  };

  // MARK: The text of a result

  // In bytes a query: what is left of 200 KB when the index is read.
  const mostText = 40_000;

  const transferred = (url) => {
    const entries = performance.getEntriesByName(new URL(url, location.href).href);
    return entries.at(-1)?.encodedBodySize || 0;
  };

  // The sentence of a page that holds the phrases, and the heading above it. False if the page does not hold them.
  const readText = async (shown, phrases, budget) => {
    if (!location.protocol.startsWith("http") || budget.left <= 0) return true;
    const url = shown.url.split("#")[0];
    let response;
    try {
      response = await fetch(url);
    } catch {
      return true;
    }
    if (!response.ok) return true;
    const html = await response.text();
    budget.left -= transferred(url) || html.length;
    const page = new DOMParser().parseFromString(html, "text/html");
    let anchor = "";
    let first = null;
    const missing = new Set(phrases);
    for (const block of page.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6, p, li, dd, dt, td, th, pre, figcaption, caption)")) {
      if (block.id && /^H[1-6]$/.test(block.tagName)) anchor = block.id;
      if (block.closest("nav") || block.querySelector("p, li, table")) continue;
      for (const extra of block.querySelectorAll("sup, .anchor, .footnote-back")) extra.remove();
      const text = block.textContent.trim();
      for (const phrase of [...missing]) {
        const marks = marksOf(text, [phrase]);
        if (!marks.length) continue;
        missing.delete(phrase);
        first ??= { text, start: marks[0][0], anchor, isHeading: /^H/.test(block.tagName) };
      }
      if (!missing.size) break;
    }
    if (missing.size) return false;
    if (first && !first.isHeading && !shown.result.querySelector(".result-text")) {
      const start = Math.max(0, first.start - 40);
      const end = Math.min(first.text.length, first.start + 120);
      const excerpt = (start > 0 ? "… " : "") + first.text.slice(start, end) + (end < first.text.length ? " …" : "");
      shown.result.append(element("p", "result-text", marked(excerpt, phrases)));
      if (first.anchor && !shown.link.href.includes("#")) shown.link.href = `${shown.url}#${first.anchor}`;
    }
    return true;
  };

  // MARK: Searching

  const page = 10;
  let current = 0;
  let show = null;

  const say = (text, values = {}) => {
    message.textContent = Object.entries(values).reduce((result, [name, value]) => result.replaceAll(`{${name}}`, value), text);
  };
  const count = (number) => number === 1 ? words.one : words.found.replace("{count}", number.toLocaleString(document.documentElement.lang));

  const clear = () => {
    list.replaceChildren();
    list.hidden = true;
    more.hidden = true;
    everything.hidden = false;
    show = null;
    say("");
  };

  const search = async () => {
    const number = current += 1;
    const query = field.value.trim();
    const phrases = phrasesOf(query);
    remember();
    list.setAttribute("aria-busy", "true");
    await answer(number, query, phrases);
    if (number === current) list.setAttribute("aria-busy", "false");
  };

  const answer = async (number, query, phrases) => {
    if (!phrases.length && !filters.some((filter) => filter.value)) return clear();
    try {
      const data = await open();
      let { found } = await match(data, phrases, false);
      let note = "";
      if (!found.length && phrases.length) {
        const near = await nearPhrases(data, phrases);
        if (near) {
          ({ found } = await match(data, near, false));
          if (found.length) {
            note = words.near.replace("{query}", query).replace("{near}", near.join(" "));
            phrases = near;
          }
        }
      }
      if (!found.length && phrases.flatMap(unitsOf).flatMap(piecesOf).length > 1) {
        ({ found } = await match(data, phrases, true));
        if (found.length) note = words.some;
      }
      if (number !== current) return;
      const isExact = note !== words.some;
      let shown = 0;
      let left = found.length;
      list.replaceChildren();
      const budget = { left: mostText };
      const next = async () => {
        const entries = found.slice(shown, shown + page);
        shown += entries.length;
        more.hidden = true;
        const records = await Promise.all(entries.map((entry) => recordOf(data, entry)));
        if (number !== current) return;
        const items = ranked(entries.map((entry, i) => item(data, entry, records[i], phrases)), phrases);
        list.append(...items.map(({ result }) => result));
        report();
        for (const one of items.filter(({ kind }) => kind === "section" || kind === "page")) {
          if (one.isSure && marksOf(one.record[0], phrases).length) continue;
          const holds = await readText(one, phrases, budget);
          if (number !== current) return;
          if (!holds && isExact && !one.isSure) {
            one.result.remove();
            left -= 1;
            report();
          }
        }
      };
      const report = () => {
        list.hidden = !left;
        everything.hidden = left > 0;
        more.hidden = shown >= found.length;
        if (!left) say(words.none, { query });
        else say(note ? `${note}${words.colon}${count(left)}` : count(left));
      };
      show = next;
      await next();
      if (!found.length) report();
    } catch (error) {
      if (number !== current) return;
      clear();
      say(words.failed);
    }
  };

  // Of results that the index holds to be equal, those whose title is the query, or holds its parts unbroken, come first.
  const ranked = (items, phrases) => {
    const whole = phrases.join(" ");
    const rank = ({ record }) => {
      const title = folded(record[0]).text.trim();
      if (!whole) return 0;
      if (title === whole) return 2;
      return marksOf(record[0], phrases).length ? 1 : 0;
    };
    const ranks = new Map(items.map((one) => [one, rank(one)]));
    return items.map((one, index) => ({ one, index }))
      .sort((a, b) => ranks.get(b.one) - ranks.get(a.one) || a.index - b.index).map(({ one }) => one);
  };

  // MARK: Address and keyboard

  const remember = () => {
    const query = new URLSearchParams();
    for (const one of [field, ...filters]) if (one.value.trim()) query.set(one.name, one.value.trim());
    const text = query.toString();
    try {
      history.replaceState(null, "", text ? `?${text}` : location.pathname);
    } catch {
      // A browser may refuse it for pages from disk.
    }
  };

  const recall = () => {
    const query = new URLSearchParams(location.search);
    for (const one of [field, ...filters]) if (query.has(one.name)) one.value = query.get(one.name);
  };

  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(search, 30);
  };
  form.addEventListener("input", (event) => { if (!event.isComposing) soon(); });
  field.addEventListener("compositionend", soon);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(timer);
    await search();
    list.querySelector("a")?.focus();
  });
  more.addEventListener("click", async () => {
    const last = list.lastElementChild;
    await show?.();
    last?.nextElementSibling?.querySelector("a")?.focus();
  });
  document.addEventListener("keydown", (event) => {
    const isInList = list.contains(event.target);
    if (event.target !== field && !isInList || event.isComposing) return;
    const links = [...list.querySelectorAll(".result-title a")];
    const at = isInList ? links.indexOf(event.target.closest(".result").querySelector(".result-title a")) : -1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      if (next >= links.length || next < -1) return;
      event.preventDefault();
      (links[next] ?? field).focus();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (!isInList) {
        field.value = "";
        soon();
      }
      field.focus();
    }
  });

  form.hidden = false;
  recall();
  if (field.value || filters.some((filter) => filter.value)) search();
})();
