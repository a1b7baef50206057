/** Deeper than any body of Zoom's, and shallow enough for whatever walks through it later. */
const DEEPEST = 100;

/**
 * Parses JSON.
 *
 * @throws SyntaxError when it is none, or when it is nested so deeply that nobody can mean it.
 */
export function parseJson(text: string): unknown {
  if (text.length > DEEPEST && depthOf(text) > DEEPEST)
    throw new SyntaxError(`It is nested more than ${DEEPEST} levels deep`);
  return JSON.parse(text);
}

/** How deeply the brackets of a text are nested. Brackets within strings count too: real bodies hold few. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === OPEN_BRACKET || character === OPEN_BRACE) deepest = Math.max(deepest, ++depth);
    else if (character === CLOSE_BRACKET || character === CLOSE_BRACE) depth -= 1;
  }
  return deepest;
}

const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
