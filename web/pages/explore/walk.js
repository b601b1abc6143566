import { html, nothing, render } from "lit-html";
import { href } from "../../app/address.js";
import { note } from "../../app/router.js";
import { count, plural } from "../../app/words.js";
import { failed, loading } from "../../components/states/states.js";
import { save } from "./files.js";
import { filters } from "./filters.js";
import { encoded, query } from "./link.js";
import { list } from "./list.js";
import { panel } from "./panel.js";
import { pathsFound } from "./found.js";
import { shown } from "./shown.js";
import { Source } from "./source.js";
import { keys, toolbar } from "./toolbar.js";
import { beginning, done, redone, replaced, undone } from "./undo.js";
import { SLOW, added, between, expanded, filtered, folded, hidden, pinned, showSame, stepKey, unpinned } from "./view.js";
import { marked, told } from "./words.js";

/**
 * One walk through the graph: takes what the reader does, asks the server for what that needs, and shows
 * it. The address follows, without a step in the history of the browser: those are taken back here.
 *
 * @typedef {import("./view.js").View} View
 * @typedef {import("./view.js").Direction} Direction
 * @typedef {import("./undo.js").Steps<View>} Steps
 * @typedef {import("../../components/graph/graph.js").Graph} Graph
 */
export class Walk {
  /**
   * @param {import("../../app/views.js").Context} context
   * @param {View} view
   */
  constructor(context, view) {
    this.context = context;
    this.source = new Source(context.day, context.signal);
    /** @type {Steps} */
    this.steps = beginning({ ...view, steps: [], between: null });
    this.wanted = view;
    /** @type {import("./shown.js").Shown} */
    this.shown = { nodes: [], edges: [], types: [], properties: [], things: 0, steps: new Map() };
    /** @type {unknown} */
    this.problem = null;
    /** @type {{steps: Steps, things: number}|null} more than is quickly drawn, until the reader says so */
    this.pending = null;
    this.said = "";
    /** Whether the keyboard left the drawing for the panel, and is to go back. */
    this.away = false;
    /** @type {Promise<void>} */
    this.turn = Promise.resolve();
    this.narrow = matchMedia("(max-width: 40rem)");
  }

  get view() {
    return this.steps.present;
  }

  /** Whether the graph is shown as a list. */
  get asList() {
    return (this.view.as ?? (this.narrow.matches ? "list" : "graph")) === "list";
  }

  /** @returns {Graph|null} */
  get graph() {
    return this.context.main.querySelector("cg-graph");
  }

  async open() {
    const { main, signal } = this.context;
    render(html`<h1>Explore</h1>${loading("the graph")}`, main);
    const stop = { signal };
    document.addEventListener("keydown", (event) => this.onKey(event), stop);
    this.narrow.addEventListener("change", () => this.render(), stop);
    await this.change(() => this.wanted, false);
    if (!signal.aborted && this.view.starts.length > 0) {
      await this.tellSelected();
    }
  }

  /**
   * Changes the view, once what was asked for before is done.
   *
   * @param {(view: View) => View} make
   * @param {boolean} [isStep] whether it can be taken back
   */
  change(make, isStep = true) {
    return this.move((steps) => {
      const next = make(steps.present);
      return isStep ? done(steps, next) : replaced(steps, next);
    });
  }

  /** @param {(steps: Steps) => Steps} make */
  move(make) {
    this.turn = this.turn.then(() => this.take(make(this.steps), false));
    return this.turn;
  }

  /**
   * @param {Steps} steps
   * @param {boolean} evenSlow
   */
  async take(steps, evenSlow) {
    const { main, signal } = this.context;
    if (showSame(steps.present, this.view)) {
      this.steps = steps;
      note(this.address());
      this.render();
      return;
    }
    main.setAttribute("aria-busy", "true");
    try {
      const view = await this.source.complete(steps.present);
      const next = shown(view, this.source.answers(view), this.context.org?.iri ?? null);
      this.problem = null;
      this.pending = null;
      if (!evenSlow && next.things > SLOW && next.things > this.shown.things) {
        this.pending = { steps, things: next.things };
        if (this.shown.things === 0) {
          this.steps = beginning({ ...view, steps: [], between: null });
          this.shown = shown(this.view, this.source.answers(this.view), this.context.org?.iri ?? null);
        }
      } else {
        this.steps = { ...steps, present: view };
        this.shown = next;
        note(this.address());
      }
    } catch (error) {
      this.problem = error;
    }
    if (!signal.aborted) {
      main.setAttribute("aria-busy", "false");
      this.render();
    }
  }

