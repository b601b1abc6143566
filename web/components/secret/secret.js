import { html } from "lit-html";
import { canBeSecret, forgetSecret, keepSecret, secret } from "../../app/write.js";

/**
 * Asks for the secret that writing needs, once for as long as the tab is open. A labelled password
 * field in a form; what is wrong with it is said by the browser's own message.
 *
 * @param {() => void} changed is told when the secret was given or forgotten
 */
export function secretForm(changed) {
  if (secret()) {
    return html`<p class="secret-known">The secret of this server is kept in this tab.
      <button type="button" class="quiet" @click=${() => {
        forgetSecret();
        changed();
      }}>Forget it</button></p>`;
  }
  return html`<form class="secret" @submit=${(/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (/** @type {HTMLFormElement} */ (event.target).elements.namedItem("secret"));
    keepSecret(field.value.trim());
    changed();
  }}>
    <div class="field">
      <label for="secret">Secret of this server</label>
      <input id="secret" name="secret" type="password" required autocomplete="off" aria-describedby="secret-where" @input=${check}>
    </div>
    <button>Use it</button>
    <p class="hint" id="secret-where">
      Writing needs it, and so does a check. It stands in the file <code>server</code> of the data directory, after
      <code>secret=</code>, where only the server's owner can read it. It is new each time the server starts. This page keeps it
      until the tab is closed, and sends it to this server alone.
    </p>
  </form>`;
}

/** @param {InputEvent} event */
function check(event) {
  const field = /** @type {HTMLInputElement} */ (event.target);
  const fits = canBeSecret(field.value.trim());
  field.setCustomValidity(fits ? "" : "A secret has at least 16 letters, digits, hyphens and underscores, without blanks.");
}
