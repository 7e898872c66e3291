import { calendarYears, type Missing, tableFromRows } from "@popneeds/core";
import { describe, expect, it } from "vitest";
import { annualChange, annualChangeOfCounts } from "../../src/index.ts";

type Figure = number | Missing;

const counts = (rows: Readonly<Record<string, readonly (readonly [Figure, Figure])[]>>) =>
  tableFromRows(
    Object.entries(rows).flatMap(([area, series]) =>
      series.map(([events, population], i) => ({ area, period: calendarYears(2018 + i), events, population })),
    ),
    { events: "count", population: "person-years" },
  );

describe("annualChangeOfCounts", () => {
  it("is the change a year by quasi-Poisson regression, group by group", () => {
    const found = annualChangeOfCounts(
      counts({
        steady: [
          [100, 1000],
          [110, 1000],
          [121, 1000],
        ],
        hidden: [
          [100, 1000],
          ["suppressed", 1000],
          [121, 1000],
        ],
        short: [
          [1, 1],
          [2, 1],
        ],
        empty: [
          [0, 1],
          [0, 0],
          [2, 1],
        ],
        late: [
          [0, 1],
          [0, 1],
          [2, 1],
        ],
        none: [
          [0, 1],
          [0, 1],
          [0, 1],
        ],
        wrong: [
          [1, 1],
          [-1, 1],
          [2, 1],
        ],
      }),
    );
    expect([...found].map(({ area, missing }) => [area, missing])).toEqual([
      ["steady", null],
      ["hidden", "suppressed"],
      ["short", "incomplete"],
      ["empty", "no population"],
      ["late", "too few events"],
      ["none", "too few events"],
      ["wrong", "not available"],
    ]);
    expect([...found][0]!.value).toBeCloseTo(10, 10); // by hand: 100, 110, 121
    expect(found.issues.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "2 groups have events in so few years that the change has no estimate: late; none",
        "1 groups have a figure that cannot be, such as a negative count or limits that do not lie apart, and have no trend: wrong",
      ]
    `);
    expect(found.provenance.steps).toEqual([
      "annual change by quasi-Poisson regression of counts on years; 95% limits",
    ]);
  });

  it("agrees with R", () => {
    // R 4.2.2: f <- glm(e ~ x + offset(log(n)), family = poisson), x = 2018:2020, 2022:2024; 100 (exp(…) − 1)
    const e = [12, 0, 9, 22, 30, 28];
    const n = [1000, 1100, 900, 1500, 1600, 1400];
    const rows = [2018, 2019, 2020, 2022, 2023, 2024].map((year, i) => ({
      period: calendarYears(year),
      events: e[i]!,
      population: n[i]!,
    }));
    const [found] = [
      ...annualChangeOfCounts(tableFromRows(rows, { events: "count", population: "count" }), { dispersion: "poisson" }),
    ];
    expect(found!.value).toBeCloseTo(22.674760077412294, 9);
    expect(found!.lower).toBeCloseTo(10.463617194188867, 9);
    expect(found!.upper).toBeCloseTo(36.235777374510512, 9);
  });
});

describe("annualChange", () => {
  const rates = [101, 98, 95.5, 99, 90.2, 88];
  const errors = [4, 3.9, 4.1, 3.8, 3.6, 3.7];
  const z = 1.959963984540054;
  const table = tableFromRows(
    [2018, 2019, 2020, 2022, 2023, 2024].map((year, i) => ({
      period: calendarYears(year),
      value: rates[i]!,
      lower: rates[i]! - z * errors[i]!,
      upper: rates[i]! + z * errors[i]!,
    })),
    { value: "rate", lower: "limit", upper: "limit" },
  );

  it("weighs estimates by their limits, or all alike", () => {
    // R 4.2.2: lm(log(rate) ~ x, weights = (rate / se)^2); lm(log(rate) ~ x)
    const [found] = [...annualChange(table)];
    expect(found!.value).toBeCloseTo(-1.8895529477825912, 9);
    expect(found!.lower).toBeCloseTo(-3.6494065923005636, 9);
    expect(found!.probability).toBeCloseTo(0.042978186432954472, 9);
    const [alike] = [...annualChange(table, { weights: "alike" })];
    expect(alike!.value).toBeCloseTo(-1.9214208229663243, 9);
  });

  it("is missing where a value is 0, and where periods overlap", () => {
    const of = (values: readonly number[], years: number) =>
      annualChange(
        tableFromRows(
          values.map((value, i) => ({
            period: calendarYears(2018 + i, 2017 + i + years),
            value,
            lower: value - 1,
            upper: value + 1,
          })),
          { value: "rate", lower: "limit", upper: "limit" },
        ),
      );
    expect([...of([1, 0, 2], 1)][0]!.missing).toBe("too few events");
    const running = of([1, 2, 3], 3);
    expect([...running][0]!.missing).toBe("not applicable");
    expect(running.issues.map(({ code }) => code)).toEqual(["periods-overlap"]);
    expect(() => annualChange(table, { weights: "none" as "alike" })).toThrow(
      "[invalid-option] annualChange: invalid weights: none",
    );
    expect(() => annualChangeOfCounts(counts({}), { dispersion: "quasi" as "poisson" })).toThrow(
      "[invalid-option] annualChangeOfCounts: invalid dispersion: quasi",
    );
    expect(() => annualChange(table, { level: 2 })).toThrow("[invalid-option] annualChange: invalid level: 2");
  });
});
