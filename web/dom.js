/**
 * Makes elements. Text always becomes text nodes, so nothing from the graph is ever read as HTML.
 */

/**
 * @param {string} tag
 * @param {Record<string, string|number|boolean|null|undefined>} [attributes] null, undefined and
 *     false leave one out, true sets it empty
 * @param {...(Node|string|number|null|undefined|Array<Node|string>)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined) {
      element.append(child instanceof Node ? child : String(child));
    }
  }
  return element;
}

/**
 * A table in a region of its own that scrolls sideways and can be reached by keyboard.
 *
 * @param {string} label what the table holds
 * @param {HTMLElement} table
 */
export function scrollRegion(label, table) {
  return el("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": label }, table);
}
