// Filters and sorts the tables of indicators. Without it, the page shows every row in the plan's order; the form appears
// with it.
"use strict";
(() => {
  const form = document.querySelector("form.filters");
  if (!form) return;
  // The statuses of each class, in the order of the classes; those at risk with the worst first.
  const classes = {
    "met": ["achieved", "achieved-early", "held", "back-within"],
    "on-course": ["ahead", "on-track", "started", "improving"],
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

  // The bodies of each table with their rows, in the plan's order. Sorted rows stand in a body of their own, without the
  // headings of groups.
  const tables = sections.flatMap((section) => [...section.querySelectorAll("table")].map((table) => {
    const bodies = [...table.tBodies].map((body) => [body, [...body.querySelectorAll("tr[data-status]")]]);
    const sorted = document.createElement("tbody");
    sorted.setAttribute("role", "rowgroup");
    return { table, bodies, sorted };
  }));

  const arrange = () => {
    const order = orders[form.elements.sort?.value];
    const rank = (row) => order.indexOf(row.dataset.class) * 100
      + (row.dataset.class === "at-risk" ? classes["at-risk"].indexOf(row.dataset.status) : 0);
    for (const { table, bodies, sorted } of tables) {
      if (order) {
        const all = bodies.flatMap(([, own]) => own);
        sorted.append(...all.map((row) => [rank(row), row]).sort(([a], [b]) => a - b).map(([, row]) => row));
        table.insertBefore(sorted, table.tBodies[0]);
      } else if (sorted.parentNode) {
        for (const [body, own] of bodies) body.append(...own);
        sorted.remove();
      }
    }
  };

  // How many rows are left, and how many of them are in each class: "5 of 51 indicators: Met or held 2, At risk 3".
  const sums = (shown, counts) => {
    const text = form.dataset.result.replace("{shown}", shown).replace("{all}", rows.length);
    if (shown === 0) return text + form.dataset.colon + form.dataset.none;
    const options = [...(form.elements.class?.options ?? [])].filter((option) => counts[option.value]);
    if (options.length === 0) return text;
    return text + form.dataset.colon
      + options.map((option) => option.text + " " + counts[option.value]).join(form.dataset.separator);
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
    arrange();
    const isEmpty = (part) => !part.querySelector("tr[data-status]:not([hidden])");
    for (const section of sections) {
      for (const body of section.querySelectorAll("tbody")) body.hidden = isEmpty(body);
      section.hidden = isEmpty(section);
    }
    const isFiltered = chosen.length > 0 || words.length > 0;
    result.textContent = isFiltered ? sums(shown, counts) : "";
    if (alerts) alerts.hidden = isFiltered;
    remember();
  };

  // The choice stands in the address, so that it can be passed on.
  const remember = () => {
    const query = new URLSearchParams();
    for (const field of fields) if (field.value) query.set(field.name, field.value);
    const text = query.toString();
    try {
      history.replaceState(null, "", text ? "?" + text : location.pathname);
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
})();
