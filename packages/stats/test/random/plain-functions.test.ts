import { describe, expect, it } from "vitest";
import { plainExponential } from "../../src/random/plain-exponential.ts";
import { plainLogarithm } from "../../src/random/plain-logarithm.ts";
import { expectClose } from "../relative.ts";

describe("plainLogarithm", () => {
  it("is the logarithm, to the last digits", () => {
    // mpmath 1.3, 30 digits: mp.log(x)
    const known = [
      [1e-300, -690.7755278982137],
      [0.0099, -4.615220521841593],
      [0.3, -1.2039728043259361],
      [0.72, -0.32850406697203605],
      [0.99999, -1.0000050000287824e-5],
      [1.0000001, 9.999999505838704e-8],
      [1.5, 0.4054651081081644],
      [123.456, 4.815884817283264],
      [1e300, 690.7755278982137],
    ] as const;
    for (const [x, expected] of known) expectClose(plainLogarithm(x), expected, 4e-16);
    expect(plainLogarithm(1)).toBe(0);
  });

  it("is -Infinity at 0 and NaN below it", () => {
    expect([0, -1, Number.NaN, Infinity].map(plainLogarithm)).toEqual([-Infinity, Number.NaN, Number.NaN, Infinity]);
  });
});

describe("plainExponential", () => {
  it("is the exponential, to the last digits where draws need it", () => {
    // mpmath 1.3, 30 digits: mp.exp(x)
    const known = [
      [-5.93, 0.002658481988776367],
      [-1, 0.36787944117144233],
      [-0.1, 0.9048374180359595],
      [-1e-9, 0.999999999],
      [0.3, 1.3498588075760032],
      [3.44, 31.18695816830946],
    ] as const;
    for (const [x, expected] of known) expectClose(plainExponential(x), expected, 1e-15);
    expectClose(plainExponential(-29.5), 1.5428112031918877e-13, 4e-15);
    expectClose(plainExponential(25), 72_004_899_337.38588, 4e-15);
    expect(plainExponential(0)).toBe(1);
  });

  it("is infinite and 0 beyond what numbers can hold", () => {
    expect([1_000, -1_000, Number.NaN].map(plainExponential)).toEqual([Infinity, 0, Number.NaN]);
    expectClose(plainExponential(-700), Math.exp(-700), 2e-13);
  });
});
