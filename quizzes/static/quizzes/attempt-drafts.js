// Answers that the server has not acknowledged, kept in this browser so that they outlive a crash of it.
// Keyed by attempt and question. Where storage is refused the page works as before, without this safety.
"use strict";

(() => {
  const PREFIX = "answer ";
  const KEPT = 14 * 24 * 3600 * 1000;
  const OURS = new Set(["csrfmiddlewaretoken", "idempotency_key", "sequence", "next"]);

  const nameOf = (item) => `${PREFIX}${item.dataset.attempt} ${item.dataset.position}`;

  const quietly = (action) => {
    try {
      return action(window.localStorage);
    } catch {
      return null; // storage is full, forbidden, or holds what is no draft
    }
  };

  // What a form holds, by field; fields of its own and empty ones are left out, so equal answers are equal texts.
  const contentOf = (form) =>
    JSON.stringify([...new FormData(form)].filter(([name, value]) => value && !OURS.has(name)).sort());

  const put = (form, content) => {
    const values = new Map(JSON.parse(content));
    for (const field of form.elements) {
      if (!field.name || OURS.has(field.name) || field.matches("button")) continue;
      if (field.type === "radio") field.checked = values.get(field.name) === field.value;
      else field.value = values.get(field.name) ?? "";
    }
  };

  // The words of an answer as a person would read them off the page.
  const wordsOf = (form, content) =>
    JSON.parse(content)
      .map(([name, value]) => {
        const radio = form.querySelector(`input[type=radio][name="${name}"][value="${CSS.escape(value)}"]`);
        if (radio) return radio.closest("label").querySelector("span").textContent.trim();
        const field = form.elements[name];
        return field?.options ? [...field.options].find((option) => option.value === value)?.text ?? "" : value;
      })
      .join("; ");

  const drafts = {
    contentOf,
    put,
    wordsOf,
    write: (item, draft) =>
      quietly((storage) => storage.setItem(nameOf(item), JSON.stringify({ ...draft, at: Date.now() }))),
    read: (item) => quietly((storage) => JSON.parse(storage.getItem(nameOf(item)))),
    remove: (item) => quietly((storage) => storage.removeItem(nameOf(item))),
    // Remove the draft if it is the one that was acknowledged; another tab may have written a later one.
    settle: (item, content) => {
      if (drafts.read(item)?.content === content) drafts.remove(item);
    },
  };

  const forgetOld = (storage) => {
    for (const name of Object.keys(storage).filter((each) => each.startsWith(PREFIX))) {
      const { at } = JSON.parse(storage.getItem(name));
      if (!(Date.now() - at < KEPT)) storage.removeItem(name);
    }
  };

  window.studyapp.drafts = drafts;
  quietly(forgetOld);
})();
