export { type AreaKind, areaKind } from "./area-kind.ts";
export { draftAsCode, draftAsJson } from "./draft-as-code.ts";
export { draftAsText } from "./draft-as-text.ts";
export { draftRaw, draftSchema } from "./draft-schema.ts";
export { parseDayFirst } from "./parse-day-first.ts";
export { readDeclared } from "./read-declared.ts";
export type { FieldDeclaration, SchemaDeclaration } from "./schema-declaration.ts";
export type { ColumnDraft, ColumnSeems, Confidence, SchemaDraft } from "./schema-draft.ts";
export { readSchemaDeclaration, schemaFromDeclaration } from "./schema-from-declaration.ts";
