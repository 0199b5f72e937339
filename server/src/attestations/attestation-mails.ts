import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import type { Mail } from "../platform/mail/mailer.ts";

/** What a mail tells; `reason` is what a person wrote: a note, a reason, a comment. */
export interface AttestationNews {
  kind: "requested" | "given" | "declined" | "revoked" | "contested";
  /** The other person. */
  from: string;
  competencies: string[];
  reason: string;
}

interface Words {
  subject: (from: string) => string;
  text: (from: string, competencies: string) => string;
  quoted: string;
  action: string;
}

const texts: Record<Locale, { hello: (name: string) => string; by: Record<AttestationNews["kind"], Words> }> =
  {
    fr: {
      hello: (name) => `Bonjour ${name},`,
      by: {
        requested: {
          subject: (from) => `${from} vous demande une attestation`,
          text: (from, competencies) => `${from} vous demande d'attester :\n${competencies}`,
          quoted: "Son message :",
          action: "Répondez ici :",
        },
        given: {
          subject: () => "Une compétence de plus est prouvée",
          text: (from, competencies) => `${from} a attesté :\n${competencies}`,
          quoted: "Son commentaire :",
          action: "Vous pouvez accepter ou contester ici :",
        },
        declined: {
          subject: () => "Votre demande d'attestation",
          text: (from, competencies) => `${from} n'a pas attesté, pour l'instant :\n${competencies}`,
          quoted: "Sa raison :",
          action: "Votre portfolio :",
        },
        revoked: {
          subject: () => "Une attestation a été retirée",
          text: (from, competencies) => `${from} a retiré l'attestation de :\n${competencies}`,
          quoted: "Motif :",
          action: "Votre portfolio :",
        },
        contested: {
          subject: (from) => `${from} conteste une attestation`,
          text: (from, competencies) => `${from} conteste votre attestation de :\n${competencies}`,
          quoted: "Son message :",
          action: "Voir et répondre :",
        },
      },
    },
    en: {
      hello: (name) => `Hello ${name},`,
      by: {
        requested: {
          subject: (from) => `${from} asks you for an attestation`,
          text: (from, competencies) => `${from} asks you to attest:\n${competencies}`,
          quoted: "Their message:",
          action: "Answer here:",
        },
        given: {
          subject: () => "One more competency is proven",
          text: (from, competencies) => `${from} attested:\n${competencies}`,
          quoted: "Their comment:",
          action: "You can accept or contest it here:",
        },
        declined: {
          subject: () => "Your request for an attestation",
          text: (from, competencies) => `${from} did not attest, for now:\n${competencies}`,
          quoted: "Their reason:",
          action: "Your portfolio:",
        },
        revoked: {
          subject: () => "An attestation was withdrawn",
          text: (from, competencies) => `${from} withdrew the attestation of:\n${competencies}`,
          quoted: "Reason:",
          action: "Your portfolio:",
        },
        contested: {
          subject: (from) => `${from} contests an attestation`,
          text: (from, competencies) => `${from} contests your attestation of:\n${competencies}`,
          quoted: "Their message:",
          action: "See and answer:",
        },
      },
    },
  };

/** The mail about an attestation, in the language of whoever gets it. */
export function attestationMail(
  to: { email: string; firstName: string; locale: Locale },
  news: AttestationNews,
  url: string,
): Mail {
  const { hello, by } = texts[to.locale];
  const words = by[news.kind];
  const lines = [
    hello(to.firstName),
    words.text(news.from, news.competencies.map((label) => `- ${label}`).join("\n")),
    ...(news.reason ? [`${words.quoted}\n${news.reason}`] : []),
    `${words.action}\n${url}`,
  ];
  return { to: to.email, subject: words.subject(news.from), text: lines.join("\n\n") };
}
