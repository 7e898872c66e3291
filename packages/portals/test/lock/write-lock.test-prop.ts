import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Lock, lockText, type Pin, readLock } from "../../src/index.ts";
import { newFolder } from "../loopback.ts";

const name = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const text = fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }).filter((said) => said.trim() !== "");
const pin: fc.Arbitrary<Pin> = fc.record({
  portal: fc.constantFrom("phs" as const, "statistics" as const),
  dataset: text,
  resource: text,
  title: text,
  publisher: text,
  licence: text,
  licenceUrl: fc.option(text),
  edition: text,
  modified: fc.option(text),
  page: text,
  url: fc.webUrl({ validSchemes: ["http", "https"] }),
  file: name.map((stem) => `${stem}.csv`),
  bytes: fc.maxSafeNat(),
  sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
  fetched: fc.option(text),
});
const lock: fc.Arbitrary<Lock> = fc
  .dictionary(name, pin, { maxKeys: 4, noNullPrototype: true })
  .map((pins) => Object.fromEntries(Object.entries(pins).map(([key, each]) => [key, { ...each, file: `${key}.csv` }])));

it("a lock read back is the lock that was written", async () => {
  const file = join(newFolder(), "popneeds.lock.json");
  await fc.assert(
    fc.asyncProperty(lock, async (pins) => {
      writeFileSync(file, lockText(pins));
      expect(await readLock(file)).toEqual(pins);
    }),
    { numRuns: 100 },
  );
});

it("the same pins give the same bytes, in whatever order they and their fields came", () => {
  const turned = (pins: object) => Object.fromEntries(Object.entries(pins).reverse());
  fc.assert(
    fc.property(lock, (pins) => {
      const other = turned(Object.fromEntries(Object.entries(pins).map(([key, value]) => [key, turned(value)])));
      expect(lockText(other as Lock)).toBe(lockText(pins));
    }),
  );
});
