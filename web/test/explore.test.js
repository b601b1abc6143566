import assert from "node:assert/strict";
import { test } from "node:test";
import { decoded, encoded, lengthened, query, shortened } from "../pages/explore/link.js";
import { edgeId, shown } from "../pages/explore/shown.js";
import { beginning, done, redone, replaced, undone } from "../pages/explore/undo.js";
import { added, between, expanded, filtered, folded, hidden, pinned, resolved, showSame, startingFrom, stepKey, unpinned } from "../pages/explore/view.js";
import { marked, reading, told } from "../pages/explore/words.js";

const CG = "https://w3id.org/controlgraph/ns#";
const ID = "http://localhost:7070/id/";
const A = `${ID}acme/assets/a`;
const B = `${ID}acme/assets/b`;
const C = `${ID}other/assets/c`;
const STEP = { of: A, property: `${CG}target`, direction: /** @type {const} */ ("in") };

/** @param {import("../pages/explore/view.js").View} view */
function throughAddress(view) {
  return decoded(new URLSearchParams(query(encoded(view))));
}

test("a thing is added once, is selected, and is no longer hidden", () => {
  const view = added(added(hidden(startingFrom([A]), B), B), B);
  assert.deepEqual([view.starts, view.selected, view.hidden], [[A, B], B, []]);
});

test("what is expanded again shows the next page; folding takes it back", () => {
  const once = expanded(startingFrom([A]), [STEP]);
  const twice = expanded(once, [STEP, { ...STEP, direction: "out" }]);
  assert.deepEqual(twice.steps.map((each) => [each.direction, each.most]), [["in", 600], ["out", 300]]);
  assert.deepEqual(folded(twice, A, STEP).steps.map((each) => each.direction), ["out"]);
  assert.deepEqual(folded(twice, A).steps, []);
  assert.equal(once.steps[0].most, 300, "views are never changed");
});

test("what is hidden is neither a start, nor selected, nor pinned", () => {
  const view = hidden(pinned(startingFrom([A, B]), { iri: A, x: 1.4, y: -2.6 }), A);
  assert.deepEqual([view.starts, view.selected, view.pins, view.hidden], [[B], null, [], [A]]);
});

test("a thing is pinned in one place only", () => {
  const view = pinned(pinned(startingFrom([A]), { iri: A, x: 1, y: 1 }), { iri: A, x: 2.4, y: 3 });
  assert.deepEqual(view.pins, [{ iri: A, x: 2, y: 3 }]);
  assert.deepEqual(unpinned(view, A).pins, []);
});

test("the name of a start gives way to its IRI everywhere", () => {
  const named = between(expanded(startingFrom(["A.8.24"]), [{ ...STEP, of: "A.8.24" }]), { from: "A.8.24" });
  const view = resolved(named, "A.8.24", A);
  assert.deepEqual([view.starts, view.steps[0].of, view.selected, view.between?.from], [[A], A, A, A]);
});

test("selection, layout and pins do not change what is shown", () => {
  const view = startingFrom([A]);
  assert.ok(showSame(view, pinned({ ...view, selected: null, layout: "columns" }, { iri: A, x: 0, y: 0 })));
  assert.ok(!showSame(view, hidden(view, A)));
});

test("an address holds the whole view", () => {
  let view = expanded(startingFrom([A, C]), [STEP, { of: B, property: "http://example.org/p?q=1&r#s+t", direction: "out" }]);
  view = expanded(view, [STEP]);
  view = filtered(filtered(view, "offTypes", `${CG}Evidence`, false), "offProperties", `${CG}target`, false);
  view = pinned(hidden(view, `${ID}acme/x y`), { iri: B, x: -12, y: 30 });
  view = between({ ...view, selected: C, layout: "columns", as: "list" }, { from: A, to: B, k: 5 });
  view = { ...view, hidden: [`${ID}acme/x%20y`] };
  assert.deepEqual(throughAddress(view), view);
  assert.deepEqual(throughAddress(startingFrom([A])), startingFrom([A]));
  assert.deepEqual(throughAddress({ ...startingFrom([A]), selected: `rest ${stepKey(STEP)}` }), startingFrom([A]));
});

test("an address is short, and can be read", () => {
  const view = expanded(startingFrom([A]), [STEP]);
  assert.equal(query(encoded(view)), "base=http://localhost:7070/id/&node=id:acme/assets/a&expand=0+cg:target+in");
});

test("IRIs that look like short ones are told apart from them", () => {
  for (const iri of ["cg:target", "id:x", `${CG}target`, `${ID}a`, "urn:x:y"]) {
    assert.equal(lengthened(shortened(iri, ID), ID), iri);
  }
});

test("what makes no sense in an address is left out", () => {
  const view = decoded(new URLSearchParams(
    `node=${A}&node=&expand=0+cg:target&expand=0+nonsense+in&expand=9+cg:target+in&expand=0+cg:target+in+-4&pin=0+1&pin=0+x+2&hide=no+iri&layout=spiral&as=cube&path=-+-&at=7`,
  ));
  assert.deepEqual(view, { ...startingFrom([A]), steps: [{ ...STEP, most: 300 }] });
});

