import { html, render } from "lit-html";
import { get, Problem } from "../../app/api.js";
import { current, href, questionArguments } from "../../app/address.js";
import { note } from "../../app/router.js";
import { empty, fill } from "../../components/states/states.js";
import { answered, refused, running, stopped } from "./answer.js";
import { Code } from "./code.js";
import { run } from "./run.js";
import { side } from "./side.js";
import { fullVocabulary, vocabulary } from "./vocabulary.js";
import { savedIn } from "./saved.js";

/**
 * Queries of one's own in SPARQL, beginning from a question of the catalogue, from one that was
 * saved, or from nothing.
 *
 * The address holds the text, unless it is too long for one, and whether it was run, so that it can
 * be sent to somebody and comes back with its answer.
 *
 * @typedef {import("../../app/views.js").Context} Context
 */

const BEGINNING = `PREFIX cg: <https://w3id.org/controlgraph/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?risk ?riskLabel WHERE {
  ?risk a cg:Risk ;
    rdfs:label ?riskLabel .
}
ORDER BY ?riskLabel
LIMIT 100
`;

/** So many characters of an address are sure to reach the server. */
const LONGEST = 6000;

/** How long a text rests before the address follows and its grammar is checked; milliseconds. */
const PAUSE = 400;

/** @param {Context} context */
export async function show(context) {
  const { main, params, signal } = context;
  render(
    html`<h1>Editor</h1>
      <p class="lead">Ask the graph in SPARQL. Begin with a question of the catalogue, or with your own.</p>
      <div id="editor"></div>`,
    main,
  );
  const place = /** @type {HTMLElement} */ (main.querySelector("#editor"));
  /** @type {string} */
  let text = "";
  await fill(place, "the editor", signal, async () => {
    text = await beginning(context);
    return html`<div class="editor">
        <div class="code-place">
          <div class="code"></div>
          <p class="hint" id="code-help">
            <kbd>Ctrl</kbd> <kbd>Enter</kbd> runs it, <kbd>Ctrl</kbd> <kbd>Space</kbd> completes.
            <kbd>Tab</kbd> indents; <kbd>Esc</kbd>, then <kbd>Tab</kbd> leaves the editor.
          </p>
          <div class="tools">
            <button type="button" id="run">Run</button>
            <p class="hint" id="code-state" role="status"></p>
          </div>
        </div>
        <aside class="side" aria-label="Questions and saved queries"></aside>
      </div>
      <section aria-labelledby="answer-title"><h2 id="answer-title">Answer</h2><div id="answer"></div></section>`;
  });
  const code = place.querySelector(".code");
  if (!signal.aborted && code instanceof HTMLElement) {
    await new Editor(context, place).open(code, text, params.get("run") === "1");
  }
}

/**
 * The text that the address asks for.
 *
 * @param {Context} context
 */
async function beginning({ params, catalogue, day, signal }) {
  const text = params.get("query");
  if (text) {
    return text;
  }
  const saved = params.get("saved");
  if (saved) {
    const kept = savedIn(localStorage).find((each) => each.name === saved);
    if (!kept) {
      throw new Problem("No such query", `No query called ${saved} is saved in this browser.`);
    }
    return kept.text;
  }
  const name = params.get("question");
  if (!name) {
    return BEGINNING;
  }
  const question = catalogue.queries.find((each) => each.name === name);
  if (!question) {
    throw new Problem("No such question", `There is no question called ${name}.`);
  }
  const taken = new Set(question.parameters.map((each) => each.name));
  const given = questionArguments().filter(([each]) => taken.has(each) && each !== "day");
  const free = question.parameters.filter(
    (each) => each.required && !each.default && !given.some(([other]) => other === each.name),
  );
  const response = await get(question.href, [...given, ["day", day], ["format", "sparql"]], signal);
  const needs = free.map((each) => `# ?${each.name} still needs a value${each.example ? `, such as ${each.example}` : ""}\n`);
  return `# ${question.summary}\n${needs.join("")}${(await response.text()).trim()}\n`;
}

