// Saving on the page: starts a saver for the form on the screen, says how it goes, and puts back what was not sent.
"use strict";

(() => {
  if (!window.studyapp.first("saving")) return;
  const { drafts, Saver } = window.studyapp;
  const savers = new Set();
  const show = (id, is_shown) => { document.getElementById(id).hidden = !is_shown; };
  const current = () => [...savers].find((saver) => saver.form.isConnected && saver.state !== "done");

  const write = (text, is_failed) => {
    const saved = document.getElementById("saved");
    if (saved.textContent !== text) saved.textContent = text;
    saved.classList.toggle("saved-failed", is_failed);
    saved.dataset.outcome = is_failed ? "failed" : "shown";
  };

  const adopt = (parsed) => {
    const saved = document.getElementById("saved");
    if (saved.dataset.outcome !== parsed.dataset.outcome || parsed.dataset.outcome === "saved") saved.replaceWith(parsed);
  };

  // The live region speaks when saving fails and when it works again, and is silent in between.
  const say = (state, saver, parsed) => {
    const saved = document.getElementById("saved");
    if (state === "saving") write(saved.dataset.saving, false);
    else if (parsed) adopt(parsed);
    else if (state === "failed") write(saver.url ? saved.dataset.failed : saved.dataset.unsent, true);
    const now = document.getElementById("saved");
    if (state === "failed" && saver.tries <= 1) document.getElementById("live").textContent = now.textContent;
    if (state === "restored") document.getElementById("live").textContent = now.dataset.restored;
    if (["stale", "over", "refused"].includes(state)) document.getElementById("live").textContent = now.textContent;
    if (state === "stale" && saver.form.isConnected) show("stale", true);
    if (state === "over") close();
    if (!["saving", "failed"].includes(state)) document.dispatchEvent(new Event("studyapp:saved"));
  };

  const saySignedOut = () => {
    const saved = document.getElementById("saved");
    saved.innerHTML = document.getElementById("signed-out").innerHTML;
    saved.classList.add("saved-failed");
    saved.dataset.outcome = "failed";
    document.getElementById("live").textContent = saved.textContent;
  };

  // Without its field the focus would fall to <body>.
  const close = () => {
    const had_focus = document.activeElement?.form?.id === "answer";
    if (had_focus) document.getElementById("item-h")?.focus({ preventScroll: true });
    for (const field of document.querySelectorAll("#answer input, #answer select, #answer button, .jump button")) {
      field.disabled = true;
    }
  };

  // An answer that was typed here and never acknowledged: put back, unless the stored one came after it.
  const putBack = (saver, draft) => {
    const { answerKey = "", answerSequence } = saver.form.dataset;
    const is_own = answerKey.split(".")[0] === draft.key;
    if (!is_own && saver.url && Number(answerSequence) > draft.sequence) {
      document.getElementById("conflict-text").textContent = drafts.wordsOf(saver.form, draft.content) || "–";
      show("conflict", true);
      return;
    }
    drafts.put(saver.form, draft.content);
    show("restored", true);
    saver.changed(true);
  };

  const begin = () => {
    const item = document.getElementById("item");
    const form = document.getElementById("answer");
    if (!form) {
      if (item?.querySelector("#verdict-h")) drafts.remove(item); // answered: what was kept for it is no use any more
      return;
    }
    if (current()?.form === form) return;
    for (const old of savers) if (old.state === "done") savers.delete(old);
    const saver = new Saver(form, say);
    savers.add(saver);
    const draft = drafts.read(item);
    if (!draft && !saver.url && saver.content !== "[]") saver.keep(); // chosen in practice, then marked: no answer yet
    if (!draft) return;
    if (draft.content !== saver.content) putBack(saver, draft);
    else if (saver.url && !document.getElementById("item-error")) drafts.remove(item);
  };

  document.addEventListener("input", (event) => {
    const saver = event.target.form?.id === "answer" && current();
    if (saver) saver.changed(event.target.matches("select, [type=radio]"));
  });
  document.addEventListener("change", (event) => {
    if (event.target.form?.id === "answer") current()?.send();
  });
  document.addEventListener("click", (event) => {
    const wanted = event.target.closest?.("[data-do]")?.dataset.do;
    const saver = current();
    if (event.target.closest?.("[data-forget]")) drafts.remove(document.getElementById("item"));
    if (!saver || !["use", "forget", "both"].includes(wanted)) return;
    const draft = drafts.read(saver.item);
    if (wanted !== "both") show("conflict", false);
    if (wanted === "forget") drafts.remove(saver.item);
    if (wanted === "use" && draft) {
      drafts.put(saver.form, draft.content);
      saver.changed(true);
    }
    if (wanted === "both") {
      saver.form.insertAdjacentHTML("beforeend", '<input type="hidden" name="stay" value="1">');
      saver.form.requestSubmit();
    } else document.getElementById("item-h").focus();
  });

  window.addEventListener("online", () => retry());
  document.addEventListener("visibilitychange", () => retry());
  window.addEventListener("focus", () => retry());
  const retry = () => { for (const saver of savers) if (saver.isDirty) saver.send(); };

  // Saved on the way out if it can be; asked about if not. The copy in this browser stays until it is acknowledged.
  window.addEventListener("beforeunload", (event) => {
    retry();
    if ([...savers].some((saver) => saver.isDirty && (saver.isFailing || !saver.running))) event.preventDefault();
  });

  Object.assign(window.studyapp, {
    current,
    close,
    saySignedOut,
    // True when everything is acknowledged.
    flush: async () => {
      await Promise.all([...savers].map((saver) => saver.send()));
      return ![...savers].some((saver) => saver.isDirty);
    },
    resync: () => current()?.resync(),
  });

  document.addEventListener("htmx:afterSettle", begin);
  begin();
})();
