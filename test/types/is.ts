/** `true` when two types are the same; else `false`. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** The names of the keys of a table, and of its measures. */
export type KeyNames<T extends { readonly keys: object }> = keyof T["keys"];
export type MeasureNames<T extends { readonly measures: object }> = keyof T["measures"];

/** Compiles when what is claimed is so. */
export function holds<Claim extends true>(claim: Claim): Claim {
  return claim;
}
