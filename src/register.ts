// For `node --import zoom-mock/register`: what the program sends to Zoom's hosts reaches the mock that the environment
// names. Every thread of the program runs it, and it is loaded before the program: it must stay small.
import { isMainThread } from "node:worker_threads";
import { redirectConnections } from "./interception/redirect.js";
import { REGISTRATION_VARIABLE, readRegistration, rulesOf } from "./interception/registration.js";

const text = process.env[REGISTRATION_VARIABLE];
if (text) redirectConnections(rulesOf(readRegistration(text)));
else if (isMainThread) {
  const why = process.env["ZOOM_MOCK_URL"]
    ? "ZOOM_MOCK_URL alone does not tell it where the mock speaks TLS"
    : `${REGISTRATION_VARIABLE} is not set`;
  process.stderr.write(
    `zoom-mock/register: nothing is redirected: ${why}. Start the program by zoom-mock exec, which sets what it takes.\n`,
  );
}
