import type { PopneedsError } from "@popneeds/core";
import { headerFault } from "../../header-fault.ts";

/** The fault of a sheet whose title promises a table that has no header. */
export function missingHeader(file: string, beginning: string): PopneedsError {
  return headerFault(
    "missing-header",
    `no row begins with "${beginning}", as the header of this table does`,
    "Compare the sheet with the publisher's: its header was lost or changed.",
    file,
  );
}
