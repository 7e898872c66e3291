import { keyLabel, PopneedsError, type Table } from "@popneeds/core";
import { describe, expect, test } from "vitest";
import type { PublishedFile } from "../../src/published/published-file.ts";
import { rawFile } from "../../src/published/raw-file.ts";
import { readRaw } from "../../src/published/read-published.ts";
import type { Reader } from "../../src/published/reader.ts";

/** A file of our own making, in a publisher's format. */
export type Sample = string | Uint8Array;

/**
 * What must hold of every reader, whatever happens to a file on its way: a coded error or issue, and never a figure that differs
 * from the one of the whole file without a warning or an error that says so.
 *
 * @param reader the reader, chosen by name, so that the damage cannot be blamed on the recogniser
 * @param name   name of the sample, as messages give it
 * @param make   makes the sample: the text of a file, or the bytes of a workbook
 * @param again  for workbooks, makes the sample with its rows changed by a function: they cannot be changed in its bytes
 */
export function describeSturdiness(
  reader: Reader,
  name: string,
  make: () => Sample,
  again?: (change: (rows: readonly (readonly string[])[]) => readonly (readonly string[])[]) => Sample,
): void {
  describe(`the reader ${reader.name} on a damaged file`, () => {
    test("the undamaged sample is read without an error", async () => {
      const file = await outcome(reader, name, make());
      expect(file).not.toBeInstanceOf(PopneedsError);
      expect((file as PublishedFile).issues.filter(({ severity }) => severity === "error")).toEqual([]);
      expect((file as PublishedFile).rows.used).toBeGreaterThan(0);
    });

    for (const [damage, samples] of Object.entries(damages(make(), again)))
      test(`${damage}: nothing is wrong in silence`, async () => {
        const whole = figures((await outcome(reader, name, make())) as PublishedFile);
        for (const sample of samples) {
          const read = await outcome(reader, name, sample);
          if (read instanceof PopneedsError) {
            expect(read.code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
            continue;
          }
          const faults = read.issues.filter(({ severity }) => severity !== "note");
          for (const { code, fix, message } of faults) {
            expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
            expect(message.length * fix.length).toBeGreaterThan(0);
          }
          if (faults.length === 0)
            for (const [key, figure] of figures(read)) expect([key, figure]).toEqual([key, whole.get(key)]);
        }
      });
  });
}

async function outcome(reader: Reader, name: string, sample: Sample): Promise<PublishedFile | PopneedsError> {
  try {
    return readRaw(await rawFile(sample, name), { reader: reader.name, readers: [reader] });
  } catch (error) {
    if (error instanceof PopneedsError) return error;
    throw error;
  }
}

function damages(
  sample: Sample,
  again?: (change: (rows: readonly (readonly string[])[]) => readonly (readonly string[])[]) => Sample,
): Readonly<Record<string, readonly Sample[]>> {
  const bytes = typeof sample === "string" ? Buffer.from(sample) : sample;
  const random = pseudoRandom(20_220_613);
  const cuts = Array.from({ length: 40 }, () => 1 + Math.floor(random() * (bytes.length - 1)));
  const truncated = { truncated: cuts.map((at) => bytes.slice(0, at)) };
  if (typeof sample !== "string")
    return {
      ...truncated,
      ...(again
        ? {
            "rows shuffled": Array.from({ length: 6 }, () => again((rows) => shuffled(rows, random))),
            "rows duplicated": Array.from({ length: 6 }, () => again((rows) => duplicated(rows, random))),
            "rows lost": Array.from({ length: 6 }, () => again((rows) => rows.filter(() => random() < 0.8))),
          }
        : {}),
    };
  const lines = sample.split("\n");
  return {
    ...truncated,
    "lines shuffled": Array.from({ length: 12 }, () => shuffled(lines, random).join("\n")),
    "lines duplicated": Array.from({ length: 12 }, () => duplicated(lines, random).join("\n")),
    "lines lost": Array.from({ length: 12 }, () => lines.filter(() => random() < 0.8).join("\n")),
    "re-encoded": [
      Buffer.from(`\uFEFF${sample}`, "utf16le"),
      Buffer.from(sample, "utf16le"),
      Buffer.from(sample, "latin1"),
      Buffer.from(Buffer.from(sample).toString("latin1")),
      Buffer.from(sample.replaceAll(/\r?\n/g, "\r")),
      Buffer.from(`\uFEFF${sample}`),
    ],
    "wrong delimiter": [";", "\t", "|"].map((mark) => sample.replaceAll(sample.includes("\t") ? "\t" : ",", mark)),
  };
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

function duplicated<T>(items: readonly T[], random: () => number): readonly T[] {
  return items.flatMap((item) => (random() < 0.2 ? [item, item] : [item]));
}

/** Every figure of a file by table, keys and measure. */
function figures(file: PublishedFile): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name, table } of file.tables)
    for (const row of table as Table) {
      const keys = Object.keys(table.keys).map((key) => keyLabel(row[key] as Parameters<typeof keyLabel>[0]));
      for (const measure of Object.keys(table.measures))
        found.set(
          [name, ...keys, measure].join(" | "),
          String((row as Record<string, unknown>)[measure] ?? row.missing),
        );
    }
  return found;
}

/** A generator with a seed (mulberry32), so that a failure can be repeated. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
