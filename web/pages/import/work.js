import { get, getJson, rowsOf } from "../../app/api.js";
import { keepAuthor, secret, wrote } from "../../app/write.js";
import { keyOf } from "../../components/grid/grid.js";
import { place } from "./places.js";
import { gapsOf, isAsGiven, mappingOf, read, textOf, withCell } from "./sheet.js";
import { upload } from "./upload.js";

/**
 * An import in the making: the files with what was found out of them, the last report of the
 * server, and what became of it. It outlives the view, so that a reader who looks something up
 * finds it as it was left; the files themselves are gone when the page is loaded anew.
 *
 * @typedef {import("./sheet.js").Sheet} Sheet
 * @typedef {import("./sheet.js").Kind} Kind
 * @typedef {import("./places.js").Places} Places
 * @typedef {import("../../app/api.js").Row} Row
 * @typedef {{file: string, kind?: string, rows: number, added: number, changed: number, removed: number, unchanged: number, leftOut: number}} FileReport
 * @typedef {{added: boolean, subject: string, property: string, value: string,
 *     labels: {subject?: string, property?: string, value?: string}}} Statement
 * @typedef {{files: FileReport[], errors: import("./places.js").RowError[], furtherErrors: number,
 *     passedOver: Array<{file: string, reason: string}>, revision?: number,
 *     difference?: {added: number, removed: number, statements: Statement[]}}} Report
 * @typedef {{organisation: string, revision: number|null, before: Row[], after: Row[], undone: number|null}} Outcome
 */

export class Work {
  /** @type {Kind[]} */
  kinds = [];
  /** @type {Sheet[]} */
  sheets = [];
  /** The bytes of the files as they were given. @type {Map<string, Blob>} */
  originals = new Map();
  /** Files that were not taken, and why. @type {string[]} */
  left = [];
  organisation = "";
  /** Whether the organisation is not in the graph yet. */
  isNew = false;
  replace = false;
  /** @type {Report|null} */
  report = null;
  /** @type {Map<string, Places>} */
  byFile = new Map();
  /** @type {import("./places.js").RowError[]} */
  elsewhere = [];
  /** Whether something was changed since the report was made. */
  stale = false;
  /** Cells changed since the report was made, by file. @type {Map<string, Set<string>>} */
  touched = new Map();
  /** Rows of which every cell is a field, by file. @type {Map<string, Set<number>>} */
  opened = new Map();
  /** @type {{what: string, progress: import("./upload.js").Progress|null, stop: AbortController}|null} */
  running = null;
  /** @type {unknown} */
  problem = null;
  /** What the reader is told of, when it is no problem. */
  note = "";
  /** @type {Outcome|null} */
  outcome = null;
  /** Told of every change. */
  changed = () => {};

  /** @param {Array<{name: string, content: Blob, folder: string}>} files */
  async add(files) {
    this.left = [];
    this.problem = null;
    this.outcome = null;
    for (const { name, content } of files) {
      if (!/\.csv$/i.test(name)) {
        this.left.push(`${name} is no .csv file`);
        continue;
      }
      const sheet = read(name, new Uint8Array(await content.arrayBuffer()), this.kinds);
      this.sheets = [...this.sheets.filter((each) => each.name !== name), sheet];
      this.originals.set(name, content);
      this.forgetPlaces(name);
    }
    this.guessOrganisation(files.find((each) => each.folder)?.folder ?? "");
    this.outdate();
  }

  /** The organisation's own file tells its id; else its folder does. @param {string} folder */
  guessOrganisation(folder) {
    if (this.organisation) {
      return;
    }
    const own = this.sheets.find((each) => each.kind === "organisations");
    const id = own?.rows[1]?.[own.mapping.indexOf("id")]?.trim();
    this.organisation = id || folder;
  }

  /** @param {string} name */
  remove(name) {
    this.sheets = this.sheets.filter((each) => each.name !== name);
    this.originals.delete(name);
    this.forgetPlaces(name);
    this.outdate();
  }

  clear() {
    const { kinds, changed } = this;
    Object.assign(this, new Work(), { kinds, changed });
    this.changed();
  }

  /**
   * @param {string} name
   * @param {string} kind
   */
  setKind(name, kind) {
    this.update(name, (sheet) => {
      const other = { ...sheet, kind };
      return { ...other, mapping: mappingOf(other, this.kinds) };
    });
    this.forgetPlaces(name);
    this.outdate();
  }

  /**
   * @param {string} name
   * @param {number} at
   * @param {string|null} column
   */
  map(name, at, column) {
    this.update(name, (sheet) => ({ ...sheet, mapping: sheet.mapping.map((each, place) => (place === at ? column : each)) }));
    this.outdate();
  }

  /**
   * @param {string} name
   * @param {number} row
   * @param {number} at
   * @param {string} text
   */
  mend(name, row, at, text) {
    this.update(name, (sheet) => withCell(sheet, row, at, text));
    this.touched.set(name, new Set([...(this.touched.get(name) ?? []), keyOf(row, at)]));
    this.outdate();
  }

