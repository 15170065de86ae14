using ShopBot.Engine.Storage;

namespace PostgresLaneSpike;

internal sealed partial class PostgresLanes
{
    /// <summary>What a turn and a park have in common: move the head, guarded; then write what came out.</summary>
    private sealed record Settled(
        int Ord, LaneKey Lane, long Fence, long? Version, byte[]? State, long Through, long? ParkedSeq, string? Cause, DateTimeOffset? RetryAt,
        IReadOnlyList<OutboxMessage> Outbox, IReadOnlyList<TimerChange> Timers, IReadOnlyList<DomainEventRow> Events, string? SendAs);

    private const string Settle =
        """
        with turn as (
          select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            as t (ord, store, channel, customer, fence, version, state, through, parked, cause, retry_at, outs)),
        done as (
          update lanes l set
            state = coalesce(t.state, l.state), state_version = l.state_version + (t.version is not null)::int,
            head_seq = t.through + 1, next_out = l.next_out + t.outs,
            owner = case when t.retry_at is null and l.next_seq > t.through + 1 then l.owner end,
            ready_at = case when t.retry_at is not null then t.retry_at when l.next_seq > t.through + 1 then $14 else $13 end,
            mark = $15
          from turn t
          where l.store = t.store and l.channel = t.channel and l.customer = t.customer
            and l.fence = t.fence and l.owner is not null and (t.version is null or l.state_version = t.version)
            and (t.parked is null or l.head_seq = t.parked) and t.through between l.head_seq - 1 and l.next_seq - 1
          returning t.ord, l.store, l.channel, l.customer, l.next_out - t.outs as first_out),
        parked as (
          update inbox i set attempts = i.attempts + 1, cause = t.cause, dead = t.retry_at is null
          from turn t join done d using (ord)
          where i.store = t.store and i.channel = t.channel and i.customer = t.customer and i.seq = t.parked),
        sent as (
          insert into outbox (store, id, channel, customer, seq, class, payload, trace, created_at, due_at)
          select d.store, o.id, d.channel, d.customer, d.first_out + o.n, o.class, o.payload, o.trace, $13, $13
          from unnest($16, $17, $18, $19, $20, $21) as o (ord, n, id, class, payload, trace) join done d using (ord)),
        cancelled as (
          delete from timers x using unnest($22, $23, $24, $25) as c (ord, name, due_at, payload) join done d using (ord)
          where x.store = d.store and x.channel = d.channel and x.customer = d.customer and x.name = c.name and c.due_at is null),
        started as (
          insert into timers (store, channel, customer, name, due_at, payload)
          select d.store, d.channel, d.customer, c.name, c.due_at, c.payload
          from unnest($22, $23, $24, $25) as c (ord, name, due_at, payload) join done d using (ord) where c.due_at is not null
          on conflict (store, channel, customer, name) do update set due_at = excluded.due_at, payload = excluded.payload),
        told as (
          insert into events (store, id, channel, customer, kind, payload, at)
          select d.store, e.id, d.channel, d.customer, e.kind, e.payload, $13
          from unnest($26, $27, $28, $29) as e (ord, id, kind, payload) join done d using (ord))
        select ord from done
        """;

    public ValueTask<IReadOnlyList<CommitResult>> CommitAsync(
        IReadOnlyList<CommitItem> items, TimeSpan lease, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        RunGroupAsync(
            items, part => CommitOnceAsync(part, lease, now, cancellationToken), reason => new CommitResult(CommitOutcome.Refused, Reason: reason));

    public ValueTask<IReadOnlyList<CommitResult>> ParkAsync(
        IReadOnlyList<ParkItem> items, TimeSpan lease, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        CommitAsync(items, lease, now, cancellationToken);

    private async Task<CommitResult[]> CommitOnceAsync(
        IReadOnlyList<CommitItem> items, TimeSpan lease, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var mark = Guid.NewGuid();
        var results = Enumerable.Repeat(new CommitResult(CommitOutcome.Stale), items.Count).ToArray();
        void Committed(int ord) => results[ord] = new CommitResult(CommitOutcome.Committed);

        // Several turns of one lane may meet in a group: the guards let one through, the others find the version gone.
        var turns = items.Select(Settlement).OfType<Settled>().ToArray();
        var sends = items.Select((item, ord) => (Ord: ord, Item: (item as SendCommit)!)).Where(s => s.Item is not null).ToArray();
        var keys = LaneColumns.Of(items.Select(i => i.Lane).Distinct());
        var batch = new SqlBatch(connection);
        batch.LockLanes(keys);
        if (turns.Length > 0)
            AddTurns(batch, turns, mark, now + lease, now, Committed);
        if (sends.Length > 0)
            AddSends(batch, sends, mark, now, Committed);
        AddHandOver(batch, turns, sends, mark, now + lease, now);
        var load = new LaneLoad(mark);
        load.AddTo(batch, keys);
        await batch.RunAsync(cancellationToken);

        var worked = new HashSet<LaneKey>();
        var handed = new HashSet<LaneKey>();
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i].Outcome != CommitOutcome.Committed)
                continue;
            var asks = items[i] is SendCommit or TurnCommit { SendAs: not null } or ParkItem { SendAs: not null };
            results[i] = results[i] with
            {
                Work = items[i] is not SendCommit && worked.Add(items[i].Lane) ? load.Work(items[i].Lane) : null,
                Send = asks && handed.Add(items[i].Lane) ? load.Send(items[i].Lane) : null,
            };
        }

