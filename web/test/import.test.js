import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, parse, separatorOf, write } from "../pages/import/rfc4180.js";
import { gapsOf, isAsGiven, kindOf, read, textOf, withCell } from "../pages/import/sheet.js";
import { meant, place, wrongRows } from "../pages/import/places.js";
import { lastOf } from "../pages/import/lines.js";
import { movesOf } from "../pages/import/moves.js";

const column = (name, required = false) => ({ name, required, list: false, holds: "text", about: "", example: "" });
const KINDS = [
  { name: "units", about: "", key: [], template: "", columns: [column("id", true), column("name", true), column("partOf")] },
  { name: "risks", about: "", key: [], template: "", columns: [column("id", true), column("name", true), column("owner"), column("identifiedOn", true)] },
  { name: "risk-methods", about: "", key: [], template: "", columns: [column("id", true), column("name", true), column("appetite")] },
];
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

test("quotes, separators and line breaks are read as RFC 4180 has them", () => {
  assert.deepEqual(parse('a,"b ""c"", d"\r\n"1\n2",\r\n', ",").rows, [["a", 'b "c", d'], ["1\n2", ""]]);
  assert.deepEqual(parse("a;b\n1;2", ";").rows, [["a", "b"], ["1", "2"]]);
  assert.deepEqual(parse("", ",").rows, []);
});

test("an empty line is a row, as a spreadsheet counts", () => {
  assert.deepEqual(parse("a,b\n\n1,2\n", ",").rows, [["a", "b"], [""], ["1", "2"]]);
});

test("blanks around a quoted cell do not count", () => {
  assert.deepEqual(parse('a, "b" ,c\n', ",").rows, [["a", "b", "c"]]);
});

test("a mistake in a quote is named by its row, and what is before it is kept", () => {
  assert.deepEqual(parse('a,b\n1,"2\n3,4\n', ","), { rows: [["a", "b"]], problem: { row: 2, message: "a quote is not closed" } });
  assert.equal(parse('"a"b,c', ",").problem?.message, "text follows a closed quote");
});

test("what is written is read again", () => {
  const rows = [["a", 'say "b"', "c,d"], ["", " e ", "f\ng"], [""], ["=1+1", "-2", "ü"]];
  for (const separator of [",", ";", "\t"]) {
    assert.deepEqual(parse(write(rows, separator, "\r\n"), separator).rows, rows);
  }
});

test("the separator is the one that gives the most known columns", () => {
  const names = new Set(["id", "name"]);
  assert.equal(separatorOf("id;name;a,b,c,d\n", names), ";");
  assert.equal(separatorOf("id\tname\n", names), "\t");
  assert.equal(separatorOf("x\n", names), ",");
});

test("UTF-8 with or without mark, UTF-16 and Windows letters are read", () => {
  assert.deepEqual(decode(bytes("\uFEFFä")), { text: "ä", encoding: "utf-8" });
  assert.deepEqual(decode(new Uint8Array([0xff, 0xfe, 0xe4, 0])), { text: "ä", encoding: "utf-16le" });
  assert.deepEqual(decode(new Uint8Array([0xe4])), { text: "ä", encoding: "windows-1252" });
});

test("a kind is told by the name, a part of it, or the columns", () => {
  assert.equal(kindOf("Risks.csv", [], KINDS)?.name, "risks");
  assert.equal(kindOf("2026 risk methods (final).csv", [], KINDS)?.name, "risk-methods");
  assert.equal(kindOf("export.csv", ["Id", "Name", "Owner", "Identified on"], KINDS)?.name, "risks");
  assert.equal(kindOf("export.csv", ["a", "b", "c"], KINDS), undefined);
});

