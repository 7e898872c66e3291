/** A title as a file name and anchor: `Life expectancy & mortality` becomes `life-expectancy-mortality`. */
export function slug(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
