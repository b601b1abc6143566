/**
 * Puts what the server found wrong at the cells of the sheets.
 *
 * @typedef {{file: string, row: number, line: number, column?: string, message: string}} RowError
 * @typedef {{cells: Map<number, Map<number, string[]>>, rows: Map<number, string[]>, whole: string[]}} Places
 *     by row and place of the column, by row, and of the file as a whole
 */

/**
 * @param {RowError[]} errors
 * @param {Array<{name: string, rows: string[][], mapping: Array<string|null>}>} sheets
 * @returns {{byFile: Map<string, Places>, elsewhere: RowError[]}}
 */
export function place(errors, sheets) {
  /** @type {Map<string, Places>} */
  const byFile = new Map();
  /** @type {RowError[]} */
  const elsewhere = [];
  for (const error of errors) {
    const sheet = sheets.find((each) => each.name === error.file);
    if (!sheet) {
      elsewhere.push(error);
      continue;
    }
    const places = byFile.get(sheet.name) ?? { cells: new Map(), rows: new Map(), whole: [] };
    byFile.set(sheet.name, places);
    add(error, sheet, places);
  }
  return { byFile, elsewhere };
}

/**
 * @param {RowError} error
 * @param {{rows: string[][], mapping: Array<string|null>}} sheet
 * @param {Places} places
 */
function add(error, sheet, places) {
  const at = error.column ? placeOf(error.column, sheet) : -1;
  if (error.row < 1 || (error.row === 1 && at < 0)) {
    places.whole.push(error.message);
  } else if (at < 0) {
    push(places.rows, error.row, error.column ? `${error.column}: ${error.message}` : error.message);
  } else {
    const row = places.cells.get(error.row) ?? new Map();
    places.cells.set(error.row, row);
    push(row, at, error.message);
  }
}

/**
 * @param {string} column
 * @param {{rows: string[][], mapping: Array<string|null>}} sheet
 */
function placeOf(column, sheet) {
  const mapped = sheet.mapping.indexOf(column);
  return mapped >= 0 ? mapped : (sheet.rows[0] ?? []).findIndex((cell) => cell.trim() === column);
}

/**
 * @param {Map<number, string[]>} map
 * @param {number} key
 * @param {string} message
 */
function push(map, key, message) {
  map.set(key, [...(map.get(key) ?? []), message]);
}

/** The rows of a sheet with something wrong, in order. @param {Places} places */
export function wrongRows(places) {
  return [...new Set([...places.cells.keys(), ...places.rows.keys()])].sort((a, b) => a - b);
}

/**
 * The cell as the server thinks it was meant, if it does.
 *
 * @param {string} cell
 * @param {string} message such as "owner 'POST-CSIO': no such post; did you mean 'POST-CISO'?"
 * @returns {{value: string, cell: string}|null} the value meant, and the cell with it
 */
export function meant(cell, message) {
  const found = /^\S+ '(.*?)': .*did you mean '([^']*)'\?$/s.exec(message);
  if (!found) {
    return null;
  }
  const parts = cell.split("|");
  const mended = parts.map((part) => (part.trim() === found[1] ? found[2] : part)).join("|");
  return mended === cell ? null : { value: found[2], cell: mended };
}
