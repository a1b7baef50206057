import type { Response } from "express";

/** Sends a page of the mock's own: nothing in it comes from elsewhere, and no other page may show it in a frame. */
export function sendPage(res: Response, status: number, title: string, content: string): void {
  const body = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <style>
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem; }
      button, input, select { font: inherit; padding: 0.3rem 0.8rem; }
      footer { color: #666; font-size: 0.85rem; margin-top: 3rem; }
    </style>
  </head>
  <body>
    <h1>${title}</h1>
${content}
    <footer>This is zoom-mock, not Zoom.</footer>
  </body>
</html>
`;
  res.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-zoom-mock": "page",
  });
  res.end(body);
}

/** A text as it may stand anywhere in a page, also in a quoted attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
