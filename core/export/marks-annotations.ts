import type { Mark } from '../marks/mark.ts';
import { watchAddress } from '../video/video-address.ts';

/** What the standard has no word for: the kind of quotation, and the section. */
export const OWN_TERMS = 'urn:sleevenotes:terms#';

/**
 * Marks as a collection of W3C Web Annotations (https://www.w3.org/TR/annotation-model/): the moment is a media fragment of
 * the video, what was heard a quotation of it, the viewer's words a comment, the star a tag. `readAnnotations` reads it back.
 */
export function marksAnnotations(marks: readonly Mark[]): string {
  const collection = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { sleevenotes: OWN_TERMS }],
    type: 'AnnotationCollection',
    total: marks.length,
    first: { type: 'AnnotationPage', startIndex: 0, items: marks.map(annotation) },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function annotation({ id, video, videoTitle, at, words, quote, section, starred, created, changed }: Mark) {
  const body = [
    ...(words === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: words }]),
    ...(starred ? [{ type: 'TextualBody', purpose: 'tagging', value: '★' }] : []),
  ];
  return {
    id: annotationId(id),
    type: 'Annotation',
    motivation: words === '' ? 'bookmarking' : 'commenting',
    created: new Date(created).toISOString(),
    modified: new Date(changed).toISOString(),
    ...(body.length > 0 && { body }),
    target: {
      type: 'SpecificResource',
      source: { id: watchAddress(video), type: 'Video', ...(videoTitle !== '' && { 'dc:title': videoTitle }) },
      selector: [
        { type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value: `t=${at}` },
        ...(quote ? [{ type: 'TextQuoteSelector', exact: quote.text, 'sleevenotes:kind': quote.kind }] : []),
      ],
      ...(section && { 'sleevenotes:section': section }),
    },
  };
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

/** An id must be an IRI. */
const annotationId = (id: string) =>
  UUID.test(id) ? `urn:uuid:${id}` : `urn:sleevenotes:mark:${encodeURIComponent(id)}`;
