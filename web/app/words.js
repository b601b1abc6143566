/** How names of columns, folders and IRIs are said to a reader. */

/** @type {Record<string, string>} */
const FOLDERS = {
  coverage: "Coverage",
  gaps: "Gaps",
  incident: "Incidents",
  risk: "Risks",
  ownership: "Ownership",
  framework: "Frameworks",
  trace: "Connections",
  quality: "Quality of the data",
  practices: "Practices for securing AI",
};

/** @type {Record<string, string>} */
const WORDS = { org: "organisation" };

/** The order in which themes are listed; others follow. */
export const FOLDER_ORDER = Object.keys(FOLDERS);

/** @param {string} name */
export function folderOf(name) {
  return name.includes("/") ? name.slice(0, name.lastIndexOf("/")) : "other";
}

/** @param {string} folder */
export function folderTitle(folder) {
  return FOLDERS[folder] ?? sentence(folder);
}

/**
 * A camel-case or hyphened name as words: notAssessed becomes "Not assessed".
 *
 * @param {string} name
 */
export function sentence(name) {
  const words = spaced(WORDS[name] ?? name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @param {string} name */
function spaced(name) {
  return name
    .replace(/(?<=[a-z0-9])[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
    .replace(/[-_]/g, " ");
}

/**
 * How a link is said of its object: by the name that the ontology has for that way of reading it;
 * without one in words that fit every property, be its name a noun, a verb or a preposition.
 *
 * @param {{iri: string, label?: string|null}} property
 * @param {{label?: string|null}|null} [inverse]
 */
export function backwards(property, inverse) {
  return inverse?.label
    ? sentence(inverse.label)
    : `Things whose ‘${spaced(property.label ?? shortName(property.iri))}’ is this`;
}

/**
 * The last part of an IRI, for things without a label.
 *
 * @param {string} iri
 */
export function shortName(iri) {
  const parts = iri.split(/[/#]/).filter(Boolean);
  const last = parts[parts.length - 1] ?? iri;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

const COUNT = new Intl.NumberFormat("en");

/** @param {number|string} number */
export function count(number) {
  return COUNT.format(Number(number));
}

/**
 * @param {number} number
 * @param {string} one
 * @param {string} many
 */
export function plural(number, one, many) {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** Whether a text is an absolute IRI that may stand between angle brackets in SPARQL. */
export function isIri(/** @type {string} */ text) {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text);
}

/**
 * The paragraphs of a text whose lines are broken to fit a file.
 *
 * @param {string} text
 */
export function paragraphs(text) {
  return text.split(/\n\s*\n/).map((each) => each.replace(/\s+/g, " ").trim()).filter(Boolean);
}
