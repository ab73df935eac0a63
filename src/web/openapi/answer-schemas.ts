import { z } from "zod";
import type { Language } from "../../../models/text.ts";
import { SHAPES, saidOf } from "../answers/shape.ts";

export type Json = Readonly<Record<string, unknown>>;

export interface AnswerSchemas {
  /** The named shapes, as components of the document. */
  readonly shapes: Readonly<Record<string, Json>>;
  of(answers: z.ZodType): Json;
}

/** JSON schemas of what routes answer; a shape with a name is referred to, whoever holds it. */
export function answerSchemas(answers: readonly z.ZodType[], language: Language): AnswerSchemas {
  const names = new Map([...SHAPES].map(([name, schema]) => [schema, name]));
  const own = answers.filter((schema) => !names.has(schema)).map((schema, i) => [schema, `answer ${i}`] as const);
  const numbered = new Map(own);
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of [...names, ...numbered]) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: refTo, override: tellIn(language) });
  const plain = (id: string): Json => {
    const { $schema: _dialect, $id: _address, ...schema } = schemas[id] as Json; // a component has neither
    return schema;
  };
  return {
    shapes: Object.fromEntries([...SHAPES.keys()].map((name) => [name, plain(name)])),
    of: (schema) => (names.has(schema) ? { $ref: refTo(names.get(schema)!) } : plain(numbered.get(schema)!)),
  };
}

const refTo = (name: string): string => `#/components/schemas/${name}`;

/** Says units in the reader's language, and leaves out the limits that every whole number of a program has. */
const tellIn =
  (language: Language) =>
  ({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
    const words = saidOf(jsonSchema);
    if (words) jsonSchema.description = words[language];
    delete jsonSchema.says;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  };
