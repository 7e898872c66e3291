import type {
  CrudeRateOptions,
  DirectRateOptions,
  LifeTableOptions,
  PercentageOptions,
  RecentTrendOptions,
  SlopeIndexOptions,
} from "@popneeds/methods";
import type { MovingMeansOptions } from "@popneeds/stats";

/**
 * A named set of choices by which a body works out its figures: options for our methods, as data.
 *
 * Our defaults are the method that we hold to be right. A convention is for the digits of a publisher: spread its options into
 * a method, and the table's provenance prints what was chosen and by whose convention. Where a body is not known to choose,
 * its options are empty, and ours hold.
 */
export interface Convention {
  /** Short name: `phe`. */
  readonly id: string;
  /** Who works so, as provenance prints it. */
  readonly name: string;
  /** Where it can be read, with version or date. */
  readonly source: string;
  /** Whether several years are added up, or taken as their yearly mean: `pool(table, { years, ...pooling })`. */
  readonly pooling: { readonly as: "sum" | "mean" };
  /** `crudeRate(exposed, convention.crudeRate)`. */
  readonly crudeRate: CrudeRateOptions;
  /** `percentage(part, whole, convention.percentage)`. */
  readonly percentage: PercentageOptions;
  /** `directRate(exposed, standard, convention.directRate)`, and `directRateAcrossSexes` where `acrossSexes` says so. */
  readonly directRate: DirectRateOptions;
  /** Whether a rate of both sexes is standardised to both alike (weights of 200,000) or by age alone. */
  readonly acrossSexes: boolean;
  /** `lifeTable(exposed, convention.lifeTable)`, and the same for `lifeExpectancy`. */
  readonly lifeTable: LifeTableOptions;
  /** `slopeIndex(estimates, { by: "fifth", ...convention.slopeIndex })`. */
  readonly slopeIndex: Omit<SlopeIndexOptions, "by" | "order">;
  /** `movingMeans(counts, convention.movingMeans)` of `@popneeds/stats`: five-year means of counts. */
  readonly movingMeans: MovingMeansOptions;
  /** `recentTrend(estimates, convention.recentTrend)`. */
  readonly recentTrend: RecentTrendOptions;
  /** Which of the relative indices is called the relative index of inequality. */
  readonly relativeIndex: "ratio" | "relativeToMean";
  /** The age at which the last, open band starts: of standardised rates, and of life tables. */
  readonly lastBand: { readonly directRate: number; readonly lifeTable: number };
  /** What departs from the right method, one sentence each, for whoever must defend a figure. */
  readonly departures: readonly string[];
}
