import { LitElement, html, nothing } from "lit";
import { count, plural } from "../../app/words.js";
import { csv } from "./csv.js";
import { order } from "./order.js";

/**
 * A table that sorts, filters, pages and can be taken along as CSV. On paper it has all its pages.
 *
 * It stands in a region that scrolls sideways by itself and can be reached by keyboard, so that the
 * page never does. Headers that sort are buttons, and tell their order by aria-sort.
 *
 * @template T
 * @typedef {object} Column
 * @property {string} name
 * @property {(row: T) => unknown} cell what lit renders
 * @property {(row: T) => string|number} text what it is sorted, filtered and exported by
 * @property {boolean} [number] whether it stands to the right
 */

const PAGE = 50;

export class Table extends LitElement {
  static properties = {
    label: {},
    file: {},
    columns: { attribute: false },
    rows: { attribute: false },
    sorted: { state: true },
    down: { state: true },
    wanted: { state: true },
    page: { state: true },
    whole: { state: true },
  };

  constructor() {
    super();
    /** What the table holds, for those who do not see it. */
    this.label = "";
    /** What the CSV is called; none is offered without. */
    this.file = "";
    /** @type {Column<any>[]} */
    this.columns = [];
    /** @type {any[]} */
    this.rows = [];
    this.sorted = -1;
    this.down = false;
    this.wanted = "";
    this.page = 0;
    /** Whether all rows are shown, however many there are. */
    this.whole = false;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("beforeprint", this.spread);
    addEventListener("afterprint", this.gather);
  }

  disconnectedCallback() {
    removeEventListener("beforeprint", this.spread);
    removeEventListener("afterprint", this.gather);
    super.disconnectedCallback();
  }

  /** At once, for the browser prints what is there when all have been told. */
  spread = () => {
    this.whole = true;
    this.performUpdate();
  };

  gather = () => {
    this.whole = false;
  };

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (changes.has("rows")) {
      this.page = 0;
    }
  }

  /** What is left by the filter, in order. */
  get kept() {
    const wanted = this.wanted.trim().toLowerCase();
    const kept = wanted
      ? this.rows.filter((row) => this.columns.some((each) => String(each.text(row)).toLowerCase().includes(wanted)))
      : [...this.rows];
    const column = this.columns[this.sorted];
    if (column) {
      kept.sort((one, other) => order(column.text(one), column.text(other)) * (this.down ? -1 : 1));
    }
    return kept;
  }

  /** @param {number} at */
  sort(at) {
    this.down = this.sorted === at ? !this.down : false;
    this.sorted = at;
    this.page = 0;
  }

  render() {
    const kept = this.kept;
    const last = this.whole ? 0 : Math.max(0, Math.ceil(kept.length / PAGE) - 1);
    const page = Math.min(this.page, last);
    const shown = this.whole ? kept : kept.slice(page * PAGE, (page + 1) * PAGE);
    return html`
      <div class="table-tools">
        <p class="table-count" role="status">${this.counted(kept.length)}</p>
        ${this.rows.length > 10
          ? html`<label class="filter"><span class="hidden">Filter ${this.label}</span>
              <input type="search" placeholder="Filter these rows" .value=${this.wanted}
                @input=${(/** @type {InputEvent} */ event) => this.filter(event)}></label>`
          : nothing}
        ${this.file ? html`<button type="button" class="quiet" @click=${() => this.download(kept)}>Download CSV</button>` : nothing}
      </div>
      <div class="scroll" role="region" tabindex="0" aria-label=${this.label}>
        <table>
          <thead><tr>${this.columns.map((column, at) => this.header(column, at))}</tr></thead>
          <tbody>
            ${shown.map(
              (row) => html`<tr>${this.columns.map(
                (column) => html`<td class=${column.number ? "number" : nothing}>${column.cell(row)}</td>`,
              )}</tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${last > 0 ? this.pager(page, last) : nothing}`;
  }

  /** @param {number} kept */
  counted(kept) {
    return kept === this.rows.length
      ? plural(kept, "row", "rows")
      : `${count(kept)} of ${plural(this.rows.length, "row", "rows")}`;
  }

  /** @param {InputEvent} event */
  filter(event) {
    this.wanted = /** @type {HTMLInputElement} */ (event.target).value;
    this.page = 0;
  }

  /**
   * @param {Column<any>} column
   * @param {number} at
   */
  header(column, at) {
    const by = this.sorted === at ? (this.down ? "descending" : "ascending") : "none";
    return html`<th scope="col" class=${column.number ? "number" : nothing} aria-sort=${by}>
      <button type="button" class="sort" @click=${() => this.sort(at)}>
        ${column.name}<span class="sort-mark" aria-hidden="true">${by === "none" ? "" : by === "ascending" ? "▲" : "▼"}</span>
      </button>
    </th>`;
  }

  /**
   * @param {number} page
   * @param {number} last
   */
  pager(page, last) {
    return html`<nav class="pager" aria-label=${`Pages of ${this.label}`}>
      <button type="button" ?disabled=${page === 0} @click=${() => (this.page = page - 1)}>Previous</button>
      <span>Page ${page + 1} of ${last + 1}</span>
      <button type="button" ?disabled=${page === last} @click=${() => (this.page = page + 1)}>Next</button>
    </nav>`;
  }

  /** @param {any[]} rows */
  download(rows) {
    const lines = [
      this.columns.map((each) => each.name),
      ...rows.map((row) => this.columns.map((each) => each.text(row))),
    ];
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([csv(lines)], { type: "text/csv" }));
    link.download = `${this.file}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

customElements.define("cg-table", Table);
