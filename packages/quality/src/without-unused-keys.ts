import { type KeyColumn, type Table, takeRows } from "@popneeds/core";

/** A table whose key columns list no value that no row has, as those of refused rows may still be. */
export function withoutUnusedKeys(table: Table): Table {
  if (Object.values<KeyColumn>(table.keys).every(allUsed)) return table;
  return takeRows(
    table,
    Uint32Array.from({ length: table.length }, (_, i) => i),
  );
}

function allUsed({ codes, values }: KeyColumn): boolean {
  const used = new Uint8Array(values.length);
  for (let i = 0; i < codes.length; i++) used[codes[i]!] = 1;
  return used.every((times) => times === 1);
}
