import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPublished } from "../../../src/published/read-published.ts";

// Downloads of the results tool may be used for tests and not passed on: nothing of them stands here but how many rows they have,
// which is the number of lines of the files without the header.
const folder = join(import.meta.dirname, "..", "..", "..", "..", "..", "..", "shared", "data", "restricted");
const files = [
  ["ihme_gbd2016_risk_deaths_dalys_incl_scotland.csv.gz", "global-burden-of-disease", 22_568],
  ["ihme_gbd2019_DATA-103_change.csv.gz", "global-burden-of-disease", 1730],
  ["ihme_gbd2019_DATA-22_ids_and_names.csv.gz", "global-burden-of-disease", 1200],
  ["ihme_gbd2019_names_only_malawi_epilepsy.csv", "global-burden-of-disease", 20],
  ["gbd2019_reference_life_table.csv", "global-burden-of-disease-reference-life-table", 21],
] as const;
const missing = files.filter(([name]) => !existsSync(join(folder, name)));
if (missing.length > 0)
  process.stderr.write(`skipped: real downloads of the Global Burden of Disease: not found in ${folder}\n`);

describe.skipIf(missing.length > 0)("real downloads of the Global Burden of Disease", () => {
  test.each(files)("%s is read by %s, all %i rows, without a doubt", async (name, reader, rows) => {
    const file = await readPublished(join(folder, name), { name });
    expect([file.reader, file.rows]).toEqual([reader, { read: rows, used: rows, refused: 0 }]);
    expect(file.issues.filter(({ severity }) => severity !== "note")).toEqual([]);
  });
});
