import type { UserError } from '@carelint/core';
import { withoutCommands } from './report/ci-commands.js';
import { printable } from './report/printable.js';

/** A mistake of the user as it is told: one line, its place first. */
export const userErrorText = ({ message, path, place }: UserError): string => {
  const where = path === undefined ? '' : `${printable(path)}${place === undefined ? '' : `:${place.line}:${place.column}`}: `;
  return `${withoutCommands(`${where}${printable(message)}`)}\n`;
};
