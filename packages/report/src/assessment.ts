import type { Profile } from "@popneeds/jsna";
import type { NeedsRow } from "@popneeds/planning";

/** What is to leave the house: the profile of an area, and what it means for planning. */
export interface Assessment {
  readonly profile: Profile;
  readonly needs: readonly NeedsRow[];
}
