import { shown, warning } from './rule.ts';

/** Two sections of one name look alike in the outline. */
export const headingDuplicate = warning(
  'heading-duplicate',
  (title: string) => `another section is called "${shown(title)}", too: a viewer cannot tell them apart`,
);
