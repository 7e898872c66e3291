import { expect, it } from "vitest";
import { factId } from "../src/index.ts";

const keys = { indicator: "ill", area: "S37000006", period: "2021", sex: "all", age: "all", category: "" };

it.each([
  [{}, "ill/S37000006/2021"],
  [{ sex: "male" }, "ill/S37000006/2021/male"],
  [{ age: "85+" }, "ill/S37000006/2021/age-85-and-over"],
  [{ age: "0-15", sex: "female" }, "ill/S37000006/2021/female/age-0-15"],
  [{ period: "2020/21 Q4" }, "ill/S37000006/2020-21-Q4"],
  [{ category: "Ischaemic heart disease (I20-I25)" }, "ill/S37000006/2021/Ischaemic-heart-disease-I20-I25"],
  [{ category: "difference-from-region-later:west" }, "ill/S37000006/2021/difference-from-region-later:west"],
])("is made of the row's keys: %j", (of, id) => {
  expect(factId({ ...keys, ...of })).toBe(id);
});
