// What was hidden, step by step, so that it can be taken back and done again.
export class History {
  constructor(changed) {
    this.changed = changed;
    this.clear();
  }

  clear() {
    this.steps = [];
    this.done = 0;
  }

  /** Begins with these hidden, as one step that can be taken back. */
  start(ids) {
    this.steps = ids.length ? [ids] : [];
    this.done = this.steps.length;
  }

  push(ids) {
    this.steps = [...this.steps.slice(0, this.done), ids];
    this.done += 1;
    this.changed();
  }

  undo() {
    if (!this.canUndo()) return;
    this.done -= 1;
    this.changed();
  }

  redo() {
    if (!this.canRedo()) return;
    this.done += 1;
    this.changed();
  }

  canUndo() {
    return this.done > 0;
  }

  canRedo() {
    return this.done < this.steps.length;
  }

  hidden() {
    return new Set(this.steps.slice(0, this.done).flat());
  }
}