test("a link without a thing is of the first start", () => {
  const view = decoded(new URLSearchParams([["node", A], ["expand", `${CG}target in`]]));
  assert.deepEqual(view.steps, [{ ...STEP, most: 300 }]);
});

test("paths may lack an end, and their number is bounded", () => {
  assert.deepEqual(decoded(new URLSearchParams(`node=${A}&path=0+-+99`)).between, { from: A, to: null, k: 10 });
});

test("steps are taken back and taken again", () => {
  const two = done(done(beginning(0), 1), 2);
  const one = undone(two);
  assert.deepEqual([one.present, undone(undone(one)).present, redone(one).present, redone(redone(one)).present], [1, 0, 2, 2]);
  assert.deepEqual(done(one, 3), { past: [0, 1], present: 3, future: [] });
  assert.deepEqual(replaced(one, 9), { past: [0], present: 9, future: [2] });
});

/** @param {string} iri @param {string} type */
function thing(iri, type, organisation = "acme") {
  return /** @type {const} */ ([iri, { iri, label: iri.slice(-1).toUpperCase(), types: [{ iri: CG + type }], organisation: { iri: `${ID}${organisation}` } }]);
}

const ANSWERS = {
  things: new Map([thing(A, "Asset"), thing(B, "Dataset"), thing(C, "Risk", "other")]),
  pages: new Map([
    [stepKey(STEP), { property: { iri: STEP.property, label: "target" }, total: 9_702, others: [B, C] }],
    [stepKey({ ...STEP, of: B }), { property: { iri: STEP.property, label: "target" }, total: 1, others: [C] }],
  ]),
  hops: [],
};
const VIEW = expanded(startingFrom([A]), [STEP]);

test("what was expanded is shown, and the rest of a hub is one node", () => {
  const { nodes, edges, things, steps } = shown(VIEW, ANSWERS, null);
  assert.deepEqual(nodes.map((each) => [each.name, each.kind, each.rest]), [
    ["A", "asset", 0], ["B", "asset", 0], ["C", "risk", 0], ["+ 9,700", "rest", 9700],
  ]);
  assert.equal(things, 3);
  assert.deepEqual(edges.slice(0, 2).map((each) => [each.from, each.to, each.name]), [[B, A, "Target"], [C, A, "Target"]]);
  assert.deepEqual([...steps.values()].map(stepKey), [stepKey(STEP)]);
});

test("what hangs only from something hidden goes with it", () => {
  const chain = expanded({ ...VIEW, hidden: [] }, [{ ...STEP, of: B }]);
  const only = { ...ANSWERS, pages: new Map([...ANSWERS.pages, [stepKey(STEP), { property: { iri: STEP.property }, total: 1, others: [B] }]]) };
  assert.deepEqual(shown(chain, only, null).nodes.map((each) => each.id), [A, B, C]);
  assert.deepEqual(shown(hidden(chain, B), only, null).nodes.map((each) => each.id), [A]);
});

test("of an organisation, others' things are left out", () => {
  assert.deepEqual(shown(VIEW, ANSWERS, `${ID}acme`).nodes.map((each) => each.name), ["A", "B", "+ 9,700"]);
});

test("filters take away what they name, and what is then linked with nothing", () => {
  const noData = shown(filtered(VIEW, "offTypes", `${CG}Dataset`, false), ANSWERS, null);
  assert.deepEqual(noData.nodes.map((each) => each.name), ["A", "C", "+ 9,700"]);
  assert.deepEqual(noData.types.find((each) => each.name === "Dataset"), { iri: `${CG}Dataset`, name: "Dataset", kind: "asset", count: 1, on: false });
  const noLinks = shown(filtered(VIEW, "offProperties", STEP.property, false), ANSWERS, null);
  assert.deepEqual(noLinks.nodes.map((each) => each.name), ["A"]);
});

test("paths bring their things, and are marked", () => {
  const hops = [{ subject: C, property: STEP.property, object: B, reading: "target" }];
  const { nodes, edges } = shown(startingFrom([A]), { ...ANSWERS, hops }, null);
  assert.deepEqual(nodes.map((each) => each.name).sort(), ["A", "B", "C"]);
  assert.deepEqual(edges.map((each) => each.id), [edgeId(C, STEP.property, B)]);
  assert.deepEqual(marked(hops), new Set([C, B, edgeId(C, STEP.property, B)]));
});

test("links are read from where one stands", () => {
  const property = { iri: `${CG}requirement`, label: "requirement" };
  assert.equal(reading({ property, direction: "out" }), "Requirement");
  assert.equal(reading({ property, inverse: { label: "addressed by" }, direction: "in" }), "Addressed by");
  assert.equal(reading({ property: { iri: `${CG}riskOwner` }, direction: "in" }), "Things whose ‘risk owner’ is this");
  assert.equal(told({ name: "A", type: "Asset" }, 1, null), "A, Asset: 1 link shown.");
  assert.equal(told({ name: "A", type: "" }, 2, 43), "A: 43 links, 2 shown.");
});
