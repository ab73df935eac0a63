import type { Html } from "../../reports/markup.ts";

interface Common {
  readonly status?: number;
  /** A new token for the session cookie; null takes the cookie away. */
  readonly session?: string | null;
}

/** What a route answers; the shell makes headers, cookies and layout of it. */
export type Answer = Common &
  (
    | {
        readonly kind: "page";
        readonly title: string;
        readonly main: Html;
        /** Draws its charts where scripts run; without them the page is complete. */
        readonly charts?: true;
        /** Address of a module of its own that makes it quicker to use; without it the page works by its forms. */
        readonly script?: string;
        /** Says when there is something new since this place in the order of things. */
        readonly live?: string;
      }
    /** A page that came whole, with styles and scripts of its own, such as a stored report. */
    | { readonly kind: "document"; readonly page: string }
    | { readonly kind: "json"; readonly body: unknown }
    | {
        readonly kind: "file";
        readonly type: string;
        /** In pieces, it is sent as they are made and never held whole. */
        readonly body: string | Uint8Array | AsyncIterable<string>;
        readonly keep?: true;
        /** Under which name browsers save it; left out: they show it. */
        readonly name?: string;
      }
    | { readonly kind: "redirect"; readonly to: string }
    /** Stays open: `next` tells what came since it was last asked, `listen` when to ask. */
    | {
        readonly kind: "stream";
        opened(): void;
        closed(): void;
        listen(beat: () => void): () => void;
        next(): Promise<readonly StreamEvent[]>;
      }
  );

/** One of the server-sent events. */
export interface StreamEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}
