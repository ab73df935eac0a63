import { z } from "zod";
import { isMailAddress } from "./email/mail-address.ts";

/** Name of an environment variable that holds a secret or an address. */
const env = z.string().regex(/^[A-Z][A-Z0-9_]*$/, "the name of an environment variable, such as OFFICE_ROBOT");
const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "small letters, digits and -, at most 40");
const words = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}]*$/u, "one line");
const gateway = z.url({ protocol: /^https?$/ });
const base = { name, addressEnv: env.optional() };

const robot = <K extends string>(kind: K) => z.strictObject({ ...base, kind: z.literal(kind) });

const email = z
  .strictObject({
    ...base,
    kind: z.literal("email"),
    host: z.string().regex(/^[\w.:-]+$/, "a host name or an IP address"),
    port: z.int().min(1).max(65_535).default(587),
    tls: z.enum(["starttls", "implicit", "none"]).default("starttls"),
    userEnv: env.optional(),
    passwordEnv: env.optional(),
    from: z.string().refine(isMailAddress, "one mail address without a name"),
    fromName: words.default("稳岗预警"),
  })
  .refine(({ userEnv, passwordEnv }) => (userEnv === undefined) === (passwordEnv === undefined), {
    message: "userEnv and passwordEnv go together",
  })
  .refine(({ tls, userEnv }) => tls !== "none" || userEnv === undefined, {
    message: "a password is not sent without TLS",
  });

const yukuaizheng = z.strictObject({
  ...base,
  kind: z.literal("yukuaizheng"),
  gateway,
  tenantId: z.string().regex(/^[\w-]{1,64}$/),
  appKeyEnv: env,
  appSecretEnv: env,
});

const PLACES = ["title", "text", "number"].map((name) => `\${${name}}`);
const template = z.strictObject({
  code: z.string().regex(/^[\w-]{1,64}$/),
  text: z.string().refine((text) => PLACES.every((place) => text.includes(place)), `must have ${PLACES.join(", ")}`),
});
const sms = z.strictObject({ ...base, kind: z.literal("sms"), gateway, tokenEnv: env, template });

const one = z.discriminatedUnion("kind", [
  email,
  robot("dingtalk"),
  robot("wecom"),
  robot("feishu"),
  robot("webhook"),
  yukuaizheng,
  sms,
  robot("log"),
]);

export const ChannelConfigs = z.array(one).superRefine((channels, context) => {
  for (const [index, { name }] of channels.entries())
    if (channels.findIndex((other) => other.name === name) !== index)
      context.addIssue({ code: "custom", path: [index, "name"], message: `"${name}" is there twice` });
});

export type ChannelConfig = z.infer<typeof one>;