  /** Keeps to what is shown already. */
  leavePending() {
    this.pending = null;
    note(this.address());
    this.render();
  }

  /** What the view is kept and shared by. */
  address() {
    const { pathname, search } = new URL(href("/explore"), location.href);
    const rest = search.slice(1);
    return `${pathname}?${[query(encoded(this.view)), rest].filter(Boolean).join("&")}`;
  }

  /** @param {string} text */
  say(text) {
    this.said = text;
    this.render();
  }

  /** @param {string|null} id */
  async select(id) {
    if (id === this.view.selected) {
      return;
    }
    await this.change((view) => ({ ...view, selected: id }), false);
    await this.tellSelected();
  }

  /** Says what is selected, and counts its links. */
  async tellSelected() {
    const id = this.view.selected;
    const node = this.shown.nodes.find((each) => each.id === id);
    if (!id || !node) {
      this.say(id ? "" : "Nothing is selected.");
      return;
    }
    const drawn = this.shown.edges.filter((each) => (each.from === id || each.to === id) && !this.shown.steps.has(each.from) && !this.shown.steps.has(each.to)).length;
    if (node.rest > 0) {
      this.say(`${node.name}, ${node.type}. Enter shows the next.`);
      return;
    }
    if (!this.source.links.has(id)) {
      this.say(told(node, drawn, null));
      try {
        await this.source.thing(id);
      } catch (error) {
        this.problem = error;
      }
    }
    if (this.view.selected === id && !this.context.signal.aborted) {
      const all = this.source.links.get(id)?.reduce((sum, each) => sum + each.count, 0) ?? null;
      this.say(told(node, drawn, all));
    }
  }

  /**
   * Leads to the counts of what is selected; of the rest of a hub it shows the next page.
   *
   * @param {string} id
   */
  async enter(id) {
    const rest = this.shown.steps.get(id);
    if (rest) {
      await this.expand([rest]);
      return;
    }
    await this.select(id);
    await this.tellSelected();
    this.away = true;
    /** @type {HTMLElement|null} */ (this.context.main.querySelector(".walk-links button"))?.focus();
  }

  /** @param {Array<{of: string, property: string, direction: Direction}>} wanted */
  async expand(wanted) {
    const before = this.shown.things;
    const rest = this.view.selected !== null && this.shown.steps.has(this.view.selected);
    await this.change((view) => ({ ...expanded(view, wanted), selected: rest ? wanted[0].of : view.selected }));
    this.goBack();
    if (!this.pending && !this.problem) {
      this.say(`${shownNow(this.shown.things - before)} more, ${count(this.shown.things)} in all.`);
    }
  }

  /** The keyboard returns to the drawing if it came from there. */
  goBack() {
    if (this.away) {
      this.away = false;
      this.graph?.focus();
    }
  }

  /** @param {string} id */
  async hide(id) {
    const rest = this.shown.steps.get(id);
    const name = this.shown.nodes.find((each) => each.id === id)?.name ?? "";
    if (rest) {
      this.say("The rest of a hub cannot be hidden; fold the links of the hub instead.");
      return;
    }
    await this.change((view) => hidden(view, id));
    this.goBack();
    this.say(`${name} is hidden. Undo brings it back.`);
  }

  /** @param {string} id */
  pin(id) {
    if (this.shown.steps.has(id)) {
      return;
    }
    const place = this.graph?.places.get(id) ?? { x: 0, y: 0 };
    const is = this.view.pins.some((each) => each.iri === id);
    this.change((view) => (is ? unpinned(view, id) : pinned(view, { iri: id, ...place })));
  }

  /** @param {{id: string, x: number, y: number}} at */
  place({ id, x, y }) {
    if (!this.shown.steps.has(id)) {
      this.change((view) => pinned(view, { iri: id, x, y }));
    }
  }

