/** The part of JSON Schema that the vocabulary of regulations uses. */
export interface SchemaNode {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly oneOf?: readonly SchemaNode[];
  readonly discriminator?: { readonly propertyName: string };
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

/** The variants of a union by the value of their tag. */
export function variantsOf(node: SchemaNode): ReadonlyMap<string, SchemaNode> {
  const name = node.discriminator?.propertyName ?? 'kind';
  return new Map((node.oneOf ?? []).map((variant) => [variant.properties?.[name]?.const ?? '', variant]));
}
