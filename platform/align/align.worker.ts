import { answerAlignRequest } from './align-request.ts';

self.addEventListener('message', (event: MessageEvent<unknown>) => {
  void answerAlignRequest(event.data).then((answer) => self.postMessage(answer));
});
