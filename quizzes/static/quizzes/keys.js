// Single keys: `data-key="a"` on a button, link, radio or field makes A press or enter it.
// Off while typing, with a modifier held, in an open menu, and where the body says data-keys="off".
"use strict";

const TYPING = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])";

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.body.dataset.keys === "off" || event.target.closest?.(TYPING)) return;
  if (document.querySelector("dialog[open]")) return;
  const wanted = event.key.toLowerCase();
  const found = [...document.querySelectorAll("[data-key]")].find(
    (element) => element.dataset.key === wanted && !element.disabled && element.getClientRects().length,
  );
  if (!found) return;
  event.preventDefault();
  found.focus({ preventScroll: !found.matches("input, textarea, select") });
  if (!found.matches(TYPING)) found.click();
});
