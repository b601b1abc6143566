import { decoded } from "./link.js";
import { start } from "./start.js";
import { Walk } from "./walk.js";

/**
 * A graph to walk. Without a thing to begin with it offers some; with `node` it shows the view that
 * its address holds.
 *
 * @param {import("../../app/views.js").Context} context
 */
export async function show(context) {
  const view = decoded(context.params);
  if (view.starts.length === 0 && !view.between) {
    await start(context);
  } else {
    await new Walk(context, view).open();
  }
}
