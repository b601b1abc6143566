import { html } from "lit-html";
import { href } from "../../app/address.js";
import { plural } from "../../app/words.js";
import { classMap } from "../../components/class-map/class-map.js";
import { empty, fill } from "../../components/states/states.js";
import "../../components/table/table.js";
import "../../components/tree/tree.js";
import { termHref } from "./links.js";
import { curie, ownTerms, termOf } from "./ontology.js";
import { read } from "./read.js";
import { fillInstances, showTerm } from "./term.js";

/**
 * The ontology: its core on a map, its classes as a tree, its properties and its lists of values;
 * or one of its terms. Its IRIs lead browsers here.
 *
 * @typedef {import("../../app/views.js").Context} Context
 * @typedef {import("./ontology.js").Entry} Entry
 * @typedef {import("./ontology.js").Ontology} Ontology
 */

/** @param {Context} context */
export async function show(context) {
  const { main, params, signal } = context;
  const place = document.createElement("div");
  main.append(place);
  const wanted = params.get("term");
  /** @type {Entry|null} */
  let shown = null;
  await fill(place, "the ontology", signal, async () => {
    const { ontology, shapes } = await read(signal);
    if (ontology.terms.size === 0) {
      return html`<h1>Ontology</h1>${empty("The graph holds no ontology. A server that brings its reference data up to date at its start has one.")}`;
    }
    const term = wanted ? termOf(ontology, wanted) : null;
    if (wanted && !term) {
      document.title = "No such term – ControlGraph";
      return html`<h1>${wanted}</h1>
        <p class="state">The ontology has no term of this name. <a href=${href("/terms")}>All terms</a> are on one page.</p>`;
    }
    if (!term) {
      return index(ontology);
    }
    shown = term;
    return showTerm(ontology, shapes, term);
  });
  if (shown) {
    await fillInstances(context, place, shown);
  }
}

/** @param {Ontology} ontology */
function index(ontology) {
  document.title = "Ontology – ControlGraph";
  const [classes, properties, schemes] = /** @type {const} */ (["class", "property", "scheme"]).map((kind) => ownTerms(ontology, kind));
  return html`<h1>Ontology</h1>
    <p class="lead">${ontology.description}</p>
    <p>${plural(classes.length, "class", "classes")}, ${plural(properties.length, "property", "properties")} and
      ${plural(schemes.length, "list of values", "lists of values")}, version ${ontology.version}.
      Its IRI is <a class="iri" href=${ontology.iri} data-away rel="noreferrer">${ontology.iri}</a>.</p>
    <p class="links"><a href="#map">Map</a><a href="#classes">Classes</a><a href="#properties">Properties</a><a href="#schemes">Lists of values</a></p>
    <h2 id="map">Map of the core</h2>
    ${classMap((name) => termOf(ontology, name), termHref)}
    <h2 id="classes">Classes</h2>
    <cg-tree label="Classes" .branches=${classes.filter((each) => each.above.length === 0).map((each) => branch(ontology, each))}></cg-tree>
    <h2 id="properties">Properties</h2>
    <cg-table label="Properties" file="properties" .columns=${columns(ontology)} .rows=${properties}></cg-table>
    <h2 id="schemes">Lists of values</h2>
    <cg-table label="Lists of values" .columns=${columns(ontology).slice(0, 2)} .rows=${schemes}></cg-table>
    <p class="links">As data: ${["ttl", "jsonld", "rdf", "nt"].map((each) => html`<a href=${`/ontology.${each}`} data-away>ontology.${each}</a>`)}
      <a href="/ontology/shapes.ttl" data-away>shapes.ttl</a><a href="/ontology/context.jsonld" data-away>context.jsonld</a></p>`;
}

/**
 * @param {Ontology} ontology
 * @param {Entry} entry
 * @returns {import("../../components/tree/tree.js").Branch}
 */
function branch(ontology, entry) {
  const below = entry.below.flatMap((iri) => ontology.terms.get(iri) ?? []);
  return {
    iri: entry.iri,
    label: entry.label,
    href: termHref(entry),
    hint: entry.definition,
    below: below.sort((one, other) => one.label.localeCompare(other.label)).map((each) => branch(ontology, each)),
  };
}

/** @param {Ontology} ontology */
function columns(ontology) {
  /** @param {string[]} iris */
  const names = (iris) => iris.map((iri) => ontology.terms.get(iri)?.label ?? curie(iri)).join(", ");
  return [
    { name: "Term", cell: (/** @type {Entry} */ each) => html`<a href=${termHref(each)}>${each.label}</a>`, text: (/** @type {Entry} */ each) => each.label },
    { name: "Meaning", cell: (/** @type {Entry} */ each) => each.definition, text: (/** @type {Entry} */ each) => each.definition },
    { name: "From", cell: (/** @type {Entry} */ each) => names(each.domain), text: (/** @type {Entry} */ each) => names(each.domain) },
    { name: "To", cell: (/** @type {Entry} */ each) => names(each.range), text: (/** @type {Entry} */ each) => names(each.range) },
    { name: "Kind", cell: (/** @type {Entry} */ each) => each.sort.replace(" property", ""), text: (/** @type {Entry} */ each) => each.sort },
  ];
}
