import { normalDeviate } from "../distributions/normal-deviate.ts";
import { requireDeviate, requireLevel } from "../shared/require.ts";

/** What limits that rest on the normal distribution may be told beside the level. */
export interface DeviateOptions {
  /** A normal deviate in place of that of the level, such as the rounded 1.96 of many published tables. Default none. */
  readonly deviate?: number;
}

/** The deviate given, or that of the level. */
export function deviateOf(caller: string, level: number, deviate: number | undefined): number {
  requireLevel(caller, level);
  if (deviate === undefined) return normalDeviate(level);
  requireDeviate(caller, deviate);
  return deviate;
}
