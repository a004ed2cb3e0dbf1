import type { Report } from '@carelint/core';

/** The report for programs: the contract of report.schema.json, as it stands. */
export const renderJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
