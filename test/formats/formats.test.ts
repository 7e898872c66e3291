import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describePublished, folder } from "../published/describe-published.ts";
import { formatLine } from "./format-line.ts";

describePublished("every published file", ["MANIFEST.tsv"], () => {
  it("is read, none refused, by the same reader to the same figures as before", async () => {
    const data = join(folder, "data");
    const files = readFileSync(join(data, "MANIFEST.tsv"), "utf8").split("\n").slice(1);
    const lines: string[] = [];
    for (const file of files.map((line) => line.split("\t")[0]!).filter((name) => name !== "")) {
      const { state, text } = await formatLine(join(data, file), file);
      expect([file, state]).toEqual([file, "read"]);
      lines.push(text);
    }
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("published-formats.txt");
  }, 300_000);
});
