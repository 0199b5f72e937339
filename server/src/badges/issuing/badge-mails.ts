import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import type { Mail } from "../../platform/mail/mailer.ts";

export interface BadgeNews {
  kind: "issued" | "revoked";
  badge: string;
  issuer: string;
  /** What the person did, or why it was revoked. */
  reason: string;
}

interface Words {
  subject: (badge: string) => string;
  text: (badge: string, issuer: string) => string;
  quoted: string;
  action: string;
}

const texts: Record<Locale, { hello: (name: string) => string; by: Record<BadgeNews["kind"], Words> }> = {
  fr: {
    hello: (name) => `Bonjour ${name},`,
    by: {
      issued: {
        subject: (badge) => `Vous avez reçu un badge : ${badge}`,
        text: (badge, issuer) => `${issuer} vous a donné le badge « ${badge} ».`,
        quoted: "Pourquoi :",
        action: "Voir votre badge, le montrer, le télécharger :",
      },
      revoked: {
        subject: (badge) => `Un badge vous a été retiré : ${badge}`,
        text: (badge, issuer) => `${issuer} a retiré votre badge « ${badge} ». Il ne prouve plus rien.`,
        quoted: "Motif :",
        action: "Voir le badge :",
      },
    },
  },
  en: {
    hello: (name) => `Hello ${name},`,
    by: {
      issued: {
        subject: (badge) => `You received a badge: ${badge}`,
        text: (badge, issuer) => `${issuer} gave you the badge "${badge}".`,
        quoted: "Why:",
        action: "See your badge, show it, download it:",
      },
      revoked: {
        subject: (badge) => `A badge was withdrawn: ${badge}`,
        text: (badge, issuer) => `${issuer} withdrew your badge "${badge}". It no longer proves anything.`,
        quoted: "Reason:",
        action: "See the badge:",
      },
    },
  },
};

/** The mail about a badge, in the language of who holds it. */
export function badgeMail(
  to: { email: string; firstName: string; locale: Locale },
  news: BadgeNews,
  url: string,
): Mail {
  const { hello, by } = texts[to.locale];
  const words = by[news.kind];
  const lines = [
    hello(to.firstName),
    words.text(news.badge, news.issuer),
    ...(news.reason ? [`${words.quoted}\n${news.reason}`] : []),
    `${words.action}\n${url}`,
  ];
  return { to: to.email, subject: words.subject(news.badge), text: lines.join("\n\n") };
}
