/** `2021-06-30T08:49:18.800528` → `last changed 2021-06-30 08:49`; what is not such a date stands as it is. */
export function editionInWords(modified: string | null): string {
  if (modified === null) return "edition not stated";
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?/.exec(modified) ?? [];
  return `last changed ${day === undefined ? modified : [day, time].filter(Boolean).join(" ")}`;
}
