// Small helpers round htmx; every page works without them.
"use strict";

// The secret of the forms changes when someone signs in in another tab; the cookie holds the one that counts.
window.studyapp = {
  // True the first time only: going back runs the scripts of a page once more, and its listeners must not double.
  first: (name) => !document.documentElement.hasAttribute(`data-ran-${name}`) && document.documentElement.toggleAttribute(`data-ran-${name}`),
  token: () => /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1],
  freshen: (form) => {
    const field = form.elements.csrfmiddlewaretoken;
    if (field) field.value = window.studyapp.token() ?? field.value;
  },
};
document.addEventListener("submit", (event) => window.studyapp.freshen(event.target), true);
document.addEventListener("htmx:configRequest", (event) => {
  const { headers, parameters } = event.detail;
  const token = window.studyapp.token();
  if (!token || !headers["X-CSRFToken"]) return;
  headers["X-CSRFToken"] = token;
  if (parameters.csrfmiddlewaretoken) parameters.csrfmiddlewaretoken = token;
});

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
