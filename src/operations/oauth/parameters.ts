import * as v from "valibot";

/** The parameters of an OAuth operation by name. */
export type Parameters = Readonly<Record<string, string | undefined>>;

/** Parameters may stand in the query, in the form, or some here and some there; the form comes first. */
export const parametersOf = ({
  query,
  body,
}: {
  readonly query: Parameters;
  readonly body: Parameters;
}): Parameters => ({
  ...query,
  ...body,
});

/** The credentials of a client that sends no Authorization header. */
const CREDENTIALS = {
  client_id: { description: "The app's client id, unless the Authorization header has it.", example: "my-client-id" },
  client_secret: {
    description: "The app's client secret, unless the Authorization header has it.",
    example: "my-client-secret",
  },
};

/** Describes parameters as what may stand in the query; the same may stand in the form. */
export const queryOf = <Name extends string>(
  parameters: Readonly<Record<Name, { readonly description: string; readonly example: string }>>,
) => ({ ...parameters, ...CREDENTIALS });

/** The form that takes the same parameters. */
export const formOf = (parameters: Readonly<Record<string, unknown>>): v.GenericSchema<Parameters> =>
  v.object(Object.fromEntries(Object.keys(parameters).map((name) => [name, v.exactOptional(v.string())])));

/** The only type of body that OAuth's operations read. Source: devforum 79648. */
export const FORM_TYPES = ["application/x-www-form-urlencoded"] as const;