  /**
   * @param {string} name
   * @param {number} row
   */
  openRow(name, row) {
    this.opened.set(name, new Set([...(this.opened.get(name) ?? []), row]));
    this.changed();
  }

  /**
   * @param {string} name
   * @param {(sheet: Sheet) => Sheet} change
   */
  update(name, change) {
    this.sheets = this.sheets.map((each) => (each.name === name ? change(each) : each));
  }

  /** @param {string} name */
  forgetPlaces(name) {
    this.byFile.delete(name);
    this.touched.delete(name);
    this.opened.delete(name);
  }

  outdate() {
    this.stale = this.report !== null;
    this.changed();
  }

  /** @param {Sheet} sheet */
  kindOf(sheet) {
    return this.kinds.find((each) => each.name === sheet.kind);
  }

  /** What keeps the files from being checked, in words. */
  get obstacles() {
    const unknown = this.sheets.filter((each) => !each.kind).map((each) => `Choose what kind of file ${each.name} is.`);
    const columns = this.sheets.flatMap((sheet) => {
      const { unmatched, twice } = gapsOf(sheet, this.kindOf(sheet));
      return sheet.kind && unmatched.length + twice.length > 0 ? [`Match the columns of ${sheet.name}.`] : [];
    });
    const whose = this.organisation ? [] : ["Say whose data the files hold."];
    return this.sheets.length === 0 ? ["Choose files first."] : [...unknown, ...columns, ...whose];
  }

  /** @param {Sheet} sheet */
  contentOf(sheet) {
    const original = this.originals.get(sheet.name);
    return original && isAsGiven(sheet) ? original : new Blob([textOf(sheet)], { type: "text/csv" });
  }

  check() {
    return this.run("Checking", async (stop, told) => {
      const report = await this.send(true, "", "", stop, told);
      this.take(report);
    });
  }

  /**
   * @param {string} who
   * @param {string} why
   * @param {string} day
   */
  commit(who, why, day) {
    keepAuthor(who);
    return this.run("Importing", async (stop, told) => {
      const before = await coverage(this.organisation, day);
      const report = await this.send(false, who, why, stop, told);
      this.take(report);
      if (report.revision !== undefined) {
        wrote(report.revision);
      }
      if (report.errors.length === 0) {
        this.outcome = {
          organisation: this.organisation,
          revision: report.revision ?? null,
          before,
          after: await coverage(this.organisation, day),
          undone: null,
        };
      }
    });
  }

  /**
   * @param {number} revision
   * @param {string} day
   */
  async undone(revision, day) {
    if (this.outcome) {
      this.outcome = { ...this.outcome, undone: revision, after: await coverage(this.outcome.organisation, day) };
      this.changed();
    }
  }

  /**
   * @param {boolean} dryRun
   * @param {string} who
   * @param {string} why
   * @param {AbortSignal} signal
   * @param {(progress: import("./upload.js").Progress) => void} told
   * @returns {Promise<Report>}
   */
  send(dryRun, who, why, signal, told) {
    return upload({
      files: this.sheets.map((each) => ({ name: each.name, content: this.contentOf(each) })),
      parameters: [
        ["org", this.organisation],
        ...this.sheets.map((each) => /** @type {[string, string]} */ (["as", each.kind])),
        ["replace", this.replace ? "true" : null],
        ["dryRun", dryRun ? "true" : null],
        ["author", who],
        ["message", why],
      ],
      secret: secret() ?? "",
      signal,
      told,
    });
  }

  /** @param {Report} report */
  take(report) {
    this.report = report;
    this.stale = false;
    this.touched = new Map();
    this.opened = new Map();
    const { byFile, elsewhere } = place(report.errors, this.sheets);
    this.byFile = byFile;
    this.elsewhere = elsewhere;
  }

  /**
   * @param {string} what
   * @param {(signal: AbortSignal, told: (progress: import("./upload.js").Progress) => void) => Promise<void>} act
   */
  async run(what, act) {
    const stop = new AbortController();
    this.running = { what, progress: null, stop };
    this.problem = null;
    this.note = "";
    this.changed();
    try {
      await act(stop.signal, (progress) => {
        this.running = { what, progress, stop };
        this.changed();
      });
    } catch (error) {
      if (stop.signal.aborted) {
        this.note = "Cancelled. Nothing was written, unless the server had begun to commit; the history tells.";
      } else {
        this.problem = error;
      }
    } finally {
      this.running = null;
      this.changed();
    }
  }
}

/**
 * The coverage of an organisation by framework; nothing of one that is not there.
 *
 * @param {string} organisation
 * @param {string} day
 * @returns {Promise<Row[]>}
 */
async function coverage(organisation, day) {
  try {
    return (await rowsOf(await get("/api/v1/coverage", [["by", "framework"], ["org", organisation], ["day", day]]))).rows;
  } catch {
    return [];
  }
}

/** @returns {Promise<Kind[]>} */
export async function importFormat() {
  return (await getJson("/api/v1/imports/format")).kinds;
}
