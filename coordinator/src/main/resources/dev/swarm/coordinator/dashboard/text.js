// Text that came from a node, made harmless to the eye: nothing invisible, nothing that turns around.

const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u;
const HIDDEN_ALL = new RegExp(HIDDEN.source, "gu");
const PLAIN = /^[\x20-\x7e]*$/;

/** The text with every invisible or direction-changing character written out, as in \u{202e}. */
export function visible(text) {
  const string = String(text);
  return PLAIN.test(string) ? string : string.replace(HIDDEN_ALL, notation);
}

function notation(character) {
  return `\\u{${character.codePointAt(0).toString(16)}}`;
}

/** The lines of an output; tabs become spaces up to the next column of eight. */
export function lines(text) {
  const all = String(text).replace(/\r\n/g, "\n").split("\n");
  if (all.length > 1 && all.at(-1) === "") {
    all.pop();
  }
  return all.map(untabbed);
}

function untabbed(line) {
  if (!line.includes("\t")) {
    return line;
  }
  let out = "";
  for (const part of line.split("\t")) {
    out += part + " ".repeat(8 - ((out.length + part.length) % 8));
  }
  return out.trimEnd();
}

/** "1 node", "3 nodes". */
export function count(number, one, many = `${one}s`) {
  return `${whole(number)} ${number === 1 ? one : many}`;
}

const WHOLE = new Intl.NumberFormat("en");

/** With separators: 11,000. */
export function whole(number) {
  return WHOLE.format(number ?? 0);
}

/** What a person would write for a machine's word: "timed-out" becomes "timed out". */
export function words(id) {
  return String(id ?? "").toLowerCase().replaceAll(/[-_]/g, " ");
}

export function capital(text) {
  return text ? text[0].toUpperCase() + text.slice(1) : text;
}
