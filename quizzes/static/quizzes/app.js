// Small helpers round htmx; every page works without them.
"use strict";

// After a swap the element that asks for it takes the focus, so that it never falls to <body>.
document.addEventListener("htmx:afterSettle", (event) => {
  const target = event.detail.target; // none when htmx restores a page that it went back to
  const root = target?.isConnected ? target : document;
  const wanted = root.querySelector?.("[data-focus]") ?? document.querySelector("#main [data-focus]");
  if (wanted) {
    wanted.focus({ preventScroll: false });
    wanted.removeAttribute("data-focus");
  }
});
