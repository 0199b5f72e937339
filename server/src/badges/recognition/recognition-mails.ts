import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import type { Mail } from "../../platform/mail/mailer.ts";

/** What a structure learns of what it asked. */
export interface RecognitionNews {
  kind: "recognised" | "moreAsked" | "refused" | "withdrawn" | "changed";
  badge: string;
  metaBadge: { fr: string; en: string };
  level: number;
  reason: string;
}

interface Words {
  subject: string;
  text: (badge: string, meta: string) => string;
}

const texts: Record<
  Locale,
  { hello: (name: string) => string; level: string; reason: string; action: string } & {
    by: Record<RecognitionNews["kind"], Words>;
  }
> = {
  fr: {
    hello: (name) => `Bonjour ${name},`,
    level: "niveau",
    reason: "Ce que dit la Région :",
    action: "Voir et répondre :",
    by: {
      recognised: {
        subject: "Votre badge est reconnu par la Région",
        text: (badge, meta) => `La Région reconnaît votre badge « ${badge} » comme : ${meta}.`,
      },
      moreAsked: {
        subject: "La Région a une question sur votre badge",
        text: (badge, meta) =>
          `Pour reconnaître « ${badge} » comme ${meta}, la Région demande des précisions.`,
      },
      refused: {
        subject: "Votre badge n'est pas reconnu",
        text: (badge, meta) =>
          `La Région ne reconnaît pas « ${badge} » comme ${meta}. Vous pouvez demander de nouveau.`,
      },
      withdrawn: {
        subject: "La reconnaissance de votre badge est retirée",
        text: (badge, meta) =>
          `La Région ne reconnaît plus « ${badge} » comme ${meta}. Les personnes sont prévenues.`,
      },
      changed: {
        subject: "Votre badge a changé : demandez de nouveau sa reconnaissance",
        text: (badge, meta) =>
          `Le contenu de « ${badge} » a changé. Les prochains badges ne seront plus reconnus comme ${meta}, tant que la Région n'a pas lu le nouveau contenu.`,
      },
    },
  },
  en: {
    hello: (name) => `Hello ${name},`,
    level: "level",
    reason: "What the Région says:",
    action: "See and answer:",
    by: {
      recognised: {
        subject: "Your badge is recognised by the Région",
        text: (badge, meta) => `The Région recognises your badge "${badge}" as: ${meta}.`,
      },
      moreAsked: {
        subject: "The Région has a question about your badge",
        text: (badge, meta) => `To recognise "${badge}" as ${meta}, the Région asks for more.`,
      },
      refused: {
        subject: "Your badge is not recognised",
        text: (badge, meta) => `The Région does not recognise "${badge}" as ${meta}. You may ask again.`,
      },
      withdrawn: {
        subject: "The recognition of your badge is withdrawn",
        text: (badge, meta) => `The Région no longer recognises "${badge}" as ${meta}. People are told.`,
      },
      changed: {
        subject: "Your badge has changed: ask again for its recognition",
        text: (badge, meta) =>
          `The content of "${badge}" has changed. The next badges will not be recognised as ${meta} until the Région has read the new content.`,
      },
    },
  },
};

/** The mail about a recognition, in the language of whoever asked for it. */
export function recognitionMail(
  to: { email: string; firstName: string; locale: Locale },
  news: RecognitionNews,
  url: string,
): Mail {
  const words = texts[to.locale];
  const { subject, text } = words.by[news.kind];
  const meta = `${news.metaBadge[to.locale]}, ${words.level} ${news.level}`;
  const lines = [
    words.hello(to.firstName),
    text(news.badge, meta),
    ...(news.reason ? [`${words.reason}\n${news.reason}`] : []),
    `${words.action}\n${url}`,
  ];
  return { to: to.email, subject, text: lines.join("\n\n") };
}
