import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { formatLine } from "./format-line.ts";
import { withFormats } from "./formats-page.ts";

const [where = "../shared/data", wanted] = process.argv.slice(2);
if (where === "--page") {
  const page = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "docs", "i-have-this-file.md");
  writeFileSync(page, withFormats(readFileSync(page, "utf8")));
} else await readAll(resolve(process.env["INIT_CWD"] ?? ".", where));

/** Reads every file that the manifest of a folder names, or those whose name has the text wanted. */
async function readAll(folder: string): Promise<void> {
  const manifest = join(folder, "MANIFEST.tsv");
  if (!existsSync(manifest)) {
    process.stderr.write(`${manifest} is not there. Give its folder: npm run formats -- ../shared/data\n`);
    process.exitCode = 2;
    return;
  }
  const files = readFileSync(manifest, "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t")[0]!)
    .filter((file) => file !== "" && (wanted === undefined || file.includes(wanted)));
  const totals = { read: 0, refused: 0, failed: 0 };
  for (const file of files) {
    const { state, text } = await formatLine(join(folder, file), file);
    totals[state]++;
    process.stdout.write(`${text}\n`);
  }
  process.stdout.write(`${totals.read} read, ${totals.refused} refused, ${totals.failed} failed\n`);
  process.exitCode = totals.failed > 0 || totals.read === 0 ? 1 : 0;
}
