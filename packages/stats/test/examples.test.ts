import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as stats from "../src/index.ts";

const folder = new URL("../src/", import.meta.url);
const examples = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) =>
    [...readFileSync(new URL(file, folder), "utf8").matchAll(/@example\n([\s\S]*?)\*\//g)].map((match) => {
      const [code, result] = match[1]!.replace(/^ \* ?/gm, "").split("//");
      return { file, code: code!.trim(), result: result!.trim() };
    }),
  );

const evaluate = (code: string) => new Function(...Object.keys(stats), `return (${code});`)(...Object.values(stats));

describe("the example of each doc comment", () => {
  test.each(examples)("in $file gives what it says", ({ code, result }) => {
    expectSame(evaluate(code), evaluate(`(${result})`));
  });

  test("stands on every function", () => {
    const functions = Object.values(stats).filter((value) => typeof value === "function");
    expect(examples).toHaveLength(functions.length);
  });
});

/** Numbers to 12 digits, all else exactly; typed arrays as arrays. */
function expectSame(found: unknown, expected: unknown): void {
  if (typeof expected === "number" && Number.isFinite(expected) && expected !== 0) {
    expect((found as number) / expected).toBeCloseTo(1, 12);
  } else if (typeof expected === "object" && expected !== null) {
    expect(Object.keys(found as object)).toEqual(Object.keys(expected));
    for (const [name, value] of Object.entries(expected)) expectSame((found as Record<string, unknown>)[name], value);
  } else {
    expect(found).toEqual(expected);
  }
}
