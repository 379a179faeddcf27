// The key / leads to the search field, as on many sites. Esc leaves it.
"use strict";
document.addEventListener("keydown", (event) => {
  // The search page has a field of its own, and hides the one in the head.
  const field = document.querySelector("#-query") ?? document.querySelector(".site-search input");
  if (!field || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target === field && !field.value) field.blur();
  if (event.key !== "/" || event.target.matches("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  field.focus();
  field.select();
});
// Read from a disk, where no page can fetch another, the search asks a page in a frame for its text.
if (location.protocol === "file:" && window.parent !== window)
  window.addEventListener("message", (event) => {
    if (event.data === "planpress-text") event.source.postMessage({ planpressText: document.documentElement.outerHTML }, "*");
  });
