import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import type { NotProof } from "@acquis/shared/badges/collection.schema.ts";
import type { Mail } from "../../platform/mail/mailer.ts";

/** What a mail tells of a badge: it came, it now proves, it no longer does and why; `said` is what a person wrote. */
export type BadgeNews = { kind: "received" | "proves" } | { kind: "ended"; reason: NotProof; said: string };

interface Words {
  hello: (name: string) => string;
  subject: Record<BadgeNews["kind"], (badge: string) => string>;
  received: (badge: string, issuer: string) => string;
  proves: (badge: string) => string;
  ended: (badge: string) => string;
  reasons: Record<NotProof, (issuer: string) => string>;
  quoted: string;
  stays: string;
  see: string;
}

const texts: Record<Locale, Words> = {
  fr: {
    hello: (name) => `Bonjour ${name},`,
    subject: {
      received: (badge) => `Vous avez reçu un badge : ${badge}`,
      proves: (badge) => `Votre badge « ${badge} » prouve des compétences`,
      ended: (badge) => `Votre badge « ${badge} » ne prouve plus vos compétences`,
    },
    received: (badge, issuer) =>
      `${issuer} vous a donné le badge « ${badge} ». Il est dans votre collection. Vous choisissez de le montrer ou non.`,
    proves: (badge) =>
      `La Région reconnaît votre badge « ${badge} ». Des compétences de votre portfolio sont maintenant prouvées.`,
    ended: (badge) => `Votre badge « ${badge} » ne compte plus comme preuve.`,
    reasons: {
      revoked: (issuer) => `${issuer} l'a annulé.`,
      expired: () => "Sa date est passée.",
      notYetValid: () => "Sa date de début n'est pas encore arrivée.",
      unreachable: () =>
        "Depuis deux semaines, personne ne répond pour le vérifier. Nous essayons encore chaque jour.",
      notValid: () => "À la dernière vérification, quelque chose n'allait pas.",
      otherRecipient: () => "Il a été donné à une autre adresse que la vôtre.",
      unknownRecipient: () => "Il ne dit pas à qui il a été donné.",
      notRecognised: () => "La Région ne le reconnaît plus.",
      contentChanged: () => "Ce qu'il dit a changé depuis que la Région l'a reconnu.",
      otherIssuer: () => "La Région le reconnaît d'un autre organisme que celui qui l'a donné.",
    },
    quoted: "Motif :",
    stays: "Il reste dans votre collection, et ce que vous avez déclaré ne change pas.",
    see: "Voir vos badges :",
  },
  en: {
    hello: (name) => `Hello ${name},`,
    subject: {
      received: (badge) => `You received a badge: ${badge}`,
      proves: (badge) => `Your badge “${badge}” proves competencies`,
      ended: (badge) => `Your badge “${badge}” no longer proves your competencies`,
    },
    received: (badge, issuer) =>
      `${issuer} gave you the badge “${badge}”. It is in your collection. You choose whether to show it.`,
    proves: (badge) =>
      `The Région recognises your badge “${badge}”. Competencies of your portfolio are now proven.`,
    ended: (badge) => `Your badge “${badge}” no longer counts as proof.`,
    reasons: {
      revoked: (issuer) => `${issuer} revoked it.`,
      expired: () => "Its last day has passed.",
      notYetValid: () => "Its first day has not come yet.",
      unreachable: () => "For two weeks nobody has answered to verify it. We still try each day.",
      notValid: () => "At the last check something was wrong with it.",
      otherRecipient: () => "It was given to another address than yours.",
      unknownRecipient: () => "It does not say to whom it was given.",
      notRecognised: () => "The Région no longer recognises it.",
      contentChanged: () => "What it says has changed since the Région recognised it.",
      otherIssuer: () => "The Région recognises it of another organisation than the one that gave it.",
    },
    quoted: "Reason:",
    stays: "It stays in your collection, and what you declared does not change.",
    see: "See your badges:",
  },
};

/** The mail about a badge, in the language of its holder. */
export function badgeMail(
  to: { email: string; firstName: string; locale: Locale },
  news: BadgeNews,
  { badge, issuer, url }: { badge: string; issuer: string; url: string },
): Mail {
  const words = texts[to.locale];
  const told =
    news.kind === "ended"
      ? [
          `${words.ended(badge)} ${words.reasons[news.reason](issuer)}`,
          ...(news.said
            ? [
                `${words.quoted}
${news.said}`,
              ]
            : []),
          words.stays,
        ]
      : [news.kind === "received" ? words.received(badge, issuer) : words.proves(badge)];
  return {
    to: to.email,
    subject: words.subject[news.kind](badge),
    text: [words.hello(to.firstName), ...told, `${words.see}\n${url}`].join("\n\n"),
  };
}
