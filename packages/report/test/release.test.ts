import { fromInputs, fromSource, PopneedsError } from "@popneeds/core";
import type { Fact } from "@popneeds/jsna";
import { describe, expect, it } from "vitest";
import { type Assessment, assessmentFiles, pageHtml, type Released, release } from "../src/index.ts";
import { cite, deaths, expectancy, fact, finding, source, syntheticAssessment } from "./synthetic-assessment.ts";

const given = syntheticAssessment();
const area = given.profile.area.code;

function withFacts(...facts: readonly Fact[]): Assessment {
  return {
    profile: { ...given.profile, summary: [], sections: [], localityParts: [], issues: [], facts },
    needs: [],
  };
}

function count(value: number | null, parts: Partial<Fact> = {}): Fact {
  return fact({ indicator: "deaths", area, unit: "deaths", provenance: fromSource(deaths), value, ...parts });
}

const figures = ({ value, lower, upper, numerator, denominator, missing }: Fact) => ({
  value,
  lower,
  upper,
  numerator,
  denominator,
  missing,
});
const withheld = { value: null, lower: null, upper: null, numerator: null, denominator: null, missing: "suppressed" };
const released = (of: Fact, suppressBelow = 5) => release(withFacts(of), { suppressBelow }).profile.facts[0]!;

describe("release", () => {
  it.each([1, 4, 4.9, -3])("withholds a count of %s, with its limits", (value) => {
    expect(figures(released(count(value, { lower: 0, upper: 9 })))).toEqual(withheld);
  });

  it.each([0, 5, -5, 400])("lets a count of %s go as it is", (value) => {
    const of = count(value);
    expect(released(of)).toBe(of);
  });

  it("withholds a rate whose numerator is small, and what it could be worked out from", () => {
    const rate = count(12.5, { unit: "%", per: 100, lower: 2, upper: 47, numerator: 4, denominator: 32 });
    expect(figures(released(rate))).toEqual(withheld);
  });

  it("shows a rate of few years that are modelled from elsewhere, and withholds one of few that were observed", () => {
    const of = {
      unit: "years per 100,000 people",
      per: 1e5,
      counts: "years of life a year",
      numerator: 3.2,
      denominator: 900,
    };
    expect(released(count(355.6, { ...of, evidence: "modelled" })).value).toBe(355.6);
    expect(figures(released(count(355.6, of)))).toEqual(withheld);
    expect(figures(released(count(355.6, { ...of, counts: "deaths", evidence: "modelled" })))).toEqual(withheld);
  });

  it("withholds a rate whose denominator is small, though nothing happened to those people", () => {
    expect(figures(released(count(0, { unit: "%", per: 100, numerator: 0, denominator: 3 })))).toEqual(withheld);
  });

  it("withholds the numerator of a figure that is missing for too few events", () => {
    const of = count(null, { unit: "deaths per 100,000 people", per: 1e5, numerator: 3, missing: "too few events" });
    expect(figures(released(of))).toEqual(withheld);
  });

  it.each(["%", "years", "percentage points", "hours a week", "ratio", "data zones"])(
    "shows 3 %s, which counts nobody",
    (unit) => {
      expect(released(count(3, { unit })).value).toBe(3);
    },
  );

  it("takes a unit that it does not know for a count", () => {
    expect(released(count(3, { unit: "widgets" })).missing).toBe("suppressed");
  });

  it("lets pass what its publisher has published as it is", () => {
    expect(released(count(3, { provenance: fromSource(expectancy) })).value).toBe(3);
  });

  it("does not let pass what was computed from counts, whatever else it was set against", () => {
    const mixed = fromInputs([fromSource(deaths), fromSource(expectancy)]);
    expect(mixed.evidence).toBe("published");
    expect(released(count(3, { provenance: mixed })).missing).toBe("suppressed");
  });

  it("withholds what is below the number that the policy names, and nothing at 1", () => {
    expect(released(count(9), 10).missing).toBe("suppressed");
    expect(released(count(10), 10).value).toBe(10);
    expect(released(count(1), 1).value).toBe(1);
  });

  it("leaves out a finding that cites a withheld figure, and says so without the number", () => {
    const few = count(3);
    const safe = release({
      profile: { ...withFacts(few).profile, summary: [finding([["Only ", cite(few, "3"), " died."]])] },
      needs: [],
    });
    expect(safe.profile.summary).toEqual([]);
    expect(safe.profile.issues.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      "withheld: 1 of 1 figures are withheld because they would show fewer than 5 people or events.",
      "withheld-finding: A finding on deaths in Synthetic partnership is left out because it rests on a figure that is withheld to protect people.",
    ]);
    expect(safe.withheld).toEqual({ facts: 1, needs: 0, findings: 1 });
  });

  it("leaves out a finding that rests on a withheld figure without naming it", () => {
    const few = count(3);
    const quiet = finding([["Fewest die here."]], { evidence: [few] });
    const safe = release({ profile: { ...withFacts(few).profile, summary: [quiet] }, needs: [] });
    expect(safe.profile.summary).toEqual([]);
  });

  it("gives a chart whose title cites a withheld figure the name of its measure, and no rule", () => {
    const few = count(3);
    const many = count(40, { category: "all" });
    const chart = {
      id: "few",
      kind: "bars" as const,
      title: ["Only ", cite(few, "3")],
      subtitle: "Deaths",
      valueLabel: "Deaths by cause",
      points: [few, many].map((of) => ({ at: of.category, series: "", own: true, fact: of })),
      rule: { label: "Few", fact: few },
    };
    const section = { id: "dying", title: "Dying", blocks: [{ kind: "chart" as const, chart }] };
    const safe = release({ profile: { ...withFacts(few, many).profile, sections: [section] }, needs: [] });
    const block = safe.profile.sections[0]!.blocks[0]!;
    if (block.kind !== "chart") throw new Error("a chart stays a chart");
    expect(block.chart.title).toEqual(["Deaths by cause"]);
    expect(block.chart.rule).toBeNull();
    expect(block.chart.points.map((point) => point.fact.value)).toEqual([null, 40]);
  });

  it("withholds a row of the planning table that is small, or rests on what is withheld", () => {
    const safe = release(given);
    const gone = safe.needs.filter(({ missing }) => missing === "suppressed");
    expect(gone.map(({ id }) => id)).toEqual(
      ["now", "+5", "+10", "+20"].map((horizon) => `needs/X99000002/drug-deaths/${horizon}`),
    );
    for (const { value, lower, upper, change, changePercent } of gone)
      expect([value, lower, upper, change, changePercent]).toEqual([null, null, null, null, null]);
  });

  it("shows no withheld figure in anything that is written", () => {
    const secret = 4;
    const few = count(secret, { id: "secret", category: "secret" });
    const safe = release({ ...given, profile: { ...given.profile, facts: [...given.profile.facts, few] } });
    for (const [path, text] of assessmentFiles(safe))
      for (const line of text.split("\n").filter((of) => of.includes("secret,") || of.includes('data-row="secret"')))
        expect(line, path).not.toMatch(/(,|>)4(,|<)/);
    expect(safe.profile.facts.find(({ id }) => id === "secret")!.value).toBeNull();
  });

  it("changes nothing of what it was given", () => {
    const before = JSON.stringify(given);
    release(given);
    expect(JSON.stringify(given)).toBe(before);
  });

  it("releases an assessment without any fact", () => {
    expect(release(withFacts()).withheld).toEqual({ facts: 0, needs: 0, findings: 0 });
    expect(pageHtml(release(withFacts()))).toContain("Nothing stands out.");
  });

  it.each([0, -1, 2.5, Number.NaN])("refuses to suppress below %s", (suppressBelow) => {
    expect(() => release(given, { suppressBelow })).toThrow(
      `[invalid-policy] release: suppressBelow must be a whole number of 1 or more; found ${suppressBelow}`,
    );
  });
});

