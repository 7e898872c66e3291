import { describe, expect, it } from "vitest";
import { findChange } from "../src/findings/finding-of-change.ts";
import { plainText } from "../src/index.ts";
import { briefOf, fact, ill } from "./synthetic-facts.ts";

const text = (found: ReturnType<typeof findChange>) => found!.sentences.map(plainText).join(" ");
const tested = (period: string, value: number, half = 0.5) =>
  fact({ period, value, lower: value - half, upper: value + half });

describe("findChange", () => {
  it("says what has clearly changed from the first to the last period, and whether for better", () => {
    const brief = briefOf(ill(), tested("2011", 12), tested("2016", 20), tested("2021", 10));
    const found = findChange(brief, "ill")!;
    expect(text(found)).toMatchInlineSnapshot(
      `"Since 2011, when it was 12.0%, the share of people who are ill in Here has clearly fallen by 2.0 percentage points, which is better."`,
    );
    expect(found).toMatchObject({ strength: "clear", direction: "better" });
    expect(found.evidence.map(({ id }) => id)).toEqual([
      "ill/here/2011",
      "ill/here/2021",
      "ill/here/2021/difference-from-2011",
    ]);
  });

  it("says that a change is not clear", () => {
    const found = findChange(briefOf(ill(), tested("2011", 10.3), tested("2021", 10)), "ill")!;
    expect(text(found)).toMatchInlineSnapshot(
      `"Since 2011, when it was 10.3%, the share of people who are ill in Here has not clearly changed."`,
    );
    expect(found).toMatchObject({ strength: "not clear", direction: "neither" });
  });

  it("states the change of a full count, without a test", () => {
    const counted = ill({ certainty: "full count" });
    const found = findChange(briefOf(counted, fact({ period: "2011", value: 9 }), fact()), "ill")!;
    expect(text(found)).toMatchInlineSnapshot(
      `"Since 2011, when it was 9.0%, the share of people who are ill in Here has risen by 1.0 percentage points, which is worse."`,
    );
    expect(found).toMatchObject({ strength: "stated", direction: "worse" });
  });

  it("says when nothing has changed", () => {
    const counted = ill({ certainty: "full count" });
    expect(text(findChange(briefOf(counted, fact({ period: "2011" }), fact()), "ill"))).toContain("has not changed.");
  });

  it("is null of one period, of none, and of periods that share years", () => {
    expect(findChange(briefOf(ill(), tested("2021", 10)), "ill")).toBeNull();
    expect(findChange(briefOf(ill()), "ill")).toBeNull();
    expect(findChange(briefOf(ill(), tested("2016-2020", 10), tested("2017-2021", 20)), "ill")).toBeNull();
    expect(findChange(briefOf(ill(), tested("2011-2015", 10), tested("2017-2021", 20)), "ill")).not.toBeNull();
  });
});