class Editor {
  /** @type {Code|null} */
  #code = null;
  /** Aborted to stop the query that runs. */
  #running = new AbortController();
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #pause = undefined;

  /**
   * @param {Context} context
   * @param {HTMLElement} place
   */
  constructor(context, place) {
    this.context = context;
    this.answer = /** @type {HTMLElement} */ (place.querySelector("#answer"));
    this.state = /** @type {HTMLElement} */ (place.querySelector("#code-state"));
    this.side = /** @type {HTMLElement} */ (place.querySelector(".side"));
    this.button = /** @type {HTMLButtonElement} */ (place.querySelector("#run"));
  }

  /**
   * @param {HTMLElement} place
   * @param {string} text
   * @param {boolean} runs
   */
  async open(place, text, runs) {
    const { signal } = this.context;
    const code = await Code.open(place, {
      text,
      describedBy: "code-help",
      run: () => void this.#run(),
      save: () => /** @type {HTMLElement|null} */ (this.side.querySelector("#save-name"))?.focus(),
      changed: () => this.#changed(),
    });
    if (signal.aborted) {
      code.close();
      return;
    }
    this.#code = code;
    signal.addEventListener("abort", () => this.#close());
    this.button.addEventListener("click", () => void this.#run());
    side(this.side, this.context, () => code.text);
    this.#check();
    render(empty("Run the query to see what it finds."), this.answer);
    void this.#learn(code);
    if (runs) {
      await this.#run();
    }
  }

  /** @param {Code} code */
  async #learn(code) {
    try {
      code.know(await vocabulary());
      code.know(await fullVocabulary());
    } catch {
      // Completion has less to offer then; the editor works without.
    }
  }

  #close() {
    clearTimeout(this.#pause);
    this.#running.abort();
    this.#code?.close();
  }

  #changed() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#note(false);
      this.#check();
    }, PAUSE);
  }

  /**
   * Lets the address follow the text.
   *
   * @param {boolean} ran
   */
  #note(ran) {
    const query = this.#code?.text ?? "";
    const address = href("/editor", { query, run: ran ? 1 : null, as: current("as") });
    const fits = address.length <= LONGEST;
    note(fits ? address : href("/editor"));
    this.context.main.classList.toggle("too-long", !fits);
    return fits;
  }

  #check() {
    const fault = this.#code?.fault();
    const long = this.context.main.classList.contains("too-long");
    this.state.textContent = [
      fault ? `Not SPARQL yet: line ${fault.line}, column ${fault.column}.` : "",
      long ? "The text is too long for an address; save it to keep it." : "",
    ].join(" ").trim();
  }

  async #run() {
    const code = this.#code;
    if (!code) {
      return;
    }
    clearTimeout(this.#pause);
    this.#running.abort();
    this.#running = new AbortController();
    const own = this.#running;
    const signal = AbortSignal.any([own.signal, this.context.signal]);
    const began = performance.now();
    const query = code.text;
    code.unmark();
    this.#note(true);
    this.#check();
    this.answer.setAttribute("aria-busy", "true");
    render(running(() => own.abort()), this.answer);
    let shown;
    /** @type {import("./code.js").Place|null} */
    let wrong = null;
    try {
      shown = answered(await run(query, signal), query);
    } catch (error) {
      wrong = error instanceof Problem ? error.place : null;
      shown = own.signal.aborted
        ? stopped((performance.now() - began) / 1000)
        : refused(error, (place) => code.goTo(place));
    }
    if (own !== this.#running || this.context.signal.aborted) {
      return; // Another run, or another view, has taken its place.
    }
    if (wrong) {
      code.mark(wrong);
    }
    render(shown, this.answer);
    this.answer.setAttribute("aria-busy", "false");
  }
}
