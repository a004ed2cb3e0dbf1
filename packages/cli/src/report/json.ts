import type { Report } from '@carelint/core';
import { jsonWithoutCommands } from './ci-commands.js';
import { printableJson } from './printable.js';

/** The report for programs: the contract of report.schema.json, as it stands. */
export const renderJson = (report: Report): string => `${jsonWithoutCommands(printableJson(JSON.stringify(report, null, 2)))}\n`;
