// Leads a reader who comes to the front page from outside to the language chosen last on this site, else to that of the
// browser. It runs only where the site asks for it.
"use strict";
(() => {
  let chosen = null;
  try { chosen = localStorage.getItem("planpress-language"); } catch { /* Storage is off. */ }
  if (document.referrer.startsWith(`${location.origin}/`)) return;
  const links = [...document.querySelectorAll("a[hreflang]")];
  const primary = (tag) => tag.toLowerCase().split("-")[0];
  const find = (tag) =>
    links.find((link) => link.hreflang.toLowerCase() === tag.toLowerCase())
    || links.find((link) => primary(link.hreflang) === primary(tag));
  for (const tag of chosen ? [chosen] : navigator.languages) {
    const link = find(tag);
    if (!link) continue;
    if (!link.hasAttribute("aria-current")) location.replace(link.href);
    return;
  }
})();
