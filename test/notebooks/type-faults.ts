import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/**
 * What the compiler finds wrong with pieces of TypeScript, each a module of its own that may import any package of the
 * workspace; empty when nothing is.
 */
export async function typeFaults(pieces: readonly { readonly name: string; readonly text: string }[]): Promise<string> {
  const parent = join(root, "notebooks", "dist");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "types-"));
  try {
    for (const { name, text } of pieces) writeFileSync(join(folder, `${name}.ts`), `${text}\nexport {};\n`);
    writeFileSync(
      join(folder, "tslab.d.ts"),
      'declare module "tslab" {\n  export const display: { svg(text: string): void };\n}\n',
    );
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(configuration));
    return await compile(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const source = (name: string) => [join(root, "packages", name, "src", "index.ts")];

const configuration = {
  extends: "../../../tsconfig.base.json",
  compilerOptions: {
    noEmit: true,
    composite: false,
    declaration: false,
    declarationMap: false,
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: false,
    noUnusedLocals: false,
    typeRoots: [join(root, "node_modules", "@types")],
    types: ["node"],
    paths: {
      popneeds: source("popneeds"),
      "@popneeds/*": source("*"),
      arquero: [join(root, "packages", "arquero", "node_modules", "arquero", "dist", "types", "index.d.ts")],
      "danfojs-node": [join(root, "packages", "danfo", "node_modules", "danfojs-node")],
    },
  },
  include: ["*.ts"],
};

function compile(folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
    const child = spawn(process.execPath, [compiler, "-p", "."], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
      });
    child.on("error", reject);
    child.on("close", () => resolve(said.trim()));
  });
}
