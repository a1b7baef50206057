/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
export const table = (head, rows) =>
  [head, head.map((_, column) => (column === 0 ? "---" : "---:")), ...rows]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");

/** @param {number} value */
export const whole = (value) => Math.round(value).toLocaleString("en");

/** @param {number} value */
export const ratio = (value) => value.toFixed(2);

/** A measured value and whether it reached its target. @param {string} text @param {boolean} reached */
export const judged = (text, reached) => `${reached ? "✓" : "**missed**"} ${text}`;
