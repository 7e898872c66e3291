import { createRequire } from "node:module";
import { PopneedsError } from "@popneeds/core";

/** How a portal is asked. Every option has a default that is kind to a public service. */
export interface PoliteOptions {
  /** Requests that may begin in one second at one host, retries among them; 2 by default. */
  readonly requestsPerSecond?: number;
  /** Requests under way at once at one host; 1 by default. */
  readonly atOnce?: number;
  /** Seconds in which a connection must stand; 10 by default. */
  readonly connectSeconds?: number;
  /** Seconds that may pass without a byte, before the answer and within it; 120 by default, as cubes are made on demand. */
  readonly idleSeconds?: number;
  /** How often a request is made again after a passing fault; 4 by default, 0 for never. */
  readonly retries?: number;
  /** Seconds before the first retry, doubled each time, lengthened by up to as much again at random; 1 by default. */
  readonly backOffSeconds?: number;
  /** The longest wait, in seconds, that a portal may ask for by `Retry-After`; 120 by default. Beyond it the call fails. */
  readonly longestWaitSeconds?: number;
  /** What the portal sees in its log; `popneeds/<version>` by default. Add a way to reach you for unattended use. */
  readonly userAgent?: string;
}

export type Politeness = Required<PoliteOptions>;

/**
 * The options of a polite transport, each with its default.
 *
 * @throws PopneedsError `odd-option` for an amount that is no number, or is out of range
 */
export function politeOptions(options: PoliteOptions = {}): Politeness {
  const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
  const whole = { ...defaults, userAgent: `popneeds/${version} (population needs analysis)`, ...options };
  for (const [name, least] of Object.entries(smallest)) {
    const value = whole[name as keyof typeof smallest];
    if (!Number.isFinite(value) || value < least)
      throw new PopneedsError({
        code: "odd-option",
        message: `${name} is a number, ${least} or more; got ${value}`,
        fix: `Leave ${name} out: it is ${defaults[name as keyof typeof defaults]} by default.`,
      });
  }
  return whole;
}

const defaults = {
  requestsPerSecond: 2,
  atOnce: 1,
  connectSeconds: 10,
  idleSeconds: 120,
  retries: 4,
  backOffSeconds: 1,
  longestWaitSeconds: 120,
};

const smallest: Readonly<Record<keyof typeof defaults, number>> = {
  requestsPerSecond: 0.01,
  atOnce: 1,
  connectSeconds: 0.001,
  idleSeconds: 0.001,
  retries: 0,
  backOffSeconds: 0,
  longestWaitSeconds: 0,
};
