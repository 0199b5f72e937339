import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import { dayInWords } from "@acquis/shared/platform/dates.ts";
import type { Day } from "@acquis/shared/platform/primitives.schema.ts";
import type { Mail } from "../platform/mail/mailer.ts";

export interface EnrolmentNews {
  programme: string;
  provider: string;
  startsOn: Day;
  endsOn: Day;
}

const texts: Record<
  Locale,
  { subject: (news: EnrolmentNews) => string; lines: (firstName: string, news: EnrolmentNews) => string[] }
> = {
  fr: {
    subject: ({ programme }) => `Vous êtes inscrit ou inscrite : ${programme}`,
    lines: (firstName, { programme, provider, startsOn, endsOn }) => [
      `Bonjour ${firstName},`,
      `${provider} vous a inscrit ou inscrite à la formation « ${programme} », du ${startsOn} au ${endsOn}.`,
      "Ce que vous y apprendrez apparaît dans votre portfolio. Pendant la formation, vos formateurs le voient et peuvent attester ce que vous savez faire.",
      `Ce n'est pas votre formation ? Dites-le à ${provider} : l'inscription sera fermée.`,
      "Ce qui arrive, mois par mois :",
    ],
  },
  en: {
    subject: ({ programme }) => `You are enrolled: ${programme}`,
    lines: (firstName, { programme, provider, startsOn, endsOn }) => [
      `Hello ${firstName},`,
      `${provider} enrolled you in the training "${programme}", from ${startsOn} to ${endsOn}.`,
      "What you will learn there shows in your portfolio. During the training, your trainers see it and can attest what you can do.",
      `Not your training? Tell ${provider}: the enrolment will be closed.`,
      "What is coming, month by month:",
    ],
  },
};

/** Tells a trainee that a provider enrolled them, in their language: from then on its trainers read their portfolio. */
export function enrolmentMail(
  to: { email: string; firstName: string; locale: Locale },
  news: EnrolmentNews,
  url: string,
): Mail {
  const { subject, lines } = texts[to.locale];
  const told = {
    ...news,
    startsOn: dayInWords(news.startsOn, to.locale),
    endsOn: dayInWords(news.endsOn, to.locale),
  };
  const [last = "", ...others] = lines(to.firstName, told).reverse();
  return {
    to: to.email,
    subject: subject(told),
    text: [...others.reverse(), `${last}\n${url}`].join("\n\n"),
  };
}
