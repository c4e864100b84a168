/* The desk's script, as an enhancement: a form that is being filled in is kept every few seconds. Everything works without. */
(() => {
  "use strict";
  const WAIT = 4000;
  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  const told = document.getElementById("saved");
  let timer = 0, busy = false, dirty = false;

  form.addEventListener("input", () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, WAIT);
  });
  form.addEventListener("submit", () => {
    dirty = false;
    clearTimeout(timer);
  });
  addEventListener("beforeunload", (event) => {
    if (dirty) event.preventDefault();
  });

  async function save() {
    if (busy) return;
    busy = true;
    dirty = false;
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: new FormData(form), redirect: "error" });
      const said = await answer.json();
      if (answer.ok) {
        form.elements.shown.value = said.shown;
        form.elements.goc.value = said.goc;
        told.textContent = form.dataset.saved.replace("{}", said.at);
      } else {
        told.textContent = form.dataset.stale;
      }
    } catch {
      dirty = true;
      told.textContent = form.dataset.failed;
    }
    busy = false;
  }
})();
