/** What a partial answer says it holds: the first byte, and how many there are in all. */
export interface ContentRange {
  /** `null` where the range asked for cannot be given. */
  readonly from: number | null;
  readonly total: number | null;
}

/** Reads `Content-Range`: `bytes 100-199/1000`, `bytes 100-199/*` or `bytes *\/1000`. */
export function contentRange(header: string | undefined): ContentRange {
  const found = /^\s*bytes\s+(?:(\d+)-\d+|\*)\/(\d+|\*)\s*$/i.exec(header ?? "");
  if (!found) return { from: null, total: null };
  const [, from, total] = found;
  return { from: from === undefined ? null : Number(from), total: total === "*" ? null : Number(total) };
}
