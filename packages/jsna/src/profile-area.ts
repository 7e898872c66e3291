/** An area as a page names it. */
export interface ProfileArea {
  readonly code: string;
  readonly level: string;
  readonly name: string;
  /** Address and folder name: `dumfries-and-galloway`, `dumfries-and-galloway/nithsdale`. */
  readonly slug: string;
}
