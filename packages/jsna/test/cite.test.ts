import { describe, expect, it } from "vitest";
import { cite, plainText, sentence } from "../src/index.ts";
import { fact } from "./synthetic-facts.ts";

describe("cite", () => {
  it("prints a figure of a fact and knows which", () => {
    const of = fact({ value: 12.345 });
    expect(cite(of)).toEqual({ fact: of, part: "value", text: "12.3" });
    expect(cite(of, { decimals: 2 }).text).toBe("12.35");
  });

  it("prints counts, and what is a whole number, without decimals", () => {
    const of = fact({ value: 12, numerator: 1234, denominator: 10_283.5 });
    expect(cite(of).text).toBe("12");
    expect(cite(of, { part: "numerator" }).text).toBe("1,234");
    expect(cite(of, { part: "denominator" }).text).toBe("10,284");
    expect(cite(of, { part: "per" })).toMatchObject({ part: "per", text: "100" });
  });

  it("prints a true minus, and none where words say which way", () => {
    expect(cite(fact({ value: -1.25 })).text).toBe("−1.3");
    expect(cite(fact({ value: -1.25 }), { unsigned: true }).text).toBe("1.3");
  });

  it("refuses a figure that is not there, and says why it is missing", () => {
    expect(() => cite(fact({ value: null, missing: "suppressed" }))).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [no-figure] cite: ill/here/2021 has no value: suppressed
        Fix: Ask whether the figure is there first, and say why it is not.]
    `);
    expect(() => cite(fact(), { part: "lower" })).toThrow("ill/here/2021 has no lower");
  });
});

describe("sentence", () => {
  it("joins words and figures, and words to words", () => {
    const figure = cite(fact());
    expect(sentence`In ${"Here"} ${figure}% are ill${""}.`).toEqual(["In Here ", figure, "% are ill."]);
  });

  it("takes sentences into a sentence", () => {
    const figure = cite(fact());
    expect(sentence`Ill: ${sentence`${figure}%`}.`).toEqual(["Ill: ", figure, "%."]);
    expect(sentence`Ill${[]}.`).toEqual(["Ill."]);
  });

  it("as plain text is what is printed", () => {
    expect(plainText(sentence`In ${"Here"} ${cite(fact({ value: 1234.5 }))} are ill.`)).toBe(
      "In Here 1,234.5 are ill.",
    );
    expect(plainText([])).toBe("");
  });
});
