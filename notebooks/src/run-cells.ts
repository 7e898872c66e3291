import { spawn } from "node:child_process";
import { transformWithOxc } from "vite";

/** What a cell gives: text that it prints, or a picture that it shows. */
export interface Output {
  readonly kind: "text" | "svg";
  readonly text: string;
}

/** Where cells run. */
export interface Surroundings {
  /** The folder whose packages an import finds. */
  readonly packagesOf: string;
  /** The folder that relative paths of files start from. */
  readonly folder: string;
}

/** Begins a line of the child's output that is not the cells' own. */
const mark = "\u0001";

/**
 * Runs cells of TypeScript in order, in one scope, as a notebook does: in a process of its own, without Jupyter.
 *
 * Types are taken off, not checked. `display.svg` of tslab is understood; nothing else of tslab is.
 *
 * @param cells the text of each cell
 * @returns the outputs of each cell, in order; text printed in one run is one output
 * @throws Error when a cell fails, with what the process said and the number of the cell, counted from 1
 */
export async function runCells(
  cells: readonly string[],
  { packagesOf, folder }: Surroundings,
): Promise<readonly (readonly Output[])[]> {
  const marked = cells.map((cell, i) => `print("${mark}cell ${i}\\n");\n${withoutTslab(cell)}\n;`).join("\n");
  const { code } = await transformWithOxc(`${prelude(folder)}\n${marked}`, "cells.ts", { sourcemap: false });
  const { status, out, err } = await node(code, packagesOf);
  const outputs = outputsIn(out, cells.length);
  if (status === 0) return outputs.all;
  throw new Error(`cell ${outputs.last + 1} of ${cells.length} failed:\n${err.trim()}`);
}

function prelude(folder: string): string {
  return `process.chdir(${JSON.stringify(folder)});
const print = (text) => process.stdout.write(text);
const display = { svg: (text) => print("${mark}svg " + JSON.stringify(text) + "\\n") };`;
}

function withoutTslab(cell: string): string {
  return cell.replace(/^import [^;]* from "tslab";$/gm, "");
}

function node(code: string, cwd: string): Promise<{ status: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--input-type=module"], { cwd, stdio: "pipe" });
    const texts = { out: "", err: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      texts.out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      texts.err += text;
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, ...texts }));
    child.stdin.end(code);
  });
}

function outputsIn(out: string, count: number): { readonly all: readonly Output[][]; readonly last: number } {
  const all: Output[][] = Array.from({ length: count }, () => []);
  let last = -1;
  for (const part of out.split(new RegExp(`(${mark}[^\\n]*\\n)`))) {
    const [, word, rest] = new RegExp(`^${mark}(cell|svg) (.*)\\n$`).exec(part) ?? [];
    if (word === "cell") last = Number(rest);
    else if (word === "svg") all[last]!.push({ kind: "svg", text: JSON.parse(rest!) as string });
    else if (part !== "") all[last]!.push({ kind: "text", text: part });
  }
  return { all, last };
}
