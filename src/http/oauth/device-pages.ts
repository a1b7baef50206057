import { consentingUsers, firstUser } from "../../simulator/consent/consent.js";
import { answerDevice, findDevice } from "../../simulator/consent/device.js";
import type { ConsentExchange } from "./consent-exchange.js";
import { consentForm, USER_CODE_FORM } from "./consent-page.js";

/** `GET /oauth_device`: asks for the code that the device shows, and then for consent. */
export async function showDevicePage(exchange: ConsentExchange): Promise<void> {
  const { query, universe, search: action } = exchange;
  const code = query.get("user_code") ?? "";
  if (code === "") return exchange.page("userCodeAsked", "Connect a device", USER_CODE_FORM);
  const found = await findDevice(code, universe);
  if ("problem" in found) return exchange.refuse(found.problem);
  const user = await firstUser(universe);
  if ("problem" in user) return exchange.refuse(user.problem);
  const { device, app } = found;
  const question = { appName: app?.name ?? device.client_id, scopes: device.scopes, action };
  const users = await consentingUsers(universe);
  exchange.page("consentAsked", "Allow this device?", consentForm({ ...question, users }));
}

/** `POST /oauth_device`: the answer of the page's form. */
export async function answerDeviceForm(exchange: ConsentExchange): Promise<void> {
  const { query, universe, consent } = exchange;
  const found = await findDevice(query.get("user_code") ?? "", universe);
  if ("problem" in found) return exchange.refuse(found.problem);
  if ("problem" in consent) return exchange.refuse(consent.problem);
  const refused = await answerDevice(found, consent, universe);
  if (refused) return exchange.refuse(refused.problem);
  const [outcome, title] = consent.allowed
    ? (["consentGiven", "The device is connected"] as const)
    : (["consentDeclined", "The device is not connected"] as const);
  exchange.page(outcome, title, "    <p>You may close this page.</p>");
}
