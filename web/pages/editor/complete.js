/**
 * What may stand at the cursor of a query: prefixes, variables, and the classes and properties that
 * are known, found by their name or their label.
 *
 * @typedef {{iri: string, kind: "class"|"property", label: string, definition: string}} Known
 * @typedef {{prefixes: Map<string, string>, terms: Known[]}} Vocabulary prefixes by name
 * @typedef {object} Choice
 * @property {string} text what is written
 * @property {string} about its label, or what it stands for
 * @property {string} definition
 * @property {string} kind
 * @property {{name: string, iri: string}|null} needs a prefix that the query lacks as yet
 * @typedef {{from: number, choices: Choice[]}} Completion from is where in the line it begins
 */

const MOST = 60;

const DECLARED = /^[ \t]*PREFIX\s+([\w.-]*):\s*<([^>]*)>/gim;
const AT_PREFIX = /^\s*PREFIX\s+([\w.-]*:?)$/i;
const AT_VARIABLE = /[?$](\w*)$/;
const AT_NAME = /(?<![\w:?$<])([A-Za-z][\w-]*)?:([\w-]*)$/;
const AT_IRI = /<([^<>\s"]*)$/;
const AT_WORD = /(?<![\w:?$@-])([A-Za-z][\w-]*)$/;
const AFTER_TYPE = /(?:(?<![\w:?$-])a|rdf:type)\s+\S*$/;

/**
 * @param {string} text
 * @returns {Map<string, string>} namespaces by prefix
 */
export function declared(text) {
  return new Map([...text.matchAll(DECLARED)].map(([, name, iri]) => [name, iri]));
}

/**
 * The line before which a prefix is declared: after those that are, otherwise after the comments
 * that a query begins with.
 *
 * @param {string[]} lines
 */
export function prologueEnd(lines) {
  const last = lines.findLastIndex((line) => /^\s*(?:PREFIX|BASE)\s/i.test(line));
  if (last >= 0) {
    return last + 1;
  }
  const first = lines.findIndex((line) => !/^\s*(?:#|$)/.test(line));
  return Math.max(first, 0);
}

/**
 * @param {string} text the query
 * @param {string} before its line up to the cursor
 * @param {Vocabulary} vocabulary
 * @param {boolean} asked whether the author asked for it; bare words are not completed unasked
 * @returns {Completion|null}
 */
export function complete(text, before, vocabulary, asked) {
  const prefix = AT_PREFIX.exec(before);
  if (prefix) {
    return found(before.length - prefix[1].length, prefixes(prefix[1].replace(/:$/, ""), vocabulary));
  }
  const variable = AT_VARIABLE.exec(before);
  if (variable) {
    return found(before.length - variable[1].length - 1, variables(text, before, variable[1]));
  }
  const iri = AT_IRI.exec(before);
  if (iri) {
    const named = vocabulary.terms.filter((each) => each.iri.startsWith(iri[1]) && iri[1] !== "");
    return found(before.length - iri[0].length, ordered(named, before, "").map((each) => choice(each, `<${each.iri}>`, null)));
  }
  const name = AT_NAME.exec(before);
  if (name) {
    return found(before.length - name[0].length, names(name[1] ?? "", name[2], text, before, vocabulary));
  }
  const word = AT_WORD.exec(before);
  return asked && word ? found(before.length - word[0].length, words(word[1], text, before, vocabulary)) : null;
}

/**
 * @param {number} from
 * @param {Choice[]} choices
 */
function found(from, choices) {
  return choices.length > 0 ? { from, choices: choices.slice(0, MOST) } : null;
}

/**
 * @param {string} begun
 * @param {Vocabulary} vocabulary
 */
function prefixes(begun, vocabulary) {
  return [...vocabulary.prefixes]
    .filter(([name]) => name.startsWith(begun))
    .map(([name, iri]) => ({ text: `${name}: <${iri}>`, about: "", definition: "", kind: "prefix", needs: null }));
}

/**
 * @param {string} text
 * @param {string} before
 * @param {string} begun
 */
function variables(text, before, begun) {
  const mark = before.at(-begun.length - 1) ?? "?";
  // What is being written is a variable of the text too, unless it stands there elsewhere.
  const all = [...text.matchAll(/[?$](\w+)/g)].map(([, name]) => name);
  const others = new Set(all.filter((name) => name !== begun && name.startsWith(begun)));
  return [...others].sort().map((name) => ({ text: mark + name, about: "", definition: "", kind: "variable", needs: null }));
}

/**
 * @param {string} prefix
 * @param {string} begun
 * @param {string} text
 * @param {string} before
 * @param {Vocabulary} vocabulary
 */
function names(prefix, begun, text, before, vocabulary) {
  const own = declared(text).get(prefix);
  const space = own ?? vocabulary.prefixes.get(prefix);
  if (!space) {
    return [];
  }
  const needs = own ? null : { name: prefix, iri: space };
  const named = vocabulary.terms.filter(
    (each) => each.iri.startsWith(space) && isLocal(each.iri.slice(space.length)) && matches(each, space.length, begun),
  );
  const choices = ordered(named, before, begun, space.length).map((each) =>
    choice(each, `${prefix}:${each.iri.slice(space.length)}`, needs),
  );
  // Nothing is left to choose once the only one is written out.
  return choices.length === 1 && choices[0].text === `${prefix}:${begun}` && !needs ? [] : choices;
}

/**
 * @param {string} begun
 * @param {string} text
 * @param {string} before
 * @param {Vocabulary} vocabulary
 */
function words(begun, text, before, vocabulary) {
  const own = declared(text);
  const spaces = [...vocabulary.prefixes, ...own].filter(([name, iri]) => (own.get(name) ?? iri) === iri);
  const all = spaces.flatMap(([prefix, space]) =>
    vocabulary.terms
      .filter((each) => each.iri.startsWith(space) && isLocal(each.iri.slice(space.length)) && matches(each, space.length, begun))
      .map((each) => ({ term: each, prefix, space })),
  );
  const once = new Map(all.map((each) => [each.term.iri, each]));
  return ordered([...once.values()].map((each) => each.term), before, begun).map((each) => {
    const { prefix, space } = /** @type {{prefix: string, space: string}} */ (once.get(each.iri));
    return choice(each, `${prefix}:${each.iri.slice(space.length)}`, own.has(prefix) ? null : { name: prefix, iri: space });
  });
}

/** @param {string} name */
function isLocal(name) {
  return /^\w[\w-]*$/.test(name);
}

/**
 * @param {Known} known
 * @param {number} at where its name begins
 * @param {string} begun
 */
function matches(known, at, begun) {
  const wanted = begun.toLowerCase();
  return known.iri.slice(at).toLowerCase().includes(wanted) || known.label.toLowerCase().includes(wanted);
}

/**
 * Classes first after "a", otherwise properties; those that begin so before those that hold it.
 *
 * @param {Known[]} named
 * @param {string} before
 * @param {string} begun
 * @param {number} [at]
 */
function ordered(named, before, begun, at) {
  const first = AFTER_TYPE.test(before) ? "class" : "property";
  const wanted = begun.toLowerCase();
  const place = (/** @type {Known} */ each) => {
    const name = each.iri.slice(at ?? Math.max(each.iri.lastIndexOf("#"), each.iri.lastIndexOf("/")) + 1).toLowerCase();
    return (each.kind === first ? 0 : 4) + (name === wanted ? 0 : name.startsWith(wanted) ? 1 : each.label.toLowerCase().startsWith(wanted) ? 2 : 3);
  };
  return [...named].sort((one, other) => place(one) - place(other) || one.iri.localeCompare(other.iri));
}

/**
 * @param {Known} known
 * @param {string} text
 * @param {{name: string, iri: string}|null} needs
 * @returns {Choice}
 */
function choice(known, text, needs) {
  return { text, about: known.label, definition: known.definition, kind: known.kind, needs };
}
