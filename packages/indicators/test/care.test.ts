import { describe, expect, it } from "vitest";
import { area, computed, figure, localities } from "./computed.ts";
import { aged, publishedFile, raw, sum } from "./raw.ts";

// Expected figures are summed here from the shipped tables, read as text, without any of the project's code.
const people = (year: string, from: number, to = 90) =>
  sum(
    raw("population/estimates-partnership").filter((row) => row["area"] === area.partnership && row["year"] === year),
    aged(from, to),
  );
const older = ["65-74 years", "75-84 years", "85+ years"];

describe("bed days of delayed discharges", () => {
  it("of the financial year 2023/24 are the twelve months from April 2023, per 1,000 adults of mid-2023", async () => {
    const rows = raw("hospital/delayed-discharge").filter(
      (row) => row["area"] === area.council && row["age"] === "18plus" && row["reason"] === "all",
    );
    const months = rows.filter((row) => row["month"]! >= "2023-04" && row["month"]! <= "2024-03");
    expect(months.length).toBe(12);
    expect(sum(months, "bed_days")).toBe(35_495);
    const found = await figure("delayed-bed-days", { area: area.partnership, age: "18+", period: "2023/24" });
    expect([found.numerator, found.denominator]).toEqual([35_495, people("2023", 18)]);
    expect(found.value).toBeCloseTo((1000 * 35_495) / people("2023", 18), 8);
  });

  it("agree with the published file of councils", async (context) => {
    const file = publishedFile("services/delayed_discharge_council.csv.gz");
    if (!file) return context.skip();
    const months = file.filter(
      (row) =>
        row["ltla_code"] === area.council &&
        row["age_group"] === "18plus" &&
        row["delay_reason"] === "All Delay Reasons" &&
        row["date"]! >= "2023-04" &&
        row["date"]! < "2024-04",
    );
    expect([months.length, sum(months, "num_delayed_bed_days")]).toEqual([12, 35_495]);
  });

  it("of Scotland hold more than its councils, for the publisher counts those of unknown council too", async () => {
    const found = await figure("delayed-bed-days", { area: area.country, age: "18+", period: "2022/23" });
    const rows = raw("hospital/delayed-discharge").filter(
      (row) => row["level"] === "country" && row["age"] === "18plus" && row["reason"] === "all",
    );
    const year = rows.filter((row) => row["month"]! >= "2022-04" && row["month"]! <= "2023-03");
    expect([year.length, found.numerator]).toEqual([12, sum(year, "bed_days")]);
  });
});

describe("people receiving home care", () => {
  it("of 65 and over are the three bands of the latest quarter, per 1,000 people of mid-2023", async () => {
    const rows = raw("social-care/home-care").filter(
      (row) => row["area"] === area.partnership && row["quarter"] === "2023/24 Q4" && older.includes(row["age"]!),
    );
    expect([rows.length, sum(rows, "people")]).toEqual([3, 1465]);
    const found = await figure("home-care", { area: area.partnership, age: "65+" });
    expect([found.numerator, found.denominator]).toEqual([1465, people("2023", 65)]);
  });

  it("of localities are those published to early 2021, per 1,000 people of mid-2021", async () => {
    const [code] = localities;
    const rows = raw("social-care/home-care-locality").filter(
      (row) => row["locality"] === code && row["quarter"] === "2020/21 Q4" && older.includes(row["age"]!),
    );
    const zones = new Set(
      raw("geography/localities")
        .filter((row) => row["locality"] === code)
        .map((row) => row["data_zone"]),
    );
    const there = raw("population/small-area-2021").filter((row) => zones.has(row["data_zone"]!));
    const found = await figure("home-care-by-locality", { area: code!, age: "65+" });
    expect(rows.length).toBe(3);
    expect([found.numerator, found.denominator]).toEqual([sum(rows, "people"), sum(there, aged(65))]);
  });

  it("give no row to an area for which nothing is published, and one row to every other", async () => {
    const found = (await computed("home-care-by-locality")).filter(({ age }) => age === "65+");
    expect(found.filter(({ level }) => level === "locality").length).toBe(4);
    expect(found.every(({ value }) => value !== null)).toBe(true);
  });
});

describe("residents of care homes", () => {
  it("of 65 and over, all stays, early 2021", async () => {
    const rows = raw("social-care/care-home-residents").filter(
      (row) => row["quarter"] === "2020/21 Q4" && row["stay"] === "All Stays" && older.includes(row["age"]!),
    );
    const found = (await computed("care-home-residents")).filter(({ age, value }) => age === "65+" && value !== null);
    const own = found.find(({ level }) => level === "council" || level === "partnership")!;
    const there = rows.filter((row) => row["area"] === own.area);
    expect([there.length, own.numerator]).toEqual([3, sum(there, "people")]);
    expect(own.denominator).toBe(people("2021", 65));
  });
});

describe("emergency admissions", () => {
  it("are those of the 52 weeks that ended in 2022, over the people of mid-2022, with Byar's limits", async () => {
    const weeks = raw("hospital/emergency-admissions").filter(
      (row) => row["area"] === area.partnership && row["week_ending"]!.startsWith("2022-"),
    );
    expect(new Set(weeks.map((row) => row["week_ending"])).size).toBe(52);
    const events = sum(weeks, "admissions");
    const found = await figure("emergency-admissions", { area: area.partnership });
    expect([found.numerator, found.denominator]).toEqual([events, people("2022", 0)]);
    // Byar: events × (1 − 1/(9 events) − 1.96/(3 √events))³, and with one more event above; Breslow and Day 1987, page 69.
    const z = 1.959963984540054;
    const lower = events * (1 - 1 / (9 * events) - z / (3 * Math.sqrt(events))) ** 3;
    const upper = (events + 1) * (1 - 1 / (9 * (events + 1)) + z / (3 * Math.sqrt(events + 1))) ** 3;
    expect(found.lower).toBeCloseTo((lower / people("2022", 0)) * 100_000, 6);
    expect(found.upper).toBeCloseTo((upper / people("2022", 0)) * 100_000, 6);
  });
});
