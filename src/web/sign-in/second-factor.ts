import { foldRecoveryCode } from "../../auth/recovery-code.ts";
import { chance, hashOf } from "../../auth/secret.ts";
import { isTotpCode, matchingStep, newTotpSecret } from "../../auth/totp.ts";
import type { Person } from "../../db/people/person.ts";
import { spendRecoveryCode, spendStep } from "../../db/people/proof.ts";
import { seal, unseal } from "../../secrets/seal.ts";
import type { Services } from "./services.ts";

type Sealing = Pick<Services, "keys">;

/** A secret sealed for one person: put into another one's row it does not open. */
export function sealFor({ keys }: Sealing, person: number, secret: Uint8Array): string {
  return seal(`${person}:${Buffer.from(secret).toString("base64")}`, keys, chance);
}

export function openFor({ keys }: Sealing, person: number, sealed: string): Uint8Array {
  const [owner, secret] = unseal(sealed, keys).split(":");
  if (Number(owner) !== person) throw new RangeError(`a second factor of person ${owner} stands with person ${person}`);
  return Buffer.from(secret!, "base64");
}

export const newSealedSecret = (sealing: Sealing, person: number): string => sealFor(sealing, person, newTotpSecret());

/** Spends a code of the app or a recovery code; false when it is neither, or was spent before. */
export async function spendCode(services: Services, person: Person, typed: string, now: number): Promise<boolean> {
  const { db } = services;
  const code = typed.normalize("NFKC").replace(/\s/g, "");
  if (!isTotpCode(code)) return spendRecoveryCode(db, person.id, hashOf(foldRecoveryCode(code)), now);
  if (person.totpSecret === null) return false;
  const secret = openFor(services, person.id, person.totpSecret);
  const step = matchingStep(secret, code, now, person.totpStep);
  return step !== null && spendStep(db, person.id, step);
}
