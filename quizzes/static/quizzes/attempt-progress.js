// After an autosave the count, the bar and the jump list say what the server now holds, without another request.
"use strict";

if (window.studyapp.first("progress")) document.addEventListener("studyapp:saved", () => {
  const saver = window.studyapp.current();
  const step = document.querySelector(".steps [aria-current]");
  if (!saver?.url || !step) return;
  const suffix = step.closest(".steps").dataset.answered;
  const is_answered = saver.acknowledged !== "[]";
  if (is_answered !== step.classList.contains("done")) {
    const label = step.getAttribute("aria-label");
    const [question, ...rest] = label.replace(suffix, "").split(",");
    step.setAttribute("aria-label", [question + (is_answered ? suffix : ""), ...rest].join(","));
    step.classList.toggle("done", is_answered);
  }
  const number = document.querySelectorAll(".steps .done").length;
  const answered = document.getElementById("answered");
  const bar = document.getElementById("progress");
  const fill = (text) => text.replace("{number}", number).replace("{total}", bar.max);
  answered.textContent = fill(answered.dataset.text);
  bar.value = number;
  bar.setAttribute("aria-label", fill(bar.dataset.text));
});
