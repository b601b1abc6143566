/**
 * Steps that can be taken back, and taken again.
 *
 * @template T
 * @typedef {{past: readonly T[], present: T, future: readonly T[]}} Steps
 */

const KEPT = 100;

/**
 * @template T
 * @param {T} present
 * @returns {Steps<T>}
 */
export function beginning(present) {
  return { past: [], present, future: [] };
}

/**
 * A step that can be taken back.
 *
 * @template T
 * @param {Steps<T>} steps
 * @param {T} next
 * @returns {Steps<T>}
 */
export function done({ past, present }, next) {
  return { past: [...past, present].slice(-KEPT), present: next, future: [] };
}

/**
 * A change that is no step of its own, such as what is selected.
 *
 * @template T
 * @param {Steps<T>} steps
 * @param {T} next
 * @returns {Steps<T>}
 */
export function replaced({ past, future }, next) {
  return { past, present: next, future };
}

/**
 * @template T
 * @param {Steps<T>} steps
 * @returns {Steps<T>}
 */
export function undone(steps) {
  const before = steps.past[steps.past.length - 1];
  return before === undefined
    ? steps
    : { past: steps.past.slice(0, -1), present: before, future: [steps.present, ...steps.future] };
}

/**
 * @template T
 * @param {Steps<T>} steps
 * @returns {Steps<T>}
 */
export function redone(steps) {
  const [next, ...rest] = steps.future;
  return next === undefined ? steps : { past: [...steps.past, steps.present], present: next, future: rest };
}
