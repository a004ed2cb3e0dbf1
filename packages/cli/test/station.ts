import type { Station } from '@carelint/core';

type Make = (line: number, told: readonly string[], over?: Partial<Station>) => Station;

/** Makes stations of journeys through one file, for reports made by hand. */
export const stationsIn =
  (file: string): Make =>
  (line, told, over = {}) => ({ step: `s${line}`, kind: 'say', label: `s${line}`, artefact: 'a', told, file, line, column: 7, ...over });
