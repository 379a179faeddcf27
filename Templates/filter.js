// Filters the tables of indicators. Without it, the page shows every row; the form appears with it.
"use strict";
(() => {
  const form = document.querySelector("form.filters");
  if (!form) return;
  const fields = [...form.elements].filter((field) => field.name);
  const sections = [...document.querySelectorAll("[data-plan]")];
  const rows = sections.flatMap((section) =>
    [...section.querySelectorAll("tr[data-status]")].map((row) => ({
      row,
      name: row.querySelector("th").textContent.trim().toLowerCase(),
      values: { ...row.dataset, plan: section.dataset.plan },
    })));
  const result = form.querySelector("[role=status]");

  // A row stays if it has every value that is chosen, and its name holds every word that is written.
  const apply = () => {
    const chosen = fields.filter((field) => field.value && field.name !== "name");
    const words = form.elements.name.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, name, values } of rows) {
      row.hidden = !chosen.every((field) => values[field.name] === field.value)
        || !words.every((word) => name.includes(word));
      if (!row.hidden) shown += 1;
    }
    const isEmpty = (part) => !part.querySelector("tr[data-status]:not([hidden])");
    for (const section of sections) {
      for (const body of section.querySelectorAll("tbody")) body.hidden = isEmpty(body);
      section.hidden = isEmpty(section);
    }
    result.textContent = chosen.length || words.length
      ? form.dataset.result.replace("{shown}", shown).replace("{all}", rows.length) : "";
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
  };

  const recall = () => {
    const query = new URLSearchParams(location.search);
    for (const field of fields) if (query.has(field.name)) field.value = query.get(field.name);
  };

  recall();
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  if (fields.some((field) => field.value)) apply();
})();
