/** The categories of figures by national fifth of deprivation, from the most to the least deprived. */
export const deprivationFifths = [
  "SIMD fifth 1 (most deprived)",
  "SIMD fifth 2",
  "SIMD fifth 3",
  "SIMD fifth 4",
  "SIMD fifth 5 (least deprived)",
] as const;
