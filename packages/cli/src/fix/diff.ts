import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { decode } from '../find/decode.js';
import type { ToWrite } from './write-fixed.js';

const textOf = (bytes: Uint8Array): string => {
  const decoded = decode(bytes);
  return decoded.ok ? decoded.text : '';
};

/** Changes as a unified diff, which `git apply` and `patch -p1` understand. */
export const diffOf = (files: readonly Pick<ToWrite, 'shown' | 'before' | 'after'>[]): string =>
  files
    .map(({ shown, before, after }) =>
      createTwoFilesPatch(`a/${shown}`, `b/${shown}`, textOf(before), textOf(after), undefined, undefined, {
        context: 3,
        stripTrailingCr: false,
        headerOptions: FILE_HEADERS_ONLY,
      }),
    )
    .join('');
