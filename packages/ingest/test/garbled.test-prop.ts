import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Age, PopneedsError } from "@popneeds/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  agesAcross,
  area,
  count,
  countAcross,
  parseCsv,
  readCsv,
  readFileText,
  type Schema,
  schema,
  sex,
} from "../src/index.ts";
import { temporaryFolder } from "./fixtures.ts";

const { folder } = temporaryFolder();
const totals = { totals: ["All"] };
const long: Schema = schema({
  area: area("zone"),
  sex: sex("sex", { female: "female", male: "male" }, totals),
  deaths: count("deaths", { suppressed: "*" }),
});
const wide: Schema = schema({ area: area("zone"), sex: sex("sex"), age: agesAcross(), people: countAcross() });
const longText = `zone,sex,deaths\n${["01", "02", "03", '"0,4"', '"0\n5"'].map((zone, i) => `${zone},female,${i}\n${zone},male,*\n${zone},All,${i}\n`).join("")}`;
const wideText = `zone,sex,0,1-4,5+\n${["01", "02", "03"].map((zone) => `${zone},female,1,2,3\n${zone},male,4,5,6\n`).join("")}`;

/** What can happen to a file on its way: cut off, a piece lost, doubled or moved, bytes changed, zipped and cut. */
const mishap = fc.oneof(
  fc.record({ kind: fc.constant("cut" as const), at: fc.nat(400) }),
  fc.record({ kind: fc.constant("lose" as const), at: fc.nat(400), length: fc.nat(60) }),
  fc.record({ kind: fc.constant("double" as const), at: fc.nat(400), length: fc.nat(60) }),
  fc.record({ kind: fc.constant("move" as const), at: fc.nat(400), length: fc.nat(60), to: fc.nat(400) }),
  fc.record({ kind: fc.constant("byte" as const), at: fc.nat(400), byte: fc.nat(255) }),
  fc.record({
    kind: fc.constant("mark" as const),
    at: fc.nat(400),
    byte: fc.constantFrom(...Buffer.from('",\r\n-;*\t\0')),
  }),
);

function happen(bytes: Uint8Array, of: typeof mishap extends fc.Arbitrary<infer T> ? T : never): Uint8Array {
  const at = of.at % (bytes.length + 1);
  if (of.kind === "cut") return bytes.slice(0, at);
  if (of.kind === "byte" || of.kind === "mark") return bytes.map((byte, i) => (i === at ? of.byte : byte));
  const piece = bytes.slice(at, at + of.length);
  const rest = Buffer.concat([bytes.slice(0, at), bytes.slice(at + of.length)]);
  if (of.kind === "lose") return rest;
  if (of.kind === "double") return Buffer.concat([bytes.slice(0, at), piece, bytes.slice(at)]);
  const to = of.to % (rest.length + 1);
  return Buffer.concat([rest.subarray(0, to), piece, rest.subarray(to)]);
}

const settings = { seed: 20_260_101, numRuns: 400 };

it.each([
  ["long", long, longText],
  ["wide", wide, wideText],
] as const)(
  "a garbled %s file is refused with a code, or each row is in the table, a total, or has an issue",
  async (name, by, text) => {
    let read = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(mishap, { minLength: 1, maxLength: 4 }), fc.boolean(), async (mishaps, zipped) => {
        const start: Uint8Array = zipped && mishaps.length > 2 ? gzipSync(text) : Buffer.from(text);
        const file = join(folder, `${name}.csv`);
        await writeFile(file, mishaps.reduce(happen, start));
        try {
          const table = await readCsv(file, by, { name: "x.csv" });
          const csv = parseCsv((await readFileText(file)).text, "x.csv");
          const errors = table.issues.filter(({ severity }) => severity === "error");
          const left = table.issues.filter(({ code }) => code === "total-left-out");
          const totalsLeft = left.reduce((sum, { message }) => sum + Number.parseInt(message, 10), 0);
          const rows = [...table] as unknown as readonly Readonly<Record<string, unknown>>[];
          const across = new Set(rows.map((row) => (row["age"] as Age | undefined)?.label)).size || 1;
          expect(table.length / across + totalsLeft + errors.length).toBe(csv.rows.length + csv.issues.length);
          expect(errors.every(({ line, file: at, fix }) => line! >= 2 && at === "x.csv" && fix !== "")).toBe(true);
          const keys = new Set(rows.map((row) => JSON.stringify([row["area"], row["sex"], row["age"]])));
          expect(keys.size).toBe(table.length);
          read++;
        } catch (error) {
          if (!(error instanceof PopneedsError)) throw error;
          expect(error.code).toMatch(
            /^(empty-file|no-rows|missing-column|duplicate-column|overlapping-ages|missing-ages|unclosed-quote|stray-quote|not-utf-8|truncated-gzip|not-text)$/,
          );
          expect(error.message).toContain("x.csv");
          refused++;
        }
      }),
      settings,
    );
    // Both happen, so that neither way goes untested.
    expect(Math.min(read, refused)).toBeGreaterThan(20);
  },
);
