import { z } from "zod";
import { type Text, text } from "../../../models/text.ts";

/** What a schema tells, as a view may hold it: nothing of it is changed. */
export type Told<T> = T extends object ? { readonly [K in keyof T]: Told<T[K]> } : T;

/** Shapes that have a name in the description of the API, because several answers hold them or they are worth one. */
export const SHAPES = new Map<string, z.ZodType>();

/** An object of exactly these fields, under a name. */
export const shape = <Fields extends z.ZodRawShape>(name: string, fields: Fields) =>
  named(name, z.strictObject(fields));

export function named<Schema extends z.ZodType>(name: string, schema: Schema): Schema {
  if (SHAPES.has(name)) throw new RangeError(`two shapes are called ${name}`);
  SHAPES.set(name, schema);
  return schema;
}

/** A schema with what its name alone does not tell, such as a unit; the description of the API shows it. */
export const said = <Schema extends z.ZodType>(schema: Schema, zh: string, en: string): Schema =>
  schema.meta({ says: text(zh, en) });

export const saidOf = (meta: object): Text | null => ("says" in meta ? (meta.says as Text) : null);
