export const menu = (url: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <Gather numDigits="1" action="${url}/menu">
    <Say>For deliveries, press 1.</Say>
  </Gather>
</Response>`;

export const once = () => '<Response><Gather action="/menu"><Say>Press 1.</Say></Gather><Hangup/></Response>';
