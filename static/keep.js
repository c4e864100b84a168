/* Keeps the bundle of worker.js on this phone when asked, takes it off when asked. By itself it does nothing. */
(() => {
  "use strict";
  const box = document.querySelector(".keep"), workers = navigator.serviceWorker;
  if (!workers) return;
  const [keep, drop] = box.querySelectorAll("button"), told = box.querySelector("[role=status]");

  keep.addEventListener("click", async () => {
    told.textContent = box.dataset.busy;
    try {
      const { installing } = await workers.register(box.dataset.worker);
      if (installing) await done(installing);
      show(true);
    } catch {
      told.textContent = box.dataset.failed;
    }
  });
  drop.addEventListener("click", async () => {
    await (await workers.getRegistration()).unregister();
    for (const name of await caches.keys()) if (name.startsWith(box.dataset.names)) await caches.delete(name);
    show(false);
  });
  workers.getRegistration().then((one) => { box.hidden = false; show(Boolean(one)); });

  function done(worker) {
    return new Promise((yes, no) => worker.addEventListener("statechange", () => {
      if (worker.state === "activated") yes();
      else if (worker.state === "redundant") no();
    }));
  }

  function show(kept) {
    keep.hidden = kept;
    drop.hidden = !kept;
    told.textContent = kept ? box.dataset.kept : "";
    if (kept) document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: box.dataset.manifest }));
  }
})();
