import { expect, it } from "vitest";
import { inputName, isInputName } from "../../src/lock/index.ts";

// Titles of the kinds that portals have; what each becomes is worked out by the rule: letters and digits, hyphens between.
it.each([
  ["European Standard Population", "european-standard-population"],
  ["Council Area (2019) – Age & Sex", "council-area-2019-age-sex"],
  ["Bòrd na Gàidhlig", "bord-na-gaidhlig"],
  ["  12-month  totals ", "12-month-totals"],
  ["%%", "input"],
  ["x".repeat(200), "x".repeat(80)],
])("%s", (title, name) => {
  expect([inputName(title), isInputName(name)]).toEqual([name, true]);
});

it.each(["", "A", "a b", "-a", "a-", "a--b", "a/b", "../a", "é", "a".repeat(101)])("%j is no name", (text) => {
  expect(isInputName(text)).toBe(false);
});
