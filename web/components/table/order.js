/**
 * Numbers by size, the rest as a reader would look it up: "A.8.2" before "A.8.10".
 *
 * @param {string|number} one
 * @param {string|number} other
 */
export function order(one, other) {
  return typeof one === "number" && typeof other === "number"
    ? one - other
    : String(one).localeCompare(String(other), "en", { numeric: true });
}
