import * as v from "valibot";

// The parts of Postman's schema of v2.1.0 that our collection uses, strictly: what is not named here may not occur.
const pair = { key: v.string(), value: v.string() };
const variable = v.strictObject({ ...pair, description: v.string() });

const secret = v.strictObject({ ...pair, type: v.literal("string") });
const field = v.strictObject({ ...pair, type: v.literal("text") });

const request = {
  auth: v.optional(v.strictObject({ type: v.literal("basic"), basic: v.tuple([secret, secret]) })),
  method: v.picklist(["GET", "POST", "PUT", "PATCH", "DELETE"]),
  header: v.array(v.strictObject(pair)),
  body: v.optional(
    v.variant("mode", [
      v.strictObject({
        mode: v.literal("formdata"),
        formdata: v.array(field),
      }),
      v.strictObject({ mode: v.literal("urlencoded"), urlencoded: v.array(field) }),
      v.strictObject({
        mode: v.literal("raw"),
        raw: v.pipe(v.string(), v.parseJson()),
        options: v.strictObject({ raw: v.strictObject({ language: v.literal("json") }) }),
      }),
    ]),
  ),
  url: v.strictObject({
    raw: v.pipe(v.string(), v.regex(/^\{\{(baseUrl|oauthUrl)\}\}\//)),
    host: v.tuple([v.picklist(["{{baseUrl}}", "{{oauthUrl}}"])]),
    path: v.array(v.string()),
    query: v.optional(v.array(v.strictObject({ ...pair, description: v.string(), disabled: v.literal(true) }))),
    variable: v.array(variable),
  }),
};

const response = v.strictObject({
  id: v.string(),
  name: v.string(),
  description: v.string(),
  originalRequest: v.strictObject(request),
  status: v.pipe(v.string(), v.nonEmpty()),
  code: v.pipe(v.number(), v.integer()),
  _postman_previewlanguage: v.picklist(["json", "text"]),
  header: v.array(v.strictObject(pair)),
  cookie: v.array(v.never()),
  body: v.string(),
});

const item = v.strictObject({
  id: v.string(),
  name: v.string(),
  event: v.array(
    v.strictObject({
      listen: v.picklist(["test", "prerequest"]),
      script: v.strictObject({ type: v.literal("text/javascript"), exec: v.array(v.string()) }),
    }),
  ),
  request: v.strictObject({ ...request, description: v.string() }),
  response: v.array(response),
});

export const collectionShape = v.strictObject({
  info: v.strictObject({
    name: v.string(),
    description: v.string(),
    schema: v.literal("https://schema.getpostman.com/json/collection/v2.1.0/collection.json"),
  }),
  auth: v.strictObject({
    type: v.literal("bearer"),
    bearer: v.array(secret),
  }),
  variable: v.array(variable),
  item: v.array(v.strictObject({ name: v.string(), item: v.array(item) })),
});
