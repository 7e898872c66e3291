/** How a survey's people were drawn. */
export interface SurveyDesign {
  /** The stratum of each person; all in one by default. */
  readonly strata?: ArrayLike<number | string>;
  /** The cluster (first-stage unit) of each person, numbered within strata or throughout; each their own by default. */
  readonly clusters?: ArrayLike<number | string>;
  /**
   * For each person, how many clusters their stratum has in the population, or people where there are no clusters. Without
   * it they are taken as so many that drawing some did not use them up.
   */
  readonly unitsInStratum?: ArrayLike<number>;
  /**
   * What is done with a stratum of which one cluster only was drawn, so that nothing tells how clusters differ: `refuse`
   * (default); `certain`: it adds no variance; `about the mean`: its cluster is held against the overall mean.
   */
  readonly loneCluster?: "refuse" | "certain" | "about the mean";
}

/** How precisely something was estimated. */
export interface Precision {
  readonly standardError: number;
  /**
   * The variance, divided by that of as many people drawn simply: below 1 where strata help, above 1 where clusters and
   * unequal weights cost.
   */
  readonly designEffect: number;
  /** How many people drawn simply would say as much: people ÷ design effect. */
  readonly effectiveSize: number;
  /** Clusters less strata. */
  readonly degreesOfFreedom: number;
}
