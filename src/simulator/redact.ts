const NAMES = [
  "authorization",
  "proxy-authorization",
  "cookie",
  "set-cookie",
  "stream_key",
  "client_secret",
  "secret",
  "secret_token",
  "access_token",
  "refresh_token",
  "token",
  "code",
  "code_verifier",
  "device_code",
  "user_code",
  "password",
];

const SECRET_NAME = new RegExp(`^(${NAMES.join("|")})$`, "i");
/** A code that is a number of Zoom's or an HTTP status, as in `Prefer: code=429`. */
const NUMERIC_CODE = String.raw`code"?\s*[:=]\s*"?\d{1,5}\b`;
/** A secret name as JSON, a form or a query writes it, and its value up to where that ends. */
const SECRET_IN_TEXT = new RegExp(
  `(\\b(?!${NUMERIC_CODE})(?:${NAMES.join("|")})"?(?:\\s*[:=]\\s*"?|\\s*\\r?\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n))(?:\\\\.|[^"&\\r\\n\\\\])+`,
  "gi",
);

const BLACKED_OUT = "[redacted]";

/** A copy in which the value of every secret member is blacked out; of an Authorization header the scheme stays. */
export function redacted<Value>(value: Value): Value {
  if (typeof value === "string") return redactedText(value) as Value;
  if (Array.isArray(value)) return value.map(redacted) as Value;
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [name, member] of Object.entries(value)) {
    copy[name] = SECRET_NAME.test(name) ? blackedOut(member) : redacted(member);
  }
  return copy as Value; // the same members with the same or blacked-out values
}

/** The value of a field, or what stands for it where the field is a secret. */
export const redactedField = (name: string, value: string): string =>
  SECRET_NAME.test(name) ? BLACKED_OUT : redactedText(value);

/** A path or URL in which user and password, and the values of secret parameters, are blacked out. */
export function redactedUrl(url: string): string {
  const anonymous = url.replace(/(https?:\/\/)[^/?#@\s]*@/gi, `$1${BLACKED_OUT}@`);
  return anonymous.replace(/([?&])([^=&#]+)=([^&#]*)/g, (whole, mark: string, name: string) =>
    SECRET_NAME.test(name) ? `${mark}${name}=${BLACKED_OUT}` : whole,
  );
}

/** A text in which what follows a secret name is blacked out. */
export const redactedText = (text: string): string => text.replace(SECRET_IN_TEXT, `$1${BLACKED_OUT}`);

function blackedOut(secret: unknown): string {
  const scheme = typeof secret === "string" ? /^(Bearer|Basic) /i.exec(secret)?.[0] : undefined;
  return `${scheme ?? ""}${BLACKED_OUT}`;
}
