/** What a token tells whoever decodes it. */
export interface TokenClaims {
  /** Whom it is for. */
  readonly aud: string;
  /** Who asked for it: `zm:cid:` and the client id. */
  readonly iss: string;
  /** The user; `null` where none stands behind it. */
  readonly uid: string | null;
  /** The account. */
  readonly aid: string;
  /** Seconds since 1970: when it was issued, and when it expires. */
  readonly iat: number;
  readonly exp: number;
  /** No other token has it. */
  readonly jti: string;
  /** The universe that issued it: so that a request finds its world by nothing but its token. */
  readonly universe: string;
}

/** A token in the form of a JWT (RFC 7519). Nobody signed it: what stands for the signature is only as long as one. */
export const jsonWebToken = (claims: TokenClaims, signature: string): string =>
  [base64url({ alg: "HS512", v: "2.0" }), base64url(claims), signature].join(".");

const base64url = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
