import { describe, expect, test } from "vitest";
import { category, label } from "../../../src/field.ts";
import { qualified, withNamedTotals } from "../../../src/readers/public-health-scotland/qualified.ts";

describe("keys of open data", () => {
  test("take a column of qualifiers, and stay what they were", () => {
    const plain = label("Quarter");
    expect(qualified(plain, "QuarterQF")).toMatchObject({ header: "Quarter", qualifier: "QuarterQF", holds: "text" });
    expect(plain).not.toHaveProperty("qualifier");
  });

  test("keep the names of their totals", () => {
    const plain = category("Type", { totals: ["All"] });
    expect(withNamedTotals(plain)).toMatchObject({ totals: ["All"], totalsHave: "code" });
    expect(plain).not.toHaveProperty("totalsHave");
  });
});