  /** @param {boolean} forward */
  async undo(forward) {
    const { past, future } = this.steps;
    if ((forward ? future : past).length === 0) {
      this.say(forward ? "Nothing to do again." : "Nothing to undo.");
      return;
    }
    await this.move(forward ? redone : undone);
    this.say(`${forward ? "Done again" : "Undone"}: ${shownNow(this.shown.things)}.`);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const writes = event.target instanceof Element && event.target.closest("input:not([type=checkbox]), textarea, select");
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && !writes && (key === "z" || key === "y")) {
      event.preventDefault();
      this.undo(key === "y" || event.shiftKey);
    } else if (key === "escape" && event.target instanceof Element && event.target.closest(".walk-panel") && !this.asList) {
      this.away = false;
      this.graph?.focus();
    }
  }

  render() {
    const { main } = this.context;
    const first = this.shown.nodes[0]?.name;
    document.title = first ? `${first} – Explore – ControlGraph` : "Explore – ControlGraph";
    if (this.problem && this.shown.nodes.length === 0) {
      render(html`<h1>Explore</h1>${failed(this.problem)}`, main);
      return;
    }
    render(
      html`<h1>Explore</h1>
        ${toolbar(this)}
        ${this.problem ? failed(this.problem) : nothing}
        ${this.pending ? warning(this, this.pending) : nothing}
        <p class="walk-said" role="status">${this.said}</p>
        <div class="walk">
          <div class="walk-view">${this.asList ? list(this) : drawing(this)}</div>
          <aside class="walk-panel" aria-label="What is selected">${panel(this)}</aside>
        </div>
        ${pathsFound(this)}
        ${filters(this)}
        ${keys()}`,
      main,
    );
    if (!this.asList && !customElements.get("cg-graph")) {
      main.setAttribute("aria-busy", "true");
      import("../../components/graph/graph.js").then(() => main.setAttribute("aria-busy", "false"), (error) => {
        this.problem = error;
        this.render();
      });
    }
  }

  /** @param {"offTypes"|"offProperties"} what @param {string} iri @param {boolean} on */
  filter(what, iri, on) {
    return this.change((view) => filtered(view, what, iri, on));
  }

  /** @param {string} of @param {{property: string, direction: Direction}} [only] */
  async fold(of, only) {
    await this.change((view) => folded(view, of, only));
    this.say(`${shownNow(this.shown.things)}.`);
  }

  /** @param {Partial<import("./view.js").Between>|null} ends */
  async connect(ends) {
    await this.change((view) => (ends ? between(view, ends) : { ...view, between: null }));
    const found = this.source.pathsOf(this.view.between);
    this.say(found ? `${plural(found.paths.length, "path", "paths")} found.` : ends ? "Choose the other end of the paths." : "The paths are gone.");
  }

  /** @param {string} iri */
  async add(iri) {
    await this.change((view) => added(view, iri));
    await this.tellSelected();
  }

  /** @param {"png"|"svg"} format */
  save(format) {
    const { graph } = this;
    if (graph) {
      save(format === "png" ? graph.png() : new Blob([graph.svg()], { type: "image/svg+xml" }), `graph.${format}`);
    }
  }

  /** Whether a step is shown already. @param {{of: string, property: string, direction: Direction}} step */
  step(step) {
    return this.view.steps.find((each) => stepKey(each) === stepKey(step));
  }
}

/** @param {number} things */
function shownNow(things) {
  return `${plural(things, "thing", "things")} shown`;
}

/** @param {Walk} walk */
function drawing(walk) {
  const { view } = walk;
  return html`<cg-graph label="Graph of links" describedby="walk-keys" .graph=${walk.shown} .selected=${view.selected} .layout=${view.layout}
    .pins=${view.pins} .centres=${view.starts} .marked=${marked(walk.source.answers(view).hops)}
    @choose=${(/** @type {CustomEvent} */ event) => walk.select(event.detail)}
    @enter=${(/** @type {CustomEvent} */ event) => walk.enter(event.detail)}
    @remove=${(/** @type {CustomEvent} */ event) => walk.hide(event.detail)}
    @pin=${(/** @type {CustomEvent} */ event) => walk.pin(event.detail)}
    @place=${(/** @type {CustomEvent} */ event) => walk.place(event.detail)}
    @say=${(/** @type {CustomEvent} */ event) => walk.say(event.detail)}></cg-graph>`;
}

/**
 * @param {Walk} walk
 * @param {NonNullable<Walk["pending"]>} pending
 */
function warning(walk, { steps, things }) {
  return html`<div class="walk-warning" role="alert">
    <p>This would show ${count(things)} things. Above ${count(SLOW)} the drawing becomes slow.</p>
    <p class="links">
      <button type="button" @click=${() => walk.take(steps, true)}>Show them all the same</button>
      <button type="button" @click=${() => walk.leavePending()}>Leave it</button>
    </p>
  </div>`;
}
