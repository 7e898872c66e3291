import { describe, expect, it } from "vitest";
import { editDistance } from "../src/edit-distance.ts";

describe("editDistance", () => {
  it("counts letters put in, left out and replaced", () => {
    // kitten to sitting is the example of every textbook.
    expect(editDistance("kitten", "sitting")).toBe(3);
    expect(editDistance("", "abc")).toBe(3);
    expect(editDistance("abc", "")).toBe(3);
    expect(editDistance("same", "same")).toBe(0);
  });
});
