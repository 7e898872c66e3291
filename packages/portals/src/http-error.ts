import { PopneedsError } from "@popneeds/core";

/** A portal answers with a status that is neither success nor one that it explains. */
export function httpError(address: string, status: number): PopneedsError {
  return new PopneedsError({
    code: "http-error",
    message: `${address}: the portal answers ${status}`,
    fix: "Open the address in a browser: is it the portal's? A firewall may refuse programs where it lets browsers pass.",
  });
}
