import assert from "node:assert/strict";
import { test } from "node:test";
import { latestFirst } from "../app/incidents.js";
import { counted, inShort, inWords, isIn } from "../components/timeline/periods.js";

/** @param {string[]} days */
function entries(...days) {
  return days.map((day) => ({ day, kind: "high" }));
}

/** @param {import("../components/timeline/periods.js").Counted} of */
function totals(of) {
  return Object.fromEntries(of.periods.map(({ name, total }) => [name, total]));
}

test("a year or less is counted by month, and empty months are there", () => {
  const of = counted(entries("2025-11-30", "2025-12-01", "2025-12-31", "2026-02-01"), "2026-03-31");
  assert.equal(of.unit, "month");
  assert.deepEqual(totals(of), {
    "2025-10": 0, "2025-11": 1, "2025-12": 2, "2026-01": 0, "2026-02": 1, "2026-03": 0,
  });
});

test("what spans more than twelve months is counted by quarter, and more than twelve quarters by year", () => {
  const quarters = counted(entries("2025-03-31", "2025-04-01"), "2026-03-31");
  assert.equal(quarters.unit, "quarter");
  assert.deepEqual(totals(quarters), {
    "2024-Q4": 0, "2025-Q1": 1, "2025-Q2": 1, "2025-Q3": 0, "2025-Q4": 0, "2026-Q1": 0,
  });
  assert.equal(counted(entries("2023-04-01"), "2026-03-31").unit, "quarter");
  const years = counted(entries("2023-03-31", "2026-01-01"), "2026-03-31");
  assert.equal(years.unit, "year");
  assert.deepEqual(totals(years), { 2021: 0, 2022: 0, 2023: 1, 2024: 0, 2025: 0, 2026: 1 });
});

test("there are never more than twelve periods; what is older or has no day is told apart", () => {
  const of = counted(entries("1999-01-01", "2015-01-01", "2026-01-01", ""), "2026-03-31");
  assert.deepEqual([of.periods.length, of.periods[0].name, of.earlier, of.undated], [12, "2015", 1, 1]);
  assert.equal(of.periods.reduce((sum, each) => sum + each.total, 0), 2);
});

test("each period is parted by kind", () => {
  const of = counted([...entries("2026-03-01", "2026-03-02"), { day: "2026-03-03", kind: "low" }], "2026-03-31");
  assert.deepEqual([...(of.periods.at(-1)?.kinds ?? [])], [["high", 2], ["low", 1]]);
});

test("nothing at all is counted too", () => {
  const of = counted([], "2026-03-31");
  assert.deepEqual([of.unit, of.periods.length, of.earlier], ["month", 6, 0]);
});

test("a period is said in words, and knows its days", () => {
  assert.deepEqual(["2025-04", "2025-Q4", "2025", "2025-13", "soon", ""].map(inWords), [
    "April 2025", "October to December 2025", "2025", null, null, null,
  ]);
  assert.deepEqual(["2025-04", "2025-Q4", "2025"].map(inShort), ["Apr", "Q4", ""]);
  assert.ok(isIn("2025-12-31", "2025-Q4") && isIn("2025-12-31", "2025-12") && isIn("2025-12-31", "2025"));
  assert.ok(!isIn("2026-01-01", "2025-Q4") && !isIn("2025-11-30", "2025-12") && !isIn("", "2025"));
});

test("incidents come the latest first, each once, by the day that is known", () => {
  /** @param {string} iri @param {Record<string, string>} cells */
  const row = (iri, cells) => Object.fromEntries(
    Object.entries({ incident: iri, ...cells }).map(([name, value]) => [name, { type: "literal", value }]),
  );
  const rows = [
    row("a", { occurredAt: "2026-01-01T00:00:00Z", awareAt: "2026-01-03T00:00:00Z", severity: "high", orgLabel: "Acme" }),
    row("b", {}),
    row("c", { occurredAt: "2026-02-01T00:00:00Z", incidentLabel: "The third" }),
    row("a", { occurredAt: "2026-01-01T00:00:00Z", awareAt: "2026-01-03T00:00:00Z", severity: "high", orgLabel: "Acme" }),
  ];
  assert.deepEqual(latestFirst(rows), [
    { iri: "c", label: "The third", organisation: "", severity: "", day: "2026-02-01" },
    { iri: "a", label: "a", organisation: "Acme", severity: "high", day: "2026-01-03" },
    { iri: "b", label: "b", organisation: "", severity: "", day: "" },
  ]);
});
