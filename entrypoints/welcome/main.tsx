import { summaries } from 'virtual:sleevenotes/summaries';
import { i18n } from '#i18n';
import { Welcome } from '../../components/welcome/welcome.tsx';
import { listedEdition } from '../../core/library/neighbours.ts';
import { createSettingsPort } from '../../platform/storage/settings.ts';
import { showPage } from '../shared/show-page.tsx';
import { ViewersChinese } from '../shared/viewers-chinese.tsx';

void showPage(async () => {
  document.title = i18n.t('welcome.title');
  const { languages, taiwanWords } = await createSettingsPort().read();
  const episodes = summaries.map((episode) => {
    const listed = listedEdition(episode, languages);
    return { videoId: episode.videoId, title: listed?.title || episode.videoId, language: listed?.language };
  });
  return (
    <ViewersChinese languages={languages} taiwanWords={taiwanWords}>
      <Welcome episodes={episodes} inFirefox={import.meta.env.FIREFOX} />
    </ViewersChinese>
  );
});
