import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it, test } from "vitest";
import type { Case } from "./case.ts";
import { compare } from "./compare.ts";
import { NotImplemented } from "./not-implemented.ts";
import { references } from "./references.ts";
import { type References, runCase } from "./run-case.ts";
import { runConformance } from "./run-conformance.ts";

const coded = Object.assign(new Error("refused"), { code: "refused" });

const trial: References = {
  double: (inputs) => ({ y: (inputs.x as number[]).map((x) => 2 * x) }),
  refuse: () => {
    throw new RangeError("x must be above 0");
  },
  refuseWithCode: () => {
    throw coded;
  },
  stumble: () => {
    throw new TypeError("x is undefined");
  },
  wait: () => {
    throw new NotImplemented("option weights");
  },
};

const doubled: Case = {
  name: "twice",
  function: "double",
  inputs: { x: [1, 2] },
  options: {},
  expected: { y: [2, 4] },
};

const folder = mkdtempSync(join(tmpdir(), "conformance-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(path: string, content: unknown): string {
  const full = join(folder, path);
  mkdirSync(join(full, ".."), { recursive: true });
  writeFileSync(full, typeof content === "string" ? content : JSON.stringify(content));
  return full;
}

const file = (family: string, cases: readonly unknown[]) => ({
  schema: "reference-cases/1",
  family,
  count: cases.length,
  cases,
});

function run(paths: readonly string[], among: References = trial) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = runConformance(
    paths,
    { print: (line) => printed.push(line), complain: (line) => complaints.push(line) },
    among,
  );
  return { code, printed, complaints };
}

describe("a case", () => {
  it("passes where what is found is what is expected", () => {
    expect(runCase(doubled, trial)).toEqual({ status: "passed", compared: 2, worst: 0 });
  });

  it("fails where it is not, and says where", () => {
    expect(runCase({ ...doubled, expected: { y: [2, 5] } }, trial)).toEqual({
      status: "failed",
      mismatches: [{ at: "y[1]", expected: 5, found: 4 }],
    });
  });

  it("is not implemented, never passed, where the function is unknown, refusal expected or not", () => {
    expect(runCase({ ...doubled, function: "toString" }, trial).status).toBe("not implemented");
    const { expected: _, ...rest } = doubled;
    expect(runCase({ ...rest, function: "halve", expected_error: "no" }, trial).status).toBe("not implemented");
  });

  it("is not implemented where the adapter says so", () => {
    expect(runCase({ ...doubled, function: "wait" }, trial)).toEqual({
      status: "not implemented",
      why: "option weights",
    });
  });

  it("that expects a refusal passes by a range error or a coded one, and by nothing else", () => {
    const { expected: _, ...rest } = doubled;
    const refused = { ...rest, expected_error: "must be positive" };
    expect(runCase({ ...refused, function: "refuse" }, trial).status).toBe("passed");
    expect(runCase({ ...refused, function: "refuseWithCode" }, trial).status).toBe("passed");
    expect(runCase({ ...refused, function: "stumble" }, trial).status).toBe("failed");
    expect(runCase({ ...refused, function: "double" }, trial).status).toBe("failed");
  });

  it("that expects numbers fails by a refusal", () => {
    expect(runCase({ ...doubled, function: "refuse" }, trial).status).toBe("failed");
  });
});

