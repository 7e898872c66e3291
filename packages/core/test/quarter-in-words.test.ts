import { describe, expect, it } from "vitest";
import { calendarQuarterOf, quarterEndInWords, quarterInWords } from "../src/index.ts";

// The words of qtr and qtr_end of phsmethods, in its long and its short format.
describe("quarterInWords", () => {
  it("names the first and the last month and the year", () => {
    expect(["2024-01-01", "2024-05-17", "2024-09-30", "2024-12-31"].map((day) => quarterInWords(day))).toEqual([
      "January to March 2024",
      "April to June 2024",
      "July to September 2024",
      "October to December 2024",
    ]);
  });

  it("cuts months to three letters when asked", () => {
    expect(quarterInWords("2024-05-17", { months: "short" })).toBe("Apr-Jun 2024");
    expect(quarterInWords(calendarQuarterOf("2024-08-01"), { months: "short" })).toBe("Jul-Sep 2024");
  });

  it("refuses what is no day", () => {
    expect(() => quarterInWords("")).toThrow("[invalid-date]");
  });
});

describe("quarterEndInWords", () => {
  it("names the last month and the year", () => {
    expect(quarterEndInWords("2024-07-01")).toBe("September 2024");
    expect(quarterEndInWords("2024-07-01", { months: "short" })).toBe("Sep 2024");
  });
});
