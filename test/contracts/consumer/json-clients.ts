import axios from "axios";
import * as undici from "undici";
import { type Client, jsonOf } from "./client.js";
import { curl } from "./curl.js";

const JSON_TYPE = { "content-type": "application/json" };

/** How clients write JSON. */
export const JSON_CLIENTS: Readonly<Record<string, Client>> = {
  fetch: async (message) => {
    const headers = { ...message.headers, "content-type": "application/json; charset=utf-8" };
    const response = await fetch(message.url, { method: message.method, headers, body: jsonOf(message) });
    return { status: response.status, body: await response.text() };
  },
  undici: async (message) => {
    const method = message.method as undici.Dispatcher.HttpMethod;
    const headers = { ...message.headers, ...JSON_TYPE };
    const response = await undici.request(message.url, { method, headers, body: jsonOf(message) });
    return { status: response.statusCode, body: await response.body.text() };
  },
  axios: async (message) => {
    const { url, method, headers } = message;
    const data: unknown = JSON.parse(jsonOf(message));
    const response = await axios.request<string>({ url, method, headers, data, ...AS_IT_IS });
    return { status: response.status, body: response.data };
  },
  curl: (message) => curl(message, ["-H", "content-type: application/json", "--data-raw", jsonOf(message)]),
};

const AS_IT_IS = {
  validateStatus: () => true,
  responseType: "text",
  transformResponse: (text: string) => text,
} as const;
