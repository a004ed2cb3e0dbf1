export const forward = (): string => `<Response>
  <Say>One moment, please.</Say>
  <Dial timeout="20"><Number>+442075550148</Number></Dial>
</Response>`;
