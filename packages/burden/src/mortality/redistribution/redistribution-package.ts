import { type Age, PopneedsError, type Sex } from "@popneeds/core";

/** Where the deaths of causes that say too little, such as heart failure, belong. */
export type RedistributionPackage = ProportionalPackage | FixedPackage;

/** Deaths go to the targets in proportion to the deaths observed of each. */
export interface ProportionalPackage {
  readonly name: string;
  /** Ill-defined causes, whose deaths go. */
  readonly from: readonly string[];
  /** Target causes. */
  readonly to: readonly string[];
}

/** Deaths go to the targets by shares that are laid down. */
export interface FixedPackage {
  readonly name: string;
  readonly from: readonly string[];
  /** For each age and sex, shares that sum to 1. */
  readonly shares: readonly RedistributionShare[];
  /** Number of deaths that the shares were found among, which says how uncertain they are in draws. Default none: they are known. */
  readonly among?: number;
}

export interface RedistributionShare {
  readonly cause: string;
  /** From 0 to 1. */
  readonly share: number;
  /** The ages it holds for; default all. */
  readonly ages?: Age;
  /** The sex it holds for; default each. */
  readonly sex?: Sex;
}

/** The target causes of a package, each once. */
export function targetsOf(of: RedistributionPackage): readonly string[] {
  return [...new Set("shares" in of ? of.shares.map(({ cause }) => cause) : of.to)];
}

/** Refuses packages of which it would matter which comes first, or that lead nowhere. */
export function checkPackages(packages: readonly RedistributionPackage[]): void {
  const refuse = (code: string, message: string, where: readonly string[], fix: string): never => {
    throw new PopneedsError({ code, message: `redistributeDeaths: ${message}`, where, fix });
  };
  const from = packages.flatMap((of) => of.from);
  const twice = from.filter((cause, i) => from.indexOf(cause) !== i);
  if (twice.length > 0)
    refuse(
      "cause-in-two-packages",
      `each ill-defined cause must stand in one package, once; ${twice.length} do not:`,
      twice,
      "Leave it in one package.",
    );
  const circular = [...new Set(packages.flatMap(targetsOf).filter((cause) => from.includes(cause)))];
  if (circular.length > 0)
    refuse(
      "target-is-ill-defined",
      `a target must not be an ill-defined cause itself; ${circular.length} are:`,
      circular,
      "Name the causes at which the deaths are to end.",
    );
  const empty = packages.filter((of) => of.from.length === 0 || targetsOf(of).length === 0);
  if (empty.length > 0)
    refuse(
      "empty-package",
      `each package needs ill-defined causes and targets; ${empty.length} lack them:`,
      empty.map(({ name }) => name),
      "Complete the package, or leave it out.",
    );
  for (const of of packages) {
    const odd = "shares" in of ? of.shares.filter(({ share }) => !(share >= 0 && share <= 1)) : [];
    const { among = 1 } = of as FixedPackage;
    if (!(among > 0))
      refuse(
        "invalid-share",
        `shares must have been found among more than 0 deaths; those of package ${of.name} were among ${among}`,
        [],
        "Give the number of deaths, or leave it out where shares are known.",
      );
    if (odd.length > 0)
      refuse(
        "invalid-share",
        `shares must be from 0 to 1; ${odd.length} of package ${of.name} are not:`,
        odd.map(({ cause, share }) => `${cause}  ${share}`),
        "Give shares, not percentages.",
      );
  }
}

/**
 * The shares of each target in a cell of one age and sex, in the order of `targetsOf`.
 *
 * @throws PopneedsError `shares-do-not-sum` when those that hold for it do not sum to 1, to a millionth
 */
export function fixedShares(of: FixedPackage, age: Age | null, sex: Sex | null): Float64Array {
  const targets = targetsOf(of);
  const shares = new Float64Array(targets.length);
  for (const { cause, share, ages, sex: ofSex } of of.shares) {
    const holds =
      (ages === undefined || (age !== null && age.from >= ages.from && age.to <= ages.to)) &&
      (ofSex === undefined || ofSex === sex);
    if (holds) shares[targets.indexOf(cause)]! += share;
  }
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > 1e-6)
    throw new PopneedsError({
      code: "shares-do-not-sum",
      message: `redistributeDeaths: shares of a package must sum to 1 for each age and sex of the deaths; those of ${of.name} sum to ${Number(sum.toPrecision(9))} at ${[age?.label ?? "all ages", sex ?? "all"].join(", ")}`,
      fix: "Correct the shares, or give ages of which each band of the deaths lies inside one.",
    });
  return shares.map((share) => share / sum);
}
