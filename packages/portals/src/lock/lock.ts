import type { PortalName } from "../portal.ts";

/** One input that is pinned: what it is, where it came from, and the bytes that it must have. */
export interface Pin {
  readonly portal: PortalName;
  readonly dataset: string;
  readonly resource: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** Where the licence can be read; `null` where the portal does not say. */
  readonly licenceUrl: string | null;
  /** Which edition, in words. */
  readonly edition: string;
  /** When the portal says that it was last changed, exactly as it writes it; `null` where it does not say. */
  readonly modified: string | null;
  readonly page: string;
  readonly url: string;
  /** Name of the file in the folder of data. */
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
  /** When the bytes were fetched: the `Date` of the portal's answer, never this machine's clock; `null` where it sent none. */
  readonly fetched: string | null;
}

/** The inputs that a piece of work rests on, by name. */
export type Lock = Readonly<Record<string, Pin>>;

/** The file that holds the lock. */
export const lockFileName = "popneeds.lock.json";

/** The version of the file's layout that this version of popneeds reads and writes. */
export const lockVersion = 1;
