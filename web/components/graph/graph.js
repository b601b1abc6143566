import cytoscape from "cytoscape";
import { LitElement, html } from "lit";
import { beginnings, columns, rings } from "./arrange.js";
import { coloursNow, onColours } from "./colours.js";
import { isArrow, nextAround, towards } from "./direction.js";
import { svgOf } from "./drawing.js";
import { Forces } from "./forces.js";
import { styleOf } from "./style.js";
import { weighed } from "./weight.js";

/**
 * A graph on a canvas: `.graph`, `.selected`, `.layout`, `.pins`, `.centres` and `.marked` say what
 * it shows.
 *
 * Gives `choose` (an id, or null), `enter` and `remove` (an id), `pin` (an id), `place` (an id and
 * where it was dragged to) and `say` (what did not work).
 *
 * One stop of the Tab key, an application to screen readers: arrows go to the neighbour that lies
 * that way, Page Down and Page Up go around, Enter, Delete, P, Escape, +, - and 0 act on what is
 * selected. Who uses it tells what is selected, and offers the same as a list.
 *
 * @typedef {{id: string, name: string, kind: string, type: string, rest: number}} GraphNode rest is
 *     how many links a node stands for, 0 if it is a thing
 * @typedef {{id: string, from: string, to: string, property: string, name: string}} GraphEdge
 */

/** So many links of what is selected are named; more would hide one another. */
const READ = 40;

/** Longer names are cut until they are looked at. */
const SHORT = 48;

export class Graph extends LitElement {
  static properties = {
    graph: { attribute: false },
    selected: { attribute: false },
    layout: { attribute: false },
    pins: { attribute: false },
    centres: { attribute: false },
    marked: { attribute: false },
    label: {},
    describedby: {},
    busy: { state: true },
  };

  constructor() {
    super();
    /** @type {{nodes: GraphNode[], edges: GraphEdge[]}} */
    this.graph = { nodes: [], edges: [] };
    /** @type {string|null} */
    this.selected = null;
    /** @type {"force"|"concentric"|"columns"} */
    this.layout = "force";
    /** @type {ReadonlyArray<{iri: string, x: number, y: number}>} */
    this.pins = [];
    /** @type {readonly string[]} */
    this.centres = [];
    /** @type {ReadonlySet<string>} */
    this.marked = new Set();
    this.label = "Graph";
    this.describedby = "";
    this.busy = false;
    /** @type {cytoscape.Core|null} */
    this.cy = null;
    /** @type {Map<string, {x: number, y: number}>} */
    this.places = new Map();
    /** @type {string|null} */
    this.cameFrom = null;
    this.asked = 0;
    this.fitting = false;
    this.forces = new Forces();
    this.leaving = new AbortController();
  }

  createRenderRoot() {
    return this;
  }

  /** @returns {HTMLElement} */
  get canvas() {
    return /** @type {HTMLElement} */ (this.querySelector(".graph-canvas"));
  }

  /** @returns {HTMLElement} */
  get probe() {
    return /** @type {HTMLElement} */ (this.querySelector(".graph-probe"));
  }

  focus() {
    this.canvas?.focus({ preventScroll: true });
  }

