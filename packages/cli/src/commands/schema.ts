import { UserError } from '@carelint/core';
import { nearest, PUBLISHED_KINDS, schemaOf, type PublishedKind } from '@carelint/policy-schema';
import type { Output } from '../output.js';

const isKind = (name: string): name is PublishedKind => (PUBLISHED_KINDS as readonly string[]).includes(name);

/** Prints a JSON Schema, as it is published. */
export const schemaCommand = (name: string, output: Output): number => {
  if (!isKind(name)) {
    const meant = nearest(name, PUBLISHED_KINDS);
    throw new UserError(
      `There is no schema \`${name}\`. ${meant === undefined ? `There are ${PUBLISHED_KINDS.join(', ')}.` : `Did you mean \`${meant}\`?`}`,
    );
  }
  output.out(`${JSON.stringify(schemaOf(name), null, 2)}\n`);
  return 0;
};
