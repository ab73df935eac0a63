import type { Action } from "./actions.ts";
import type { Role } from "./roles.ts";

/** How far a right reaches: everything, own departments, own regions, enterprises assigned to the person, nothing. */
export type Scope = "all" | "department" | "region" | "assigned" | "none";

const [A, D, R, S, _]: readonly Scope[] = ["all", "department", "region", "assigned", "none"] as const;

/** The columns of the table below. */
const COLUMNS: readonly Role[] = [
  "regulator",
  "office",
  "analyst",
  "specialist",
  "township",
  "administrator",
  "auditor",
  "security-officer",
];

/**
 * Who may do what, and how far: the one place. The three administrators keep the service, its accounts and its log, and see
 * no enterprise (GB/T 22239-2019 8.1.5: 系统管理 keeps identities and resources, 安全管理 authorises, 审计管理 reads the audit).
 */
// biome-ignore format: a table reads better in columns
const TABLE: Readonly<Record<Action, readonly (Scope | undefined)[]>> = {
  //                     regulator  office  analyst  specialist  township  administrator  auditor  security
  "read-report":        [D,         A,      A,       _,          R,        _,             _,       _],
  "read-enterprise":    [D,         A,      A,       S,          R,        _,             _,       _],
  "read-finances":      [D,         A,      A,       S,          _,        _,             _,       _],
  "read-alerts":        [D,         A,      A,       S,          R,        _,             _,       _],
  "read-cases":         [D,         A,      A,       S,          R,        _,             _,       _],
  acknowledge:          [D,         A,      _,       S,          _,        _,             _,       _],
  assign:               [D,         A,      _,       _,          _,        _,             _,       _],
  "case-step":          [D,         A,      _,       S,          _,        _,             _,       _],
  "close-case":         [D,         A,      _,       _,          _,        _,             _,       _],
  "rate-alert":         [D,         A,      _,       S,          _,        _,             _,       _],
  "pause-alerts":       [D,         A,      _,       _,          _,        _,             _,       _],
  "read-routes":        [_,         A,      _,       _,          _,        _,             _,       _],
  "read-data":          [D,         A,      A,       _,          R,        _,             _,       _],
  "report-event":       [D,         A,      _,       S,          R,        _,             _,       _],
  import:               [D,         A,      A,       _,          R,        _,             _,       _],
  "review-import":      [D,         A,      _,       _,          R,        _,             _,       _],
  "accept-import":      [_,         A,      _,       _,          _,        _,             _,       _],
  export:               [D,         A,      A,       _,          R,        _,             _,       _],
  "review-report":      [_,         A,      A,       _,          _,        _,             _,       _],
  "issue-report":       [_,         A,      _,       _,          _,        _,             _,       _],
  "preview-thresholds": [_,         A,      A,       _,          _,        _,             _,       _],
  "edit-thresholds":    [_,         _,      A,       _,          _,        _,             _,       _],
  "review-thresholds":  [_,         A,      A,       _,          _,        _,             _,       _],
  "manage-routes":      [_,         A,      _,       _,          _,        _,             _,       _],
  "reveal-address":     [_,         A,      _,       _,          _,        _,             _,       _],
  "manage-channels":    [_,         _,      _,       _,          _,        A,             _,       _],
  "manage-people":      [_,         _,      _,       _,          _,        A,             _,       _],
  "grant-rights":       [_,         _,      _,       _,          _,        _,             _,       A],
  "manage-security":    [_,         _,      _,       _,          _,        _,             _,       A],
  "read-audit":         [_,         _,      _,       _,          _,        _,             A,       _],
  "read-metrics":       [_,         _,      _,       _,          _,        A,             _,       _],
  "own-account":        [A,         A,      A,       A,          A,        A,             A,       A],
};

export const scopeOf = (role: Role, action: Action): Scope => TABLE[action][COLUMNS.indexOf(role)] ?? "none";
