/** A moderator decides on what others wrote: nobody judges in their own cause. */
export function mayDecide(moderatorId: string, content: { readonly authorId: string }): boolean {
  return moderatorId !== content.authorId;
}
