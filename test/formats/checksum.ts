import { createHash } from "node:crypto";
import { keyText, reasonOf } from "@popneeds/core";
import type { PublishedFile } from "@popneeds/ingest";

/** The first 16 hexadecimal digits of the SHA-256 of every key and figure of a file's tidy tables, in order. */
export function checksum({ tables }: PublishedFile): string {
  const hash = createHash("sha256");
  for (const { name, table } of tables) {
    hash.update(`${name}\n`);
    for (const [key, { codes, values }] of Object.entries(table.keys)) {
      hash.update(`${key}\n${values.map(keyText).join("\n")}\n`);
      hash.update(Uint32Array.from(codes));
    }
    for (const [measure, { kind, values, reasons }] of Object.entries(table.measures)) {
      hash.update(`${measure} ${kind}\n`);
      hash.update(Float64Array.from(values));
      if (reasons) hash.update(Array.from(reasons, (code) => reasonOf(code) ?? "").join("\n"));
    }
  }
  return hash.digest("hex").slice(0, 16);
}
