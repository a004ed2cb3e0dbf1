export const answer = (host: string, attributes: string): string[] => [
  `<Response><Record action="https://${host}/message" maxLength="60"/></Response>`,
  `<Response><Record ${attributes}/></Response>`,
];
