import { describe, expect, it } from "vitest";
import { recentTrend, recentTrendOfProportions } from "../../src/index.ts";

// Fingertips (Office for Health Improvement and Disparities): figures of 2020 to 2024 with the
// trends that its own tests (`TrendMarkerCalculatorTests` of FingertipsNext, as read in November 2026) expect of them; indicators 241, 93468, 30309 and 41203.
const years = [2020, 2021, 2022, 2023, 2024];
const manner = { spacing: "order", threshold: 9.54953570608324 } as const;
const errors = (lower: readonly number[], upper: readonly number[]) => lower.map((low, i) => (upper[i]! - low) / 3.92);

describe("recent trends agree with those shown by their publisher", () => {
  it("for diabetes prevalence: increasing, by limits and by counts", () => {
    const values = [7.0826, 7.1085, 7.2571, 7.4528, 7.6554];
    const se = errors([7.0754, 7.1013, 7.2499, 7.4456, 7.6481], [7.094, 7.1199, 7.2684, 7.4643, 7.6669]);
    expect(recentTrend(values, se, years, manner).direction).toBe("increasing");
    const counts = [3455176, 3491868, 3625401, 3774801, 3938080];
    const lists = [48783947, 49122259, 49956777, 50649129, 51441896];
    expect(recentTrendOfProportions(counts, lists, years, manner).direction).toBe("increasing");
  });

  it("for vaccination coverage in one region: decreasing, by limits and by counts", () => {
    const values = [92.6254, 92.3221, 90.8708, 90.017, 90.1013];
    const se = errors([92.4168, 92.1072, 90.6358, 89.7694, 89.8578], [92.8288, 92.5315, 91.1004, 90.2594, 90.3396]);
    expect(recentTrend(values, se, years, manner).direction).toBe("decreasing");
    const counts = [57274, 55865, 53681, 51767, 53185];
    const children = [61834, 60511, 59074, 57508, 59028];
    expect(recentTrendOfProportions(counts, children, years, manner).direction).toBe("decreasing");
  });

  it("for preventable sight loss", () => {
    const values = [2.935, 1.93028, 2.7567, 2.8701, 3.0121];
    const se = errors([2.7841, 1.8085, 2.6113, 2.7225, 2.8616], [3.0919, 2.058, 2.9082, 3.0237, 3.1683]);
    expect(recentTrend(values, se, years, manner).direction).toBe("increasing");
  });

  it("but not for the share of people aged 65 and over, which has no limits: shown as no change, χ² being missing", () => {
    const counts = [10588957, 10547929, 10851467, 11034431, 11246440];
    const lists = [60458658, 60744002, 61625745, 62418295, 63227624];
    // by hand: from 17.51% to 17.79% of 60 million people a year
    expect(recentTrendOfProportions(counts, lists, years, manner).direction).toBe("increasing");
  });
});
