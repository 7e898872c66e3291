/** Whether a name can stand for an input: small letters and digits, joined by single hyphens. */
export function isInputName(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 100;
}

/** Whether a name is of a file in its folder, and of nothing outside it. */
export function isFileName(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text) && !text.includes("..") && text.length <= 150;
}

/** A name for an input out of its title: `Council Area (2019) – Age & Sex` → `council-area-2019-age-sex`. */
export function inputName(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const name = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return name.slice(0, 80).replace(/-+$/, "") || "input";
}
