import type { ReactNode } from 'react';
import { MarkField } from '../../components/marks/mark-field.tsx';
import type { MarksModel, MarksState } from '../../components/marks/marks-model.ts';
import { useSlice } from '../../components/shared/use-slice.ts';

const whole = (state: MarksState) => state;

/** The field for the words of the mark just made. */
export default function MarkWords({ model }: { readonly model: MarksModel }): ReactNode {
  const { asked, isKept } = useSlice(model, whole, undefined);
  return asked && <MarkField key={asked.id} mark={asked} isKept={isKept} onType={model.write} onDone={model.answer} />;
}
