// A sitting: scroll the passage to its evidence, and let buttons and autosave follow one another.
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

  const showKeys = () => { for (const button of document.querySelectorAll("[data-opens]")) button.hidden = false; };

  showEvidence();
  showKeys();
  if (!window.studyapp.first("attempt")) return;
  document.addEventListener("htmx:afterSettle", showEvidence);

  // The text is sent again only when the one that the page holds would change.
  document.addEventListener("htmx:configRequest", (event) => {
    const text = document.getElementById("passage-text");
    if (text && event.detail.target !== text) event.detail.headers.Passage = text.dataset.shown;
  });

  // After a verdict Enter goes on, as long as the focus is still on it and not on a link below.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.id === "verdict-h" && document.body.dataset.keys !== "off") {
      event.preventDefault();
      document.getElementById("next")?.click();
    }
  });

  // A button's request follows the autosave that is on its way, so that the two cannot cross.
  const saverOf = (event) => (event.detail.elt?.id === "answer" ? window.studyapp.current() : undefined);
  document.addEventListener("htmx:confirm", (event) => {
    const running = saverOf(event)?.pause();
    if (!running) return;
    event.preventDefault();
    running.then(() => event.detail.issueRequest(true));
  });

  const isElsewhere = (xhr) => xhr.responseURL && !new URL(xhr.responseURL).pathname.startsWith("/attempts/");

  document.addEventListener("htmx:beforeOnLoad", (event) => {
    const { xhr } = event.detail;
    const saver = saverOf(event);
    if (saver && isElsewhere(xhr)) {
      event.preventDefault(); // the page for signing in: it is no question, and nothing was stored
      saver.missed();
      window.studyapp.saySignedOut();
    } else if (xhr.status < 300 || xhr.status === 403 || xhr.status === 409) saver?.finish(xhr.status < 300);
  });

  // "Newer answer exists" is a page to act on, not a fault to swallow.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 409) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  // The inputs stay as they are after a failure.
  for (const fault of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
    document.addEventListener(fault, (event) => saverOf(event)?.missed());
  }

  // While the sheet of a phone is open nothing behind it takes the focus; a press beside the sheet closes it.
  const BEHIND = "#item :is(a, button, input, select, textarea, summary), .run-bar, .skip";
  const isOpen = () => {
    const passage = document.getElementById("passage");
    const isSheet = passage && getComputedStyle(passage.querySelector(".passage-close")).display !== "none";
    return isSheet && (passage.matches(":target") || passage.querySelector(":target") !== null);
  };
  const shield = () => {
    const open = isOpen();
    for (const behind of document.querySelectorAll(BEHIND)) behind.inert = open;
    return open;
  };
  const enter = () => {
    const passage = document.getElementById("passage");
    if (shield() && !passage.contains(document.activeElement)) passage.focus({ preventScroll: true });
  };
  shield();
  window.addEventListener("resize", shield);
  window.addEventListener("hashchange", () => {
    enter();
    document.getElementById("passage")?.addEventListener("transitionend", enter, { once: true }); // once it can be seen
  });
  document.addEventListener("htmx:afterSettle", shield);
  document.addEventListener("click", (event) => {
    if (isOpen() && !event.target.closest?.("#passage, dialog")) location.hash = "#item";
  });

  // Closing it gives the focus back to the link that opens it.
  window.addEventListener("hashchange", () => {
    const link = location.hash === "#item" && document.querySelector(".item-foot a[href='#passage']");
    if (link) link.focus();
  });

  // The list of keys.
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-opens]");
    if (button) document.getElementById(button.dataset.opens).showModal();
  });
})();
