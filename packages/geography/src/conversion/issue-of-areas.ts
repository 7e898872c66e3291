import type { Issue } from "@popneeds/core";

/** An issue that names some areas, and lists all of them in `found`. */
export function issueOfAreas(
  code: string,
  areas: Iterable<string>,
  all: number,
  what: string,
  fix: string,
  file: string,
): Issue[] {
  const listed = [...areas];
  if (listed.length === 0) return [];
  const some = listed.slice(0, 3).join(", ") + (listed.length > 3 ? ` and ${listed.length - 3} more` : "");
  return [
    {
      code,
      severity: "warning",
      file,
      message: `${listed.length} of ${all} ${what}: ${some}`,
      fix,
      found: listed.join(", "),
    },
  ];
}
