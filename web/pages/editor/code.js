import { html, render } from "lit-html";
import { complete, prologueEnd } from "./complete.js";

/**
 * The editor of YASGUI (Yasqe, on CodeMirror) without the rest of it: it is loaded when it is first
 * opened, completes from what this server knows, asks nobody else and keeps nothing.
 *
 * It is a text box of several lines to screen readers. Tab indents, as authors of code expect;
 * Escape and then Tab leaves, which the page says beside it.
 *
 * @typedef {import("./complete.js").Vocabulary} Vocabulary
 * @typedef {import("./complete.js").Choice} Choice
 * @typedef {{line: number, column: number}} Place both from 1 on
 *
 * @typedef {{line: number, ch: number}} Position both from 0 on
 * @typedef {{start: number, end: number, string: string, type: string|null, state: {OK: boolean}}} Token
 * @typedef {{clear: () => void}} Mark
 * @typedef {object} Yasqe what is used of it and of CodeMirror, https://codemirror.net/5/doc/manual.html
 * @property {() => string} getValue
 * @property {(text: string) => void} setValue
 * @property {(line: number) => string} getLine
 * @property {() => number} lineCount
 * @property {() => Position} getCursor
 * @property {(position: Position) => void} setCursor
 * @property {(position: Position, precise?: boolean) => Token} getTokenAt
 * @property {(line: number) => Token[]} getLineTokens
 * @property {() => boolean} somethingSelected
 * @property {(text: string, from: Position, to?: Position, origin?: string) => void} replaceRange
 * @property {(from: Position, to: Position, options: object) => Mark} markText
 * @property {(change: () => void) => void} operation
 * @property {(keys: object) => void} addKeyMap
 * @property {(keys: object) => void} removeKeyMap
 * @property {(options: object) => void} showHint
 * @property {{completionActive?: {widget?: {hints: HTMLElement}}|null}} state
 * @property {(event: string, handler: (...given: any[]) => void) => void} on
 * @property {() => HTMLElement} getInputField
 * @property {() => HTMLElement} getWrapperElement
 * @property {() => void} focus
 * @property {() => void} destroy
 *
 * @typedef {{new (place: HTMLElement, options: object): Yasqe, defaults: Record<string, any>,
 *     on: (target: object, event: string, handler: () => void) => void}} Maker
 */

const SCRIPT = "/lib/yasgui/yasgui.min.js";
const STYLES = "/lib/yasgui/yasgui.min.css";

/** Keys that are the browser's again. */
const LEAVING = { Tab: false, "Shift-Tab": false };

/** @type {Promise<Maker>|null} */
let loaded = null;

/** @returns {Promise<Maker>} */
function load() {
  loaded ??= Promise.all([styles(), script()]).then(
    () => prepared(/** @type {any} */ (window).Yasqe),
    (error) => {
      loaded = null;
      throw error;
    },
  );
  return loaded;
}

/** Before the styles of the page, which may overrule it. */
function styles() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = STYLES;
  document.querySelector("link[rel=stylesheet]")?.before(link);
  return arrived(link);
}

function script() {
  const element = document.createElement("script");
  element.src = SCRIPT;
  document.head.append(element);
  return arrived(element);
}

/** @param {HTMLElement} element */
function arrived(element) {
  return new Promise((done, failed) => {
    element.addEventListener("load", done);
    element.addEventListener("error", () => failed(new Error("The editor could not be loaded.")));
  });
}

/**
 * Its own completions ask prefix.cc and Linked Open Vocabularies: none is enabled. The rest keeps
 * the text in local storage, reads it from the address, asks DBpedia, or draws buttons without
 * words.
 *
 * @param {Maker} Yasqe
 */
function prepared(Yasqe) {
  Object.assign(Yasqe.defaults, {
    autocompleters: [],
    prefixCcApi: "",
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "",
    gutters: ["CodeMirror-linenumbers"],
    foldGutter: false,
    // Its message is a tooltip with inline styles, which only a mouse can reach.
    syntaxErrorCheck: false,
    inputStyle: "contenteditable",
  });
  Yasqe.defaults.requestConfig.endpoint = "/sparql";
  return Yasqe;
}

/**
 * @typedef {object} Options
 * @property {string} text
 * @property {string} describedBy the id of what says how to use it
 * @property {() => void} run
 * @property {() => void} save
 * @property {(text: string) => void} changed
 */

export class Code {
  /** @type {Yasqe} */
  #cm;
  #Yasqe;
  /** @type {Vocabulary} */
  #vocabulary = { prefixes: new Map(), terms: [] };
  /** @type {Mark|null} */
  #mark = null;

  /**
   * @param {HTMLElement} place
   * @param {Options} options
   */
  static async open(place, options) {
    return new Code(await load(), place, options);
  }

