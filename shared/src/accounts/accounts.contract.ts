import { z } from "zod";
import {
  communeCodeSchema,
  doneSchema,
  idSchema,
  lineSchema,
  wordsTypedSchema,
} from "../platform/primitives.schema.ts";
import { route } from "../platform/route.ts";
import {
  accountSchema,
  demoMailSchema,
  emailSchema,
  invitationSchema,
  linkSchema,
  localeSchema,
  organisationDecisionSchema,
  organisationKindSchema,
  organisationSchema,
  organisationStatusSchema,
  passwordSchema,
  ROLES,
  registrationSchema,
  roleSchema,
  siretSchema,
} from "./account.schema.ts";

/** An id, a dot, and the 43 characters of what proves it. */
const TOKEN_LENGTH = 128;

const everyone = { roles: ROLES };
const signedInSchema = z.object({ account: accountSchema });

export const accountsContract = {
  session: route(
    "GET",
    "/accounts/session",
    { public: "the first page must know whether somebody is signed in" },
    "Who is signed in, if anybody, and whether this is a demonstration",
  ).output(
    z.object({
      account: accountSchema.nullable(),
      /** Nobody is signed in, but a refresh token is there to be exchanged. */
      refreshable: z.boolean(),
      demo: z.boolean(),
    }),
  ),
  signIn: route("POST", "/accounts/sign-in", { public: "nobody is signed in yet" }, "Sign in")
    .input(z.object({ email: emailSchema, password: z.string().min(1).max(200) }))
    .output(signedInSchema),
  refresh: route(
    "POST",
    "/accounts/refresh",
    { public: "the refresh cookie is the credential" },
    "Exchange the refresh token for a new pair; an old one used again ends every session of its family",
  ).output(signedInSchema),
  signOut: route(
    "POST",
    "/accounts/sign-out",
    { public: "leaving must work with an expired token" },
    "Sign out and end this session",
  ).output(doneSchema),
  register: route(
    "POST",
    "/accounts/registrations",
    { public: "a trainee or a company arrives by itself" },
    "Ask for an account; the answer is the same whether the address is known or not",
  )
    .input(registrationSchema)
    .output(doneSchema),
  invite: route(
    "POST",
    "/accounts/invitations",
    { roles: ["trainer", "providerAdmin", "employer", "advisor", "steward"] },
    "Invite somebody by a one-time link",
  )
    .input(invitationSchema)
    .output(doneSchema),
  askPasswordReset: route(
    "POST",
    "/accounts/password-resets",
    { public: "whoever lost a password cannot sign in" },
    "Send a one-time link; the answer is the same whether the address is known or not",
  )
    .input(z.object({ email: emailSchema }))
    .output(doneSchema),
  readLink: route(
    "GET",
    "/accounts/links/{token}",
    { public: "the link is the credential" },
    "What a one-time link is for",
  )
    .input(z.object({ token: z.string().max(TOKEN_LENGTH) }))
    .output(linkSchema),
  useLink: route(
    "POST",
    "/accounts/links/{token}",
    { public: "the link is the credential" },
    "Use a one-time link: set the password and sign in",
  )
    .input(
      z.object({
        token: z.string().max(TOKEN_LENGTH),
        password: passwordSchema,
        firstName: lineSchema(80).optional(),
        lastName: lineSchema(80).optional(),
      }),
    )
    .output(signedInSchema),
  updateMe: route("PATCH", "/accounts/me", everyone, "Change one's name or language")
    .input(
      z.object({
        firstName: lineSchema(80).optional(),
        lastName: lineSchema(80).optional(),
        locale: localeSchema.optional(),
      }),
    )
    .output(accountSchema),
  changePassword: route("POST", "/accounts/me/password", everyone, "Change one's password")
    .input(z.object({ current: z.string().min(1).max(200), next: passwordSchema }))
    .output(doneSchema),
  listOrganisations: route("GET", "/organisations", { roles: ["steward"] }, "Organisations of the territory")
    .input(
      z.object({
        kind: organisationKindSchema.optional(),
        status: organisationStatusSchema.optional(),
        search: wordsTypedSchema(100).optional(),
      }),
    )
    .output(z.array(organisationSchema)),
  createOrganisation: route("POST", "/organisations", { roles: ["steward"] }, "Add an organisation")
    .input(
      z.object({
        id: idSchema,
        kind: organisationKindSchema,
        name: lineSchema(120),
        siret: siretSchema.optional(),
        insee: communeCodeSchema.optional(),
      }),
    )
    .output(organisationSchema),
  decideOrganisation: route(
    "POST",
    "/organisations/{id}/decision",
    { roles: ["steward"] },
    "Approve or suspend an organisation",
  )
    .input(organisationDecisionSchema)
    .output(organisationSchema),
  demoPersonas: route(
    "GET",
    "/demo/personas",
    { public: "exists in demonstration mode only" },
    "The fictional people one can be in one click",
  ).output(
    z.array(
      z.object({ id: idSchema, role: roleSchema, name: z.string(), organisation: z.string().nullable() }),
    ),
  ),
  demoSignIn: route(
    "POST",
    "/demo/sign-in",
    { public: "exists in demonstration mode only" },
    "Sign in as one of the fictional people",
  )
    .input(z.object({ personaId: idSchema }))
    .output(signedInSchema),
  demoMails: route(
    "GET",
    "/demo/mails",
    { public: "exists in demonstration mode without SMTP only" },
    "Mails that would have been sent, newest first",
  ).output(z.array(demoMailSchema)),
};
