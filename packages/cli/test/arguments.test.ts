import { describe, expect, it } from "vitest";
import { argumentsOf } from "../src/arguments.ts";
import { Misuse } from "../src/misuse.ts";

function given(args: readonly string[], positionals: readonly string[]): readonly string[] | string {
  try {
    return argumentsOf("sail", args, {}, positionals).positionals;
  } catch (error) {
    if (error instanceof Misuse) return error.message;
    throw error;
  }
}

describe("arguments", () => {
  it.each([
    [[], []],
    [["<boat>"], ["a"]],
    [["[<boat>]"], []],
    [["[<boat>]"], ["a"]],
    [["<boat>", "[<harbour>]"], ["a"]],
    [
      ["<boat>", "[<harbour>]"],
      ["a", "b"],
    ],
  ])("%j takes %j", (positionals, args) => {
    expect(given(args, positionals)).toEqual(args);
  });

  it.each([
    [[], ["a"], "takes no argument; got"],
    [["<boat>"], [], "takes <boat>; got nothing"],
    [["<boat>"], ["a", "b"], 'takes <boat>; got "a" "b"'],
    [["[<boat>]"], ["a", "b"], 'takes [<boat>]; got "a" "b"'],
    [["<boat>", "[<harbour>]"], [], "takes <boat> [<harbour>]; got nothing"],
    [["<boat>", "[<harbour>]"], ["a", "b", "c"], 'takes <boat> [<harbour>]; got "a" "b" "c"'],
  ])("%j does not take %j", (positionals, args, said) => {
    expect(given(args, positionals)).toContain(`popneeds sail ${said}`);
  });

  it("are not counted where help is asked for", () => {
    expect(given(["--help"], ["<boat>"])).toEqual([]);
  });
});
