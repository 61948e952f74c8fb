import { join } from 'node:path';
import { findMentions } from '../../language/index.ts';
import { eachRow, listCell, listOf, loadSheet, openSheet, type Staging, stagedColumns, words } from './sheet.ts';
import { selectPosts, selectSpeakers } from './source-store.ts';
import { createMarker } from './terms.ts';

/** Stages `posts` and `speakers`. */
export async function stagePosts(staging: Staging): Promise<void> {
  const files = { posts: join(staging.folder, 'posts.tsv'), speakers: join(staging.folder, 'speakers.tsv') };
  const [posts, speakers] = [openSheet(files.posts), openSheet(files.speakers)];
  const mark = createMarker(staging.terms);
  await eachRow(staging, selectPosts(staging.some), [posts], (row) => {
    const [id, month, circle, topics, score, comments, text] = row;
    const said = words(text);
    const skills = [...new Set(findMentions(said).map((mention) => mention.id))].sort();
    posts.write([
      month,
      ...[id, circle, listCell(listOf(topics)), listCell(skills), null, null, score, comments],
      ...mark(skills, said),
    ]);
  });
  await eachRow(staging, selectSpeakers(staging.some), [speakers], (row) => speakers.write([row[2], row[0], row[1]]));
  await loadSheet(staging.duck, 'staged_posts', files.posts, stagedColumns('posts', staging.terms.length));
  await loadSheet(staging.duck, 'staged_speakers', files.speakers, stagedColumns('speakers', staging.terms.length));
}
