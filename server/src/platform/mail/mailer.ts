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

/** A real SMTP conversation. */
export function createSmtpMailer(smtpUrl: string, from: string): Mailer {
  const transport = nodemailer.createTransport(smtpUrl);
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
