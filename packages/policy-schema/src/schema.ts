/** A JSON Schema, or a part of one, as it is written to a file. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** Named schemas: the properties of a map, or `$defs`. */
export type Schemas = Readonly<Record<string, Schema>>;
