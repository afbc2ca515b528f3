// A sitting: scroll the passage to its evidence, and say at once when an answer could not be saved.
"use strict";

(() => {
  // Only the passage moves, and only where it stands beside the question; on a phone it is a closed sheet.
  const showEvidence = () => {
    const passage = document.getElementById("passage");
    const mark = document.getElementById("e-key");
    if (!passage || !mark || getComputedStyle(passage).visibility === "hidden") return;
    const offset = mark.getBoundingClientRect().top - passage.getBoundingClientRect().top;
    if (offset >= 0 && offset + mark.offsetHeight <= passage.clientHeight) return;
    passage.scrollTo({ top: passage.scrollTop + offset - passage.clientHeight / 3 });
  };

  document.addEventListener("htmx:afterSettle", showEvidence);
  showEvidence();

  // After a verdict Enter goes on, as long as the focus is still on it and not on a link below.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.id === "verdict-h" && document.body.dataset.keys !== "off") {
      event.preventDefault();
      document.getElementById("next")?.click();
    }
  });

  // "Newer answer exists" is a page to act on, not a fault to swallow.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 409) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  const sayNotSaved = () => {
    const saved = document.getElementById("saved");
    saved.textContent = saved.dataset.failed;
    saved.classList.add("saved-failed");
    document.getElementById("live").textContent = saved.dataset.failed;
  };
  for (const fault of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.addEventListener(fault, sayNotSaved);
  }

  // The input stays as it is after a failure; leaving with an answer that was not sent asks first.
  let unsent = false;
  document.addEventListener("input", (event) => {
    if (event.target.closest?.("#answer")) unsent = true;
  });
  document.addEventListener("submit", () => { unsent = false; });
  document.addEventListener("htmx:beforeRequest", () => { unsent = false; });
  for (const fault of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(fault, () => { unsent = true; });
  }
  window.addEventListener("beforeunload", (event) => {
    if (unsent) event.preventDefault();
  });
})();
