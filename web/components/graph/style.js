import { KINDS } from "./kinds.js";

/**
 * How Cytoscape draws a graph. Selectors of data and classes only, no functions: those would be asked for every
 * node in every frame.
 *
 * @typedef {{ground: string, ink: string, quiet: string, line: string, strong: string, focus: string,
 *     kinds: Record<string, string>}} Colours
 */

/** The tokens that a drawing is coloured by, by what they are for. */
export const TOKENS = { ground: "--sheet", ink: "--ink", quiet: "--quiet", line: "--strong-line", strong: "--focus", focus: "--focus" };

/**
 * @param {Colours} colours
 * @returns {any[]}
 */
export function styleOf(colours) {
  return [
    {
      selector: "node",
      style: {
        width: "data(size)",
        height: "data(size)",
        "background-color": colours.kinds.other,
        color: colours.ink,
        "font-family": "system-ui, sans-serif",
        "font-size": 11,
        "min-zoomed-font-size": 6,
        "text-valign": "bottom",
        "text-margin-y": 3,
        "text-wrap": "wrap",
        "text-max-width": "130px",
        "text-background-color": colours.ground,
        "text-background-opacity": 0.8,
        "overlay-opacity": 0,
      },
    },
    ...KINDS.map((kind) => ({
      selector: `node[kind = "${kind.id}"]`,
      style: { shape: kind.shape, "background-color": colours.kinds[kind.id] },
    })),
    {
      selector: 'node[kind = "rest"]',
      style: {
        shape: "round-rectangle",
        width: 64,
        height: 24,
        "background-color": colours.ground,
        "border-color": colours.line,
        "border-width": 1.5,
        "border-style": "dashed",
        "text-valign": "center",
        "text-margin-y": 0,
      },
    },
    { selector: "node[?named]", style: { label: "data(short)" } },
    {
      selector: "edge",
      style: { "curve-style": "haystack", "haystack-radius": 0, width: 1, "line-color": colours.line, opacity: 0.75, "overlay-opacity": 0 },
    },
    {
      selector: "edge.near",
      style: {
        width: 2,
        "line-color": colours.ink,
        opacity: 1,
        "mid-target-arrow-shape": "triangle",
        "mid-target-arrow-color": colours.ink,
        label: "data(name)",
        color: colours.ink,
        "font-family": "system-ui, sans-serif",
        "font-size": 10,
        "min-zoomed-font-size": 6,
        "text-background-color": colours.ground,
        "text-background-opacity": 0.9,
        "text-background-padding": "1px",
      },
    },
    { selector: "edge.path", style: { width: 4, "line-color": colours.strong, opacity: 1 } },
    { selector: "node.path", style: { label: "data(short)", "border-width": 3, "border-color": colours.strong } },
    { selector: "node.pinned", style: { "border-width": 5, "border-style": "double", "border-color": colours.ink } },
    { selector: "node.hover", style: { label: "data(name)", "text-max-width": "220px", "z-index": 9 } },
    {
      selector: "node.chosen",
      style: {
        label: "data(name)",
        "text-max-width": "220px",
        "font-weight": "bold",
        "border-width": 4,
        "border-style": "solid",
        "border-color": colours.focus,
        "z-index": 10,
      },
    },
  ];
}
