import { type ErrorCode, errorStatus } from "@acquis/shared/platform/errors.ts";
import { useTranslation } from "react-i18next";

const isKnown = (code: string): code is ErrorCode => Object.hasOwn(errorStatus, code);

/** A refusal in words, from its bare code: what one row of a group answers. */
export function useRefusalText(): (code: string) => string {
  const { t } = useTranslation("platform");
  return (code) => t(`errors.${isKnown(code) ? code : "unknown"}`);
}
