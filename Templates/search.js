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

  // The plans are the first entries of the list below the results: a page of many plans has them once.
  const top = new URL(words.root || ".", location.href).pathname;
  for (const filter of filters) {
    [...everything.querySelectorAll("h3 a")].slice(0, Number(filter.dataset.listed ?? 0)).forEach((link, number) => {
      const folder = decodeURIComponent(link.pathname.slice(top.length)).replace(/\/(?:index\.html)?$/, "");
      const option = new Option(link.textContent.trim(), folder);
      option.dataset.term = `!p${number}`;
      if (link.lang) option.lang = link.lang;
      filter.append(option);
    });
  }

  // MARK: Texts. The same rules as TermReader and FoldedScalar.

  const paired = /[々〇ぁ-ヺー-ヿ\u3400-\u9fff가-힣\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const letters = {
    ß: "ss", ẞ: "ss", æ: "ae", Æ: "ae", œ: "oe", Œ: "oe", ø: "o", Ø: "o", đ: "d", Đ: "d", ł: "l", Ł: "l", ħ: "h",
    Ħ: "h", ŧ: "t", Ŧ: "t", ı: "i", ё: "е", Ё: "е", آ: "ا", أ: "ا", إ: "ا", ٱ: "ا", ة: "ه", ى: "ي", ی: "ي", ک: "ك",
  };

  // A letter or digit folded, "" for a mark inside a word, null for anything else.
  const fold = (character) => {
    if (character < "\x80") return /[0-9a-z]/i.test(character) ? character.toLowerCase() : null;
    if (paired.test(character)) return character;
    if (/[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff\u0640\u064b-\u065f\u0670]/.test(character)) return "";
    if (/[٠-٩۰-۹]/.test(character)) return String(character.codePointAt(0) & 15);
    if (/[０-９Ａ-Ｚａ-ｚ²³¹⁰⁴-⁹₀-₉Ⅰ-ⅿ]/.test(character)) return character.normalize("NFKC").toLowerCase();
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
      const written = String.fromCodePoint(text.codePointAt(index));
      const character = { "．": ".", "，": "," }[written] ?? written;
      const part = fold(character);
      const isMark = (character === "." || character === ",") && /[0-9]$/.test(result) && /[0-9０-９]/.test(text[index + 1] ?? "");
      if (part !== null) add(part, index);
      else if (isMark) add(character === "." ? "." : "", index);
      else if (!result.endsWith(" ")) add(" ", index);
      index += character.length;
    }
    return { text: result, from };
  };

  // The article of an Arabic word, also after a preposition. The index has both words, so a query needs the bare one.
  const articles = "ال|وال|بال|كال|فال|لل";
  const article = new RegExp(`^(?:${articles})(?=\\p{L}{2})`, "u");
  const articleBefore = new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${articles})$`, "u");

  // The parts of a query that are separated by something else than letters and digits.
  const phrasesOf = (text) =>
    folded(text).text.split(" ").filter(Boolean).map((phrase) => phrase.replace(article, ""));

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

  // MARK: Questions

  // Small words of questions. In a language without spaces they are inside a phrase.
  const small = new Set(words.small.split(" ").map((word) => folded(word).text).filter(Boolean));
  const smallRuns = [...small].filter((word) => paired.test(word[0])).sort((a, b) => b.length - a.length);

  // Removes some texts from phrases. In a language without spaces, the particles beside them go too: 目标是多少, 谁负责的.
  const without = (phrases, runs, isLeftOut) => phrases.flatMap((phrase) => {
    if (!runs.some((run) => phrase.includes(run))) return phrase;
    const rest = runs.reduce((text, run) => text.replaceAll(run, " "), phrase);
    return rest.split(" ").map((part, i, parts) =>
      part.replace(i > 0 ? /^[的了是]+/ : "", "").replace(i + 1 < parts.length ? /[的了是在由归]+$/ : "", ""));
  }).filter((phrase) => phrase && !isLeftOut(phrase));

  const withoutSmall = (phrases) => without(phrases, smallRuns, (phrase) => small.has(phrase));

  // The phrases without the words of a question; all of them if nothing else is left.
  const soughtOf = (phrases) => {
    const sought = withoutSmall(phrases);
    return sought.length ? sought : phrases;
  };

  // The names of statuses in questions, the longest first: `not on track` is no `on track`. Each with its terms in the index.
  const namesOf = (list) => list.split("|").filter(Boolean).flatMap((entry) => {
    const at = entry.indexOf("=");
    return entry.slice(at + 1).split(", ").map((text) => ({ name: phrasesOf(text).join(" "), terms: entry.slice(0, at).split(" ") }));
  }).filter(({ name }) => name).sort((a, b) => b.name.length - a.name.length);
  const [askedNames, stateNames] = [namesOf(words.asked), namesOf(words.states)];

  // A word for indicators or actions limits the results to that kind; words for other kinds are ignored.
  const listed = (text) => text.split(" ").map((word) => folded(word).text.trim()).filter(Boolean);
  const things = { indicator: new Set(listed(words.targets)), action: new Set(listed(words.actions)) };
  const kindNames = new Set(words.kinds.split("|").map((pair) => folded(pair.split("=")[1]).text.trim()));
  const thingRuns = [things.indicator, things.action, kindNames].flatMap((names) => [...names])
    .filter((name) => paired.test(name[0])).sort((a, b) => b.length - a.length);

  // `forest target` is about forests.
  const withoutThings = (phrases) => without(phrases, thingRuns, (phrase) =>
    [phrase, singularOf(phrase)].some((word) => kindNames.has(word) || things.indicator.has(word) || things.action.has(word)));

  // Reads a question about statuses, such as `which targets are late`, into their terms in the index, the kinds and the other
  // phrases. Null if the query is no such question. A single status is asked for alone: many titles have `planned`.
  const questionOf = (written) => {
    const find = (names) => {
      let text = ` ${written.join(" ")} `;
      const terms = new Set();
      for (const one of names) {
        const name = paired.test(one.name[0]) ? one.name : ` ${one.name} `;
        if (!text.includes(name)) continue;
        text = text.replaceAll(name, " ");
        for (const term of one.terms) terms.add(term);
      }
      if (!terms.size) return null;
      const rest = withoutSmall(text.split(" ").filter(Boolean)).filter((phrase) => !/^[的了是在都还已有]+$/.test(phrase));
      const kinds = Object.keys(things).filter((kind) => rest.some((phrase) =>
        [...things[kind]].some((name) => paired.test(name[0]) ? phrase.includes(name) : phrase === name)));
      return { terms: [...terms], kinds, rest: withoutThings(rest) };
    };
    const state = find(stateNames);
    if (state && !state.rest.length) return state;
    // A pasted sentence with such a word asks nothing.
    const asked = find(askedNames);
    return asked && asked.rest.length < 4 ? asked : null;
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
        // A browser lets scripts that a script adds wait for everything else.
        script.fetchPriority = "high";
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
      // Each piece of terms begins at one of these texts; a leading tilde repeats the first character of the previous text.
      data.firstTerms = [];
      for (const text of data.terms.split(" ")) {
        const last = data.firstTerms.at(-1) ?? "";
        data.firstTerms.push(text[0] === "~" ? String.fromCodePoint(last.codePointAt(0)) + text.slice(1) : text);
      }
      data.firstRecords = [];
      decode(data.records, (entry) => data.firstRecords.push(entry));
      data.plans = new Map();
      return data;
    }).catch((error) => {
      root = undefined;
      throw error;
    });
    return root;
  };

  // Terms have at most 40 bytes.
  const cut = (word) => {
    let [length, end] = [0, 0];
    for (const character of word) {
      const code = character.codePointAt(0);
      length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      if (length > 40) break;
      end += character.length;
    }
    return word.slice(0, end);
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

  const lookUpAll = (data, all) => Promise.all(all.map((term) => lookUp(data, term)));

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

  // Of a long run, pairs from all over it are looked up: the first few, and more while many entries hold them.
  const [fewPairs, mostPairs, manyEntries] = [3, 8, 20];
  // Of a long query, the longest words.
  const mostUnits = 8;

  // What a part of the results has to hold: words, and the pairs of a run.
  const piecesOf = (unit) => unit.isRun && unit.characters.length > 2
    ? unit.characters.slice(1).map((next, i) => ({ isRun: true, characters: [unit.characters[i], next] })) : [unit];

  // `count` of the values, from the first to the last.
  const spread = (values, count) => values.length <= count ? values
    : Array.from({ length: count }, (_, i) => values[Math.round(i * (values.length - 1) / (count - 1))]);

  // What a plural is the plural of, where it ends as most do: `forests`, `strategies`.
  const singularOf = (word) => {
    if (word.length < 4 || !/[a-rt-z]s$/.test(word)) return null;
    return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  };

  // For every entry, how well it holds a unit; `pieces`: the most pieces to load for the words that begin with it.
  const evaluate = async (data, unit, pieces = 3) => {
    const scores = new Float32Array(data.entries);
    if (!unit.isRun) {
      const word = cut(unit.characters.join(""));
      const singular = singularOf(word);
      const [found, one] = await Promise.all([withPrefix(data, word, pieces), singular && lookUp(data, singular)]);
      for (const [term, lists] of found) fieldsOf(lists, scores, term === word ? 0.25 : 0);
      if (one) fieldsOf(one, scores);
      return scores;
    }
    const { characters } = unit;
    const sought = [...new Set(characters.length === 1 ? [characters[0]]
      : spread(characters.slice(1).map((next, i) => characters[i] + next), mostPairs))];
    const first = spread(sought, fewPairs);
    let isFirst = true;
    for (const some of [first, sought.filter((term) => !first.includes(term))]) {
      const lists = await lookUpAll(data, some);
      if (lists.some((list) => list === undefined)) return scores.fill(0);
      for (const list of lists) {
        const next = isFirst ? scores : new Float32Array(data.entries);
        fieldsOf(list, next);
        if (!isFirst) for (let i = 0; i < scores.length; i += 1) if (next[i] < scores[i]) scores[i] = next[i];
        isFirst = false;
      }
      let count = 0;
      for (const score of scores) if (score) count += 1;
      if (count <= manyEntries) break;
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
        for (const lists of await lookUpAll(data, filter.selectedOptions[0].dataset.term.split(" ")))
          if (lists) fieldsOf(lists, next);
      }
      passed = passed ? passed.map((value, i) => value && next[i]) : next;
    }
    return passed;
  };

  // The entries that hold every unit (or, if `isPartial`, much of what the query says), best first.
  const match = async (data, phrases, isPartial, written = phrases) => {
    // Asked for at once: each answer takes a way to the host and back.
    const filtering = filtered(data);
    const key = phrases.length ? written.join("") : "";
    // Many titles hold a short query.
    const early = key && [...key].length <= 4 ? lookUp(data, titleKey(key)) : undefined;
    let units = phrases.flatMap(unitsOf);
    if (isPartial) units = units.flatMap(piecesOf);
    const long = units.filter((unit) => !unit.isRun || unit.characters.length > 1);
    // 3岁 is looked up as 3: no title is sure to hold all of it.
    const isWhole = !long.length || long.length === units.length;
    if (long.length) units = long;
    if (units.length > mostUnits) {
      if (isPartial && units.every(({ isRun }) => isRun)) {
        units = spread(units, 2 * mostUnits);
      } else {
        const longest = [...units].sort((a, b) => b.characters.length - a.characters.length).slice(0, mostUnits);
        units = units.filter((unit) => longest.includes(unit));
      }
    }
    const pieces = units.length > 3 ? 1 : units.length > 1 ? 2 : 3;
    const [passed, ...all] = await Promise.all([filtering, ...units.map((unit) => evaluate(data, unit, pieces))]);
    const found = [];
    // The entries whose titles hold all of it, other names of theirs included.
    const titled = new Set();
    // Those of them that have its words, and not only words that begin with them.
    const exact = new Set();
    const total = new Float32Array(data.entries);
    const sums = new Float32Array(data.entries);
    if (isPartial) {
      // What few entries hold says more of what is sought, and a title more than a text that has a word by chance.
      all.forEach((scores) => {
        const value = worth(scores);
        for (let i = 0; i < data.entries; i += 1) if (scores[i]) sums[i] += value * standing(scores[i]);
      });
      let [third, best] = [0, 0];
      for (const scores of all) third += worth(scores) / 3;
      for (let i = 0; i < data.entries; i += 1) if (!passed || passed[i]) best = Math.max(best, sums[i]);
      const least = Math.min(third, best * 0.75);
      for (let i = 0; i < data.entries; i += 1) {
        if (passed && !passed[i] || sums[i] === 0 || sums[i] < least) continue;
        total[i] = sums[i] * 1000;
        for (const scores of all) total[i] += weight(scores[i]);
        found.push(i);
      }
    } else if (units.length || passed) {
      for (let i = 0; i < data.entries; i += 1) {
        if (passed && !passed[i] || all.some((scores) => !scores[i])) continue;
        for (const scores of all) total[i] += weight(scores[i]) / units.length;
        if (isWhole && all.every((scores) => scores[i] >= 3)) titled.add(i);
        if (all.every((scores, j) => scores[i] >= (units[j].isRun ? 3 : 3.25))) exact.add(i);
        found.push(i);
      }
    }
    // Of several titles with all of it, the one that is nothing else comes first.
    const whole = titled.size > 1 && key ? await (early ?? lookUp(data, titleKey(key))) : undefined;
    if (whole) decode(whole.split("|")[0], (entry) => { total[entry] += total[entry] ? 1000 : 0; });
    found.sort((a, b) => total[b] - total[a] || a - b);
    return { found, titled, exact };
  };

  // The entries that a question about statuses asks for: those of its first term, which is the latest, come first.
  const matchStates = async (data, { terms: sought, kinds, rest }) => {
    const [lists, { found }] = await Promise.all([lookUpAll(data, sought), match(data, rest, false, [])]);
    const among = rest.length ? new Set(found) : null;
    const starts = data.starts.concat(data.entries);
    const isKind = (entry) => !kinds.length || kinds.some((kind) => {
      const number = data.kinds.indexOf(kind);
      return entry >= starts[number] && entry < starts[number + 1];
    });
    const passed = await filtered(data);
    const entries = new Set();
    for (const list of lists.filter(Boolean)) {
      decode(list.split("|")[0], (entry) => {
        if (isKind(entry) && (!passed || passed[entry]) && (!among || among.has(entry))) entries.add(entry);
      });
    }
    return [...entries];
  };

  const standing = (score) => score >= 3 ? 1.5 : score >= 2 ? 1.2 : 1;

  // How much it says that an entry holds a unit: nothing if no entry does.
  const worth = (scores) => {
    let count = 0;
    for (const score of scores) if (score) count += 1;
    return count ? 0.1 + Math.log(scores.length / count) : 0;
  };

  // A piece begins with the plans of its records: number, name, path.
  const recordOf = async (data, entry) => {
    const number = place(data.firstRecords.length, (middle) => data.firstRecords[middle] > entry);
    const [plans, ...records] = await load(`r${number}`);
    for (let i = 0; i < plans.length; i += 3) data.plans.set(plans[i], { name: plans[i + 1], path: plans[i + 2] });
    return records[entry - data.firstRecords[number]];
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
              if (far > most || best && far >= best.far) continue;
              // A part that begins or ends otherwise than the run, and in the middle of a phrase, is half a word.
              if (i > 0 && part[0] !== characters[0] && part[0] !== characters[1]) continue;
              if (i + length < all.length && part.at(-1) !== characters.at(-1) && part.at(-1) !== characters.at(-2)) continue;
              best = { text: part.join(""), far };
            }
          }
        }
      }
    }
    return best?.text ?? null;
  };

  // The phrases with each unit that nothing holds replaced by what is near it, and which share of what the query says
  // was replaced; null if nothing is near.
  const nearPhrases = async (data, phrases) => {
    let [changed, kept] = [0, 0];
    const result = [];
    for (const phrase of phrases) {
      let text = "";
      for (const unit of unitsOf(phrase)) {
        const written = unit.characters.join("");
        const scores = await evaluate(data, unit);
        const known = worth(scores);
        if (known) {
          kept += known;
          text += written;
          continue;
        }
        const near = unit.isRun ? await nearRun(data, unit.characters) : await nearWord(data, written);
        if (near === null) return null;
        for (const other of unitsOf(near)) changed += worth(await evaluate(data, other));
        text += near;
      }
      result.push(text);
    }
    return changed ? { phrases: result, share: changed / (changed + kept) } : null;
  };

  // MARK: Results

  const lateColors = { overdue: "missed", "should-have-started": "behind", "step-overdue": "behind", delayed: "behind" };
  const isIndicator = (record) => typeof record[4] === "string";
  const textsOf = (record) => [4, 5].flatMap((index) =>
    Array.isArray(record[index]) ? record[index].filter((_, i) => i % 2 === 0) : []);

  const address = (data, path, plan) => {
    const [inside, anchor] = (path[0] === "~" ? data.plans.get(plan).path + path.slice(1) : path).slice(1).split("#");
    const encoded = inside.split("/").map(encodeURIComponent).join("/");
    const isPage = inside === "" || inside.endsWith("/");
    return `${words.root}${encoded}${isPage ? data.suffix : ""}${anchor ? `#${anchor}` : ""}` || "./";
  };

  const slug = (text) =>
    text.replace(/[^\p{L}\p{N}\p{M}_]+/gu, "-").replace(/^-|-$/g, "").replace(/[^]/gu, (c) => c.toLowerCase());

  // The places of the phrases in a text: each as a start and an end. Empty if one of them does not.
  const marksOf = (text, phrases, needsAll = true) => {
    const { text: plain, from } = folded(text);
    const marks = [];
    for (const phrase of phrases) {
      let [index, count] = [0, 0];
      while (count < 20 && (index = plain.indexOf(phrase, index)) >= 0) {
        const isWord = !paired.test(phrase[0]);
        // A word is found at its start.
        if (!isWord || index === 0 || !/[\p{L}\p{N}]/u.test(plain[index - 1]) || paired.test(plain[index - 1])
          || /[0-9]/.test(plain[index - 1]) !== /[0-9]/.test(plain[index])
          || articleBefore.test(plain.slice(Math.max(0, index - 4), index))) {
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
    const name = data.plans.get(plan)?.name;
    if (name && name !== title) facts.append(element("span", "", name));
    result.append(facts);
    if (kind === "action") {
      const [, , , , state, word, dates, department, wasDue] = record;
      facts.append(element("span", `status status-${lateColors[state] ?? state}`, word));
      for (const fact of [dates, wasDue, department]) if (fact) facts.append(element("span", "", fact));
    } else if (isIndicator(record)) {
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
    return { entry, result, link, url, record, kind, isSure: marksOf([title, ...textsOf(record)].join(" / "), phrases).length > 0 };
  };

  // MARK: The text of a result

  // In bytes: what a first query loads in all, the page and its style included, and what a query spends on texts at most.
  const [mostLoaded, mostText] = [182_000, 40_000];

  const loadedSoFar = () => ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type))
    .reduce((sum, { encodedBodySize }) => sum + (encodedBodySize || 0), 0);

  // What is left of it; after the first query only what a query may spend. Pages that were read before cost nothing.
  const budgetOf = () => ({ left: isFirstQuery ? Math.min(mostText, mostLoaded - loadedSoFar()) : mostText });
  let isFirstQuery = true;

  const pages = new Map();
  // Of the page that was read last, in bytes: the next one will be like it.
  let usualSize = 0;
  // How many are read at once when that is known.
  const together = 5;

  // The text of a page, as HTML; null if it cannot be had.
  const pageText = async (url, budget) => {
    if (pages.has(url)) return pages.get(url);
    const expected = usualSize;
    if (budget.left <= expected) return null;
    if (!location.protocol.startsWith("http")) {
      const html = await framed(url);
      if (html !== null) pages.set(url, html);
      return html;
    }
    // Others are read at the same time.
    budget.left -= expected;
    const html = await fetched(url, budget.left + expected);
    budget.left += expected;
    if (html === null) return null;
    budget.left -= html.size;
    pages.set(url, html.text);
    return html.text;
  };

  const fetched = async (url, most) => {
    const stop = new AbortController();
    try {
      const response = await fetch(url, { signal: stop.signal });
      const size = Number(response.headers.get("content-length"));
      usualSize = size || usualSize;
      if (!response.ok || size > most) {
        stop.abort();
        return null;
      }
      const text = await response.text();
      usualSize = size || text.length;
      return { text, size: usualSize };
    } catch {
      return null;
    }
  };

  // Read from a disk, no page can read another: a page that is shown in a frame is asked for its text (search-key.js).
  const framed = (url) => new Promise((resolve) => {
    const frame = document.createElement("iframe");
    const end = (html) => {
      clearTimeout(timeout);
      window.removeEventListener("message", answered);
      frame.remove();
      resolve(html);
    };
    const answered = (event) => {
      if (event.source === frame.contentWindow && typeof event.data?.planpressText === "string") end(event.data.planpressText);
    };
    const timeout = setTimeout(end, 3000, null);
    window.addEventListener("message", answered);
    frame.onload = () => frame.contentWindow.postMessage("planpress-text", "*");
    frame.hidden = true;
    frame.src = url;
    document.body.append(frame);
  });

  const inline = new Set(["A", "EM", "STRONG", "CODE", "DEL", "SPAN", "B", "I", "U", "S", "MARK", "SMALL", "SUB", "ABBR", "TIME"]);

  // The texts of a page between the ends of its blocks, each with the anchor of the heading above it. As the
  // index, without the numbers of footnotes.
  const textsOfPage = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    const main = page.querySelector("main");
    const texts = [];
    let [text, anchor, heading] = ["", "", false];
    const end = () => {
      text = text.replace(/\s+/g, " ").trim();
      if (text) texts.push({ text, anchor, isHeading: heading });
      text = "";
    };
    const read = (node) => {
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) text += child.data;
        // Between what was struck out and what takes its place.
        if (child.nodeName === "DEL") text += " ";
        if (child.nodeType !== Node.ELEMENT_NODE || child.matches("nav, script, style, svg, sup, del, button, form, .anchor, .footnote-back")) continue;
        const isBlock = !inline.has(child.tagName);
        const isHeading = /^H[1-6]$/.test(child.tagName);
        if (isBlock) end();
        if (isHeading) [anchor, heading] = [child.id, true];
        read(child);
        if (isBlock) end();
        if (isHeading) heading = false;
      }
    };
    if (main) read(main);
    end();
    const summary = page.querySelector("meta[name=description]")?.content;
    if (summary) texts.push({ text: summary, anchor: "", isHeading: false });
    return texts;
  };

  // Never inside a character of two units.
  const boundary = (text, index) => /[\udc00-\udfff]/.test(text[index] ?? "") ? index - 1 : index;

  // Whether the text of a result says more than its title.
  const hasText = ({ kind, record }, phrases) =>
    phrases.length > 0 && (kind === "section" || kind === "page") && !marksOf(record[0], phrases).length;

  // Shows the sentence of a page that holds the phrases, and leads to the heading above it. Whether the page holds them;
  // null if nobody can say.
  const readText = async (shown, phrases, budget) => {
    const html = await pageText(shown.url.split("#")[0], budget);
    if (html === null) return null;
    const missing = new Set(phrases);
    let first = null;
    for (const { text, anchor, isHeading } of textsOfPage(html)) {
      for (const phrase of [...missing]) {
        const marks = marksOf(text, [phrase]);
        if (!marks.length) continue;
        missing.delete(phrase);
        if (!isHeading) first ??= { text, start: marks[0][0], anchor };
      }
      if (!missing.size && first) break;
    }
    if (missing.size) return false;
    if (first && !shown.result.querySelector(".result-text")) {
      const start = boundary(first.text, Math.max(0, first.start - 40));
      const end = boundary(first.text, Math.min(first.text.length, first.start + 120));
      const excerpt = (start > 0 ? "… " : "") + first.text.slice(start, end) + (end < first.text.length ? " …" : "");
      shown.result.append(element("p", "result-text", marked(excerpt, phrases)));
      if (first.anchor && !shown.link.href.includes("#")) shown.link.href = `${shown.url}#${first.anchor}`;
    }
    return true;
  };

  // MARK: Searching

  const [page, handful] = [10, 5];
  let current = 0;
  let show = null;

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (name) => values[name.slice(1, -1)] ?? name);
  // Of the address; until a filter is chosen.
  let unknownFilters = "";
  const say = (text) => {
    message.textContent = [unknownFilters, text].filter(Boolean).join(" ");
    remember();
  };
  // A sentence in the form that its number takes: `one=…|other=…`. Digits are Latin, as on all pages.
  const count = (number, isMost) => {
    const { lang } = document.documentElement;
    const forms = Object.fromEntries((isMost ? words.most : words.found).split("|").map((form) => {
      const at = form.indexOf("=");
      return [form.slice(0, at), form.slice(at + 1)];
    }));
    return filled(forms[new Intl.PluralRules(lang).select(number)] ?? forms.other,
      { count: number.toLocaleString(`${lang}-u-nu-latn`) });
  };

  // The list of all pages is shown if there are no results.
  const showEverything = (isShown) => {
    everything.hidden = !isShown;
    delete document.documentElement.dataset.query;
  };

  const clear = () => {
    list.replaceChildren();
    list.hidden = true;
    more.hidden = true;
    showEverything(true);
    show = null;
    say("");
  };

  // Whether the index can only say that the pairs of a run occur, not that they are side by side, or leaves parts out.
  const needsText = (units) => units.length > mostUnits || units.some(({ isRun, characters }) =>
    isRun && (characters.length > 2 || characters.length === 1 && units.length > 1));

  // The phrases without what they call indicators or actions, with numbers apart from letters, those of two that are one, and
  // without endings.
  const otherSpellings = (phrases) => {
    const bare = withoutThings(phrases);
    const apart = phrases.flatMap((phrase) => phrase.split(/(?<=[0-9])(?=[a-z])|(?<=[a-z])(?=[0-9])/));
    const joined = phrases.slice(1).map((phrase, i) =>
      phrases.flatMap((other, j) => j === i ? other + phrase : j === i + 1 ? [] : other))
      .filter((_, i) => !paired.test(phrases[i]) && !paired.test(phrases[i + 1]));
    const stems = phrases.map((phrase) => phrase.replace(/^([a-z]{4,}?)(?:ings?|ed|es|s)$/, "$1"));
    const isShorter = stems.some((stem, i) => stem !== phrases[i]);
    return [...(bare.length && bare.join() !== phrases.join() ? [bare] : []), ...(apart.length > phrases.length ? [apart] : []), ...(joined.length < 5 ? joined : []), ...(isShorter ? [stems] : [])];
  };

  // Splits a run of characters in every way into two or three words, none of them longer than three characters.
  const splitsOf = (characters) => {
    const lengths = { 4: [[2, 2]], 5: [[2, 3], [3, 2]], 6: [[2, 2, 2], [3, 3]] }[characters.length] ?? [];
    return lengths.map((parts) => {
      let start = 0;
      return parts.map((length) => characters.slice(start, start += length).join(""));
    });
  };

  // Phrases whose characters are apart in the texts, as 引进人才 does in 引进国家级人才, each with what it finds.
  const splits = async (data, phrases) => {
    const results = [];
    for (const [i, phrase] of phrases.entries()) {
      const units = unitsOf(phrase);
      for (const parts of units.length === 1 && units[0].isRun ? splitsOf(units[0].characters) : []) {
        const split = [...phrases.slice(0, i), ...parts, ...phrases.slice(i + 1)];
        results.push({ phrases: split, ...await match(data, split, false, []) });
      }
    }
    return results;
  };

  // Where few texts and no title hold the phrases, with the titles before them that hold their parts, or what else they say
  // than that it is a target.
  const withSplit = async (data, phrases, found, sure) => {
    if (!found.length) return found;
    const known = new Set(found);
    const titles = [];
    const bare = withoutThings(phrases);
    // Of these, all pairs are loaded.
    const isShort = phrases.every((phrase) => [...phrase].length <= 4);
    const shorter = bare.length && bare.join() !== phrases.join() ? [{ phrases: bare, ...await match(data, bare, false, []) }] : [];
    for (const split of [...shorter, ...isShort ? await splits(data, phrases) : []]) {
      for (const entry of split.titled) {
        if (known.has(entry) || sure.has(entry)) continue;
        sure.set(entry, split.phrases);
        titles.push(entry);
      }
    }
    return [...titles, ...found];
  };

  const search = async () => {
    const number = current += 1;
    const query = field.value.trim();
    list.setAttribute("aria-busy", "true");
    // A new address makes a browser load the icon again: results come first.
    isRemembered = false;
    await answer(number, query, phrasesOf(query));
    if (number !== current) return;
    remember();
    list.setAttribute("aria-busy", "false");
  };

  const answer = async (number, query, written) => {
    const phrases = soughtOf(written);
    if (!phrases.length && (query || !filters.some((filter) => filter.value))) {
      clear();
      // Signs alone, which no text is searched for.
      if (query) say(filled(words.none, { query }));
      return;
    }
    try {
      const data = await open();
      const isSeveral = phrases.flatMap(unitsOf).flatMap(piecesOf).length > 1;
      const question = questionOf(written);
      const [literal, asked] = await Promise.all([match(data, phrases, false, written), question ? matchStates(data, question) : []]);
      const { titled, exact } = literal;
      let { found } = literal;
      // Entries that stay in the results even if their text does not contain the phrases.
      const sure = new Map();
      for (const entry of asked) sure.set(entry, question.rest);
      if (asked.length) found = [...new Set([...exact, ...asked, ...found])];
      else if (found.length < page && !titled.size) found = await withSplit(data, phrases, found, sure);
      let note = "";
      if (found.length && !asked.length && found.length < fewResults && phrases.length > 1 && written.length >= manyPhrases && !needsText(phrases.flatMap(unitsOf))) {
        // A question has words that few texts have together by chance.
        const all = new Set(found);
        const others = (await match(data, phrases, true)).found.filter((entry) => !all.has(entry));
        if (others.length) note = words.also;
        found.push(...others);
      }
      if (found.length && await present(number, data, { query, phrases, found, titled, sure, note })) return;
      for await (const next of almost(data, query, phrases, isSeveral)) {
        if (number !== current || next.found.length && await present(number, data, { query, ...next })) return;
      }
      await present(number, data, { query, phrases, found: [], note: "" });
    } catch (error) {
      if (number !== current) return;
      clear();
      say(words.failed);
    }
  };

  // Other readings of a query that no text contains: other spellings, characters that are apart, similar words, and some of
  // the words.
  async function* almost(data, query, phrases, isSeveral) {
    // `20mph` is written `20 mph` elsewhere, `pot holes` in one word, and `flooding` as `floods`.
    for (const other of otherSpellings(phrases)) yield { phrases: other, note: "", ...await match(data, other, false) };
    const near = (phrases) => filled(words.near, { query, near: phrases.join(" ") });
    for (const split of await splits(data, phrases)) yield { ...split, note: near(split.phrases) };
    const corrected = phrases.length ? await nearPhrases(data, phrases) : null;
    // Where little was changed, what the other words find says more than the few pages that hold them all.
    if (corrected && (!isSeveral || corrected.share > leastShare))
      yield { phrases: corrected.phrases, note: near(corrected.phrases), ...await match(data, corrected.phrases, false) };
    if (isSeveral) yield { phrases, note: words.some, found: (await match(data, phrases, true)).found };
  }

  // Of a query with a mistyped word: the share of what it says that the word has to be, for a correction to be better than
  // the results of the other words.
  const leastShare = 0.4;
  // Fewer results than these are followed by those with some of the words, if there are many words.
  const [fewResults, manyPhrases] = [3, 3];

  // Shows the results of an answer, the first page of them. How many there are when they have been compared with the texts;
  // 0 if a later query took over.
  const present = async (number, data, { query, phrases, found, titled, sure = new Map(), note }) => {
    if (number !== current) return 0;
    // Results with parts of the query promise no more.
    const isChecked = note !== words.some && needsText(phrases.flatMap(unitsOf));
    // The terms to find in texts. A word and the characters beside it may be apart, as in 5G商用基站.
    const parts = phrases.flatMap(unitsOf).flatMap((unit) => note === words.some ? piecesOf(unit) : unit)
      .map(({ characters }) => characters.join(""));
    const partsOf = (entry) => sure.get(entry) ?? parts;
    let [shown, removed, unchecked] = [0, 0, 0];
    list.replaceChildren();
    const next = async () => {
      // A handful more is no reason for a button.
      const entries = found.slice(shown, found.length - shown <= page + handful ? found.length : shown + page);
      shown += entries.length;
      const items = [];
      const doubtful = [];
      // The first few are shown before the others are loaded.
      for (const some of [entries.slice(0, handful), entries.slice(handful)].filter(({ length }) => length)) {
        const records = await Promise.all(some.map((entry) => recordOf(data, entry)));
        if (number !== current) return;
        const next = ranked(some.map((entry, i) => item(data, entry, records[i], partsOf(entry))), sure.size ? [] : phrases);
        list.append(...next.map(({ result }) => result));
        items.push(...next);
        const unsure = isChecked ? next.filter(({ isSure, entry }) => !isSure && !sure.has(entry)) : [];
        doubtful.push(...unsure);
        unchecked += unsure.length;
        report();
      }
      const budget = budgetOf();
      const queue = [...doubtful, ...items.filter((one) => !doubtful.includes(one) && hasText(one, partsOf(one.entry)))];
      while (queue.length) {
        const group = queue.splice(0, usualSize ? together : 1);
        const answers = await Promise.all(group.map((one) => readText(one, partsOf(one.entry), budget)));
        if (number !== current) return;
        group.forEach((one, i) => {
          if (!doubtful.includes(one)) return;
          if (answers[i] === true) {
            unchecked -= 1;
          } else if (answers[i] === false && !titled?.has(one.entry)) {
            one.result.remove();
            removed += 1;
            unchecked -= 1;
          } else {
            // A page may not show another name of what it is about.
            one.result.append(element("p", "result-text", words.unchecked));
          }
        });
        report();
      }
      isFirstQuery = false;
      // None of these is one, and there are more.
      if (removed === shown && shown < found.length && shown < 5 * page) await next();
    };
    const report = () => {
      const left = found.length - removed;
      list.hidden = !left;
      showEverything(left === 0);
      more.hidden = shown >= found.length;
      const counted = count(left, unchecked > 0 || isChecked && shown < found.length);
      if (!left) say(filled(words.none, { query }));
      else say(note ? `${note}${words.colon}${counted}` : counted);
    };
    show = next;
    await next();
    if (number !== current) return 0;
    if (!found.length) report();
    return list.childElementCount;
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

  const filterNames = ["kind", "plan", "status", "department"];

  let isRemembered = false;
  const remember = () => {
    if (isRemembered) return;
    isRemembered = true;
    const query = new URLSearchParams();
    for (const one of [field, ...filters]) if (one.value.trim()) query.set(one.name, one.value.trim());
    const text = query.toString();
    try {
      history.replaceState(null, "", text ? `?${text}` : location.pathname);
    } catch {
      // A browser may refuse it for pages from disk.
    }
    // Who reads on in another language looks for the same.
    for (const link of document.querySelectorAll(".language-switch a")) {
      const address = new URL(link.href);
      address.search = text;
      link.href = address.href;
    }
  };

  // What the address asks for. A filter that the site does not have would give more than was asked for.
  const recall = () => {
    const query = new URLSearchParams(location.search);
    const unknown = [];
    if (query.has(field.name)) field.value = query.get(field.name);
    for (const name of filterNames) {
      const value = query.get(name)?.trim();
      if (!value) continue;
      const filter = filters.find((filter) => filter.name === name);
      if (filter && [...filter.options].some((option) => option.value === value)) filter.value = value;
      else unknown.push(filled(words.unknown, { name, value }));
    }
    unknownFilters = unknown.join(" ");
  };

  // At every key: a search that is not over gives way to the next.
  form.addEventListener("input", (event) => {
    if (event.target !== field) unknownFilters = "";
    if (!event.isComposing) search();
  });
  field.addEventListener("compositionend", search);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
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
        search();
      }
      field.focus();
    }
  });

  form.hidden = false;
  recall();
  // A query from another page: the arrows choose at once.
  if (field.value && document.activeElement === document.body) field.focus({ preventScroll: true });
  if (field.value || unknownFilters || filters.some((filter) => filter.value)) search();
  else showEverything(true);
})();
