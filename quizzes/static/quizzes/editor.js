// The paragraph editor: typed text is sent when one leaves the paragraph, the raw text follows the focus.
// Every operation is a form of its own; without this file they all work.
"use strict";

(() => {
  if (!document.getElementById("editor")) return;
  document.getElementById("editor").classList.add("is-live");
  if (!window.studyapp.first("editor")) return;
  // Looked up each time: going back puts another copy of the page in the place of this one.
  const fields = () => document.querySelectorAll("#editor .edit-text");
  const inEditorOrBar = (event) => event.target.closest?.("#editor, #bar");
  const inEditor = (event) => event.target.closest?.("#editor");
  const formOf = (element) => element?.closest?.(".edit-para");
  const fieldOf = (form) => form.querySelector(".edit-text");
  const isChanged = (field) => field.value !== field.defaultValue;
  const sent = new WeakMap();
  let leaving = false;
  let savesNext = null;

  // Saving waits for a text that was refused, and for one that was left before htmx knew its form, right after a swap.
  const mustWait = (form) => {
    const again = savesNext;
    savesNext = null;
    const refused = document.querySelector("#editor .edit-text[aria-invalid]");
    if (refused) {
      refused.focus();
      return true;
    }
    const left = again ? null : [...fields()].find(isChanged);
    if (!left) return false;
    savesNext = form;
    htmx.trigger(formOf(left), "leave");
    return true;
  };

  // The page may hold older states in its forms; the bar always has the newest.
  document.addEventListener("htmx:configRequest", (event) => {
    const parameters = event.detail.parameters;
    if (!inEditorOrBar(event) || !parameters.has?.("state")) return;
    if (event.target.matches("[data-save]") && mustWait(event.target)) {
      event.preventDefault();
      return;
    }
    parameters.set("state", document.getElementById("bar-history").dataset.state);
    if (event.detail.triggeringEvent?.type === "leave") {
      parameters.set("auto", "1");
      parameters.delete("do");
    }
    const form = formOf(event.target);
    if (form?.dataset.byKey) parameters.set("by_key", "1");
    if (form) sent.set(form, fieldOf(form).value);
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status !== 409 || !document.getElementById("editor")) return;
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = formOf(event.target);
    if (form && event.detail.successful && sent.has(form)) fieldOf(form).defaultValue = sent.get(form);
  });

  // Going on to another paragraph, or to a button of the whole text, keeps what was typed.
  document.addEventListener("focusout", (event) => {
    const form = formOf(event.target);
    if (!form || form.contains(event.relatedTarget) || !isChanged(fieldOf(form))) return;
    htmx.trigger(form, "leave");
  });

  // The raw text follows: the place of the paragraph is marked and brought into view; on a phone it is a closed sheet.
  const follow = (key) => {
    const rawText = document.getElementById("raw-text");
    for (const piece of rawText.querySelectorAll(".here")) piece.classList.remove("here");
    const pieces = rawText.querySelectorAll(`[data-raw="${key}"]`);
    for (const piece of pieces) piece.classList.add("here");
    if (!pieces.length || getComputedStyle(rawText).visibility === "hidden") return;
    const offset = pieces[0].getBoundingClientRect().top - rawText.getBoundingClientRect().top;
    if (offset >= 60 && offset + pieces[0].offsetHeight <= rawText.clientHeight - 60) return;
    rawText.scrollTo({ top: rawText.scrollTop + offset - rawText.clientHeight / 4 });
  };
  const openWhereThereIsRoom = (form) => {
    form.classList.remove("opens-up");
    const bottom = form.querySelector(".edit-menu").getBoundingClientRect().bottom;
    form.classList.toggle("opens-up", bottom > document.getElementById("bar").getBoundingClientRect().top);
  };
  document.addEventListener("toggle", (event) => {
    const form = formOf(event.target);
    if (form && event.target.open) openWhereThereIsRoom(form);
  }, true);
  document.addEventListener("focusin", (event) => {
    const owner = inEditor(event) && event.target.closest("[data-key]");
    if (owner) follow(owner.dataset.key);
    const form = formOf(event.target);
    if (form) openWhereThereIsRoom(form);
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (savesNext) savesNext.requestSubmit();
    const changed = document.querySelector("#editor [data-scroll]");
    if (changed) {
      changed.removeAttribute("data-scroll");
      changed.scrollIntoView({ block: "center" });
      follow(changed.dataset.key);
    }
    grow();
  });

  const press = (form, operation, byKey) => {
    const button = form.querySelector(`button[value="${operation}"]`);
    if (!button || button.disabled) return;
    if (byKey) form.dataset.byKey = "1";
    button.click();
    delete form.dataset.byKey;
  };
  document.addEventListener("keydown", (event) => {
    const form = formOf(event.target);
    if (!form || !event.target.matches(".edit-text")) return;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      press(form, event.key === "ArrowUp" ? "up" : "down", true);
    } else if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      event.preventDefault();
      press(form, "split", true);
    } else if (event.key === "Escape" && isChanged(event.target)) {
      event.target.value = event.target.defaultValue;
      grow();
    }
  });

  // The cursor becomes the blank line that the server splits at.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-split]");
    if (!button) return;
    const field = fieldOf(formOf(button));
    const cursor = field.selectionStart;
    if (/\n\s*\n/.test(field.value) || !field.value.slice(0, cursor).trim() || !field.value.slice(cursor).trim()) return;
    field.value = `${field.value.slice(0, cursor)}\n\n${field.value.slice(cursor)}`;
  }, true);

  // A field is as high as its text; browsers that do it themselves are left alone.
  const grow = () => {
    if (CSS.supports("field-sizing", "content")) return;
    for (const field of fields()) {
      field.style.blockSize = "auto";
      field.style.blockSize = `${field.scrollHeight}px`;
    }
  };
  document.addEventListener("input", grow);
  grow();

  document.addEventListener("submit", (event) => { leaving = !event.defaultPrevented; });
  window.addEventListener("beforeunload", (event) => {
    const unsent = [...fields()].some(isChanged);
    if (unsent && !leaving) event.preventDefault();
  });
})();
