// One form's way to the server: a moment after a change, at once on a choice, again until it is acknowledged.
// What is on its way stays as it is: a retry carries the same key and the same answer, later changes follow it.
"use strict";

(() => {
  const PAUSE = 800;
  const WAITS = [1, 2, 4, 8, 16, 30];
  const LONGEST = 15000;
  const { drafts } = window.studyapp;
  class Saver {
    constructor(form, tell) {
      Object.assign(this, { form, tell, item: form.closest("#item"), url: form.dataset.save });
      this.content = this.acknowledged = drafts.contentOf(form);
      this.key = form.elements.idempotency_key.value;
      this.sequence = Number(form.elements.sequence.value);
      this.number = 0;
      this.tries = 0;
      this.pending = null; // what was sent and not acknowledged yet
      this.running = null;
      this.state = "open"; // then "done": it has left the page; "stale": another page was quicker; "over"
    }

    get isDirty() {
      return this.state === "open" && (this.pending !== null || this.content !== this.acknowledged);
    }

    get isFailing() { return this.tries > 0; }

    changed(at_once) {
      const content = drafts.contentOf(this.form);
      if (content === this.content || this.state === "over") return;
      this.content = content;
      this.number += 1;
      this.keep();
      if (this.url && this.state === "open" && !this.isFailing) this.plan(at_once ? 0 : PAUSE);
    }

    keep() {
      drafts.write(this.item, { content: this.content, key: this.key, sequence: this.sequence });
    }

    plan(wait) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.send(), wait);
    }

    // Let what is on its way arrive and send nothing after it: a button is about to send it all.
    pause() {
      clearTimeout(this.timer);
      this.isHeld = true;
      return this.running;
    }

    // Send what is open; resolves when nothing is, or when a try has failed.
    send() {
      clearTimeout(this.timer);
      if (!this.url || !this.isDirty) return Promise.resolve();
      this.running ??= this.work().finally(() => { this.running = null; });
      return this.running;
    }

    async work() {
      this.isHeld = false;
      while (this.isDirty && !this.isHeld) {
        this.pending ??= { content: this.content, number: this.number };
        if (!this.isFailing) this.tell("saving", this);
        const reply = await this.post(this.pending);
        if (this.state === "done") return;
        if (!this.take(reply)) return;
      }
    }

    async post({ content, number }) {
      const body = new URLSearchParams(JSON.parse(content));
      window.studyapp.freshen(this.form);
      body.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
      body.set("idempotency_key", `${this.key}.${number}`); // grows with each change, so the server knows the later one
      body.set("sequence", this.sequence);
      const signal = AbortSignal.timeout?.(LONGEST);
      try {
        const reply = await fetch(this.url, { method: "POST", body, keepalive: true, redirect: "error", signal });
        return { status: reply.status, text: await reply.text() };
      } catch {
        return { status: 0, text: "" };
      }
    }

    // Act on a reply; true when there may be more to send.
    take({ status, text }) {
      const parsed = new DOMParser().parseFromString(text, "text/html").getElementById("saved");
      if (!parsed || ![200, 403, 409, 422].includes(status)) {
        this.fail(parsed);
        return false;
      }
      const { content } = this.pending;
      const had_failed = this.isFailing;
      this.pending = null;
      this.tries = 0;
      if (status === 200) this.accept(content, Number(parsed.dataset.sequence));
      this.state = { 403: "over", 409: "stale" }[status] ?? this.state;
      if (status === 422) this.acknowledged = content; // refused as it is; the next change is sent again
      if (status === 403) drafts.remove(this.item);
      this.tell({ 200: had_failed ? "restored" : "saved", 403: "over", 409: "stale", 422: "refused" }[status], this, parsed);
      return status === 200 || status === 422;
    }

    accept(content, sequence) {
      this.acknowledged = content;
      this.sequence = sequence;
      this.form.elements.sequence.value = sequence;
      if (content === this.content) drafts.settle(this.item, content);
      else this.keep();
    }

    fail(parsed) {
      const wait = WAITS[Math.min(this.tries, WAITS.length - 1)];
      this.tries += 1;
      this.tell("failed", this, parsed);
      this.plan(wait * 1000);
    }

    // Send what is there once more, stored or not: the reply tells the server's time and end.
    resync() {
      if (this.state === "open" && !this.isFailing) this.pending ??= { content: this.content, number: this.number };
      return this.send();
    }

    // A button's request could not be sent; the answer in it is sent again like any other.
    missed() {
      if (this.state === "done") this.state = "open";
      if (!this.url) return this.tell("failed", this, null);
      this.number += 1;
      this.pending ??= { content: this.content, number: this.number };
      this.number += 1; // the button may have been heard: pressed again, with another answer, it is another request
      this.form.elements.idempotency_key.value = `${this.key}.${this.number}`;
      this.keep();
      return this.fail(null);
    }

    // The server has the answer, or has refused it for good; nothing is left to do.
    finish(is_stored) {
      clearTimeout(this.timer);
      this.state = "done";
      if (is_stored) drafts.settle(this.item, this.content);
    }
  }

  window.studyapp.Saver = Saver;
})();
