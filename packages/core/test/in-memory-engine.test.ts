import { expect, it } from "vitest";
import { countBy, inMemoryEngine, noSource } from "../src/index.ts";
import { deaths, none } from "./fixtures.ts";

it("counts as countBy does, with and without look-ups", async () => {
  const engine = inMemoryEngine();
  const rollUp = [
    {
      level: "country",
      parents: new Map([
        ["A", "S"],
        ["B", "S"],
      ]),
      edition: "2024",
      provenance: noSource,
    },
  ];
  expect([...(await engine.count({ from: deaths, by: ["area", "age"] }))]).toEqual([
    ...countBy(deaths, ["area", "age"]),
  ]);
  expect([...(await engine.count({ from: deaths, by: ["area"], rollUp }))]).toMatchObject([
    { area: "S", level: "country", deaths: 31 },
  ]);
  expect((await engine.count({ from: none, by: ["area"] })).length).toBe(0);
  expect(engine.name).toBe("memory");
  await engine.close();
});
