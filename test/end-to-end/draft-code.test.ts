import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { typeFaults } from "../notebooks/type-faults.ts";
import { runPopneeds } from "./run-popneeds.ts";

const folder = mkdtempSync(join(tmpdir(), "popneeds-draft-code-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Synthetic files, one for each field that a draft may write. */
const files: Readonly<Record<string, string>> = {
  deaths:
    'Year,CA,Sex,AgeGroup,Cause,Deaths,Rate per 1000\n2011,S12000006,F,0-15,Injury,12,1.5\n2011,S12000006,M,0-15,"a ""b"" // c",*,1.6\n2011,S92000003,All,16+,Injury,"1,200",2\n',
  ages: "Area,0,1,2+\nS12000006,1,c,3\nS12000005,4,5,6\n",
  days: "Day;Note;Value\n31/12/2023;;1,5\n01/02/2024;x;2,25\n",
  list: "Code,Name\nS12000047,Fife\nS12000020,Moray\n",
};

it("the code that popneeds check --draft writes has no fault of types", async () => {
  const pieces = [];
  for (const [name, text] of Object.entries(files)) {
    const csv = join(folder, `${name}.csv`);
    const target = join(folder, `${name}.ts`);
    writeFileSync(csv, text);
    const { code, err } = await runPopneeds("check", csv, "--draft", target);
    expect([name, code, err]).toEqual([name, 0, ""]);
    pieces.push({ name, text: readFileSync(target, "utf8") });
  }
  expect(await typeFaults(pieces)).toBe("");
  const wrong = pieces[0]!.text.replace('count("Deaths"', 'count("rate", "Deaths"');
  expect(await typeFaults([{ name: "wrong", text: wrong }])).toContain("error TS");
});
