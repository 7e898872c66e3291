import type { Evidence } from "./evidence.ts";

/** A file that figures were read from. */
export interface Source {
  /** Short stable name, as in the data package: `population-small-area-2021`. */
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** Which edition of a series: `mid-2021, before rebasing to Census 2022`. */
  readonly edition: string;
  readonly licence: string;
  /** Path or name of the file. */
  readonly file: string;
  /** SHA-256 of the bytes that were read, in hexadecimal. */
  readonly sha256: string;
  /** How the publisher came by the figures. */
  readonly evidence: Evidence;
  readonly released?: string;
}
