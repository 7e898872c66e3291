import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { burdenChange } from "../../src/decomposition/burden-change.ts";
import { factorEffects } from "../../src/decomposition/factor-effects.ts";
import { lifeExpectancyChange } from "../../src/decomposition/life-expectancy-change.ts";
import { lifeTable } from "../../src/life-tables/life-table.ts";
import { describeCases } from "../graduation/describe-cases.ts";

const lines = (folder: string, file: string): string[][] =>
  readFileSync(join(folder, file), "utf8")
    .trim()
    .replaceAll('"', "")
    .split(/\r?\n/)
    .map((line) => line.split(","));
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describeCases("burden by three factors", ["burden_decomposition_3factor.csv"], (folder) => {
  const sheet = () => {
    const rows = lines(folder, "burden_decomposition_3factor.csv");
    const strata = rows.slice(1, 6).map((row) => row.slice(1).map(Number));
    const column = (at: number) => strata.map((row) => row[at]!);
    const printed = Object.fromEntries(rows.slice(6).map(([name, value]) => [name!, Number(value)]));
    return { p1: column(0), r1: column(1), p2: column(2), r2: column(3), printed };
  };

  test("has the Shapley values printed, to 1e-9, by burdenChange and by factorEffects", () => {
    const { p1, r1, p2, r2, printed } = sheet();
    const { first, second, size, structure, rate } = burdenChange(p1, r1, p2, r2);
    const shares = (people: readonly number[]) => people.map((count) => count / sum(people));
    const { effects } = factorEffects([sum(p1), shares(p1), r1], [sum(p2), shares(p2), r2], ([people, share, rates]) =>
      sum(Array.from(share as number[], (own, x) => (people as number) * own * (rates as number[])[x]!)),
    );
    const wanted = ["shapley_population", "shapley_age", "shapley_rate"].map((name) => printed[name]!);
    for (const found of [[size, structure, rate], effects])
      wanted.forEach((value, f) => {
        expect(Math.abs(found[f]! / value - 1)).toBeLessThan(1e-9);
      });
    expect(first / printed["B1"]!).toBeCloseTo(1, 14);
    expect(second / printed["B2"]!).toBeCloseTo(1, 14);
  });

  test("has the effects printed of factors replaced one after another, population, age, rate, to 1e-9", () => {
    const { p1, r1, p2, r2, printed } = sheet();
    // Chained as in the sheet: first the number of people, then their ages, then the rates.
    const { structure, size, rate } = chained(p1, r1, p2, r2);
    expect(Math.abs(size / printed["sequential_population"]! - 1)).toBeLessThan(1e-9);
    expect(Math.abs(structure / printed["sequential_age"]! - 1)).toBeLessThan(1e-9);
    expect(Math.abs(rate / printed["sequential_rate"]! - 1)).toBeLessThan(1e-9);
  });
});

/** The people of one population with the ages of the other stand between: two steps of `burdenChange` in which one thing changes. */
function chained(p1: readonly number[], r1: readonly number[], p2: readonly number[], r2: readonly number[]) {
  const grown = p1.map((people) => (people * sum(p2)) / sum(p1));
  return {
    size: burdenChange(p1, r1, grown, r1).size,
    structure: burdenChange(grown, r1, p2, r1).structure,
    rate: burdenChange(p2, r1, p2, r2).rate,
  };
}

const file = "le_decomp_us_males_2010_2020_cause_inputs.csv";

describeCases("life expectancy by cause", [file], (folder) => {
  const read = () => {
    const [header, ...rows] = lines(folder, file);
    const causes = header!.slice(2);
    const of = (pop: string) => rows.filter((row) => row[0] === pop).map((row) => row.slice(2).map(Number));
    const [first, second] = [of("1"), of("2")];
    const byCause = (ages: readonly number[][]) => causes.map((_, c) => ages.map((row) => row[c]!));
    const table = (ages: readonly number[][]) =>
      lifeTable(
        ages.map(sum),
        ages.map(() => 1),
        ages.map((_, age) => age),
        { separation: "andreev-kingkade male" },
      );
    return {
      causes,
      tables: [table(first), table(second)] as const,
      rates: { first: byCause(first), second: byCause(second) },
    };
  };

  // Symmetric Arriaga by single ages in Python (mpmath, 30 digits), a(0) by Andreev and Kingkade, ½ elsewhere, 1 ÷ m at 100; causes in
  // proportion to their part in the difference of rates.
  const printed = {
    "A00-B99": 0.0715957486300162,
    "C00-D48": 0.53205556660743,
    "D50-D89": -4.512954374733e-5,
    "E00-E88": -0.182925057545432,
    "F01-F99": -0.0564414795124556,
    "G00-G98": -0.154264450721713,
    "I00-I99": 0.0111583749613919,
    "J00-J98": 0.0630921500358277,
    "K00-K92": -0.0883656558852161,
    "L00-L98": -0.00344821224974102,
    "M00-M99": -0.00526575772149468,
    "N00-N98": -0.000734764545551629,
    "O00-O99": 0,
    "P00-P96": 0.0386429576560192,
    "Q00-Q99": 0.0103150699976591,
    "R00-R99": 0.0111774245683378,
    "U00-U99": -1.23681022330565,
    "V01-Y89": -0.895033108452004,
  };

  test("of men of the United States, 2010 and 2020: 18 causes, 101 ages, one of whose rates are alike but for rounding", () => {
    const { causes, tables, rates } = read();
    const change = lifeExpectancyChange(...tables, { causes: rates });
    expect(change.first).toBeCloseTo(76.2426778691268, 11);
    expect(change.second).toBeCloseTo(74.3573813221004, 11);
    expect(causes).toEqual(Object.keys(printed));
    Object.values(printed).forEach((years, c) => {
      expect(Math.abs(sum(change.byCause[c]!) - years), causes[c]).toBeLessThan(1e-9);
    });
    // The same program, ages 0, 1, 25, 70 and 100.
    const byAge = [
      0.0778235861675259, 0.00369047813651613, -0.0265276983130414, -0.0264268207032294, -0.000795065127531752,
    ];
    [0, 1, 25, 70, 100].forEach((age, i) => {
      expect(Math.abs(change.byAge[age]! - byAge[i]!)).toBeLessThan(1e-11);
    });
  });

  test("adds up over ages and causes by every method whose parts do, to 1e-10", () => {
    const { tables, rates } = read();
    for (const method of ["andreev", "arriaga", "chandrasekaran", "line integral", "stepwise", "symmetric"] as const) {
      const change = lifeExpectancyChange(...tables, { causes: rates, method });
      const difference = change.second - change.first;
      expect(Math.abs(sum(change.byAge) - difference), method).toBeLessThan(1e-10);
      expect(Math.abs(sum(change.byCause.map(sum)) - difference), method).toBeLessThan(1e-10);
    }
  });
});
