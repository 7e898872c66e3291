/** Names of the portals that popneeds knows, as the lock file writes them. */
export type PortalName = "phs" | "statistics";

/** One file that a portal offers, in the edition that it has now. */
export interface Offer {
  readonly portal: PortalName;
  /** Name of the data set, as it stands in the address of its page. */
  readonly dataset: string;
  /** Identifier of the file: a resource's id on CKAN, the data set's URI on statistics.gov.scot. */
  readonly resource: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** Where the licence can be read; `null` where the portal does not say. */
  readonly licenceUrl: string | null;
  /** Which edition it is, in words: what the portal says of when it was last changed. */
  readonly edition: string;
  /** When the portal says that it was last changed, exactly as it writes it; `null` where it does not say. */
  readonly modified: string | null;
  /** When the portal says that it was first put there; `null` where it does not say. */
  readonly created: string | null;
  readonly url: string;
  /** How many bytes the portal says it has; `null` where it does not say. */
  readonly size: number | null;
  /** The portal's page of the data set. */
  readonly page: string;
}

/** What every portal can say. */
export interface Portal {
  readonly name: PortalName;
  /**
   * The file that is meant by a name, an id or an address of a page.
   * @throws PopneedsError `not-on-portal`, `several-resources`, `no-file` where the portal lists a file and has none
   */
  find(wanted: string): Promise<Offer>;
  /** The files that a data set has now, those that cannot be downloaded left out; offline, as it was when last asked. None where the portal no longer has it. */
  files(dataset: string): Promise<Offers>;
}

export interface Offers {
  readonly offers: readonly Offer[];
  /** When the portal said so, by its own clock; `null` where it sent no date. */
  readonly asOf: string | null;
}
