import type { Offer } from "../portal.ts";

/** What a portal said of a file when it was pinned. */
type Said =
  | "dataset"
  | "edition"
  | "licence"
  | "licenceUrl"
  | "modified"
  | "page"
  | "portal"
  | "publisher"
  | "resource"
  | "title"
  | "url";

/** One input that is pinned: what it is, where it came from, and the bytes that it must have. */
export interface Pin extends Pick<Offer, Said> {
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
