/** The name of a source's file as it is printed: a path in the working folder as it is, any other without its folders. */
export function fileName(path: string): string {
  return /^([/\\~]|[a-z]:|\.\.)/i.test(path) ? path.split(/[/\\]/).at(-1)! : path;
}
