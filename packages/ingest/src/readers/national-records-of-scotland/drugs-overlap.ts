import type { Issue } from "@popneeds/core";

/** A note that deaths by drug count a death once for each drug that was named in it. */
export function drugsOverlap(file: string): readonly Issue[] {
  return [
    {
      code: "deaths-in-several-rows",
      severity: "note",
      file,
      message:
        "several drugs may be named in one death, and some rows hold others: deaths by drug do not add up to all deaths",
      fix: "Take all deaths from the row of all deaths; do not add up drugs.",
    },
  ];
}
