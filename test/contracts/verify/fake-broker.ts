import { createServer, type IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";

/** What a broker was asked. */
interface BrokerRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** A Pact Broker with one pact, as far as verifiers talk to it: HAL documents whose links are followed. */
export interface FakeBroker extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly BrokerRequest[];
  /** The bodies of the results that were published. */
  results(): unknown[];
}

/** Starts a broker that has a pact, or none. With a token it refuses whoever does not send it. */
export async function startFakeBroker(
  pact: object | undefined,
  token?: string,
  { refusesResults = false } = {},
): Promise<FakeBroker> {
  const requests: BrokerRequest[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    const body = method === "GET" ? undefined : await readBody(request);
    requests.push({ method, path, authorization: headers.authorization, body });
    const refusal = token !== undefined && headers.authorization !== `Bearer ${token}` ? 401 : 400;
    const refuses = refusal === 401 || (refusesResults && path === RESULTS);
    const [status, document] = refuses ? [refusal, {}] : answerTo(`http://${headers.host}`, method, path, pact);
    response.writeHead(status, { "content-type": "application/hal+json" }).end(JSON.stringify(document));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    requests,
    results: () => requests.filter(({ path }) => path === RESULTS).map(({ body }) => body),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const FOR_VERIFICATION = "/pacts/provider/{provider}/for-verification";
const FOR_VERIFICATION_HERE = FOR_VERIFICATION.replace("{provider}", "zoom-livestream");
const PACT = "/pacts/provider/zoom-livestream/consumer/acme/pact-version/1";
const PROVIDER = "/pacticipants/zoom-livestream";
const RESULTS = `${PACT}/verification-results`;
const LISTED = {
  shortDescription: "latest from main branch",
  // Pact's verifier drops a pact without notices, silently.
  verificationProperties: { pending: false, notices: [{ when: "before_verification", text: "It is verified." }] },
};

/** What a broker answers to a request that it lets in. */
function answerTo(url: string, method: string, path: string, pact: object | undefined): [number, object] {
  const link = (target: string, more: object = {}) => ({ href: `${url}${target}`, ...more });
  const template = (target: string) => link(target, { templated: true });
  switch (`${method} ${path}`) {
    case "GET /":
      return [200, { _links: { "pb:provider-pacts-for-verification": template(FOR_VERIFICATION) } }];
    case `GET ${FOR_VERIFICATION_HERE}`:
      return [200, { _links: { self: link(FOR_VERIFICATION_HERE) } }];
    case `POST ${FOR_VERIFICATION_HERE}`:
      return [
        200,
        { _embedded: { pacts: pact ? [{ ...LISTED, _links: { self: link(PACT, { name: "Pact" }) } }] : [] } },
      ];
    case `GET ${PROVIDER}`:
      return [200, { _links: { "pb:branch-version": template(`${PROVIDER}/branches/{branch}/versions/{version}`) } }];
    case `GET ${PACT}`: {
      const links = { "pb:provider": link(PROVIDER), "pb:publish-verification-results": link(RESULTS) };
      return [200, { ...pact, _links: { self: link(PACT), ...links } }];
    }
    default:
      return [method === "PUT" || path === RESULTS ? 201 : 404, {}];
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  return json(request).catch(() => undefined);
}
