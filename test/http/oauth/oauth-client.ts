import type { ZoomMock } from "../../../src/index.js";

/** What the token endpoint answers. */
export interface TokenAnswer {
  readonly status: number;
  readonly access_token: string;
  readonly refresh_token: string;
  readonly error: string;
  readonly [member: string]: unknown;
}

/** The user app of the default scenario. */
export const APP = {
  id: "zoom-mock-user-app",
  secret: "zoom-mock-client-secret",
  redirectUri: "http://localhost:3000/oauth/callback",
} as const;

/** Posts a form as the user app. */
export async function post(zoom: ZoomMock, path: string, form: Record<string, string>): Promise<TokenAnswer> {
  const response = await fetch(zoom.url + path, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${APP.id}:${APP.secret}`).toString("base64")}` },
    body: new URLSearchParams(form),
  });
  return { status: response.status, ...((await response.json()) as object) } as TokenAnswer;
}

/** Where an app sends the browser. */
export const authorizeUrl = (zoom: ZoomMock, query: Record<string, string> = {}): string =>
  `${zoom.url}/oauth/authorize?${new URLSearchParams({
    response_type: "code",
    client_id: APP.id,
    redirect_uri: APP.redirectUri,
    ...query,
  })}`;

/** What a browser shows of a page: the form with its action, its choices and its buttons. */
export function formOf(html: string, page: string) {
  const action = unescaped(/<form method="post" action="([^"]*)"/.exec(html)?.[1] ?? "");
  return {
    action: new URL(action, page).href,
    users: [...html.matchAll(/<option value="([^"]*)"/g)].map(([, id = ""]) => unescaped(id)),
    buttons: [...html.matchAll(/<button name="decision" value="([^"]*)"/g)].map(([, value = ""]) => value),
  };
}

/** Opens a page, chooses a user and clicks a button of its form, without following the redirect. */
export async function click(url: string, decision: string, userId?: string): Promise<Response> {
  const { action, users, buttons } = formOf(await (await fetch(url)).text(), url);
  if (!buttons.includes(decision)) throw new Error(`The page has no button ${decision}, only ${buttons.join(", ")}.`);
  const body = new URLSearchParams({ user_id: userId ?? users[0] ?? "", decision });
  return fetch(action, { method: "POST", body, redirect: "manual" });
}

/** The parameters of the redirect that a browser would follow. */
export const redirected = (response: Response): Record<string, string> =>
  Object.fromEntries(new URL(response.headers.get("location") ?? "").searchParams);

const unescaped = (text: string): string => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
