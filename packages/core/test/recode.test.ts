import { describe, expect, it } from "vitest";
import { calendarYears, parsePeriod, recode, tableFromRows } from "../src/index.ts";
import { counts, none } from "./fixtures.ts";

const months = tableFromRows(
  ["2022-11", "2022-12", "2023-01"].map((text, i) => ({ period: parsePeriod(text)!, n: i + 1 })),
  { n: "count" },
);

describe("recode", () => {
  it("sums the rows that become the same", () => {
    const years = recode(
      months,
      "period",
      ({ end }) => calendarYears(Number(end.slice(0, 4))),
      "months summed into years",
    );
    expect([...years].map((row) => [row.period.label, row.n])).toEqual([
      ["2022", 1 + 2],
      ["2023", 3],
    ]);
    expect(years.provenance.steps).toEqual(["months summed into years"]);
  });

  it("is missing where a part is missing, for its reason", () => {
    expect(
      [...recode(counts(1, "suppressed"), "area", () => "all", "summed")].map((row) => [row.group, row.missing]),
    ).toEqual([
      ["odd", null],
      ["even", "suppressed"],
    ]);
  });

  it("of one row has one; of no rows none", () => {
    expect([...recode(counts(4), "area", () => "A", "named")][0]?.area).toBe("A");
    expect(recode(none, "area", () => "A", "named").length).toBe(0);
  });

  it("refuses a key that the table has not, and rates", () => {
    // @ts-expect-error no such key
    expect(() => recode(months, "area", (area) => area, "")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-key] recode: unknown key "area"; the table has period
        Fix: Name a key of the table.]
    `);
    const rates = tableFromRows([{ area: "A", value: 1 }], { value: "rate" });
    // @ts-expect-error only counts add up
    expect(() => recode(rates, "area", (area) => area, "")).toThrow("[not-additive]");
  });
});
