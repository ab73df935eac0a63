/** Who must act: a department, a town or street, or a named specialist. People and addresses stand behind it. */
export type DeskKind = "department" | "region" | "specialist";

export interface Desk {
  readonly kind: DeskKind;
  /** Department or region code of the profile; the specialist's name as the register writes it. */
  readonly code: string;
}

/** "department:miit": how a desk is written in tables and on the command line. */
export const deskKey = ({ kind, code }: Desk): string => `${kind}:${code}`;

const KINDS: readonly string[] = ["department", "region", "specialist"];

/** The desk a key names; null when it names none. */
export function parseDesk(key: string): Desk | null {
  const at = key.indexOf(":");
  const [kind, code] = [key.slice(0, at), key.slice(at + 1)];
  return KINDS.includes(kind) && code !== "" ? { kind: kind as DeskKind, code } : null;
}
