import { z } from 'zod';
import type { Text } from '../../platform/index.ts';
import { K } from '../privacy/suppress.ts';
import type { Claim, Draft, Reading } from '../reading.ts';
import { countWords } from '../sentences/phrases.ts';
import { changeCell, countCell, emptyCell, row } from './cells.ts';
import { blankFigure, type Description, nobodyCounted } from './describe.ts';

const DESCRIPTION: Description = {
  id: 'hot-topics',
  title: { zh: '社区热议话题', en: 'Hot topics in the community' },
  definition: {
    zh: '时期内圈子里未被隐藏的帖子所属的话题，按参与人数（发帖与回帖的人，每人只计一次）排名，并与对比时期相比。至少三分之一的帖子与领域有关（文字或圈子名称符合领域定义）的话题才列入；参与不足 5 人的不显示。',
    en: 'Topics of posts in the period that are not hidden, ranked by the people who took part (posting or answering, each once) and set against the period before. A topic belongs to the field where at least a third of its posts meet the definition, by their words or the name of their circle; topics with fewer than five people are not shown.',
  },
  formula: {
    zh: '增长 = 本期帖子数 ÷ 对比时期帖子数 − 1',
    en: 'growth = posts of the period ÷ posts of the period before − 1',
  },
  unit: 'posts',
  references: ['Efron 1979, Bootstrap Methods (interval of the growth)'],
};

const topicCount = z.object({
  key: z.string(),
  posts: z.number(),
  people: z.number(),
  comments: z.number(),
  score: z.number(),
  before: z.number(),
});
type Topic = z.output<typeof topicCount>;

const MOST_SHOWN = 15;

const nameOf = (topic: Topic, names: Reading['topicNames']): Text =>
  names[topic.key] ?? { zh: topic.key, en: topic.key };

function topicsClaim(topics: readonly Topic[], called: Reading['topicNames']): Claim[] {
  const top = topics.slice(0, 3);
  if (top.length === 0) return [];
  const people = top.reduce((sum, topic) => sum + topic.people, 0);
  const posts = top.reduce((sum, topic) => sum + topic.posts, 0);
  const names = top.map((topic) => `“${nameOf(topic, called).zh}”`).join('');
  const english = top.map((topic) => `"${nameOf(topic, called).en}"`).join(', ');
  return [
    {
      sentence: {
        zh: `社区里，${names}等话题备受热议，共${countWords(posts)}个帖子、${countWords(people)}人次参与。`,
        en: `In the community, ${english} were talked about most: ${countWords(posts)} posts, in which people took part ${countWords(people)} times.`,
      },
      effect: 0.15,
    },
  ];
}

/** F11: what the community talks about. */
export async function hotTopics(reading: Reading): Promise<Draft> {
  const { period, before, is } = reading;
  const inPeriod = `month between '${period.from}' and '${period.to}'`;
  const inBefore = `month between '${before.from}' and '${before.to}'`;
  const sql = `
    with filed as (
        select unnest(topics) as key, id, score, comments, ${is} as here, ${inPeriod} as now
        from posts where ${inPeriod} or ${inBefore}),
      topic as (
        select key, count(*) filter (where now)::integer as posts, coalesce(sum(comments) filter (where now), 0)::integer as comments,
          coalesce(sum(score) filter (where now), 0)::integer as score, count(*) filter (where not now)::integer as before
        from filed group by key
        having count(*) filter (where now and here) * 3 >= count(*) filter (where now) and count(*) filter (where now) > 0),
      taking_part as (
        select filed.key, count(distinct speakers.person_id)::integer as people
        from filed join speakers on speakers.post_id = filed.id
        where filed.now and speakers.${inPeriod} group by filed.key)
    select key, posts, people, comments, score, before from topic join taking_part using (key)
    where people >= ${K} order by people desc, posts desc, key`;
  const topics = reading.hasPeople ? await reading.ask(topicCount, sql) : [];
  const n = topics.reduce((sum, topic) => sum + topic.posts, 0);
  const claims = topicsClaim(topics, reading.topicNames);
  const notes: Text[] = [];
  if (!reading.hasPeople) notes.push(nobodyCounted(reading));
  else if (n === 0) {
    notes.push({
      zh: '这一时期社区里没有与领域有关的话题',
      en: 'The community had no topic that belongs to the field in this period',
    });
  }
  return {
    figure: {
      ...blankFigure(DESCRIPTION, reading, reading.shown(sql)),
      n,
      baseline: {
        label: { zh: '对比时期', en: 'The period before' },
        period: before,
        n: topics.reduce((sum, topic) => sum + topic.before, 0),
      },
      tables:
        n === 0
          ? []
          : [
              {
                id: 'topics',
                title: DESCRIPTION.title,
                rowLabel: { zh: '话题', en: 'Topic' },
                columns: [
                  { id: 'people', label: { zh: '参与人数', en: 'People' }, kind: 'count' },
                  { id: 'posts', label: { zh: '帖子', en: 'Posts' }, kind: 'count' },
                  { id: 'comments', label: { zh: '回复', en: 'Answers' }, kind: 'count' },
                  { id: 'score', label: { zh: '赞同', en: 'Votes' }, kind: 'count' },
                  { id: 'change', label: { zh: '帖子增长', en: 'Growth' }, kind: 'change' },
                ],
                rows: topics
                  .slice(0, MOST_SHOWN)
                  .map((topic) =>
                    row(
                      topic.key,
                      nameOf(topic, reading.topicNames),
                      [
                        countCell(topic.people),
                        countCell(topic.posts),
                        countCell(topic.comments),
                        countCell(topic.score),
                        topic.before > 0 ? changeCell(topic.posts, topic.before) : emptyCell,
                      ],
                      true,
                    ),
                  ),
              },
            ],
      chart: n > 0 ? { kind: 'bars', table: 'topics', columns: ['people'] } : null,
      sentences: claims.map((claim) => claim.sentence),
      notes,
    },
    claims,
  };
}
