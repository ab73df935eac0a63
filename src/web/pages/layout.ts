import { ROLES } from "../../../models/rights/roles.ts";
import { type Language, type Text, text } from "../../../models/text.ts";
import { type Html, html, type Part } from "../../../reports/markup.ts";
import type { Answer } from "../answer.ts";
import type { Visitor } from "../asked.ts";
import { LIVE_PATH } from "../live/live-script.ts";
import { CHARTS_PATH } from "../machine/charts-path.ts";
import type { Route } from "../route.ts";
import { mayOpen } from "../shell/admit.ts";
import { HEAD_SHEET_PATH, SHEET_PATH } from "./style.ts";

type PageAnswer = Extract<Answer, { kind: "page" }>;

/** What a page's head needs to know of its reader. */
export interface Frame {
  readonly language: Language;
  readonly visitor: Visitor;
  readonly place: Text;
  /** Address of the sheet with the colours of the profile's levels. */
  readonly levelSheet: string;
  readonly formToken: string;
  readonly path: string;
  /** What the address asks for besides, language aside: the other language shows the same. */
  readonly query: string;
  readonly routes: readonly Route[];
}

const WORDS = {
  product: text("稳岗预警", "Wengang"),
  skip: text("跳到正文", "Skip to the content"),
  pages: text("页面", "Pages"),
  signOut: text("退出", "Sign out"),
  signIn: text("登录", "Sign in"),
  newAlerts: text("有新预警 {n} 条，点此查看", "New alerts: {n}. Show them"),
  newRun: text("月度任务已完成，点此查看", "A month run is done. Show it"),
} as const;

/** A page of the shell in the reader's language. */
export function layout(frame: Frame, { title, main, charts, live, script }: PageAnswer): string {
  const { language, place } = frame;
  const signedIn = frame.visitor.kind === "session" && frame.visitor.stage === "full";
  return html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${place[language]}${language === "en" ? " " : ""}${WORDS.product[language]}</title>
<link rel="stylesheet" href="${SHEET_PATH}">
<link rel="stylesheet" href="${frame.levelSheet}">${charts ? scriptOf(CHARTS_PATH) : null}${scriptOf(script)}${live === undefined ? null : scriptOf(LIVE_PATH)}
</head>
<body class="shell">
${bar(frame)}
<main id="main"${signedIn ? null : html` class="narrow"`}>
<h1>${title}</h1>
${live === undefined ? null : liveLine(frame, live)}${main}
</main>
</body>
</html>
`.markup;
}

const scriptOf = (path: string | undefined): Part =>
  path === undefined ? null : html`\n<script defer src="${path}"></script>`;

/** Empty until something new comes. */
const liveLine = ({ language }: Frame, since: string): Html =>
  html`<p class="live" role="status" data-live="${since}" data-alerts="${WORDS.newAlerts[language]}" data-run="${WORDS.newRun[language]}"></p>
`;

/** Puts the head above a page that came whole. */
export function documentPage(frame: Frame, page: string): string {
  const sheet = html`<link rel="stylesheet" href="${HEAD_SHEET_PATH}">`.markup;
  return page
    .replace("</head>", () => `${sheet}\n</head>`)
    .replace("<main>", () => `${bar(frame).markup}\n<main id="main">`);
}

function bar(frame: Frame): Html {
  const { language, visitor, place, path, routes } = frame;
  const links = routes.filter((route) => route.inHead && mayOpen(route, visitor));
  return html`<a class="skip" href="#main">${WORDS.skip[language]}</a>
<header class="bar"><div>
<a class="home" href="/">${place[language]} ${WORDS.product[language]}</a>
<nav aria-label="${WORDS.pages[language]}">${links.map((route) => link(route, path, language))}</nav>
<div class="end">${reader(frame)}${otherLanguage(frame)}</div>
</div></header>`;
}

const link = ({ path: to, name }: Route, here: string, language: Language): Part =>
  html`<a href="${to}"${to === here ? html` aria-current="page"` : null}>${name[language]}</a>`;

function reader({ visitor, language, formToken }: Frame): Part {
  if (visitor.kind !== "session") return null;
  const { name, roles } = visitor.person;
  const held = roles.map((role) => ROLES[role].name[language]).join(language === "zh" ? "、" : ", ");
  return html`<span class="who">${name}${held === "" ? null : ` · ${held}`}</span>
<form method="post" action="/sign-out"><input type="hidden" name="csrf" value="${formToken}"><button class="plain">${WORDS.signOut[language]}</button></form>`;
}

function otherLanguage({ language, query }: Frame): Part {
  const asked = query === "" ? "" : `&${query}`;
  return language === "zh"
    ? html`<a href="?lang=en${asked}" lang="en" hreflang="en">English</a>`
    : html`<a href="?lang=zh${asked}" lang="zh-CN" hreflang="zh-CN">中文</a>`;
}
