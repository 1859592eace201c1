// Small comforts. Every page works without this file.
"use strict";

// The address leads to the turn, which may be long; the passage is somewhere in it.
const passage = document.getElementById("passage");
if (passage) {
  window.addEventListener("load", () => {
    passage.scrollIntoView({ block: "center", behavior: "instant" });
    passage.focus({ preventScroll: true });
  });
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = "Copied";
  });
}

const quote = document.getElementById("quote");
quote?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    quote.form.requestSubmit();
  }
});
