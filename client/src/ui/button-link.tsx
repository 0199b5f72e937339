import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";
import { Button, ButtonContent, type ButtonLook, type ButtonProps, buttonClass } from "./button.tsx";
import { classes } from "./classes.ts";

type AnchorProps = ButtonLook & AnchorHTMLAttributes<HTMLAnchorElement> & { ref?: Ref<HTMLAnchorElement> };

function Anchor({
  variant,
  size,
  fullWidth,
  leftSection,
  rightSection,
  className,
  children,
  ...rest
}: AnchorProps) {
  return (
    <a {...rest} className={classes(buttonClass({ variant, size, fullWidth }), className)}>
      <ButtonContent leftSection={leftSection} rightSection={rightSection}>
        {children}
      </ButtonContent>
    </a>
  );
}

function MainAnchor(props: AnchorProps) {
  return <Anchor {...props} variant="main" />;
}

/** A link that looks like a button: takes `to`, `params`, `search` as `Link` does. */
export const ButtonLink = createLink(Anchor);

/** The single main action of a screen, when it leads to another page: the one apple red. */
export const MainLink = createLink(MainAnchor);

/** The single main action of a screen: the one apple red. Give `loading` while it works. */
export function MainButton(props: Omit<ButtonProps, "variant">) {
  return <Button {...props} variant="main" />;
}
