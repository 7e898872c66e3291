/** The command was called wrongly: an unknown area, option or command. Exit code 2. */
export class Misuse extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Misuse";
  }
}
