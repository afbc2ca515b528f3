// The time left, by the server's clock: the page and each reply to a save say when it is due and what time it is there.
// Differences are taken from a clock that no one sets, so a change of the device's own does not matter.
"use strict";

(() => {
  const timer = document.getElementById("timer");
  if (!timer) return;
  const none = document.getElementById("no-timer");
  const left = document.getElementById("time-left");
  const live = document.getElementById("live");
  const SAID = [10, 5, 1];
  const DAY = 24 * 60;
  const written = document.getElementById("saved")?.dataset.due; // what the page says in words
  let due = null;
  let seen = null;
  let since = 0;
  let before = Infinity;

  // Read the end anew whenever another reply stands in the page.
  const seconds = () => {
    const saved = document.getElementById("saved");
    if (saved && saved !== seen && saved.dataset.outcome !== "signed-out") {
      seen = saved;
      since = performance.now();
      due = saved.dataset.due ? (Date.parse(saved.dataset.due) - Date.parse(saved.dataset.now)) / 1000 : null;
    }
    return due === null ? Infinity : due - (performance.now() - since) / 1000;
  };

  const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);
  const words = (rest) => {
    const minutes = Math.ceil(rest / 60);
    if (rest < 60) return fill(timer.dataset.seconds, { seconds: Math.max(0, Math.ceil(rest)) });
    if (minutes < 60) return fill(timer.dataset.minutes, { minutes });
    return fill(timer.dataset.hours, { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  };

  // Spoken at ten, five and one minutes only; whoever comes back later hears nothing late.
  const announce = (rest) => {
    const passed = SAID.find((minutes) => rest <= minutes * 60 && before > minutes * 60 && before !== Infinity);
    if (passed) live.textContent = timer.dataset[`said-${passed}`] ?? timer.getAttribute(`data-said-${passed}`);
  };

  // At zero what is there is sent, then the attempt is handed in; while offline the savers go on trying first.
  const end = async () => {
    clearInterval(ticking);
    left.textContent = live.textContent = timer.dataset.over;
    const { studyapp } = window;
    studyapp.close?.();
    if (studyapp.flush && !(await studyapp.flush())) {
      document.addEventListener("studyapp:saved", end, { once: true });
      return;
    }
    const form = document.getElementById("time-up");
    studyapp.freshen(form);
    form.submit();
  };

  // A device that slept may have stopped both clocks or one of them: where they disagree the server is asked.
  let wall = Date.now() - performance.now();
  const compare = () => {
    const now = Date.now() - performance.now();
    if (Math.abs(now - wall) > 3000) window.studyapp.resync?.();
    wall = now;
  };

  const tick = () => {
    if (!timer.isConnected) return clearInterval(ticking); // the page was put together anew, with a timer of its own
    compare();
    const rest = seconds();
    timer.hidden = rest === Infinity; // a time may be set, or taken away, while the learner is at work
    if (none) none.hidden = !timer.hidden;
    if (rest === Infinity) return undefined;
    announce(rest);
    before = rest;
    if (rest <= 0) return void end();
    const text = rest > DAY * 60 && seen.dataset.due === written ? left.textContent : words(rest);
    if (left.textContent !== text) left.textContent = text;
    return undefined;
  };

  const remembered = () => {
    try {
      return window.localStorage;
    } catch {
      return {};
    }
  };
  if (remembered().timer === "closed") timer.open = false;
  timer.addEventListener("toggle", () => { remembered().timer = timer.open ? "open" : "closed"; });

  const ticking = setInterval(tick, 1000);
  tick();
})();
