import { answerAuthorization } from "../../simulator/consent/answer-authorization.js";
import { type AuthorizationRequest, readAuthorizationRequest } from "../../simulator/consent/authorization-request.js";
import { type Consent, consentingUsers, firstUser } from "../../simulator/consent/consent.js";
import type { ConsentExchange } from "./consent-exchange.js";
import { consentForm } from "./consent-page.js";

/** `GET /oauth/authorize`: asks the user, or sends the browser back at once where nobody is to be asked. */
export async function showAuthorizePage(exchange: ConsentExchange): Promise<void> {
  const { query, universe, simulator, search: action } = exchange;
  const asked = await readAuthorizationRequest(query, universe);
  if ("problem" in asked) return exchange.refuse(asked.problem);
  const user = await firstUser(universe);
  if ("problem" in user) return exchange.refuse(user.problem);
  if (simulator.tokens.autoConsent) return sendBack(exchange, asked, { userId: user.id, allowed: true });
  const { name: appName, scopes } = asked.app;
  const users = await consentingUsers(universe);
  exchange.page("consentAsked", "Allow this app?", consentForm({ appName, scopes, users, action }));
}

/** `POST /oauth/authorize`: the answer of the page's form. */
export async function answerAuthorizeForm(exchange: ConsentExchange): Promise<void> {
  const { query, universe, consent } = exchange;
  const asked = await readAuthorizationRequest(query, universe);
  if ("problem" in asked) return exchange.refuse(asked.problem);
  if ("problem" in consent) return exchange.refuse(consent.problem);
  await sendBack(exchange, asked, consent);
}

async function sendBack(exchange: ConsentExchange, asked: AuthorizationRequest, consent: Consent): Promise<void> {
  const answered = await answerAuthorization(asked, consent, exchange.universe);
  if ("problem" in answered) return exchange.refuse(answered.problem);
  exchange.redirect(consent.allowed ? "consentGiven" : "consentDeclined", answered.location);
}
