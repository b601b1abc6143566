/**
 * Puts statements that were added and removed together again, as changes of things.
 *
 * @typedef {{added: boolean, subject: string, property: string, value: unknown}} Fact
 * @typedef {{property: string, before: unknown[], after: unknown[]}} Line
 * @typedef {{subject: string, standing: "new"|"gone"|"changed", lines: Line[]}} Change
 */

/**
 * @param {Fact[]} facts
 * @param {(fact: Fact) => boolean} isType whether a fact says of which class a thing is: things
 *     that are given one are new, things that lose theirs are gone
 * @returns {Change[]} by subject, in the order in which they come first
 */
export function changesOf(facts, isType) {
  /** @type {Map<string, Fact[]>} */
  const bySubject = new Map();
  for (const fact of facts) {
    bySubject.set(fact.subject, [...(bySubject.get(fact.subject) ?? []), fact]);
  }
  return [...bySubject].map(([subject, own]) => ({ subject, standing: standing(own, isType), lines: lines(own) }));
}

/**
 * @param {Fact[]} facts
 * @param {(fact: Fact) => boolean} isType
 */
function standing(facts, isType) {
  const types = facts.filter(isType);
  const given = types.some((each) => each.added);
  const lost = types.some((each) => !each.added);
  return given === lost ? "changed" : given ? "new" : "gone";
}

/** @param {Fact[]} facts */
function lines(facts) {
  /** @type {Map<string, Line>} */
  const byProperty = new Map();
  for (const fact of facts) {
    const line = byProperty.get(fact.property) ?? { property: fact.property, before: [], after: [] };
    byProperty.set(fact.property, line);
    (fact.added ? line.after : line.before).push(fact.value);
  }
  return [...byProperty.values()];
}
