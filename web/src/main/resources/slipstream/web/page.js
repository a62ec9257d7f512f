// Keeps the page up to date: fetches it anew every few seconds and swaps its contents when they
// have changed. Without this script the page works the same after a reload.
"use strict";
(() => {
  const EVERY_MS = 5000;
  let etag = null;

  async function update() {
    const answer = await fetch("/", { headers: etag ? { "If-None-Match": etag } : {} });
    if (answer.status === 304) return;
    if (!answer.ok) throw new Error(answer.statusText);
    etag = answer.headers.get("ETag");
    swap(new DOMParser().parseFromString(await answer.text(), "text/html"));
  }

  function swap(fresh) {
    const old = document.getElementById("main");
    const main = fresh.getElementById("main");
    for (const open of old.querySelectorAll("details[open]")) {
      const same = main.querySelector("#" + CSS.escape(open.id));
      if (same) same.open = true;
    }
    old.replaceWith(main);
    document.title = fresh.title;
  }

  function show(text) {
    document.getElementById("live").textContent = text;
  }

  async function tick() {
    try {
      if (!document.hidden && !String(getSelection())) await update();
      show("");
    } catch (e) {
      show("· Slipstream does not answer; this page is not live");
    }
    setTimeout(tick, EVERY_MS);
  }

  setTimeout(tick, EVERY_MS);
})();
