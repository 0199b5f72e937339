import nodemailer from "nodemailer";
import type { Clock } from "../clock.ts";
import type { Settings } from "../settings.ts";

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export interface SentMail extends Mail {
  id: string;
  sentAt: string;
}

/** Port: sends one mail. Throws when the mail server did not take it, so that the delivery tries again. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  /** Mails kept for the demonstration's page; empty when they really go out. */
  kept(): SentMail[];
}

const KEPT_MAILS = 200;

/** A mail server that does not answer holds up what waits behind: together, well under the lease of a delivery. */
const PATIENCE = {
  dnsTimeout: 5_000,
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  socketTimeout: 10_000,
};

/** A real SMTP conversation. */
export function createSmtpMailer(smtpUrl: string, from: string, patience = PATIENCE): Mailer {
  const transport = nodemailer.createTransport({ url: smtpUrl, ...patience });
  return {
    async send(mail) {
      await transport.sendMail({ from, to: mail.to, subject: mail.subject, text: mail.text });
    },
    kept: () => [],
  };
}

/** Demonstration without SMTP: the last mails stay readable, in memory only, on one page. */
export function createDemoMailer(clock: Clock, newId: () => string): Mailer {
  const mails: SentMail[] = [];
  return {
    async send(mail) {
      mails.unshift({ ...mail, id: newId(), sentAt: clock.now().toISOString() });
      mails.length = Math.min(mails.length, KEPT_MAILS);
    },
    kept: () => [...mails],
  };
}

export function createMailer(settings: Settings, clock: Clock, newId: () => string): Mailer {
  return settings.smtpUrl
    ? createSmtpMailer(settings.smtpUrl, settings.mailFrom)
    : createDemoMailer(clock, newId);
}
