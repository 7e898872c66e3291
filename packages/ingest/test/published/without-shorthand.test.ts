import { expect, test } from "vitest";
import { withoutShorthand } from "../../src/published/without-shorthand.ts";

const table = (labels: readonly string[]) => ({
  file: "drugs.xlsx",
  header: ["Year", "deaths"],
  rows: labels.map((label) => [label, "[x]"]),
  lines: labels.map((_, i) => i + 2),
  issues: [],
});

test("labels lose their shorthand and notes, which are said; figures keep theirs", () => {
  const { rows, issues } = withoutShorthand(
    table(["2010", "2011 [b]", "2012 [p]", "Methadone [note 6]", "Any  drug\n[note 5][note 8]", "2013 [q]"]),
    ["Year"],
  );
  expect(rows.map(([label]) => label)).toEqual(["2010", "2011", "2012", "Methadone", "Any drug", "2013"]);
  expect(rows.every(([, figure]) => figure === "[x]")).toBe(true);
  expect(issues.map(({ code, message }) => `${code}: ${message}`)).toMatchInlineSnapshot(`
    [
      "qualified-rows: 2011: break in time series",
      "qualified-rows: 2012: provisional",
      "notes-left-off: the marks of notes were left off Methadone (note 6); Any drug (note 5, note 8)",
      "qualified-rows: 2013: marked [q]",
    ]
  `);
});

test("labels without any are left as they are, and so is a column that is not there", () => {
  const plain = table(["2010", "2011"]);
  expect(withoutShorthand(plain, ["Year"])).toEqual(plain);
  expect(withoutShorthand(table(["2011 [b]"]), ["Area"]).rows[0]![0]).toBe("2011 [b]");
});
