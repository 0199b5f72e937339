import type { LinkPurpose, Locale } from "@acquis/shared/accounts/account.schema.ts";
import type { Mail } from "../platform/mail/mailer.ts";

interface LinkMail {
  purpose: LinkPurpose;
  email: string;
  firstName: string;
  locale: Locale;
  invitedByName: string | null;
  url: string;
}

const texts = {
  fr: {
    hello: (name: string) => (name ? `Bonjour ${name},` : "Bonjour,"),
    registration: {
      subject: "Votre compte Acquis : dernière étape",
      text: "Vous avez demandé un compte sur Acquis. Ouvrez ce lien pour choisir votre mot de passe :",
      validity: "Le lien est valable 48 heures et sert une seule fois.",
    },
    invitation: {
      subject: "Vous êtes invité(e) sur Acquis",
      text: "Un compte vous attend sur Acquis. Ouvrez ce lien pour choisir votre mot de passe :",
      validity: "Le lien est valable 14 jours et sert une seule fois.",
    },
    passwordReset: {
      subject: "Choisir un nouveau mot de passe",
      text: "Ouvrez ce lien pour choisir un nouveau mot de passe :",
      validity: "Le lien est valable 2 heures et sert une seule fois.",
    },
    invitedBy: (name: string) => `Invitation envoyée par ${name}.`,
    known: {
      subject: "Une invitation sur Acquis",
      text: (name: string) =>
        `${name} vous invite dans son organisation sur Acquis. Votre adresse a déjà un compte, et un compte n'a qu'un rôle : pour accepter, demandez une invitation à une autre adresse. Nous n'avons pas dit que vous avez un compte.`,
    },
    ignore: "Si vous n'attendiez pas ce message, vous pouvez l'ignorer.",
    approved: {
      subject: "Votre organisation est validée",
      text: (name: string) => `La Région a validé ${name}. Vous pouvez vous en servir dès maintenant.`,
    },
    suspended: {
      subject: "Votre organisation est suspendue",
      text: (name: string) => `La Région a suspendu l'accès de ${name}.`,
    },
    reason: (reason: string) => `Motif : ${reason}`,
  },
  en: {
    hello: (name: string) => (name ? `Hello ${name},` : "Hello,"),
    registration: {
      subject: "Your Acquis account: last step",
      text: "You asked for an account on Acquis. Open this link to choose your password:",
      validity: "The link is valid for 48 hours and works once.",
    },
    invitation: {
      subject: "You are invited to Acquis",
      text: "An account is waiting for you on Acquis. Open this link to choose your password:",
      validity: "The link is valid for 14 days and works once.",
    },
    passwordReset: {
      subject: "Choose a new password",
      text: "Open this link to choose a new password:",
      validity: "The link is valid for 2 hours and works once.",
    },
    invitedBy: (name: string) => `Invitation sent by ${name}.`,
    known: {
      subject: "An invitation to Acquis",
      text: (name: string) =>
        `${name} invites you to their organisation on Acquis. Your address already has an account, and an account has one role: to accept, ask for an invitation to another address. We have not told them that you have an account.`,
    },
    ignore: "If you did not expect this message, you can ignore it.",
    approved: {
      subject: "Your organisation is approved",
      text: (name: string) => `The Région has approved ${name}. You can use it from now on.`,
    },
    suspended: {
      subject: "Your organisation is suspended",
      text: (name: string) => `The Région has suspended the access of ${name}.`,
    },
    reason: (reason: string) => `Reason: ${reason}`,
  },
};

/**
 * The mail that carries a one-time link, in the language of the person. A registration is typed by anybody, for
 * any address: it says nothing that was typed there.
 */
export function linkMail(mail: LinkMail): Mail {
  const words = texts[mail.locale];
  const purpose = words[mail.purpose];
  const lines = [
    words.hello(mail.purpose === "registration" ? "" : mail.firstName),
    purpose.text,
    mail.url,
    purpose.validity,
    mail.invitedByName ? words.invitedBy(mail.invitedByName) : null,
    words.ignore,
  ];
  return {
    to: mail.email,
    subject: purpose.subject,
    text: lines.filter((line) => line !== null).join("\n\n"),
  };
}

/** Somebody who has an account was invited to make one. */
export function knownInviteeMail(
  person: { email: string; firstName: string; locale: Locale },
  invitedByName: string,
): Mail {
  const words = texts[person.locale];
  const lines = [words.hello(person.firstName), words.known.text(invitedByName), words.ignore];
  return { to: person.email, subject: words.known.subject, text: lines.join("\n\n") };
}

/** Tells a member what the Région decided of their organisation. */
export function decisionMail(
  person: { email: string; firstName: string; locale: Locale },
  organisationName: string,
  decision: "approved" | "suspended",
  reason: string,
): Mail {
  const words = texts[person.locale];
  const lines = [words.hello(person.firstName), words[decision].text(organisationName)];
  if (reason) lines.push(words.reason(reason));
  return { to: person.email, subject: words[decision].subject, text: lines.join("\n\n") };
}
