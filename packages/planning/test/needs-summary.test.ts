import { openData } from "@popneeds/ingest";
import { assess, type Profile } from "@popneeds/jsna";
import { beforeAll, describe, expect, it } from "vitest";
import { type NeedsRow, needsSummary, topics } from "../src/index.ts";

const horizons = ["now", "+5", "+10", "+20"] as const;
let profile: Profile;
let needs: readonly NeedsRow[];

beforeAll(async () => {
  const data = await openData(new URL("../../../datasets", import.meta.url).pathname);
  ({ profile } = await assess(data, "S37000006"));
  needs = needsSummary(profile);
});

const row = (topic: string, horizon: string, area = "S37000006") =>
  needs.find((of) => of.topic === topic && of.horizon === horizon && of.area === area)!;
const factOf = (id: string) => profile.facts.find((fact) => fact.id === id)!;

describe("needsSummary", () => {
  it("has every topic at every horizon for the partnership, each row once", () => {
    for (const { id } of topics) expect(horizons.map((horizon) => row(id, horizon)?.horizon)).toEqual([...horizons]);
    const ids = needs.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(needs.filter(({ horizon }) => horizon === "now").every(({ change }) => change === null)).toBe(true);
  });

  it("rests on facts of the profile, and is no firmer than they are", () => {
    const known = new Set(profile.facts);
    const order = ["observed", "published", "projected", "modelled", "assumption"];
    for (const { id, rests, evidence, value, lower, upper } of needs) {
      expect([id, rests.length > 0 && rests.every((fact) => known.has(fact))]).toEqual([id, true]);
      for (const fact of rests) expect(order.indexOf(evidence)).toBeGreaterThanOrEqual(order.indexOf(fact.evidence));
      expect([lower, upper]).toEqual([null, null]);
      expect(value! > 0).toBe(true);
    }
  });

  it("takes for now the latest estimate of the whole, rebased to Census 2022", () => {
    // Public Health Scotland, population estimates of partnerships, mid-2023.
    expect(row("everybody", "now")).toMatchObject({ value: 145_670, year: 2023, evidence: "published" });
    expect(row("people-aged-85-and-over", "now").value).toBe(
      factOf("population-estimate/S37000006/2023/age-85-and-over").value,
    );
  });

  it("changes as the projection itself does, set against the latest estimate", () => {
    for (const [topic, age] of [
      ["everybody", ""],
      ["people-aged-75-and-over", "/age-75-and-over"],
      ["people-aged-0-to-15", "/age-0-15"],
    ] as const)
      for (const [horizon, year] of [
        ["+5", 2028],
        ["+10", 2033],
        ["+20", 2043],
      ] as const) {
        const inside =
          factOf(`population-projection/S37000006/${year}${age}`).value! /
          factOf(`population-projection/S37000006/2023${age}`).value!;
        const now = row(topic, "now").value!;
        const then = row(topic, horizon);
        expect(then.value).toBeCloseTo(now * inside, 6);
        expect(then.change).toBeCloseTo(now * inside - now, 6);
        expect(then.changePercent).toBeCloseTo(100 * (inside - 1), 6);
        expect(then).toMatchObject({ year, evidence: "projected" });
      }
  });

  it("gives localities figures that add up to the partnership, people at every horizon", () => {
    expect(profile.localities.length).toBe(4);
    for (const { id, kind } of topics.filter((topic) => topic.kind !== "service"))
      for (const horizon of horizons) {
        const parts = profile.localities.map(({ code }) => row(id, horizon, code));
        expect(parts.map(({ evidence }) => evidence)).toEqual(parts.map(() => "modelled"));
        const sum = parts.reduce((all, part) => all + part.value!, 0);
        expect([id, horizon, kind, Math.abs(sum / row(id, horizon).value! - 1) < 1e-9]).toEqual([
          id,
          horizon,
          kind,
          true,
        ]);
      }
  });

  it("carries services forward band by band: users × growth of the people of the band", () => {
    const bands = ["65-74", "75-84", "85-and-over"];
    const users = (band: string) => factOf(`home-care/S37000006/2023-24-Q4/age-${band}`).numerator!;
    const growth = (band: string) =>
      1 + factOf(`projected-population-change/S37000006/2023-2043/age-${band}`).value! / 100;
    // Public Health Scotland, Care at Home Statistics, January to March 2024: 1,465 people of 65 and over.
    expect(row("home-care", "now").value).toBe(1465);
    const expected = bands.reduce((sum, band) => sum + users(band) * growth(band), 0);
    expect(row("home-care", "+20").value).toBeCloseTo(expected, 6);
    expect(row("home-care", "+20")).toMatchObject({ evidence: "modelled", unit: "people" });
    // More of the users are of the oldest band, which grows most: faster than people of 65 and over as a whole.
    expect(row("home-care", "+20").changePercent!).toBeGreaterThan(
      row("people-aged-65-and-over", "+20").changePercent!,
    );
  });

  it("takes expected events as they were modelled, from 2023 on", () => {
    expect(row("new-cancers", "+10").value).toBe(factOf("expected-cancers/S37000006/2033").value);
    expect(row("years-of-life-lost", "now").value).toBe(factOf("expected-years-of-life-lost/S37000006/2023").value);
  });

  it("leaves out what rests on a figure that is not there", () => {
    const without = profile.facts.filter(
      ({ indicator }) => indicator !== "home-care" && indicator !== "home-care-by-locality",
    );
    const fewer = needsSummary({ ...profile, facts: without });
    expect(fewer.some(({ topic }) => topic === "home-care")).toBe(false);
    expect(fewer.filter(({ topic }) => topic === "everybody")).toEqual(
      needs.filter(({ topic }) => topic === "everybody"),
    );
  });

  it("of a profile without facts is empty", () => {
    expect(needsSummary({ ...profile, facts: [] })).toEqual([]);
  });
});

describe("topics", () => {
  it("have ids of their own, in kebab-case, and words", () => {
    const ids = topics.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(topics.map(({ title }) => title).filter((title) => !/^[A-Z]/.test(title))).toEqual([]);
  });
});
