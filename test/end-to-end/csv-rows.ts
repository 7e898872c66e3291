/** The rows of a CSV text, read without any of the project's code. */
export function csvRows(text: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...rows] = text
    .replaceAll("\r", "")
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\n")
    .map(cellsOf);
  return rows.map((cells) => Object.fromEntries(header!.map((name, i) => [name, cells[i]!])));
}

function cellsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(",");
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const mark = line[i]!;
    if (mark === '"' && quoted && line[i + 1] === '"') cell += line[++i];
    else if (mark === '"') quoted = !quoted;
    else if (mark === "," && !quoted) {
      cells.push(cell);
      cell = "";
    } else cell += mark;
  }
  return [...cells, cell];
}
