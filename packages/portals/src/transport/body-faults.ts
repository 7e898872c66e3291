import { FailedAttempt } from "./failed-attempt.ts";

/** A web page came where data were expected. */
export function htmlInstead(address: string): FailedAttempt {
  return new FailedAttempt({
    code: "html-instead-of-data",
    message: `${address}: a web page came where data were expected`,
    fix: "Open the address in a browser: the portal may be under repair, or your network may want you to log in.",
  });
}

/** The portal announces one length and sends another. */
export function wrongLength(address: string, said: number, had: number): FailedAttempt {
  return new FailedAttempt({
    code: "wrong-length",
    message: `${address}: the portal says that the file has ${said} bytes, and sends ${had}`,
    fix: "Do not use it: it may not be whole. Try again later, and report it to the publisher if it stays so.",
  });
}

/** What came is packed, and its end is missing. */
export function truncated(address: string, { passing }: { readonly passing: boolean }): FailedAttempt {
  return new FailedAttempt(
    {
      code: "truncated-gzip",
      message: `${address}: what came is compressed, and cannot be unpacked to its end`,
      fix: "It was cut off, or damaged, at the portal: try again later, and report it to the publisher if it stays so.",
    },
    { passing },
  );
}
