import { describe, expect, test } from "vitest";
import { missingBy, qualifierInWords } from "../src/qualifiers.ts";

describe("the qualifiers of Public Health Scotland", () => {
  test("say why a blank figure is not there", () => {
    expect(["c", "z", ":", "y"].map(missingBy)).toEqual([
      "suppressed",
      "not applicable",
      "not available",
      "incomplete",
    ]);
  });

  test("say nothing of a blank where they only qualify a figure, and where they are not on the list", () => {
    expect(["", "p", "r", "d", "***", "NA", "?"].map(missingBy)).toEqual([null, null, null, null, null, null, null]);
  });

  test("may stand together in one cell: the first that gives a reason counts", () => {
    expect([":u", "u:", "pc", "cz", "dp"].map(missingBy)).toEqual([
      "not available",
      "not available",
      "suppressed",
      "suppressed",
      null,
    ]);
  });

  test("are put in words", () => {
    expect(["p", "**", ":u", "\u2020", "NA", "pp"].map(qualifierInWords)).toEqual([
      "provisional (p)",
      "significant at the 0.01 level (**)",
      "not available and low reliability (:u)",
      "earliest revision (\u2020)",
      "a qualifier not on the publisher's list (NA)",
      "provisional (pp)",
    ]);
  });
});
