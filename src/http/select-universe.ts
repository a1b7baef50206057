import type { Request, RequestHandler, Response } from "express";
import { universeOfAuthorization } from "../simulator/credentials.js";
import type { Universe } from "../simulator/universe.js";
import { UNIVERSE_HEADER, type Universes, unknownUniverse } from "../simulator/universes.js";

/** The request names a universe that there is not. */
export class UnknownUniverseError extends Error {
  readonly status = 404;

  constructor(id: string) {
    super(unknownUniverse(id));
    this.name = "UnknownUniverseError";
  }
}

/**
 * The universe of a request to Zoom's API: the one that its path prefix, its header, its bearer token or the client id
 * of its HTTP Basic names, in this order.
 *
 * @throws UnknownUniverseError when there is none that it names.
 */
export function universeOf(universes: Universes, req: Request, res: Response): Universe {
  const named = namedUniverse(universes, req, res);
  if (named) return named;
  if (!universes.separated) return universes.default;
  const id = universeOfAuthorization(req.headers.authorization ?? "");
  return id === undefined ? universes.default : existing(universes, id);
}

/**
 * The universe that the path prefix or the header of a request names, if one does.
 *
 * @throws UnknownUniverseError when there is none with the id.
 */
export function namedUniverse(universes: Universes, req: Request, res: Response): Universe | undefined {
  const id = (res.locals as Selection).universe ?? req.headers[UNIVERSE_HEADER];
  return id === undefined ? undefined : existing(universes, String(id));
}

/** The universe of a request, or the default one where there is none that it names: for what goes wrong. */
export function universeOrDefault(universes: Universes, req: Request, res: Response): Universe {
  try {
    return universeOf(universes, req, res);
  } catch (error) {
    if (error instanceof UnknownUniverseError) return universes.default;
    throw error;
  }
}

/** For routes below `/u/{universe}`: what comes behind acts on the universe with the id. */
export const prefixedUniverse: RequestHandler<{ universe: string }> = (req, res, next) => {
  (res.locals as Selection).universe = req.params.universe;
  next();
};

/** What the path prefix leaves for those who answer. */
interface Selection {
  universe?: string;
}

function existing(universes: Universes, id: string): Universe {
  const universe = universes.find(id);
  if (universe) return universe;
  throw new UnknownUniverseError(id);
}
