/** So far before and after a number is looked for words that say what it is. */
const NEAR_BEFORE = 70;
const NEAR_AFTER = 30;

const CALLS =
  /(?<![\p{L}])(?:tel|telephone|phone|call|calling|ring|dial|hotline|helpline|mobile|cell|whatsapp|sms|fax|freephone|toll[- ]free|reach us|telefon\p{L}*|rufnummer|ruf(?:en)?|anruf\p{L}*|erreich\p{L}*|mobil|appel\p{L}*|téléphon\p{L}*|joindre|joignable|llam\p{L}*|teléfono|telefoni\p{L}*|chiam\p{L}*|telefono|ligu\p{L}*|ligar|telefone|contacte|bel(?:len|t)?|telefoonnummer|телефон\p{L}*|звон\p{L}*)(?![\p{L}])|☎|📞|致电|电话|拨打|電話|전화/iu;
const FAX = /(?<![\p{L}])(?:fax|telefax|télécopie|facsimile)[^\p{L}\d]{0,6}(?:number|no|nummer)?[^\p{L}\d]{0,6}$/iu;
const FAX_NAME = /(?<![\p{L}])(?:fax|telefax|télécopie)(?![\p{L}])/iu;
const SALES =
  /(?<![\p{L}])(?:sales|new customers|to order|order line|orderline|bestellhotline|vertrieb|neukunden|nouveaux clients|service commercial|ventas|nuevos clientes|vendite|nuovi clienti|vendas|novos clientes|verkoop|nieuwe klanten)(?![\p{L}])/iu;
const SERVICE =
  /(?<![\p{L}])(?:service|support|help|complaints?|existing customers|kundenservice|kundendienst|beschwerde\p{L}*|hilfe|service client|assistance|réclamation\p{L}*|atención al cliente|reclamacion\p{L}*|ayuda|assistenza|reclami|apoio|reclamaç\p{L}*|klantenservice|klacht\p{L}*)(?![\p{L}])/iu;

/** The words around a number: what stands close before it and behind it. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** Cuts the words around a number out of the text that is known of its surroundings. */
export const around = (near: string, raw: string): Around => {
  const at = near.indexOf(raw);
  if (at < 0) return { before: near, after: '' };
  return { before: near.slice(0, at), after: near.slice(at + raw.length) };
};

/** Whether the words close by speak of calling. */
export const speaksOfCalling = ({ before, after }: Around): boolean =>
  CALLS.test(before.slice(-NEAR_BEFORE)) || CALLS.test(after.slice(0, NEAR_AFTER));

/** What a number is for, where the words beside it or its name say so. */
export const useOf = ({ before, after }: Around, name: string): 'service' | 'sales' | 'fax' | undefined => {
  if (FAX_NAME.test(name) || FAX.test(before.slice(-30))) return 'fax';
  const close = `${name} ${before.slice(-NEAR_BEFORE)} ${after.slice(0, NEAR_AFTER)}`;
  if (SERVICE.test(close)) return 'service';
  return SALES.test(close) ? 'sales' : undefined;
};
