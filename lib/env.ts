import { z } from "zod";

const Env = z.object({
  /** The application's role: owns nothing, bound by row-level security. */
  DATABASE_URL: z.string().min(1),
  NEXTAUTH_SECRET: z.string().min(16).optional(),
  NEXTAUTH_URL: z.url().optional(),
  DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(200).default(10),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  /** How many proxies in front of the server append to X-Forwarded-For; 0 trusts none of it. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Whether anybody may create an organization from the sign-in page. */
  ALLOW_SIGNUP: z.stringbool().default(false),
  /** Where mail is handed in, such as smtps://user:password@mail.example.com; unset, nothing is mailed. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default("Tierline <tierline@localhost>"),
});

let parsed: z.infer<typeof Env> | undefined;

/** The process's settings, read once. @throws Error naming each missing or malformed variable. */
export function env(): z.infer<typeof Env> {
  if (parsed !== undefined) return parsed;
  const result = Env.safeParse(process.env);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
    throw new Error(`The environment is not right (${faults}). \`npm start\` sets it; see README.md for running against your own database.`);
  }
  parsed = result.data;
  return parsed;
}
