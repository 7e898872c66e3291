import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as stats from "../src/index.ts";

const folder = new URL("../src/", import.meta.url);
const examples = readdirSync(folder).flatMap((file) =>
  [...readFileSync(new URL(file, folder), "utf8").matchAll(/@example\n([\s\S]*?)\*\//g)].map((match) => {
    const [code, result] = match[1]!.replace(/^ \* ?/gm, "").split("//");
    return { file, code: code!.trim(), result: result!.trim() };
  }),
);

const evaluate = (code: string) => new Function(...Object.keys(stats), `return (${code});`)(...Object.values(stats));

describe("the example of each doc comment", () => {
  test.each(examples)("in $file gives what it says", ({ code, result }) => {
    const fields = (value: object | number) =>
      Object.entries<number>(typeof value === "object" ? { ...value } : { value });
    const expected = fields(evaluate(result));
    const found = fields(evaluate(code));
    expect(found.map(([name]) => name)).toEqual(expected.map(([name]) => name));
    for (const [i, [, value]] of found.entries()) expect(value / expected[i]![1]).toBeCloseTo(1, 12);
  });

  test("stands on every function", () => {
    const functions = Object.values(stats).filter((value) => typeof value === "function");
    expect(examples).toHaveLength(functions.length);
  });
});
