/** A token of an Architect expression. */
export interface Token {
  readonly is: 'text' | 'name' | 'number' | 'mark';
  readonly text: string;
}

const TOKEN = /"((?:[^"\\]|\\.|"")*)"|([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(\d+(?:\.\d+)?)|(==|!=|<=|>=|&&|\|\||[-+*/%<>(),!?:[\].])/gsu;

const unescape = (text: string): string =>
  text.includes('\\') || text.includes('""')
    ? text.replace(/""/gu, '"').replace(/\\([^])/gu, (_whole, each: string) => (each === 'n' || each === 'r' || each === 't' ? ' ' : each))
    : text;

/** The longest expression that is taken apart; nobody writes longer ones by hand. */
const LONGEST = 50_000;

/** Takes an expression apart; what is no token is passed over. */
export const tokensOf = (expression: string): readonly Token[] => {
  const out: Token[] = [];
  for (const match of expression.slice(0, LONGEST).matchAll(TOKEN)) {
    const [, text, name, number, mark] = match;
    if (text !== undefined) out.push({ is: 'text', text: unescape(text) });
    else if (name !== undefined) out.push({ is: 'name', text: name });
    else if (number !== undefined) out.push({ is: 'number', text: number });
    else if (mark !== undefined) out.push({ is: 'mark', text: mark });
  }
  return out;
};
