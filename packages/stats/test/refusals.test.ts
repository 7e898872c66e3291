import { readdirSync, readFileSync } from "node:fs";
import { Script } from "node:vm";
import { describe, expect, test } from "vitest";
import * as stats from "../src/index.ts";

// Every exported function is called as in the example of its comment, with one argument at a time replaced by what cannot
// be. It must answer, or refuse with a RangeError in its own name that says what must hold and what it got; it must not
// stumble, and must not go on for ever. What must be refused, by the name of the parameter, is in the second half.

type Call = (...args: readonly unknown[]) => unknown;
type Example = { readonly name: string; readonly call: Call; readonly args: readonly unknown[] };

const folder = new URL("../src/", import.meta.url);
const functions = Object.entries(stats as Readonly<Record<string, unknown>>).filter(
  (entry): entry is [string, Call] => typeof entry[1] === "function",
);

const codeOf = new Map(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      [
        ...readFileSync(new URL(file, folder), "utf8").matchAll(
          /@example\n((?:(?!\*\/)[\s\S])*?)\*\/\s*export (?:function|const) (\w+)/g,
        ),
      ].map(
        (match) =>
          [
            match[2]!,
            match[1]!
              .replace(/^ \* ?/gm, "")
              .split("//")[0]!
              .trim(),
          ] as const,
      ),
    ),
);

/** The arguments with which the example calls its function: the first call of that function. */
function exampleOf([name, call]: [string, Call]): Example {
  let args: readonly unknown[] | undefined;
  const recorder = (...given: readonly unknown[]) => {
    args ??= given;
    return call(...given);
  };
  const scope: Record<string, unknown> = { ...stats, [name]: recorder };
  new Function(...Object.keys(scope), `return (${codeOf.get(name)});`)(...Object.values(scope));
  if (args === undefined) throw new Error(`the example of ${name} does not call it`);
  return { name, call, args };
}

const examples = functions.map(exampleOf);

// A billion draws or points are no mistake, and take their time.
const slow = new Set(["draws", "points"]);
// What another function of the package made is not for the caller to change.
const made = new Set([
  "expectedByRegression",
  "healthyLifeExpectancy",
  "lifeExpectancyGap",
  "lifespanVariation",
  "rateRatios",
]);

/** What cannot be, or hardly, in place of an argument of the same kind. */
function* oddities(value: unknown): Generator<unknown> {
  if (typeof value === "number") yield* [-1, 0, 1.5, 95, 1e9, Infinity, -Infinity, Number.NaN];
  else if (isColumn(value)) {
    const column = Array.from(value);
    const like = (items: readonly unknown[]) =>
      Array.isArray(value) ? items : (value.constructor as ColumnOf).from(items);
    yield like([]);
    yield like(column.slice(0, -1));
    yield like([...column, ...column.slice(-1)]);
    for (const odd of oddities(column[0])) {
      yield like([odd, ...column.slice(1)]);
      yield like(column.map(() => odd));
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [name, own] of Object.entries(value))
      for (const odd of oddities(own)) if (!(slow.has(name) && odd === 1e9)) yield { ...value, [name]: odd };
  } else if (typeof value === "string") yield "no such choice";
}

type Column = ArrayLike<unknown> & { readonly constructor: unknown };
type ColumnOf = { from(items: readonly unknown[]): Column };

function isColumn(value: unknown): value is Column {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
}

function isNamed(value: unknown): boolean {
  return typeof value === "object" && value !== null && !isColumn(value);
}

/** What a call comes to: `answered`, `refused`, or what is wrong with it. */
function outcome({ name, call }: Example, args: readonly unknown[]): string {
  try {
    withinSeconds(() => call(...args));
    return "answered";
  } catch (error) {
    if (!(error instanceof RangeError)) return `${error}`;
    const said = error.message;
    return grammar.test(said) && said.startsWith(`${name}: `) ? "refused" : `badly said: ${said}`;
  }
}

const grammar = /^\w+: .*(must|needs) .*[,;] got .*\S$/s;

// A loop without an end can only be broken off from outside.
const script = new Script("calledWithinSeconds()");
function withinSeconds(call: () => unknown): void {
  Object.assign(globalThis, { calledWithinSeconds: call });
  script.runInThisContext({ timeout: 5_000 });
}

