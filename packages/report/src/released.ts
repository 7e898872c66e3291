import { type Missing, PopneedsError } from "@popneeds/core";
import type { NeedsRow } from "@popneeds/planning";
import type { Assessment } from "./assessment.ts";

declare const mark: unique symbol;

/** An assessment that has passed `release()`. Writers take nothing else. */
export interface Released extends Assessment {
  readonly [mark]: true;
  readonly needs: readonly ReleasedNeedsRow[];
  /** Counts of people or events from 1 up to, not including, this are withheld. */
  readonly suppressBelow: number;
  readonly withheld: Withheld;
}

/** A row of the planning table, with the reason where its figures are missing. */
export interface ReleasedNeedsRow extends NeedsRow {
  readonly missing: Missing | null;
}

/** How much was withheld. */
export interface Withheld {
  /** Rows of the fact tables whose figures were taken out. */
  readonly facts: number;
  /** Rows of the planning table whose figures were taken out. */
  readonly needs: number;
  /** Findings and chart titles that were taken out because they rest on a figure that is withheld. */
  readonly findings: number;
}

const passed = new WeakSet<object>();

/** Marks what `release()` made; for `release()` alone. */
export function markReleased(parts: Omit<Released, typeof mark>): Released {
  const released = Object.freeze({ ...parts }) as Released;
  passed.add(released);
  return released;
}

/**
 * Refuses what has not passed `release()`, or was changed since; for callers without a compiler.
 *
 * @throws PopneedsError `not-released`
 */
export function refuseUnreleased(released: Released, writer: string): void {
  if (passed.has(released)) return;
  throw new PopneedsError({
    code: "not-released",
    message: `${writer}: nothing is written that has not passed release(); this assessment has not, or was changed since`,
    fix: `Write ${writer}(release(assessment)).`,
  });
}
