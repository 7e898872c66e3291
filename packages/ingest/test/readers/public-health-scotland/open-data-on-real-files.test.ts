import { existsSync } from "node:fs";
import { join } from "node:path";
import type { MeasureColumn } from "@popneeds/core";
import { describe, expect, test } from "vitest";
import type { PublishedFile } from "../../../src/published/published-file.ts";
import { openRawFile } from "../../../src/published/raw-file.ts";
import { readRaw } from "../../../src/published/read-published.ts";
import { phsOpenDataReader } from "../../../src/readers/public-health-scotland/open-data.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "..", "..", "..", "shared", "data");
/** Exact readers give way to the general one: it must find the same figures in their files. */
const general = [
  "services/phs_delayed_discharge_beddays_hb.csv.gz",
  "services/phs_inpatient_daycase_simd.csv.gz",
  "services/phs_monthly_ae_activity.csv.gz",
  "services/phs_covid_ethnicity_suppressed.csv",
  "services/phs_cwt_62_day.csv.gz",
  "services/phs_waiting_times_completed.csv.gz",
  "deprivation/phs_simd2020v2_22062020.csv.gz",
  "geo/phs_council_area_codes.csv",
  "geo/phs_health_board_codes.csv",
];

const missing = general.filter((name) => !existsSync(join(folder, name)));
if (missing.length > 0)
  process.stderr.write(`skipped: the general reader on real files: ${missing.length} not found in ${folder}\n`);

describe.skipIf(missing.length > 0)("the general reader, when the exact readers are hidden", () => {
  test.each(general)("finds the figures of %s, and why others are missing", async (name) => {
    const raw = await openRawFile(join(folder, name), { name });
    const exact = readRaw(raw);
    const other = readRaw(raw, { readers: [phsOpenDataReader] });
    expect(other.reader).toBe("phs-open-data");
    expect(other.rows).toEqual(exact.rows);
    const [found, wanted] = [byMeasure(other), byMeasure(exact)];
    expect(found.map(([, missing]) => missing)).toEqual(wanted.map(([, missing]) => missing));
    expect(found.map(([all], m) => Buffer.compare(Buffer.from(all.buffer), Buffer.from(wanted[m]![0].buffer)))).toEqual(
      wanted.map(() => 0),
    );
    expect(found.reduce((sum, [all]) => sum + all.length, 0)).toBeGreaterThan(0);
  });
});

/** For each measure in the order of the file, its figures sorted, and how many are missing why: what depends on no name. */
function byMeasure({ tables }: PublishedFile): readonly (readonly [Float64Array, Readonly<Record<string, number>>])[] {
  const found = tables.map(({ table }) => Object.values(table.measures));
  return found[0]!.map((_, m) => figures(found.map((measures) => measures[m]!)));
}

function figures(columns: readonly MeasureColumn[]): readonly [Float64Array, Readonly<Record<string, number>>] {
  const all: number[] = [];
  const missing: Record<string, number> = {};
  for (const { values, reasons } of columns)
    for (let i = 0; i < values.length; i++) {
      if (!Number.isNaN(values[i]!)) all.push(values[i]!);
      else missing[reasons![i]!] = (missing[reasons![i]!] ?? 0) + 1;
    }
  return [Float64Array.from(all).sort(), missing];
}
