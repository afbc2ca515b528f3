// The passage read aloud by the browser's own voice, paragraph by paragraph, where it has one.
// It changes no focus and fills no live region, so that a screen reader's user hears one voice unless both are wanted.
"use strict";

(() => {
  const box = document.getElementById("aloud");
  const speech = window.speechSynthesis;
  if (!box || !speech || !window.SpeechSynthesisUtterance) return;
  const [play, stop] = box.querySelectorAll("button");
  const passage = document.getElementById("passage");
  let at = null; // the number of the paragraph that is being read
  let paused = false;

  const paragraphs = () => [...document.querySelectorAll("#passage-text .para")].filter((each) => !each.querySelector(".para-withheld"));

  const textOf = (paragraph) => {
    const copy = paragraph.cloneNode(true);
    for (const extra of copy.querySelectorAll(".para-no, .evidence-label")) extra.remove();
    return copy.textContent.trim().replace(/\s+/g, " ");
  };

  const show = () => {
    if (!box.isConnected) return; // the page was put together anew
    for (const each of paragraphs()) each.classList.toggle("is-read-aloud", at !== null && each.id === at);
    play.textContent = at === null ? box.dataset.start : paused ? box.dataset.resume : box.dataset.pause;
    stop.hidden = at === null;
  };

  const end = () => {
    at = null;
    paused = false;
    speech.cancel();
    show();
  };

  const read = (paragraph) => {
    if (!paragraph) return end();
    at = paragraph.id;
    show();
    paragraph.scrollIntoView({ block: "nearest" });
    const utterance = new SpeechSynthesisUtterance(textOf(paragraph));
    utterance.lang = "en";
    utterance.onend = () => {
      if (at !== paragraph.id) return; // stopped meanwhile
      const all = paragraphs();
      read(all[all.findIndex((each) => each.id === at) + 1]);
    };
    utterance.onerror = () => { if (at === paragraph.id) end(); };
    speech.speak(utterance);
    return undefined;
  };

  // Reading begins with the first paragraph that can be seen.
  const first = () => {
    const top = passage.getBoundingClientRect().top;
    return paragraphs().find((each) => each.getBoundingClientRect().bottom > top + 24) ?? paragraphs()[0];
  };

  play.addEventListener("click", () => {
    if (at === null) {
      speech.cancel();
      read(first());
      return;
    }
    paused = !paused;
    if (paused) speech.pause();
    else speech.resume();
    show();
  });
  stop.addEventListener("click", () => {
    end();
    play.focus();
  });
  document.addEventListener("htmx:afterSettle", show);
  window.addEventListener("pagehide", () => speech.cancel());
  speech.cancel();
  box.hidden = false;
  show();
})();
