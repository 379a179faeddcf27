// Large type, high contrast and the language, as the reader chose. It runs before the page is drawn, so that nothing moves; the buttons
// are shown only where it runs.
"use strict";
(() => {
  const root = document.documentElement;
  const store = (action, ...rest) => {
    try { return localStorage[action](...rest); } catch { return null; }
  };
  const key = (name) => `planpress-${name}`;
  root.dataset.display = "";
  // What the answer to a query in the address replaces is left out from the start.
  if ([...new URLSearchParams(location.search)].some(([name, value]) => value && name !== "sort")) root.dataset.query = "";
  for (const name of ["type", "contrast"]) {
    const chosen = store("getItem", key(name));
    if (chosen) root.dataset[name] = chosen;
  }
  document.addEventListener("DOMContentLoaded", () => {
    // On a phone the menu is one line, which scrolls to the page that is shown.
    const entry = document.querySelector(".site-menu [aria-current]");
    const menu = entry?.closest("nav");
    if (menu && menu.scrollWidth > menu.clientWidth) {
      const [inner, outer] = [entry.getBoundingClientRect(), menu.getBoundingClientRect()];
      menu.scrollLeft += (inner.left + inner.right - outer.left - outer.right) / 2;
    }
    // A table that its frame does not scroll is no stop of the Tab key.
    const frames = new ResizeObserver((entries) => {
      for (const frame of new Set(entries.map(({ target }) => target.closest(".table-scroll")))) {
        const scrolls = frame.scrollWidth > frame.clientWidth && getComputedStyle(frame).overflowX !== "visible";
        if (scrolls) frame.tabIndex = 0;
        else if (frame !== document.activeElement) frame.removeAttribute("tabindex");
      }
    });
    for (const frame of document.querySelectorAll(".table-scroll[tabindex]")) {
      frames.observe(frame);
      if (frame.firstElementChild) frames.observe(frame.firstElementChild);
    }
    for (const link of document.querySelectorAll(".language-switch a")) {
      link.addEventListener("click", () => store("setItem", key("language"), link.hreflang));
    }
    for (const button of document.querySelectorAll("button[data-set]")) {
      const [name, value] = button.dataset.set.split(" ");
      const show = () => button.setAttribute("aria-pressed", root.dataset[name] === value);
      show();
      button.addEventListener("click", () => {
        if (root.dataset[name] === value) {
          delete root.dataset[name];
          store("removeItem", key(name));
        } else {
          root.dataset[name] = value;
          store("setItem", key(name), value);
        }
        show();
      });
    }
  });
})();
