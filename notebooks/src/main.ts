// Runs every notebook and keeps the outputs in its file: node notebooks/dist/main.js
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { codeCells, type Notebook, notebookText, withOutputs } from "./notebook.ts";
import { runCells } from "./run-cells.ts";

const folder = dirname(dirname(fileURLToPath(import.meta.url)));
for (const name of readdirSync(folder).filter((file) => file.endsWith(".ipynb"))) {
  const file = join(folder, name);
  const notebook = JSON.parse(readFileSync(file, "utf8")) as Notebook;
  const outputs = await runCells(codeCells(notebook), { packagesOf: folder, folder });
  writeFileSync(file, notebookText(withOutputs(notebook, outputs)));
}
