import type { User } from "../../domain/user.js";
import { escaped } from "./page.js";

/** What a user is asked. */
export interface ConsentQuestion {
  readonly appName: string;
  readonly scopes: readonly string[];
  readonly users: readonly User[];
  /** Where the answer goes: this page's address with the same query, so that what the app sent comes back unchanged. */
  readonly action: string;
}

/** The form that asks a user for consent: who it is, and what the app may do. */
export const consentForm = ({ appName, scopes, users, action }: ConsentQuestion): string => `
    <p><strong>${escaped(appName)}</strong> asks for:</p>
    <ul>${scopes.map((scope) => `<li>${escaped(scope)}</li>`).join("")}</ul>
    <form method="post" action="${escaped(action)}">
      <p><label>Consent as <select name="user_id">${users.map(option).join("")}</select></label></p>
      <p>
        <button name="decision" value="allow">Allow</button>
        <button name="decision" value="decline">Decline</button>
      </p>
    </form>`;

const option = ({ id, email, first_name, last_name }: User): string =>
  `<option value="${escaped(id)}">${escaped(`${first_name} ${last_name} <${email}>`)}</option>`;

/** The form that a user types a device's code into. */
export const USER_CODE_FORM = `
    <form method="get">
      <p><label>The code that your device shows <input name="user_code" required autofocus autocomplete="off"></label></p>
      <p><button>Go on</button></p>
    </form>`;
