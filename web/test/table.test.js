import assert from "node:assert/strict";
import { test } from "node:test";
import { csv } from "../components/table/csv.js";
import { order } from "../components/table/order.js";

test("commas, quotes and line breaks are quoted as RFC 4180 has it", () => {
  assert.equal(csv([["a", 'say "b"'], ["c,d", "e\nf"]]), 'a,"say ""b"""\r\n"c,d","e\nf"\r\n');
});

test("no spreadsheet runs a cell as a formula, and numbers stay numbers", () => {
  assert.equal(csv([["=1+1", "+2", "@x", -3]]), "'=1+1,'+2,'@x,-3\r\n");
});

test("ids are in the order in which a reader looks them up", () => {
  assert.deepEqual(["A.8.10", "A.8.2", "A.5.1"].sort(order), ["A.5.1", "A.8.2", "A.8.10"]);
  assert.deepEqual([10, 9, 100].sort(order), [9, 10, 100]);
});
