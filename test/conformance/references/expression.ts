/** What an expression works out to: a number, or a number for each stratum. */
type Worth = number | readonly number[];

/**
 * Works out an expression of a case, such as `sum(a*b)/sum(a)`: + − * / and sum, over numbers and columns by stratum.
 *
 * @throws SyntaxError for anything else, and for a name that is not given
 */
export function evaluate(expression: string, names: Readonly<Record<string, Worth>>): number {
  const tokens = expression.match(/[A-Za-z_]\w*|\d+(?:\.\d+)?|[-+*/()]/g) ?? [];
  let at = 0;
  const expect = (token: string): void => {
    if (tokens[at++] !== token) throw new SyntaxError(`${expression}: expected ${token} at token ${at}`);
  };
  const factor = (): Worth => {
    const token = tokens[at++];
    if (token === "(") {
      const inner = sum();
      expect(")");
      return inner;
    }
    if (token === "-") return combined(0, factor(), (a, b) => a - b);
    if (token === "sum" && tokens[at] === "(") {
      at++;
      const inner = sum();
      expect(")");
      return typeof inner === "number" ? inner : inner.reduce((total, value) => total + value, 0);
    }
    if (token !== undefined && Object.hasOwn(names, token)) return names[token]!;
    if (token !== undefined && /^\d/.test(token)) return Number(token);
    throw new SyntaxError(`${expression}: unknown ${token}`);
  };
  const product = (): Worth => {
    let left = factor();
    while (tokens[at] === "*" || tokens[at] === "/")
      left =
        tokens[at++] === "*" ? combined(left, factor(), (a, b) => a * b) : combined(left, factor(), (a, b) => a / b);
    return left;
  };
  const sum = (): Worth => {
    let left = product();
    while (tokens[at] === "+" || tokens[at] === "-")
      left =
        tokens[at++] === "+" ? combined(left, product(), (a, b) => a + b) : combined(left, product(), (a, b) => a - b);
    return left;
  };
  const worth = sum();
  if (at !== tokens.length || typeof worth !== "number")
    throw new SyntaxError(`${expression}: does not work out to one number`);
  return worth;
}

function combined(left: Worth, right: Worth, by: (a: number, b: number) => number): Worth {
  if (typeof left === "number" && typeof right === "number") return by(left, right);
  const length = typeof left === "number" ? (right as readonly number[]).length : left.length;
  const cell = (worth: Worth, i: number): number => (typeof worth === "number" ? worth : worth[i]!);
  return Array.from({ length }, (_, i) => by(cell(left, i), cell(right, i)));
}
