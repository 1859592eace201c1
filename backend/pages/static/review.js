// Sending an article: problems are shown in place and nothing that was typed or chosen is lost. Works without this file.
"use strict";

{
  const form = document.getElementById("review-form");
  const problem = document.getElementById("problem");
  const badRows = document.getElementById("bad-rows");
  const busy = document.getElementById("busy");
  const fields = ["text", "url", "title", "published", "policy", "file"];
  const hints = new Map(fields.map((name) => [name, document.getElementById(`${name}-hint`).innerHTML]));
  const DRAFT = "onrecord-review-text";

  try {
    form.elements.text.value ||= sessionStorage.getItem(DRAFT) ?? "";
    form.elements.text.addEventListener("input", () => sessionStorage.setItem(DRAFT, form.elements.text.value));
  } catch {
    // A browser that keeps nothing keeps the page at least.
  }

  function clear() {
    problem.hidden = true;
    badRows.hidden = true;
    for (const name of fields) {
      form.elements[name].removeAttribute("aria-invalid");
      document.getElementById(`${name}-hint`).innerHTML = hints.get(name);
    }
  }

  function complain(title, detail, errors) {
    problem.replaceChildren();
    const strong = document.createElement("strong");
    strong.textContent = `${title}.`;
    problem.append(strong, ` ${detail}`);
    problem.hidden = false;
    let first = null;
    const rows = (errors ?? []).filter((error) => error.pointer.startsWith("/rows/"));
    badRows.replaceChildren(...rows.map((error) => Object.assign(document.createElement("li"), { textContent: error.detail })));
    badRows.hidden = !rows.length;
    if (rows.length) first = form.elements.file;
    for (const error of errors ?? []) {
      const name = error.pointer.slice(1);
      if (!fields.includes(name)) continue;
      const hint = document.createElement("strong");
      hint.className = "error";
      hint.textContent = error.detail;
      document.getElementById(`${name}-hint`).replaceChildren(hint);
      form.elements[name].setAttribute("aria-invalid", "true");
      first ??= form.elements[name];
    }
    (first ?? form.querySelector("button")).focus();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.getAttribute("aria-busy") === "true") return;
    clear();
    form.setAttribute("aria-busy", "true");
    busy.textContent = "Reading and checking…";
    try {
      const response = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "application/json" },
      });
      const answer = await response.json();
      if (response.ok) {
        try {
          sessionStorage.removeItem(DRAFT);
        } catch {
          // Nothing was kept.
        }
        location.assign(answer.address);
        return;
      }
      const wait = response.headers.get("Retry-After");
      complain(answer.title, answer.detail + (wait ? ` Try again in ${wait} s.` : ""), answer.errors);
    } catch {
      complain("Not sent", "There is no connection to the server, or the file was changed since it was chosen. Nothing is lost: try again.");
    }
    form.removeAttribute("aria-busy");
    busy.textContent = "";
  });
}
