import { expect, it } from "vitest";
import { retryAfter } from "../../src/transport/retry-after.ts";

// The forms are those of RFC 9110, section 10.2.3: seconds, or a date.
it.each([
  ["seconds", { "retry-after": "120" }, 120],
  ["none", {}, 0],
  ["nonsense", { "retry-after": "soon" }, 0],
  [
    "a date, 30 seconds after the answer's own",
    at("Sat, 28 Nov 2026 12:00:30 GMT", "Sat, 28 Nov 2026 12:00:00 GMT"),
    30,
  ],
  ["a date that is past", at("Sat, 28 Nov 2026 11:00:00 GMT", "Sat, 28 Nov 2026 12:00:00 GMT"), 0],
  ["a date, and no date of the answer to set it against", { "retry-after": "Sat, 28 Nov 2026 12:00:30 GMT" }, 0],
])("%s", (_, headers, seconds) => {
  expect(retryAfter(headers)).toBe(seconds);
});

function at(retry: string, date: string) {
  return { "retry-after": retry, date };
}
