import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");

function textOf(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(root, folder, file), "utf8"))
    .join("\n");
}

test("every reader is tested on damaged files", () => {
  const exported = [...textOf("src/readers").matchAll(/export const (\w+Reader)\b(?:: Reader)? = /g)].map(
    ([, name]) => name!,
  );
  const tested = new Set(
    [...textOf("test/readers").matchAll(/describeSturdiness\(\s*(\w+)/g)].map(([, name]) => name!),
  );
  expect(exported.length).toBeGreaterThan(60);
  expect(exported.filter((name) => !tested.has(name))).toEqual([]);
});
