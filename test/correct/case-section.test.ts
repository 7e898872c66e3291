import { describe, expect, it } from "vitest";
import type { Outcome } from "../conformance/run-case.ts";
import { caseFamilies } from "./case-families.ts";
import type { CaseResult } from "./case-results.ts";
import { caseSection } from "./case-section.ts";

const about = "outputs of R R version 4.2.2 Patched (2022-11-10 r83330); PHEindicatormethods 2.1.0; dplyr 1.1.4";
const passed: Outcome = { status: "passed", compared: 2, worst: 3.4e-15 };

/** A case of every family, all passed. */
const all: readonly CaseResult[] = caseFamilies.map(({ file, function: of = "any" }) => ({
  file,
  function: of,
  name: `${file}/1`,
  about,
  outcome: passed,
}));

describe("the section of reference cases", () => {
  it("gives each family a line, with the version that the file states", () => {
    const lines = caseSection(all).split("\n");
    expect(lines.find((line) => line.includes("`qnorm`"))).toMatch(
      /R 4\.2\.2, `qnorm` +\| defaults +\| 1 +\| 1 +\| 2 +\| 3e-15 +\|$/,
    );
    expect(lines.find((line) => line.includes("`phe_mean`"))).toContain("PHEindicatormethods 2.1.0, `phe_mean`");
    expect(lines.at(-1)).toBe(`${all.length} of ${all.length} cases pass. There is no exception.`);
  });

  it("names what fails and counts what waits", () => {
    const failed: Outcome = { status: "failed", mismatches: [{ at: "value[0]", expected: 1, found: 2 }] };
    const waiting: Outcome = { status: "not implemented", why: "phe_sii" };
    const [first, second, third, ...rest] = all;
    const section = caseSection([
      { ...first!, outcome: failed },
      { ...second!, outcome: waiting },
      { ...third!, outcome: waiting },
      ...rest,
    ]);
    expect(section).toContain(`${all.length - 3} of ${all.length} cases pass. The exceptions:`);
    expect(section.split("\n").slice(-2)).toEqual([
      `- ${first!.name} differs at value[0]`,
      "- 2 cases wait for `phe_sii`",
    ]);
  });

  it("cannot leave out a case that nobody wrote a line for, nor a line without cases", () => {
    expect(() => caseSection([...all, { ...all[0]!, file: "new", name: "new/1" }])).toThrow("new/1");
    expect(() => caseSection(all.slice(1))).toThrow("no cases of distributions normal quantile");
  });
});
