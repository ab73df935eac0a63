/** An account name as it is compared and kept: small letters, half width, no blanks around. */
export const foldAccount = (typed: string): string => typed.normalize("NFKC").trim().toLowerCase();

/** Two to 64 letters a–z, digits, dots, hyphens and underscores, beginning with a letter or digit. */
export const isAccount = (account: string): boolean => /^[a-z0-9][a-z0-9._-]{1,63}$/.test(account);
