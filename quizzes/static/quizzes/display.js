// Reading settings show at once; the form sends them on, so that they hold on every page and device.
"use strict";

document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (!form?.matches("[data-reading]")) return;
  const chosen = new FormData(form);
  const marks = {
    size: chosen.get("size"),
    spacing: chosen.get("spacing"),
    font: chosen.has("easy_font") ? "easy" : "",
    contrast: chosen.has("high_contrast") ? "high" : "",
  };
  for (const [name, value] of Object.entries(marks)) {
    if (value) document.documentElement.dataset[name] = value;
    else delete document.documentElement.dataset[name];
  }
});

for (const row of document.querySelectorAll("[data-reading] .actions")) row.hidden = true;

// An open panel of the bar closes with Escape or with a press beside it.
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector("details.panel-fold[open]");
  if (!open) return;
  event.preventDefault();
  open.open = false;
  open.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  const open = document.querySelector("details.panel-fold[open]");
  if (open && !open.contains(event.target)) open.open = false;
});
