import { describe, expect, it } from "vitest";
import { ageBand, calendarYears, keyCoder, keyColumn, keyLabel, keyText } from "../src/index.ts";
import { isKey, recodeKeys, takeKeys } from "../src/key-column.ts";

describe("keyColumn", () => {
  it("codes each distinct key once, in the order met", () => {
    const { codes, values } = keyColumn(["b", "a", "b"]);
    expect([...Array.from(codes)]).toEqual([0, 1, 0]);
    expect(values).toEqual(["b", "a"]);
  });

  it("takes ages and periods for the same when they mean the same", () => {
    expect(keyColumn([ageBand(0, 5), { from: 0, to: 5, label: "under 5" }]).values).toHaveLength(1);
    expect(keyColumn([calendarYears(2023), calendarYears(2023)]).values).toHaveLength(1);
  });

  it("of no rows has no keys", () => {
    expect(keyColumn([])).toEqual({ codes: new Uint32Array(0), values: [] });
  });

  it("refuses a row without a key", () => {
    expect(() => keyColumn(["a", undefined as unknown as string])).toThrowErrorMatchingInlineSnapshot(`
      [PopneedsError: [missing-key] keyColumn: every row needs a key, text, an age or a period; row 2 has undefined
        Fix: Give the row its key, or leave it out.]
    `);
    for (const odd of [null, 1, {}, Number.NaN])
      expect(() => keyColumn([odd as unknown as string])).toThrow("[missing-key]");
  });
});

describe("keyText and keyLabel", () => {
  it("say what a key means, and what people read", () => {
    expect([keyText("01"), keyText(ageBand(5, 10)), keyText(calendarYears(2023))]).toEqual([
      "01",
      "5:10",
      "2023-01-01:2023-12-31",
    ]);
    expect([keyLabel("01"), keyLabel(ageBand(5, 10)), keyLabel(calendarYears(2023))]).toEqual(["01", "5-9", "2023"]);
  });
});

describe("keyCoder", () => {
  it("gives the same code to the same key", () => {
    const { code, values } = keyCoder<string>();
    expect([code("x"), code("y"), code("x")]).toEqual([0, 1, 0]);
    expect(values).toEqual(["x", "y"]);
  });
});

describe("takeKeys", () => {
  it("keeps only the keys that still occur", () => {
    const taken = takeKeys(keyColumn(["a", "b", "c"]), [2, 0]);
    expect(taken.values).toEqual(["c", "a"]);
    expect(Array.from(taken.codes)).toEqual([0, 1]);
  });

  it("of no rows is empty", () => {
    expect(takeKeys(keyColumn(["a"]), []).values).toEqual([]);
  });
});

describe("recodeKeys", () => {
  it("merges keys that become the same", () => {
    const recoded = recodeKeys(keyColumn(["a", "b", "c"]), (key) => (key === "c" ? "z" : "y"));
    expect(recoded.values).toEqual(["y", "z"]);
    expect(Array.from(recoded.codes)).toEqual([0, 0, 1]);
  });
});

describe("isKey", () => {
  it("holds for text, ages and periods", () => {
    expect(["", ageBand(0, 1), calendarYears(2023)].map(isKey)).toEqual([true, true, true]);
    expect([0, null, undefined, {}, []].map(isKey)).toEqual([false, false, false, false, false]);
  });
});
