import { html } from "./markup.ts";

/** A report that was issued. */
export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly url: string;
  /** ISO instant. */
  readonly updated: string;
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly url: string;
  readonly updated: string;
}

/** Issued reports as an Atom feed (RFC 4287), the newest first. */
export const atomOf = ({ id, title, author, url, updated }: Feed, entries: readonly FeedEntry[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${
    html`<feed xmlns="http://www.w3.org/2005/Atom">
<id>${id}</id>
<title>${title}</title>
<updated>${updated}</updated>
<author><name>${author}</name></author>
<link rel="self" href="${url}"/>
${entries.map(
  (entry) => html`<entry>
<id>${entry.id}</id>
<title>${entry.title}</title>
<updated>${entry.updated}</updated>
<link href="${entry.url}"/>
<summary>${entry.summary}</summary>
</entry>
`,
)}</feed>
`.markup
  }`;
