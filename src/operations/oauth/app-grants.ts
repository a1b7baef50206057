import type { App, GrantType } from "../../domain/oauth.js";
import { firstThatApplies } from "../operation.js";
import { issueAccessToken } from "./issue-token.js";
import type { Grant } from "./token-outcomes.js";

/** `account_credentials`: a server-to-server app asks for its account. */
export const accountCredentials: Grant = async ({ app, declared, parameters, context }) => {
  const accountId = parameters["account_id"] ?? "";
  // The account of credentials that nobody declared is not known either.
  const isWrong = accountId === "" || (declared && accountId !== app.account_id);
  const refusal = firstThatApplies(context, [
    [app.type !== "server_to_server", { outcome: "appTypeNotEnabled" }],
    [isWrong && context.switches.wrongAccountId === "accountDoesNotExist", { outcome: "accountDoesNotExist" }],
    [isWrong, { outcome: "wrongAccount" }],
  ]);
  if (refusal) return refusal;
  return { outcome: "issued", reply: issueAccessToken(holderFor(app, "account_credentials"), context) };
};

/** `client_credentials`: any app asks for itself. REST does not take the token; chatbots and event subscriptions do. */
export const clientCredentials: Grant = async ({ app, context }) => ({
  outcome: "issued",
  reply: issueAccessToken(holderFor(app, "client_credentials"), context),
});

const holderFor = ({ id, account_id, scopes }: App, grant_type: GrantType) => ({
  grant_type,
  client_id: id,
  account_id,
  user_id: null,
  scopes,
});
