import { describe, expect, test } from "vitest";
import {
  phsSelfDirectedSupport,
  phsSelfDirectedSupportReader,
} from "../../../src/readers/public-health-scotland/self-directed-support.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, readText, rowsOf } from "./sample.ts";

/** Synthetic: 6 + 5 people chose an option, 10 any: one chose two. */
const options = csv(
  "financial_year,sending_location,option_type,nclient,rate",
  "2017/18,Fife,Option 1,6,1.2",
  "2017/18,Fife,Option 3,5,1",
  "2017/18,Fife,Any SDS,10,2",
  "2017/18,Scotland (Estimated),Any SDS,100,1.9",
);

describe("self-directed support", () => {
  test("of any option is held apart from the options, which people may combine", async () => {
    const file = await readText(options);
    expect([...file.as(phsSelfDirectedSupport)].map(({ option, people }) => [option, people])).toEqual([
      ["Option 1", 6],
      ["Option 3", 5],
    ]);
    expect(rowsOf(file, "by areaName and period")).toEqual(["areaName Fife, period 2017/18, people 10, perThousand 2"]);
  });
});

describeSturdiness(phsSelfDirectedSupportReader, "options.csv", () => options);
