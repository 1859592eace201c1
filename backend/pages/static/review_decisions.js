// Decisions on quotations: saved as they are made, never lost on the way, and taken back.
"use strict";

const AGAIN_AFTER = 4000;
const UNDO = "undo";
const SAID = { accept: "accepted", query: "queried", correct: "corrected" };

// One quotation's form. `told` is called with a sentence for the status line; `changed` after every change.
class DecisionForm {
  constructor(form, job, drafts, told, changed) {
    this.form = form;
    this.row = form.dataset.row;
    this.address = `/v1/jobs/${job}/decisions`;
    this.drafts = drafts;
    this.told = told;
    this.changed = changed;
    this.saved = form.querySelector(".saved");
    this.note = form.elements.note;
    this.text = form.elements.text;
    this.queue = Promise.resolve();
    this.kept = { decision: this.decision, note: this.note.value, text: this.text.value };
    this.before = [];
    this.restore();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.decide(event.submitter?.value ?? (this.decision || "query"));
    });
    for (const field of [this.note, this.text]) {
      field.addEventListener("input", () => this.write());
      field.addEventListener("change", () => this.settle());
    }
  }

  get decision() {
    return this.form.dataset.decision;
  }

  get version() {
    return Number(this.form.dataset.version);
  }

  // What was written before the page was left unsaved comes back; what was decided then is sent again.
  restore() {
    const draft = this.drafts.get(this.row);
    if (!draft) return;
    const kept = { ...this.kept };
    this.note.value = draft.note ?? this.note.value;
    this.text.value = draft.text ?? this.text.value;
    if (!draft.decision) this.say("Kept in this browser, not saved yet");
    else if (draft.version === undefined || draft.version === this.version) this.send(draft.decision);
    else this.meanwhile(this.version ? { ...kept, version: this.version } : null, draft.decision);
  }

  write() {
    this.keep(null);
    this.say(this.decision ? "Not saved yet" : "Kept in this browser; accept, query or correct to save it");
  }

  // A field was left: what it says belongs to the decision that stands.
  settle() {
    const same = this.note.value === this.kept.note && this.text.value === this.kept.text;
    if (this.decision && !same) this.save(this.decision);
  }

  decide(decision) {
    if (decision === UNDO) return this.undo();
    this.before.push(this.decision ? { ...this.kept } : null);
    this.show(decision);
    if (decision === "correct") this.text.focus();
    if (decision === "query") this.note.focus();
    return this.save(decision);
  }

  undo() {
    if (!this.decision) return Promise.resolve();
    const before = this.before.pop();
    if (before) {
      this.note.value = before.note;
      this.text.value = before.text;
      this.show(before.decision);
      return this.save(before.decision);
    }
    return this.takeBack();
  }

  send(decision) {
    return decision === UNDO ? this.takeBack() : this.save(decision);
  }

  takeBack() {
    this.keep(UNDO);
    return this.then(UNDO, () => this.ask("DELETE"), () => {
      this.drafts.drop(this.row);
      this.form.dataset.version = 0;
      this.show("");
      this.kept = { decision: "", note: "", text: this.text.dataset.suggested };
      if (this.note.value) this.write();
      else this.say("Undone");
      this.told(`Quotation ${this.number}: decision taken back.`);
    });
  }

  get number() {
    const [row, quotation] = this.row.split(".");
    return quotation === undefined ? Number(row) : Number(quotation) + 1;
  }

  save(decision) {
    const body = { decision, note: this.note.value };
    if (decision === "correct") body.text = this.text.value;
    this.keep(decision);
    this.say("Saving…");
    return this.then(decision, () => this.ask("PUT", body), async (response) => {
      const made = await response.json();
      this.form.dataset.version = made.version;
      this.kept = { decision, note: body.note, text: body.text ?? this.text.value };
      this.show(decision);
      if (this.note.value === body.note && (body.text === undefined || this.text.value === body.text)) {
        this.drafts.drop(this.row);
        this.say("Saved");
        this.told(`Quotation ${this.number} ${SAID[decision]}. Saved.`);
      } else {
        // What waits to be saved is written upon this.
        this.drafts.put(this.row, { ...this.drafts.get(this.row), version: made.version });
      }
    });
  }

  // One request after the other, so that the last word is the last that was said. `ours`: what is decided.
  then(ours, send, done) {
    this.queue = this.queue.then(async () => {
      let response;
      try {
        response = await send();
      } catch {
        return this.later("no connection to the server");
      }
      if (response.ok) {
        await done(response);
        return this.changed();
      }
      if (response.status === 412) return this.taken(ours);
      const problem = await response.json().catch(() => ({ detail: `the server answered ${response.status}` }));
      return response.status >= 500 || response.status === 429
        ? this.later(problem.detail)
        : this.say(`Not saved: ${problem.detail} It is kept in this browser.`, true);
    });
    return this.queue;
  }

  ask(method, body) {
    const headers = {};
    if (body) headers["Content-Type"] = "application/json";
    if (this.version) headers["If-Match"] = `"${this.version}"`;
    else headers["If-None-Match"] = "*";
    return fetch(`${this.address}/${this.row}`, { method, headers, body: body && JSON.stringify(body) });
  }

  later(why) {
    this.say(`Not saved: ${why}. It is kept in this browser and tried again.`, true);
    this.told(`Quotation ${this.number} is not saved yet: ${why}.`);
    clearTimeout(this.timer);
    const again = () => {
      clearTimeout(this.timer);
      removeEventListener("online", again);
      const draft = this.drafts.get(this.row);
      if (draft?.decision) this.send(draft.decision);
    };
    this.timer = setTimeout(again, AGAIN_AFTER);
    addEventListener("online", again);
  }

  // With the version it was written upon, so that a page loaded later does not take somebody else's for seen.
  keep(decision) {
    this.drafts.put(this.row, { note: this.note.value, text: this.text.value, decision, version: this.version });
  }

  // Somebody else decided since the page was loaded.
  async taken(ours) {
    const response = await fetch(this.address).catch(() => null);
    if (!response?.ok) return this.later("somebody else decided on it meanwhile");
    const { decisions } = await response.json();
    this.meanwhile(decisions.find((one) => one.row === this.row), ours);
    this.changed();
  }

  // Theirs is shown, ours stays written. What says the same as ours is ours: the answer to it was lost on the way.
  meanwhile(theirs, ours) {
    this.form.dataset.version = theirs ? theirs.version : 0;
    this.show(theirs ? theirs.decision : "");
    const same = theirs?.decision === ours && theirs.note === this.note.value;
    if (theirs ? same && (ours !== "correct" || theirs.text === this.text.value) : ours === UNDO) {
      this.kept = { decision: theirs?.decision ?? "", note: this.note.value, text: this.text.value };
      this.drafts.drop(this.row);
      this.say(theirs ? "Saved" : "Undone");
      return;
    }
    this.keep(null);
    const note = theirs?.note ? ` (“${theirs.note}”)` : "";
    this.say(`A colleague ${theirs ? SAID[theirs.decision] + " it" + note : "took the decision back"} meanwhile. Decide again to replace that.`, true);
  }

  // What a colleague decided since, where nothing of ours is waiting to be saved. True where something changed.
  meet(theirs) {
    const version = theirs?.version ?? 0;
    if (this.drafts.get(this.row) || version === this.version) return false;
    this.form.dataset.version = version;
    this.note.value = theirs?.note ?? "";
    this.text.value = theirs?.text ?? this.text.dataset.suggested;
    this.kept = { decision: theirs?.decision ?? "", note: this.note.value, text: this.text.value };
    this.before = [];
    this.show(this.kept.decision);
    this.say(theirs ? "Saved by a colleague" : "Taken back by a colleague");
    return true;
  }

  show(decision) {
    this.form.dataset.decision = decision;
    for (const button of this.form.querySelectorAll("button[aria-pressed]")) {
      button.setAttribute("aria-pressed", String(button.value === decision));
    }
    this.form.querySelector(".undo").hidden = !decision;
  }

  say(text, bad = false) {
    this.saved.textContent = text;
    this.saved.classList.toggle("bad", bad);
  }
}
