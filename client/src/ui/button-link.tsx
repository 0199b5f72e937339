import { Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, Ref } from "react";

type AnchorProps = ButtonProps &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> & { ref?: Ref<HTMLAnchorElement> };

function ButtonAnchor(props: AnchorProps) {
  return <Button component="a" variant="default" {...props} />;
}

function MainAnchor(props: AnchorProps) {
  return <Button component="a" color="apple" {...props} />;
}

/** A link that looks like a button: takes `to`, `params`, `search` as `Link` does. */
export const ButtonLink = createLink(ButtonAnchor);

/** The single main action of a screen, when it leads to another page: the one apple red. */
export const MainLink = createLink(MainAnchor);

type MainButtonProps = ButtonProps & Omit<ButtonHTMLAttributes<HTMLButtonElement>, keyof ButtonProps>;

/** The single main action of a screen: the one apple red. Give `loading` while it works. */
export function MainButton(props: MainButtonProps) {
  return <Button color="apple" {...props} />;
}
