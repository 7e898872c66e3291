import { PopneedsError } from "@popneeds/core";

/** The error of a call that must fail, its message with the ports of loopback and temporary folders made the same. */
export async function faultOf(call: Promise<unknown> | (() => unknown)): Promise<{ code: string; message: string }> {
  try {
    await (typeof call === "function" ? call() : call);
  } catch (error) {
    if (!(error instanceof PopneedsError)) throw error;
    const message = error.message
      .replace(/127\.0\.0\.1:\d+/g, "portal.test")
      .replace(/\/\S*popneeds-portals-\w+/g, "FOLDER");
    return { code: error.code, message };
  }
  throw new Error("nothing was thrown");
}
