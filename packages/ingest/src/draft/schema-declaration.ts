import type { Additive, Derived, Missing, Sex } from "@popneeds/core";
import type { Encoding } from "../read-file-text.ts";

/** Options of a key, as in `KeyOptions`. */
interface KeyDeclaration {
  readonly header: string;
  readonly totals?: readonly string[];
  readonly qualifier?: string;
}

/** Options of a measure, as in `MeasureOptions`. */
interface MeasureDeclaration {
  readonly absent?: "zero" | "unknown";
  readonly marks?: Readonly<Record<string, Missing>>;
  readonly qualifier?: string;
  readonly thousands?: ",";
  readonly decimal?: ",";
}

/** A field of a schema as plain data: the name of the function that makes it, and its arguments by name. */
export type FieldDeclaration =
  | ({ readonly field: "area" } & KeyDeclaration)
  | ({ readonly field: "category"; readonly values?: readonly string[] } & KeyDeclaration)
  | { readonly field: "label"; readonly header: string }
  | ({ readonly field: "sex"; readonly words: Readonly<Record<string, Sex>> } & KeyDeclaration)
  | ({ readonly field: "age" } & KeyDeclaration)
  | { readonly field: "agesAcross" }
  | { readonly field: "period"; readonly header: string; readonly reads?: "day first" }
  | { readonly field: "constant"; readonly value: string; readonly reads?: "text" | "age" | "period" }
  | ({ readonly field: "count"; readonly header: string } & MeasureDeclaration)
  | ({ readonly field: "countAcross" } & MeasureDeclaration)
  | { readonly field: "listed" }
  | ({ readonly field: "amount"; readonly kind: Additive; readonly header: string } & MeasureDeclaration)
  | ({ readonly field: "figure"; readonly kind: Derived; readonly header: string } & MeasureDeclaration);

/** A schema as plain data, which a file can hold: how the file is written, and what its columns mean. */
export interface SchemaDeclaration {
  readonly format: "popneeds-schema/1";
  /** Whether a person has read it and stands by it. A draft is not confirmed, and nothing is read by it. */
  readonly confirmed: boolean;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly fields: Readonly<Record<string, FieldDeclaration>>;
}