describe("release refuses an assessment that does not hold together", () => {
  const one = count(40);
  const codeOf = (assessment: Assessment) => {
    try {
      release(assessment);
    } catch (error) {
      if (error instanceof PopneedsError) return error.code;
      throw error;
    }
    return null;
  };

  it("with two rows of one id", () => expect(codeOf(withFacts(one, { ...one }))).toBe("duplicate-row"));

  it("with a figure that is in no table", () => {
    const summary = [finding([["There were ", cite(one, "40")]])];
    expect(codeOf({ profile: { ...withFacts().profile, summary }, needs: [] })).toBe("unknown-fact");
  });

  it("with a figure that differs from its row", () => {
    const summary = [finding([["There were ", cite({ ...one, value: 41 }, "41")]])];
    expect(codeOf({ profile: { ...withFacts(one).profile, summary }, needs: [] })).toBe("conflicting-fact");
  });

  it("with a figure missing without a reason", () =>
    expect(codeOf(withFacts(count(null)))).toBe("missing-without-reason"));

  it("with a figure that is not a number", () => expect(codeOf(withFacts(count(Number.NaN)))).toBe("not-a-number"));

  it("with an indicator that has no words", () =>
    expect(codeOf(withFacts(count(40, { indicator: "unheard-of" })))).toBe("indicator-without-words"));

  it("with an area that has no name", () =>
    expect(codeOf(withFacts(count(40, { area: "X1" })))).toBe("area-without-name"));

  it("with one id for two files", () => {
    const other = { ...source("deaths-2023", "observed", "Deaths", "2023"), sha256: "f".repeat(64) };
    expect(codeOf(withFacts(one, count(41, { category: "b", provenance: fromSource(other) })))).toBe(
      "conflicting-source",
    );
  });
});

describe("writers", () => {
  it("refuse what has not passed release(), and what was changed since", () => {
    const copy = { ...release(given) } as Released;
    for (const unreleased of [given as unknown as Released, copy])
      expect(() => pageHtml(unreleased)).toThrow(
        "[not-released] pageHtml: nothing is written that has not passed release(); this assessment has not, or was changed since\n  Fix: Write pageHtml(release(assessment)).",
      );
  });
});
