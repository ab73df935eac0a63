import type { Channel, Message, Sent } from "./channel.ts";
import { permanent } from "./failure.ts";
import { checkKey } from "./wording/wording.ts";

type Parts = Omit<Channel, "send"> & {
  /** Called with a message whose key and an address whose shape have been looked at. */
  deliver(message: Message, address: string, signal: AbortSignal): Promise<Sent>;
};

/** A channel that looks at the address each time, since what was stored long ago may be wrong by today's rules. */
export function makeChannel({ deliver, ...parts }: Parts): Channel {
  return {
    ...parts,
    send: async (message, address, signal) => {
      signal.throwIfAborted();
      checkKey(message.key);
      const wrong = parts.check(address);
      return wrong ? permanent(wrong.code, wrong.reason.zh, wrong.reason.en) : deliver(message, address, signal);
    },
  };
}
