/** The levels that small areas are rolled up to. */
export const rolledUpLevels = ["locality", "partnership", "council", "board", "region", "country"] as const;