  /**
   * @param {Maker} Yasqe
   * @param {HTMLElement} place
   * @param {Options} options
   */
  constructor(Yasqe, place, { text, describedBy, run, save, changed }) {
    this.#Yasqe = Yasqe;
    this.#cm = new Yasqe(place, {
      value: text,
      screenReaderLabel: "Query in SPARQL",
      extraKeys: {
        "Ctrl-Enter": run,
        "Cmd-Enter": run,
        "Ctrl-S": save,
        "Cmd-S": save,
        "Ctrl-Space": () => this.#offer(true),
        Esc: () => this.#let(true),
      },
    });
    const input = this.#cm.getInputField();
    input.setAttribute("role", "textbox");
    input.setAttribute("aria-multiline", "true");
    input.setAttribute("aria-describedby", describedBy);
    this.#cm.on("change", () => {
      this.unmark();
      changed(this.text);
    });
    this.#cm.on("inputRead", (_, change) => this.#typed(change));
    this.#cm.on("keydown", (_, event) => this.#pressed(event));
    this.#cm.on("blur", () => this.#let(false));
  }

  get text() {
    return this.#cm.getValue();
  }

  /** @param {Vocabulary} vocabulary what is completed from now on */
  know(vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /**
   * Underlines what is wrong.
   *
   * @param {Place} place
   */
  mark(place) {
    this.unmark();
    const [from, to] = this.#tokenAt(place);
    this.#mark = this.#cm.markText(from, to, { className: "wrong" });
    this.#cm.getInputField().setAttribute("aria-invalid", "true");
  }

  unmark() {
    this.#mark?.clear();
    this.#mark = null;
    this.#cm.getInputField().removeAttribute("aria-invalid");
  }

  /** @param {Place} place */
  goTo(place) {
    this.#cm.setCursor(this.#tokenAt(place)[0]);
    this.#cm.focus();
  }

  focus() {
    this.#cm.focus();
  }

  /**
   * Where the text stops being SPARQL, as far as the editor's own grammar can tell.
   *
   * @returns {Place|null}
   */
  fault() {
    for (let line = 0; line < this.#cm.lineCount(); line++) {
      const wrong = this.#cm.getLineTokens(line).find((each) => each.state.OK === false);
      if (wrong) {
        return { line: line + 1, column: wrong.start + 1 };
      }
    }
    return null;
  }

  close() {
    this.#cm.destroy();
  }

  /**
   * The token at a place; at the end of a line, or of the text, the one before.
   *
   * @param {Place} place
   * @returns {[Position, Position]}
   */
  #tokenAt({ line, column }) {
    const at = Math.min(line, this.#cm.lineCount()) - 1;
    const last = this.#cm.getLine(at).length;
    const ch = Math.max(0, Math.min(column - 1, last - 1));
    const token = this.#cm.getTokenAt({ line: at, ch: ch + 1 }, true);
    return [{ line: at, ch: Math.min(ch, token.end) }, { line: at, ch: Math.max(token.end, ch + 1) }];
  }

  /** @param {boolean} leaves whether the next Tab leaves */
  #let(leaves) {
    this.#cm.removeKeyMap(LEAVING);
    if (leaves) {
      this.#cm.addKeyMap(LEAVING);
    }
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (!["Escape", "Tab", "Shift"].includes(event.key)) {
      this.#let(false);
    }
  }

  /** @param {{text: string[], origin?: string}} change */
  #typed({ text, origin }) {
    const letter = text.at(-1)?.at(-1) ?? "";
    if (origin === "+input" && /[\w:?$<-]/.test(letter) && !this.#cm.state.completionActive) {
      this.#offer(false);
    }
  }

  /** @param {boolean} asked */
  #offer(asked) {
    const kind = this.#cm.getTokenAt(this.#cm.getCursor()).type ?? "";
    if (this.#cm.somethingSelected() || /comment|\bstring\b/.test(kind)) {
      return;
    }
    this.#cm.showHint({
      hint: () => this.#choices(asked),
      completeSingle: false,
      closeCharacters: /[\s>"{}();,]/,
      container: this.#cm.getWrapperElement().parentElement,
    });
  }

  /** @param {boolean} asked */
  #choices(asked) {
    const { line, ch } = this.#cm.getCursor();
    const found = complete(this.text, this.#cm.getLine(line).slice(0, ch), this.#vocabulary, asked);
    if (!found) {
      return null;
    }
    const hints = {
      from: { line, ch: found.from },
      to: { line, ch },
      list: found.choices.map((each) => ({
        text: each.text,
        render: (/** @type {HTMLElement} */ element) => render(shown(each), element),
        hint: () => this.#take(each, { line, ch: found.from }),
      })),
    };
    this.#Yasqe.on(hints, "shown", () => this.#tell());
    return hints;
  }

  /** A list of choices does not expand; it has a name, and scrolls by keyboard. */
  #tell() {
    const list = this.#cm.state.completionActive?.widget?.hints;
    list?.removeAttribute("aria-expanded");
    list?.setAttribute("aria-label", "Completions");
    list?.setAttribute("tabindex", "0");
  }

  /**
   * @param {Choice} choice
   * @param {Position} from
   */
  #take(choice, from) {
    this.#cm.operation(() => {
      this.#cm.replaceRange(choice.text, from, this.#cm.getCursor(), "complete");
      if (choice.needs) {
        const line = prologueEnd(this.text.split("\n"));
        this.#cm.replaceRange(`PREFIX ${choice.needs.name}: <${choice.needs.iri}>\n`, { line, ch: 0 });
      }
    });
  }
}

/** @param {Choice} choice */
function shown({ text, about, definition, kind }) {
  return html`<span class="hint-text">${text}</span> <span class="hint-about">${about || kind}</span>
    ${definition ? html`<span class="hint-says">${definition}</span>` : ""}`;
}
