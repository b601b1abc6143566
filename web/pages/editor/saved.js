/**
 * Queries that a reader keeps in this browser. What is there may be of another version, or have been
 * changed by hand; what cannot be read counts as nothing.
 *
 * @typedef {{name: string, text: string}} Saved
 */

const KEY = "saved-queries";

/**
 * By name.
 *
 * @param {Pick<Storage, "getItem">} storage
 * @returns {Saved[]}
 */
export function savedIn(storage) {
  try {
    const all = JSON.parse(storage.getItem(KEY) ?? "[]");
    return Array.isArray(all)
      ? all.filter((each) => typeof each?.name === "string" && typeof each.text === "string")
      : [];
  } catch {
    return [];
  }
}

/**
 * Keeps a query in place of one of the same name.
 *
 * @param {Pick<Storage, "getItem"|"setItem">} storage
 * @param {Saved} query
 */
export function save(storage, query) {
  const others = savedIn(storage).filter((each) => each.name !== query.name);
  const all = [...others, query].sort((one, other) => one.name.localeCompare(other.name));
  storage.setItem(KEY, JSON.stringify(all));
}

/**
 * @param {Pick<Storage, "getItem"|"setItem">} storage
 * @param {string} name
 */
export function drop(storage, name) {
  storage.setItem(KEY, JSON.stringify(savedIn(storage).filter((each) => each.name !== name)));
}
