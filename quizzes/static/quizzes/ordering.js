// Up and down for the lines of an order: they move the line and give every line its place in the selects.
"use strict";

(() => {
  const rowsOf = (box) => [...box.querySelectorAll(".pair-row")];
  const placeOf = (row) => Number(row.querySelector("select").value) || Infinity;
  const nameOf = (row) => row.querySelector("label").textContent;

  const icon = (name) => `<svg class="icon" aria-hidden="true"><use href="#i-${name}"/></svg>`;

  const sort = (box) => box.append(...rowsOf(box).sort((one, other) => placeOf(one) - placeOf(other) || 0));

  const number = (box) => {
    const rows = rowsOf(box);
    rows.forEach((row, at) => {
      row.querySelector("select").value = String(at + 1);
      row.querySelector("[data-move=up]").disabled = at === 0;
      row.querySelector("[data-move=down]").disabled = at === rows.length - 1;
    });
  };

  const move = (button) => {
    const box = button.closest(".pair-rows-order");
    const row = button.closest(".pair-row");
    sort(box);
    if (button.dataset.move === "up") row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    number(box);
    const other = row.querySelector(`[data-move]:not([data-move=${button.dataset.move}])`);
    (button.disabled ? other : button).focus();
    const rows = rowsOf(box);
    const words = box.dataset.moved.replace("{place}", rows.indexOf(row) + 1).replace("{total}", rows.length);
    document.getElementById("live").textContent = words.replace("{line}", nameOf(row));
    row.querySelector("select").dispatchEvent(new Event("input", { bubbles: true }));
  };

  const prepare = () => {
    const box = document.querySelector(".pair-rows-order:not([data-ready])");
    if (!box) return;
    box.dataset.ready = "1";
    for (const row of rowsOf(box)) {
      const buttons = ["up", "down"].map((way) => {
        const button = document.createElement("button");
        Object.assign(button, { type: "button", className: "icon-button", innerHTML: icon(way) });
        button.dataset.move = way;
        button.setAttribute("aria-label", `${box.dataset[way]}: ${nameOf(row)}`);
        return button;
      });
      const moves = document.createElement("span");
      moves.className = "order-moves";
      moves.append(...buttons);
      row.append(moves);
    }
  };

  prepare();
  if (!window.studyapp.first("ordering")) return;
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-move]");
    if (button) move(button);
  });
  document.addEventListener("htmx:afterSettle", prepare);
})();
