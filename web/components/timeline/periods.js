/**
 * Months, quarters and years in which things are counted. A period is named as people sort them:
 * 2025-04, 2025-Q2 or 2025.
 *
 * @typedef {"month"|"quarter"|"year"} Unit
 * @typedef {{day: string, kind: string}} Entry day is a date, or empty if none is known
 * @typedef {{name: string, total: number, kinds: Map<string, number>}} Period
 * @typedef {{unit: Unit, periods: Period[], earlier: number, undated: number}} Counted earlier is
 *     how many are older than all that is shown
 */

/** As many as stand side by side on a telephone. */
const MOST = 12;
/** Fewer than this show no course. */
const LEAST = 6;

/** @type {Record<Unit, number>} */
const MONTHS = { month: 1, quarter: 3, year: 12 };

/** What a name can look like; its groups are year, quarter and month. */
const NAME = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/;

const MONTH = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
const SHORT = new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" });

/**
 * Counts by the shortest unit that is few enough periods, up to the last day and with those in
 * which there is nothing.
 *
 * @param {readonly Entry[]} entries
 * @param {string} until the last day that is looked at
 * @returns {Counted}
 */
export function counted(entries, until) {
  const dated = entries.filter((each) => each.day !== "");
  const days = [...dated.map((each) => each.day), until].sort();
  const last = days[days.length - 1];
  const unit = unitFor(days[0], last);
  const end = place(last, unit);
  const from = Math.max(end - MOST + 1, Math.min(place(days[0], unit), end - LEAST + 1));
  const periods = Array.from({ length: end - from + 1 }, (_, at) => ({
    name: nameAt(from + at, unit), total: 0, kinds: /** @type {Map<string, number>} */ (new Map()),
  }));
  let earlier = 0;
  for (const { day, kind } of dated) {
    const period = periods[place(day, unit) - from];
    if (period) {
      period.total++;
      period.kinds.set(kind, (period.kinds.get(kind) ?? 0) + 1);
    } else {
      earlier++;
    }
  }
  return { unit, periods, earlier, undated: entries.length - dated.length };
}

/**
 * @param {string} first
 * @param {string} last
 * @returns {Unit}
 */
function unitFor(first, last) {
  const units = /** @type {Unit[]} */ (Object.keys(MONTHS));
  return units.find((unit) => place(last, unit) - place(first, unit) < MOST) ?? "year";
}

/**
 * Periods of a unit are numbered one after the other.
 *
 * @param {string} day
 * @param {Unit} unit
 */
function place(day, unit) {
  const [year, month] = day.split("-").map(Number);
  return Math.floor((year * 12 + month - 1) / MONTHS[unit]);
}

/**
 * @param {number} at
 * @param {Unit} unit
 */
function nameAt(at, unit) {
  const months = at * MONTHS[unit];
  const year = String(Math.floor(months / 12)).padStart(4, "0");
  switch (unit) {
    case "year":
      return year;
    case "quarter":
      return `${year}-Q${(months % 12) / 3 + 1}`;
    default:
      return `${year}-${String((months % 12) + 1).padStart(2, "0")}`;
  }
}

/**
 * What a period is called in a sentence: "April 2025", "April to June 2025", "2025".
 *
 * @param {string} name
 * @returns {string|null} null if there is no such period
 */
export function inWords(name) {
  const [, year, quarter, month] = NAME.exec(name) ?? [];
  if (quarter) {
    const first = (Number(quarter) - 1) * 3;
    return `${monthNamed(MONTH, first)} to ${monthNamed(MONTH, first + 2)} ${year}`;
  }
  return month ? `${monthNamed(MONTH, Number(month) - 1)} ${year}` : (year ?? null);
}

/**
 * What a period is called under its bar, within its year: "Apr", "Q2"; nothing for a whole year.
 *
 * @param {string} name
 */
export function inShort(name) {
  const [, , quarter, month] = NAME.exec(name) ?? [];
  return quarter ? `Q${quarter}` : month ? monthNamed(SHORT, Number(month) - 1) : "";
}

/**
 * @param {Intl.DateTimeFormat} format
 * @param {number} month from 0 on
 */
function monthNamed(format, month) {
  return format.format(Date.UTC(2000, month));
}

/**
 * @param {string} day
 * @param {string} period by its name
 */
export function isIn(day, period) {
  const unit = period.includes("Q") ? "quarter" : period.includes("-") ? "month" : "year";
  return day !== "" && nameAt(place(day, unit), unit) === period;
}
