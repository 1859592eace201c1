// What was written and is not yet saved, kept in this browser until it is: by row of a job.
"use strict";

class Drafts {
  constructor(job) {
    this.prefix = `onrecord-draft:${job}:`;
  }

  // `draft`: {note, text, decision}; decision is null while none was made.
  put(row, draft) {
    try {
      localStorage.setItem(this.prefix + row, JSON.stringify(draft));
    } catch {
      // A browser that keeps nothing still has the words in the field.
    }
  }

  get(row) {
    try {
      return JSON.parse(localStorage.getItem(this.prefix + row));
    } catch {
      return null;
    }
  }

  drop(row) {
    try {
      localStorage.removeItem(this.prefix + row);
    } catch {
      // Nothing was kept.
    }
  }
}
