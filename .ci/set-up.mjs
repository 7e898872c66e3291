// Installs and builds what a command needs, and nothing when that was done before: `node .ci/set-up.mjs start|test`.
// `start` leaves out what only the tests use, which is most of it.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const scope = process.argv[2] === "test" ? "test" : "start";
const quiet = process.argv.includes("--quiet");
// The version that wrote pnpm-lock.yaml.
const packageManager = "pnpm@12.21.0";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`popneeds needs Node 20.19 or newer; this is ${process.versions.node}.`);

const stamp = join(root, "node_modules", ".popneeds-installed.json");
const wanted = manifestHash();
const installed = existsSync(stamp) ? JSON.parse(readFileSync(stamp, "utf8")) : {};
if (installed[scope] !== wanted && installed.test !== wanted) {
  say(`Installing what "npm ${scope}" needs (once) …`);
  const only = scope === "start" ? ["--filter", "@popneeds/cli..."] : [];
  run("npx", [
    "--yes",
    packageManager,
    "install",
    "--frozen-lockfile",
    "--config.confirm-modules-purge=false",
    ...only,
  ]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ ...installed, [scope]: wanted }));
}

const compiler = ["packages/cli/node_modules/typescript/bin/tsc", "node_modules/typescript/bin/tsc"]
  .map((path) => join(root, path))
  .find(existsSync);
if (!compiler) fail("The TypeScript compiler was not installed. Remove node_modules and try again.");
run(process.execPath, [compiler, "-b", scope === "start" ? "packages/cli" : "."]);

function manifestHash() {
  const hash = createHash("sha256");
  const manifests = ["packages", "."].flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(folder, entry.name, "package.json")),
  );
  for (const file of ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests.sort()])
    if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function run(command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) fail(`${command} ${args.join(" ")}\n${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`);
}

function say(text) {
  if (!quiet) console.error(text);
}

function fail(text) {
  console.error(text);
  process.exit(1);
}
