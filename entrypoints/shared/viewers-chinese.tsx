import { type ReactNode, useMemo, useState } from 'react';
import { ChineseContext } from '../../components/shared/chinese-context.ts';
import { sameList, useSlice } from '../../components/shared/use-slice.ts';
import type { Chinese } from '../../core/note/chinese.ts';
import type { LanguageTag } from '../../core/note/episode.ts';
import { isAskedOtherwise, wantedScript } from '../../core/note/other-script.ts';
import type { Watch } from '../../core/session/watch.ts';
import { type Watched, wantedLanguages } from '../../core/session/watched.ts';
import type { openChinese } from '../../platform/chinese/chinese.ts';

type Opened = Awaited<ReturnType<typeof openChinese>>;

const NONE: readonly string[] = [];
const exchangesWords = ({ settings }: Watched) => settings?.taiwanWords ?? false;

interface ViewersChineseProps {
  /** Note languages, most wanted first. */
  readonly languages: readonly LanguageTag[];
  readonly taiwanWords: boolean;
  readonly children: ReactNode;
}

/**
 * Lets what is within it show and search Chinese as the viewer reads it. The dictionaries are loaded when a text first needs
 * them; until then it stands as it is written.
 */
export function ViewersChinese({ languages, taiwanWords, children }: ViewersChineseProps): ReactNode {
  const [open, setOpen] = useState<{ readonly chinese: Opened } | null>(null);
  const chinese = useMemo((): Chinese => {
    if (open) return open.chinese(languages, taiwanWords);
    let asked = false;
    const load = () => {
      if (asked) return;
      asked = true;
      import('../../platform/chinese/chinese.ts')
        .then(({ openChinese }) => openChinese())
        .then(
          (opened) => setOpen({ chinese: opened }),
          (error: unknown) => console.warn('Sleevenotes: Chinese is shown as it is written', error),
        );
    };
    return {
      inScript(text, language) {
        if (wantedScript(language, languages) !== language) load();
        return { text, language };
      },
      wordings(query) {
        if (isAskedOtherwise(query, languages)) load();
        return NONE;
      },
    };
  }, [open, languages, taiwanWords]);
  return <ChineseContext value={chinese}>{children}</ChineseContext>;
}

/** The same for the viewer of a watch model. */
export function WatchersChinese({
  watch,
  children,
}: {
  readonly watch: Watch;
  readonly children: ReactNode;
}): ReactNode {
  const languages = useSlice(watch, wantedLanguages, undefined, sameList);
  const taiwanWords = useSlice(watch, exchangesWords, undefined);
  return (
    <ViewersChinese languages={languages} taiwanWords={taiwanWords}>
      {children}
    </ViewersChinese>
  );
}
