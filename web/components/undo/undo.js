import { LitElement, html, nothing } from "lit";
import { href } from "../../app/address.js";
import { author, keepAuthor, post, secret, wrote } from "../../app/write.js";
import { secretForm } from "../secret/secret.js";
import { failure } from "../states/failure.js";

/**
 * Takes a revision back: `<cg-undo number="7">`. Asks again before it does, since it writes; fires
 * "undone" with the new revision. What happened is a status that screen readers tell.
 */
export class Undo extends LitElement {
  static properties = {
    number: { type: Number },
    label: {},
    step: { state: true },
    error: { state: true },
    done: { state: true },
  };

  constructor() {
    super();
    /** The revision to take back. */
    this.number = 0;
    this.label = "Take this revision back";
    /** @type {"idle"|"asking"|"working"} */
    this.step = "idle";
    /** @type {unknown} */
    this.error = null;
    /** @type {{number: number}|null} */
    this.done = null;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    return html`
      ${this.done || this.step !== "idle" ? nothing : html`<button type="button" class="undo-ask" @click=${() => this.ask()}>${this.label}</button>`}
      ${this.step === "idle" ? nothing : this.panel()}
      <div role="status">
        ${this.done
          ? html`<p class="undo-done">Revision ${this.number} is taken back.
              <a href=${href("/history", { revision: this.done.number })}>Revision ${this.done.number}</a> does the opposite.</p>`
          : nothing}
      </div>
      ${this.error ? failure(this.error) : nothing}`;
  }

  panel() {
    const working = this.step === "working";
    return html`<div class="undo-panel" role="group" aria-label="Take a revision back">
      <p>A new revision will remove what revision ${this.number} added, and add what it removed. Both stay in the history.</p>
      ${secret()
        ? html`<form class="ask" @submit=${(/** @type {SubmitEvent} */ event) => this.take(event)}>
            <div class="field">
              <label for="undo-author">Who takes it back</label>
              <input id="undo-author" name="author" required autocomplete="name" .value=${author()}>
            </div>
            <div class="field">
              <label for="undo-message">Why</label>
              <input id="undo-message" name="message" required .value=${`Take back revision ${this.number}`}>
            </div>
            <button ?disabled=${working}>${working ? "Taking it back …" : "Take it back"}</button>
          </form>`
        : secretForm(() => this.requestUpdate())}
      <p><button type="button" class="quiet" ?disabled=${working} @click=${() => (this.step = "idle")}>Keep it</button></p>
    </div>`;
  }

  async ask() {
    this.step = "asking";
    this.error = null;
    await this.updateComplete;
    /** @type {HTMLElement|null} */ (this.querySelector(".undo-panel input"))?.focus();
  }

  /** @param {SubmitEvent} event */
  async take(event) {
    event.preventDefault();
    const given = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const who = String(given.get("author"));
    keepAuthor(who);
    this.step = "working";
    this.error = null;
    try {
      const done = await post(`/api/v1/revisions/${this.number}/revert`, [
        ["author", who],
        ["message", String(given.get("message"))],
      ]);
      this.done = done;
      this.step = "idle";
      wrote(done.number);
      this.dispatchEvent(new CustomEvent("undone", { detail: this.done, bubbles: true }));
    } catch (error) {
      this.error = error;
      this.step = "asking";
    }
  }
}

customElements.define("cg-undo", Undo);
