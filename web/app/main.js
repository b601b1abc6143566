import { html, render } from "lit-html";
import { get, rowsOf, unreachable } from "./api.js";
import { current, href, parameters } from "./address.js";
import { showBar } from "./bar.js";
import { showEngine, showMissing } from "./engine.js";
import { know, rememberedScroll, start } from "./router.js";
import { PATHS, viewAt } from "./views.js";
import { failed } from "../components/states/states.js";

/** Reads the address and shows the view that it names. */

const main = /** @type {HTMLElement} */ (document.getElementById("main"));
let leaving = new AbortController();

/** @type {{catalogue: import("./views.js").Catalogue, revision: string|null}|null} */
let known = null;

/** The catalogue stays the same while the server runs. */
async function catalogue() {
  const response = await get("/api/v1/queries");
  known ??= {
    catalogue: await response.json(),
    revision: null,
  };
  known.revision = response.headers.get("ControlGraph-Revision");
  return known;
}

/**
 * The organisations that can be looked at, by their short names.
 *
 * @param {string} day
 * @returns {Promise<import("./views.js").Organisation[]>}
 */
async function organisations(day) {
  let rows;
  try {
    ({ rows } = await rowsOf(await get("/api/v1/coverage", [["by", "organisation"], ["day", day]])));
  } catch {
    return []; // The view itself says what is wrong; without the switch it still shows all.
  }
  const all = rows.map((row) => ({
    id: row.org.value.split("/").pop() ?? row.org.value,
    iri: row.org.value,
    label: row.orgLabel?.value ?? row.org.value,
  }));
  const once = new Set(all.map((each) => each.id)).size === all.length;
  return all
    .map((each) => (once ? each : { ...each, id: each.iri }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/**
 * @param {import("./views.js").Organisation[]} all
 * @param {string|null} given
 */
function chosen(all, given) {
  if (!given) {
    return null;
  }
  return all.find((each) => each.id === given || each.iri === given) ?? { id: given, iri: given, label: given };
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
    const [{ catalogue: questions, revision }, view] = await Promise.all([catalogue(), load(entry)]);
    const day = current("day") ?? questions.day;
    const all = await organisations(day);
    if (signal.aborted) {
      return;
    }
    const org = chosen(all, params.get("org"));
    showBar({ entry, day, org, organisations: all, revision });
    // A view renders into an element of its own, so that nothing of the one before is left.
    const place = document.createElement("div");
    place.className = "view";
    if (entry && view) {
      document.title = `${entry.title} – ControlGraph`;
      const shown = view.show({ main: place, params, day, org, organisations: all, catalogue: questions, signal });
      main.replaceChildren(place);
      await shown;
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
start(show);
show(true);
showEngine(/** @type {HTMLElement} */ (document.getElementById("engine"))).catch(() => undefined);
