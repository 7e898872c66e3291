import { expect, it } from "vitest";
import { absentIsZero, over } from "../src/index.ts";
import { counts, none } from "./fixtures.ts";

it("changes nothing but what an absent row means", () => {
  const table = counts(1, "unknown");
  const zero = absentIsZero(table);
  expect([...zero]).toEqual([...table]);
  expect([table.measures.events.absent, zero.measures.events.absent]).toEqual(["unknown", "zero"]);
  expect(absentIsZero(none).length).toBe(0);
});

it("makes a group without a row a group without events", () => {
  const people = counts(10, 20);
  expect([...over(absentIsZero(counts(1)), people)].map((row) => row.events)).toEqual([1, 0]);
  expect([...over(counts(1), people)].map((row) => row.missing)).toEqual([null, "unknown"]);
});
