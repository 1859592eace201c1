// One row of a file: what is decided on it is saved as it is made. The page works without this file.
"use strict";

{
  document.documentElement.classList.add("scripted");
  const review = document.getElementById("review");
  const status = document.getElementById("status");
  const { job } = review.dataset;
  new DecisionForm(review.querySelector("form.decision"), job, new Drafts(job), (text) => (status.textContent = text), () => {});
}
