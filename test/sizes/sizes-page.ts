import { join } from "node:path";
import * as stats from "@popneeds/stats";
import { table } from "../correct/markdown.ts";
import { bundle, type FunctionSize, functionSizes, wholeSize } from "./function-sizes.ts";

/** Where the list is. */
export function sizesPath(root: string): string {
  return join(root, "packages", "stats", "SIZES.md");
}

/** Every function that the package exports, in the order of the alphabet. */
export function statsFunctions(): readonly string[] {
  return Object.entries(stats)
    .filter(([, value]) => typeof value === "function")
    .map(([name]) => name)
    .sort();
}

/** The page that lists what each function of `@popneeds/stats` weighs when it alone is imported. */
export async function sizesPage(root: string): Promise<string> {
  const sizes = await functionSizes(root, statsFunctions());
  const whole = await wholeSize(root);
  const none = (await bundle(root, "")).length;
  return [
    '<!-- Made by "npm run sizes". -->',
    "# What each function weighs",
    "Bytes of a page's script that imports the one function: bundled, minified, and compressed with gzip. What is not imported is left\nout; " +
      `importing nothing costs ${none} bytes. Functions that share parts cost less together than their sum.`,
    table(
      ["function", "minified", "compressed"],
      [...sizes, whole].map(({ name, bytes, compressed }) => [
        name === whole.name ? name : `\`${name}\``,
        count(bytes),
        count(compressed),
      ]),
    ),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

/** What the page says of each function. */
export function sizesIn(page: string): readonly FunctionSize[] {
  return [...page.matchAll(/^\| `(\w+)` +\| ([\d,]+) +\| ([\d,]+) +\|$/gm)].map(([, name, bytes, compressed]) => ({
    name: name!,
    bytes: Number(bytes!.replaceAll(",", "")),
    compressed: Number(compressed!.replaceAll(",", "")),
  }));
}

function count(value: number): string {
  return value.toLocaleString("en-GB");
}
