import { expect, it } from "vitest";
import { difference, table } from "./markdown.ts";

it("pads the columns of a table and keeps bars within cells", () => {
  expect(table(["a", "longer"], [["|x|", "1"]]).split("\n")).toEqual([
    "| a     | longer |",
    "| ----- | ------ |",
    "| \\|x\\| | 1      |",
  ]);
});

it("prints a difference to one digit", () => {
  expect([0, 4.8e-15, 1.04e-6].map(difference)).toEqual(["none", "5e-15", "1e-6"]);
});
