// Reloads a page of `planpress serve` when a source file is saved; never part of a published site.
"use strict";
(() => {
  const script = document.currentScript;
  const isFindings = location.pathname === "/-planpress/findings" || !script.dataset.page;
  let generation = Number(script.dataset.generation);
  let page = script.dataset.page;
  let source = null;
  let panel = null;

  // Shows the findings in a dialog over the page, which stays as it was; Escape closes it.
  const showFindings = () => {
    if (panel) {
      panel.querySelector("iframe").contentWindow.location.reload();
      if (!panel.open) panel.showModal();
      return;
    }
    panel = document.createElement("dialog");
    panel.id = "-planpress-findings";
    panel.setAttribute("aria-label", "planpress: findings");
    Object.assign(panel.style, {
      position: "fixed", inset: "0", width: "100%", maxWidth: "none", height: "100%", maxHeight: "none", margin: "0",
      padding: "0", border: "0", background: "Canvas",
    });
    const frame = document.createElement("iframe");
    frame.src = "/-planpress/findings";
    frame.title = "planpress: findings";
    Object.assign(frame.style, { width: "100%", height: "100%", border: "0" });
    const close = document.createElement("button");
    close.type = "button";
    close.autofocus = true;
    close.textContent = "Show the last good page (Esc)";
    Object.assign(close.style, { position: "fixed", insetBlockStart: "1rem", insetInlineEnd: "2rem", padding: "0.5rem 1rem", font: "inherit" });
    close.addEventListener("click", () => panel.close());
    panel.append(frame, close);
    document.body.append(panel);
    panel.showModal();
  };

  const hideFindings = () => {
    if (panel) panel.remove();
    panel = null;
  };

  const swapStyles = async () => {
    const response = await fetch(location.href, { cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    const links = [...document.querySelectorAll("link[rel=stylesheet]")];
    const others = [...fresh.querySelectorAll("link[rel=stylesheet]")];
    if (links.length !== others.length) { location.reload(); return; }
    page = (response.headers.get("etag") || "").replaceAll('"', "");
    links.forEach((link, index) => {
      const href = new URL(others[index].getAttribute("href"), location.href).href;
      if (link.href === href) return;
      const next = link.cloneNode();
      next.href = href;
      next.addEventListener("load", () => link.remove());
      link.after(next);
    });
  };

  const update = async (state) => {
    if (isFindings) {
      // A page that shows this very state must not reload: it would do so for ever.
      const isShown = state.generation === generation && String(state.broken) === script.dataset.broken;
      if (!isShown && window === window.top) location.reload();
      return;
    }
    if (state.broken) {
      if (state.generation !== generation || !panel) showFindings();
      generation = state.generation;
      return;
    }
    hideFindings();
    if (state.generation === generation) return;
    const isNext = state.generation === generation + 1;
    generation = state.generation;
    if (state.styles && isNext) { await swapStyles(); return; }
    const response = await fetch(location.href, { method: "HEAD", cache: "no-store" });
    if ((response.headers.get("etag") || "").replaceAll('"', "") !== page) location.reload();
  };

  // Browsers allow six connections per host, so a hidden tab closes its own.
  const connect = () => {
    if (source || document.hidden || (isFindings && window !== window.top)) return;
    source = new EventSource("/-planpress/events");
    source.addEventListener("state", (event) => update(JSON.parse(event.data)).catch(() => {}));
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && source) {
      source.close();
      source = null;
    } else {
      connect();
    }
  });
  connect();
})();
