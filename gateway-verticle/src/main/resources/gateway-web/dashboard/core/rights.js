/** Whether the key is good for an action, so that only what it may do is offered. */
export const may = (me, action) => me.actions.includes(action);

export const isAdmin = (me) => me.role === 'admin';

/** The names that a key of single sessions could still create; null when it may choose any. */
export const namesToCreate = (me, sessions) =>
  isAdmin(me)
    ? null
    : me.sessions.filter((name) => !sessions.some((session) => session.name === name));
