/** The command was called in a way that cannot be carried out. */
export class Misuse extends Error {
  override readonly name = "Misuse";
}