describe("numbers", () => {
  const passes = (...of: Parameters<typeof compare>) => compare(...of).mismatches.length === 0;

  it("pass within the relative or within the absolute tolerance", () => {
    expect(passes(100.9, 100, { rel: 0.01 })).toBe(true);
    expect(passes(101.1, 100, { rel: 0.01 })).toBe(false);
    expect(passes(0.009, 0, { rel: 0.01, abs: 0.01 })).toBe(true);
    expect(passes(0.011, 0, { rel: 0.01, abs: 0.01 })).toBe(false);
    expect(passes(100, 100.1)).toBe(false);
  });

  it("of a field with a tolerance of its own are held to that one", () => {
    const tolerance = { rel: 0.01, slope_abs: 5 };
    expect(passes({ slope: 104 }, { slope: 100 }, tolerance)).toBe(true);
    expect(passes({ slope: 106 }, { slope: 100 }, tolerance)).toBe(false);
    expect(passes({ slope: 1_006 }, { slope: 1_000 }, tolerance)).toBe(false); // within 1 %, but that is replaced
    expect(passes({ other: 104 }, { other: 100 }, tolerance)).toBe(false);
  });

  it("may be NaN or infinite, in words", () => {
    expect(passes([Number.NaN, Infinity, -Infinity], ["NaN", "Infinity", "-Infinity"])).toBe(true);
    expect(passes(Infinity, "-Infinity", { abs: 1 })).toBe(false);
    expect(passes(1, "NaN", { abs: 1 })).toBe(false);
    expect(passes(Number.NaN, 1, { abs: 1 })).toBe(false);
    expect(passes(Infinity, 1, { abs: 1, rel: 1 })).toBe(false);
  });

  it("may be missing", () => {
    expect(passes([null, Number.NaN], [null, null])).toBe(true);
    expect(passes(0, null)).toBe(false);
    expect(passes(null, 0, { abs: 1 })).toBe(false);
    expect(passes({}, { value: null })).toBe(false);
  });

  it("come in columns of the same length, typed or not", () => {
    expect(passes(Float64Array.of(1, 2), [1, 2])).toBe(true);
    expect(passes([1], [1, 2])).toBe(false);
    expect(passes(undefined, [1])).toBe(false);
  });

  it("tell how far off the worst is", () => {
    expect(compare([101, 1], [100, 1], { rel: 0.1 }).worst).toBeCloseTo(0.01, 15);
  });
});

describe("texts", () => {
  const passes = (field: string, ours: unknown, theirs: string | null) =>
    compare({ [field]: ours }, { [field]: theirs }).mismatches.length === 0;

  it("in the reference's own words are compared on withholding and class of method", () => {
    expect(passes("method", "Byar", "Byars")).toBe(true);
    expect(passes("method", "exact", "Byars")).toBe(false);
    expect(passes("method", "Dobson", "Dobson, with confidence adjusted for non-independent events")).toBe(false);
    expect(passes("statistic", "withheld: fewer than 10 events", "dsr NA for total count < 10")).toBe(true);
    expect(passes("statistic", "rate", "dsr NA for total count < 10")).toBe(false);
    expect(passes("statistic", "withheld", "dsr per 100000")).toBe(false);
    expect(passes("method", undefined, "Byars")).toBe(false);
    expect(passes("method", null, null)).toBe(true);
  });

  it("elsewhere are compared letter by letter", () => {
    expect(passes("group", "a", "a")).toBe(true);
    expect(passes("group", "A", "a")).toBe(false);
  });
});

describe("the adapters of PHEindicatormethods", () => {
  const dsr = (x: number[]): Case => ({
    name: "dsr",
    function: "calculate_dsr",
    inputs: { x, n: [10_000, 5_000], stdpop: [60_000, 40_000] },
    options: { confidence: [95] },
    expected: { value: [380], statistic: ["dsr per 100000"], method: ["Dobson"] },
  });

  it("take a confidence in per cent, and a pair of them", () => {
    expect(runCase(dsr([10, 40]), references).status).toBe("passed");
    const pair = { ...dsr([10, 40]), options: { confidence: [0.95, 0.998] } };
    const expected = { lower95_0cl: [281.48024165828], upper95_0cl: [501.661666629032] }; // PHEindicatormethods 2.1.0
    expect(runCase({ ...pair, expected, tolerance: { rel: 1e-12 } }, references).status).toBe("passed");
    expect(runCase({ ...pair, expected: { lowercl: [0] } }, references).status).toBe("failed");
  });

  it("refuse any other confidence", () => {
    const { expected: _, ...rest } = dsr([10, 40]);
    const refused = { ...rest, expected_error: "confidence level must be between 90 and 100 or between 0.9 and 1" };
    expect(runCase({ ...refused, options: { confidence: [0.5] } }, references).status).toBe("passed");
    expect(runCase({ ...refused, options: { confidence: [0.95] } }, references).status).toBe("failed");
  });

  it("withhold a standardised rate of fewer than 10 events", () => {
    const few = { value: [null], lowercl: [null], statistic: ["dsr NA for total count < 10"], total_count: [9] };
    expect(runCase({ ...dsr([4, 5]), expected: few }, references).status).toBe("passed");
    expect(runCase({ ...dsr([4, 6]), expected: few }, references).status).toBe("failed");
  });

  it("add up the rows of two groups and more, and leave a single group alone", () => {
    const rate = (group: string[], expected: number[]): Case => ({
      name: "grouped",
      function: "phe_rate",
      inputs: { group, x: [20, 30, 40], n: [1_000, 1_000, 1_000] },
      options: { group_by: ["group"], multiplier: 1_000 },
      expected: { value: expected },
      tolerance: { rel: 1e-12 },
    });
    expect(runCase(rate(["b", "a", "a"], [35, 20]), references).status).toBe("passed");
    expect(runCase(rate(["a", "a", "a"], [20, 30, 40]), references).status).toBe("passed");
  });

  it("count as not implemented what they do not know", () => {
    expect(runCase({ ...dsr([10, 40]), options: { stdpoptype: "field" } }, references).status).toBe("not implemented");
  });
});

