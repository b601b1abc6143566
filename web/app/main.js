import { html, render } from "lit-html";
import { get, unreachable } from "./api.js";
import { current, href, parameters } from "./address.js";
import { showBar } from "./bar.js";
import { showEngine, showMissing } from "./engine.js";
import { chosen, organisationsOn } from "./organisations.js";
import { know, rememberedScroll, start } from "./router.js";
import { PATHS, viewAt } from "./views.js";
import { onWritten } from "./write.js";
import { failed } from "../components/states/states.js";

/** Reads the address and shows the view that it names. */

const main = /** @type {HTMLElement} */ (document.getElementById("main"));
let leaving = new AbortController();

/** What the bar shows. @type {Parameters<typeof showBar>[0]|null} */
let shown = null;

/**
 * The catalogue stays the same while the server runs, but its answer tells the revision, and the
 * day, which ends at midnight.
 *
 * @returns {Promise<{questions: import("./views.js").Catalogue, revision: string|null}>}
 */
async function catalogue() {
  const response = await get("/api/v1/queries");
  return { questions: await response.json(), revision: response.headers.get("ControlGraph-Revision") };
}

/**
 * A browser that failed to load a module does not ask for it again before the page is loaded anew.
 *
 * @param {import("./views.js").Entry|undefined} entry
 */
async function load(entry) {
  try {
    return await entry?.load();
  } catch {
    throw Object.assign(unreachable(), { again: () => location.reload() });
  }
}

/** @param {boolean} restored */
async function show(restored) {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  main.setAttribute("aria-busy", "true");
  const params = parameters();
  try {
    const entry = viewAt(location.pathname, params);
    const [{ questions, revision }, view] = await Promise.all([catalogue(), load(entry)]);
    const day = current("day") ?? questions.day;
    const all = await organisationsOn(day, revision);
    if (signal.aborted) {
      return;
    }
    const org = chosen(all, params.get("org"));
    shown = { entry, day, org, organisations: all, revision };
    showBar(shown);
    // A view renders into an element of its own, so that nothing of the one before is left.
    const place = document.createElement("div");
    place.className = "view";
    if (entry && view) {
      document.title = `${entry.title} – ControlGraph`;
      const done = view.show({ main: place, params, day, org, organisations: all, catalogue: questions, signal });
      main.replaceChildren(place);
      await done;
    } else {
      render(nothingHere(), place);
      main.replaceChildren(place);
    }
    settle(restored, signal);
  } catch (error) {
    if (!signal.aborted) {
      const place = document.createElement("div");
      render(failed(error), place);
      main.replaceChildren(place);
    }
  } finally {
    if (!signal.aborted) {
      main.setAttribute("aria-busy", "false");
    }
  }
}

/**
 * What was written here may have brought an organisation; the view itself is told by who wrote.
 *
 * @param {string} revision
 */
async function follow(revision) {
  const before = shown;
  if (before) {
    const organisations = await organisationsOn(before.day, revision);
    if (shown === before) {
      shown = { ...before, organisations, revision };
      showBar(shown);
    }
  }
}

let first = true;

/**
 * Readers of a screen are told of the new view; the others see it from its top, or from where they
 * left it.
 *
 * @param {boolean} restored
 * @param {AbortSignal} signal
 */
function settle(restored, signal) {
  if (signal.aborted) {
    return;
  }
  scrollTo(0, restored ? rememberedScroll() : 0);
  if (!first && !restored) {
    main.focus({ preventScroll: true });
  }
  first = false;
}

function nothingHere() {
  document.title = "Nothing here – ControlGraph";
  return html`<h1>Nothing here</h1>
    <p class="state">This address shows nothing. <a href=${href("/")}>Go to the overview</a>.</p>`;
}

showMissing(/** @type {HTMLElement} */ (document.getElementById("missing")));
know(PATHS);
onWritten(follow);
start(show);
show(true);
showEngine(/** @type {HTMLElement} */ (document.getElementById("engine"))).catch(() => undefined);
