import { describe, expect, test } from "vitest";
import {
  boardPopulation,
  boardPopulationReader,
} from "../../../src/readers/public-health-scotland/board-population.ts";
import { describeSturdiness } from "../sturdiness.ts";
import { csv, readText } from "./sample.ts";

/** Synthetic. */
const boards = csv('"hb19_code","year","total_population"', '"S08000001",1981,377854', '"S08000001",1982,377000');

describe("population of boards with renamed columns", () => {
  test("is by year", async () => {
    const rows = [...(await readText(boards)).as(boardPopulation)];
    expect(rows.map(({ area, period, people }) => [area, period.label, people])).toEqual([
      ["S08000001", "1981", 377_854],
      ["S08000001", "1982", 377_000],
    ]);
  });
});

describeSturdiness(boardPopulationReader, "boards.csv", () => boards);
