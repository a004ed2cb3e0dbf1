import XMLBuilder from 'fast-xml-builder';

/** An element as the builder takes it: attributes begin with `@`, `#` is its text, anything else an element or a list of them. */
export type XmlElement = { readonly [name: string]: string | number | XmlElement | readonly XmlElement[] | undefined };

const builder = new XMLBuilder({
  attributeNamePrefix: '@',
  textNodeName: '#',
  ignoreAttributes: false,
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  format: true,
});

/** A document of one element. What has no place in XML (control characters) must have been written out before. */
export const xmlDocument = (name: string, element: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [name]: element }).trimEnd()}\n`;
