export const JSON_TYPE = "application/json";
export const MULTIPART = "multipart/form-data";
export const URLENCODED = "application/x-www-form-urlencoded";

/** The type without its parameters, in lower case; undefined when the header is missing or empty. */
export function mediaType(contentType: string | undefined): string | undefined {
  if (contentType === undefined) return undefined;
  const end = contentType.indexOf(";");
  return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase() || undefined;
}

/** The boundary of a multipart type, without its quotes. */
export function boundaryOf(contentType: string): string | undefined {
  const match = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  return match?.[1] ?? match?.[2];
}
