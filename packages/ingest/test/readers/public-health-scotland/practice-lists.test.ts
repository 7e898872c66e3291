import { describe, expect, test } from "vitest";
import { practiceLists, practiceListsReader } from "../../../src/readers/public-health-scotland/practice-lists.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, issuesOf, readText } from "./sample.ts";

/** Synthetic. */
const lists = csv('"ltla21_code","total_gp","total_patients","patients_per_gp"', '"S12000001",200,250000,1250');

describe("lists of practices by council", () => {
  test("count practitioners and patients; patients each are a ratio, and the year is not said", async () => {
    const file = await readText(lists);
    const table = file.as(practiceLists);
    // 250,000 / 200 = 1,250, by hand.
    expect([...table]).toMatchObject([{ generalPractitioners: 200, patients: 250_000, patientsEach: 1250 }]);
    expect(table.measures.patientsEach.kind).toBe("ratio");
    expect(issuesOf(file)).toEqual(["note | no-period | the file does not say of which year its figures are"]);
  });
});

describeSturdiness(practiceListsReader, "lists.csv", () => lists);
