interface Audit {
  record: (entry: { name: string }) => void;
}

export const note = (audit: Audit, twiml: string): void => {
  audit.record({ name: twiml });
};
