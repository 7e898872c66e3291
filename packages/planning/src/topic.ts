import { horizons } from "@popneeds/indicators";

/** A topic that services are planned for, and where its figures come from. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  /**
   * - `people`: everybody of a band of ages
   * - `service`: people who use a service, by bands of ages; carried forward with the people of each band
   * - `expected`: events that national rates imply for the projected people
   */
  readonly kind: "people" | "service" | "expected";
  /** Band of ages of `people`; `all` for everybody. */
  readonly age: string;
  /** The indicator that holds the figures. */
  readonly indicator: string;
  /** The indicator of a `service` that says how localities share its users; `null` where none does. */
  readonly localIndicator: string | null;
}

const people = (age: string, title: string): Topic => ({
  id:
    age === "all"
      ? "everybody"
      : `people-aged-${age.replace("+", "-and-over").replace("-", "-to-").replace("-to-and-over", "-and-over")}`,
  title,
  unit: "people",
  kind: "people",
  age,
  indicator: "population-estimate",
  localIndicator: null,
});

/** The bands of ages by which services for older people are carried forward. */
export const serviceBands = ["65-74", "75-84", "85+"] as const;

/** What the first planning table holds, in order. */
export const topics: readonly Topic[] = [
  people("all", "Everybody"),
  people("0-15", "People aged 0 to 15"),
  people("16-64", "People aged 16 to 64"),
  people("65+", "People aged 65 and over"),
  people("75+", "People aged 75 and over"),
  people("85+", "People aged 85 and over"),
  {
    id: "home-care",
    title: "People aged 65 and over receiving home care",
    unit: "people",
    kind: "service",
    age: "65+",
    indicator: "home-care",
    localIndicator: "home-care-by-locality",
  },
  {
    id: "care-homes",
    title: "People aged 65 and over living in care homes",
    unit: "people",
    kind: "service",
    age: "65+",
    indicator: "care-home-residents",
    localIndicator: null,
  },
  {
    id: "new-cancers",
    title: "New cancers in a year",
    unit: "cases a year",
    kind: "expected",
    age: "all",
    indicator: "expected-cancers",
    localIndicator: null,
  },
  {
    id: "years-of-life-lost",
    title: "Years of life lost in a year",
    unit: "years of life a year",
    kind: "expected",
    age: "all",
    indicator: "expected-years-of-life-lost",
    localIndicator: null,
  },
];

/** The horizons of the table: how many years ahead of now. */
export const tableHorizons: readonly (0 | (typeof horizons)[number])[] = [0, ...horizons];
