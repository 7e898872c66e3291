/** The name of an input's file in the folder of data: its own name, and the ending that its address has. */
export function fileName(name: string, url: string): string {
  const last = URL.canParse(url) ? decoded(new URL(url)) : url;
  const [ending = ".csv"] = /\.(csv|tsv|txt|json|xlsx|xls|ods|zip)(\.gz)?$/i.exec(last) ?? [];
  return `${name}${ending.toLowerCase()}`;
}

/** The end of an address, which some portals hide in its query: `…/downloads/file?id=…%2Flook-up.csv`. */
function decoded(url: URL): string {
  const file = url.searchParams.get("id") ?? url.pathname;
  return file.slice(file.lastIndexOf("/") + 1);
}
