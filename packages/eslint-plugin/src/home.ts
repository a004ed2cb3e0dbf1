import { HOME_URL } from '@carelint/core';

/** The page of a rule for code. */
export const codePage = (id: string): string => `${HOME_URL}eslint/${id}`;
