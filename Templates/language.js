// Leads a reader who comes to the front page from outside to the language chosen last on this site, else to that of the
// browser. It runs only where the site asks for it.
"use strict";
(() => {
  if (document.referrer.startsWith(location.origin + "/")) return;
  const stored = () => {
    try { return localStorage.getItem("planpress-language"); } catch { return null; }
  };
  const chosen = stored();
  const links = [...document.querySelectorAll("a[hreflang]")];
  const primary = (tag) => tag.toLowerCase().split("-")[0];
  const find = (tag) => {
    const exact = links.find((link) => link.hreflang.toLowerCase() === tag.toLowerCase());
    return exact || links.find((link) => primary(link.hreflang) === primary(tag));
  };
  for (const tag of chosen ? [chosen] : navigator.languages) {
    const link = find(tag);
    if (!link) continue;
    if (!link.hasAttribute("aria-current")) location.replace(link.href);
    return;
  }
})();
