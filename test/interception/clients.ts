import http from "node:http";
import https from "node:https";
import { text } from "node:stream/consumers";
import axios from "axios";
import FormData from "form-data";
import got from "got";
import { Agent, Pool, fetch as undiciFetch, request as undiciRequest } from "undici";

/** What a client makes of an answer. */
interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Sends a command to Zoom's own address, `https://api.zoom.us`, as programs do that know of no mock. */
export type Client = (meeting: string, command: { readonly action: string }) => Promise<Answer>;

const HEADERS = { authorization: "Bearer any", accept: "application/json" };
const JSON_HEADERS = { ...HEADERS, "content-type": "application/json" };
const pathOf = (meeting: string) => `/v2/meetings/${meeting}/livestream/status`;
const urlOf = (meeting: string) => `https://api.zoom.us${pathOf(meeting)}`;
const jsonOf = (command: object) => ({
  method: "PATCH" as const,
  headers: JSON_HEADERS,
  body: JSON.stringify(command),
});

/** The clients that Node's programs use, with pools of their own where they can have them. */
export const CLIENTS: readonly [name: string, client: Client][] = [
  ["fetch", async (meeting, command) => read(await fetch(urlOf(meeting), jsonOf(command)))],
  ["undici's fetch", async (meeting, command) => read(await undiciFetch(urlOf(meeting), jsonOf(command)))],
  [
    "undici's request with an agent",
    async (meeting, command) => {
      const dispatcher = new Agent({ allowH2: true });
      const { statusCode, body } = await undiciRequest(urlOf(meeting), { ...jsonOf(command), dispatcher });
      return closing({ status: statusCode, body: await body.text() }, dispatcher);
    },
  ],
  [
    "undici's pool",
    async (meeting, command) => {
      const pool = new Pool("https://api.zoom.us");
      const { statusCode, body } = await pool.request({ path: pathOf(meeting), ...jsonOf(command) });
      return closing({ status: statusCode, body: await body.text() }, pool);
    },
  ],
  ["axios with JSON", async (meeting, command) => viaAxios(urlOf(meeting), JSON.stringify(command), JSON_HEADERS)],
  [
    "axios with a form",
    async (meeting, command) => {
      const form = new FormData();
      form.append("action", command.action);
      return viaAxios(urlOf(meeting), form, { ...HEADERS, ...form.getHeaders() });
    },
  ],
  [
    "got",
    async (meeting, command) => {
      const options = { json: command, headers: HEADERS, throwHttpErrors: false, retry: { limit: 0 } };
      const { statusCode, body } = await got.patch(urlOf(meeting), options);
      return { status: statusCode, body };
    },
  ],
  [
    "got with HTTP/2",
    async (meeting, command) => {
      const options = { json: command, headers: HEADERS, throwHttpErrors: false, retry: { limit: 0 }, http2: true };
      const { statusCode, body } = await got.patch(urlOf(meeting), options);
      return { status: statusCode, body };
    },
  ],
  ["node:https", (meeting, command) => viaNode(https, urlOf(meeting), command)],
  [
    "node:https with an agent",
    (meeting, command) => viaNode(https, urlOf(meeting), command, new https.Agent({ keepAlive: true })),
  ],
  ["node:http", (meeting, command) => viaNode(http, urlOf(meeting).replace("https:", "http:"), command)],
];

const read = async (response: { readonly status: number; text(): Promise<string> }): Promise<Answer> => ({
  status: response.status,
  body: await response.text(),
});

async function closing(answer: Answer, dispatcher: { close(): Promise<void> }): Promise<Answer> {
  await dispatcher.close();
  return answer;
}

async function viaAxios(url: string, data: unknown, headers: Record<string, string>): Promise<Answer> {
  const options = { headers, responseType: "text" as const, validateStatus: () => true };
  const answer = await axios.patch<string>(url, data, { ...options, transformResponse: (body: string) => body });
  return { status: answer.status, body: answer.data };
}

function viaNode(client: typeof http | typeof https, url: string, command: object, agent?: http.Agent) {
  return new Promise<Answer>((resolve, reject) => {
    const { body, ...options } = jsonOf(command);
    client
      .request(url, { ...options, ...(agent && { agent }) }, (response) => {
        text(response).then((answered) => resolve({ status: response.statusCode ?? 0, body: answered }), reject);
      })
      .on("error", reject)
      .end(body);
  });
}
