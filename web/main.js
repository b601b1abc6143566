import { get } from "./api.js";
import { current, pageHref } from "./address.js";
import { el } from "./dom.js";
import { showEngine, showMissing } from "./engine.js";
import { overview } from "./overview.js";
import { questionPage } from "./question.js";
import { empty, failed } from "./states.js";
import { thingPage } from "./thing.js";

/** Reads the address and shows what it names. */

const main = /** @type {HTMLElement} */ (document.getElementById("main"));

/**
 * @param {string} day
 * @param {string|null} revision
 */
function showState(day, revision) {
  const input = /** @type {HTMLInputElement} */ (document.getElementById("day"));
  input.value = day;
  const place = document.getElementById("revision");
  place?.replaceChildren(revision ? `Revision ${revision}` : "");
  document.getElementById("home")?.setAttribute("href", pageHref({}));
  const form = document.getElementById("day-form");
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (name !== "day" && name !== "offset") {
      form?.append(el("input", { type: "hidden", name, value }));
    }
  }
}

async function show() {
  const response = await get("/api/v1/queries");
  const catalogue = await response.json();
  const day = current("day") ?? catalogue.day;
  showState(day, response.headers.get("ControlGraph-Revision"));
  const thing = current("thing");
  const name = current("question");
  if (thing) {
    thingPage(main, thing);
  } else if (name) {
    const question = catalogue.queries.find((/** @type {{name: string}} */ each) => each.name === name);
    if (question) {
      questionPage(main, question, day);
    } else {
      main.replaceChildren(
        el("h1", {}, "No such question"),
        empty(`There is no question called ${name}.`),
        el("p", {}, el("a", { href: pageHref({}) }, "All questions")),
      );
    }
  } else {
    overview(main, catalogue.queries, day);
  }
}

showMissing(/** @type {HTMLElement} */ (document.getElementById("missing")));
show()
  .catch((error) => main.replaceChildren(failed(error)))
  .finally(() => main.setAttribute("aria-busy", "false"));
showEngine(/** @type {HTMLElement} */ (document.getElementById("engine"))).catch(() => undefined);
