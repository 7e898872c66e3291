/** A class of exposure: shares now and in the counterfactual, and its relative risk. */
export interface ExposureClass {
  readonly now: number;
  readonly otherwise: number;
  readonly relativeRisk: number;
}

/**
 * The attributable fraction F = (N − N′) ÷ (1 + N), N = Σ p (RR − 1), and its slopes towards the share and the logarithm of the relative risk of each class:
 * dF/dp = (RR − 1)(1 + N′) ÷ (1 + N)², dF/d ln RR = RR ((p − p′)(1 + N) − (N − N′) p) ÷ (1 + N)².
 */
export function fractionSlopes(classes: readonly ExposureClass[]): {
  readonly fraction: number;
  readonly toShare: readonly number[];
  readonly toRisk: readonly number[];
} {
  let [now, other] = [0, 0];
  for (const each of classes) {
    now += each.now * (each.relativeRisk - 1);
    other += each.otherwise * (each.relativeRisk - 1);
  }
  const square = (1 + now) ** 2;
  return {
    fraction: (now - other) / (1 + now),
    toShare: classes.map(({ relativeRisk }) => ((relativeRisk - 1) * (1 + other)) / square),
    toRisk: classes.map(
      ({ now: p, otherwise, relativeRisk }) =>
        (relativeRisk * ((p - otherwise) * (1 + now) - (now - other) * p)) / square,
    ),
  };
}
