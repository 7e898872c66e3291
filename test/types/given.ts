import type { Age, Period, Sex, Table } from "@popneeds/core";

/** Tables of which only the types matter here. */
export declare const deaths: Table<
  { readonly area: string; readonly period: Period; readonly sex: Sex; readonly age: Age; readonly cause: string },
  { readonly deaths: "count" }
>;
export declare const people: Table<
  { readonly area: string; readonly period: Period; readonly sex: Sex; readonly age: Age },
  { readonly people: "count" }
>;
export declare const everywhere: Table<
  { readonly area: string; readonly level: string; readonly sex: Sex },
  { readonly people: "count" }
>;
export declare const rates: Table<
  { readonly area: string; readonly period: Period; readonly sex: Sex; readonly age: Age },
  { readonly value: "rate"; readonly lower: "limit"; readonly upper: "limit" }
>;
export declare const mixed: Table<{ readonly area: string }, { readonly deaths: "count"; readonly value: "rate" }>;
