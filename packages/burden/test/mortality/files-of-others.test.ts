import { existsSync } from "node:fs";
import { describeSource, sourcesOf, tableFromRows } from "@popneeds/core";
import { readRecords } from "@popneeds/ingest";
import { readReferenceLifeTables } from "@popneeds/population";
import { describe, expect, it } from "vitest";
import {
  avoidableList,
  causeHierarchy,
  causesAtLevel,
  causesByLevels,
  causesOfCodes,
  diseaseCode,
  expectancyAt,
  holdsCode,
} from "../../src/index.ts";

const folder = new URL("../../../../../shared/tables/", import.meta.url).pathname;
const file = (name: string) => `${folder}${name}`;

/** A `describe` that says aloud that it is skipped where the files, which may not be shipped, are missing. */
function describeFiles(name: string, files: readonly string[], body: () => void): void {
  const missing = files.filter((path) => !existsSync(file(path)));
  if (missing.length > 0) process.stderr.write(`skipped: ${name}: not found in ${folder}: ${missing.join(", ")}\n`);
  describe.skipIf(missing.length > 0)(name, body);
}

describeFiles(
  "the hierarchy of causes of the Global Burden of Disease studies",
  ["gbd_bebod_cause_hierarchy.csv", "icd10_to_gbd_cause_bebod.csv"],
  () => {
    const read = async () => {
      const tree = await readRecords(file("gbd_bebod_cause_hierarchy.csv"), ["Level1", "Level4", "Code"]);
      const codes = await readRecords(file("icd10_to_gbd_cause_bebod.csv"), ["icd_code", "yll_cause"]);
      const levels = { levels: ["Level1", "Level2", "Level3", "Level4"], id: "Code" };
      const known = codes.rows.filter((row) => diseaseCode(row["icd_code"]!) !== null);
      return { tree: tree.rows, codes: codes.rows, known, causes: causesByLevels(tree.rows, levels, known) };
    };

    it("gives each of its codes the cause that its file does", async () => {
      const { tree, codes, known, causes } = await read();
      const hierarchy = causeHierarchy(causes, { name: "the user's map" });
      // Counted in the file with cut, sort and uniq: 14,485 codes, 6,451 of them garbage codes.
      expect(codes).toHaveLength(14_485);
      // The map has nine that are no codes of ICD-10, all of them garbage.
      const none = codes.filter((row) => diseaseCode(row["icd_code"]!) === null);
      expect(none.map((row) => row["icd_code"])).toEqual([
        "ZA1",
        "ZA2",
        "ZA3",
        "ZA4",
        "ZA5",
        "ZA6",
        "ZA7",
        "ZA8",
        "ZB0",
      ]);
      const nameOf = new Map(tree.map((row) => [row["Code"]!, row["Level4"]!]));
      const astray = known.filter((row) => {
        const cause = hierarchy.causeOf(row["icd_code"]!);
        const name = nameOf.get(row["yll_cause"]!) ?? row["yll_cause"]!;
        return cause !== name && !cause?.startsWith(`${name} (`);
      });
      expect(astray).toEqual([]);
      expect(known.filter((row) => hierarchy.causeOf(row["icd_code"]!) === "Garbage code")).toHaveLength(
        6451 - none.length,
      );
    });

    it("rolls deaths up to its four levels and keeps them all", async () => {
      const { known, causes } = await read();
      const hierarchy = causeHierarchy(causes);
      const deaths = tableFromRows(
        // The map lists five codes twice, for the same cause.
        [...new Set(known.map((row) => row["icd_code"]!))].map((code, i) => ({ code, deaths: i % 7 })),
        { deaths: "count" },
      );
      const total = [...deaths].reduce((sum, row) => sum + row.deaths!, 0);
      const lowest = causesOfCodes(deaths, hierarchy);
      for (let level = 1; level <= hierarchy.levels; level++)
        expect([...causesAtLevel(lowest, hierarchy, level)].reduce((sum, row) => sum + row.deaths!, 0)).toBe(total);
    });
  },
);

describeFiles("the list of avoidable causes", ["avoidable_mortality_oecd_eurostat_2022.csv"], () => {
  it("is read whole, and no code is in two of its causes", async () => {
    const { rows } = await readRecords(file("avoidable_mortality_oecd_eurostat_2022.csv"), ["cause", "icd10"]);
    const list = avoidableList(rows);
    expect(list.causes).toHaveLength(97);
    expect(list.comparedWith).toBeNull();
    expect(list.causes.find(({ cause }) => cause === "Breast")!.sex).toBe("female");
    const codes = [..."ABCDEFGHIJKLMNOPQRSTUVWXY"].flatMap((letter) =>
      Array.from({ length: 1000 }, (_, i) => `${letter}${String(i).padStart(3, "0")}`),
    );
    const twice = codes.filter((code) => list.causes.filter((of) => holdsCode(of.codes, code)).length > 1);
    expect(twice).toEqual([]);
  });
});

describeFiles("reference life tables", ["reference_life_tables.csv"], () => {
  it("are read by name from the user's file, each with its licence", async () => {
    const tables = await readReferenceLifeTables(file("reference_life_tables.csv"), {
      licence: "as the publisher states",
      licences: { gbd2019_tmrlt: "free for non-commercial use" },
    });
    expect([...tables.keys()].sort()).toEqual([
      "gbd1990_cdwest26",
      "gbd2010",
      "gbd2016_1dp",
      "gbd2017_tmrlt",
      "gbd2019_tmrlt",
      "gbd2021_tmrlt",
      "uk_nlt_2016_18",
      "who_ghe_2050_band",
      "who_ghe_2050_single",
    ]);
    // Global Burden of Disease 2019: 88.8718951 years at birth.
    expect(expectancyAt(tables.get("gbd2019_tmrlt")!, "female", 0)).toBeCloseTo(88.8718951, 7);
    expect(describeSource(sourcesOf(tables.get("gbd2019_tmrlt")!.provenance)[0]!)).toContain(
      "free for non-commercial use",
    );
  });
});
