import { expect, it } from "vitest";
import {
  ageBands,
  createTable,
  explain,
  fromSource,
  into,
  keep,
  noSource,
  over,
  type Source,
  sumOver,
  tableFromRows,
  withStep,
} from "../src/index.ts";
import { bands, deaths, people } from "./fixtures.ts";

const source = (id: string, title: string): Source => ({
  id,
  title,
  publisher: "A registry",
  edition: "2024",
  licence: "OGL-3.0",
  file: `${id}.csv`,
  sha256: "0123456789abcdef".repeat(4),
  evidence: "observed",
  released: "2024-09-10",
});

it("names each file, then what was done to it, then what was done to both", () => {
  const read = tableFromRows(
    [{ area: "A", age: bands.young, cause: "falls", n: 1 }],
    { n: "count" },
    {
      provenance: fromSource(source("deaths", "Deaths"), "read 1 row"),
    },
  );
  const estimates = createTable({ ...people, provenance: fromSource(source("estimates", "Estimates")) });
  const exposed = over(sumOver(read, "cause"), keep(into(estimates, ageBands(0, 65)), { age: () => true }));
  expect(explain(keep(exposed, { area: "A" }))).toMatchInlineSnapshot(`
    "Deaths. A registry; edition: 2024, released 2024-09-10; OGL-3.0; deaths.csv; sha256 0123456789ab…
      read 1 row
      summed over cause
    with Estimates. A registry; edition: 2024, released 2024-09-10; OGL-3.0; estimates.csv; sha256 0123456789ab…
        summed into ages 0-64, 65+
        kept age 0-64, 65+
    then kept area A"
  `);
});

it("of one file is the file and the steps, and of figures typed in the steps", () => {
  expect(explain(fromSource({ ...source("a", "A"), released: "" }, "read"))).toBe(
    "A. A registry; edition: 2024; OGL-3.0; a.csv; sha256 0123456789ab…\n  read",
  );
  expect(explain(withStep(noSource, "made up"))).toBe("  made up");
  expect(explain(deaths)).toBe("");
});
