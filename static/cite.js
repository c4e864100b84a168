/* A button after each line to cite, which copies it. Without this a press on the line selects it whole. */
(() => {
  "use strict";
  const SHOWN = 2000;

  for (const line of document.querySelectorAll(".cite")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet";
    button.textContent = line.dataset.copy;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      button.textContent = await copied(line) ? line.dataset.copied : line.dataset.copy;
      setTimeout(() => { button.textContent = line.dataset.copy; }, SHOWN);
    });
    line.after(button);
  }

  async function copied(line) {
    getSelection().selectAllChildren(line);
    try {
      await navigator.clipboard.writeText(line.textContent.trim());
      return true;
    } catch {
      return document.execCommand("copy"); // where the address is not https
    }
  }
})();
