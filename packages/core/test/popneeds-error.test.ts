import { expect, it } from "vitest";
import { describeIssue, firstThree, PopneedsError } from "../src/index.ts";

it("says the code, what must hold, the first three places and how many more, and the fix", () => {
  const error = new PopneedsError({
    code: "a-code",
    message: "x: four do not:",
    where: ["1", "2", "3", "4"],
    fix: "Mend it.",
  });
  expect(error).toMatchInlineSnapshot(`
    [PopneedsError: [a-code] x: four do not:
      1
      2
      3
      and 1 more
      Fix: Mend it.]
  `);
  expect([error.name, error.code, error.fix, error.issues]).toEqual(["PopneedsError", "a-code", "Mend it.", []]);
  expect(new PopneedsError({ code: "c", message: "m" }).message).toBe("[c] m");
});

it("names three places as they are", () => {
  expect([firstThree([]), firstThree(["1", "2", "3"])]).toEqual([[], ["1", "2", "3"]]);
});

it("describes an issue in one line, with file and line where there are some", () => {
  const issue = { code: "negative-count", severity: "error", message: "Deaths is -1.", fix: "Correct it." } as const;
  expect(describeIssue(issue)).toBe("Deaths is -1. [negative-count] Fix: Correct it.");
  expect(describeIssue({ ...issue, file: "a.csv", line: 4 })).toBe(
    "a.csv, line 4: Deaths is -1. [negative-count] Fix: Correct it.",
  );
});