test("columns of the same letters match, others wait for the reader", () => {
  const sheet = read("risks.csv", bytes("ID,Title,identified_on,\n1,Fire,2026-01-01,\n"), KINDS);
  assert.deepEqual(sheet.mapping, ["id", null, "identifiedOn", ""]);
  const gaps = gapsOf(sheet, KINDS[1]);
  assert.deepEqual(gaps.unmatched, [1]);
  assert.deepEqual(gaps.missing.map((each) => each.name), ["name"]);
  const matched = { ...sheet, mapping: ["id", "name", "identifiedOn", ""] };
  assert.deepEqual(gapsOf(matched, KINDS[1]), { unmatched: [], missing: [], twice: [] });
  assert.equal(textOf(matched), "id,name,identifiedOn,\n1,Fire,2026-01-01,\n");
  assert.equal(isAsGiven(matched), false);
});

test("a column is left out with its cells, and rows keep their numbers", () => {
  const sheet = read("units.csv", bytes("id,colour,name\r\nU-1,red,One\r\n\r\nU-2,blue,Two\r\n"), KINDS);
  assert.equal(textOf({ ...sheet, mapping: ["id", "", "name"] }), "id,name\r\nU-1,One\r\n\r\nU-2,Two\r\n");
});

test("a file that fits is sent as it is, one that was mended is not", () => {
  const sheet = read("units.csv", bytes("id,name\nU-1,One\n"), KINDS);
  assert.equal(isAsGiven(sheet), true);
  const mended = withCell(sheet, 2, 1, "First");
  assert.equal(isAsGiven(mended), false);
  assert.equal(textOf(mended), "id,name\nU-1,First\n");
  assert.equal(sheet.rows[1][1], "One", "what was is not changed");
});

test("errors are placed at their cells, rows and files", () => {
  const sheet = { name: "risks.csv", rows: [["Id", "Title"], ["1", ""], ["2", "x", "y"]], mapping: ["id", "name"] };
  const { byFile, elsewhere } = place(
    [
      { file: "risks.csv", row: 2, line: 2, column: "name", message: "name is required, and empty" },
      { file: "risks.csv", row: 3, line: 3, message: "has 3 cells where the header has 2" },
      { file: "risks.csv", row: 1, line: 1, column: "owner", message: "column 'owner' is required, and missing" },
      { file: "risks.csv", row: 2, line: 2, column: "other", message: "is wrong" },
      { file: "", row: 0, line: 0, message: "there is no file to import" },
    ],
    [sheet],
  );
  const places = byFile.get("risks.csv");
  assert.deepEqual(places.cells.get(2).get(1), ["name is required, and empty"]);
  assert.deepEqual(places.rows.get(3), ["has 3 cells where the header has 2"]);
  assert.deepEqual(places.rows.get(2), ["other: is wrong"]);
  assert.deepEqual(places.whole, ["column 'owner' is required, and missing"]);
  assert.deepEqual(wrongRows(places), [2, 3]);
  assert.equal(elsewhere.length, 1);
});

test("the value that was meant is put in the place of the one that is wrong", () => {
  const message = "owner 'POST-CSIO': no such post; did you mean 'POST-CISO'?";
  assert.deepEqual(meant("POST-CSIO", message), { value: "POST-CISO", cell: "POST-CISO" });
  assert.deepEqual(meant("A| POST-CSIO|B", message), { value: "POST-CISO", cell: "A|POST-CISO|B" });
  assert.equal(meant("A", "name is required, and empty"), null);
  assert.equal(meant("already mended", message), null);
});

test("of lines that still come only whole ones are read", () => {
  assert.deepEqual(lastOf('{"a":1}\n{"b":2}\n{"c"', false), { b: 2 });
  assert.equal(lastOf('{"c"', false), null);
  assert.deepEqual(lastOf('{"a":1}\n{"report":{}}\n', true), { report: {} });
});

test("coverage before and after meets by framework", () => {
  const row = (iri, label) => ({ framework: { type: "uri", value: iri }, frameworkLabel: { type: "literal", value: label } });
  const moves = movesOf([row("a", "A")], [row("a", "A"), row("b", "B")]);
  assert.deepEqual(moves.map((each) => [each.name, each.was !== null, each.is !== null]), [["A", true, true], ["B", false, true]]);
});
