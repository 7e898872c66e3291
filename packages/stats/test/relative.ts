import { expect } from "vitest";

/** Expects a number within a relative tolerance of another, both being finite. */
export function expectClose(found: number, expected: number, relative: number): void {
  expect(Math.abs(found - expected), `${found} against ${expected}`).toBeLessThanOrEqual(relative * Math.abs(expected));
}
