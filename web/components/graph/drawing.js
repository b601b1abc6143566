import { kindById } from "./kinds.js";

/**
 * A graph as an SVG file that needs nothing else: places, colours and names are written into it.
 *
 * @typedef {{id: string, name: string, kind: string, x: number, y: number, size: number}} Body
 * @typedef {{from: string, to: string, name: string, strong: boolean}} Line
 * @typedef {{ground: string, ink: string, line: string, strong: string,
 *     kinds: Record<string, string>}} Colours
 */

const MARGIN = 90;
const LETTERS = 32;

/**
 * @param {string} title
 * @param {readonly Body[]} bodies
 * @param {readonly Line[]} lines
 * @param {Colours} colours
 */
export function svgOf(title, bodies, lines, colours) {
  const at = new Map(bodies.map((each) => [each.id, each]));
  const xs = bodies.map((each) => each.x);
  const ys = bodies.map((each) => each.y);
  const left = least(xs) - MARGIN;
  const top = least(ys) - MARGIN;
  const width = -least(xs.map((x) => -x)) + MARGIN - left;
  const height = -least(ys.map((y) => -y)) + MARGIN - top;
  const drawn = lines.flatMap((line) => {
    const from = at.get(line.from);
    const to = at.get(line.to);
    return from && to ? [lineOf(from, to, line, colours)] : [];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="11">
<title>${escaped(title)}</title>
<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${escaped(colours.ground)}"/>
${drawn.join("\n")}
${bodies.map((each) => bodyOf(each, colours)).join("\n")}
</svg>
`;
}

/** @param {readonly number[]} numbers */
function least(numbers) {
  return numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0);
}

/**
 * @param {Body} from
 * @param {Body} to
 * @param {Line} line
 * @param {Colours} colours
 */
function lineOf(from, to, { name, strong }, colours) {
  const colour = escaped(strong ? colours.strong : colours.line);
  return `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke="${colour}" stroke-width="${strong ? 3 : 1}"><title>${escaped(`${from.name}: ${name}: ${to.name}`)}</title></line>`;
}

/**
 * @param {Body} body
 * @param {Colours} colours
 */
function bodyOf({ name, kind, x, y, size }, colours) {
  const half = size / 2;
  const { corners } = kindById(kind);
  const fill = escaped(colours.kinds[kind] ?? colours.line);
  const shape = corners
    ? `<polygon points="${corners.map(([right, down]) => `${round(x + right * half)},${round(y + down * half)}`).join(" ")}" fill="${fill}"/>`
    : `<circle cx="${x}" cy="${y}" r="${round(half)}" fill="${fill}"/>`;
  const text = name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name;
  return `<g><title>${escaped(name)}</title>${shape}<text x="${x}" y="${round(y + half + 12)}" text-anchor="middle" fill="${escaped(colours.ink)}">${escaped(text)}</text></g>`;
}

/** @param {number} number */
function round(number) {
  return Math.round(number * 10) / 10;
}

/** Text in XML, without the signs that XML has no place for. @param {string} text */
function escaped(text) {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
