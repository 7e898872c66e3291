import { existsSync } from "node:fs";
import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { captured } from "./captured.ts";

/** Synthetic: one council and the country, one sex, three ages. */
const text = (sex: string) => {
  const ages = Array.from({ length: 90 }, (_, age) => `Age${age}`);
  const row = (area: string, mark: string) => [2022, area, mark, sex, "", 7, 6, ...Array(89).fill(0), 1];
  return `${[
    ["Year", "CA", "CAQF", "Sex", "SexQF", "AllAges", ...ages, "Age90plus"],
    row("S92000003", "d"),
    row("S12000033", ""),
  ]
    .map((cells) => cells.join(","))
    .join("\n")}\n`;
};

describe("popneeds read", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "popneeds-"));
    await writeFile(join(folder, "pop_est.csv"), text("Female"));
    await writeFile(join(folder, "odd_est.csv"), text("Woman"));
    await writeFile(join(folder, "mine.csv"), "zone,deaths\nA,1\n");
  });
  const plain = (said: string) => said.replaceAll(folder, "DATA");

  test("lists the tables of a published file", async () => {
    const { code, out } = await captured("read", join(folder, "pop_est.csv"));
    expect(code).toBe(0);
    expect(plain(out)).toMatchInlineSnapshot(`
      "DATA/pop_est.csv: Population by single year of age. Public Health Scotland; edition not stated; Open Government Licence v3.0
      Reader phs-population: its header begins Year, CA, Sex, AllAges and goes on with a column for each age.

      1  by area, period, sex and age: 91 rows of people (published)
      2  by period, sex and age, totals of area: 91 rows of people (published)
      3  all ages: by area, period and sex: 1 row of people (published)
      4  all ages: by period and sex, totals of area: 1 row of people (published)

      2 rows read, 2 used, 0 refused"
    `);
  });

  test("writes them as tidy CSV", async () => {
    const target = join(folder, "tidy");
    const { code, out } = await captured("read", join(folder, "pop_est.csv"), "--out", target);
    expect(code).toBe(0);
    expect(plain(out)).toContain("written to DATA/tidy");
    expect(await readdir(target)).toEqual(expect.arrayContaining(["datapackage.json", "issues.csv"]));
  });

  test("exits with 1 when a row cannot be used, and says why", async () => {
    const { code, out } = await captured("read", join(folder, "odd_est.csv"));
    expect(code).toBe(1);
    expect(plain(out)).toContain('Sex is "Woman"; expected Female or Male [unexpected-value]');
  });

  test("a file that no reader knows is refused, and nothing is written", async () => {
    const { code, err } = await captured("read", join(folder, "mine.csv"), "--out", join(folder, "none"));
    expect(code).toBe(1);
    expect(plain(err)).toMatchInlineSnapshot(`
      "[unknown-format] DATA/mine.csv: no reader knows this format: it begins "zone,deaths"
        Fix: Declare its columns with schema() and read it with readCsv(); popneeds check proposes a draft."
    `);
    expect(existsSync(join(folder, "none"))).toBe(false);
  });

  test("without a file lists the formats that it knows", async () => {
    const { code, out } = await captured("read");
    expect(code).toBe(0);
    expect(out.split("\n").find((line) => line.startsWith("phs-population "))).toMatch(
      /^phs-population +Public Health Scotland +Population by single year of age$/,
    );
    const listed = JSON.parse((await captured("read", "--json")).out) as readonly { readonly name: string }[];
    expect(listed.map(({ name }) => name)).toContain("phs-population");
  });

  test("prints as JSON", async () => {
    const { out } = await captured("read", join(folder, "pop_est.csv"), "--json");
    const said = JSON.parse(out) as { reader: string; tables: readonly { name: string }[] };
    expect([said.reader, said.tables[0]!.name]).toEqual(["phs-population", "by area, period, sex and age"]);
  });
});
