import { describe, expect, it } from "vitest";
import { causeWords } from "../src/burden/cause-words.ts";
import { causeGroup, causeGroups } from "../src/index.ts";
import { raw } from "./raw.ts";

const causes = [...new Set(raw("mortality/deaths-by-cause").map((row) => causeWords(row["cause"]!)))];

describe("causeGroup", () => {
  it("puts each of the 26 causes of the deaths into one group, and leaves no group empty", () => {
    expect(causes.length).toBe(26);
    const sizes = causeGroups.map((group) => causes.filter((cause) => causeGroup(cause) === group).length);
    // Counted by hand in the source's list of causes: 5 cancers, 3 of the circulation, 3 respiratory …
    expect(sizes).toEqual([5, 3, 3, 3, 4, 4, 4]);
  });

  it("refuses a cause that it does not know", () => {
    expect(() => causeGroup("IHD")).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [unknown-cause] causeGroup: a cause must be in one of the groups; "IHD" is in none
        Fix: Name it as the causes in cause-groups.ts are named, or add it to a group there.]
    `);
  });
});
