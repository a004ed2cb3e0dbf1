import type { ParsedDocument } from '../../source/document.js';
import { LineMap } from '../../source/line-map.js';
import type { Problem } from '../../source/source.js';

/** A text in quotes, or a placeholder outside of them. */
const QUOTED_OR_HOLE = /"(?:[^"\\]|\\.)*(?:"|\\?$)|\$\{[^{}"]*\}|\{\{[^{}"]*\}\}/gsu;

/** Puts placeholders that stand in JSON without quotes (`"LoopCount": ${count}`) into quotes. */
export const quoteHoles = (text: string): string => text.replace(QUOTED_OR_HOLE, (part) => (part.startsWith('"') ? part : JSON.stringify(part)));

const WRITES_CONTENT = /\bcontent\s*=\s*(?:jsonencode\b|<<)/u;
const inTerraform = (text: string): boolean => text.includes('aws_connect_contact_flow') && WRITES_CONTENT.test(text);

/** What to tell of a text that looks like a flow, but is one only after something else has filled it in. */
export const unfilled = ({ source, value, problem }: ParsedDocument): Problem | undefined => {
  const { path, text } = source;
  const at = text.search(/"?StartAction"?\s*[:=]/u);
  if (at === -1 || !text.includes('Actions') || (problem === undefined && typeof value === 'object' && value !== null)) return undefined;
  const form = inTerraform(text) ? 'inside a Terraform file' : /\$\{|%\{/u.test(text) ? 'with placeholders outside quotes' : undefined;
  if (form === undefined) return undefined;
  const message = `This looks like an Amazon Connect flow ${form}, a form that is not read. Check the flow as Terraform makes it, or keep it in a JSON file with its placeholders in quotes.`;
  return { path, message, place: new LineMap(text).place(at), severity: 'advice' };
};
