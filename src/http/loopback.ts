/** Whether an address is this machine's own, IPv4 also when written as IPv6. */
export const isLoopbackAddress = (address: string): boolean => /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(address);

/** Whether a Host header, taken literally, names this machine: what a parser of URLs would forgive is no such name. */
export const isLoopbackHost = (host: string): boolean => OWN_HOST.test(host);

/** Whether an Origin header is that of a page on this machine. */
export const isLoopbackOrigin = (origin: string): boolean => OWN_ORIGIN.test(origin);

const BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const HOST = `(?:localhost|127(?:\\.${BYTE}){3}|\\[::1\\])(?::\\d{1,5})?`;
const OWN_HOST = new RegExp(`^${HOST}$`, "i");
const OWN_ORIGIN = new RegExp(`^https?://${HOST}$`, "i");
