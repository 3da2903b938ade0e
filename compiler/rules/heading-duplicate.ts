import { shown, warning } from './rule.ts';

/** Two sections of one name look alike in the outline. */
export const headingDuplicate = (title: string) => {
  const value = shown(title);
  return warning(
    'heading-duplicate',
    [value],
    `another section is called "${value}", too: a viewer cannot tell them apart`,
  );
};
