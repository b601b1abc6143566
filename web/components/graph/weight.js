/**
 * How large a node is drawn, and whether its name stands beside it always or only while it is looked at.
 *
 * @typedef {{id: string, rest?: number}} Node
 * @typedef {{from: string, to: string}} Edge
 */

const SMALLEST = 18;
const LARGEST = 46;

/** A graph of more nodes names its hubs only. */
const ALL_NAMED = 60;
const HUBS = 15;
const HUB_LINKS = 5;

/**
 * @param {readonly Node[]} nodes
 * @param {readonly Edge[]} edges
 * @returns {Map<string, {links: number, size: number, named: boolean}>} size in pixels at a zoom of one
 */
export function weighed(nodes, edges) {
  const links = new Map(nodes.map((each) => [each.id, 0]));
  for (const { from, to } of edges) {
    links.set(from, (links.get(from) ?? 0) + 1);
    links.set(to, (links.get(to) ?? 0) + 1);
  }
  const most = [...links.values()].sort((a, b) => b - a);
  const hub = Math.max(HUB_LINKS, most[HUBS - 1] ?? 0);
  return new Map(
    nodes.map(({ id, rest = 0 }) => {
      const count = links.get(id) ?? 0;
      return [
        id,
        {
          links: count,
          size: Math.min(LARGEST, Math.round(SMALLEST + 3 * Math.sqrt(count))),
          named: nodes.length <= ALL_NAMED || rest > 0 || count >= hub,
        },
      ];
    }),
  );
}
