/**
 * Seconds that an answer asks to wait, by its `Retry-After`: a number of seconds, or a date.
 *
 * A date is set against the answer's own `Date`, not against this machine's clock, which may be wrong.
 *
 * @returns 0 where nothing is asked, or it cannot be read
 */
export function retryAfter(headers: Readonly<Record<string, string | undefined>>): number {
  const asked = headers["retry-after"]?.trim() ?? "";
  if (/^\d+$/.test(asked)) return Number(asked);
  const [until, now] = [Date.parse(asked), Date.parse(headers["date"] ?? "")];
  return Number.isFinite(until - now) ? Math.max(0, (until - now) / 1000) : 0;
}