describe("the command", () => {
  it("reads folders to the bottom, prints a line a family, closes with the count and exits 0", () => {
    write("good/a.json", file("first", [doubled, { ...doubled, function: "halve" }]));
    write("good/deeper/b.json", file("second", [doubled]));
    write("good/notes.txt", "no cases");
    const { code, printed } = run([join(folder, "good")]);
    expect(code).toBe(0);
    expect(printed).toHaveLength(3);
    expect(printed[0]).toMatch(/^first \(.*a\.json\): 1 passed, 0 failed, 1 not implemented; waiting for halve$/);
    expect(printed[1]).toMatch(/^second \(.*b\.json\): 1 passed, 0 failed, 0 not implemented$/);
    expect(printed[2]).toBe("2 passed, 0 failed, 1 not implemented");
  });

  it("names each failing case with expected and found, and exits 1", () => {
    const path = write("bad.json", file("third", [doubled, { ...doubled, name: "wrong", expected: { y: [2, 5] } }]));
    const { code, printed } = run([path]);
    expect(code).toBe(1);
    expect(printed.slice(1)).toEqual([
      "  failed wrong",
      "    y[1]: expected 5, found 4",
      "1 passed, 1 failed, 0 not implemented",
    ]);
  });

  it.each([
    ["nothing named", () => []],
    ["a folder that is not there", () => [join(folder, "nowhere")]],
    ["a folder without cases", () => [join(write("empty/readme.txt", ""), "..")]],
    ["a file without cases", () => [write("none.json", file("none", []))]],
    ["a file that is not JSON", () => [write("broken.json", "{")]],
    ["a file of something else", () => [write("other.json", { rows: [] })]],
    [
      "a file that holds fewer cases than it says",
      () => [write("short.json", { ...file("short", [doubled]), count: 2 })],
    ],
    ["a case without function", () => [write("nameless.json", file("nameless", [{ inputs: {}, expected: 1 }]))]],
    ["a case that expects nothing", () => [write("idle.json", file("idle", [{ function: "double", inputs: {} }]))]],
  ])("exits 2 and says why for %s", (_, paths) => {
    const { code, printed, complaints } = run(paths());
    expect(code).toBe(2);
    expect(printed.filter((line) => line.includes("passed"))).toEqual([]);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/^conformance: /);
  });
});

const shared = fileURLToPath(new URL("../../../shared/cases", import.meta.url));
const missing = !existsSync(shared);
const methods = missing ? [] : readdirSync(join(shared, "methods")).filter((name) => name.endsWith(".json"));

describe.skipIf(missing)("the shared reference cases", () => {
  if (missing) console.warn(`skipped: the shared reference cases are not at ${shared}`);

  test.each(methods)("of methods/%s all pass", (name) => {
    const path = join(shared, "methods", name);
    const { count } = JSON.parse(readFileSync(path, "utf8"));
    const { code, printed } = run([path], references);
    expect(printed.at(-1)).toBe(`${count} passed, 0 failed, 0 not implemented`);
    expect(code).toBe(0);
  });

  test("of methods are 15 files with 634 cases", () => {
    expect(methods).toHaveLength(15);
    expect(run([join(shared, "methods")], references).printed.at(-1)).toBe("634 passed, 0 failed, 0 not implemented");
  });

  test("of burden are 160 cases in one file, and all pass", () => {
    const { code, printed } = run([join(shared, "burden")], references);
    expect([code, printed.at(-1)]).toEqual([0, "160 passed, 0 failed, 0 not implemented"]);
  });

  test("of the packages to come fail nowhere", () => {
    expect(run([join(shared, "burden"), join(shared, "planning")], references).code).toBe(0);
  });
});
