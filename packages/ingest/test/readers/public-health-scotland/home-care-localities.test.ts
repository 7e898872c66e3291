import { describe, expect, test } from "vitest";
import {
  phsHomeCareLocalities,
  phsHomeCareLocalitiesReader,
} from "../../../src/readers/public-health-scotland/home-care-localities.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, readText, tablesOf } from "./sample.ts";

/** Synthetic: a locality, and people who live outside the partnership. */
const localities = csv(
  "financial_quarter,sending_location,locality,age_group,measure,value",
  '2017/18 Q4,Fife,Levenmouth,All Ages,"Rate per 1,000 Population",6.6',
  "2017/18 Q4,Fife,Levenmouth,All Ages,Number of People,540",
  "2017/18 Q4,Fife,Levenmouth,All Ages,Number of Hours,104960",
  "2017/18 Q4,Fife,Outside Partnership,85+ years,Number of People,5",
  "2017/18 Q4,Fife,Outside Partnership,85+ years,Number of Hours,0",
);

describe("home care by locality", () => {
  test("has no rate for people outside the partnership: it does not apply", async () => {
    const file = await readText(localities);
    expect(
      [...file.as(phsHomeCareLocalities)].map((row) => [row.localityName, row.people, row.perThousand, row.missing]),
    ).toEqual([["Outside Partnership", 5, null, "not applicable"]]);
    expect(tablesOf(file)).toEqual([
      "by areaName, localityName, period and age: 1",
      "by areaName, localityName and period: 1",
    ]);
    expect(file.issues).toEqual([]);
  });
});

describeSturdiness(phsHomeCareLocalitiesReader, "localities.csv", () => localities);
