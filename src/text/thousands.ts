/** Digits in groups of three, as in 82,929,473,321; a text that is anything else stays as it is. It never is a number: ids have up to 19 digits. */
export const withThousandsSeparators = (text: string): string =>
  /^\d+$/.test(text) ? text.replace(/\B(?=(?:\d{3})+$)/g, ",") : text;
