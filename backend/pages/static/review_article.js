// Stepping through the quotations of an article, with keys too. The page works without this file.
"use strict";

{
  const review = document.getElementById("review");
  const list = document.getElementById("list");
  const job = review.dataset.job;
  const said = document.getElementById("status");
  const remembered = `onrecord-review:${job}:${review.dataset.article}`;

  const tell = (text) => {
    said.textContent = text;
  };

  if (list) start();

  function start() {
    document.documentElement.classList.add("scripted");
    document.getElementById("tools").hidden = false;
    const items = [...list.children];
    const sections = new Map(
      [...document.querySelectorAll(".panel .quotation")].map((section) => [section.dataset.place, section])
    );
    const marks = [...document.querySelectorAll(".article-text .quoted")];
    const only = document.getElementById("only");
    const order = document.getElementById("order");
    const drafts = new Drafts(job);
    const decided = [];
    let current = null;

    const forms = new Map();
    for (const [place, section] of sections) {
      const form = new DecisionForm(section.querySelector("form.decision"), job, drafts, tell, count);
      form.form.addEventListener("submit", () => decided.push(place));
      forms.set(place, form);
    }

    const shown = () => [...list.children].filter((item) => !item.hidden);
    const itemOf = (place) => items.find((item) => item.dataset.place === place);
    const link = (place) => itemOf(place).querySelector("a");
    const heading = (place) => sections.get(place).querySelector("h3");

    function show(place, { quiet = false, named = true } = {}) {
      if (!sections.has(place)) return;
      current = place;
      for (const [each, section] of sections) section.hidden = each !== place;
      for (const item of items) {
        if (item.dataset.place === place) item.setAttribute("aria-current", "true");
        else item.removeAttribute("aria-current");
      }
      for (const mark of marks) mark.classList.toggle("current", mark.dataset.quotes.split(" ").includes(place));
      const item = itemOf(place);
      list.scrollTop = item.offsetTop - list.offsetTop - (list.clientHeight - item.offsetHeight) / 2;
      const mark = marks.find((each) => each.classList.contains("current"));
      const sheet = document.querySelector(".sheet");
      if (mark && sheet.scrollHeight > sheet.clientHeight) {
        sheet.scrollTop += mark.getBoundingClientRect().top - sheet.getBoundingClientRect().top - sheet.clientHeight / 3;
      }
      // Not while the page loads: the browser would scroll there, past what the article comes to.
      if (named) history.replaceState(null, "", `#q${Number(place) + 1}`);
      if (!quiet) {
        const all = shown();
        const word = item.querySelector(".word").textContent;
        const at = all.indexOf(item) + 1;
        tell(`Quotation ${Number(place) + 1}, ${word}${at ? `: ${at} of ${all.length}` : ""}.`);
      }
    }

    function step(by) {
      const all = shown();
      if (!all.length) return;
      const at = all.indexOf(itemOf(current));
      const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
      if (next.dataset.place === current) tell(by > 0 ? "This is the last one." : "This is the first one.");
      else show(next.dataset.place);
      link(current).focus({ preventScroll: false });
    }

    function open(place) {
      show(place, { quiet: true });
      heading(place).focus({ preventScroll: true });
      sections.get(place).scrollIntoView({ block: "nearest", behavior: "instant" });
    }

    function count() {
      let left = 0;
      for (const item of items) {
        const decision = forms.get(item.dataset.place).decision;
        item.querySelector("[data-mark]").textContent = SAID[decision] ?? "";
        item.dataset.decision = decision;
        if (!decision) left += 1;
      }
      document.getElementById("left").textContent = left
        ? `${left} of ${items.length} to decide`
        : `all ${items.length} decided`;
    }

    function arrange() {
      const key = order.value === "text" ? "place" : "rank";
      list.append(...items.sort((one, other) => Number(one.dataset[key]) - Number(other.dataset[key])));
      for (const item of items) {
        const wanted = only.value;
        item.hidden = Boolean(wanted) && (wanted === "open" ? Boolean(item.dataset.decision) : item.dataset.verdict !== wanted);
      }
      document.getElementById("none-shown").hidden = shown().length > 0;
      try {
        sessionStorage.setItem(remembered, JSON.stringify({ only: only.value, order: order.value }));
      } catch {
        // The choice is lost with the page, and nothing else.
      }
    }

    function followed() {
      const found = /^#q(\d+)$/.exec(location.hash);
      if (found) open(String(found[1] - 1));
    }

    try {
      const before = JSON.parse(sessionStorage.getItem(remembered)) ?? {};
      if ([...only.options].some((option) => option.value === before.only)) only.value = before.only;
      if (before.order) order.value = before.order;
    } catch {
      // A browser that keeps nothing begins anew.
    }
    count();
    arrange();
    const asked = /^#q(\d+)$/.exec(location.hash);
    const begin = asked ? String(asked[1] - 1) : (shown()[0] ?? items[0]).dataset.place;
    show(sections.has(begin) ? begin : items[0].dataset.place, { quiet: true, named: false });

    for (const select of [only, order]) {
      select.addEventListener("change", () => {
        arrange();
        const all = shown();
        if (all.length && itemOf(current).hidden) show(all[0].dataset.place);
        tell(`${all.length} of ${items.length} quotations are shown.`);
      });
    }
    // Who comes back to the page sees what the others decided meanwhile.
    document.addEventListener("visibilitychange", async () => {
      if (document.visibilityState !== "visible") return;
      const response = await fetch(`/v1/jobs/${job}/decisions`).catch(() => null);
      if (!response?.ok) return;
      const kept = new Map((await response.json()).decisions.map((one) => [one.row, one]));
      const changed = [...forms.values()].filter((form) => form.meet(kept.get(form.row))).length;
      if (!changed) return;
      count();
      tell(`A colleague decided on ${changed} quotation${changed === 1 ? "" : "s"} meanwhile.`);
    });
    addEventListener("hashchange", followed);
    // A link to where the address already is changes nothing, and is still meant.
    document.addEventListener("click", (event) => {
      const to = event.target.closest?.("a[href^='#q']");
      if (to) {
        event.preventDefault();
        open(String(to.getAttribute("href").slice(2) - 1));
      }
    });
    document.getElementById("next").addEventListener("click", () => show((shown()[shown().indexOf(itemOf(current)) + 1] ?? itemOf(current)).dataset.place));
    document.getElementById("previous").addEventListener("click", () => show((shown()[shown().indexOf(itemOf(current)) - 1] ?? itemOf(current)).dataset.place));

    const dialog = document.getElementById("keys");
    const keysOn = document.getElementById("keys-on");
    try {
      keysOn.checked = localStorage.getItem("onrecord-keys") !== "off";
      keysOn.addEventListener("change", () => localStorage.setItem("onrecord-keys", keysOn.checked ? "on" : "off"));
    } catch {
      // Keys are on until the page is left.
    }
    document.getElementById("show-keys").addEventListener("click", () => dialog.showModal());

    const decide = (decision) => {
      decided.push(current);
      forms.get(current).decide(decision);
    };
    const does = {
      j: () => step(1),
      n: () => step(1),
      k: () => step(-1),
      p: () => step(-1),
      a: () => decide("accept"),
      q: () => decide("query"),
      c: () => decide("correct"),
      u: () => {
        const place = decided.pop() ?? current;
        if (place !== current) show(place, { quiet: true });
        forms.get(place).undo();
      },
      t: () => {
        const mark = marks.find((each) => each.classList.contains("current"));
        mark?.focus();
      },
      "?": () => dialog.showModal(),
    };

    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
      const field = event.target.closest?.("input, textarea, select");
      if (field) {
        if (event.key === "Escape") {
          field.blur();
          heading(current).focus({ preventScroll: true });
        }
        return;
      }
      if (list.contains(document.activeElement) && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        event.preventDefault();
        step(event.key === "ArrowDown" ? 1 : -1);
        return;
      }
      if (event.key === "Enter" && document.activeElement === document.body) {
        open(current);
        return;
      }
      const act = keysOn.checked && does[event.key];
      if (act) {
        event.preventDefault();
        act();
      }
    });
  }
}
