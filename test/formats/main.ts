import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { formatLine } from "./format-line.ts";

const folder = resolve(process.env["INIT_CWD"] ?? ".", process.argv[2] ?? "../shared/data");
const manifest = join(folder, "MANIFEST.tsv");
if (!existsSync(manifest)) {
  process.stderr.write(
    `${manifest} is not there. Give the folder that holds MANIFEST.tsv: npm run formats -- ../shared/data\n`,
  );
  process.exit(2);
}
const files = readFileSync(manifest, "utf8")
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t")[0]!)
  .filter((file) => file !== "");
const wanted = process.argv[3];
const totals = { read: 0, refused: 0, failed: 0 };
for (const file of files.filter((name) => wanted === undefined || name.includes(wanted))) {
  const { state, text } = await formatLine(join(folder, file), file);
  totals[state]++;
  process.stdout.write(`${text}\n`);
}
process.stdout.write(`${totals.read} read, ${totals.refused} refused, ${totals.failed} failed\n`);
process.exitCode = totals.failed > 0 || totals.read === 0 ? 1 : 0;
