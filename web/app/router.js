/**
 * Opens views without loading the page anew. Every view has an address that the server knows too,
 * so a link works the same when it is opened in another tab.
 */

/** @type {((restored: boolean) => void)|null} */
let show = null;

/**
 * @param {(restored: boolean) => void} render shows what the address names; restored if the reader
 *     went back or forward
 */
export function start(render) {
  show = render;
  history.scrollRestoration = "manual";
  document.addEventListener("click", follow);
  addEventListener("popstate", () => render(true));
  addEventListener("scrollend", remember);
}

/**
 * @param {string} address
 * @param {{replace?: boolean}} [how] replace leaves no step in the history
 */
export function open(address, { replace = false } = {}) {
  if (replace) {
    history.replaceState(history.state, "", address);
  } else {
    remember();
    history.pushState(null, "", address);
  }
  show?.(false);
}

/**
 * Changes the address and shows nothing anew: the view that calls this shows it already.
 *
 * @param {string} address
 */
export function note(address) {
  history.replaceState(history.state, "", address);
}

function remember() {
  history.replaceState({ ...history.state, scroll: scrollY }, "");
}

/** Where the reader was on this page of the history. */
export function rememberedScroll() {
  return Number(history.state?.scroll ?? 0);
}

/** @param {MouseEvent} event */
function follow(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (
    !(link instanceof HTMLAnchorElement) ||
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey || event.ctrlKey || event.shiftKey || event.altKey ||
    link.target || link.hasAttribute("download") || "away" in link.dataset ||
    link.origin !== location.origin ||
    !isView(link.pathname)
  ) {
    return;
  }
  if (link.pathname === location.pathname && link.search === location.search && link.hash) {
    return;
  }
  event.preventDefault();
  open(link.href);
}

/** @type {Set<string>} */
const views = new Set(["/"]);

/** @param {Iterable<string>} paths */
export function know(paths) {
  for (const path of paths) {
    views.add(path);
  }
}

/** @param {string} path */
function isView(path) {
  return views.has(path);
}
