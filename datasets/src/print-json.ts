/** JSON for people: what fits on a line of 160 characters stays on one line, the rest is indented by two. */
export function printJson(value: unknown, indent = 0): string {
  const flat = onOneLine(value);
  if (typeof value !== "object" || value === null || flat.length + indent <= 160) return flat;
  const pad = " ".repeat(indent + 2);
  const [open, parts, close] = Array.isArray(value)
    ? ["[", value.map((item) => printJson(item, indent + 2)), "]"]
    : ["{", Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printJson(item, indent + 2)}`), "}"];
  return `${open}\n${parts.map((part) => pad + part).join(",\n")}\n${" ".repeat(indent)}${close}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}
