import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cohortComponent } from "../../src/projection/cohort-component.ts";
import { leeCarter } from "../../src/projection/lee-carter.ts";

const folder = new URL("../../../../../shared/cases/burden/", import.meta.url);
const there = existsSync(folder);
if (!there)
  process.stderr.write(
    "skipped: projections are not compared with demCore and demography: no ../shared/cases/burden\n",
  );

type Line = Readonly<Record<string, string>>;
const read = (name: string): readonly Line[] => {
  const [header, ...lines] = readFileSync(new URL(name, folder), "utf8")
    .trim()
    .replaceAll('"', "")
    .split(/\r?\n/)
    .map((line) => line.split(","));
  return lines.map((cells) => Object.fromEntries(header!.map((column, i) => [column, cells[i]!])));
};

describe.skipIf(!there)("projections against the references", () => {
  test("Thailand 1960 to 2000 by cohort component: demCore (R), to 1e-13", () => {
    const column = (name: string, year: number, sex?: string) =>
      read(name)
        .filter((row) => Number(row["year_start"] ?? row["year"]) === year && (sex === undefined || row["sex"] === sex))
        .map((row) => Number(row["value"]));
    const start = {
      female: column("ccmpp_thailand_input_baseline.csv", 1960, "female"),
      male: column("ccmpp_thailand_input_baseline.csv", 1960, "male"),
    };
    const bands = start.female.length;
    const years = Array.from({ length: 8 }, (_, i) => 1960 + 5 * i);
    const steps = years.map((year) => ({
      survival: {
        female: column("ccmpp_thailand_input_survival.csv", year, "female"),
        male: column("ccmpp_thailand_input_survival.csv", year, "male"),
      },
      fertility: Array.from({ length: bands }, (_, x) =>
        x >= 3 && x <= 9 ? column("ccmpp_thailand_input_asfr.csv", year)[x - 3]! : 0,
      ),
      boysPerGirl: column("ccmpp_thailand_input_srb.csv", year)[0]!,
    }));
    const projected = cohortComponent(start, steps);
    for (const sex of ["female", "male"] as const)
      for (const [i, year] of years.entries())
        column("ccmpp_thailand_demCore_output.csv", year + 5, sex).forEach((people, x) => {
          expect(Math.abs(projected[sex][i + 1]![x]! / people - 1)).toBeLessThan(1e-13);
        });
  });

  test("France, men, 1960 to 2006 by Lee and Carter: demography::lca (R), a and b; its k rests on exposures that are not stated", () => {
    const years = Array.from({ length: 47 }, (_, i) => String(1960 + i));
    const rates = read("leecarter_france_male_mx.csv");
    const { a, b, k, explained } = leeCarter(years.map((year) => rates.map((row) => Number(row[year]))));
    const expected = read("leecarter_france_male_axbx.csv");
    expected.forEach((row, x) => {
      expect(Math.abs(a[x]! - Number(row["ax"]))).toBeLessThan(1e-13);
      expect(Math.abs(b[x]! - Number(row["bx"]))).toBeLessThan(1e-14);
    });
    // Printed by the reference: 90.6 % of variation explained
    expect((100 * explained).toFixed(1)).toBe("90.6");
    const apart = read("leecarter_france_male_kt.csv").map((row, t) => Math.abs(Number(row["kt"]) - k[t]!));
    expect(Math.max(...apart)).toBeCloseTo(4.78, 2);
  });
});
