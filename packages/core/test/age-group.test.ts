import { describe, expect, it } from "vitest";
import { ageGroup } from "../src/index.ts";

describe("ageGroup", () => {
  it("has five-year bands up to 90 and over unless told otherwise", () => {
    // The bands of the European Standard Population 2013, closed at 90.
    expect([0, 4, 5, 89, 90, 107].map((age) => ageGroup(age)?.label)).toEqual([
      "0-4",
      "0-4",
      "5-9",
      "85-89",
      "90+",
      "90+",
    ]);
  });

  it("puts parts of a year into the band of the completed year", () => {
    expect(ageGroup(4.99)?.label).toBe("0-4");
    expect(ageGroup(89.999)?.label).toBe("85-89");
  });

  it("starts at the youngest age and gives none below it", () => {
    expect(ageGroup(16, { from: 16, to: 65, by: 7 })?.label).toBe("16-22");
    expect(ageGroup(15.99, { from: 16, to: 65, by: 7 })).toBeNull();
    expect(ageGroup(-0.5)).toBeNull();
  });

  it("takes the start of the open band down to the grid", () => {
    // 16, 26, … 66: the next start, 76, is above 72. As create_age_groups of phsmethods.
    expect(ageGroup(65, { from: 16, to: 72, by: 10 })?.label).toBe("56-65");
    expect(ageGroup(66, { from: 16, to: 72, by: 10 })?.label).toBe("66+");
    expect(ageGroup(3, { to: 3, by: 5 })?.label).toBe("0+");
  });

  it("prints a band of one year once", () => {
    expect(ageGroup(21, { from: 16, to: 22, by: 1 })).toEqual({ from: 21, to: 22, label: "21" });
  });

  it("gives no band to a missing age", () => {
    expect(ageGroup(Number.NaN)).toBeNull();
    expect(ageGroup(Number.POSITIVE_INFINITY)).toBeNull();
  });

  it("refuses bands that are not whole years in order", () => {
    expect(() => ageGroup(50, { from: 20, to: 10 })).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [invalid-bands] ageGroup: bands must start and end at whole years, 0 or more, and be 1 or more wide; found from 20 to 10 by 5
        Fix: Write the youngest age, the start of the open band and the width: ageGroup(age, { from: 0, to: 90, by: 5 }).]
    `);
    for (const options of [
      { by: 0 },
      { by: 2.5 },
      { from: -1 },
      { to: Number.POSITIVE_INFINITY },
      { from: Number.NaN },
    ])
      expect(() => ageGroup(50, options)).toThrow("[invalid-bands]");
  });
});
