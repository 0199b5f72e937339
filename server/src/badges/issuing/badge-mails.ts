import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import type { Mail } from "../../platform/mail/mailer.ts";

interface Words {
  hello: (name: string) => string;
  subject: (badge: string) => string;
  text: (badge: string, issuer: string) => string;
  reason: string;
  action: string;
}

const texts: Record<Locale, Words> = {
  fr: {
    hello: (name) => `Bonjour ${name},`,
    subject: (badge) => `Un badge vous a été retiré : ${badge}`,
    text: (badge, issuer) => `${issuer} a retiré votre badge « ${badge} ». Il ne prouve plus rien.`,
    reason: "Motif :",
    action: "Voir le badge :",
  },
  en: {
    hello: (name) => `Hello ${name},`,
    subject: (badge) => `A badge was withdrawn: ${badge}`,
    text: (badge, issuer) => `${issuer} withdrew your badge "${badge}". It no longer proves anything.`,
    reason: "Reason:",
    action: "See the badge:",
  },
};

/** The mail about a badge revoked, with the reason its issuer gave, in the language of who holds it. */
export function revokedMail(
  to: { email: string; firstName: string; locale: Locale },
  about: { badge: string; issuer: string; reason: string },
  url: string,
): Mail {
  const words = texts[to.locale];
  const lines = [
    words.hello(to.firstName),
    words.text(about.badge, about.issuer),
    `${words.reason}\n${about.reason}`,
    `${words.action}\n${url}`,
  ];
  return { to: to.email, subject: words.subject(about.badge), text: lines.join("\n\n") };
}
