// Everything that must hold, in the order in which it is cheapest to fail: `npm test`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const scratch = mkdtempSync(join(tmpdir(), "popneeds-check-"));
const bin = (name) => join("node_modules", ".bin", name);
const packages = readdirSync("packages", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join("packages", entry.name));

step("format and lint", bin("biome"), ["check", "."]);
step("types that must not compile", bin("tsc"), ["-p", "test/types"]);
step("types of the tests", bin("tsc"), ["-p", "tsconfig.tests.json"]);
step("unused code", bin("knip"), []);
for (const folder of packages) {
  step(`package ${folder}`, bin("publint"), ["--strict", "--pack", "npm", folder], true);
  step(`types of ${folder}`, bin("attw"), ["--pack", folder, "--profile", "esm-only", "--quiet"], true);
}
const results = join(scratch, "results.json");
try {
  step("tests", bin("vitest"), ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`]);
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(results, "utf8"));
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function step(name, command, args, quiet = false) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    stdio: quiet ? "pipe" : "inherit",
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status === 0) return console.log(`ok  ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  console.error(`${stdout ?? ""}${stderr ?? ""}\nFAILED  ${name}: ${command} ${args.join(" ")}`);
  rmSync(scratch, { recursive: true, force: true });
  process.exit(status ?? 1);
}
