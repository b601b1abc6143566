/**
 * Lays out a graph by forces, beside the page so that it stays quick. A classic worker: import maps do
 * not reach workers.
 *
 * Takes {job, nodes: [{id, x?, y?, fixed?}], edges: [{from, to}], heat}; gives {job, places: [[id, x,
 * y]]}. The same input gives the same places.
 */
{
  const worker = /** @type {any} */ (self);
  worker.importScripts(
    "/lib/d3-dispatch/d3-dispatch.min.js",
    "/lib/d3-quadtree/d3-quadtree.min.js",
    "/lib/d3-timer/d3-timer.min.js",
    "/lib/d3-force/d3-force.min.js",
  );

  const TICKS = 120;

  /** A small graph has room for all its names. */
  const ROOMY = { most: 80, distance: 150, charge: -900, apart: 50 };
  const DENSE = { distance: 75, charge: -240, apart: 24 };

  worker.onmessage = (/** @type {MessageEvent} */ { data: { job, nodes, edges, heat } }) => {
    const { d3 } = worker;
    const bodies = nodes.map((/** @type {any} */ each) => (each.fixed ? { ...each, fx: each.x, fy: each.y } : { ...each }));
    const links = edges.map((/** @type {any} */ each) => ({ source: each.from, target: each.to }));
    const room = bodies.length <= ROOMY.most ? ROOMY : DENSE;
    const simulation = d3
      .forceSimulation(bodies)
      .force("link", d3.forceLink(links).id((/** @type {any} */ each) => each.id).distance(room.distance))
      .force("charge", d3.forceManyBody().strength(room.charge).distanceMax(900))
      .force("collide", d3.forceCollide(room.apart))
      .force("x", d3.forceX().strength(0.03))
      .force("y", d3.forceY().strength(0.03))
      .alpha(heat)
      .alphaDecay(1 - Math.pow(0.001, 1 / TICKS))
      .stop();
    simulation.tick(TICKS);
    worker.postMessage({ job, places: bodies.map((/** @type {any} */ each) => [each.id, Math.round(each.x), Math.round(each.y)]) });
  };
}
