import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { bundle, functionSizes } from "./function-sizes.ts";
import { sizesIn, sizesPath, statsFunctions } from "./sizes-page.ts";

const root = join(import.meta.dirname, "..", "..");
const listed = sizesIn(readFileSync(sizesPath(root), "utf8"));

it("names every function of the package, and no other", () => {
  expect(listed.map(({ name }) => name)).toEqual(statsFunctions());
});

it("gives the size of each to within a tenth, so that nothing heavy is drawn in unseen", async () => {
  const names = listed.map(({ name }) => name).filter((name) => statsFunctions().includes(name));
  for (const [i, { name, bytes }] of (await functionSizes(root, names)).entries()) {
    const told = listed.find((one) => one.name === names[i])!.bytes;
    expect(Math.abs(bytes - told), `${name}: ${bytes} bytes, ${told} listed: npm run sizes`).toBeLessThanOrEqual(
      0.1 * told,
    );
  }
});

it("is right that importing nothing costs nothing: no module does anything when it is loaded", async () => {
  expect(await bundle(root, "")).toBe("");
});
