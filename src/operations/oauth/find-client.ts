import type { App } from "../../domain/oauth.js";
import type { OperationContext, Outcomes } from "../operation.js";
import type { Parameters } from "./parameters.js";

/** How an operation that asks for an app's credentials can end before it is done. */
export const CLIENT_OUTCOMES = {
  invalidClient: { when: "there are no credentials, or no app has them", required: true },
  appDisabled: { when: "the app is deactivated" },
} as const satisfies Outcomes;

/** Who asks for tokens: an app of the world, or one that nobody declared and that therefore may do everything. */
export interface ClientApp {
  readonly app: App;
  readonly declared: boolean;
}

/** The app that calls, or why it is refused. HTTP Basic comes before credentials among the parameters. */
export async function findClient(
  parameters: Parameters,
  { world, caller: { client }, knows }: OperationContext<keyof typeof CLIENT_OUTCOMES>,
): Promise<ClientApp | { readonly outcome: keyof typeof CLIENT_OUTCOMES }> {
  const { id, secret } = client.credentials ?? { id: parameters["client_id"], secret: parameters["client_secret"] };
  if (!id || !secret) return { outcome: "invalidClient" };
  const app = await world.get("apps", id);
  if (!app && client.policy.mode === "any") {
    return { app: undeclaredApp(id, secret, world.accountId, client.policy.everyScope), declared: false };
  }
  if (app?.client_secret !== secret) return { outcome: "invalidClient" };
  if (app.status === "disabled" && knows("appDisabled")) return { outcome: "appDisabled" };
  return { app, declared: true };
}

/** The app of a developer's own credentials: they just work, whatever they are. */
const undeclaredApp = (id: string, secret: string, accountId: string, scopes: readonly string[]): App => ({
  id,
  client_secret: secret,
  name: id,
  type: "server_to_server",
  account_id: accountId,
  scopes,
  redirect_uris: [],
  status: "active",
});