        return results;
    }

    private static Settled? Settlement(CommitItem item, int ord) => item switch
    {
        TurnCommit t => new(
            ord, t.Lane, t.Fence, t.StateVersion, t.State.ToArray(), t.HandledThrough, null, null, null, t.Outbox, t.Timers, t.Events, t.SendAs),
        ParkItem p => new(
            ord, p.Lane, p.Fence, null, null, p.RetryAt is null ? p.Seq : p.Seq - 1, p.Seq, p.Cause, p.RetryAt?.ToUniversalTime(),
            p.Outbox, [], p.Events, p.SendAs),
        _ => null,
    };

    private static void AddTurns(SqlBatch batch, Settled[] turns, Guid mark, DateTimeOffset until, DateTimeOffset now, Action<int> committed)
    {
        var lanes = LaneColumns.Of(turns.Select(t => t.Lane));
        var outbox = turns.SelectMany(t => t.Outbox.Select((o, n) => (t.Ord, N: n, Row: o))).ToArray();
        var timers = turns.SelectMany(t => t.Timers.Reverse().DistinctBy(c => c.Name).Select(c => (t.Ord, Row: c))).ToArray();
        var events = turns.SelectMany(t => t.Events.Select(e => (t.Ord, Row: e))).ToArray();
        batch.Query(
            Settle, row => committed(row.GetInt32(0)),
            turns.Select(t => t.Ord).ToArray(), lanes.Stores, lanes.Channels, lanes.Customers,
            turns.Select(t => t.Fence).ToArray(), turns.Select(t => t.Version).ToArray(), turns.Select(t => t.State).ToArray(),
            turns.Select(t => t.Through).ToArray(), turns.Select(t => t.ParkedSeq).ToArray(), turns.Select(t => t.Cause).ToArray(),
            turns.Select(t => t.RetryAt).ToArray(), turns.Select(t => t.Outbox.Count).ToArray(), now, until, mark,
            outbox.Select(o => o.Ord).ToArray(), outbox.Select(o => o.N).ToArray(), outbox.Select(o => o.Row.Id).ToArray(),
            outbox.Select(o => (short)o.Row.Class).ToArray(), outbox.Select(o => o.Row.Payload.ToArray()).ToArray(),
            outbox.Select(o => o.Row.TraceParent).ToArray(),
            timers.Select(t => t.Ord).ToArray(), timers.Select(t => t.Row.Name).ToArray(),
            timers.Select(t => t.Row.DueAt?.ToUniversalTime()).ToArray(), timers.Select(t => t.Row.Payload.ToArray()).ToArray(),
            events.Select(e => e.Ord).ToArray(), events.Select(e => e.Row.Id).ToArray(), events.Select(e => e.Row.Kind).ToArray(),
            events.Select(e => e.Row.Payload.ToArray()).ToArray());
    }

    private static void AddSends(SqlBatch batch, (int Ord, SendCommit Item)[] sends, Guid mark, DateTimeOffset now, Action<int> committed)
    {
        var stores = sends.Select(s => s.Item.Lane.Store.Value).ToArray();
        var ids = sends.Select(s => s.Item.OutboxId).ToArray();
        var refs = sends.Select(s => s.Item.MessageRef).ToArray();
        var owners = sends.Select(s => s.Item.Owner).ToArray();
        var attempts = sends.Select(s => s.Item.Attempt).ToArray();
        batch.Add(
            """
            insert into message_refs as r (store, ref, outbox_id, seen_at)
            select distinct on (s.store, s.ref collate "C") s.store, s.ref, s.id, $6
            from unnest($1, $2, $3, $4, $5) as s (store, ref, id, owner, attempt) join outbox o using (store, id)
            where s.ref is not null and o.owner = s.owner and o.attempt = s.attempt
            order by s.store, s.ref collate "C"
            on conflict (store, ref) do update set outbox_id = coalesce(r.outbox_id, excluded.outbox_id)
            """,
            stores, refs, ids, owners, attempts, now);
        batch.Query(
            "select 1 from outbox where (store, id) in (select * from unnest($1, $2)) order by store, id for update",
            static _ => { }, stores, ids);
        // A row that a status closed meanwhile only learns the message's name; "Sent" is believed even when the row was given up as Unknown.
        batch.Query(
            """
            update outbox o set
              state = case when o.state > 2 then o.state when s.outcome = 0 then 3 when s.outcome = 1 then 4 when s.outcome = 2 then 0 else 2 end,
              due_at = case when s.outcome = 2 then coalesce(s.retry_at, $10) else $10 end,
              closed_at = coalesce(o.closed_at, case when s.outcome < 2 then $10 end),
              message_ref = coalesce(o.message_ref, s.ref), message_id = coalesce(o.message_id, s.message_id),
              status = greatest(o.status, r.status, case when s.outcome = 0 then 1 end),
              error_code = coalesce(r.error_code, s.error_code, o.error_code), mark = $11
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $12) as s (ord, store, id, owner, attempt, outcome, ref, message_id, retry_at, error_code)
            left join lateral (select * from message_refs m where m.store = s.store and m.ref = s.ref) r on true
            where o.store = s.store and o.id = s.id and o.owner = s.owner and o.attempt = s.attempt
              and (o.state = 1 or o.state > 2 or s.outcome = 0)
            returning s.ord
            """,
            row => committed(row.GetInt32(0)),
            sends.Select(s => s.Ord).ToArray(), stores, ids, owners, attempts, sends.Select(s => (short)s.Item.Outcome).ToArray(), refs,
            sends.Select(s => s.Item.MessageId.IsEmpty ? null : s.Item.MessageId.ToArray()).ToArray(),
            sends.Select(s => s.Item.RetryAt?.ToUniversalTime()).ToArray(), now, mark, sends.Select(s => s.Item.ErrorCode).ToArray());
    }

    /// <summary>
    /// Gives each lane's first open row, when it is due, to the owner its committed item names. A head that a status holds just now is left
    /// to the next claim: waiting for it here would break the lock order.
    /// </summary>
    private static void AddHandOver(
        SqlBatch batch, Settled[] turns, (int Ord, SendCommit Item)[] sends, Guid mark, DateTimeOffset until, DateTimeOffset now)
    {
        var asks = turns.Where(t => t.SendAs is not null).Select(t => (t.Lane, Owner: t.SendAs!, Closed: (Guid?)null))
            .Concat(sends.Select(s => (s.Item.Lane, s.Item.Owner, Closed: (Guid?)s.Item.OutboxId))).ToArray();
        if (asks.Length == 0)
            return;
        var lanes = LaneColumns.Of(asks.Select(a => a.Lane));
        batch.Add(
            """
            with head as materialized (
              select distinct on (f.store, f.id) f.*, a.owner as asker
              from unnest($1, $2, $3, $4, $5) as a (store, channel, customer, owner, closed)
              cross join lateral (
                select x.store, x.id from outbox x
                where x.store = a.store and x.channel = a.channel and x.customer = a.customer and x.state < 3 order by x.seq limit 1) f
              where case when a.closed is null
                then (select l.mark from lanes l where l.store = a.store and l.channel = a.channel and l.customer = a.customer)
                else (select c.mark from outbox c where c.store = a.store and c.id = a.closed) end = $8),
            pick as (
              select o.store, o.id, h.asker from head h cross join lateral (
                select x.* from outbox x where x.store = h.store and x.id = h.id offset 0 for update skip locked) o
              where o.state = 0 and o.due_at <= $6)
            update outbox o set state = 1, owner = p.asker, attempt = o.attempt + 1, due_at = $7, mark = $8
            from pick p where o.store = p.store and o.id = p.id
            """,
            lanes.Stores, lanes.Channels, lanes.Customers, asks.Select(a => a.Owner).ToArray(), asks.Select(a => a.Closed).ToArray(),
            now, until, mark);
    }
}
