/** A Postman collection of format v2.1, as far as ours uses the format. */
export interface PostmanCollection {
  readonly info: { readonly name: string; readonly description: string; readonly schema: string };
  readonly auth: PostmanAuth;
  readonly variable: readonly PostmanVariable[];
  readonly item: readonly PostmanFolder[];
}

/** One tag of the API. */
interface PostmanFolder {
  readonly name: string;
  readonly item: readonly PostmanItem[];
}

/** One request with its saved examples and its tests. */
export interface PostmanItem {
  readonly id: string;
  readonly name: string;
  readonly event: readonly PostmanEvent[];
  readonly request: PostmanRequest;
  readonly response: readonly PostmanExample[];
}

/** A script, by lines. */
interface PostmanEvent {
  readonly listen: "test";
  readonly script: { readonly type: "text/javascript"; readonly exec: readonly string[] };
}

export interface PostmanRequest {
  /** Where not as in the whole collection. */
  readonly auth?: PostmanAuth;
  readonly method: string;
  readonly header: readonly PostmanPair[];
  readonly body?: PostmanBody;
  readonly url: PostmanUrl;
  readonly description?: string;
}

export type PostmanBody =
  | { readonly mode: "formdata"; readonly formdata: readonly PostmanField[] }
  | { readonly mode: "urlencoded"; readonly urlencoded: readonly PostmanField[] }
  | {
      readonly mode: "raw";
      readonly raw: string;
      readonly options: { readonly raw: { readonly language: "json" } };
    };

export interface PostmanUrl {
  readonly raw: string;
  readonly host: readonly string[];
  readonly path: readonly string[];
  /** Switched off: an operation does without any of them. */
  readonly query?: readonly (PostmanVariable & { readonly disabled: true })[];
  readonly variable: readonly PostmanVariable[];
}

/** A saved example: one answer to the request it came from. */
export interface PostmanExample {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly originalRequest: PostmanRequest;
  readonly status: string;
  readonly code: number;
  readonly _postman_previewlanguage: "json" | "text";
  readonly header: readonly PostmanPair[];
  readonly cookie: readonly never[];
  readonly body: string;
}

export interface PostmanVariable extends PostmanPair {
  readonly description: string;
}

interface PostmanPair {
  readonly key: string;
  readonly value: string;
}

interface PostmanField extends PostmanPair {
  readonly type: "text";
}

export type PostmanAuth =
  | { readonly type: "bearer"; readonly bearer: readonly PostmanSecret[] }
  | { readonly type: "basic"; readonly basic: readonly PostmanSecret[] };

interface PostmanSecret extends PostmanPair {
  readonly type: "string";
}
