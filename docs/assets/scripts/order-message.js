/* The words of an order, as the order page writes them and the desk reads them. No page is touched here. */

/**
 * The longest mailto address that is handed to a mail program, in characters. Windows cuts addresses off at 2,083, and
 * some mail programs near 2,000; a text that lost its end could not be told from a whole one.
 */
export const MOST_OF_A_MAILTO = 1900;

const MOST_OF_A_SUBJECT = 150;

/**
 * What somebody wrote, as an order may hold it: without control characters, halves of characters, and marks that turn
 * the direction of writing; without spaces at the ends of lines, which mail would take as a sign to join them; and on
 * one line, unless it may have `several`.
 */
export function tidied(text, several) {
  const whole = text.replace(/\p{Surrogate}/gu, "\ufffd").replace(/\r\n?|[\v\f\x85\u2028\u2029]/g, "\n");
  const plain = whole.replace(several ? /[\0-\x09\x0b-\x1f\x7f-\x9f]/g : /[\0-\x1f\x7f-\x9f]+/g, " ");
  return plain.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").replace(/[^\S\n]+$/gm, "").trim();
}

/** The order: `fields` have name, several and value, `lines` reference and copies. */
export function orderOf(fields, lines) {
  const words = fields.map(({ name, value, several }) => [name, tidied(value, several)]);
  return { format: "wawla-order-1", ...Object.fromEntries(words), lines };
}

/**
 * The order as text. Whatever was written over several lines is indented, so that none of it looks like a heading or
 * like a line of the order. `fields` have name, title and several. An `example` says that it is one.
 */
export function messageOf(order, publication, fields, example) {
  const lines = order.lines.map(({ reference, copies }) => `${reference}: ${copies} ${copies === 1 ? "copy" : "copies"}`);
  const words = fields
    .filter(({ name }) => order[name])
    .map(({ name, title, several }) => `${title}:${several ? `\n${order[name].replace(/^(?=.)/gm, "  ")}` : ` ${order[name]}`}`);
  const opening = example ? "Example of an order for" : "Order for";
  const last = `Written by the order page${example ? ", as an example: nobody takes orders there." : ". The desk reads it as it stands."}`;
  return [`${opening} ${tidied(publication, false)}`, "", ...lines, "", ...words, "", last, ""].join("\n");
}

/** The subject of its message: as many references as there is room for, and how many more there are. */
export function subjectOf({ lines }) {
  const more = (some) => (some < lines.length ? ` and ${lines.length - some} more` : "");
  const named = (some) => `Order: ${lines.slice(0, some).map(({ reference }) => reference).join(", ")}${more(some)}`;
  let some = lines.length;
  while (some > 1 && [...named(some)].length > MOST_OF_A_SUBJECT) some -= 1;
  return named(some);
}

/**
 * The address that opens an e-mail (RFC 6068). `to` is its scheme and the address, encoded already. In subject and body every
 * sign is that could begin another header; a line break is %0D%0A (section 5 there).
 */
export const mailtoOf = (to, subject, body) =>
  `${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;

/** The order as a file, as order.schema.json describes it. */
export const fileOf = (order) => `${JSON.stringify(order, null, 2)}\n`;
