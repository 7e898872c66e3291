import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type HealthyLifeExpectancy, healthyLifeExpectancy, type LifeTableOptions, lifeTable } from "@popneeds/stats";
import { describe, expect, it } from "vitest";

const folder = join(import.meta.dirname, "..", "..", "..", "shared", "cases", "burden");
const there = existsSync(folder);
if (!there) process.stderr.write(`skipped: life tables of the reference cases: not found: ${folder}\n`);

/** A column of a file of cases; empty cells are missing. */
function columns(file: string): (name: string) => readonly number[] {
  const [header, ...rows] = readFileSync(join(folder, file), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.trim().split(","));
  return (name) => rows.map((row) => (row[header!.indexOf(name)] ? Number(row[header!.indexOf(name)]) : Number.NaN));
}

function expectColumn(found: ArrayLike<number>, expected: readonly number[], within: number, of: string): void {
  expect(found.length).toBe(expected.length);
  for (const [k, value] of expected.entries())
    if (!Number.isNaN(value))
      expect(Math.abs(found[k]! - value), `${of}, row ${k}`).toBeLessThanOrEqual(within * Math.abs(value) + 1e-12);
}

describe.skipIf(!there)("the example of PHEindicatormethods", () => {
  const read = () => {
    const column = columns("le_phe_indicatormethods_example.csv");
    const of = (options: LifeTableOptions) => lifeTable(column("deaths"), column("pop"), column("age"), options);
    return { column, of };
  };

  it("has its columns", () => {
    const { column, of } = read();
    const t = of({});
    const found = { qx: t.probability, lx: t.survivors, dx: t.dying, Lx: t.years, Tx: t.yearsAbove, ex: t.expectancy };
    for (const [name, values] of Object.entries(found)) expectColumn(values, column(name), 1e-12, name);
  });

  it("has its limits as published, to ten digits", () => {
    const { column, of } = read();
    const t = of({ deviate: 1.96 });
    expectColumn(t.expectancy, column("published_ex"), 1e-9, "e");
    expectColumn(t.lower[0]!, column("published_lo95"), 1e-9, "lower limit");
    expectColumn(t.upper[0]!, column("published_hi95"), 1e-9, "upper limit");
  });

  it.each([
    ["se_phe", "poisson"],
    ["se_ons_template", "binomial"],
    ["se_scotpho", "none"],
  ] as const)("has the standard error %s with the variance of the open band %s", (name, openVariance) => {
    const { column, of } = read();
    expectColumn(of({ openVariance }).variance.map(Math.sqrt), column(name), 1e-12, name);
  });
});

describe.skipIf(!there)("the example of the template for healthy life expectancy", () => {
  it("has its columns, limits and healthy years", () => {
    const column = columns("le_hle_phe_template_example.csv");
    const t = lifeTable(column("deaths"), column("pop"), column("age"), { openVariance: "binomial", deviate: 1.96 });
    expectColumn(t.probability, column("qx"), 1e-12, "q");
    expectColumn(t.expectancy, column("ex"), 1e-12, "e");
    expectColumn(t.variance.map(Math.sqrt), column("se_ex"), 1e-12, "standard error");
    const healthy: HealthyLifeExpectancy = healthyLifeExpectancy(t, column("p_good"));
    expectColumn(healthy.expectancy, column("HLE"), 1e-12, "healthy life expectancy");
    // Published to five decimals.
    expectColumn(t.expectancy, column("published_ex"), 1e-5 / 20, "published e");
    expectColumn(t.lower[0]!, column("published_lo"), 1e-5 / 20, "published lower limit");
    expectColumn(t.upper[0]!, column("published_hi"), 1e-5 / 20, "published upper limit");
    expectColumn(healthy.expectancy, column("published_HLE"), 1e-5 / 20, "published healthy life expectancy");
  });
});

describe.skipIf(!there)("life expectancies whose difference LEdecomp takes apart", () => {
  it("differ by the sum of its parts: infants by Andreev and Kingkade, all others in the middle of their band", () => {
    const { cases } = JSON.parse(readFileSync(join(folder, "burden.json"), "utf8")) as {
      cases: {
        function: string;
        inputs: { age: number[]; rate1: number[]; rate2: number[]; sex: "male" | "female" };
        expected: { contribution: number[] };
        options: { method: string };
      }[];
    };
    const decompositions = cases.filter(({ function: name }) => name === "life_expectancy_decomposition");
    expect(decompositions.length).toBeGreaterThan(0);
    for (const { inputs, expected, options } of decompositions) {
      const at = (rates: readonly number[]) =>
        lifeTable(
          rates,
          rates.map(() => 1),
          inputs.age,
          { separation: `andreev-kingkade ${inputs.sex}` },
        ).expectancy[0]!;
      const sum = expected.contribution.reduce((total, part) => total + part, 0);
      expect(Math.abs(at(inputs.rate2) - at(inputs.rate1) - sum), options.method).toBeLessThan(1e-7);
    }
  });
});
