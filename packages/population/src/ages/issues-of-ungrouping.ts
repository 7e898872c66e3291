import { firstThree, type Issue } from "@popneeds/core";

/** What an analyst is to know of single years made from bands. */
export function issuesOfUngrouping({
  impossible,
  below,
  doubts,
}: {
  /** Counts that cannot be, with their places. */
  readonly impossible: readonly string[];
  /** Single years that came out below 0. */
  readonly below: readonly string[];
  /** Fits that are unsure, and why. */
  readonly doubts: readonly string[];
}): readonly Issue[] {
  return [...cannotBe(impossible), ...belowZero(below), ...unsure(doubts)];
}

function cannotBe(places: readonly string[]): Issue[] {
  if (places.length === 0) return [];
  return [
    {
      code: "impossible-count",
      severity: "warning",
      message: `ungroupAges: ${places.length} counts are below 0 or infinite, and were not divided: ${firstThree(places).join("; ")}`,
      fix: "Correct the counts.",
    },
  ];
}

function belowZero(places: readonly string[]): Issue[] {
  if (places.length === 0) return [];
  return [
    {
      code: "years-below-zero",
      severity: "warning",
      message: `ungroupAges: ${places.length} single years came out below 0, and are left so: ${firstThree(places).join("; ")}`,
      fix: 'Use the method "monotone", which never goes below 0, or sum these years into bands again.',
    },
  ];
}

function unsure(doubts: readonly string[]): Issue[] {
  if (doubts.length === 0) return [];
  return [
    {
      code: "fit-unsure",
      severity: "warning",
      message: `ungroupAges: ${doubts.length} fits are unsure: ${firstThree(doubts).join("; ")}`,
      fix: "Give a smoothing of your own, such as smoothing: 10, or use another method.",
    },
  ];
}
