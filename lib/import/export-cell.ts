const STARTS_A_FORMULA = /^[=+\-@\t\r\n]/;
const NEGATIVE_NUMBER = /^-\d[\d.,]*$/;
const APOSTROPHE = "'";

/**
 * Text as it may stand in an exported file: what a spreadsheet would run as a formula gets a leading apostrophe. Negative numbers are
 * left as they are.
 */
export function exportCell(text: string): string {
  return STARTS_A_FORMULA.test(text) && !NEGATIVE_NUMBER.test(text) ? APOSTROPHE + text : text;
}

/** Takes the apostrophe of `exportCell` off again, so that an exported file can be imported. */
export function importedCell(text: string): string {
  return text.startsWith(APOSTROPHE) && STARTS_A_FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
