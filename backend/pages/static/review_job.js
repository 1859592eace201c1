// A job's progress as it happens. Without this file the page reloads itself.
"use strict";

{
  const page = document.getElementById("job");
  const { job, single } = page.dataset;
  const bar = document.getElementById("bar");
  const line = document.getElementById("line");
  const STATES = { queued: "Waiting for its turn", running: "Being checked", done: "Checked", cancelled: "Cancelled", failed: "Broken off" };
  const AGAIN_AFTER = 3000;
  const ROWS_EVERY = 1000;
  let source = null;
  let rowsAt = 0;
  let over = Boolean(page.dataset.over);

  const number = (value) => value.toLocaleString("en");

  function update(status) {
    document.getElementById("state").textContent = STATES[status.status];
    const unit = status.kind === "articles" ? "articles" : "rows";
    const left = status.seconds_left && !over ? `, about ${Math.round(status.seconds_left)} s left` : "";
    document.getElementById("told").textContent = `${number(status.done)} of ${number(status.total)} ${unit}${left}`;
    bar.max = status.total;
    bar.value = status.done;
    for (const item of document.querySelectorAll("#counts [data-verdict]")) {
      const count = status.verdicts[item.dataset.verdict] ?? 0;
      item.hidden = !count;
      item.querySelector("strong").textContent = number(count);
    }
    document.getElementById("cancel").hidden = over;
    if (!single && (over || Date.now() - rowsAt > ROWS_EVERY)) refresh();
  }

  // The rows as the server draws them; the place somebody scrolled to is kept.
  async function refresh() {
    rowsAt = Date.now();
    try {
      const response = await fetch(location.href, { headers: { Accept: "text/html" } });
      const drawn = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = drawn.getElementById("results");
      const held = document.getElementById("results");
      if (fresh && held && fresh.innerHTML !== held.innerHTML) held.replaceChildren(...fresh.childNodes);
    } catch {
      // The next event tries again.
    }
  }

  function end(status) {
    over = true;
    source?.close();
    update(status);
    document.getElementById("status").textContent = `${STATES[status.status]}: ${number(status.done)} of ${number(status.total)}.`;
    if (single) location.reload();
  }

  function complain(text) {
    line.textContent = text;
    line.hidden = !text;
  }

  function watch() {
    source = new EventSource(`/v1/jobs/${job}/events`);
    source.addEventListener("open", () => complain(""));
    source.addEventListener("progress", (event) => update(JSON.parse(event.data)));
    source.addEventListener("done", (event) => end(JSON.parse(event.data)));
    source.addEventListener("gone", () => {
      source.close();
      complain("This job is not kept any more.");
    });
    // The browser comes back by itself with the id of the last event it saw, unless the server turned it down.
    source.addEventListener("error", () => {
      complain("The connection was lost; the check goes on, and is watched again as soon as the server answers.");
      if (source.readyState === EventSource.CLOSED) setTimeout(watch, AGAIN_AFTER);
    });
  }

  document.getElementById("cancel").addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const response = await fetch(`/v1/jobs/${job}`, { method: "DELETE" });
      const answer = await response.json();
      if (response.ok) end(answer);
      else complain(`Not cancelled: ${answer.detail}`);
    } catch {
      complain("Not cancelled: there is no connection to the server. Try again.");
    }
  });

  if (!over) watch();
}
