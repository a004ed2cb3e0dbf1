/** The name of a history for which no other is given; it lies beside the config. */
export const HISTORY_NAME = 'carelint-history.jsonl';
