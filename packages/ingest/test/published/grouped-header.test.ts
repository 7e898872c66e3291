import { expect, test } from "vitest";
import { groupedHeader } from "../../src/published/grouped-header.ts";

test("columns are headed by their group and their own header; marks of notes go to the end", () => {
  expect(
    groupedHeader(["Area code1", "", "In2", "", "", "Change"], ["", "", "Total3", "Overseas", "", "%", "more"]),
  ).toEqual(["Area code [note 1]", "", "In: Total [note 2] [note 3]", "In: Overseas", "", "Change: %", "Change: more"]);
  expect(groupedHeader([], ["a", ""])).toEqual(["a", ""]);
  expect(groupedHeader(["a [Note 4]"], [])).toEqual(["a [Note 4]"]);
  expect(groupedHeader([], [])).toEqual([]);
});
