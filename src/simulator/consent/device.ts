import type { App, Authorization } from "../../domain/oauth.js";
import type { Universe } from "../universe.js";
import { type Consent, type ConsentProblem, change, unknownUser } from "./consent.js";

/** A device that waits for its user. */
export interface WaitingDevice {
  readonly device: Authorization;
  /** `undefined`: no scenario declares it. */
  readonly app: App | undefined;
}

/** The device whose code the user typed in, however it was written. */
export async function findDevice(typed: string, universe: Universe): Promise<WaitingDevice | ConsentProblem> {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  // A person typed the code in: looking through all that wait is soon enough.
  const device = (await universe.store.list("authorizations")).find(
    ({ type, user_code }) => type === "device" && user_code !== null && user_code.toUpperCase() === code,
  );
  if (!device) return { problem: "No device waits with this code. Type it in as the device shows it." };
  if (Date.parse(device.expires_at) <= universe.clock.now()) {
    return { problem: "The code has expired. Let the device ask for a new one." };
  }
  if (device.status !== "pending") return { problem: "The code was answered already. The device goes on by itself." };
  return { device, app: (await universe.store.get("apps", device.client_id))?.value };
}

/** Tells a device what its user answered: the next time it asks, it is told. */
export function answerDevice(
  { device }: WaitingDevice,
  { userId, allowed }: Consent,
  universe: Universe,
): Promise<ConsentProblem | undefined> {
  return change(universe, async (world) => {
    const current = await world.get("authorizations", device.id);
    if (current?.status !== "pending") return { problem: "The device does not wait any more. Let it begin again." };
    if (!allowed) return void world.put("authorizations", { ...current, status: "denied" });
    if (!(await world.get("users", userId))) return { problem: unknownUser(userId) };
    world.put("authorizations", { ...current, status: "approved", user_id: userId });
    return undefined;
  });
}