describe("an odd argument", () => {
  test.each(examples)("is answered or refused in good words by $name", (example) => {
    const faults = new Set<string>();
    for (const [at, value] of example.args.entries()) {
      if (at === 0 && made.has(example.name)) continue;
      for (const odd of oddities(value)) {
        const found = outcome(example, example.args.with(at, odd));
        if (found !== "answered" && found !== "refused") faults.add(found);
      }
    }
    expect([...faults]).toEqual([]);
  });
});

/** Numbers that a parameter of that name cannot be. */
const impossible: Readonly<Record<string, readonly number[]>> = {
  count: [-1],
  counts: [-1],
  deaths: [-1, Infinity],
  degreesOfFreedom: [0, -1, Infinity],
  events: [-1, Infinity],
  expected: [-1, Infinity],
  level: [95, 1, 0, -1, Number.NaN],
  observed: [-1, Infinity],
  per: [0, -1, Infinity, Number.NaN],
  population: [0, -1, Infinity],
  probability: [-0.1, 1.1, 95],
  shape: [0, -1, Infinity],
  total: [-1, Infinity],
  weights: [-1, Infinity],
};

// These compute each group or area by itself: a number that cannot be gives NaN there, and the others go on.
const kernels = new Set([
  "crudeRates",
  "empiricalBayesRates",
  "lifeTables",
  "localEmpiricalBayesRates",
  "poissonGammaRatios",
  "proportionFunnel",
  "proportions",
  "ratioFunnel",
  "slopeIndices",
]);
// Here nobody may live in one of the strata.
const mayBeEmpty = new Set([
  "expectedEvents",
  "giniCoefficient",
  "lifeTable",
  "populationQuantileGroups",
  "theilIndices",
  "weightedQuantile",
]);

describe("a number that cannot be", () => {
  const named = examples.flatMap((example) =>
    parametersOf(example.call).flatMap((parameter, at) => {
      if (isNamed(example.args[at]) && !parameter.startsWith("{")) return []; // as { before, winter, after }
      if (at === 0 && made.has(example.name)) return [];
      if (example.name === "poissonDistribution" && parameter === "count") return []; // below 0 nothing lies
      const inOptions = [...parameter.matchAll(/\b(level|per)\b/g)].filter(() => parameter.startsWith("{"));
      return [
        ...(parameter in impossible && (at < example.args.length || parameter === "level")
          ? [{ ...example, parameter, at, option: false }]
          : []),
        ...inOptions.map(([option]) => ({ ...example, parameter: option, at, option: true })),
      ];
    }),
  );

  test.each(named)("is refused by $name as $parameter", (example) => {
    const { args, parameter, at, option } = example;
    const own = args[at];
    for (const odd of impossible[parameter]!) {
      if (odd === 0 && parameter === "population" && mayBeEmpty.has(example.name)) continue;
      const given = option
        ? { ...(own as object | undefined), [parameter]: odd }
        : isColumn(own)
          ? [odd, ...Array.from(own).slice(1)]
          : odd;
      const padded = Array.from({ length: Math.max(args.length, at + 1) }, (_, i) => args[i]);
      const found = outcome(example, padded.with(at, given));
      if (kernels.has(example.name) && isColumn(own)) {
        expect(found, `${odd}`).toBe("answered");
        expect(holdsMissing(example.call(...padded.with(at, given))), `${odd}`).toBe(true);
      } else expect(found, `${odd}`).toBe("refused");
    }
  });
});

function holdsMissing(value: unknown): boolean {
  if (typeof value === "number") return Number.isNaN(value);
  if (typeof value !== "object" || value === null) return false;
  return (isColumn(value) ? Array.from(value) : Object.values(value)).some(holdsMissing);
}

/** The parameters of a function as its source has them, without defaults; options keep their braces. */
function parametersOf(call: Call): readonly string[] {
  const parameters: string[] = [];
  let [depth, own] = [0, ""];
  const source = call.toString();
  for (const letter of source.slice(source.indexOf("(") + 1)) {
    if (depth === 0 && (letter === "," || letter === ")")) {
      parameters.push(own.trim());
      own = "";
      if (letter === ")") break;
    } else own += letter;
    if ("{[(".includes(letter)) depth++;
    if ("}])".includes(letter)) depth--;
  }
  return parameters.map((text) =>
    text.startsWith("{") ? text.slice(0, text.lastIndexOf("}") + 1) : text.split(" =")[0]!,
  );
}
