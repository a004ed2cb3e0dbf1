import { getLocation, parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import type { SyntaxProblem } from './document.js';
import { LineMap } from './line-map.js';
import { explainConflict } from './yaml-errors.js';

const WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is no value of JSON. Text needs double quotes; other values are numbers, true, false and null.',
  InvalidNumberFormat: 'This number is not written as JSON wants it. Leave out leading zeros and plus signs, or put it in quotes.',
  PropertyNameExpected: 'A key in double quotes is expected here. (Is there a comma after the last entry?)',
  ValueExpected: 'A value is missing here. (Is there a comma after the last entry?)',
  ColonExpected: 'A colon is missing between the key and its value.',
  CommaExpected: 'A comma is missing between this entry and the one before.',
  CloseBraceExpected: 'A brace `}` is missing here.',
  CloseBracketExpected: 'A bracket `]` is missing here.',
  EndOfFileExpected: 'The file goes on after its end. Delete what follows, or make it one list.',
  InvalidCommentToken: 'JSON has no comments. Delete it.',
  UnexpectedEndOfString: 'A quote (") is missing at the end of this text.',
  InvalidUnicode: 'After `\\u` four hexadecimal digits are expected.',
  InvalidEscapeCharacter: 'A backslash begins a special sign, and this one does not exist. Write it twice (`\\\\`).',
  InvalidCharacter: 'There is a sign here that cannot be seen (a control character). In JSON a line break inside text is written `\\n`.',
};

/** Where the block that holds an offset begins, as the keys that lead to it. */
const inside = (text: string, offset: number): string => {
  const keys = getLocation(text, offset).path.filter((key) => key !== '');
  return keys.length === 0 ? '' : `, inside \`${keys.slice(-3).join('.')}\``;
};

/** Says in words for people why a text is no JSON. `reason` is what the platform's parser said. */
export const explainJson = (text: string, reason: string): SyntaxProblem => {
  const conflict = explainConflict(text);
  if (conflict !== undefined) return conflict;
  const lines = new LineMap(text);
  const errors: ParseError[] = [];
  parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const error = errors[0];
  const end = text.trimEnd().length;
  if (error === undefined) {
    const at = Number(/position (\d+)/u.exec(reason)?.[1] ?? 0);
    return { message: `This is no valid JSON (${reason}).`, place: lines.place(at) };
  }
  const { offset, length } = error;
  const code = printParseErrorCode(error.error);
  const atEnd = offset >= end || (code === 'UnexpectedEndOfString' && offset + length >= end);
  if (atEnd) {
    return {
      message: `The file ends too early${inside(text, Math.min(offset, end))}: it was probably cut off while it was saved or copied. Fetch it again.`,
      place: lines.place(Math.min(offset, end), end),
    };
  }
  return { message: WORDS[code] ?? `This is no valid JSON (${reason}).`, place: lines.place(offset, offset + length) };
};
