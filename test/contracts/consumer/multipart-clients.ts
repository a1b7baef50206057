import axios from "axios";
import FormDataPackage from "form-data";
import * as undici from "undici";
import { type Client, fieldsOf } from "./client.js";
import { curl } from "./curl.js";

/** How clients write a form: each with a boundary, an order of header fields and part headers of its own. */
export const MULTIPART_CLIENTS: Readonly<Record<string, Client>> = {
  "fetch with FormData": async (message) => {
    const { url, method, headers } = message;
    const body = new FormData();
    for (const [name, value] of Object.entries(fieldsOf(message))) body.append(name, value);
    const response = await fetch(url, { method, headers, body });
    return { status: response.status, body: await response.text() };
  },
  "undici with FormData": async (message) => {
    const { url, method, headers } = message;
    const body = new undici.FormData();
    for (const [name, value] of Object.entries(fieldsOf(message))) body.append(name, value);
    const options = { method: method as undici.Dispatcher.HttpMethod, headers, body, dispatcher: DISPATCHER };
    const response = await undici.request(url, options);
    return { status: response.statusCode, body: await response.body.text() };
  },
  "axios with form-data": async (message) => {
    const { url, method, headers } = message;
    const data = new FormDataPackage();
    const [first, ...rest] = Object.entries(fieldsOf(message));
    if (first) data.append(...first);
    for (const [name, value] of rest) data.append(name, value, { contentType: "application/json" });
    const response = await axios.request<string>({ url, method, headers, data, ...AS_IT_IS });
    return { status: response.status, body: response.data };
  },
  curl: (message) =>
    curl(
      message,
      Object.entries(fieldsOf(message)).flatMap(([name, value]) => ["--form-string", `${name}=${value}`]),
    ),
};

/** Node 24 has a dispatcher of its own, which undici takes for its own and which never ends with a form of undici's. */
const DISPATCHER = new undici.Agent();

const AS_IT_IS = {
  validateStatus: () => true,
  responseType: "text",
  transformResponse: (text: string) => text,
} as const;
