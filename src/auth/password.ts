import { hash, verify } from "@node-rs/argon2";

const ARGON2ID = 2; // the package's Algorithm.Argon2id, an ambient enum that cannot be imported by itself

/**
 * argon2id with 19 MiB, two passes, one lane: the OWASP Password Storage Cheat Sheet's least (2024). About 30 ms on a server
 * core, so a guess costs an attacker as much.
 */
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords are compared as NFKC, so that a full-width letter typed on another keyboard is the same one. */
const normal = (password: string): string => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> => hash(normal(password), COST);

/** Whether it is the password. Without a hash it is not, and finding that out takes as long. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const right = await verify(passwordHash ?? NOBODYS, normal(password));
  return right && passwordHash !== null;
}

/** The hash of a password that was thrown away, with the cost above. */
const NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$km8SsTmglCtvJEBa6sRooQ$uidkXk6hbv7H/R85LbzWjQLBZUbIDClaaN5R0R4COpE";
