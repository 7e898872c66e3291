import { describe, expect, it } from "vitest";
import type { RawFiles } from "../src/raw-files.ts";
import { checkSums, readWidePopulation } from "../src/wide-population.ts";

const AGES = [...Array.from({ length: 90 }, (_, age) => `Age${age}`), "Age90plus"];

function published(area: string, sex: string, each: number, all = each * 91): Record<string, string> {
  return {
    Area: area,
    Year: "2021",
    Sex: sex,
    AllAges: `${all}`,
    ...Object.fromEntries(AGES.map((age) => [age, `${each}`])),
  };
}

function raw(...rows: Record<string, string>[]): RawFiles {
  return { rows: () => rows.map((cells, at) => ({ file: "p.csv", line: at + 2, cells })) } as unknown as RawFiles;
}

describe("readWidePopulation", () => {
  it("keeps the sexes and leaves out their total", () => {
    const people = readWidePopulation(
      raw(published("A", "All", 3), published("A", "Female", 2), published("A", "Male", 1)),
      "p.csv",
      "Area",
    );
    expect([...people.keys()]).toEqual(["A 2021 female", "A 2021 male"]);
    expect(people.get("A 2021 male")).toHaveLength(91);
  });

  it("stops where ages do not sum to all ages", () => {
    expect(() => readWidePopulation(raw(published("A", "Female", 2, 183)), "p.csv", "Area")).toThrow(
      "p.csv, row 2: ages sum to 182, not to AllAges 183",
    );
  });

  it("stops where the sexes do not sum", () => {
    const rows = raw(published("A", "All", 4), published("A", "Female", 2), published("A", "Male", 1));
    expect(() => readWidePopulation(rows, "p.csv", "Area")).toThrow(
      "p.csv, row 2: female and male do not sum to All: 3 is not 4 (0)",
    );
  });

  it("stops where a row comes twice", () => {
    const rows = raw(published("A", "Female", 2), published("A", "Female", 2));
    expect(() => readWidePopulation(rows, "p.csv", "Area")).toThrow("p.csv, row 3: A 2021 female comes twice");
  });
});

describe("checkSums", () => {
  it("stops where areas do not sum to what holds them", () => {
    const whole = new Map([["S 2021 male", Array(91).fill(3)]]);
    const parts = (b: number) =>
      new Map([
        ["A 2021 male", Array(91).fill(1)],
        ["B 2021 male", Array(91).fill(b)],
      ]);
    expect(() => checkSums(parts(2), whole, () => "S", "p.csv")).not.toThrow();
    expect(() => checkSums(parts(1), whole, () => "S", "p.csv")).toThrow("p.csv: sum to S 2021 male: 2 is not 3 (0)");
  });
});
