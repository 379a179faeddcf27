// Filters and sorts the tables of indicators. Without it, the page shows every row in the plan's order; the form appears
// with it.
"use strict";
(() => {
  const form = document.querySelector("form.filters");
  if (!form) return;
  // The statuses of each class, in the order of the classes; those at risk with the worst first.
  const classes = {
    "met": ["achieved", "achieved-early", "held"],
    "on-course": ["ahead", "on-track", "started", "improving", "back-within"],
    "at-risk": ["breached", "missed", "reversing", "worsening", "behind", "little-change"],
    "cannot-say": ["no-data", "not-assessable", "planned"],
  };
  const orders = { class: Object.keys(classes), worst: ["at-risk", "cannot-say", "on-course", "met"] };

  const fields = [...form.elements].filter((field) => field.name);
  const sections = [...document.querySelectorAll("[data-plan]")];
  const rows = sections.flatMap((section) =>
    [...section.querySelectorAll("tr[data-status]")].map((row) => ({
      row,
      name: row.querySelector("th").textContent.trim().toLowerCase(),
      values: { ...row.dataset, plan: section.dataset.plan },
    })));
  const result = form.querySelector("[role=status]");
  const alerts = document.querySelector("details.alerts");

  // The bodies of each table with their rows, in the plan's order.
  const tables = sections.flatMap((section) => [...section.querySelectorAll("table")].map((table) => ({
    table,
    bodies: [...table.tBodies].map((body) => [body, [...body.querySelectorAll("tr[data-status]")]]),
    plan: section.querySelector("h2 a"),
  })));

  // Sorted rows are in one body, without the headings of groups: the rows of one plan in its table, those of several in
  // a table of their own, with the columns of all and the plan below each name.
  const sorted = document.createElement("tbody");
  sorted.setAttribute("role", "rowgroup");
  const columns = [];
  for (const { table } of tables) {
    let at = 0;
    for (const head of table.tHead.rows[0].cells) {
      const found = columns.findIndex((column) => column.className === head.className);
      if (found >= 0) at = found + 1;
      else columns.splice(at++, 0, head);
    }
  }
  const joint = tables.length > 1 ? document.createElement("section") : null;
  if (joint) {
    joint.className = "progress sorted-rows";
    const [figure, frame, table] = ["figure.indicators", ".table-scroll", "table"].map((name) =>
      document.querySelector("[data-plan] " + name).cloneNode(false));
    const head = tables[0].table.tHead.cloneNode(true);
    head.rows[0].replaceChildren(...columns.map((column) => column.cloneNode(true)));
    for (const date of head.querySelectorAll(".date")) date.remove();
    table.append(head, sorted);
    frame.append(table);
    figure.append(frame);
    joint.append(figure);
  }

  const addCells = (row, plan) => {
    const own = new Map([...row.cells].map((cell) => [cell.className, cell]));
    row.append(...columns.map(({ className }) => {
      if (own.has(className)) return own.get(className);
      const cell = document.createElement("td");
      cell.className = className;
      cell.setAttribute("role", "cell");
      cell.dataset.added = "";
      return cell;
    }));
    if (!plan) return;
    const title = document.createElement("span");
    title.className = "row-plan";
    title.dataset.added = "";
    title.lang = plan.lang;
    title.textContent = plan.textContent;
    row.querySelector("th").append(title);
  };

  const arrange = () => {
    const order = orders[form.elements.sort?.value];
    const rank = (row) => order.indexOf(row.dataset.class) * 100
      + (row.dataset.class === "at-risk" ? classes["at-risk"].indexOf(row.dataset.status) : 0);
    // Of rows at risk with one status, the one furthest behind comes first, as in the list of what is at risk: by its bar.
    const lag = (row) => {
      const bar = row.dataset.class === "at-risk" ? row.querySelector(".bar") : null;
      if (!bar) return 0;
      const expected = bar.querySelector(".bar-time")?.getAttribute("d").slice(1) ?? "100";
      return parseFloat(expected) - Number(bar.querySelector(".bar-fill")?.getAttribute("width") ?? 0);
    };
    for (const added of document.querySelectorAll("[data-plan] [data-added], .sorted-rows [data-added]")) added.remove();
    if (order) {
      for (const { bodies, plan } of joint ? tables : []) {
        for (const [, own] of bodies) for (const row of own) addCells(row, plan);
      }
      const all = tables.flatMap(({ bodies }) => bodies.flatMap(([, own]) => own));
      sorted.append(...all.map((row) => [rank(row), lag(row), row])
        .sort(([a, lagA], [b, lagB]) => a - b || lagB - lagA).map(([, , row]) => row));
      if (joint) {
        joint.querySelector(".table-scroll").setAttribute("aria-label", form.elements.sort.selectedOptions[0].text);
        sections[0].before(joint);
      } else {
        tables[0]?.table.insertBefore(sorted, tables[0].table.tBodies[0]);
      }
    } else {
      for (const { bodies } of tables) for (const [body, own] of bodies) body.append(...own);
      (joint ?? sorted).remove();
    }
    return order && joint;
  };

  // How many rows are left: "5 of 51 indicators".
  const remaining = (shown) => shown === 0
    ? form.dataset.none : form.dataset.result.replace("{shown}", shown).replace("{all}", rows.length);

  // The totals at the top of the page speak of the rows that are left.
  const summary = document.querySelector(".answer");
  const sentence = summary?.querySelector(".answer-sentence");
  const bar = summary?.querySelector("svg.class-bar");
  const entries = [...(summary?.querySelectorAll(".class-key li") ?? [])].map((entry) =>
    [Object.keys(classes).find((name) => entry.classList.contains("class-" + name)), entry.querySelector("b")]);
  const whole = {
    sentence: [...(sentence?.childNodes ?? [])],
    bar: [...(bar?.childNodes ?? [])],
    counts: entries.map(([, count]) => count.textContent),
  };
  // What follows the count of a class in the sentence: " at risk".
  const phrases = Object.fromEntries(Object.keys(classes).map((name) =>
    [name, sentence?.querySelector(".class-" + name + " b")?.nextSibling?.textContent ?? ""]));
  // How many rows are left, and how many of them are in each class: "5 of 51 indicators: 2 met or held, 3 at risk".
  const sums = (shown, counts) => remaining(shown) + form.dataset.colon
    + Object.keys(phrases).filter((name) => counts[name]).map((name) => counts[name] + phrases[name])
      .join(form.dataset.separator);

  const block = (left, width, top, height) => `M${left} ${top}h${width}v${height}h-${width}z`;
  const shapes = {
    "met": (left, width) => block(left, width, 0, 20),
    "on-course": (left, width) => block(left, width, 4, 12),
    "at-risk": (left, width) => block(left, width, 0, 8) + block(left, width, 12, 8),
    "cannot-say": (left, width) => `M${left + Math.min(8, width / 2)} 10h${Math.max(0.1, width - 12)}`,
  };
  const total = (shown, counts) => {
    if (!sentence || entries.length === 0) return;
    summary.classList.toggle("is-filtered", Boolean(counts));
    // Where nothing is left, the form says so, beside its button.
    for (const part of [sentence, bar, summary.querySelector(".class-key")]) part?.toggleAttribute("hidden", shown === 0);
    if (counts && shown > 0) sentence.textContent = sums(shown, counts);
    else sentence.replaceChildren(...whole.sentence);
    entries.forEach(([name, count], index) => {
      count.textContent = counts ? counts[name] ?? 0 : whole.counts[index];
      count.closest("li").hidden = Boolean(counts) && !counts[name];
    });
    if (!counts) return bar?.replaceChildren(...whole.bar);
    let left = 0;
    bar?.replaceChildren(...Object.keys(classes).filter((name) => counts[name]).map((name) => {
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      const width = counts[name] / shown * 1000;
      path.setAttribute("class", "class-" + name);
      path.setAttribute("d", shapes[name](left, Math.max(2, width - 4)));
      left += width;
      return path;
    }));
  };

  // A row stays if it has every value that is chosen, and its name holds every word that is written.
  const apply = () => {
    const chosen = fields.filter((field) => field.value && field.name !== "name" && field.name !== "sort");
    const words = form.elements.name.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    const counts = {};
    for (const { row, name, values } of rows) {
      row.hidden = !chosen.every((field) => values[field.name] === field.value)
        || !words.every((word) => name.includes(word));
      if (row.hidden) continue;
      shown += 1;
      counts[values.class] = (counts[values.class] || 0) + 1;
    }
    const isJoint = arrange();
    const isEmpty = (part) => !part.querySelector("tr[data-status]:not([hidden])");
    for (const section of sections) {
      for (const body of section.querySelectorAll("tbody")) body.hidden = isEmpty(body);
      // In a table of all plans' rows, the notes of each plan stay below it.
      section.classList.toggle("notes-alone", Boolean(isJoint));
      section.hidden = isJoint ? !section.querySelector(".table-notes") : isEmpty(section);
    }
    if (joint) joint.hidden = isEmpty(joint);
    const isFiltered = chosen.length > 0 || words.length > 0;
    result.textContent = isFiltered ? remaining(shown) : "";
    total(shown, isFiltered ? counts : null);
    if (alerts) alerts.hidden = isFiltered;
    delete document.documentElement.dataset.query;
    remember();
  };

  // The choice is part of the address, so that it can be passed on.
  const remember = () => {
    const query = new URLSearchParams();
    for (const field of fields) if (field.value) query.set(field.name, field.value);
    const text = query.toString();
    try {
      history.replaceState(null, "", (text ? "?" + text : location.pathname) + location.hash);
    } catch {
      // A browser may refuse it for pages from disk.
    }
    // Who reads on in another language sees the same rows; words that were typed are of this language alone.
    for (const field of fields) if (field.tagName !== "SELECT") query.delete(field.name);
    for (const link of document.querySelectorAll(".language-switch a")) {
      const address = new URL(link.href);
      address.search = query.toString();
      link.href = address.href;
    }
  };

  const recall = () => {
    const query = new URLSearchParams(location.search);
    // Addresses of older sites name a status in place of its class.
    const old = Object.keys(classes).find((name) => classes[name].includes(query.get("status")));
    if (old && !query.has("class")) query.set("class", old);
    for (const field of fields) {
      if (!query.has(field.name)) continue;
      field.value = query.get(field.name);
      if (field.selectedIndex === -1) field.selectedIndex = 0;
    }
  };

  recall();
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  if (fields.some((field) => field.value)) apply();
  else delete document.documentElement.dataset.query;
})();
