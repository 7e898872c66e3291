import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataFolderCopy } from "./data-folder-copy.ts";
import { filesIn, runPopneeds } from "./run-popneeds.ts";

const data = dataFolderCopy();
const out = mkdtempSync(join(tmpdir(), "popneeds-failing-"));
const folder = join(out, "nhs-borders");
afterAll(() => {
  data.remove();
  rmSync(out, { recursive: true, force: true });
});

const profile = () => runPopneeds("profile", "NHS Borders", "--data", data.folder, "--out", out, "--quiet");
let before: ReadonlyMap<string, string>;

beforeAll(async () => {
  expect((await profile()).code).toBe(0);
  before = filesIn(folder);
});

const line = (at: number, by: (row: string) => string) => (text: string) =>
  text
    .split("\n")
    .map((row, i) => (i === at - 1 ? by(row) : row))
    .join("\n");

describe("a run that meets a fault in the data exits 1, names file and line, and leaves the earlier output as it was", () => {
  it.each<[string, string, (text: string) => string, RegExp]>([
    [
      "a negative count",
      "mortality/deaths-by-cause.csv",
      line(7, (row) => row.replace(/\d+$/, "-2")),
      /deaths-by-cause\.csv, line 7: deaths is -2; a count is 0 or more/,
    ],
    [
      "a fractional count",
      "population/small-area-2021.csv",
      line(9, (row) => row.replace(/\d+$/, "2.5")),
      /small-area-2021\.csv, line 9: 90\+ is 2\.5; a count is a whole number/,
    ],
    [
      "a file that was cut off",
      "social-care/home-care.csv",
      (text) => text.slice(0, text.length / 2 + 11),
      /home-care\.csv, line \d+: the row has \d+ cells?; the header has \d+|home-care\.csv, line \d+: .*\bblank/,
    ],
    [
      "a renamed column",
      "cancer/incidence.csv",
      line(1, (row) => row.replace("sex", "gender")),
      /incidence\.csv, line 1: missing column "sex"; found "site", "icd10", "gender"/,
    ],
    [
      "a row twice",
      "mortality/life-expectancy.csv",
      (text) => text + text.trimEnd().split("\n").at(-1),
      /life-expectancy\.csv, line 942: the row has the same keys as line 941/,
    ],
    [
      "a mark that nothing explains",
      "hospital/delayed-discharge.csv",
      line(12, (row) => row.replace(/\d+$/, "*")),
      /delayed-discharge\.csv, line 12: bed_days is "\*", a mark that the schema does not explain/,
    ],
    [
      "an empty file",
      "census/limiting-conditions-2022.csv",
      () => "",
      /limiting-conditions-2022\.csv: the file is empty/,
    ],
    [
      "a look-up with a short row",
      "geography/councils.csv",
      line(3, (row) => row.slice(0, 9)),
      /councils\.csv, line 3: the row has 1 cell; the header has 3/,
    ],
    [
      "a council in a board that is not known",
      "geography/councils.csv",
      line(2, (row) => row.replace(/S080\d+$/, "S08999999")),
      /S08999999/,
    ],
    [
      "a data zone that lies in no known council",
      "geography/data-zones.csv",
      line(2, (row) => row.replace(/S120\d+$/, "S12999999")),
      /S12999999/,
    ],
    ["a data zone that is gone", "geography/data-zones.csv", line(5, () => ""), /S01006509/],
  ])("%s", async (_, file, by, message) => {
    data.change(file, by);
    const { code, out: said, err } = await profile();
    data.restore(file);
    expect([code, said]).toEqual([1, ""]);
    expect(err).toMatch(message);
    expect(filesIn(folder)).toEqual(before);
    expect(readdirSync(out)).toEqual(["nhs-borders"]);
  });

  it("after which a good run gives the same output again", async () => {
    expect((await profile()).code).toBe(0);
    expect(filesIn(folder)).toEqual(before);
  });

  it("a folder that holds other things is not written over", async () => {
    const other = mkdtempSync(join(tmpdir(), "popneeds-other-"));
    mkdirSync(join(other, "nhs-borders"));
    writeFileSync(join(other, "nhs-borders", "letter.txt"), "keep me");
    const { code, err } = await runPopneeds("profile", "NHS Borders", "--data", data.folder, "--out", other, "--quiet");
    expect(code).toBe(1);
    expect(err).toContain("letter.txt");
    expect(filesIn(other)).toEqual(new Map([["nhs-borders/letter.txt", "keep me"]]));
    rmSync(other, { recursive: true, force: true });
  });
});
