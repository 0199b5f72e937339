import { renderSVG } from "uqr";
import type { BadgesContext } from "../badges-context.ts";
import { type PublicAnswer, picture } from "./answer.ts";
import {
  answerAssertion,
  answerClass,
  answerIssuer2,
  answerKey,
  answerRevocations2,
  answerSigned,
} from "./answer-v2.ts";
import {
  answerAchievement,
  answerCredential,
  answerEndorsement,
  answerIssuer,
  answerRevocations,
  answerStatus,
} from "./answer-v3.ts";
import { previewPicture } from "./preview-picture.ts";

const FORMS = ["json", "png", "svg"] as const;
type Form = (typeof FORMS)[number];

/** `id`, `id.json`, `id.png` or `id.svg`; ids have no dot. */
function readForm(name: string): { id: string; form: Form } {
  const [id = "", extension] = name.split(".");
  return { id, form: FORMS.find((one) => one === extension) ?? "json" };
}

async function answerImage({ images }: BadgesContext, name: string): Promise<PublicAnswer | null> {
  const { id, form } = readForm(name);
  if (form === "svg") {
    const svg = await images.svg(id, "");
    return svg === null ? null : picture(svg, "image/svg+xml");
  }
  const png = form === "png" ? await images.png(id) : null;
  return png && picture(png, "image/png");
}

/** A picture of the address of the page, for a screen or a sheet of paper. */
async function answerQr({ issued, kernel }: BadgesContext, id: string): Promise<PublicAnswer | null> {
  if (!(await issued.exists({ _id: id }))) return null;
  const page = `${kernel.settings.publicUrl}/badges/credentials/${id}`;
  return picture(renderSVG(page, { border: 2, pixelSize: 8 }), "image/svg+xml");
}

/** What an address of ours under `/badges/` gives to machines; null when there is nothing there. */
export async function answerAddress(context: BadgesContext, path: string): Promise<PublicAnswer | null> {
  const [what = "", first = "", second = "", third = "", ...more] = path.split("/");
  if (more.length > 0) return null;
  if (what === "v2")
    return third ? answerV2Pair(context, first, second, third) : answerV2(context, first, second);
  if (third !== "") return null;
  if (what === "issuers") return answerIssuer(context, first, second);
  if (what === "status") return answerStatus(context, first, second);
  if (what === "credentials" && second === "og.png") return previewPicture(context, first);
  if (what === "credentials" && second === "qr.svg") return answerQr(context, first);
  if (second !== "") return null;
  if (what === "achievements") return answerAchievement(context, first);
  if (what === "endorsements") return answerEndorsement(context, first);
  if (what === "revocations") return answerRevocations(context, first);
  if (what === "images") return answerImage(context, first);
  const { id, form } = readForm(first);
  return what === "credentials" ? answerCredential(context, id, form) : null;
}

async function answerV2(context: BadgesContext, what: string, name: string): Promise<PublicAnswer | null> {
  if (what === "issuers") return answerIssuer2(context, name);
  if (what === "classes") return answerClass(context, name);
  if (what === "revocations") return answerRevocations2(context, name);
  if (what === "signed") return answerSigned(context, name);
  const { id, form } = readForm(name);
  return what === "assertions" ? answerAssertion(context, id, form) : null;
}

async function answerV2Pair(
  context: BadgesContext,
  what: string,
  slug: string,
  index: string,
): Promise<PublicAnswer | null> {
  return what === "keys" ? answerKey(context, slug, index) : null;
}
