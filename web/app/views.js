/**
 * The views: where each is, what it is called and which module shows it. A module is loaded when
 * its view is first opened.
 *
 * @typedef {{name: string, type: string, required: boolean, summary?: string, example?: string,
 *     default?: string}} Parameter
 * @typedef {{name: string, summary: string, question: string, description?: string, form: string,
 *     severity?: string, mend?: string, parameters: Parameter[], href: string,
 *     columns?: Array<{name: string, type: string}>}} Question
 * @typedef {{day: string, queries: Question[]}} Catalogue
 * @typedef {{id: string, iri: string, label: string}} Organisation
 *
 * @typedef {object} Context what a view is given
 * @property {HTMLElement} main where it shows itself
 * @property {URLSearchParams} params
 * @property {string} day the effective day
 * @property {Organisation|null} org the organisation that is looked at; null for all
 * @property {Organisation[]} organisations
 * @property {Catalogue} catalogue
 * @property {AbortSignal} signal aborted when the reader goes elsewhere
 *
 * @typedef {{show: (context: Context) => void|Promise<void>}} View
 * @typedef {{path: string, title: string, group: string, load: () => Promise<View>}} Entry
 */

/** In the order of the menu. @type {Entry[]} */
export const MENU = [
  { path: "/", title: "Overview", group: "See", load: () => import("../pages/overview/overview.js") },
  { path: "/framework", title: "Frameworks", group: "See", load: () => import("../pages/framework/framework.js") },
  { path: "/gaps", title: "Gaps", group: "See", load: () => import("../pages/gaps/gaps.js") },
  { path: "/trace", title: "Trace", group: "Follow", load: () => import("../pages/trace/trace.js") },
  { path: "/explore", title: "Explore", group: "Follow", load: () => import("../pages/explore/explore.js") },
  { path: "/what-if", title: "What if", group: "Follow", load: () => import("../pages/what-if/what-if.js") },
  { path: "/questions", title: "Questions", group: "Ask", load: () => import("../pages/questions/questions.js") },
  { path: "/editor", title: "Editor", group: "Ask", load: () => import("../pages/editor/editor.js") },
  { path: "/import", title: "Import", group: "Keep", load: () => import("../pages/import/import.js") },
  { path: "/history", title: "History", group: "Keep", load: () => import("../pages/history/history.js") },
  { path: "/terms", title: "Ontology", group: "Keep", load: () => import("../pages/terms/terms.js") },
];

/** Opened from others. @type {Entry[]} */
const INNER = [
  { path: "/cell", title: "Why", group: "", load: () => import("../pages/cell/cell.js") },
];

const THING = { path: "/", title: "Thing", group: "", load: () => import("../pages/thing/thing.js") };
const QUESTION = { path: "/", title: "Question", group: "", load: () => import("../pages/question/question.js") };

/** Every address that opens a view. */
export const PATHS = [...MENU, ...INNER].map((each) => each.path);

/**
 * @param {string} path
 * @param {URLSearchParams} params
 * @returns {Entry|undefined}
 */
export function viewAt(path, params) {
  if (path === "/" && params.get("thing")) {
    return THING;
  }
  if (path === "/" && params.get("question")) {
    return QUESTION;
  }
  return [...MENU, ...INNER].find((each) => each.path === path);
}
