import axios from "axios";
import * as undici from "undici";
import { type Client, written } from "./client.js";
import { curl } from "./curl.js";

/** How clients write JSON, and forms where an operation takes nothing else. */
export const JSON_CLIENTS: Readonly<Record<string, Client>> = {
  fetch: async (message) => {
    const { type, text } = written(message);
    const headers = { ...message.headers, ...(type && { "content-type": `${type}; charset=utf-8` }) };
    const response = await fetch(message.url, {
      method: message.method,
      headers,
      ...(text !== undefined && { body: text }),
    });
    return { status: response.status, body: await response.text() };
  },
  undici: async (message) => {
    const { type, text = null } = written(message);
    const method = message.method as undici.Dispatcher.HttpMethod;
    const headers = { ...message.headers, ...(type && { "content-type": type }) };
    const response = await undici.request(message.url, { method, headers, body: text });
    return { status: response.statusCode, body: await response.body.text() };
  },
  axios: async ({ url, method, headers, body }) => {
    const data = body?.encoding === "urlencoded" ? new URLSearchParams(body.content) : body?.content;
    const response = await axios.request<string>({ url, method, headers, data, ...AS_IT_IS });
    return { status: response.status, body: response.data };
  },
  curl: (message) => {
    const { type, text } = written(message);
    return curl(message, type === undefined ? [] : ["-H", `content-type: ${type}`, "--data-raw", text ?? ""]);
  },
};

const AS_IT_IS = {
  validateStatus: () => true,
  responseType: "text",
  transformResponse: (text: string) => text,
} as const;
