import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

it("does not compile to write what has not passed release()", () => {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const compile = () =>
    execFileSync(
      process.execPath,
      [here("../../../node_modules/typescript/bin/tsc"), "-p", here("types/tsconfig.json")],
      {
        encoding: "utf8",
      },
    );
  expect(compile()).toBe("");
});
