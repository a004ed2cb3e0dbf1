/** Numbers set aside for films, books and examples, by the calling code and the first digits behind it. */
const FICTION: Readonly<Record<string, RegExp>> = {
  // North America: 555-0100 to 555-0199 in any area; 555 as an area or exchange is nobody's line.
  '1': /^(?:\d{3}555\d{4}|555\d{7}|\d{3}000\d{4}|(?:000|111|123|999)\d{7})$/u,
  // Ofcom, numbers for use in TV and radio drama.
  '44': /^(?:1134960|1144960|1154960|1164960|1174960|1184960|1214960|1314960|1414960|1514960|1614960|2079460|1914980|2896496|2920180|1632960|7700900|8081570|9098790|3069990)\d{3}$/u,
  // Bundesnetzagentur, numbers for the media.
  '49': /^(?:3023125\d{3}|6990009\d{3}|4066969\d{3}|2214710\d{3}|8999998\d{3}|17139200\d{2}|176040690\d{2}|15228817386|15228895456|15254599371)$/u,
  // Arcep, numbers for audiovisual works.
  '33': /^(?:19900|26191|35301|46571|53649|63998)\d{4}$/u,
  // ACMA, numbers for creative works.
  '61': /^(?:[2378]5550\d{4}|[2378]7010\d{4}|491570\d{3}|1800160401|1800975\d{3}|1300975\d{3})$/u,
  // ComReg.
  '353': /^2091\d{5}$/u,
  // PTS.
  '46': /^(?:3139006\d{2}|4062804\d{2}|8465004\d{2}|9803192\d{2}|7017406\d{2})$/u,
};

/** Letters that stand for digits yet to come. */
const STAND_INS = /[xX#*?•_]{2,}|(?<![\p{L}])[nN]{3,}(?![\p{L}])/u;

/** The longest stretch of digits that are equal, or go up or down by one. */
const longestRun = (digits: string, step: number): number => {
  let longest = 1;
  let run = 1;
  for (let index = 1; index < digits.length; index++) {
    const isNext = (digits.charCodeAt(index) - 48 + 10 - step) % 10 === (digits.charCodeAt(index - 1) - 48) % 10;
    run = isNext ? run + 1 : 1;
    if (run > longest) longest = run;
  }
  return longest;
};

/** From so many digits on a run is no accident. */
const LONG = 7;

/** Whether what is written stands in for a number: `XXX`, `1234567`, `000000`. */
export const looksLikePlaceholder = (written: string): boolean => {
  if (STAND_INS.test(written)) return true;
  const digits = written.replace(/\D/gu, '');
  return longestRun(digits, 0) >= LONG || longestRun(digits, 1) >= LONG || longestRun(digits, 9) >= LONG || /^5550?1\d\d$/u.test(digits);
};

/** Whether a number is one that regulators keep for fiction and examples. */
export const isFiction = (callingCode: string, national: string): boolean =>
  Object.hasOwn(FICTION, callingCode) && FICTION[callingCode]!.test(national);
