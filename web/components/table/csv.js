/**
 * Lines as RFC 4180 has them. A cell that a spreadsheet would run as a formula is led by an
 * apostrophe (OWASP, CSV injection).
 *
 * @param {Array<Array<string|number>>} lines
 */
export function csv(lines) {
  return lines.map((line) => line.map(cell).join(",") + "\r\n").join("");
}

/** @param {string|number} given */
function cell(given) {
  if (typeof given === "number") {
    return String(given);
  }
  const safe = /^[=+\-@\t\r]/.test(given) ? `'${given}` : given;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
