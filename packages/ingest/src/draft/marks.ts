import type { Missing } from "@popneeds/core";

/** What a mark in place of a figure mostly means. */
export interface Mark {
  readonly means: Missing;
  /** What is doubtful about it, as the end of a sentence. */
  readonly said: string;
}

/**
 * What publishers mostly mean by a mark that stands where a figure should; `null` for a text that is no mark known here.
 *
 * The marks are those of Public Health Scotland's qualifiers, of the Government Statistical Service's shorthand in square brackets, and of
 * older tables.
 */
export function markOf(text: string): Mark | null {
  const plain = text.toLowerCase();
  if (plain === "") return { means: "not available", said: "taken for not available; it may stand for 0" };
  for (const [pattern, mark] of marks) if (pattern.test(plain)) return mark;
  return null;
}

const marks: readonly (readonly [RegExp, Mark])[] = [
  [/^(\*+|c|\[c\]|\(c\)|s|\[s\]|<\s?\d+)$/, { means: "suppressed", said: "probably suppressed" }],
  [/^(z|\[z\]|n\/?app|not applicable)$/, { means: "not applicable", said: "probably not applicable" }],
  [
    /^(na|n\/a|#n\/a)$/,
    { means: "not available", said: "taken for not available, as R and Excel write it; it may mean not applicable" },
  ],
  [/^(x|\[x\]|:|\.\.+|not available|unavailable)$/, { means: "not available", said: "probably not available" }],
  [/^(-|–|—)$/, { means: "not available", said: "taken for not available; many publishers write nil, or 0, so" }],
  [
    /^(~|\[low\]|\[lo\])$/,
    { means: "not available", said: "probably rounds to 0 and is not 0; there is no figure to read" },
  ],
  [/^(\.|null|nan|none|missing|unknown|not known|\?)$/, { means: "unknown", said: "taken for unknown" }],
];
