const isCaptions = (url: string) => url.includes('/api/timedtext');

/**
 * Hears the responses to the player's caption requests, by whichever of the browser's functions it asks, until the function
 * returned is called. YouTube may have taken hold of `fetch` long ago: then its response is heard when it is read.
 */
export function catchResponses(heard: (url: string, text: string) => void): () => void {
  let on = true;
  const hear = (url: string, text: string) => on && heard(url, text);
  const undo = [
    replace(
      XMLHttpRequest.prototype,
      'send',
      (send) =>
        function (this: XMLHttpRequest, ...given) {
          if (on) {
            this.addEventListener('load', () => {
              if (isCaptions(this.responseURL)) hear(this.responseURL, textOf(this.response));
            });
          }
          return send.apply(this, given);
        },
    ),
    ...(['text', 'json', 'arrayBuffer'] as const).map((name) =>
      replace(
        Response.prototype,
        name,
        (read) =>
          function (this: Response) {
            if (on && isCaptions(this.url) && !this.bodyUsed) {
              const copy = this.clone();
              void text.call(copy).then(
                (body) => hear(copy.url, body),
                () => {},
              );
            }
            return read.call(this);
          },
      ),
    ),
  ];
  return () => {
    on = false;
    for (const each of undo) each();
  };
}

const { text } = Response.prototype;

/** What an XMLHttpRequest has got, in whichever form it was asked for. */
function textOf(response: unknown): string {
  if (typeof response === 'string') return response;
  return response instanceof ArrayBuffer ? new TextDecoder().decode(response) : JSON.stringify(response);
}

/** Who replaced it after us keeps what he made; ours within it is silent then. */
function replace<T extends object, K extends keyof T>(owner: T, name: K, make: (own: T[K]) => T[K]): () => void {
  const own = owner[name];
  const ours = make(own);
  owner[name] = ours;
  return () => {
    if (owner[name] === ours) owner[name] = own;
  };
}
