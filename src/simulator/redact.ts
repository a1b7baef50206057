const SECRET_NAMES =
  /^(authorization|proxy-authorization|cookie|set-cookie|stream_key|client_secret|secret|secret_token|access_token|refresh_token|token|password|x-zoom-mock-control-token)$/i;

const BLACKED_OUT = "[redacted]";

/** A copy in which the value of every secret member is blacked out; of an Authorization header the scheme stays. */
export function redacted<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(redacted) as Value;
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [name, member] of Object.entries(value)) {
    copy[name] = SECRET_NAMES.test(name) ? blackedOut(member) : redacted(member);
  }
  return copy as Value; // the same members with the same or blacked-out values
}

function blackedOut(secret: unknown): string {
  const scheme = typeof secret === "string" ? /^(Bearer|Basic) /i.exec(secret)?.[0] : undefined;
  return `${scheme ?? ""}${BLACKED_OUT}`;
}

/** A path with query in which the values of secret parameters are blacked out. */
export function redactedUrl(url: string): string {
  return url.replace(/([?&])([^=&#]+)=([^&#]*)/g, (whole, mark: string, name: string) =>
    SECRET_NAMES.test(name) ? `${mark}${name}=${BLACKED_OUT}` : whole,
  );
}

/** A piece of a raw body in which what follows a secret name is blacked out, up to the end of its value. */
export function redactedText(text: string): string {
  return text.replace(
    /((?:stream_key|client_secret|access_token|refresh_token|password)"?(?:\s*[:=]\s*"?|"?\r?\n\r?\n))[^"&\r\n]+/gi,
    `$1${BLACKED_OUT}`,
  );
}
