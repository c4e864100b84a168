/* Suggestions under the search box: an ARIA combobox (WAI-ARIA APG, list autocomplete). Without it the box works as it is.
   What is typed goes to our own server and nowhere else, and nothing is stored. */
(() => {
  "use strict";
  const WAIT = 150;

  for (const input of document.querySelectorAll("form.search input[type=search]")) enhance(input);

  function enhance(input) {
    const list = document.createElement("ul");
    const told = document.createElement("p");
    let options = [], at = -1, timer = 0, request = null;

    list.id = input.id + "-suggestions";
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.label);
    told.className = "unseen";
    told.setAttribute("role", "status");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    input.after(list, told);

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    input.addEventListener("blur", () => setTimeout(close, WAIT));
    input.addEventListener("keydown", key);
    list.addEventListener("mousedown", (event) => event.preventDefault());

    async function ask() {
      if (request) request.abort();
      if (input.value.trim().length < 2) return close();
      request = new AbortController();
      try {
        const url = input.dataset.suggest + "?q=" + encodeURIComponent(input.value);
        const answer = await fetch(url, { signal: request.signal, credentials: "omit", cache: "no-store" });
        if (answer.ok) show((await answer.json()).suggestions);
      } catch {
        close(); // no network, or typed on: the box works without
      }
    }

    function show(suggestions) {
      options = suggestions.map(option);
      list.replaceChildren(...options);
      at = -1;
      open(options.length > 0);
      told.textContent = options.length ? input.dataset.told.replace("0", options.length) : "";
    }

    function option({ text, about }, place) {
      const item = document.createElement("li");
      const kind = document.createElement("small");
      item.id = list.id + "-" + place;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.text = text;
      kind.textContent = about;
      item.append(text + " ", kind);
      item.addEventListener("click", () => choose(item));
      return item;
    }

    function key(event) {
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) return;
        event.preventDefault();
        move(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Enter" && at >= 0) {
        event.preventDefault();
        choose(options[at]);
      }
    }

    function move(step) {
      if (at >= 0) options[at].setAttribute("aria-selected", "false");
      at = (at + step + options.length + (at < 0 && step < 0 ? 1 : 0)) % options.length;
      options[at].setAttribute("aria-selected", "true");
      options[at].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[at].id);
    }

    function choose(item) {
      input.value = item.dataset.text;
      close();
      input.form.requestSubmit();
    }

    function close() {
      open(false);
      told.textContent = "";
    }

    function open(yes) {
      list.hidden = !yes;
      input.setAttribute("aria-expanded", String(yes));
      if (!yes) input.removeAttribute("aria-activedescendant");
    }
  }
})();
