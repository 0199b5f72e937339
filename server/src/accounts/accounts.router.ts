import { DomainError } from "@acquis/shared/platform/errors.ts";
import { api, publicApi, type RequestContext } from "../platform/http/api.ts";
import { presentAccount, presentLink, presentOrganisation } from "./accounts.presenter.ts";
import type { AccountDocument } from "./accounts.store.ts";
import type { AccountsContext, SignedInDevice } from "./accounts-context.ts";
import { invite } from "./invite.ts";
import { createOrganisation, decideOrganisation, listOrganisations } from "./manage-organisations.ts";
import { endSession, refreshSession } from "./refresh-session.ts";
import { askPasswordReset, register } from "./register.ts";
import { signIn, signInAsPersona } from "./sign-in.ts";
import { ACCESS_COOKIE, REFRESH_COOKIE, REFRESH_SECONDS } from "./tokens.ts";
import { changePassword, updateAccount } from "./update-account.ts";
import { readLink, useLink } from "./use-link.ts";

const done = { done: true } as const;
/** The refresh token travels only to where it is used. */
const REFRESH_PATH = "/api/v1/accounts";

export function accountsRouter(context: AccountsContext) {
  const { kernel, store, organisations } = context;

  async function show(account: AccountDocument) {
    const organisation = account.organisationId ? await organisations.find(account.organisationId) : null;
    return presentAccount(account, organisation);
  }

  async function answer(request: RequestContext, device: SignedInDevice) {
    request.setCookie(ACCESS_COOKIE, device.accessToken, { maxAgeSeconds: REFRESH_SECONDS, path: "/" });
    request.setCookie(REFRESH_COOKIE, device.refreshToken, {
      maxAgeSeconds: REFRESH_SECONDS,
      path: REFRESH_PATH,
    });
    return { account: await show(device.account) };
  }

  function forget(request: RequestContext) {
    request.setCookie(ACCESS_COOKIE, "", { maxAgeSeconds: 0, path: "/" });
    request.setCookie(REFRESH_COOKIE, "", { maxAgeSeconds: 0, path: REFRESH_PATH });
  }

  return {
    session: publicApi.accounts.session.handler(async ({ context: request }) => {
      const actor = await request.identify().catch(() => null);
      const account = actor ? await store.accounts.findById(actor.accountId).lean<AccountDocument>() : null;
      return {
        account: account ? await show(account) : null,
        refreshable: !account && Boolean(request.cookie(REFRESH_COOKIE)),
        demo: kernel.settings.demo,
      };
    }),
    signIn: publicApi.accounts.signIn.handler(async ({ context: request, input }) =>
      answer(request, await signIn(context, input)),
    ),
    refresh: publicApi.accounts.refresh.handler(async ({ context: request }) => {
      try {
        return await answer(request, await refreshSession(context, request.cookie(REFRESH_COOKIE)));
      } catch (error) {
        if (error instanceof DomainError) forget(request);
        throw error;
      }
    }),
    signOut: publicApi.accounts.signOut.handler(async ({ context: request }) => {
      await endSession(context, request.cookie(REFRESH_COOKIE));
      forget(request);
      return done;
    }),
    register: publicApi.accounts.register.handler(async ({ input }) => {
      await register(context, input);
      return done;
    }),
    invite: api.accounts.invite.handler(async ({ context: { actor }, input }) => {
      await invite(context, actor, input);
      return done;
    }),
    askPasswordReset: publicApi.accounts.askPasswordReset.handler(async ({ input }) => {
      await askPasswordReset(context, input.email);
      return done;
    }),
    readLink: publicApi.accounts.readLink.handler(async ({ input }) => {
      const link = await readLink(context, input.token);
      const organisation = link.organisationId ? await organisations.find(link.organisationId) : null;
      return presentLink(link, organisation?.name ?? null);
    }),
    useLink: publicApi.accounts.useLink.handler(async ({ context: request, input }) =>
      answer(request, await useLink(context, input)),
    ),
    updateMe: api.accounts.updateMe.handler(async ({ context: { actor }, input }) =>
      show(await updateAccount(context, actor.accountId, input)),
    ),
    changePassword: api.accounts.changePassword.handler(async ({ context: request, input }) => {
      await answer(request, await changePassword(context, request.actor.accountId, input));
      return done;
    }),
    listOrganisations: api.accounts.listOrganisations.handler(async ({ input }) =>
      (await listOrganisations(context, input)).map(({ organisation, members }) =>
        presentOrganisation(organisation, members),
      ),
    ),
    createOrganisation: api.accounts.createOrganisation.handler(async ({ input }) =>
      presentOrganisation(await createOrganisation(context, input)),
    ),
    decideOrganisation: api.accounts.decideOrganisation.handler(async ({ context: { actor }, input }) =>
      presentOrganisation(await decideOrganisation(context, actor, input)),
    ),
    demoPersonas: publicApi.accounts.demoPersonas.handler(async () => {
      if (!kernel.settings.demo) throw new DomainError("not_found");
      const personas = await store.accounts
        .find({ persona: { $ne: null } })
        .sort({ persona: 1 })
        .lean<AccountDocument[]>();
      return Promise.all(
        personas.map(async (account) => ({
          id: account._id,
          role: account.role,
          name: `${account.firstName} ${account.lastName}`,
          organisation: account.organisationId
            ? ((await organisations.find(account.organisationId))?.name ?? null)
            : null,
        })),
      );
    }),
    demoSignIn: publicApi.accounts.demoSignIn.handler(async ({ context: request, input }) =>
      answer(request, await signInAsPersona(context, input.personaId)),
    ),
    demoMails: publicApi.accounts.demoMails.handler(async () => {
      if (!kernel.settings.demo || kernel.settings.smtpUrl) throw new DomainError("not_found");
      return kernel.mailer.kept();
    }),
  };
}