  connectedCallback() {
    super.connectedCallback();
    this.leaving = new AbortController();
    onColours(() => this.recolour(), this.leaving.signal);
    if (this.hasUpdated) {
      this.begin();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.leaving.abort();
    this.forces.close();
    this.cy?.destroy();
    this.cy = null;
  }

  render() {
    return html`<div class="graph-canvas" role="application" tabindex="0" aria-label=${this.label} aria-describedby=${this.describedby}
        aria-busy=${this.busy} @keydown=${this.onKey} @pointerdown=${() => this.focus()}></div>
      <i class="graph-probe" hidden></i>`;
  }

  begin() {
    forbidStyleElement();
    this.cy = cytoscape({
      container: this.canvas,
      style: styleOf(coloursNow(this.probe)),
      hideEdgesOnViewport: true,
      textureOnViewport: true,
      pixelRatio: 1,
      boxSelectionEnabled: false,
      autounselectify: true,
      minZoom: 0.05,
      maxZoom: 4,
    });
    this.listen(this.cy);
    this.draw();
    this.mark();
  }

  /** @param {cytoscape.Core} cy */
  listen(cy) {
    cy.on("tap", (event) => {
      this.cameFrom = null;
      this.tell("choose", event.target === cy ? null : event.target.isNode() ? event.target.id() : this.selected);
    });
    cy.on("dbltap", "node", (event) => this.tell("enter", event.target.id()));
    cy.on("mouseover", "node", (event) => event.target.addClass("hover"));
    cy.on("mouseout", "node", (event) => event.target.removeClass("hover"));
    cy.on("dragfree", "node", (event) => {
      const { x, y } = event.target.position();
      this.places.set(event.target.id(), { x, y });
      this.tell("place", { id: event.target.id(), x, y });
    });
  }

  /** @param {import("lit").PropertyValues} changes */
  updated(changes) {
    if (!this.cy) {
      this.begin();
      return;
    }
    const structure = changes.has("graph") || changes.has("layout") || changes.has("pins");
    if (structure) {
      this.draw(changes.has("layout"));
    }
    if (structure || changes.has("selected") || changes.has("marked")) {
      this.mark();
    }
    if (changes.has("selected")) {
      this.bringIntoSight();
    }
  }

  /**
   * Puts what is new on the canvas, takes off what is gone, and lays it out if anything needs a
   * place.
   *
   * @param {boolean} anew
   */
  draw(anew = false) {
    const { cy } = this;
    if (!cy) {
      return;
    }
    const { nodes, edges } = this.graph;
    const weights = weighed(nodes, edges);
    const wanted = new Set([...nodes, ...edges].map((each) => each.id));
    const first = cy.nodes().empty();
    cy.batch(() => {
      cy.elements().filter((each) => !wanted.has(each.id())).remove();
      for (const { id, name, kind } of nodes) {
        const { size, named } = weights.get(id) ?? { size: 20, named: true };
        const short = name.length > SHORT ? `${name.slice(0, SHORT - 1).replace(/\s+\S*$/, "")}…` : name;
        const there = cy.getElementById(id);
        if (there.empty()) {
          cy.add({ data: { id, name, short, kind, size, named }, position: { ...(this.places.get(id) ?? { x: 0, y: 0 }) } });
        } else if (there.data("size") !== size || there.data("named") !== named || there.data("name") !== name) {
          there.data({ name, short, size, named });
        }
      }
      for (const { id, from, to, name } of edges) {
        if (cy.getElementById(id).empty()) {
          cy.add({ data: { id, source: from, target: to, name } });
        }
      }
    });
    // A layout may be overtaken by the next, which then has to fit what both bring.
    this.fitting ||= first || anew;
    this.arrange(anew);
  }

  /** @param {boolean} anew */
  async arrange(anew) {
    const { nodes, edges } = this.graph;
    const asked = ++this.asked;
    const pins = new Map(this.pins.map(({ iri, x, y }) => [iri, { x, y }]));
    if (this.layout === "force") {
      const known = new Map([...(anew ? [] : this.places), ...pins]);
      if (nodes.some((each) => !known.has(each.id))) {
        await this.letForcesWork(known, pins);
      }
    } else {
      this.places = this.layout === "columns" ? columns(nodes) : rings(nodes, edges, this.centres);
    }
    if (asked !== this.asked || !this.cy) {
      return;
    }
    pins.forEach((place, id) => this.places.set(id, place));
    this.cy.batch(() => this.cy?.nodes().forEach((each) => void each.position({ ...(this.places.get(each.id()) ?? { x: 0, y: 0 }) })));
    this.busy = false;
    if (this.fitting || this.isOutOfSight()) {
      this.fitting = false;
      this.fit();
    }
  }

  /**
   * @param {Map<string, {x: number, y: number}>} known
   * @param {Map<string, {x: number, y: number}>} pins
   */
  async letForcesWork(known, pins) {
    const { nodes, edges } = this.graph;
    this.busy = true;
    const bodies = beginnings(nodes, edges, known).map((each) => ({ ...each, fixed: pins.has(each.id) }));
    const isNew = !nodes.some((each) => known.has(each.id));
    try {
      const places = await this.forces.layOut(bodies, edges, isNew ? 1 : 0.5);
      places.forEach((place, id) => this.places.set(id, place));
    } catch {
      this.places = rings(nodes, edges, this.centres);
      this.tell("say", "The layout could not be worked out; the graph stands in rings.");
    }
  }

  /** Shows what is selected, its links, what is pinned and what lies on a path. */
  mark() {
    const { cy } = this;
    if (!cy) {
      return;
    }
    const pins = new Set(this.pins.map((each) => each.iri));
    cy.batch(() => {
      cy.elements().removeClass("chosen near path pinned");
      cy.elements().filter((each) => this.marked.has(each.id())).addClass("path");
      cy.nodes().filter((each) => pins.has(each.id())).addClass("pinned");
      if (this.selected !== null) {
        const chosen = cy.getElementById(this.selected).addClass("chosen");
        const links = chosen.connectedEdges();
        if (links.length <= READ) {
          links.addClass("near");
        }
      }
    });
  }

  recolour() {
    this.cy?.style(styleOf(coloursNow(this.probe)));
    this.mark();
  }

  isOutOfSight() {
    const { cy } = this;
    if (!cy || cy.elements().empty()) {
      return false;
    }
    const sight = cy.extent();
    const all = cy.elements().boundingBox();
    return all.x1 < sight.x1 || all.x2 > sight.x2 || all.y1 < sight.y1 || all.y2 > sight.y2;
  }

  bringIntoSight() {
    const chosen = this.selected === null ? null : this.cy?.getElementById(this.selected);
    if (this.cy && chosen && !chosen.empty()) {
      const sight = this.cy.extent();
      const { x, y } = chosen.position();
      if (x < sight.x1 || x > sight.x2 || y < sight.y1 || y > sight.y2) {
        this.cy.center(chosen);
      }
    }
  }

  fit() {
    this.cy?.fit(undefined, 40);
    if (this.cy && this.cy.zoom() > 1.5) {
      this.cy.zoom(1.5);
      this.cy.center();
    }
  }

  /** @param {number} factor */
  zoom(factor) {
    const { cy } = this;
    cy?.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const acts = this.actionOf(event.key);
    if (acts) {
      event.preventDefault();
      acts();
    }
  }

  /**
   * @param {string} key
   * @returns {(() => void)|undefined}
   */
  actionOf(key) {
    if (isArrow(key)) {
      return () => this.go(key);
    }
    const onSelected = (/** @type {string} */ name) => () => this.selected !== null && this.tell(name, this.selected);
    /** @type {Record<string, () => void>} */
    const actions = {
      PageDown: () => this.goAround(1),
      PageUp: () => this.goAround(-1),
      Home: () => this.tell("choose", this.centres[0] ?? this.graph.nodes[0]?.id ?? null),
      Enter: () => {
        this.cameFrom = null;
        onSelected("enter")();
      },
      Delete: onSelected("remove"),
      Backspace: onSelected("remove"),
      p: onSelected("pin"),
      Escape: () => this.tell("choose", null),
      "+": () => this.zoom(1.25),
      "-": () => this.zoom(0.8),
      0: () => this.fit(),
    };
    return actions[key];
  }

  /** @param {string} arrow */
  go(arrow) {
    const chosen = this.chosen();
    if (!chosen) {
      this.tell("choose", this.centres[0] ?? this.graph.nodes[0]?.id ?? null);
      return;
    }
    const next = towards(placeOf(chosen), chosen.neighborhood("node").map(placeOf), arrow);
    if (next) {
      this.cameFrom = chosen.id();
      this.tell("choose", next.id);
    } else {
      this.tell("say", `Nothing that is linked with it lies ${arrow === "ArrowUp" ? "above" : arrow === "ArrowDown" ? "below" : `to the ${arrow.slice(5).toLowerCase()}`}.`);
    }
  }

  /**
   * To the next of the neighbours of where the reader came from.
   *
   * @param {1|-1} step
   */
  goAround(step) {
    const chosen = this.chosen();
    const centre = this.cameFrom === null ? chosen : this.cy?.getElementById(this.cameFrom);
    if (!chosen || !centre || centre.empty()) {
      return;
    }
    const next = nextAround(placeOf(centre), centre.neighborhood("node").map(placeOf), chosen.id(), step);
    if (next) {
      this.cameFrom = centre.id();
      this.tell("choose", next.id);
    }
  }

  chosen() {
    const found = this.selected === null ? undefined : this.cy?.getElementById(this.selected);
    return found && !found.empty() ? found : null;
  }

  /**
   * @param {string} name
   * @param {unknown} detail
   */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** @returns {Blob} */
  png() {
    const bg = coloursNow(this.probe).ground;
    return /** @type {any} */ (this.cy).png({ output: "blob", full: true, scale: 2, bg, maxWidth: 8000, maxHeight: 8000 });
  }

  /** @returns {string} */
  svg() {
    const weights = weighed(this.graph.nodes, this.graph.edges);
    return svgOf(
      this.label,
      this.graph.nodes.map((each) => ({
        ...each, ...(this.places.get(each.id) ?? { x: 0, y: 0 }), size: weights.get(each.id)?.size ?? 20,
      })),
      this.graph.edges.map((each) => ({ ...each, strong: this.marked.has(each.id) })),
      coloursNow(this.probe),
    );
  }
}

/** @param {any} node */
function placeOf(node) {
  return { id: node.id(), ...node.position() };
}

/**
 * Cytoscape adds a style element, which the page's policy forbids, unless something of its name is
 * there. What it says stands in graph.css.
 */
function forbidStyleElement() {
  const id = "__________cytoscape_stylesheet";
  if (!document.getElementById(id)) {
    const instead = document.createElement("meta");
    instead.id = id;
    instead.name = "cytoscape-style";
    instead.content = "graph.css";
    document.head.append(instead);
  }
}

customElements.define("cg-graph", Graph);
