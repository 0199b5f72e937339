import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import { DomainError } from "@acquis/shared/platform/errors.ts";
import { fold } from "@acquis/shared/referential/text.rules.ts";
import { openPortfolio } from "./change-portfolio.ts";
import { CV_LIMITS, type CvSource, toCvContent } from "./cv/cv-content.ts";
import { drawCv } from "./cv/cv-pdf.ts";
import type { PortfolioContext } from "./portfolio-context.ts";

const MOST_PAGES = 2;

/** Says as much as two pages hold. */
export async function fitCv(source: CvSource, createdAt: Date): Promise<Buffer> {
  let drawn: { pdf: Buffer; pages: number } | null = null;
  for (const limits of CV_LIMITS) {
    drawn = await drawCv(toCvContent(source, limits), createdAt);
    if (drawn.pages <= MOST_PAGES) break;
  }
  return drawn?.pdf ?? Buffer.alloc(0);
}

/** One's CV in PDF, in French or English, as of today. Errors: not_found when the account is gone. */
export async function printCv(context: PortfolioContext, traineeId: string, locale: Locale): Promise<File> {
  const { accounts, kernel, referential } = context;
  const [portfolio, people] = await Promise.all([
    openPortfolio(context, traineeId),
    accounts.people([traineeId]),
  ]);
  const person = people.get(traineeId);
  if (!person) throw new DomainError("not_found");
  const source: CvSource = {
    portfolio,
    person,
    competencies: referential.competencies(portfolio.evidence.map((item) => item.competencyId)),
    occupations: referential.occupations(portfolio.preferences.occupationCodes),
    today: kernel.clock.today(),
    locale,
  };
  const pdf = await fitCv(source, kernel.clock.now());
  const name = fold(`${person.firstName} ${person.lastName}`)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return new File([new Uint8Array(pdf)], `cv-${name || "acquis"}.pdf`, { type: "application/pdf" });
}
