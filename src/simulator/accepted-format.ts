import type { XmlForm } from "../operations/profile.js";
import type { Reply } from "./exchange.js";

/** An answer as the client's Accept header has it: in XML, unless the header names JSON. That it takes anything is not enough. */
export function inAcceptedFormat(reply: Reply, xml: XmlForm, accept: string | readonly string[] | undefined): Reply {
  if (reply.body === undefined || NAMES_JSON.test(String(accept ?? ""))) return reply;
  return { ...reply, headers: { ...reply.headers, "content-type": xml.contentType }, body: xml.write(reply.body) };
}

const NAMES_JSON = /[/+]json\s*(?:[;,]|$)/i;
